//! Text on the page. It cannot be measured, so widths are estimated generously.

use maud::{Markup, html};
use unicode_width::UnicodeWidthStr;

/// A type style; sizes in units.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    pub(super) size: usize,
    pub(super) line: usize,
    pub(super) bold: bool,
}

impl Type {
    pub(super) const TITLE: Self = Self { size: 64, line: 76, bold: true };
    pub(super) const PART: Self = Self { size: 40, line: 50, bold: false };
    pub(super) const NOTICE: Self = Self { size: 29, line: 38, bold: true };
    pub(super) const LABEL: Self = Self { size: 33, line: 39, bold: true };
    pub(super) const NOTE: Self = Self { size: 26, line: 33, bold: false };
    pub(super) const SMALL: Self = Self { size: 24, line: 29, bold: false };

    /// The most width of some words.
    pub(super) fn width(self, words: &str) -> usize {
        words.width() * self.size * self.hundredths() / 100
    }

    /// How many cells fit.
    pub(super) fn cells(self, room: usize) -> usize {
        room * 100 / (self.size * self.hundredths())
    }

    /// The width of a cell in hundredths of the size: wider than most letters of common fonts.
    fn hundredths(self) -> usize {
        if self.bold { 66 } else { 58 }
    }
}

/// Where a text is relative to its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Middle,
    Right,
}

/// Wrapped text from a height on, and the height below it.
pub(super) fn paragraph(
    words: &str,
    kind: Type,
    (x, y): (usize, usize),
    room: usize,
    (align, color): (Align, &str),
) -> (Markup, usize) {
    let lines = textwrap::wrap(words, kind.cells(room).max(8));
    let count = lines.len();
    let texts = lines.iter().enumerate().map(|(nth, line)| {
        // The base line is about four fifths of the size below the top.
        let base = y + nth * kind.line + kind.size * 4 / 5;
        text(line, kind, (x, base), (align, color))
    });
    let markup = html! { @for text in texts { (text) } };
    (markup, y + count * kind.line)
}

/// Paragraphs, one below the other, each in its colour; and the height below the last.
pub(super) fn paragraphs<'t>(
    all: impl Iterator<Item = (&'t String, Type, &'t str)>,
    (x, mut y): (usize, usize),
    room: usize,
) -> (Markup, usize) {
    let mut parts = Vec::new();
    for (words, kind, color) in all {
        let part;
        (part, y) = paragraph(words, kind, (x, y), room, (Align::Left, color));
        parts.push(part);
    }
    (html! { @for part in parts { (part) } }, y)
}

/// A line of text on its base line.
pub(super) fn text(words: &str, kind: Type, (x, base): (usize, usize), (align, color): (Align, &str)) -> Markup {
    let anchor = match align {
        Align::Left => "start",
        Align::Middle => "middle",
        Align::Right => "end",
    };
    let weight = if kind.bold { "bold" } else { "normal" };
    html! {
        text x=(x) y=(base) font-size=(kind.size) font-weight=(weight) text-anchor=(anchor) fill=(color) { (words) }
    }
}
