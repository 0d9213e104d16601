//! Syntax and shape errors, in words for who edits content.

use std::ops::Range;
use toml::de::Error;

use super::super::nearest::suggest;
use super::super::problem::Problem;
use super::Raise;

const CUTOFF_HELP: &str = "say which side of the day passes, and whether the day counts: \
    `on_or_before`, `before`, `on_or_after` or `after`, each `= { fact = \"…\", date = 2023-05-30 }`";
const TEXT_HELP: &str = "write it as `{ en = \"…\", es = \"…\" }`, with each language of the programme";
const DAY_HELP: &str = "write a day without quotes, as 2023-05-30";

impl Raise {
    /// Reports what the parser could not read.
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

    /// Reports a record, or own keys, of a wrong shape.
    pub(super) fn misshapen(&mut self, error: &Error, record: Range<usize>) {
        let span = error.span().unwrap_or(record);
        let raw = error.message().trim_end();
        let mut problem = Problem::at(self.file.clone(), span.clone(), plain(raw));
        problem.help = help(raw);
        label(raw).clone_into(&mut problem.label);
        if raw.starts_with("wanted exactly 1 element") {
            "a rule is a single condition".clone_into(&mut problem.message);
            "one key, no more, no fewer".clone_into(&mut problem.label);
            problem.help = Some(several(self.source.get(span).unwrap_or_default()).to_owned());
        }
        self.problems.push(problem);
    }
}

/// The message without names of the program's own types.
fn plain(message: &str) -> String {
    let mut words = Vec::new();
    let mut rest = message.split(' ').peekable();
    while let Some(word) = rest.next() {
        if word == "struct" && rest.next_if(|next| next.starts_with("Raw")).is_some() {
            words.push("a table");
        } else if word == "enum" && rest.next_if(|next| next.starts_with("Raw")).is_some() {
            words.push("a rule");
        } else {
            words.push(word);
        }
    }
    let message = words.join(" ").replace("expected a map", "expected a table");
    message.replace("unknown field", "unknown key").replace("missing field", "missing key").replace('\n', " ")
}

/// The names between backticks.
fn names(message: &str) -> impl Iterator<Item = &str> + Clone {
    message.split('`').skip(1).step_by(2)
}

fn label(message: &str) -> &'static str {
    match message.split_once(' ') {
        Some(("unknown", _)) => "not known here",
        Some(("missing", _)) => "in this record",
        Some(("invalid", _)) => "of the wrong kind",
        _ => "",
    }
}

fn help(message: &str) -> Option<String> {
    let (cause, known) = message.split_once(", expected ")?;
    if cause.starts_with("unknown") {
        let name = names(cause).next()?;
        if known.contains("on_or_before") {
            return rule_help(name, known);
        }
        return suggest(name, names(known));
    }
    if !cause.starts_with("invalid type") {
        return None;
    }
    match known {
        "a map" => Some(TEXT_HELP.to_owned()),
        _ if known.contains("atetime") => Some(DAY_HELP.to_owned()),
        _ => None,
    }
}

fn rule_help(name: &str, known: &str) -> Option<String> {
    if ["cutoff", "date", "fact", "until", "since", "by", "on"].contains(&name) {
        return Some(CUTOFF_HELP.to_owned());
    }
    suggest(name, names(known))
}

/// Help for a rule that is a table of several keys.
fn several(written: &str) -> &'static str {
    if written.contains("date") { CUTOFF_HELP } else { "put several conditions into `all = […]` or `any = […]`" }
}
