//! Offices, requirements, advice, and what the application asks for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use strum::IntoStaticStr;

use super::question::Rule;
use super::source::{Certainty, Notice, Source, Statement};
use crate::content::text::{Id, Text};

/// Whether an office takes new applications. Ordered from the most closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum IntakeState {
    /// The whole programme has ended.
    Ended,
    /// No new applications; cases continue.
    NoNewApplications,
    /// Sources differ, and neither counts more.
    Disputed,
    /// Applications are taken.
    Open,
    /// The source names no stop.
    NotStated,
}

impl IntakeState {
    /// Whether no new applications are taken.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Ended | Self::NoNewApplications)
    }
}

/// A statement about intake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    pub state: IntakeState,
    pub statement: Statement,
    /// Said right before it, as far as they were made by the day.
    pub notices: Vec<Arc<Notice>>,
    /// Another statement on the same intake that says otherwise; neither counts more.
    pub disputes: Option<Id>,
}

/// What requirements are about: a row of the requirements matrix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aspect {
    pub id: Id,
    pub name: Text,
}

/// A country that has a name here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166 alpha-2.
    pub id: Id,
    pub name: Text,
    pub demonym: Text,
    pub also: Vec<String>,
    pub dialling: Option<Dialling>,
}

/// The format of telephone numbers of a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialling {
    /// The country's own digits, after the `+`.
    pub code: Box<str>,
    /// How many digits can follow the code.
    pub digits: Vec<u8>,
    /// With which digits a number begins; empty where that is not known.
    pub begins: Vec<String>,
    /// What is dialled before a number inside the country.
    pub trunk: Option<String>,
}

/// A place where a person asks for help.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Office {
    pub id: Id,
    pub country: Arc<Country>,
    pub name: Text,
    pub listed: Option<Text>,
    /// Statements about this office alone; notices can be about it too.
    pub intake: Vec<Intake>,
    /// Those in force, see [`crate::content::Content::in_force`]; the first one is about the place.
    pub requirements: Vec<Arc<Requirement>>,
    /// The same with those of earlier and later days.
    pub versions: Vec<Arc<Requirement>>,
    pub apply: Vec<Statement>,
    pub fees: Vec<Fee>,
}

impl Office {
    /// What the office states of an aspect; nothing, one requirement or several.
    pub fn stated<'a>(&'a self, aspect: &'a Aspect) -> impl Iterator<Item = &'a Requirement> {
        self.requirements.iter().map(AsRef::as_ref).filter(move |requirement| requirement.aspect.id == aspect.id)
    }

    /// The requirement to be in its country: its first one.
    pub fn place(&self) -> Option<&Arc<Requirement>> {
        self.requirements.first()
    }
}

/// What something costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fee {
    /// In whole units of the currency.
    pub amount: u32,
    /// ISO 4217.
    pub currency: Box<str>,
    pub statement: Statement,
}

/// A statement with a rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Requirement {
    /// `OFFICE.NAME`.
    pub id: Id,
    pub aspect: Arc<Aspect>,
    pub rule: Rule,
    /// With `{date}` and `{nationalities}`.
    pub text: Text,
    /// For a cell of 16, with `{date}` and `{codes}`.
    pub short: Text,
    pub source: Arc<Source>,
    /// Other sources that say the same.
    pub also: Vec<Arc<Source>>,
    pub section: Box<str>,
    /// How sure it is that its source asks for it. It is said with every result, and changes none.
    pub certainty: Certainty,
    pub open: Vec<OpenPoint>,
    pub later: Vec<Statement>,
    /// What other sources state instead; the rule is then [`Rule::Agreed`], with theirs after its own.
    pub others: Vec<Alternative>,
    /// The first day on which it is in force; always before where there is none.
    pub from: Option<NaiveDate>,
    /// The last day on which it is in force.
    pub until: Option<NaiveDate>,
}

/// A requirement as another source has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// Unique in its requirement.
    pub id: Id,
    pub rule: Rule,
    /// With `{date}` and `{nationalities}` of its own rule.
    pub text: Text,
    pub source: Arc<Source>,
    pub also: Vec<Arc<Source>>,
    pub section: Box<str>,
    pub certainty: Certainty,
}

/// What the source of a requirement leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPoint {
    /// Unique in its requirement.
    pub id: Id,
    pub text: Text,
    /// In one line, to stand with a result.
    pub short: Option<Text>,
    /// Whose result it stands with; with every one where that is not stated.
    pub whom: Option<Whom>,
}

impl OpenPoint {
    /// The short form, where there is one.
    pub fn brief(&self) -> &Text {
        self.short.as_ref().unwrap_or(&self.text)
    }
}

/// Whom an open point is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// Those without a nationality.
    Stateless,
    /// Those with more than one nationality.
    SeveralNationalities,
}

impl Requirement {
    /// The rule as its first source has it: the one of its text.
    pub fn own_rule(&self) -> &Rule {
        match &self.rule {
            Rule::Agreed(rules) if !self.others.is_empty() => rules.first().unwrap_or(&self.rule),
            rule => rule,
        }
    }

    /// Whether it is in force on a day.
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// A day on which it is in force: the given one, or one as near to it as there is.
    pub fn day_in_force(&self, day: NaiveDate) -> NaiveDate {
        let not_before = self.from.map_or(day, |from| day.max(from));
        self.until.map_or(not_before, |until| not_before.min(until))
    }

    /// Its name within the office: the part of the id after the dot.
    pub fn name(&self) -> &str {
        self.id.rsplit('.').next().unwrap_or(&self.id)
    }
}

/// When a piece of advice is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Situation {
    /// With every result.
    Always,
    /// With every result, and before contact data is discussed.
    BeforeContact,
    /// No newer statement says that the office takes applications.
    IntakeClosed,
    /// The person's country has no office.
    NoOffice,
    Met,
    NotMet,
    Unclear,
}

/// What to say in a situation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    pub id: Id,
    pub situation: Situation,
    /// Given only where this is met too.
    pub rule: Option<Rule>,
    /// With `{office}` and `{country}`.
    pub text: Text,
    pub short: Text,
    /// Where the advice is from a source.
    pub source: Option<Arc<Source>>,
    pub section: Option<Box<str>>,
    /// Said before the text.
    pub notices: Vec<Arc<Notice>>,
}

/// Something that the application asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    pub id: Id,
    pub text: Text,
    pub hint: Text,
    pub kind: ItemKind,
    pub source: Arc<Source>,
    pub section: Box<str>,
    /// The offices that ask for it; empty where all do.
    pub offices: Vec<Id>,
}

/// The content of an item, which decides how it can be checked. It is never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    #[default]
    Plain,
    Email,
    Phone,
    /// A birth date among other things.
    BirthDate,
    Family,
}

impl ItemKind {
    /// Whether what can be checked of it is all of it, so that it is ready once that looks right.
    pub fn is_checked_whole(self) -> bool {
        matches!(self, Self::Email | Self::Phone)
    }
}
