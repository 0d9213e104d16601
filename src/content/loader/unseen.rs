//! Characters that are not seen and change what is: refused wherever they stand in a file, so that no text, name, key or
//! comment shows one thing to whoever edits it and is another.

use std::ops::Range;
use toml::de::{DeTable, DeValue};

use super::{Loader, Problem};
use crate::text::is_text;

pub(super) const CONTROL_HELP: &str = "a text is one line of plain words; end a line of a long one with `\\`";
const UNSEEN_HELP: &str = "take it out; an editor that shows invisible characters finds it";

/// What lays out the lines of a long list; a text, which has one line, is held to it where it is checked.
pub(super) const LAYOUT: [char; 2] = ['\n', '\t'];

/// Where one stands, and which.
type Found = (Range<usize>, char);

impl Loader {
    /// Reports each text and key of the current file that has such a character, however it is written, and each line that
    /// has one elsewhere.
    pub(super) fn unseen(&mut self, source: &str, table: &DeTable<'_>) {
        let mut found = Vec::new();
        in_table(source, table, &mut found);
        found.sort_by_key(|(span, _)| span.start);
        let elsewhere = outside(source, &found);
        for (things, place) in [(found, "text"), (elsewhere, "line")] {
            self.problems.extend(things.into_iter().map(|thing| problem(self.file.clone(), thing, place)));
        }
    }
}

pub(super) fn problem(file: String, (span, c): Found, place: &str) -> Problem {
    let (c, is_control) = (c.escape_unicode(), c.is_control());
    let (message, help) = if is_control {
        (format!("this {place} holds the control character {c}"), CONTROL_HELP)
    } else {
        (format!("this {place} holds {c}, which is not seen and can turn or hide what stands around it"), UNSEEN_HELP)
    };
    Problem::at(file, span, message).label(format!("not allowed in a {place}")).help(help)
}

fn in_table(source: &str, table: &DeTable<'_>, found: &mut Vec<Found>) {
    for (key, value) in table {
        in_words(source, key.get_ref(), key.span(), found);
        in_value(source, value.get_ref(), value.span(), found);
    }
}

fn in_value(source: &str, value: &DeValue<'_>, span: Range<usize>, found: &mut Vec<Found>) {
    match value {
        DeValue::String(words) => in_words(source, words, span, found),
        DeValue::Array(values) => values.iter().for_each(|one| in_value(source, one.get_ref(), one.span(), found)),
        DeValue::Table(table) => in_table(source, table, found),
        _ => {}
    }
}

/// The first one of some words, at its own place where it is not written as an escape. Lists of words may have several
/// lines.
pub(super) fn in_words(source: &str, words: &str, span: Range<usize>, found: &mut Vec<Found>) {
    let Some(c) = words.chars().find(|c| !is_text(*c) && !LAYOUT.contains(c)) else { return };
    let written = source.get(span.clone()).and_then(|written| written.find(c));
    let at = written.map(|at| span.start + at..span.start + at + c.len_utf8());
    found.push((at.filter(|_| !c.is_control()).unwrap_or(span), c));
}

/// The first one of each line, but for those that were found and those that no TOML may contain anyway.
fn outside(source: &str, found: &[Found]) -> Vec<Found> {
    let is_refused = |c: char| !c.is_ascii() && !is_text(c);
    let (mut start, mut elsewhere) = (0, Vec::new());
    for line in source.split_inclusive('\n') {
        let at = if line.is_ascii() { None } else { line.char_indices().find(|(_, c)| is_refused(*c)) };
        if let Some((at, c)) = at {
            let span = start + at..start + at + c.len_utf8();
            let before = found.partition_point(|(known, _)| known.start <= span.start);
            let known = before.checked_sub(1).and_then(|n| found.get(n));
            if known.is_none_or(|(known, _)| known.end <= span.start) {
                elsewhere.push((span, c));
            }
        }
        start += line.len();
    }
    elsewhere
}
