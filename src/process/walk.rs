//! A place in the process, and going along links.

use crate::content::ProcessModel;

/// Where somebody stands, and the steps that they came by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Walk {
    /// The step, by its place in [`ProcessModel::steps`].
    pub at: usize,
    pub back: Vec<usize>,
}

impl Walk {
    /// Goes along a link of the step. Says whether that led anywhere: not where the step has no such link, or where
    /// the link stays.
    pub fn follow(&mut self, model: &ProcessModel, link: usize) -> bool {
        let to = model.steps.get(self.at).and_then(|step| step.links.get(link)).map(|link| link.to);
        to.is_some_and(|to| self.jump(model, to))
    }

    /// Goes to a step wherever it is, so that [`Walk::go_back`] returns from it. Says whether that led anywhere.
    pub fn jump(&mut self, model: &ProcessModel, step: usize) -> bool {
        let moves = step < model.steps.len() && step != self.at;
        if moves {
            self.back.push(self.at);
            self.at = step;
        }
        moves
    }

    /// Moves along the list without leaving a trace: what was passed on the way is not gone back through.
    pub fn stand(&mut self, model: &ProcessModel, step: usize) {
        self.at = step.min(model.steps.len().saturating_sub(1));
    }

    /// Goes back to where the last link or jump was taken. Says whether there was such a place.
    pub fn go_back(&mut self) -> bool {
        let from = self.back.pop();
        self.at = from.unwrap_or(self.at);
        from.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Certainty, LinkKind};
    use crate::process::testing::Sketch;

    fn model() -> ProcessModel {
        Sketch::new(4)
            .go(0, 1)
            .go(0, 3)
            .go(1, 2)
            .link(2, 2, LinkKind::Loop, Certainty::Stated)
            .link(2, 0, LinkKind::Loop, Certainty::Stated)
            .go(2, 3)
            .model()
    }

    #[test]
    fn back_retraces_links_and_jumps() {
        let model = model();
        let mut walk = Walk::default();
        assert!(walk.follow(&model, 0) && walk.follow(&model, 0) && walk.follow(&model, 1));
        assert_eq!(walk, Walk { at: 0, back: vec![0, 1, 2] });
        assert!(walk.jump(&model, 3));
        let mut trail = Vec::new();
        while walk.go_back() {
            trail.push(walk.at);
        }
        assert_eq!(trail, [0, 2, 1, 0]);
    }

    #[test]
    fn what_leads_nowhere_leaves_no_trace() {
        let model = model();
        let mut walk = Walk { at: 2, back: Vec::new() };
        assert!(!walk.follow(&model, 0), "a link to the same step");
        assert!(!walk.follow(&model, 9), "no such link");
        assert!(!walk.jump(&model, 4), "no such step");
        assert!(!walk.go_back());
        walk.stand(&model, 99);
        assert_eq!(walk, Walk { at: 3, back: Vec::new() });
    }

    #[test]
    fn an_empty_process_has_nowhere_to_go() {
        let (model, mut walk) = (ProcessModel::default(), Walk::default());
        walk.stand(&model, 3);
        assert!(!walk.follow(&model, 0) && !walk.jump(&model, 0) && !walk.go_back());
        assert_eq!(walk, Walk::default());
    }
}
