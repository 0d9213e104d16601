//! What is written differently, record by record, in plain words.

use serde::Serialize;
use serde_json::Value;
use std::fmt::Write as _;

use super::plain::{quoted, value, was_is};
use crate::content::compare::{ChangeKind, ContentChange, ContentPlace, TextCount, Words};

/// What a file is about, where that is not its name.
const FILES: [(&str, &str); 4] = [
    ("application", "what to bring"),
    ("find", "words to find by"),
    ("hearing", "words that people type"),
    ("interface", "the program's own words"),
];

/// What a kind of record or a key is called; others are called as they are written. With a full stop: a key in a table.
const NAMES: [(&str, &str); 25] = [
    ("also", "other sources of the same"),
    ("apply", "how to apply"),
    ("ask", "the question"),
    ("channels", "channel"),
    ("detail", "more about it"),
    ("from", "in force from"),
    ("gives", "what it gives"),
    ("later", "what is said later"),
    ("link", "link to"),
    ("notifications", "how the person hears of it, number"),
    ("open", "open point"),
    ("option", "choice"),
    ("other", "what another source states"),
    ("requirement", "rule"),
    ("rule", "condition"),
    ("senders", "sender"),
    ("short", "short name"),
    ("shown", "name of the country"),
    ("title", "name"),
    ("until", "in force until"),
    ("wait.from", "the wait counts from"),
    ("wait.max", "longest wait"),
    ("wait.min", "shortest wait"),
    ("wait.text", "the wait"),
    ("waits_later", "what is said later of waits"),
];

#[derive(Serialize)]
pub(super) struct ChangeData {
    file: String,
    place: String,
    change: &'static str,
    before: Value,
    after: Value,
}

#[derive(Serialize)]
pub(super) struct TextData {
    language: String,
    new: usize,
    gone: usize,
    changed: usize,
    /// Addresses.
    stale: Vec<String>,
}

impl TextData {
    pub(super) fn of(count: TextCount) -> Self {
        let language = count.language.to_string();
        Self { language, new: count.added, gone: count.removed, changed: count.changed, stale: count.stale }
    }
}

impl ChangeData {
    pub(super) fn of(change: &ContentChange) -> Self {
        let words = |pick: fn(&Words) -> &Option<String>, all: &[Words]| {
            let given = all.iter().filter(|words| words.before != words.after);
            given.map(|words| (words.language.to_string(), Value::from(pick(words).clone()))).collect::<Value>()
        };
        let or_null = |value: &Option<Value>| value.clone().unwrap_or_default();
        let (kind, before, after) = match &change.what {
            ChangeKind::Added(record) => ("new", Value::Null, record.clone()),
            ChangeKind::Removed(record) => ("gone", record.clone(), Value::Null),
            ChangeKind::Renamed(id) => ("renamed", id.as_str().into(), last_id(&change.at).into()),
            ChangeKind::Order(before, after) => ("order", before.clone().into(), after.clone().into()),
            ChangeKind::Value(before, after) => ("value", or_null(before), or_null(after)),
            ChangeKind::Text(all) => ("text", words(|one| &one.before, all), words(|one| &one.after, all)),
        };
        Self { file: change.at.file.clone(), place: change.at.to_string(), change: kind, before, after }
    }
}

/// Writes changes under the offices and files that they are in. Of texts the words of a language, else of those that
/// differ.
pub(super) fn write(text: &mut String, changes: &[ContentChange], language: &str) {
    let mut before = None;
    for change in changes {
        let group = group(&change.at);
        if before.as_ref() != Some(&group) {
            let _ = writeln!(text, "{group}:");
            before = Some(group);
        }
        for line in lines(change, language) {
            let _ = writeln!(text, "  {line}");
        }
    }
}

/// Writes how many texts differ, and which are stale.
pub(super) fn write_texts(text: &mut String, all: &[TextData]) {
    for one in all {
        let TextData { language, new, gone, changed, stale } = one;
        let _ = write!(text, "texts in {language}: {changed} changed, {new} new, {gone} gone");
        let _ = if stale.is_empty() {
            writeln!(text)
        } else {
            writeln!(text, "; {} stale, the text that they translate has changed: {}", stale.len(), stale.join(", "))
        };
    }
}

fn group(at: &ContentPlace) -> String {
    if let Some((kind, id)) = at.records.first().filter(|_| at.is_of_office()) {
        return format!("{kind} {id}");
    }
    let stem = at.file.trim_end_matches(".toml");
    FILES.iter().find(|(file, _)| *file == stem).map_or(stem, |(_, words)| words).to_owned()
}

fn lines(change: &ContentChange, language: &str) -> Vec<String> {
    let at = label(&change.at);
    let at = if at.is_empty() { String::new() } else { format!("{at}: ") };
    match &change.what {
        ChangeKind::Added(record) => vec![format!("{at}new: {}", value(record, language))],
        ChangeKind::Removed(record) => vec![format!("{at}gone: {}", value(record, language))],
        ChangeKind::Renamed(id) => vec![format!("{at}renamed, was {id}")],
        ChangeKind::Order(before, after) => {
            vec![format!("order of {at}{}", was_is(Some(&before.join(", ")), Some(&after.join(", "))))]
        }
        ChangeKind::Value(before, after) => {
            let [before, after] = [before, after].map(|one| one.as_ref().map(|one| value(one, language)));
            vec![format!("{at}{}", was_is(before.as_deref(), after.as_deref()))]
        }
        ChangeKind::Text(all) => {
            let said = |words: &Words| {
                let [before, after] = [&words.before, &words.after].map(|one| one.as_deref().map(quoted));
                format!("{at}{}: {}", words.language, was_is(before.as_deref(), after.as_deref()))
            };
            all.iter().filter(|words| words.before != words.after).map(said).collect()
        }
    }
}

/// The records in the file or office, and the key: `step review, link to permit, certainty`.
fn label(at: &ContentPlace) -> String {
    let records = at.records.iter().skip(usize::from(at.is_of_office()));
    let records = records.map(|(kind, id)| format!("{} {id}", name(kind)));
    records.chain(at.key.as_deref().map(name)).collect::<Vec<_>>().join(", ")
}

fn name(key: &str) -> String {
    let found = NAMES.iter().find(|(own, _)| *own == key);
    found.map_or_else(|| key.replace('_', " "), |(_, words)| (*words).to_owned())
}

fn last_id(at: &ContentPlace) -> &str {
    at.records.last().map_or("", |(_, id)| id)
}
