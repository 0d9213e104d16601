//! Sources, and their statements.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use strum::{IntoStaticStr, VariantNames};

use super::office::IntakeState;
use crate::content::date::PartialDate;
use crate::content::text::{Id, Text};

/// How sure a statement, a link or a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Certainty {
    #[default]
    Stated,
    /// True of most, not of all.
    Most,
    Usual,
    Likely,
    /// Possible.
    May,
    /// In some cases, or of some only.
    Some,
    /// In some countries only.
    SomeCountries,
    /// The source lets it be understood and does not say it.
    Implied,
    /// Reported, and confirmed by nobody whose word decides.
    Unconfirmed,
    /// A date: on that day or later.
    NotBefore,
    /// The source is silent; shown as open, not as an end.
    NotStated,
}

/// A document that is cited.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Source {
    pub id: Id,
    pub publisher: String,
    pub label: Text,
    pub title: Text,
    pub address: Option<String>,
    pub date: Option<PartialDate>,
    pub certainty: Certainty,
    /// The day on which it was read.
    pub read: NaiveDate,
    pub note: Option<Text>,
}

/// Something that a source says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statement {
    /// Unique in its record.
    pub id: Id,
    pub text: Text,
    pub source: Arc<Source>,
    /// Other sources that say the same.
    pub also: Vec<Arc<Source>>,
    pub section: Option<Box<str>>,
    /// Its own date, else that of its source.
    pub date: Option<PartialDate>,
    /// The first day on which the source is known to say it.
    pub from: Option<NaiveDate>,
    /// The last day on which the source is known to say it.
    pub until: Option<NaiveDate>,
    pub certainty: Certainty,
}

impl Statement {
    /// Whether it is to be listed for a day. A source that may be of any day up to its last copy is the base of
    /// everything and is never left out for its date; an undated statement is listed, see [`Self::known_by`].
    pub fn published_by(&self, day: NaiveDate) -> bool {
        let of_base = self.source.certainty == Certainty::NotBefore && self.date == self.source.date;
        let dated = of_base || self.date.is_none_or(|date| date.first() <= day);
        dated && self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it is certain that it was said by a day: an undated statement is known from the day it was read on.
    pub fn known_by(&self, day: NaiveDate) -> bool {
        self.published_by(day) && (self.date.is_some() || self.source.read <= day)
    }

    /// The day by which statements are sorted: its date, else the day on which its source was read.
    pub fn order(&self) -> NaiveDate {
        self.date.map_or(self.source.read, PartialDate::first)
    }
}

/// What a statement about the programme is about that is said in a place of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize, IntoStaticStr, VariantNames)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Topic {
    #[default]
    About,
    Access,
    /// What meeting the minimum does not mean.
    Caveat,
    Applying,
    /// Who gets in touch with an applicant.
    Contact,
    Money,
    Privacy,
    Pathways,
    OtherHelp,
    /// What the guide says about itself.
    Guide,
}

/// A topic that only this content has.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct OwnTopic {
    pub id: Id,
    /// The heading under which it stands among the notices.
    pub name: Text,
}

/// What a statement about the programme is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatementTopic {
    Known(Topic),
    Own(Arc<OwnTopic>),
}

impl Default for StatementTopic {
    fn default() -> Self {
        Self::Known(Topic::default())
    }
}

/// A statement about the programme, under its topic.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProgrammeStatement {
    pub topic: StatementTopic,
    pub statement: Statement,
}

/// A dated statement about the whole programme.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notice {
    pub statement: Statement,
    /// A few words for the header, possibly with `{date}`.
    pub headline: Option<Text>,
    pub intake: Option<IntakeState>,
}

/// A free telephone line of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpLine {
    pub id: Id,
    pub country: Id,
    pub number: String,
    /// Whether the line still answers is not verified.
    pub source: Arc<Source>,
}
