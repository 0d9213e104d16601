//! Sources, and what they say.

#![allow(missing_docs, reason = "fields are named for what they are; types and functions carry docs")]

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use strum::IntoStaticStr;

use super::office::IntakeState;
use crate::content::date::PartialDate;
use crate::content::text::{Id, Text};

/// How sure a statement, a link or a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    #[default]
    Stated,
    /// Said of most, not of all.
    Most,
    Usual,
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
    pub id: Id,
    pub publisher: String,
    pub label: Text,
    pub title: Text,
    /// Where it was read.
    pub address: Option<String>,
    pub date: Option<PartialDate>,
    pub certainty: Certainty,
    /// The day it was read.
    pub read: NaiveDate,
    pub note: Option<Text>,
}

/// Something a source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its id, unique in its record.
    pub id: Id,
    pub text: Text,
    pub source: Arc<Source>,
    /// Where in the source.
    pub section: Option<Box<str>>,
    /// Its own date, or else its source's.
    pub date: Option<PartialDate>,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Topic {
    /// What the programme is.
    About,
    /// Who may use an office.
    Access,
    /// What meeting the minimum does not mean.
    Caveat,
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
    pub topic: Topic,
    pub statement: Statement,
}

/// A dated statement about the whole programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub statement: Statement,
    /// A few words for the header, with `{date}` where they use it.
    pub headline: Option<Text>,
    pub intake: Option<IntakeState>,
}

/// A free telephone line of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpLine {
    pub id: Id,
    pub country: Id,
    pub number: String,
    /// Who gives it; whether it still answers is not verified.
    pub source: Arc<Source>,
}
