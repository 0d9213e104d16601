//! Answers by question, and answers that are parked because they are about another country.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use crate::content::{Content, FactKind, FactScope, Id, Question};

use super::interval::Interval;

/// Any country that has no code among the answers.
pub const OTHER: &str = "other";

/// A typed value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Value {
    YesNo(bool),
    /// The id of an option.
    Choice(Id),
    /// A country's code, or [`OTHER`].
    Country(Id),
    /// Country codes, possibly with [`OTHER`]; never empty.
    Countries(BTreeSet<Id>),
    /// Without nationality; evaluated as unknown, since no source says what applies.
    Stateless,
    Date(Interval),
    /// There is no date: it did not happen.
    No,
    Number(u32),
}

impl Value {
    /// As it is written on the command line and stored; a length of time with its unit, so that it stays as long
    /// whatever the question counts later.
    pub fn spelled(&self, question: &Question) -> String {
        match (self, question.counts) {
            (Self::Number(count), Some(unit)) => unit.times(*count).to_string(),
            _ => self.to_string(),
        }
    }
}

/// The spelling of the command line.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::YesNo(true) => f.write_str("yes"),
            Self::YesNo(false) | Self::No => f.write_str("no"),
            Self::Choice(id) | Self::Country(id) => f.write_str(id),
            Self::Countries(ids) => {
                let ids: Vec<&str> = ids.iter().map(AsRef::as_ref).collect();
                f.write_str(&ids.join(","))
            }
            Self::Stateless => f.write_str("stateless"),
            Self::Date(interval) => write!(f, "{interval}"),
            Self::Number(number) => write!(f, "{number}"),
        }
    }
}

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Answer {
    Known(Value),
    DontKnow,
    Declined,
    /// Used, but never stored.
    Withheld(Value),
}

impl Answer {
    /// The value to evaluate.
    pub fn value(&self) -> Option<&Value> {
        match self {
            Self::Known(value) | Self::Withheld(value) => Some(value),
            Self::DontKnow | Self::Declined => None,
        }
    }
}

/// The question where the person is: the first that asks for one country. Facts of the scope [`FactScope::Country`] are
/// about the country in its answer.
pub fn place_question(content: &Content) -> Option<&Arc<Question>> {
    content.asking_for(FactKind::Country)
}

/// Whether a fact is about the stay in the country where the person is.
pub fn is_of_stay(question: &Question) -> bool {
    // The question for the country is about every stay, whatever its scope in the content.
    question.scope == FactScope::Country && question.kind != FactKind::Country
}

/// One person's answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    current: BTreeMap<Id, Answer>,
    /// Answers about stays in other countries, by country, then by question. Never evaluated.
    parked: BTreeMap<Id, BTreeMap<Id, Answer>>,
    /// Withheld countries: answers parked for one would reveal it.
    hidden: BTreeSet<Id>,
}

impl Answers {
    /// The answer to a question, by id.
    pub fn get(&self, id: &str) -> Option<&Answer> {
        self.current.get(id)
    }

    /// The known value of a fact.
    pub fn value(&self, id: &str) -> Option<&Value> {
        self.get(id)?.value()
    }

    /// Every current answer, by question id.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &Answer)> {
        self.current.iter()
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.current.is_empty()
    }

    /// Every parked answer: country, question id, answer.
    pub fn parked(&self) -> impl Iterator<Item = (&Id, &Id, &Answer)> {
        self.parked.iter().flat_map(|(country, answers)| answers.iter().map(move |(id, a)| (country, id, a)))
    }

    /// Whether a country is withheld, so that no answer parked for it may be stored.
    pub fn is_hidden(&self, country: &str) -> bool {
        self.hidden.contains(country)
    }

    /// Records an answer and returns the one it replaces.
    ///
    /// Another country of stay parks the answers about the old one and restores those about the new one. Answers given
    /// while no country was known stay: they are about this stay.
    pub fn set(&mut self, content: &Content, question: &Question, answer: Answer) -> Option<Answer> {
        let before = self.country(content);
        match &answer {
            Answer::Withheld(Value::Country(country)) => drop(self.hidden.insert(country.clone())),
            Answer::Known(Value::Country(country)) => drop(self.hidden.remove(country)),
            _ => {}
        }
        let old = self.current.insert(question.id.clone(), answer);
        self.move_to(content, before.as_ref());
        old
    }

    /// Removes an answer and returns it. Parks as [`Self::set`] does.
    pub fn remove(&mut self, content: &Content, question: &Question) -> Option<Answer> {
        let before = self.country(content);
        let old = self.current.remove(&question.id);
        self.move_to(content, before.as_ref());
        old
    }

    /// Parks an answer about a stay in a country.
    pub fn park(&mut self, country: Id, question: Id, answer: Answer) {
        self.parked.entry(country).or_default().insert(question, answer);
    }

    /// Where the person is, if known: a code or [`OTHER`].
    pub fn country(&self, content: &Content) -> Option<Id> {
        match self.value(&place_question(content)?.id)? {
            Value::Country(id) => Some(id.clone()),
            _ => None,
        }
    }

    fn move_to(&mut self, content: &Content, before: Option<&Id>) {
        let now = self.country(content);
        if now.as_ref() == before {
            return;
        }
        for question in content.questions.iter().filter(|question| is_of_stay(question)) {
            if let Some(before) = before
                && let Some(answer) = self.current.remove(&question.id)
            {
                self.park(before.clone(), question.id.clone(), answer);
            }
        }
        for (id, answer) in now.and_then(|country| self.parked.remove(&country)).unwrap_or_default() {
            self.current.entry(id).or_insert(answer);
        }
    }
}
