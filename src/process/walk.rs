//! Walking along the links of the process, and back.

use crate::content::ProcessModel;

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
        let to = model.steps.get(self.at).and_then(|step| step.links.get(link)).map(|link| link.to);
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

#[cfg(test)]
mod tests;
