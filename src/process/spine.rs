//! The spine: the process as rows in reading order, for a list that scrolls.
//!
//! ```text
//!  1 ┌   Online form
//!    ├─↑ 1 form closed: try again later
//!  2 │   Review by staff               e-mail notice
//!  3 ├─× Other help
//!  4 ├─? No answer
//!  5 │   Screening                      a few weeks
//!    ├─→ 9 other pathways
//!  6 A   Refugee track
//!    ├═► 9 not qualified
//!  7 A   Interview                  2 weeks or more
//!  8 └─○ After the interview
//!  9 B   Other pathways
//! ```
//!
//! A link is drawn once: by the rail, where it plainly goes on to the step below; by the row of an end, where the end
//! stands below its step and branches off; else by a row of its own beneath the step that it leaves.

mod cells;

pub use cells::Cells;

use std::sync::Arc;

use super::{LinkRef, Mark, Rail, end_of, is_firm};
use crate::content::{Link, LinkKind, ProcessModel, Step, Track};

/// The process as rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spine {
    /// From the first step to the last.
    pub rows: Vec<Row>,
}

/// A row of the spine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it shows.
    pub kind: RowKind,
    /// Its piece of the line.
    pub rail: Rail,
    /// What stands between the rail and the words.
    pub mark: Option<Mark>,
    /// The track whose letter takes the rail's cell: only on a step that stands on the rail.
    pub track: Option<Arc<Track>>,
    /// The link that this row draws: the one that leads here from above, or the one that the row is for.
    pub draws: Option<LinkRef>,
}

/// What a row shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A step.
    Step {
        /// Its place in [`ProcessModel::steps`].
        step: usize,
    },
    /// A link, beneath the step that it leaves.
    Link {
        /// Which link.
        link: LinkRef,
        /// Where it goes.
        to: usize,
    },
}

impl Row {
    /// The step that the row belongs to: itself, or the one that its link leaves.
    #[must_use]
    pub fn step(&self) -> usize {
        match self.kind {
            RowKind::Step { step } => step,
            RowKind::Link { link, .. } => link.from,
        }
    }
}

impl Spine {
    /// The picture of a process. Every step and every link is in it exactly once.
    #[must_use]
    pub fn of(model: &ProcessModel) -> Self {
        let mut rows = Vec::new();
        let (mut at, mut arrived) = (0, None);
        while let Some(step) = model.steps.get(at) {
            let stop = Stop::of(model, at, step);
            let next = stop.next;
            let on = stop.on;
            stop.draw(model, arrived, &mut rows);
            (at, arrived) = (next, on);
        }
        Self { rows }
    }

    /// The row of a step; the first row where there is no such step.
    #[must_use]
    pub fn row_of(&self, step: usize) -> usize {
        self.rows.iter().position(|row| row.kind == RowKind::Step { step }).unwrap_or_default()
    }
}

/// A step on the rail, with everything that is drawn between it and the next one on the rail.
struct Stop<'a> {
    at: usize,
    step: &'a Step,
    /// Links with rows of their own.
    aside: Vec<(LinkRef, &'a Link)>,
    /// Ends that stand below and branch off, each with its link.
    ends: Vec<(LinkRef, &'a Link)>,
    /// The link along the rail.
    on: Option<LinkRef>,
    /// The next step on the rail.
    next: usize,
}

impl<'a> Stop<'a> {
    fn of(model: &ProcessModel, at: usize, step: &'a Step) -> Self {
        let mut aside: Vec<_> =
            step.links.iter().enumerate().map(|(link, l)| (LinkRef { from: at, link }, l)).collect();
        let mut take = |wanted: &dyn Fn(&Link) -> bool| {
            let place = aside.iter().position(|(_, link)| wanted(link))?;
            Some(aside.remove(place))
        };
        let mut ends = Vec::new();
        let mut next = at + 1;
        while model.steps.get(next).and_then(end_of).is_some() {
            let Some(end) = take(&|link| link.to == next && link.kind == LinkKind::Forward) else { break };
            ends.push(end);
            next += 1;
        }
        // What is only possible must not look like the way that everyone goes: it gets a row, which says so.
        let plain = |link: &Link| link.to == next && link.kind == LinkKind::Forward && is_firm(link.certainty);
        let on = take(&plain).map(|(link, _)| link);
        Self { at, step, aside, ends, on, next }
    }

    fn draw(self, model: &ProcessModel, arrived: Option<LinkRef>, rows: &mut Vec<Row>) {
        let mut left = self.aside.len() + self.ends.len();
        rows.push(Row {
            kind: RowKind::Step { step: self.at },
            rail: Rail::of_step(arrived.is_some(), left > 0 || self.on.is_some()),
            mark: end_of(self.step).map(Mark::of_end),
            track: self.step.track.clone(),
            draws: arrived,
        });
        let asides = self.aside.iter().map(|&(link, l)| (RowKind::Link { link, to: l.to }, link, l));
        let ends = self.ends.iter().map(|&(link, l)| (RowKind::Step { step: l.to }, link, l));
        for (kind, link, l) in asides.chain(ends) {
            left -= 1;
            let rail = if left == 0 && self.on.is_none() { Rail::Last } else { Rail::Fork };
            rows.push(Row { kind, rail, mark: Some(Mark::of_link(model, l)), track: None, draws: Some(link) });
        }
    }
}

#[cfg(test)]
mod tests;
