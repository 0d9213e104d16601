//! Walking along the links of the process, and back; where that can lead.

use std::collections::BTreeSet;

use crate::content::{Link, Lookup, ProcessModel};

/// The step in view, and the ones to go back to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Walk {
    /// The step in view, by index in [`ProcessModel::steps`].
    pub at: usize,
    pub back: Vec<usize>,
}

impl Walk {
    /// Goes along a link of the step. False where there is no such link, or it leads to the same step.
    pub fn follow(&mut self, model: &ProcessModel, link: usize) -> bool {
        let to = model.step(self.at).links.get(link).map(|link| link.to);
        to.is_some_and(|to| self.jump(model, to))
    }

    /// Goes to any step, so that [`Walk::go_back`] returns from it. False where it is the same one or does not exist.
    pub fn jump(&mut self, model: &ProcessModel, step: usize) -> bool {
        let moves = step < model.steps.len() && step != self.at;
        if moves {
            self.back.push(self.at);
            self.at = step;
        }
        moves
    }

    /// Moves along a list: the steps passed are not ones to go back to.
    pub fn stand(&mut self, model: &ProcessModel, step: usize) {
        self.at = step.min(model.steps.len().saturating_sub(1));
    }

    /// Goes back to where the last link or jump was taken; false where there was none.
    pub fn go_back(&mut self) -> bool {
        let from = self.back.pop();
        self.at = from.unwrap_or(self.at);
        from.is_some()
    }
}

/// The steps that can be reached from a step, itself included, over steps on the given tracks or on none; over all
/// where no track is given.
pub fn reach(model: &ProcessModel, from: usize, tracks: &[usize]) -> BTreeSet<usize> {
    let known: Vec<_> = tracks.iter().map(|track| model.tracks.at(*track)).collect();
    spread(model, from, |link| {
        let track = model.step(link.to).track.as_ref();
        tracks.is_empty() || track.is_none_or(|track| known.contains(&track))
    })
}

/// The steps that can be reached from a step, itself included, along some of the links.
pub(super) fn spread(model: &ProcessModel, from: usize, along: impl Fn(&Link) -> bool) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut next = vec![from];
    while let Some(at) = next.pop() {
        if at < model.steps.len() && reached.insert(at) {
            next.extend(model.step(at).links.iter().filter(|link| along(link)).map(|link| link.to));
        }
    }
    reached
}

#[cfg(test)]
mod tests;
