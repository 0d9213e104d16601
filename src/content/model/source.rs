//! Sources, and what they say.

use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::Arc;

use super::office::IntakeState;
use crate::content::date::PartialDate;
use crate::content::text::{Id, Text};

/// How sure a statement, a link or a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Said plainly.
    #[default]
    Stated,
    /// Said of most, not of all.
    Most,
    /// Said to be usual.
    Usual,
    /// Said to be likely.
    Likely,
    /// Said to be possible.
    May,
    /// Said of some places only.
    Some,
    /// A date: on that day or later.
    NotBefore,
    /// Not said by the source: drawn so that nobody takes silence for an end.
    NotStated,
}

/// A document that says things.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: Id,
    /// Who published it.
    pub publisher: String,
    /// A word or two beside a statement.
    pub label: Text,
    /// Its title.
    pub title: Text,
    /// Where it was read.
    pub address: Option<String>,
    /// The date it bears.
    pub date: Option<PartialDate>,
    /// How sure that date is.
    pub certainty: Certainty,
    /// The day it was read.
    pub read: NaiveDate,
    /// How its date is known.
    pub note: Option<Text>,
}

/// Something a source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its id, unique in its record.
    pub id: Id,
    /// What it says, in our words.
    pub text: Text,
    /// Who says it.
    pub source: Arc<Source>,
    /// Where in the source.
    pub section: Option<Box<str>>,
    /// Its own date, or else its source's.
    pub date: Option<PartialDate>,
    /// How sure.
    pub certainty: Certainty,
}

impl Statement {
    /// Whether it was already made on a day: an undated one counts as made.
    #[must_use]
    pub fn made_by(&self, day: NaiveDate) -> bool {
        self.date.is_none_or(|date| date.first() <= day)
    }

    /// The day that orders it among others: its date, else the day its source was read.
    #[must_use]
    pub fn order(&self) -> NaiveDate {
        self.date.map_or(self.source.read, PartialDate::first)
    }
}

/// What a statement about the programme is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// What the programme is.
    About,
    /// Who may use an office.
    Access,
    /// What meeting the minimum does not mean.
    Caveat,
    /// How to apply.
    Applying,
    /// What applying costs.
    Money,
    /// What is done with personal data.
    Privacy,
    /// What holds for pathways in general.
    Pathways,
    /// Who else helps.
    OtherHelp,
    /// What the guide says of itself.
    Guide,
}

/// A statement about the programme, under its topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeStatement {
    /// What it is about.
    pub topic: Topic,
    /// What is said.
    pub statement: Statement,
}

/// A dated statement about the whole programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What is said.
    pub statement: Statement,
    /// A few words for the header, with `{date}` where they use it.
    pub headline: Option<Text>,
    /// What it says of every office's intake.
    pub intake: Option<IntakeState>,
}

/// A free telephone line of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpLine {
    /// Its id.
    pub id: Id,
    /// The country it serves.
    pub country: Id,
    /// As it is dialled there.
    pub number: String,
    /// Who gives it; whether it still answers is not verified.
    pub source: Arc<Source>,
}
