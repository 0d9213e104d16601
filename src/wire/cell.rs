//! One cell: a character with its combining marks, and a pen.

use ratatui::buffer::{Cell as Drawn, CellWidth};
use unicode_width::UnicodeWidthChar;

use super::out::Out;
use super::pen::Pen;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    /// A character and at most two combining marks, 21 bits each; 0 in the right half of a wide character.
    text: u64,
    pub(super) pen: Pen,
}

const CHAR_BITS: u32 = 21;
const CHARS: usize = 3;
const WIDE: u64 = 1 << 63;

impl Cell {
    /// An erased cell on the default background.
    pub(super) const BLANK: Self = Self { text: b' ' as u64, pen: Pen::PLAIN };

    /// What a terminal should show for a cell, and how many cells it fills for ratatui.
    ///
    /// Where terminals differ on the width of a cluster (joined emoji, variation selectors), only its first character is
    /// shown; control characters become blanks.
    pub(super) fn of(drawn: &Drawn) -> (Self, usize) {
        let symbol = drawn.symbol();
        let pen = Pen::of(drawn);
        if let [byte @ 0x21..=0x7e] = symbol.as_bytes() {
            return (Self { text: u64::from(*byte), pen }, 1);
        }
        let blank = Self { text: Self::BLANK.text, pen }.erased();
        if matches!(symbol, " " | "") || symbol.chars().any(char::is_control) {
            return (blank, 1);
        }
        let claimed = usize::from(symbol.cell_width()).max(1);
        let widths = || symbol.chars().map(|c| c.width().unwrap_or(0));
        let is_one = widths().sum::<usize>() == claimed && widths().skip(1).all(|width| width == 0);
        let chars = symbol.chars().take(if is_one { CHARS } else { 1 });
        let text = chars.zip([0, CHAR_BITS, 2 * CHAR_BITS]).fold(0, |text, (c, shift)| text | u64::from(c) << shift);
        match widths().next() {
            Some(1) => (Self { text, pen }, claimed),
            Some(2) => (Self { text: text | WIDE, pen }, claimed.max(2)),
            _ => (blank, claimed),
        }
    }

    /// The right half of a wide cell.
    pub(super) fn half(self) -> Self {
        Self { text: 0, pen: self.pen }
    }

    /// A blank with the background of the cell.
    pub(super) fn erased(self) -> Self {
        Self { text: Self::BLANK.text, pen: self.pen.for_blank() }
    }

    pub(super) fn is_half(self) -> bool {
        self.text == 0
    }

    pub(super) fn is_wide(self) -> bool {
        self.text & WIDE != 0
    }

    /// Whether the cell is nothing but its background.
    pub(super) fn is_blank(self) -> bool {
        self.text == Self::BLANK.text && self.pen.leaves_blanks()
    }

    pub(super) fn width(self) -> usize {
        if self.is_wide() { 2 } else { 1 }
    }

    fn chars(self) -> impl Iterator<Item = char> {
        let text = self.text & !WIDE;
        [0, CHAR_BITS, 2 * CHAR_BITS].into_iter().filter_map(move |shift| {
            let code = u32::try_from(text >> shift & ((1 << CHAR_BITS) - 1)).ok()?;
            char::from_u32(code).filter(|c| *c != '\0')
        })
    }

    /// Bytes of its text.
    pub(super) fn cost(self) -> usize {
        if self.text < 0x80 { 1 } else { self.chars().map(char::len_utf8).sum() }
    }

    pub(super) fn write(self, out: &mut impl Out) {
        self.chars().for_each(|c| out.put(c.encode_utf8(&mut [0; 4]).as_bytes()));
    }

    /// Whether all terminals agree on the width of the cell.
    ///
    /// Unicode calls accented letters, quotes, dashes and line characters ambiguous, but terminals set to a language that
    /// is written with them show them in one cell.
    pub(super) fn is_certain(self) -> bool {
        let text = self.text & !WIDE;
        let code = match u32::try_from(text) {
            Ok(code @ 0..0x80) => return code != 0,
            Ok(code) if code >> CHAR_BITS == 0 => code,
            _ => return false,
        };
        matches!(code,
            0xa1..=0xac | 0xae..=0x2ff | 0x370..=0x482 | 0x48a..=0x52f | 0x1e00..=0x1eff
            | 0x2010..=0x2027 | 0x2030..=0x203a | 0x20a0..=0x20c0 | 0x2190..=0x2193 | 0x2500..=0x259f
            | 0x3041..=0x3096 | 0x30a1..=0x30fa | 0x4e00..=0x9fff | 0xac00..=0xd7a3 | 0xff01..=0xff60)
            && !matches!(code, 0xa9 | 0xae)
    }
}
