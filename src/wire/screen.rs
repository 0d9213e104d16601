//! A grid of cells.

use ratatui::buffer::Cell as Drawn;

use super::cell::Cell;
use super::scroll::Scroll;

/// What a terminal shows, or should show. It never contains half a wide character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Screen {
    pub(super) width: usize,
    pub(super) height: usize,
    cells: Vec<Cell>,
}

impl Screen {
    pub(super) fn blank(width: usize, height: usize) -> Self {
        Self { width, height, cells: vec![Cell::BLANK; width * height] }
    }

    pub(super) fn row(&self, y: usize) -> &[Cell] {
        &self.cells[y * self.width..(y + 1) * self.width]
    }

    fn row_mut(&mut self, y: usize) -> &mut [Cell] {
        &mut self.cells[y * self.width..(y + 1) * self.width]
    }

    /// Blanks cells in reading order.
    pub(super) fn erase(&mut self, from: usize, to: usize) {
        for at in from.min(self.cells.len())..to.min(self.cells.len()) {
            let (x, y) = (at % self.width, at / self.width);
            self.part(x, y);
            self.cells[at] = Cell::BLANK;
        }
    }

    /// Sets a cell; outside of the screen nothing happens.
    pub(super) fn put(&mut self, x: usize, y: usize, drawn: &Drawn) {
        if x >= self.width || y >= self.height {
            return;
        }
        let (cell, claimed) = Cell::of(drawn);
        let fits = x + cell.width() <= self.width;
        let cell = if fits { cell } else { cell.erased() };
        let filled = cell.width();
        for n in x..(x + claimed.max(filled)).min(self.width) {
            self.part(n, y);
        }
        let row = self.row_mut(y);
        row[x] = cell;
        if cell.is_wide() {
            row[x + 1] = cell.half();
        }
        // Cells that the character does not fill are plain blanks for ratatui.
        row[x + filled..].iter_mut().take(claimed.saturating_sub(filled)).for_each(|spare| *spare = Cell::BLANK);
    }

    /// Blanks a wide character that covers a cell.
    fn part(&mut self, x: usize, y: usize) {
        let row = self.row_mut(y);
        if row[x].is_half() {
            row[x - 1] = Cell::BLANK;
            row[x] = Cell::BLANK;
        } else if row[x].is_wide() {
            row[x] = Cell::BLANK;
            row[x + 1] = Cell::BLANK;
        }
    }

    /// Moves the rows of a region; new ones are blank.
    pub(super) fn scroll(&mut self, Scroll { top, bottom, by, up }: Scroll) {
        let region = &mut self.cells[top * self.width..(bottom + 1) * self.width];
        let (by, kept) = (by * self.width, region.len() - by * self.width);
        if up {
            region.copy_within(by.., 0);
            region[kept..].fill(Cell::BLANK);
        } else {
            region.copy_within(..kept, by);
            region[..by].fill(Cell::BLANK);
        }
    }
}
