//! The map: steps as boxes, one row of boxes below the other, with lines for the links between them.
//!
//! ```text
//!          [10 Routing]
//!         ┌──────┴─────┐
//!         ↓            ↓
//!     [11 Check A]  [19 Other B]
//!     [═> 19     ]
//! ```
//!
//! A link to one of the next rows is a line, where there is room for it; any other, and every way back, is a stub in
//! the box of the step that it leaves: its mark and the number of the step that it leads to. So the picture keeps any
//! width and stays readable however many links there are. Where lines cross, the one that goes down is drawn through:
//! only `┼` and the tees join, so that every line can be followed with a finger.

mod beside;
mod boxes;
mod canvas;
mod columns;
pub(super) mod ports;
pub(super) mod rows;
pub(super) mod tracks;

pub use beside::Toward;

use std::collections::BTreeSet;

use super::{Charset, LinkRef, links};
use crate::content::{Lang, ProcessModel};
use canvas::Canvas;
use ports::Entries;
use rows::Rows;

/// The fewest columns of a map; less is taken for this.
pub const NARROWEST: usize = 24;

/// How a map is to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Sheet {
    pub lang: Lang,
    /// The most cells of a line; at least [`NARROWEST`].
    pub width: usize,
    pub charset: Charset,
}

/// A map of steps in cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Map {
    pub lines: Vec<String>,
    /// Where the box of each step stands, by place in [`ProcessModel::steps`]; `None` for a step that is not shown.
    pub boxes: Vec<Option<Rect>>,
    /// Where each link of the steps shown is drawn, by link.
    pub ways: Vec<(LinkRef, Spot)>,
}

/// Cells of the map: the top left one, and how many to the right and down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Rect {
    /// The line of the first cell, from 0.
    pub row: usize,
    /// The column of the first cell, from 0.
    pub col: usize,
    /// Cells to the right.
    pub width: usize,
    pub height: usize,
}

/// Where a link shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A line; this is its head, above the box of the step that it leads to.
    Line(Rect),
    /// A stub in the box of the step that it leaves.
    Stub(Rect),
}

impl Map {
    /// The map of the whole process.
    #[must_use]
    pub fn of(model: &ProcessModel, sheet: Sheet) -> Self {
        Self::of_steps(model, &(0..model.steps.len()).collect(), sheet)
    }

    /// The map of a step's neighbourhood: the steps that lead to it and those that it leads to, over at most `depth`
    /// links.
    #[must_use]
    pub fn around(model: &ProcessModel, step: usize, depth: usize, sheet: Sheet) -> Self {
        let spread = |forward: bool| {
            let mut reached = BTreeSet::from([step]);
            for _ in 0..depth {
                let next = links(model).map(|(at, link)| if forward { (at.from, link.to) } else { (link.to, at.from) });
                let next: Vec<_> = next.filter(|(from, _)| reached.contains(from)).map(|(_, to)| to).collect();
                reached.extend(next);
            }
            reached
        };
        Self::of_steps(model, &spread(true).union(&spread(false)).copied().collect(), sheet)
    }

    /// The map of some steps. Links to others are stubs; steps that the process does not have are left out.
    #[must_use]
    pub fn of_steps(model: &ProcessModel, steps: &BTreeSet<usize>, sheet: Sheet) -> Self {
        let sheet = Sheet { width: sheet.width.max(NARROWEST), ..sheet };
        let plan = Plan::of(model, steps, Room { width: sheet.width, gap: 1, pass: 1, apart: 2 }, &|step| {
            boxes::width(model, step, sheet)
        });
        draw(model, &plan, sheet)
    }

    /// The most cells of a line.
    #[must_use]
    pub fn width(&self) -> usize {
        self.lines.iter().map(|line| unicode_width::UnicodeWidthStr::width(line.as_str())).max().unwrap_or_default()
    }

    /// The box of a step, where it is shown.
    #[must_use]
    pub fn rect(&self, step: usize) -> Option<Rect> {
        self.boxes.get(step).copied().flatten()
    }
}

/// How much room a plan has, and how it is used.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// Columns.
    pub(super) width: usize,
    /// Columns between two boxes, where there is room for them; else one.
    pub(super) gap: usize,
    /// Columns of a line that passes by the boxes of a row.
    pub(super) pass: usize,
    /// Columns between two lines that come into a box, where it is wide enough.
    pub(super) apart: usize,
}

/// Where everything stands, in cells of any size; how high a row is is left to whoever draws it.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) rows: Rows,
    pub(super) entries: Entries,
}

impl Plan {
    /// Plans some steps in so much room; `wide` says how many the box of a step takes.
    pub(super) fn of(model: &ProcessModel, steps: &BTreeSet<usize>, room: Room, wide: &dyn Fn(usize) -> usize) -> Self {
        let steps: BTreeSet<usize> = steps.iter().copied().filter(|step| *step < model.steps.len()).collect();
        // A line for which there is no room becomes a stub, and the plan is made anew without it.
        let mut stubs = BTreeSet::new();
        loop {
            let mut rows = Rows::of(model, &steps, &stubs, room, wide);
            match ports::set(&mut rows) {
                Ok(entries) => return Self { rows, entries },
                Err(crowded) => _ = stubs.insert(crowded),
            }
        }
    }
}

fn draw(model: &ProcessModel, Plan { rows, entries }: &Plan, sheet: Sheet) -> Map {
    let mut canvas = Canvas::new(sheet);
    let mut map = Map { boxes: vec![None; model.steps.len()], ..Map::default() };
    let mut top = 0;
    for (at, row) in rows.each.iter().enumerate() {
        let height = boxes::draw(model, rows, row, (top, sheet), &mut canvas, &mut map);
        let nets = tracks::nets(rows, at, entries);
        top += height + tracks::draw(model, &nets, top + height, &mut canvas, &mut map);
    }
    map.ways.sort_unstable_by_key(|(link, _)| *link);
    map.lines = canvas.lines();
    map
}

#[cfg(test)]
mod tests;
