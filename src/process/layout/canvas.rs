//! A grid of cells to draw on.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::MapOptions;

/// Directions in which a line leaves a cell.
pub(super) const UP: u8 = 1;
pub(super) const DOWN: u8 = 2;
pub(super) const LEFT: u8 = 4;
pub(super) const RIGHT: u8 = 8;

/// The glyph of each set of directions, in the order of their sums, and the ASCII one.
const JOINTS: [(&str, &str); 16] = [
    (" ", " "),
    (" ", " "),
    (" ", " "),
    ("│", "|"),
    (" ", " "),
    ("┘", "+"),
    ("┐", "+"),
    ("┤", "+"),
    (" ", " "),
    ("└", "+"),
    ("┌", "+"),
    ("├", "+"),
    ("─", "-"),
    ("┴", "+"),
    ("┬", "+"),
    ("┼", "+"),
];

const BLANK: Cow<'_, str> = Cow::Borrowed(" ");

/// Rows of cells; a cell is empty where the wide character before it reaches into it. A canvas is a part of a map, from
/// one row on.
#[derive(Debug)]
pub(super) struct Canvas {
    first: usize,
    cells: Vec<Vec<Cow<'static, str>>>,
    pub(super) options: MapOptions,
}

impl Canvas {
    pub(super) fn new(first: usize, options: MapOptions) -> Self {
        Self { first, cells: Vec::new(), options }
    }

    pub(super) fn text(&mut self, row: usize, col: usize, words: &str) {
        let mut col = col;
        for piece in words.graphemes(true) {
            let width = piece.width();
            *self.cell(row, col) = Cow::Owned(piece.to_owned());
            for reached in 1..width {
                *self.cell(row, col + reached) = Cow::default();
            }
            col += width;
        }
    }

    pub(super) fn line(&mut self, row: usize, col: usize, ways: u8) {
        let glyphs = JOINTS.get(usize::from(ways)).copied().unwrap_or_default();
        *self.cell(row, col) = Cow::Borrowed(self.options.charset.pick(glyphs));
    }

    /// So many lines, without trailing blanks.
    pub(super) fn lines(mut self, height: usize) -> impl Iterator<Item = String> {
        self.cells.resize_with(height, Vec::new);
        self.cells.into_iter().map(|row| row.concat().trim_end().to_owned())
    }

    #[expect(clippy::indexing_slicing, reason = "the cell was made in the lines above")]
    fn cell(&mut self, row: usize, col: usize) -> &mut Cow<'static, str> {
        let row = row.saturating_sub(self.first);
        if self.cells.len() <= row {
            self.cells.resize_with(row + 1, Vec::new);
        }
        if self.cells[row].len() <= col {
            self.cells[row].resize(col + 1, BLANK);
        }
        &mut self.cells[row][col]
    }
}
