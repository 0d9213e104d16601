//! The cheapest way over the rows that differ: dynamic programming over columns and pens.
//!
//! A [`Step`] is a state (cursor and pen) with the bytes it took. In a row, the states at each column are extended to
//! the right: the cell is printed, or cells that are right already are skipped, or the rest of the row is erased; at its start, what is left of a column. The
//! next row starts from the states at the end of the row.

mod row;

use super::cell::Cell;
use super::pen::Pen;
use super::screen::Screen;
use super::travel::{self, Cursor};

/// What a terminal shows.
#[derive(Debug, Clone)]
pub(super) struct TerminalState {
    pub(super) screen: Screen,
    pub(super) place: Cursor,
    pub(super) pen: Pen,
}

#[derive(Debug, Clone, Copy)]
enum Operation {
    Start,
    Move,
    Print(Cell),
    EraseLine,
    /// From the start of the row to the cursor.
    EraseLeft,
    /// To the end of the screen.
    EraseBelow,
}

/// A state, and how it was reached.
#[derive(Debug, Clone, Copy)]
struct Step {
    before: usize,
    operation: Operation,
    /// Bytes from the start.
    cost: usize,
    place: Cursor,
    pen: Pen,
}

#[derive(Debug)]
pub(super) struct Search<'a> {
    shown: &'a Screen,
    wanted: &'a Screen,
    steps: Vec<Step>,
    /// The states at each column of the current row.
    open: Vec<Vec<usize>>,
    /// States in which all rows are right though not all were visited.
    done: Vec<usize>,
}

impl<'a> Search<'a> {
    pub(super) fn new(shown: &'a TerminalState, wanted: &'a Screen) -> Self {
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

    /// No way over rows takes fewer bytes: what is written on them has to be sent.
    pub(super) fn least(&self, rows: &[usize]) -> usize {
        let written = |y: usize| self.shown.row(y).iter().zip(self.wanted.row(y));
        let is_new = |(shown, wanted): &(&Cell, &Cell)| shown != wanted && !wanted.is_blank() && !wanted.is_half();
        rows.iter().map(|y| written(*y).filter(is_new).count()).sum()
    }

    /// The end of the cheapest way over rows in an order, with the cursor in its place; none where it takes `most` bytes
    /// or more.
    pub(super) fn over(&mut self, rows: &[usize], cursor: Option<(usize, usize)>, most: usize) -> Option<usize> {
        // Rows below may be erased together only if none of them was visited.
        let downward = rows.is_sorted();
        let filled = (0..self.wanted.height).rev().find(|y| self.wanted.row(*y).iter().any(|c| *c != Cell::BLANK));
        let mut front = vec![0];
        self.done.clear();
        for (n, row) in rows.iter().enumerate() {
            let more = n + 1 < rows.len();
            front = self.row(*row, &front, downward && more && filled.is_none_or(|filled| filled <= *row));
            let is_dear = |end: &usize| self.steps[*end].cost >= most;
            if front.iter().all(is_dear) && self.done.iter().all(is_dear) {
                return None;
            }
        }
        front.append(&mut self.done);
        if let Some((row, column)) = cursor {
            front = front.into_iter().map(|step| self.go(step, row, column)).collect();
        }
        front.into_iter().min_by_key(|step| self.steps[*step].cost).filter(|end| self.steps[*end].cost < most)
    }

    /// The bytes of a way.
    pub(super) fn cost(&self, end: usize) -> usize {
        self.steps[end].cost
    }

    /// The bytes of a way, and where the cursor and the pen are after them.
    pub(super) fn bytes(&self, end: usize, out: &mut Vec<u8>) -> (Cursor, Pen) {
        let mut way = Vec::new();
        let mut at = end;
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
                Operation::Move => {
                    if let Cursor::At(row, column) = step.place {
                        travel::write(before.place, row, column, out);
                    }
                }
                Operation::Print(cell) => cell.write(out),
                Operation::EraseLine => out.extend_from_slice(b"\x1b[K"),
                Operation::EraseLeft => out.extend_from_slice(b"\x1b[1K"),
                Operation::EraseBelow => out.extend_from_slice(b"\x1b[J"),
            }
        }
        (self.steps[end].place, self.steps[end].pen)
    }

    fn add(&mut self, before: usize, operation: Operation, cost: usize, place: Cursor, pen: Pen) -> usize {
        let cost = self.steps[before].cost + cost;
        self.steps.push(Step { before, operation, cost, place, pen });
        self.steps.len() - 1
    }

    fn go(&mut self, from: usize, row: usize, column: usize) -> usize {
        let Step { place, pen, .. } = self.steps[from];
        if place == Cursor::At(row, column) {
            return from;
        }
        self.add(from, Operation::Move, travel::cost(place, row, column), Cursor::At(row, column), pen)
    }

    /// Adds a state at a column, unless another one there is as good.
    fn offer(&mut self, column: usize, step: usize) {
        let Step { cost, pen, .. } = self.steps[step];
        let steps = &self.steps;
        let is_beaten = |old: &usize| {
            let old = &steps[*old];
            old.cost <= cost && (old.pen == pen || old.cost + old.pen.cost(pen) <= cost)
        };
        if self.open[column].iter().any(is_beaten) {
            return;
        }
        self.open[column].retain(|old| {
            let old = &steps[*old];
            cost > old.cost || cost + pen.cost(old.pen) > old.cost
        });
        self.open[column].push(step);
    }
}
