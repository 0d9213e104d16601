//! Checks on the process as a graph.

use std::collections::BTreeSet;

use super::{RawLink, RawStep, StepIndex};
use crate::content::loader::Loader;
use crate::content::{LinkKind, StepKind};

impl Loader {
    /// Checks that every step can be reached, and left unless it is an end.
    pub(super) fn graph(&mut self, steps: &[RawStep], indexes: &StepIndex<'_>) {
        if steps.is_empty() {
            let help = "add a `[[step]]`; the first is where everyone begins";
            return self.of_file(self.file.clone(), "the process has no steps", help);
        }
        // A misspelt link may be the one that makes a step reachable.
        if steps.iter().flat_map(|step| &step.link).all(|link| indexes.of(&link.to).is_some()) {
            self.reachable(steps, indexes);
        }
        for (index, step) in steps.iter().enumerate() {
            self.exits(step);
            for link in &step.link {
                if let Some(to) = indexes.of(&link.to) {
                    self.direction(steps, index, to, link);
                }
            }
        }
    }

    fn reachable(&mut self, steps: &[RawStep], indexes: &StepIndex<'_>) {
        let mut reached = BTreeSet::from([0]);
        let mut open = vec![0];
        while let Some(step) = open.pop() {
            let links = steps.get(step).into_iter().flat_map(|step| &step.link);
            open.extend(links.filter_map(|link| indexes.of(&link.to)).filter(|to| reached.insert(*to)));
        }
        for (_, step) in steps.iter().enumerate().filter(|(index, _)| !reached.contains(index)) {
            let message = format!("no way leads to the step `{}`", step.id.get_ref());
            let help = "link to it from a step that can be reached from the first one";
            self.problem(step.id.span(), message, "unreachable", help);
        }
    }

    fn exits(&mut self, step: &RawStep) {
        let id = step.id.get_ref();
        match step.link.first() {
            None if step.kind != StepKind::End => {
                let help = "add a `[[step.link]]`, or set `kind = \"end\"` and say how the end is known";
                self.problem(step.id.span(), format!("no way leads on from the step `{id}`"), "a dead end", help);
            }
            Some(link) if step.kind == StepKind::End => {
                let help = "take the link out, or set another `kind`";
                self.problem(link.to.span(), format!("the end `{id}` leads on"), "a link from an end", help);
            }
            _ => {}
        }
    }

    fn direction(&mut self, steps: &[RawStep], from: usize, to: usize, link: &RawLink) {
        let track = |index: usize| steps.get(index).and_then(|s| s.track.as_ref()).map(toml::Spanned::get_ref);
        let (right, rule) = match link.kind.unwrap_or_default() {
            LinkKind::Forward => (to > from, "a forward link goes to a later step"),
            LinkKind::Loop => (to <= from, "a loop goes to an earlier step or the same one"),
            LinkKind::Transfer => (track(from) != track(to), "a transfer goes to another track"),
        };
        if !right {
            let help = "set its `kind` to `forward`, `loop` or `transfer`, or change the order of the steps";
            self.problem(link.to.span(), rule, "goes elsewhere", help);
        }
    }
}
