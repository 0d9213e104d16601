//! Text on the page. Nothing measures it, so every width is reckoned on the wide side.

use maud::{Markup, html};
use unicode_width::UnicodeWidthStr;

/// How text is set: its size, from one line to the next, whether it is bold.
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

    /// How wide words are at most.
    pub(super) fn width(self, words: &str) -> usize {
        words.width() * self.size * self.hundredths() / 100
    }

    /// How many cells of text there is room for.
    pub(super) fn cells(self, room: usize) -> usize {
        room * 100 / (self.size * self.hundredths())
    }

    /// The width of a cell in hundredths of the size: wider than most letters of common fonts are.
    fn hundredths(self) -> usize {
        if self.bold { 66 } else { 58 }
    }
}

/// From where a text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hang {
    /// To the right.
    Left,
    /// To both sides.
    Middle,
    /// To the left.
    Right,
}

/// Wrapped text below a height; and the height below it.
pub(super) fn said(
    words: &str,
    kind: Type,
    (x, y): (usize, usize),
    room: usize,
    (hang, color): (Hang, &str),
) -> (Markup, usize) {
    let lines = textwrap::wrap(words, kind.cells(room).max(8));
    let count = lines.len();
    let texts = lines.iter().enumerate().map(|(nth, line)| {
        // The base line of a text lies a good three quarters of its size below its top.
        let base = y + nth * kind.line + kind.size * 4 / 5;
        text(line, kind, (x, base), (hang, color))
    });
    let markup = html! { @for text in texts { (text) } };
    (markup, y + count * kind.line)
}

/// One line of text on its base line.
pub(super) fn text(words: &str, kind: Type, (x, base): (usize, usize), (hang, color): (Hang, &str)) -> Markup {
    let anchor = match hang {
        Hang::Left => "start",
        Hang::Middle => "middle",
        Hang::Right => "end",
    };
    let weight = if kind.bold { "bold" } else { "normal" };
    html! {
        text x=(x) y=(base) font-size=(kind.size) font-weight=(weight) text-anchor=(anchor) fill=(color) { (words) }
    }
}
