//! Questions, and rules over facts.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use strum::IntoStaticStr;

use crate::content::period::{Period, PeriodUnit};
use crate::content::text::{Id, Text};

/// The kind of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    #[default]
    YesNo,
    OneOf,
    /// One country, or `other`.
    Country,
    /// A set of countries, with `other`; or `stateless`.
    Countries,
    /// A date, possibly inexact; or `always`.
    Date,
    /// A date, or `no`.
    DateOrNo,
    /// A whole number, of the question's unit.
    Number,
    /// A length of time, in the whole days or months that the question counts.
    Period,
}

impl FactKind {
    /// Whether its answers are whole numbers.
    pub fn is_counted(self) -> bool {
        matches!(self, Self::Number | Self::Period)
    }
}

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FactScope {
    /// The person, wherever they are.
    #[default]
    Person,
    /// The stay in the country where the person is.
    Country,
}

/// The part of the check that asks a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckPart {
    /// Whether an office can help.
    #[default]
    Minimum,
    /// Which pathways to look at.
    Pathways,
}

/// A question, and the fact that its answer is.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Question {
    pub id: Id,
    /// Its index in asking order.
    pub order: usize,
    pub kind: FactKind,
    pub scope: FactScope,
    pub part: CheckPart,
    pub name: Text,
    /// With `{country}`.
    pub ask: Text,
    pub why: Text,
    pub while_closed: bool,
    pub always: Option<Text>,
    pub no: Option<Text>,
    /// The question whose date this one's cannot be before, by its order.
    pub not_before: Option<usize>,
    pub age: Option<u32>,
    /// What a number counts: "years", "pesos a month".
    pub unit: Option<Text>,
    /// The same of one alone: "year".
    pub unit_one: Option<Text>,
    /// What a length of time is counted in; only of a question of the kind [`FactKind::Period`].
    pub counts: Option<PeriodUnit>,
    /// Of a `one_of` fact.
    pub options: Vec<QuestionOption>,
}

/// A possible answer to a question of the kind `one_of`, or a relation to a member of the family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionOption {
    pub id: Id,
    pub text: Text,
}

/// A condition tree over facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    All(Vec<Rule>),
    Any(Vec<Rule>),
    /// What several sources state differently: it holds or fails only as far as they agree.
    Agreed(Vec<Rule>),
    Not(Box<Rule>),
    Test(Test),
    /// No source states the condition; the text says which one.
    Unstated(Text),
}

/// Nobody states it, so that nothing is decided by it.
impl Default for Rule {
    fn default() -> Self {
        Self::Unstated(Text::default())
    }
}

impl Rule {
    /// The parts of a rule that differs by nationality, each with the test of whom it is for, which comes first in it.
    /// Empty where it is no such rule.
    pub fn by_country<'a>(&'a self) -> Vec<(&'a Test, &'a Self)> {
        let Self::Any(rules) = self else { return Vec::new() };
        let whom = |rule: &'a Self| -> Option<&'a Test> {
            match rule {
                Self::All(parts) => match parts.first()? {
                    Self::Test(test) if matches!(test.condition, Condition::Includes(_)) => Some(test),
                    _ => None,
                },
                _ => None,
            }
        };
        let parts: Option<Vec<_>> = rules.iter().map(|rule| Some((whom(rule)?, rule))).collect();
        let parts = parts.unwrap_or_default();
        let is_one = |first: &(&'a Test, &'a Self)| parts.iter().all(|(test, _)| test.fact.id == first.0.fact.id);
        if parts.first().is_some_and(is_one) { parts } else { Vec::new() }
    }

    /// All tests in the tree, in reading order.
    pub fn tests(&self) -> Vec<&Test> {
        match self {
            Self::All(rules) | Self::Any(rules) | Self::Agreed(rules) => rules.iter().flat_map(Self::tests).collect(),
            Self::Not(rule) => rule.tests(),
            Self::Test(test) => vec![test],
            Self::Unstated(_) => Vec::new(),
        }
    }
}

/// A test on one fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    pub fact: Arc<Question>,
    pub condition: Condition,
}

/// What a test accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    Yes,
    /// One of these options or countries.
    OneOf(Vec<Id>),
    /// A set that has one of these countries.
    Includes(Vec<Id>),
    /// A date on the right side of a day.
    Cutoff(Cutoff),
    /// A number, or a length of time in what its question counts, that is this one or more.
    AtLeast(u32),
    /// The same, or less.
    AtMost(u32),
}

/// A day and the side of it that passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cutoff {
    pub boundary: Boundary,
    /// Where it is relative, that of the day for which the content is in force.
    pub date: NaiveDate,
    /// How long before the day of applying it is, where it is relative to that.
    pub before_applying: Option<Period>,
}

/// Which side of a day passes, and whether the day itself counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Boundary {
    OnOrBefore,
    Before,
    OnOrAfter,
    After,
}
