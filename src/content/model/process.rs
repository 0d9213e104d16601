//! How a case moves, and the legal options that a track can end in.

#![allow(missing_docs, reason = "fields are named for what they are; types and functions carry docs")]

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize, Serializer};
use std::sync::Arc;

use super::question::Rule;
use super::source::{Certainty, Notice, Source, Statement};
use crate::content::text::{Id, Lang, Text, UNRESOLVED};

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Somebody does something.
    Act,
    Decision,
    /// The person waits, perhaps in silence.
    Wait,
    /// It goes no further.
    End,
}

/// How an end is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EndKind {
    /// The source says what it ends in.
    Stated,
    /// The source does not say what comes after.
    NotStated,
}

/// What a link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// On to a later step.
    #[default]
    Forward,
    /// Back to an earlier step, or the same one again.
    Loop,
    /// To another track; one way.
    Transfer,
}

/// Who acts, by name.
#[derive(Debug, PartialEq, Eq)]
pub struct Actor {
    pub id: Id,
    pub name: Text,
}

/// One of the ways that a case can be routed.
#[derive(Debug, PartialEq, Eq)]
pub struct Track {
    pub id: Id,
    pub name: Text,
    pub mark: String,
}

/// How a case moves.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ProcessModel {
    pub actors: Vec<Arc<Actor>>,
    pub tracks: Vec<Arc<Track>>,
    /// The steps, in reading order; the first is where everyone begins.
    pub steps: Vec<Step>,
    pub waits_later: Vec<Statement>,
}

impl ProcessModel {
    /// The title of a step, by its place in `steps`. Links and waits lead only to steps that exist: the loader refuses
    /// others.
    #[must_use]
    pub fn title(&self, step: usize, lang: Lang) -> &str {
        self.steps.get(step).map_or(UNRESOLVED, |step| step.title.get(lang))
    }

    /// The same in at most 16 cells.
    #[must_use]
    pub fn short(&self, step: usize, lang: Lang) -> &str {
        self.steps.get(step).map_or(UNRESOLVED, |step| step.short.get(lang))
    }
}

/// A part of the process.
#[derive(Debug, PartialEq, Eq)]
pub struct Step {
    pub id: Id,
    pub kind: StepKind,
    pub end: Option<EndKind>,
    pub track: Option<Arc<Track>>,
    pub actor: Option<Arc<Actor>>,
    pub title: Text,
    /// Its title in at most 16 cells.
    pub short: Text,
    pub statement: Statement,
    /// What else is said of it.
    pub details: Vec<Statement>,
    pub wait: Option<Wait>,
    pub links: Vec<Link>,
    pub notices: Vec<Arc<Notice>>,
    pub open: Vec<Text>,
}

/// How long until a step comes.
#[derive(Debug, PartialEq, Eq)]
pub struct Wait {
    /// At least.
    pub min: Option<Period>,
    /// At most.
    pub max: Option<Period>,
    /// The step from which it counts, by its place in [`ProcessModel::steps`].
    pub from: Option<usize>,
    pub statement: Statement,
    /// In at most 16 cells.
    pub short: Text,
}

/// A length of time by the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// Seven days each.
    Weeks(u32),
    Months(u32),
}

/// ISO 8601, as in the content: `P2W`, `P3M`.
impl Serialize for Period {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Weeks(n) => to.collect_str(&format_args!("P{n}W")),
            Self::Months(n) => to.collect_str(&format_args!("P{n}M")),
        }
    }
}

impl Period {
    /// The day that lies this long after a day; a month without such a day gives its last one.
    #[must_use]
    pub fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Weeks(n) => day.checked_add_days(Days::new(u64::from(n) * 7)),
            Self::Months(n) => day.checked_add_months(Months::new(n)),
        }
    }
}

/// What can come after a step.
#[derive(Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it goes, by place in [`ProcessModel::steps`].
    pub to: usize,
    pub kind: LinkKind,
    pub text: Text,
    pub certainty: Certainty,
}

/// A legal option that a track can end in.
#[derive(Debug, PartialEq, Eq)]
pub struct Pathway {
    pub id: Id,
    pub track: Arc<Track>,
    pub name: Text,
    pub rule: Rule,
    pub text: Text,
    pub gives: Option<Text>,
    /// Whether a petitioner or sponsor is needed.
    pub sponsor: Option<Certainty>,
    pub source: Arc<Source>,
    /// Where in the source.
    pub section: Box<str>,
    pub open: Vec<Text>,
    pub later: Vec<Statement>,
    pub notices: Vec<Arc<Notice>>,
}
