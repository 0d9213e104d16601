//! A grid of cells to draw on.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::MapOptions;
/// Directions in which a line leaves a cell.
pub(super) const UP: u8 = 1;
pub(super) const DOWN: u8 = 2;
pub(super) const LEFT: u8 = 4;
pub(super) const RIGHT: u8 = 8;

/// The glyph of each set of directions, in the order of their sums.
const JOINTS: (&str, &str) = ("   │ ┘┐┤ └┌├─┴┬┼", "   | +++ +++-+++");

/// Rows of cells; a cell is empty where the wide character before it reaches into it.
#[derive(Debug)]
pub(super) struct Canvas {
    cells: Vec<Vec<String>>,
    pub(super) options: MapOptions,
}

impl Canvas {
    pub(super) fn new(options: MapOptions) -> Self {
        Self { cells: Vec::new(), options }
    }

    pub(super) fn text(&mut self, row: usize, col: usize, words: &str) {
        let mut col = col;
        for piece in words.graphemes(true) {
            let width = piece.width();
            piece.clone_into(self.cell(row, col));
            for reached in 1..width {
                self.cell(row, col + reached).clear();
            }
            col += width;
        }
    }

    pub(super) fn line(&mut self, row: usize, col: usize, ways: u8) {
        let glyphs = self.options.charset.pick(JOINTS);
        *self.cell(row, col) = glyphs.chars().nth(ways.into()).unwrap_or(' ').into();
    }

    /// The lines, without trailing blanks.
    pub(super) fn lines(self) -> Vec<String> {
        let mut lines: Vec<String> = self.cells.iter().map(|row| row.concat().trim_end().to_owned()).collect();
        while lines.pop_if(|line| line.is_empty()).is_some() {}
        lines
    }

    #[expect(clippy::indexing_slicing, reason = "the cell was made in the lines above")]
    fn cell(&mut self, row: usize, col: usize) -> &mut String {
        if self.cells.len() <= row {
            self.cells.resize_with(row + 1, Vec::new);
        }
        if self.cells[row].len() <= col {
            self.cells[row].resize_with(col + 1, || " ".to_owned());
        }
        &mut self.cells[row][col]
    }
}
