//! The process as a graph of steps: its picture, places in it, and what is known of each step.
//!
//! Works on [`ProcessModel`] alone. Steps are named by their place in [`ProcessModel::steps`]; people see that place
//! plus one. Floor 2: knows `content` only, draws nothing and reads nothing.

pub mod compare;
pub mod detail;
pub mod dot;
pub mod json;
pub mod layout;
pub mod mark;
pub mod mermaid;
pub mod picture;
pub mod place;
pub mod spine;
pub mod svg;
#[cfg(test)]
mod testing;
pub mod text;
pub mod walk;
pub mod window;

pub use compare::Comparison;
pub use detail::{Detail, Way};
pub use layout::{Map, Rect, Sheet, Spot, Toward};
pub use mark::{Charset, Mark, Rail};
pub use picture::{Picture, reach};
pub use place::{Move, MoveError, Next, Place};
pub use spine::{Cells, RowKind, Spine, SpineRow};
pub use walk::Walk;
pub use window::{Expected, Undated, WindowState};

use crate::content::{Certainty, EndKind, Link, ProcessModel, Step, StepKind};

/// A link, by the step that it leaves and its place among that step's links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkRef {
    /// The step that it leaves.
    pub from: usize,
    /// Its place in [`Step::links`].
    pub link: usize,
}

impl LinkRef {
    /// The link itself; `None` where the model has no such link.
    #[must_use]
    pub fn get(self, model: &ProcessModel) -> Option<&Link> {
        model.steps.get(self.from)?.links.get(self.link)
    }
}

/// Every link, by step and then in the order of the step.
pub fn links(model: &ProcessModel) -> impl Iterator<Item = (LinkRef, &Link)> {
    model
        .steps
        .iter()
        .enumerate()
        .flat_map(|(from, step)| step.links.iter().enumerate().map(move |(link, l)| (LinkRef { from, link }, l)))
}

/// The links that lead to a step, by the step that they leave.
pub fn incoming(model: &ProcessModel, step: usize) -> impl Iterator<Item = (LinkRef, &Link)> {
    links(model).filter(move |(_, link)| link.to == step)
}

/// Whether a source says plainly, or of most, that this happens; otherwise it is only possible, or unsaid.
#[must_use]
pub fn is_firm(certainty: Certainty) -> bool {
    match certainty {
        Certainty::Stated | Certainty::Most | Certainty::Usual => true,
        Certainty::Likely | Certainty::May | Certainty::Some | Certainty::NotBefore | Certainty::NotStated => false,
    }
}

/// How an end step is known; `None` for a step that goes on.
#[must_use]
pub fn end_of(step: &Step) -> Option<EndKind> {
    let ends = step.kind == StepKind::End && step.links.is_empty();
    ends.then(|| step.end.unwrap_or(EndKind::NotStated))
}
