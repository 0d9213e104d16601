//! Text for a terminal, a pipe or a printer: 80 columns, nothing in it that a terminal would obey.

use textwrap::Options;

use crate::text;

/// The most columns of a line.
const WIDTH: usize = 80;

/// Lines, one under the other.
#[derive(Debug)]
pub(super) struct Page {
    text: String,
    ascii: bool,
    bold: bool,
}

impl Page {
    /// An empty page: `ascii` transliterates, `bold` marks headings.
    pub(super) fn new(ascii: bool, bold: bool) -> Self {
        Self { text: String::new(), ascii, bold }
    }

    /// A paragraph; its later lines are set under its first, after the `first` few characters.
    pub(super) fn put(&mut self, first: &str, words: &str) {
        for line in self.wrap(first, words) {
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }

    /// A paragraph that stands out.
    pub(super) fn heading(&mut self, first: &str, words: &str) {
        for line in self.wrap(first, words) {
            let line = if self.bold { format!("\x1b[1m{line}\x1b[0m") } else { line };
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }

    /// A list, each after the same mark.
    pub(super) fn list(&mut self, mark: &str, items: impl IntoIterator<Item = impl AsRef<str>>) {
        for item in items {
            self.put(mark, item.as_ref());
        }
    }

    /// An empty line between what stands there and what comes.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Lines that are wrapped already.
    pub(super) fn wrapped(&mut self, lines: &str) {
        for line in lines.lines() {
            self.text.push_str(&self.clean(line));
            self.text.push('\n');
        }
    }

    /// Everything, as it is printed.
    pub(super) fn finish(self) -> String {
        self.text
    }

    fn wrap(&self, first: &str, words: &str) -> Vec<String> {
        let first = self.clean(first);
        let rest = " ".repeat(textwrap::core::display_width(&first));
        let options = Options::new(WIDTH).initial_indent(&first).subsequent_indent(&rest);
        let words = self.clean(words);
        textwrap::wrap(&words, options).into_iter().map(|line| line.trim_end().to_owned()).collect()
    }

    fn clean(&self, words: &str) -> String {
        let clean = text::clean(words);
        if self.ascii { text::ascii(&clean) } else { clean }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_gets_through() {
        let mut page = Page::new(false, false);
        page.put("", "a\x1b[31mb\u{9b}c\u{202e}d\re");
        assert_eq!(page.finish(), "a [31mb c d e\n");
    }

    #[test]
    fn accents_go_where_only_ascii_may_be_printed() {
        let mut page = Page::new(true, false);
        page.put("", "Kreyòl: «señor» – wi");
        assert!(page.text.is_ascii(), "{}", page.text);
        assert!(page.text.starts_with("Kreyol: "), "{}", page.text);
    }

    #[test]
    fn lines_end_at_80_columns_and_hang_under_their_mark() {
        let mut page = Page::new(false, false);
        page.put("(!) ", &"ñandú ".repeat(40));
        let text = page.finish();
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH));
        assert!(text.lines().skip(1).all(|line| line.starts_with("    ñ")));
    }
}
