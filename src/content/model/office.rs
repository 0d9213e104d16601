//! Offices, what they ask for, and what to say about it.

#![allow(missing_docs, reason = "fields are named for what they are; types and functions carry docs")]

use serde::{Deserialize, Serialize};
use std::sync::Arc;
use strum::IntoStaticStr;

use super::question::Rule;
use super::source::{Source, Statement};
use crate::content::text::{Id, Text};

/// Whether an office takes new applications. Ordered from the most closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IntakeState {
    /// The programme itself has ended.
    Ended,
    /// No new applications; cases go on.
    NoNewApplications,
    /// Applications are taken.
    Open,
    /// The source names no stop.
    NotStated,
}

impl IntakeState {
    /// Whether it says that no new application is taken.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Ended | Self::NoNewApplications)
    }
}

/// A statement about intake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    pub state: IntakeState,
    pub statement: Statement,
}

/// A row of the requirements matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Aspect {
    /// Where the person is.
    Place,
    Nationality,
    /// Since when in the country.
    Presence,
    /// How old.
    Age,
    Status,
}

/// A country that has a name here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166 alpha-2.
    pub id: Id,
    pub name: Text,
    pub demonym: Text,
    pub also: Vec<String>,
    /// How its telephone numbers look, where that is known.
    pub dialling: Option<Dialling>,
}

/// How telephone numbers of a country look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialling {
    /// The country's own digits, after the `+`.
    pub code: Box<str>,
    pub digits: Vec<u8>,
}

/// A place where a person asks for help.
#[derive(Debug, PartialEq, Eq)]
pub struct Office {
    pub id: Id,
    pub country: Arc<Country>,
    pub name: Text,
    pub listed: Option<Text>,
    /// What is said of its intake by sources that speak of this office, as in the file.
    pub intake: Vec<Intake>,
    /// Its requirements; the first is the place.
    pub requirements: Vec<Arc<Requirement>>,
    pub apply: Vec<Statement>,
}

/// A statement with a rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Requirement {
    /// `OFFICE.NAME`.
    pub id: Id,
    /// Its row.
    pub aspect: Aspect,
    pub rule: Rule,
    /// In words, with `{date}` and `{nationalities}`.
    pub text: Text,
    /// In a cell, with `{date}` and `{codes}`.
    pub short: Text,
    pub source: Arc<Source>,
    /// Where in the source.
    pub section: Box<str>,
    pub open: Vec<Text>,
    pub later: Vec<Statement>,
}

impl Requirement {
    /// Its name within the office: the part of the id after the dot.
    #[must_use]
    pub fn name(&self) -> &str {
        self.id.rsplit('.').next().unwrap_or(&self.id)
    }
}

/// When a piece of advice is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Situation {
    /// With every result.
    Always,
    /// With every result, and before contact data is spoken of.
    BeforeContact,
    /// No newer statement says that the office takes applications.
    IntakeClosed,
    /// The person's country has no office.
    NoOffice,
    /// The office's minimum is met.
    Met,
    /// The office's minimum is not met.
    NotMet,
    /// It cannot be told yet.
    Unclear,
}

/// What to say in a situation.
#[derive(Debug, PartialEq, Eq)]
pub struct Advice {
    pub id: Id,
    pub situation: Situation,
    /// Said only where this is met too.
    pub rule: Option<Rule>,
    /// In full, with `{office}` and `{country}`.
    pub text: Text,
    pub short: Text,
    /// Who says it, where a source does.
    pub source: Option<Arc<Source>>,
    /// Where in the source.
    pub section: Option<Box<str>>,
}

/// Something that the application asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    pub id: Id,
    pub text: Text,
    pub hint: Text,
    pub kind: ItemKind,
    pub source: Arc<Source>,
    /// Where in the source.
    pub section: Box<str>,
}

/// What an item holds, and so how it can be checked. Nothing of it is ever stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// Something that is there or not.
    #[default]
    Plain,
    /// An e-mail address.
    Email,
    Phone,
    /// A birth date, among other things.
    BirthDate,
    Family,
}

/// Who can be named as family.
#[derive(Debug, PartialEq, Eq)]
pub struct Relation {
    pub id: Id,
    pub text: Text,
}
