//! Questions, and rules over their answers.

#![allow(missing_docs, reason = "fields are named for what they are; types and functions carry docs")]

use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::Arc;

use crate::content::text::{Id, Text};

/// The kind of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Yes or no.
    YesNo,
    /// One of the question's options.
    OneOf,
    /// One country, or `other`.
    Country,
    /// A set of countries, with `other`; or `stateless`.
    Countries,
    /// A date, perhaps inexact; or `always`.
    Date,
    /// A date, or `no`.
    DateOrNo,
}

/// What a fact speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The person, wherever they are.
    Person,
    /// The stay in the country in which the person is now.
    Country,
}

/// The part of the check that asks a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Whether an office can help.
    Minimum,
    /// Which pathways to look at.
    Pathways,
}

/// A question, and the fact that its answer gives.
#[derive(Debug, PartialEq, Eq)]
pub struct Question {
    pub id: Id,
    /// Its place in asking order, from 0.
    pub order: usize,
    pub kind: Kind,
    pub scope: Scope,
    pub part: Part,
    pub name: Text,
    /// The question, with `{country}`.
    pub ask: Text,
    pub why: Text,
    pub while_closed: bool,
    pub always: Option<Text>,
    pub no: Option<Text>,
    /// The fact that this one's date cannot be before.
    pub not_before: Option<Id>,
    pub age: Option<u32>,
    /// What a `one_of` fact can be.
    pub options: Vec<Choice>,
}

/// One of a question's options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub id: Id,
    pub text: Text,
}

/// A condition tree over facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// Every one must hold.
    All(Vec<Rule>),
    /// One at least must hold.
    Any(Vec<Rule>),
    /// It must not hold.
    Not(Box<Rule>),
    /// A test on one fact.
    Test(Test),
    /// No source states the condition; the text says what is unsaid.
    Unstated(Text),
}

impl Rule {
    /// All tests in the tree, in reading order.
    #[must_use]
    pub fn tests(&self) -> Vec<&Test> {
        match self {
            Self::All(rules) | Self::Any(rules) => rules.iter().flat_map(Self::tests).collect(),
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
    /// `yes`.
    Yes,
    /// One of these options, or countries.
    OneOf(Vec<Id>),
    /// A set that has one of these countries.
    Includes(Vec<Id>),
    /// A date on the right side of a day.
    Cutoff(Cutoff),
}

/// A day, and which side of it passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cutoff {
    /// Which side, and whether the day itself counts.
    pub boundary: Boundary,
    /// The day.
    pub date: NaiveDate,
}

/// Which side of a day passes, and whether the day itself counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Boundary {
    /// The day counts.
    OnOrBefore,
    /// The day does not count.
    Before,
    /// The day counts.
    OnOrAfter,
    /// The day does not count.
    After,
}
