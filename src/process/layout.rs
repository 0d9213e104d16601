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
//! A link to one of the next rows is a line, where there is room; any other, and every way back, is a stub in the box of
//! the step that it leaves: its mark and the number of its target. So the picture fits any width and stays readable
//! however many links there are. Where lines cross, the vertical one is drawn through: only `┼` and the tees join.

mod beside;
mod boxes;
mod canvas;
mod columns;
pub(super) mod connectors;
mod order;
pub(super) mod ports;
pub(super) mod rows;
mod tangle;

pub use beside::Toward;

use std::cell::Cell;
use std::collections::BTreeSet;

use super::{Charset, links};
use crate::content::{Lang, ProcessModel};
use canvas::Canvas;
use ports::Entries;
use rows::Rows;

/// The fewest columns of a map; a smaller width counts as this one.
pub const NARROWEST: usize = 24;

thread_local! {
    static LAYOUTS: Cell<u64> = const { Cell::new(0) };
}

/// How a map is to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MapOptions {
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
    /// The box of each step, by index in [`ProcessModel::steps`]; `None` for a step that is not shown.
    pub boxes: Vec<Option<Rect>>,
}

/// Cells of the map, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Rect {
    pub row: usize,
    pub col: usize,
    pub width: usize,
    pub height: usize,
}

impl Map {
    /// The map of the whole process.
    pub fn of(model: &ProcessModel, options: MapOptions) -> Self {
        Self::of_steps(model, &(0..model.steps.len()).collect(), options)
    }

    /// The map of the steps that lead to a step or that it leads to, over at most `depth` links.
    pub fn around(model: &ProcessModel, step: usize, depth: usize, options: MapOptions) -> Self {
        let spread = |forward: bool| {
            let mut reached = BTreeSet::from([step]);
            for _ in 0..depth {
                let next = links(model).map(|(at, link)| if forward { (at.from, link.to) } else { (link.to, at.from) });
                let next: Vec<_> = next.filter(|(from, _)| reached.contains(from)).map(|(_, to)| to).collect();
                reached.extend(next);
            }
            reached
        };
        Self::of_steps(model, &spread(true).union(&spread(false)).copied().collect(), options)
    }

    /// How often this thread has laid out a map: tests hold the screen to one layout for all moves on it.
    pub fn layouts() -> u64 {
        LAYOUTS.get()
    }

    /// The map of some steps. Links to others are stubs; steps that do not exist are left out.
    pub fn of_steps(model: &ProcessModel, steps: &BTreeSet<usize>, options: MapOptions) -> Self {
        LAYOUTS.set(LAYOUTS.get() + 1);
        let options = MapOptions { width: options.width.max(NARROWEST), ..options };
        let plan = Plan::of(model, steps, Room { width: options.width, gap: 1, pass: 1, apart: 2 }, &|step| {
            boxes::width(model, step, options)
        });
        draw(model, &plan, options)
    }

    /// The box of a step, where it is shown.
    pub fn rect(&self, step: usize) -> Option<Rect> {
        self.boxes.get(step).copied().flatten()
    }
}

/// The room of a plan, in columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub(super) width: usize,
    /// Between two boxes, where there is room; else one.
    pub(super) gap: usize,
    /// Of a line that passes a row.
    pub(super) pass: usize,
    /// Between two lines into one box, where it is wide enough.
    pub(super) apart: usize,
}

/// Where everything stands, in columns of any size; the height of a row is up to the renderer.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) rows: Rows,
    pub(super) entries: Entries,
}

impl Plan {
    /// Plans some steps; `wide` gives the columns of a step's box.
    pub(super) fn of(model: &ProcessModel, steps: &BTreeSet<usize>, room: Room, wide: &dyn Fn(usize) -> usize) -> Self {
        let steps: BTreeSet<usize> = steps.iter().copied().filter(|step| *step < model.steps.len()).collect();
        // Lines without room become stubs, and everything is planned again.
        let mut stubs = BTreeSet::new();
        loop {
            let mut rows = Rows::of(model, &steps, &stubs, room, wide);
            match ports::set(&mut rows) {
                Ok(entries) => return Self { rows, entries },
                Err(crowded) => stubs.extend(crowded),
            }
        }
    }
}

fn draw(model: &ProcessModel, Plan { rows, entries }: &Plan, options: MapOptions) -> Map {
    let mut map = Map { lines: Vec::new(), boxes: vec![None; model.steps.len()] };
    for (at, row) in rows.each.iter().enumerate() {
        let top = map.lines.len();
        let mut canvas = Canvas::new(top, options);
        let mut height = boxes::draw(model, rows, row, top, &mut canvas, &mut map.boxes);
        height += connectors::draw(model, &connectors::nets(rows, at, entries), top + height, &mut canvas);
        map.lines.extend(canvas.lines(height));
    }
    while map.lines.pop_if(|line| line.is_empty()).is_some() {}
    map
}

#[cfg(test)]
mod tests;
