//! What is stored of a case: the shape of its file.

#![allow(missing_docs, reason = "the names say it")]

use chrono::{NaiveDate, NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};

use super::code::Code;
use super::format::FORMAT;
use crate::content::Id;
use crate::rules::Verdict;

/// A stored case. Withheld values are never in it, nor is a name or a way to reach the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a yes or no in the file")]
pub struct Record {
    pub(super) format: u32,
    /// Its code, unique in the folder.
    pub(super) code: Code,
    pub created: NaiveDateTime,
    pub changed: NaiveDateTime,
    /// Whether it is stored until somebody deletes it.
    #[serde(default)]
    pub kept: bool,
    /// Whether nothing was left to ask. Always false where an answer is withheld, since that could reveal it.
    #[serde(default)]
    pub finished: bool,
    pub check_code: String,
    pub answers: Vec<StoredAnswer>,
    /// Answers about a stay in another country, which are not used.
    #[serde(default)]
    pub parked: Vec<StoredAnswer>,
    /// Facts that were answered and must not be stored.
    #[serde(default)]
    pub withheld: Vec<String>,
    /// Answers that the present content cannot read; tried again with the next content.
    #[serde(default)]
    pub unread: Vec<StoredAnswer>,
    /// The current question; `None` on the page of answers. Where an answer is withheld, only the draft's question: what
    /// is asked next could reveal the answer.
    #[serde(default)]
    pub at: Option<String>,
    /// Whether to continue asking after the verdict is reached.
    #[serde(default)]
    pub for_record: bool,
    /// Whether to ask for pathways too.
    #[serde(default)]
    pub pathways: bool,
    /// What was being typed. The caller leaves out what must not be stored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Draft>,
    #[serde(default)]
    pub items: Vec<String>,
    #[serde(default)]
    pub family: Vec<StoredRelative>,
    /// The steps reached so far, oldest first.
    #[serde(default)]
    pub place: Vec<StoredMove>,
    /// Verdicts at that time; see [`storable_verdicts`](super::storable_verdicts).
    #[serde(default)]
    pub verdicts: Vec<StoredVerdict>,
    /// The day on which the clock was first found to be behind `changed`; see [`Store::purge`](super::Store::purge).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) ahead: Option<NaiveDate>,
}

/// An answer as on the command line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredAnswer {
    /// For a parked answer, the country of the stay that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    pub fact: String,
    /// The value; `unknown` or `declined` where there is none.
    pub value: String,
}

/// Half-typed text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    pub question: String,
    pub text: String,
}

/// A family member: never more than the relation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredRelative {
    pub relation: String,
    /// Whether the information on them is ready.
    pub ready: bool,
}

/// A step that was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredMove {
    pub step: String,
    /// The day on which it was reached.
    pub date: NaiveDate,
}

/// An office's verdict at the time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredVerdict {
    pub office: String,
    pub verdict: Verdict,
}

impl Record {
    /// A case without answers.
    pub fn new(code: Code, now: NaiveDateTime) -> Self {
        let now = whole_second(now);
        Self {
            format: FORMAT,
            code,
            created: now,
            changed: now,
            kept: false,
            finished: false,
            check_code: String::new(),
            answers: Vec::new(),
            parked: Vec::new(),
            withheld: Vec::new(),
            unread: Vec::new(),
            at: None,
            for_record: false,
            pathways: false,
            draft: None,
            items: Vec::new(),
            family: Vec::new(),
            place: Vec::new(),
            verdicts: Vec::new(),
            ahead: None,
        }
    }
    pub fn code(&self) -> &Code {
        &self.code
    }

    /// Sets the time of the last change.
    pub fn touch(&mut self, now: NaiveDateTime) {
        self.changed = whole_second(now);
        self.ahead = None;
    }

    /// What may be exported: without parked answers and draft.
    pub fn for_export(mut self) -> Self {
        self.parked.clear();
        self.unread.retain(|answer| answer.country.is_none());
        self.draft = None;
        self
    }

    pub(super) fn withholds(&self, fact: &str) -> bool {
        self.withheld.iter().any(|id| id == fact)
    }

    /// Sets which facts are withheld, and drops a draft for one of them.
    pub(super) fn withhold(&mut self, facts: impl IntoIterator<Item = Id>) {
        self.withheld = facts.into_iter().map(|id| id.to_string()).collect();
        self.withheld.sort_unstable();
        self.withheld.dedup();
        self.draft.take_if(|draft| self.withheld.contains(&draft.question));
    }
}

/// Fractions of a second are of no use and could tell cases apart.
fn whole_second(time: NaiveDateTime) -> NaiveDateTime {
    time.with_nanosecond(0).unwrap_or(time)
}
