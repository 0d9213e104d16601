//! The process as a graph of steps: its pictures, a person's position in it, and what is known of each step.
//!
//! Steps are identified by their index in [`ProcessModel::steps`]; people see that index plus one.

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
mod tests;
pub mod walk;
pub mod window;

pub use detail::{Detail, Way};
pub use layout::{Map, MapOptions, Rect, Toward};
pub use mark::{Charset, LinkMark, Rail};
pub use picture::Picture;
pub use place::{Move, MoveError, Place};
pub use spine::{Cells, RowKind, Spine, SpineRow};
pub use walk::{Walk, reach};
pub use window::{Expected, Undated, WindowState};

use crate::content::{Certainty, EndKind, Link, ProcessModel, Step, StepKind};

/// A link, by the step that it leaves and its index in [`Step::links`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LinkRef {
    pub from: usize,
    pub link: usize,
}

impl LinkRef {
    /// The link in the model that it is of.
    pub fn get(self, model: &ProcessModel) -> &Link {
        model.step(self.from).link(self.link)
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

/// Whether this happens always or mostly; otherwise it is only possible, or not stated.
pub fn is_firm(certainty: Certainty) -> bool {
    matches!(certainty, Certainty::Stated | Certainty::Most | Certainty::Usual)
}

/// How an end is known; `None` for a step that is no end.
pub fn end_of(step: &Step) -> Option<EndKind> {
    let ends = step.kind == StepKind::End && step.links.is_empty();
    ends.then(|| step.end.unwrap_or(EndKind::NotStated))
}
