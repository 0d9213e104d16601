//! Documents as lines of text, for a pipe, a printer, a screen reader or a slow line.
//!
//! Floor 5: imports documents and what lies below them. Nothing gets through that a terminal would obey.
//!
//! ```text
//! [?] Colombia: cannot tell yet, 4 of 5 met
//!   [+] Presence: 2019 is on or before 11 June 2023 (answer 4)
//!   (?) The guide names no document that proves it.
//! ```

mod document;
mod found;
mod table;

use std::ops::Range;
use textwrap::{Options as Wrap, WordSeparator, WordSplitter};

use crate::document::Anchor;
use crate::text;

pub use found::found;

/// Columns of a line where nothing else is known.
pub const WIDTH: usize = 80;

/// How the lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Options {
    /// The most columns of a line; none for lines that are not wrapped.
    pub width: Option<usize>,
    /// In ASCII alone, accents left out.
    pub ascii: bool,
    /// Headings in bold, by an escape sequence.
    pub bold: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { width: Some(WIDTH), ascii: false, bold: false }
    }
}

/// Lines from top to bottom, and which of them belong to which block of a document.
#[derive(Debug, Default)]
pub struct TextPage {
    text: String,
    options: Options,
    lines: usize,
    anchors: Vec<(Anchor, Range<usize>)>,
}

impl TextPage {
    /// An empty page.
    pub fn new(options: Options) -> Self {
        Self { options, ..Self::default() }
    }

    /// What is on it: text and line ends, and escape sequences for bold where those were asked for.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same, without keeping the page.
    pub fn finish(self) -> String {
        self.text
    }

    /// The blocks that were put, in order, each with its lines.
    pub fn anchors(&self) -> &[(Anchor, Range<usize>)] {
        &self.anchors
    }

    /// A blank line between what stands there and what comes; never two in a row, and none at the beginning.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.push("");
        }
    }

    /// Whether its lines are ASCII alone.
    pub fn is_ascii(&self) -> bool {
        self.options.ascii
    }

    /// A paragraph.
    pub fn say(&mut self, words: &str) {
        self.put("", words);
    }

    /// A paragraph after a mark; its later lines stand under its first.
    pub fn put(&mut self, mark: &str, words: &str) {
        for line in self.wrap(mark, words) {
            self.push(&line);
        }
    }

    /// A paragraph that stands out.
    pub fn heading(&mut self, mark: &str, words: &str) {
        for line in self.wrap(mark, words) {
            self.push(&if self.options.bold { format!("\x1b[1m{line}\x1b[0m") } else { line });
        }
    }

    fn push(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.lines += 1;
    }

    fn wrap(&self, mark: &str, words: &str) -> Vec<String> {
        let (mark, words) = (self.plain(mark), self.plain(words));
        let Some(width) = self.options.width else { return vec![format!("{mark}{words}").trim_end().to_owned()] };
        let rest = " ".repeat(textwrap::core::display_width(&mark));
        // A word cut at a hyphen is read out as two, and a number cut at its blank is another number.
        let wrap = Wrap::new(width)
            .initial_indent(&mark)
            .subsequent_indent(&rest)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        textwrap::wrap(&text::glued(&words), wrap).into_iter().map(|line| text::unglued(line.trim_end())).collect()
    }

    fn plain(&self, words: &str) -> String {
        let clean = text::clean(words);
        if self.options.ascii { text::ascii(&clean) } else { clean }
    }
}

#[cfg(test)]
mod tests;
