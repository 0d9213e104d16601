//! What is kept of a case: the shape of its file.

use chrono::{NaiveDate, NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};

use super::code::Code;
use super::format::FORMAT;
use crate::content::Id;
use crate::rules::Verdict;

/// A case as it is stored. A value that was withheld is never in it; nor is a name or a way to reach the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a yes or no in the file")]
#[allow(missing_docs, reason = "the names say it")]
pub struct Record {
    pub(super) format: u32,
    /// Its code, unique in the folder.
    pub(super) code: Code,
    pub created: NaiveDateTime,
    pub changed: NaiveDateTime,
    /// Whether it stays until somebody deletes it.
    #[serde(default)]
    pub kept: bool,
    /// Whether nothing was left to ask. Never so where anything is withheld: whether more is asked could tell it.
    #[serde(default)]
    pub finished: bool,
    pub check_code: String,
    pub answers: Vec<StoredAnswer>,
    /// What was said of a stay in another country, which is not used.
    #[serde(default)]
    pub parked: Vec<StoredAnswer>,
    /// Facts of those in use that were told and are not to be stored.
    #[serde(default)]
    pub withheld: Vec<String>,
    /// What the content of today cannot read: kept, and tried again with the next content.
    #[serde(default)]
    pub unread: Vec<StoredAnswer>,
    /// The current question; none on the page of answers. Where anything is withheld only that of the draft: what is asked
    /// next could tell it.
    #[serde(default)]
    pub at: Option<String>,
    /// Whether to go on asking although the verdict is reached.
    #[serde(default)]
    pub for_record: bool,
    /// Whether to ask for pathways too.
    #[serde(default)]
    pub pathways: bool,
    /// What was being typed. The caller leaves out what is not to be stored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Draft>,
    #[serde(default)]
    pub items: Vec<String>,
    /// Family members, by relation only.
    #[serde(default)]
    pub family: Vec<Relative>,
    /// The way through the process so far, oldest first.
    #[serde(default)]
    pub place: Vec<Visit>,
    /// Verdicts as they were then; see [`lasting_verdicts`](super::lasting_verdicts).
    #[serde(default)]
    pub verdicts: Vec<StoredVerdict>,
    /// The day on which a clock behind `changed` was first noticed; see [`Store::purge`](super::Store::purge).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) ahead: Option<NaiveDate>,
}

/// What was said to a question, in the spelling of the command line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct StoredAnswer {
    /// The country of the stay that it speaks of, where that is not the one in use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    pub fact: String,
    /// The value; `unknown` or `declined` where there is none.
    pub value: String,
}

/// Half-typed text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Draft {
    pub question: String,
    pub text: String,
}

/// A family member: never more than the relation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Relative {
    pub relation: String,
    /// Whether the information on them is ready.
    pub ready: bool,
}

/// A step that was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Visit {
    pub step: String,
    /// The day on which it was reached.
    pub date: NaiveDate,
}

/// An office's verdict at the time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct StoredVerdict {
    pub office: String,
    pub verdict: Verdict,
}

impl Record {
    /// A case without answers.
    #[must_use]
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

    /// The case's code.
    #[must_use]
    pub fn code(&self) -> &Code {
        &self.code
    }

    /// Notes that it was changed now.
    pub fn touch(&mut self, now: NaiveDateTime) {
        self.changed = whole_second(now);
        self.ahead = None;
    }

    /// What may leave the desk: without parked answers and without what was only being typed.
    #[must_use]
    pub fn for_export(mut self) -> Self {
        self.parked.clear();
        self.unread.retain(|said| said.country.is_none());
        self.draft = None;
        self
    }

    /// Whether a fact is not to be stored.
    pub(super) fn withholds(&self, fact: &str) -> bool {
        self.withheld.iter().any(|id| id == fact)
    }

    /// Takes over which facts are withheld; nothing of them stays, also what was being typed.
    pub(super) fn withhold(&mut self, facts: impl IntoIterator<Item = Id>) {
        self.withheld = facts.into_iter().map(|id| id.to_string()).collect();
        self.withheld.sort_unstable();
        self.withheld.dedup();
        self.draft.take_if(|draft| self.withheld.contains(&draft.question));
    }
}

/// Times are told to the second: fractions say nothing and could tell cases apart.
fn whole_second(time: NaiveDateTime) -> NaiveDateTime {
    time.with_nanosecond(0).unwrap_or(time)
}
