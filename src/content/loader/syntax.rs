//! Messages of the TOML parser and of serde, in terms of the content format.

use std::ops::Range;
use toml::de::Error;

use super::{Loader, Problem};
use crate::text::suggest;

const CUTOFF_HELP: &str = "say which side of the day passes, and whether the day counts: \
    `on_or_before`, `before`, `on_or_after` or `after`, each `= { fact = \"…\", date = 2023-05-30 }`";
const TEXT_HELP: &str = "write it as `{ en = \"…\", es = \"…\" }`, with each language of the programme";
const DAY_HELP: &str = "write a day without quotes, as 2023-05-30";

impl Loader {
    pub(super) fn syntax(&mut self, error: &Error) {
        let span = error.span().unwrap_or(0..0);
        let written = self.source.get(span.clone()).unwrap_or_default();
        let dated = written.contains('-') && written.starts_with(|c: char| c.is_ascii_digit());
        let mut problem = Problem::at(self.file.clone(), span, format!("broken TOML: {}", error.message()));
        if dated {
            problem.message = format!("`{written}` is no date");
            problem = problem.label(error.message()).help("write a day that the calendar has, as 2023-05-30");
        }
        self.problems.push(problem);
    }

    /// Reports a record, or the keys of a file, of a wrong shape.
    pub(super) fn misshapen(&mut self, error: &Error, record: Range<usize>) {
        let span = error.span().unwrap_or(record);
        let raw = error.message().trim_end();
        // The record may contain the only test of a fact.
        self.rules_lost = true;
        let (message, label, help) = if raw.starts_with("wanted exactly 1 element") {
            let help = several(self.source.get(span.clone()).unwrap_or_default());
            ("a rule is a single condition".to_owned(), "one key, no more, no fewer", Some(help.to_owned()))
        } else {
            let (message, label) = plain(raw);
            (message, label, help(raw))
        };
        self.problems.push(Problem { help, ..Problem::at(self.file.clone(), span, message).label(label) });
    }
}

/// What is wrong with a shape, and a few words beside the place.
fn plain(message: &str) -> (String, &'static str) {
    let name = names(message).next().unwrap_or_default();
    if let Some((found, wanted)) = message.strip_prefix("invalid type: ").and_then(|m| m.split_once(", expected ")) {
        return (format!("expected {}, found {found}", kind(wanted)), "of the wrong kind");
    }
    match message.split_whitespace().next() {
        Some("unknown") if message.starts_with("unknown field") => {
            (format!("this record has no key `{name}`"), "not known here")
        }
        Some("unknown") => (format!("`{name}` is not known here"), "not known here"),
        Some("missing") => (format!("missing key `{name}`"), "in this record"),
        Some("invalid") => (message.replace('\n', " "), "of the wrong kind"),
        _ => (message.replace('\n', " "), ""),
    }
}

/// What a value should be, without the names of Rust types.
fn kind(wanted: &str) -> &str {
    match wanted {
        "i64" => "a whole number",
        "a map" => "a text in each language",
        "a sequence" => "a list",
        _ if wanted.contains("atetime") => "a day",
        _ if wanted.starts_with("struct") => "a table",
        _ if wanted.starts_with("enum") => "a rule",
        _ => wanted,
    }
}

fn names(message: &str) -> impl Iterator<Item = &str> + Clone {
    message.split('`').skip(1).step_by(2)
}

fn help(message: &str) -> Option<String> {
    let name = names(message).next().unwrap_or_default();
    if message.starts_with("missing field") {
        return Some(format!("add `{name} = …`"));
    }
    let (cause, known) = message.split_once(", expected ").or_else(|| message.split_once(", there are "))?;
    if cause.starts_with("unknown") {
        let cutoff = known.contains("on_or_before") && ["cutoff", "date", "fact", "until", "since"].contains(&name);
        return if cutoff { Some(CUTOFF_HELP.to_owned()) } else { suggest(name, names(known)) };
    }
    match known {
        "a map" => Some(TEXT_HELP.to_owned()),
        _ if known.contains("atetime") => Some(DAY_HELP.to_owned()),
        _ => None,
    }
}

/// Help for a rule that is a table of several keys.
fn several(written: &str) -> &'static str {
    if written.contains("date") { CUTOFF_HELP } else { "put several conditions into `all = […]` or `any = […]`" }
}
