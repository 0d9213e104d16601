//! JSON that several commands print alike. The order of keys is part of the contract.

use serde_json::{Value, json};
use std::fmt::Write;

use super::session::Session;
use crate::content::{Boundary, Condition, Cutoff, Office, Rule, Source, Statement, Test};
use crate::process::json::certainty;
use crate::rules::{OfficeIntake, intake, notices};

/// Two-space JSON with an end of line. Where only ASCII may be printed the rest is escaped: the data stay the same.
pub(super) fn print(value: &Value, ascii: bool) -> String {
    let text = format!("{value:#}\n");
    if ascii { escaped(&text) } else { text }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out
}

/// The guide's date and how sure it is.
pub(super) fn guide(source: &Source) -> Value {
    json!({ "date": source.date.map(|date| date.to_string()), "certainty": certainty(source.certainty) })
}

/// Texts of the notices made by the day, newest first.
pub(super) fn notice_texts(session: &Session) -> Vec<&str> {
    notices(&session.content, session.as_of).iter().map(|n| n.statement.text.get(session.lang)).collect()
}

/// What every JSON of this program begins with, besides the format.
pub(super) fn with_head(session: &Session, key: &str, value: &[Value]) -> Value {
    json!({
        "format": 1,
        "guide": guide(&session.content.guide),
        "as_of": session.as_of.to_string(),
        "notices": notice_texts(session),
        key: value,
    })
}

/// A statement: what is said, by whom, of when, and when that was read.
pub(super) fn statement(session: &Session, said: &Statement) -> Value {
    json!({
        "text": said.text.get(session.lang),
        "source": *said.source.id,
        "date": said.date.map(|date| date.to_string()),
        "read": said.source.read.to_string(),
    })
}

/// What is said of an office's intake by the day, newest first.
pub(super) fn intake_of(session: &Session, office: &Office) -> Value {
    let OfficeIntake { state, statements } = intake::of(&session.content, office, session.as_of);
    let line = |line: &intake::IntakeLine<'_>| {
        let said = line.statement;
        json!({
            "state": line.state.id(),
            "text": said.text.get(session.lang),
            "source": *said.source.id,
            "date": said.date.map(|date| date.to_string()),
            "read": said.source.read.to_string(),
        })
    };
    json!({ "state": state.id(), "statements": statements.iter().map(line).collect::<Vec<_>>() })
}

/// A rule as a tree, in the shape of the content files.
pub(super) fn rule(session: &Session, tree: &Rule) -> Value {
    let many = |rules: &[Rule]| rules.iter().map(|inner| rule(session, inner)).collect::<Vec<_>>();
    match tree {
        Rule::All(rules) => json!({ "all": many(rules) }),
        Rule::Any(rules) => json!({ "any": many(rules) }),
        Rule::Not(inner) => json!({ "not": rule(session, inner) }),
        Rule::Test(tested) => test(tested),
        Rule::Unstated(text) => json!({ "unstated": text.get(session.lang) }),
    }
}

fn test(test: &Test) -> Value {
    let fact = &*test.fact.id;
    match &test.condition {
        Condition::Yes => json!({ "yes": fact }),
        Condition::OneOf(ids) => {
            json!({ "one_of": { "fact": fact, "values": ids.iter().map(|id| &**id).collect::<Vec<_>>() } })
        }
        Condition::Includes(ids) => {
            json!({ "includes": { "fact": fact, "values": ids.iter().map(|id| &**id).collect::<Vec<_>>() } })
        }
        Condition::Cutoff(Cutoff { boundary, date }) => {
            let side = match boundary {
                Boundary::OnOrBefore => "on_or_before",
                Boundary::Before => "before",
                Boundary::OnOrAfter => "on_or_after",
                Boundary::After => "after",
            };
            json!({ side: { "fact": fact, "date": date.to_string() } })
        }
    }
}

/// Ids of things, in order.
pub(super) fn ids<'a>(ids: impl IntoIterator<Item = &'a str>) -> Value {
    ids.into_iter().collect::<Vec<_>>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_json_holds_the_same_data() {
        let value = json!({ "text": "Kreyòl «𝄞»" });
        let text = print(&value, true);
        assert!(text.is_ascii());
        assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(value));
    }
}
