//! What a typed text comes to: an answer, a choice of several, or why it is none.

use chrono::NaiveDate;

use super::date::TypedDateError;
use crate::content::{Cutoff, Id, PeriodUnit};
use crate::rules::{Answer, Value};
use crate::text::fold;

/// What a typed text means.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Reading {
    /// Nothing is typed.
    Empty,
    Answer(Answer),
    /// It can mean several: which one is asked.
    Which(Vec<Choice>),
    /// None; why.
    Invalid(AnswerError),
}

/// Why a typed text is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum AnswerError {
    /// None of the choices.
    NoChoice,
    /// A number, or words that do not say whether somebody has the age of the question, which is this one.
    Age(u32),
    /// No source says which of the choices it is.
    Unsettled,
    /// A town of one country, and another country.
    Town {
        of: Id,
        named: Id,
    },
    /// No country is called so.
    NoCountry,
    /// A region or a place is no country.
    Region,
    /// Several countries where one is asked.
    OneCountry,
    /// A country, and that it is not known.
    DontKnowWithOthers,
    /// Born at some time or somewhere else, where an arrival is asked.
    Birth,
    /// Yes, where the date is asked.
    When,
    /// A name is no country's: that one, and the answer without it, where all others of a list are known.
    UnknownName {
        name: String,
        kept: Option<Value>,
    },
    /// More than one name of a list can be several countries: one of those.
    SeveralNames(String),
    /// A country that is said not to be meant.
    Negated,
    /// Stateless, and a nationality.
    StatelessWithOthers,
    NoDate(TypedDateError),
    /// No whole number.
    NoNumber,
    /// No length of time that the question can count.
    NoPeriod(Option<PeriodUnit>),
    /// Before the first year that is taken.
    TooEarly,
    /// Wholly after today.
    Future(NaiveDate),
}

/// One of the answers that a question offers.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Choice {
    /// The digit that chooses it, in an empty field.
    pub key: Option<char>,
    pub answer: Answer,
    /// For one side of an office's cutoff: the cutoff, and whether this side passes. Its words are the rule's own.
    pub side: Option<(Cutoff, bool)>,
    /// Why it cannot be the answer, where it is only shown as one that what was typed can mean.
    pub refused: Option<AnswerError>,
}

impl Choice {
    /// A known answer, without a digit.
    pub(super) fn known(value: Value) -> Self {
        Self { key: None, answer: Answer::Known(value), side: None, refused: None }
    }

    /// What choosing it comes to.
    pub fn taken(&self) -> Reading {
        match &self.refused {
            Some(error) => Reading::Invalid(error.clone()),
            None => Reading::Answer(self.answer.clone()),
        }
    }
}

/// The digit that chooses, in any script and with what people put around it: `1.`, `(1)`, `#1`, `01`.
pub fn digit(text: &str) -> Option<char> {
    let is_around = |c: char| c.is_whitespace() || matches!(c, '.' | ':' | '(' | ')' | '[' | ']' | '#' | '!');
    let digits: Vec<char> = fold(text.trim_matches(is_around)).chars().collect();
    match digits.as_slice() {
        [digit] | ['0', digit @ '1'..='9'] if digit.is_ascii_digit() => Some(*digit),
        _ => None,
    }
}
