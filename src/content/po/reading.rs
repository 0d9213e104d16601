//! Reads a file of gettext, line by line: a line with a problem is told and left out, and the next one is read.

use std::mem::take;
use std::ops::Range;

use super::{PoEntry, PoFile};
use crate::content::Problem;

const PLURAL_HELP: &str = "no text here has plurals: write `msgstr \"…\"`";
const LINE_HELP: &str = "a line is empty, begins with `#`, or is `msgctxt`, `msgid` or `msgstr` and words in quotes";
const ESCAPE_HELP: &str = "write `\\\\` for a backslash, `\\\"` for a quote, `\\n` for a new line";
const CONTEXT_HELP: &str = "`msgctxt` is the address of the text, as `smo content po` wrote it";

/// A part of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// The source text that the words are of, where it was another one.
    Before,
    Context,
    Source,
    Words,
}

/// How the parts are written, `#|` aside.
const PARTS: [(&str, Part); 3] = [("msgctxt", Part::Context), ("msgid", Part::Source), ("msgstr", Part::Words)];

#[derive(Default)]
struct Reader {
    file: PoFile,
    entry: PoEntry,
    address: Option<String>,
    /// The part that lines in quotes alone go on with.
    part: Option<Part>,
    /// Whether the part stands behind `#|`.
    is_before: bool,
    /// Whether the entry has any part.
    is_begun: bool,
}

impl PoFile {
    /// Reads a file in a language. What is wrong with it is told with what is wrong with its words, once it is used.
    pub fn read(name: &str, source: String, lang: &str) -> Self {
        let mut reader = Reader { file: Self { name: name.to_owned(), ..Self::default() }, ..Reader::default() };
        let mut start = 0;
        for (number, whole) in source.split_inclusive('\n').enumerate() {
            let line = whole.trim_start_matches('\u{feff}').trim();
            let at = start + whole.find(line).unwrap_or_default();
            reader.line(line, at..at + line.len(), number + 1);
            start += whole.len();
        }
        reader.finish(lang);
        Self { source, ..reader.file }
    }
}

impl Reader {
    fn problem(&mut self, span: Range<usize>, message: impl Into<String>, help: &str) {
        self.file.problems.push(Problem::at(self.file.name.clone(), span, message).help(help));
    }

    fn line(&mut self, line: &str, span: Range<usize>, number: usize) {
        if let Some(flags) = line.strip_prefix("#,") {
            self.begin(Part::Before);
            self.entry.is_fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        } else if let Some(before) = line.strip_prefix("#|") {
            self.part(before.trim_start(), span, number, true);
        } else if !(line.is_empty() || line.starts_with('#')) {
            self.part(line, span, number, false);
        }
    }

    /// A line with a part of an entry, or one that goes on with it.
    fn part(&mut self, line: &str, span: Range<usize>, number: usize, is_before: bool) {
        let (key, words) = line.split_at(line.find('"').unwrap_or(line.len()));
        let key = key.trim_end();
        let known = PARTS.iter().find(|(name, _)| *name == key).map(|(_, part)| *part);
        if key == "msgid_plural" || key.starts_with("msgstr[") {
            return self.problem(span, "a text has no plurals", PLURAL_HELP);
        }
        let part = match known {
            Some(Part::Source) if is_before => Part::Before,
            // The address is the same before and after.
            Some(_) if is_before => return,
            Some(part) => part,
            None if key.is_empty() && !words.is_empty() && self.is_before == is_before => {
                let Some(part) = self.part else { return };
                return self.words(part, words, span);
            }
            None => return self.problem(span, "this is no line of a gettext file", LINE_HELP),
        };
        self.begin(part);
        (self.part, self.is_before, self.is_begun) = (Some(part), is_before, true);
        if part != Part::Words && !is_before && self.entry.line == 0 {
            self.entry.line = number;
        }
        if part == Part::Words || self.entry.span.is_empty() {
            self.entry.span = span.clone();
        }
        self.words(part, words, span);
    }

    /// Ends the entry before, where a part begins another one.
    fn begin(&mut self, part: Part) {
        let is_next = self.part.is_some_and(|last| part < last || (part == last && part != Part::Before));
        if self.is_begun && is_next {
            self.end();
        }
    }

    fn words(&mut self, part: Part, quoted: &str, span: Range<usize>) {
        let words = match unquoted(quoted) {
            Ok(words) => words,
            Err(message) => return self.problem(span, message, ESCAPE_HELP),
        };
        match part {
            Part::Before => self.entry.before.get_or_insert_default(),
            Part::Context => self.address.get_or_insert_default(),
            Part::Source => &mut self.entry.source,
            Part::Words => &mut self.entry.words,
        }
        .push_str(&words);
    }

    fn end(&mut self) {
        let (entry, address) = (take(&mut self.entry), self.address.take());
        (self.part, self.is_begun) = (None, false);
        match address {
            Some(address) if self.file.entries.contains_key(&address) => {
                self.problem(entry.span, format!("`{address}` is there twice"), "take one of them out");
            }
            None if !entry.source.is_empty() => self.problem(entry.span, "this entry has no `msgctxt`", CONTEXT_HELP),
            address => drop(self.file.entries.insert(address.unwrap_or_default(), entry)),
        }
    }

    /// Looks at the head of the file, which must be of the language.
    fn finish(&mut self, lang: &str) {
        if self.is_begun {
            self.end();
        }
        let Some(head) = self.file.entries.remove("") else { return };
        let named = head.words.lines().find_map(|line| line.strip_prefix("Language:")).map(str::trim);
        let named = named.filter(|named| named.split(['_', '-', '@']).next() != Some(lang) && !named.is_empty());
        if let Some(named) = named {
            let message = format!("this file is in `{named}`, not in `{lang}`");
            self.problem(head.span, message, "give its language with --lang");
        }
    }
}

/// The words of a string of gettext.
fn unquoted(quoted: &str) -> Result<String, String> {
    let open = || "these words do not end in a quote".to_owned();
    let mut rest = quoted.strip_prefix('"').ok_or_else(|| "words stand in quotes".to_owned())?.chars();
    let mut words = String::new();
    loop {
        match rest.next().ok_or_else(open)? {
            '"' if rest.as_str().is_empty() => return Ok(words),
            '"' => return Err("something follows the quote that ends these words".to_owned()),
            '\\' => {
                let c = rest.next().ok_or_else(open)?;
                words.push(match c {
                    '"' | '\\' => c,
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    c => return Err(format!("`\\{c}` stands for nothing")),
                });
            }
            c => words.push(c),
        }
    }
}
