//! Checks on the process as a graph.

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{Dfs, VisitMap};
use std::collections::BTreeMap;

use super::super::model::{LinkKind, StepKind};
use super::super::raw::{RawLink, RawStep};
use super::{Loader, Problem};

impl Loader {
    /// Checks that everyone can come to each step and go on from it, unless it is an end.
    pub(super) fn graph(&mut self, steps: &[RawStep]) {
        if steps.is_empty() {
            let problem = Problem::of_file(self.file.clone(), "the process has no steps");
            self.problems.push(problem.help("add a `[[step]]`; the first is where everyone begins"));
            return;
        }
        let places: BTreeMap<&str, usize> =
            steps.iter().enumerate().map(|(place, step)| (step.id.get_ref().as_str(), place)).collect();
        if Self::resolved(steps, &places) {
            self.reachable(steps, &places);
        }
        for (place, step) in steps.iter().enumerate() {
            self.way_out(step);
            for link in &step.link {
                if let Some(to) = places.get(link.to.get_ref().as_str()) {
                    self.direction(steps, place, *to, link);
                }
            }
        }
    }

    /// Whether every link leads to a step. One that is misspelt may be the missing way.
    fn resolved(steps: &[RawStep], places: &BTreeMap<&str, usize>) -> bool {
        steps.iter().flat_map(|step| &step.link).all(|link| places.contains_key(link.to.get_ref().as_str()))
    }

    fn reachable(&mut self, steps: &[RawStep], places: &BTreeMap<&str, usize>) {
        let mut graph = DiGraph::<(), ()>::new();
        let nodes: Vec<NodeIndex> = steps.iter().map(|_| graph.add_node(())).collect();
        for (step, node) in steps.iter().zip(&nodes) {
            for link in &step.link {
                let to = places.get(link.to.get_ref().as_str()).and_then(|place| nodes.get(*place));
                if let Some(to) = to {
                    graph.add_edge(*node, *to, ());
                }
            }
        }
        let Some(start) = nodes.first() else { return };
        let mut search = Dfs::new(&graph, *start);
        while search.next(&graph).is_some() {}
        for (step, node) in steps.iter().zip(&nodes) {
            if !search.discovered.is_visited(node) {
                let message = format!("no way leads to the step `{}`", step.id.get_ref());
                let help = "link to it from a step that can be reached from the first one";
                self.problem(step.id.span(), message, "unreachable", help);
            }
        }
    }

    fn way_out(&mut self, step: &RawStep) {
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

    /// Checks that a link goes where its kind says.
    fn direction(&mut self, steps: &[RawStep], from: usize, to: usize, link: &RawLink) {
        let track = |place: usize| steps.get(place).and_then(|s| s.track.as_ref()).map(toml::Spanned::get_ref);
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
