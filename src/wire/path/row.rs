//! One row that differs, and where.

use crate::wire::cell::Cell;
use crate::wire::pen::Pen;

/// A row that differs.
pub(super) struct RowDiff<'a> {
    pub(super) y: usize,
    shown: &'a [Cell],
    pub(super) wanted: &'a [Cell],
    /// The first and last columns that differ.
    pub(super) first: usize,
    pub(super) last: usize,
    /// From here on all is to be blank on the default background.
    pub(super) tail: usize,
    pub(super) below: bool,
}

impl<'a> RowDiff<'a> {
    pub(super) fn new(y: usize, shown: &'a [Cell], wanted: &'a [Cell], below: bool) -> Self {
        let differs = |x: &usize| shown[*x] != wanted[*x];
        let first = (0..wanted.len()).find(differs).unwrap_or(0);
        let last = (0..wanted.len()).rev().find(differs).unwrap_or(0);
        let tail = wanted.iter().rposition(|cell| *cell != Cell::BLANK).map_or(0, |x| x + 1);
        Self { y, shown, wanted, first, last, tail, below }
    }

    pub(super) fn is_dirty(&self, x: usize) -> bool {
        self.shown[x] != self.wanted[x]
    }

    /// The next column from `x` on that differs.
    pub(super) fn next_dirty(&self, x: usize) -> usize {
        (x..=self.last).find(|x| self.is_dirty(*x)).unwrap_or(self.last)
    }

    /// Whether more cells than a number are right, from `x` on.
    pub(super) fn is_clean_for(&self, x: usize, cells: usize) -> bool {
        (x..=self.last.min(x + cells)).all(|x| !self.is_dirty(x))
    }

    /// The pen of the next cell that is no blank.
    pub(super) fn ahead(&self, x: usize) -> Option<Pen> {
        self.wanted[x..=self.last].iter().find(|cell| !cell.is_blank()).map(|cell| cell.pen)
    }
}
