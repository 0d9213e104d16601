//! The search within one row that differs.

use super::{Operation, Search};
use crate::wire::cell::Cell;
use crate::wire::pen::Pen;
use crate::wire::travel::{self, Cursor};

/// Bytes of `ESC [ K` and `ESC [ J`, and of `ESC [ 1 K`.
const ERASE: usize = 3;
const ERASE_LEFT: usize = 4;
/// An absolute cursor movement costs no more: cells further back are never reprinted.
const REACH: usize = 8;
/// States kept from one row to the next.
const BEAM: usize = 12;

struct RowDiff<'a> {
    y: usize,
    shown: &'a [Cell],
    wanted: &'a [Cell],
    /// The first and last columns that differ.
    first: usize,
    last: usize,
    /// From each column on, the next one that differs.
    next: Vec<usize>,
    /// Up to here all cells are blank on the default background.
    head: usize,
    /// From here on all cells are blank on the default background.
    tail: usize,
    below: bool,
}

impl<'a> RowDiff<'a> {
    fn new(y: usize, shown: &'a [Cell], wanted: &'a [Cell], below: bool) -> Self {
        let differs = |x: &usize| shown[*x] != wanted[*x];
        let first = (0..wanted.len()).find(differs).unwrap_or(0);
        let last = (0..wanted.len()).rev().find(differs).unwrap_or(0);
        let mut next = vec![last; last + 1];
        for x in (0..last).rev() {
            next[x] = if differs(&x) { x } else { next[x + 1] };
        }
        let tail = wanted.iter().rposition(|cell| *cell != Cell::BLANK).map_or(0, |x| x + 1);
        let head = wanted.iter().position(|cell| *cell != Cell::BLANK).unwrap_or(wanted.len());
        Self { y, shown, wanted, first, last, next, head, tail, below }
    }

    fn is_dirty(&self, x: usize) -> bool {
        self.next.get(x) == Some(&x)
    }

    /// The next column from `x` on that differs.
    fn next_dirty(&self, x: usize) -> usize {
        self.next.get(x).copied().unwrap_or(self.last)
    }

    /// Whether more than so many cells from `x` on are right.
    fn is_clean_for(&self, x: usize, cells: usize) -> bool {
        self.next_dirty(x) > x + cells
    }

    /// The pen of the next cell that is not blank.
    fn ahead(&self, x: usize) -> Option<Pen> {
        self.wanted[x..=self.last].iter().find(|cell| !cell.is_blank()).map(|cell| cell.pen)
    }

    /// The last column that differs in the blanks at the left, where there are enough of them to be erased.
    fn last_left(&self) -> Option<usize> {
        let last = (self.first..self.head.min(self.last + 1)).rev().find(|x| self.is_dirty(*x))?;
        (last >= self.first + ERASE_LEFT).then_some(last)
    }
}

impl Search<'_> {
    /// The states in which a row is as wanted; with `below`, all rows below may be erased with it.
    pub(super) fn row(&mut self, y: usize, front: &[usize], below: bool) -> Vec<usize> {
        let row = RowDiff::new(y, self.shown.row(y), self.wanted.row(y), below);
        let mut ends = Vec::new();
        for start in front {
            self.enter(&row, *start);
            self.erase_left(&row, *start, &mut ends);
        }
        for x in row.first.saturating_sub(REACH)..=row.last {
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

    /// Enters a row at the first cell that differs, or a little before it where that is cheaper.
    fn enter(&mut self, row: &RowDiff<'_>, start: usize) {
        let from = match self.steps[start].place {
            Cursor::At(_, column) => column,
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

    /// Erases what is left of a column, and the column: the last one that differs there, the one in which the cursor is,
    /// or the first that is written anew.
    fn erase_left(&mut self, row: &RowDiff<'_>, start: usize, ends: &mut Vec<usize>) {
        let Some(last) = row.last_left() else { return };
        let here = match self.steps[start].place {
            Cursor::At(_, column) => column,
            _ => last,
        };
        let is_printed = |x: &usize| *x == row.head && row.is_dirty(*x);
        let fits = |x: &usize| (last..row.head).contains(x) || is_printed(x);
        // Half of a wide character would be left over.
        let is_whole = |x: &usize| row.shown.get(x + 1).is_none_or(|cell| !cell.is_half());
        let mut before = None;
        for x in [last, here, row.head].into_iter().filter(fits).filter(is_whole) {
            if before.replace(x) == Some(x) {
                continue;
            }
            let there = self.go(start, row.y, x);
            for pen in self.pens(row, x.min(row.last), there, Cell::BLANK).into_iter().flatten() {
                let cost = self.steps[there].pen.cost(pen) + ERASE_LEFT;
                let erased = self.add(there, Operation::EraseLeft, cost, Cursor::At(row.y, x), pen);
                if is_printed(&x) {
                    self.offer(x, erased);
                } else if x >= row.last {
                    ends.push(erased);
                } else {
                    let next = row.next_dirty(x + 1);
                    let there = self.go(erased, row.y, next);
                    self.offer(next, there);
                }
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
            (false, _) => Cursor::Unknown,
            (true, true) => Cursor::At(row.y, after),
            (true, false) => Cursor::Edge(row.y),
        };
        for pen in self.pens(row, x, step, cell).into_iter().flatten() {
            let cost = self.steps[step].pen.cost(pen) + cell.cost();
            let printed = self.add(step, Operation::Print(cell), cost, place, pen);
            if after > row.last {
                ends.push(printed);
            } else if place == Cursor::Unknown {
                let next = row.next_dirty(after);
                let there = self.go(printed, row.y, next);
                self.offer(next, there);
            } else {
                self.offer(after, printed);
            }
        }
    }

    /// Skips cells that are right already, only directly after a differing one: later is never cheaper.
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

    /// The pens worth trying for a cell: its own, or for a blank any that looks the same.
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

    /// The states that may lead to the cheapest way.
    fn best(&self, mut ends: Vec<usize>) -> Vec<usize> {
        ends.sort_by_key(|end| self.steps[*end].cost);
        let mut kept: Vec<usize> = Vec::new();
        for end in ends {
            let new = &self.steps[end];
            let is_beaten = kept.iter().any(|old| {
                let old = &self.steps[*old];
                let way = match new.place {
                    Cursor::At(row, column) => travel::cost(old.place, row, column),
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
