//! The cheapest way over the rows that differ: dynamic programming over columns and pens.
//!
//! A [`Step`] is a state (a place and a pen) with what it cost to get there. In a row, the states of each column are
//! followed to the right: the cell is printed, or the run of cells that are right already is skipped, or the rest of
//! the row is erased. The states at the end of a row are where the next row starts from.

mod row;

use super::cell::Cell;
use super::pen::Pen;
use super::screen::Screen;
use super::travel::{self, Place};
use row::RowDiff;

/// Bytes of an erasure: `ESC [ K`, `ESC [ J`.
const ERASE: usize = 3;
/// A way straight to any place is not dearer: further back than that nothing is reprinted.
const REACH: usize = 8;
/// States kept from one row to the next.
const BEAM: usize = 12;

/// What a terminal shows.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    pub(super) screen: Screen,
    pub(super) place: Place,
    pub(super) pen: Pen,
}

#[derive(Debug, Clone, Copy)]
enum Operation {
    /// Nothing was done yet.
    Start,
    Go,
    Print(Cell),
    EraseLine,
    /// To the end of the screen.
    EraseBelow,
}

/// A state and how it was come by.
#[derive(Debug, Clone, Copy)]
struct Step {
    before: usize,
    operation: Operation,
    /// Bytes from the start.
    cost: usize,
    place: Place,
    pen: Pen,
}

/// A way found.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) cost: usize,
    end: usize,
}

/// The search, and the ways found so far.
#[derive(Debug)]
pub(super) struct Search<'a> {
    shown: &'a Screen,
    wanted: &'a Screen,
    steps: Vec<Step>,
    /// The states standing at each column of the current row.
    open: Vec<Vec<usize>>,
    /// States in which all rows are done though not all were visited.
    done: Vec<usize>,
}

impl<'a> Search<'a> {
    pub(super) fn new(shown: &'a Shown, wanted: &'a Screen) -> Self {
        let start = Step { before: 0, operation: Operation::Start, cost: 0, place: shown.place, pen: shown.pen };
        let open = vec![Vec::new(); wanted.width];
        let mut steps = Vec::with_capacity(wanted.width * wanted.height);
        steps.push(start);
        Self { shown: &shown.screen, wanted, steps, open, done: Vec::new() }
    }

    /// The rows that differ.
    pub(super) fn differing(&self) -> Vec<usize> {
        (0..self.wanted.height).filter(|y| self.shown.row(*y) != self.wanted.row(*y)).collect()
    }

    /// The cheapest way over rows in an order, ending with the cursor in its place.
    pub(super) fn over(&mut self, rows: &[usize], cursor: Option<(usize, usize)>) -> Found {
        // Whatever is below may be erased with the last row only if it comes later.
        let downward = rows.is_sorted();
        let filled = (0..self.wanted.height).rev().find(|y| self.wanted.row(*y).iter().any(|c| *c != Cell::BLANK));
        let mut front = vec![0];
        self.done.clear();
        for (n, row) in rows.iter().enumerate() {
            let more = n + 1 < rows.len();
            front = self.row(*row, &front, downward && more && filled.is_none_or(|filled| filled <= *row));
        }
        front.append(&mut self.done);
        if let Some((row, column)) = cursor {
            front = front.into_iter().map(|step| self.go(step, row, column)).collect();
        }
        let end = front.into_iter().min_by_key(|step| self.steps[*step].cost).unwrap_or(0);
        Found { cost: self.steps[end].cost, end }
    }

    /// The bytes of a way, and where the cursor and the pen are after them.
    pub(super) fn bytes(&self, found: &Found, out: &mut Vec<u8>) -> (Place, Pen) {
        let mut way = Vec::new();
        let mut at = found.end;
        while !matches!(self.steps[at].operation, Operation::Start) {
            way.push(at);
            at = self.steps[at].before;
        }
        for at in way.into_iter().rev() {
            let step = self.steps[at];
            let before = self.steps[step.before];
            before.pen.write(step.pen, out);
            match step.operation {
                Operation::Start => {}
                Operation::Go => {
                    if let Place::At(row, column) = step.place {
                        travel::write(before.place, row, column, out);
                    }
                }
                Operation::Print(cell) => cell.write(out),
                Operation::EraseLine => out.extend_from_slice(b"\x1b[K"),
                Operation::EraseBelow => out.extend_from_slice(b"\x1b[J"),
            }
        }
        (self.steps[found.end].place, self.steps[found.end].pen)
    }

    fn add(&mut self, before: usize, operation: Operation, cost: usize, place: Place, pen: Pen) -> usize {
        let cost = self.steps[before].cost + cost;
        self.steps.push(Step { before, operation, cost, place, pen });
        self.steps.len() - 1
    }

    fn go(&mut self, from: usize, row: usize, column: usize) -> usize {
        let Step { place, pen, .. } = self.steps[from];
        if place == Place::At(row, column) {
            return from;
        }
        self.add(from, Operation::Go, travel::cost(place, row, column), Place::At(row, column), pen)
    }

    /// Holds a state at a column, unless another one there is as good.
    fn offer(&mut self, column: usize, step: usize) {
        let new = self.steps[step];
        let steps = &self.steps;
        let beats = |a: &Step, b: &Step| a.cost <= b.cost && a.cost + a.pen.cost(b.pen) <= b.cost;
        if self.open[column].iter().any(|old| beats(&steps[*old], &new)) {
            return;
        }
        self.open[column].retain(|old| !beats(&new, &steps[*old]));
        self.open[column].push(step);
    }

    /// The states in which a row is as wanted; with `below`, also all rows after it may be erased.
    fn row(&mut self, y: usize, front: &[usize], below: bool) -> Vec<usize> {
        let row = RowDiff::new(y, self.shown.row(y), self.wanted.row(y), below);
        for start in front {
            self.enter(&row, *start);
        }
        let mut ends = Vec::new();
        for x in 0..=row.last {
            let mut here = std::mem::take(&mut self.open[x]);
            for step in here.drain(..) {
                self.print(&row, x, step, &mut ends);
                self.skip(&row, x, step);
                self.erase(&row, x, step, &mut ends);
            }
            self.open[x] = here;
        }
        self.best(ends)
    }

    /// Comes into a row: at the first cell that differs, or a little before it where that is a cheaper place to reach.
    fn enter(&mut self, row: &RowDiff<'_>, start: usize) {
        let from = match self.steps[start].place {
            Place::At(_, column) => column,
            _ => row.first,
        };
        let mut columns = [row.first, 0, from, from.saturating_sub(1)];
        columns.sort_unstable();
        let mut last = None;
        for column in columns {
            let near = column <= row.first && row.first - column <= REACH;
            if near && last != Some(column) && !row.wanted[column].is_half() {
                last = Some(column);
                let step = self.go(start, row.y, column);
                self.offer(column, step);
            }
        }
    }

    fn print(&mut self, row: &RowDiff<'_>, x: usize, step: usize, ends: &mut Vec<usize>) {
        let cell = row.wanted[x];
        if row.is_clean_for(x, REACH) {
            return;
        }
        let after = x + cell.width();
        let place = match (cell.is_certain(), after < row.wanted.len()) {
            (false, _) => Place::Lost,
            (true, true) => Place::At(row.y, after),
            (true, false) => Place::Edge(row.y),
        };
        for pen in self.pens(row, x, step, cell).into_iter().flatten() {
            let cost = self.steps[step].pen.cost(pen) + cell.cost();
            let printed = self.add(step, Operation::Print(cell), cost, place, pen);
            if after > row.last {
                ends.push(printed);
            } else if place == Place::Lost {
                let next = row.next_dirty(after);
                let there = self.go(printed, row.y, next);
                self.offer(next, there);
            } else {
                self.offer(after, printed);
            }
        }
    }

    /// Skips cells that are right already; only where printing just ended: later would not be cheaper.
    fn skip(&mut self, row: &RowDiff<'_>, x: usize, step: usize) {
        if !row.is_dirty(x) && x > 0 && row.is_dirty(x - 1) {
            let next = row.next_dirty(x);
            let there = self.go(step, row.y, next);
            self.offer(next, there);
        }
    }

    fn erase(&mut self, row: &RowDiff<'_>, x: usize, step: usize, ends: &mut Vec<usize>) {
        if x < row.tail {
            return;
        }
        let place = self.steps[step].place;
        for pen in self.pens(row, x, step, Cell::BLANK).into_iter().flatten() {
            let cost = self.steps[step].pen.cost(pen) + ERASE;
            let erased = self.add(step, Operation::EraseLine, cost, place, pen);
            ends.push(erased);
            if row.below {
                let erased = self.add(step, Operation::EraseBelow, cost, place, pen);
                self.done.push(erased);
            }
        }
    }

    /// The pens that are worth taking for a cell: its own, or for a blank any that shows nothing else.
    fn pens(&self, row: &RowDiff<'_>, x: usize, step: usize, cell: Cell) -> [Option<Pen>; 3] {
        let now = self.steps[step].pen;
        if !cell.is_blank() {
            return [Some(cell.pen), None, None];
        }
        if now.can_blank(cell.pen) {
            return [Some(now), None, None];
        }
        let ahead = row.ahead(x).filter(|pen| pen.can_blank(cell.pen));
        [Some(cell.pen), Some(now.toward_blank(cell.pen)), ahead]
    }

    /// The states from which something may still be cheapest.
    fn best(&self, mut ends: Vec<usize>) -> Vec<usize> {
        ends.sort_by_key(|end| self.steps[*end].cost);
        let mut kept: Vec<usize> = Vec::new();
        for end in ends {
            let new = &self.steps[end];
            let is_beaten = kept.iter().any(|old| {
                let old = &self.steps[*old];
                let way = match new.place {
                    Place::At(row, column) => travel::cost(old.place, row, column),
                    place if place == old.place => 0,
                    _ => return false,
                };
                old.cost + way + old.pen.cost(new.pen) <= new.cost
            });
            if !is_beaten {
                kept.push(end);
            }
            if kept.len() == BEAM {
                break;
            }
        }
        kept
    }
}
