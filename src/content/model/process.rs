//! How a case moves, and the legal options that a track can end in.

use chrono::{Days, Months, NaiveDate};
use serde::Deserialize;
use std::sync::Arc;

use super::question::Rule;
use super::source::{Certainty, Notice, Source, Statement};
use crate::content::text::{Id, Text};

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Somebody does something.
    Act,
    /// Somebody decides.
    Decision,
    /// The person waits, perhaps in silence.
    Wait,
    /// It goes no further.
    End,
}

/// How an end is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndKind {
    /// The source says what it ends in.
    Stated,
    /// The source does not say what comes after.
    NotStated,
}

/// What a link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
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
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
}

/// One of the ways that a case can be routed.
#[derive(Debug, PartialEq, Eq)]
pub struct Track {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// The letter of its rail.
    pub mark: String,
}

/// How a case moves.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ProcessModel {
    /// Who acts.
    pub actors: Vec<Arc<Actor>>,
    /// The tracks.
    pub tracks: Vec<Arc<Track>>,
    /// The steps, in reading order; the first is where everyone begins.
    pub steps: Vec<Step>,
    /// What other sources say of every wait.
    pub waits_later: Vec<Statement>,
}

/// A part of the process.
#[derive(Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: Id,
    /// What it is.
    pub kind: StepKind,
    /// For an end: how it is known.
    pub end: Option<EndKind>,
    /// The track it is on.
    pub track: Option<Arc<Track>>,
    /// Who acts.
    pub actor: Option<Arc<Actor>>,
    /// Its title.
    pub title: Text,
    /// Its title in at most 16 cells.
    pub short: Text,
    /// What happens.
    pub statement: Statement,
    /// What else is said of it.
    pub details: Vec<Statement>,
    /// How long until it comes.
    pub wait: Option<Wait>,
    /// What can come next.
    pub links: Vec<Link>,
    /// Notices that bear on it.
    pub notices: Vec<Arc<Notice>>,
    /// What the source leaves open.
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
    /// In words.
    pub statement: Statement,
    /// In at most 16 cells.
    pub short: Text,
}

/// A length of time by the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// Seven days each.
    Weeks(u32),
    /// Calendar months.
    Months(u32),
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
    /// What it is.
    pub kind: LinkKind,
    /// When it is taken.
    pub text: Text,
    /// How sure.
    pub certainty: Certainty,
}

/// A legal option that a track can end in.
#[derive(Debug, PartialEq, Eq)]
pub struct Pathway {
    /// Its id.
    pub id: Id,
    /// The track that ends in it.
    pub track: Arc<Track>,
    /// Its name.
    pub name: Text,
    /// Whom it suits.
    pub rule: Rule,
    /// Whom it suits, in words.
    pub text: Text,
    /// What it gives.
    pub gives: Option<Text>,
    /// Whether a petitioner or sponsor is needed.
    pub sponsor: Option<Certainty>,
    /// Who says it.
    pub source: Arc<Source>,
    /// Where in the source.
    pub section: Box<str>,
    /// What the source leaves open.
    pub open: Vec<Text>,
    /// Its later status: statements of other sources.
    pub later: Vec<Statement>,
    /// Notices that bear on it.
    pub notices: Vec<Arc<Notice>>,
}
