//! JSON shapes that several commands share. The order of fields is the order of keys, which is part of the contract.

use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;

use super::error::{CommandError, Printed};
use super::session::Session;
use crate::content::{
    Condition, Cutoff, Id, IntakeState, Lang, Office, PartialDate, PeriodUnit, Rule, Statement, Test,
};
use crate::process::json::Guide;
use crate::rules::{intake, notices};
use crate::text::is_text;

/// JSON of a command with a session, as [`written`].
///
/// # Errors
/// Never for the shapes of this program: their keys are strings.
pub(super) fn print(session: &Session, value: &impl Serialize) -> Result<Printed, CommandError> {
    written(value, session.ascii).map(Printed::from)
}

/// JSON indented by two spaces, with a line end. What is not text is escaped; in ASCII, all other characters are.
///
/// # Errors
/// Never for the shapes of this program: their keys are strings.
pub(super) fn written(value: &impl Serialize, ascii: bool) -> Result<String, CommandError> {
    let text = serde_json::to_string_pretty(value);
    let text = text.map_err(|cause| CommandError::io("cannot write JSON", &cause.into()))? + "\n";
    Ok(escaped(&text, ascii))
}

/// The same JSON: outside of strings there is nothing to escape but line ends, which stay.
pub(super) fn escaped(text: &str, ascii: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\n' || (is_text(c) && (c.is_ascii() || !ascii)) {
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

/// The first keys of every JSON about people or offices.
#[derive(Serialize)]
pub(super) struct Head {
    format: u32,
    guide: Guide,
    as_of: NaiveDate,
    /// Texts of the notices made by the day, newest first.
    notices: Vec<String>,
}

impl Head {
    pub(super) fn of(session: &Session) -> Self {
        let notices = notices(&session.content, session.as_of).into_iter();
        let context = session.context(None);
        Self {
            format: 1,
            guide: Guide::of(&session.content.guide),
            as_of: session.as_of,
            notices: notices.map(|notice| context.notice("", &notice.statement).text).collect(),
        }
    }

    /// With the notices first that are said first to this person.
    pub(super) fn with_first(mut self, texts: &[String]) -> Self {
        self.notices.sort_by_key(|text| !texts.contains(text));
        self
    }
}

/// A statement with its source, its date, and the day on which the source was read.
#[derive(Serialize)]
pub(super) struct Said<'a> {
    text: &'a str,
    source: &'a str,
    date: Option<PartialDate>,
    read: NaiveDate,
}

impl<'a> Said<'a> {
    pub(super) fn of(said: &'a Statement, lang: Lang) -> Self {
        Self { text: said.text.get(lang), source: &said.source.id, date: said.date, read: said.source.read }
    }

    /// Those of some statements that were made by the day.
    pub(super) fn made(session: &Session, statements: &'a [Statement]) -> Vec<Self> {
        let made = statements.iter().filter(|said| said.published_by(session.as_of));
        made.map(|said| Self::of(said, session.lang)).collect()
    }
}

/// Statements on an office's intake made by the day, newest first.
#[derive(Serialize)]
pub(super) struct IntakeData<'a> {
    state: IntakeState,
    statements: Vec<IntakeLine<'a>>,
}

#[derive(Serialize)]
struct IntakeLine<'a> {
    /// `null` for a notice that says nothing of intake and bears on the statement after it.
    state: Option<IntakeState>,
    #[serde(flatten)]
    said: Said<'a>,
    /// Undated and read after the day, so that it does not decide the state.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    may_be_later: bool,
}

impl<'a> IntakeData<'a> {
    pub(super) fn of(session: &'a Session, office: &'a Office) -> Self {
        let found = intake::of(&session.content, office, session.as_of);
        let lines = found.statements.into_iter();
        let line = |line: intake::IntakeLine<'a>| IntakeLine {
            state: line.state,
            may_be_later: !line.statement.known_by(session.as_of),
            said: Said::of(line.statement, session.lang),
        };
        Self { state: found.state, statements: lines.map(line).collect() }
    }
}

/// A rule as a tree, in the shape of the content files.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum RuleTree<'a> {
    All(Vec<RuleTree<'a>>),
    Any(Vec<RuleTree<'a>>),
    /// As several sources have it.
    Agreed(Vec<RuleTree<'a>>),
    Not(Box<RuleTree<'a>>),
    Unstated(&'a str),
    /// By its name, as `on_or_before`.
    #[serde(untagged)]
    Test(BTreeMap<&'static str, Tested<'a>>),
}

/// What is tested of a fact: that it is yes, which values it has, when it was.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Tested<'a> {
    Yes(&'a str),
    Values {
        fact: &'a str,
        values: Vec<&'a str>,
    },
    Day {
        fact: &'a str,
        date: NaiveDate,
    },
    Number {
        fact: &'a str,
        number: u32,
        /// Of a length of time: what the number counts.
        #[serde(skip_serializing_if = "Option::is_none")]
        counts: Option<PeriodUnit>,
    },
}

impl<'a> RuleTree<'a> {
    pub(super) fn of(rule: &'a Rule, lang: Lang) -> Self {
        let many = |rules: &'a [Rule]| rules.iter().map(|rule| Self::of(rule, lang)).collect();
        match rule {
            Rule::All(rules) => Self::All(many(rules)),
            Rule::Any(rules) => Self::Any(many(rules)),
            Rule::Agreed(rules) => Self::Agreed(many(rules)),
            Rule::Not(rule) => Self::Not(Box::new(Self::of(rule, lang))),
            Rule::Test(test) => Self::Test(BTreeMap::from([Self::test(test)])),
            Rule::Unstated(text) => Self::Unstated(text.get(lang)),
        }
    }

    fn test(test: &'a Test) -> (&'static str, Tested<'a>) {
        let fact = &*test.fact.id;
        let values = |ids: &'a [Id]| Tested::Values { fact, values: ids.iter().map(|id| &**id).collect() };
        let bound = |number| Tested::Number { fact, number, counts: test.fact.counts };
        match &test.condition {
            Condition::Yes => ("yes", Tested::Yes(fact)),
            Condition::OneOf(ids) => ("one_of", values(ids)),
            Condition::Includes(ids) => ("includes", values(ids)),
            Condition::AtLeast(number) => ("at_least", bound(*number)),
            Condition::AtMost(number) => ("at_most", bound(*number)),
            Condition::Cutoff(Cutoff { boundary, date, .. }) => (boundary.into(), Tested::Day { fact, date: *date }),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn escaped_json_holds_the_same_data() {
        let value = json!({ "text": "Kreyòl «𝄞»\u{7f}\u{9b}\u{ad}\u{61c}\u{202e}\u{2066}\u{feff}\u{e0041}" });
        for ascii in [true, false] {
            let text = escaped(&serde_json::to_string_pretty(&value).unwrap_or_default(), ascii);
            assert_eq!(text.is_ascii(), ascii);
            assert!(text.chars().all(|c| c == '\n' || is_text(c)), "{text:?}");
            assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(value.clone()));
        }
    }
}
