//! The spine: the process as rows in reading order, for a list that scrolls.
//!
//! ```text
//!      Application
//!  1 ┌   Online form
//!  2 ├─→ Form closed
//!    │ └─↑ 1 look again later
//!  3 │   Review by staff
//!  4 ├─o Other guidance
//!  5 ├─? No answer
//!    │ └─? 6 word comes after all
//!    │ Screening
//!  6 │   Screening                      a few weeks
//!    ├─→ 10 other pathways
//!    A Refugee protection
//!  7 A   Refugee track
//!    ├═> 10 not qualified
//!  8 A ? Interview                  2 weeks or more
//!  9 └─o After the interview
//!    B Other lawful pathways
//! 10 B   Other pathways
//! ```
//!
//! A link is drawn once: by the rail, where it goes on to the next step on the rail (with a `?` where that is only
//! possible); by the row of a side step, one that stands below the step it branches off; else by a row of its own
//! beneath the step that it leaves, set in under a side step. A part of the process has its heading above its first step.

mod cells;
mod stop;

pub use cells::Cells;
pub(super) use cells::{clause, cut};

use std::sync::Arc;

use stop::Stop;

use super::{LinkMark, LinkRef, Rail};
use crate::content::{ProcessModel, Track};

/// The process as rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Spine {
    pub rows: Vec<SpineRow>,
}

/// A row of the spine.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SpineRow {
    pub kind: RowKind,
    pub rail: Rail,
    /// For a link of a side step: the second rail, below that step.
    pub inner: Option<Rail>,
    pub mark: Option<LinkMark>,
    /// The track whose letter replaces the rail, only for a step on the rail.
    pub track: Option<Arc<Track>>,
}

/// What a row shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum RowKind {
    /// The heading of the part that begins with the step below.
    Heading { step: usize },
    /// A step on the rail, by index in [`ProcessModel::steps`].
    Step { step: usize },
    /// A step that branches off the one above it on the rail.
    Side { step: usize },
    /// A link, below the step that it leaves.
    Link { link: LinkRef, to: usize },
}

impl RowKind {
    /// The step that stands on the row.
    pub fn step(self) -> Option<usize> {
        match self {
            Self::Step { step } | Self::Side { step } => Some(step),
            Self::Heading { .. } | Self::Link { .. } => None,
        }
    }
}

impl Spine {
    /// The picture of a process. Every step and every link is in it exactly once.
    pub fn of(model: &ProcessModel) -> Self {
        let mut rows = Vec::new();
        let mut next = Stop::of(model, 0, None);
        while let Some(stop) = next {
            stop.draw(model, &mut rows);
            next = stop.next(model);
        }
        Self { rows }
    }
}

#[cfg(test)]
mod tests;
