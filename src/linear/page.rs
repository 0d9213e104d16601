//! One reply: wrapped lines of plain text.

use textwrap::{Options as Wrap, WordSplitter};

use super::Options;
use crate::text;

/// The most columns that a line takes.
pub(super) const WIDTH: usize = 80;

/// What stands before the line that a person types.
const PROMPT: &str = "> ";

/// The lines of one reply, from top to bottom.
#[derive(Debug)]
pub(super) struct Page {
    text: String,
    options: Options,
}

impl Page {
    /// An empty page.
    pub(super) fn new(options: Options) -> Self {
        Self { text: String::new(), options }
    }

    /// What is written: only line ends, and characters that are no control characters.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// A blank line; never two in a row.
    pub(super) fn gap(&mut self) {
        if !self.text.ends_with("\n\n") && self.text != "\n" {
            self.text.push('\n');
        }
    }

    /// A paragraph.
    pub(super) fn say(&mut self, words: &str) {
        self.set("", words);
    }

    /// A paragraph after a mark; its later lines stand under its first.
    pub(super) fn set(&mut self, mark: &str, words: &str) {
        let (mark, words) = (self.plain(mark), self.plain(words));
        let rest = " ".repeat(textwrap::core::display_width(&mark));
        // A word cut at a hyphen is read out as two.
        let wrap =
            Wrap::new(WIDTH).initial_indent(&mark).subsequent_indent(&rest).word_splitter(WordSplitter::NoHyphenation);
        for line in textwrap::wrap(&words, wrap) {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    /// Where a person types.
    pub(super) fn prompt(&mut self) {
        self.text.push_str(PROMPT);
    }

    /// The words without control characters, whatever the content holds, and in ASCII where that is asked for.
    fn plain(&self, words: &str) -> String {
        let words = text::clean(words);
        if self.options.ascii { text::ascii(&words) } else { words }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(ascii: bool) -> Page {
        Page::new(Options { ascii })
    }

    #[test]
    fn later_lines_stand_under_the_first() {
        let mut page = page(false);
        page.set("(!) ", &"word ".repeat(20));
        let lines: Vec<&str> = page.text().lines().collect();
        assert_eq!(lines, [format!("(!) {}", ["word"; 15].join(" ")), format!("    {}", ["word"; 5].join(" "))]);
    }

    #[test]
    fn nothing_but_text_gets_out_and_never_too_wide() {
        let mut page = page(false);
        page.set("- ", &format!("a\u{1b}[2J\tb\u{9b}c\n{}", "x".repeat(200)));
        assert!(page.text().lines().all(|line| textwrap::core::display_width(line) <= WIDTH));
        assert!(page.text().chars().all(|c| c == '\n' || !c.is_control()));
    }

    #[test]
    fn ascii_leaves_no_other_character() {
        let mut page = page(true);
        page.say("¿Nació aquí? «sí»");
        assert_eq!(page.text(), "?Nacio aqui? <<si>>\n");
    }

    #[test]
    fn blank_lines_do_not_pile_up() {
        let mut page = page(false);
        for _ in 0..3 {
            page.gap();
        }
        page.say("a");
        for _ in 0..3 {
            page.gap();
        }
        page.say("b");
        assert_eq!(page.text(), "\na\n\nb\n");
    }
}
