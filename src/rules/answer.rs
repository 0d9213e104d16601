//! What a person said, by question, and what is kept aside because it speaks of another country.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use crate::content::{Content, Id, Kind, Question, Scope};

use super::interval::Interval;

/// The value that stands for every country without a code of its own among the answers.
pub const OTHER: &str = "other";

/// A typed value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Value {
    /// Yes or no.
    YesNo(bool),
    /// One of the question's options.
    Choice(Id),
    /// A country's code, or [`OTHER`].
    Country(Id),
    /// Codes of countries, with [`OTHER`] among them perhaps; never empty.
    Countries(BTreeSet<Id>),
    /// No country's national. Kept as the reason, evaluated as don't know: no source says what holds then.
    Stateless,
    Date(Interval),
    /// No date, because it did not happen.
    No,
}

/// As on the command line.
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
        }
    }
}

/// An answer to a question that was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Answer {
    Known(Value),
    /// The person does not know.
    DontKnow,
    /// The person prefers not to say.
    Declined,
    /// Known now and used, never stored.
    Withheld(Value),
}

impl Answer {
    /// The value to evaluate with, where there is one.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        match self {
            Self::Known(value) | Self::Withheld(value) => Some(value),
            Self::DontKnow | Self::Declined => None,
        }
    }
}

/// The question that says where the person is: the first that asks for one country. Facts of the scope
/// [`Scope::Country`] speak of the country in its answer.
#[must_use]
pub fn place_question(content: &Content) -> Option<&Arc<Question>> {
    content.questions.iter().find(|question| question.kind == Kind::Country)
}

/// Whether a fact speaks of the stay in the country where the person is, and so of no other.
#[must_use]
pub fn is_of_stay(question: &Question) -> bool {
    // The country itself stays when it changes, whatever scope a content gives it.
    question.scope == Scope::Country && question.kind != Kind::Country
}

/// One person's answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    current: BTreeMap<Id, Answer>,
    /// By country, then by question: what was said of a stay there. Never evaluated.
    parked: BTreeMap<Id, BTreeMap<Id, Answer>>,
    /// Countries that were told to be used and not stored: what is parked for one would tell it.
    hidden: BTreeSet<Id>,
}

impl Answers {
    /// The answer to a question; `None` where it was not asked.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Answer> {
        self.current.get(id)
    }

    /// The known value of a fact.
    #[must_use]
    pub fn value(&self, id: &str) -> Option<&Value> {
        self.get(id)?.value()
    }

    /// Every answer in use, by question id.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &Answer)> {
        self.current.iter()
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.current.is_empty()
    }

    /// Every parked answer: country, question id, answer.
    pub fn parked(&self) -> impl Iterator<Item = (&Id, &Id, &Answer)> {
        self.parked.iter().flat_map(|(country, answers)| answers.iter().map(move |(id, a)| (country, id, a)))
    }

    /// Whether a country was told to be used and not stored, and so nothing that is parked for it may be.
    #[must_use]
    pub fn is_hidden(&self, country: &str) -> bool {
        self.hidden.contains(country)
    }

    /// Records an answer and returns the one it replaces.
    ///
    /// Another country of stay parks what was said of the old one and brings back what is parked for the new one.
    /// What was said while no country was known stays: it was said of this stay.
    pub fn set(&mut self, content: &Content, question: &Question, answer: Answer) -> Option<Answer> {
        let before = self.country(content);
        match &answer {
            Answer::Withheld(Value::Country(country)) => drop(self.hidden.insert(country.clone())),
            Answer::Known(Value::Country(country)) => drop(self.hidden.remove(country)),
            _ => {}
        }
        let old = self.current.insert(question.id.clone(), answer);
        self.move_to(content, before);
        old
    }

    /// Forgets an answer, as if the question had not been asked, and returns it. Parks as [`Self::set`] does.
    pub fn remove(&mut self, content: &Content, question: &Question) -> Option<Answer> {
        let before = self.country(content);
        let old = self.current.remove(&question.id);
        self.move_to(content, before);
        old
    }

    /// Puts an answer about a stay in a country aside.
    pub fn park(&mut self, country: Id, question: Id, answer: Answer) {
        self.parked.entry(country).or_default().insert(question, answer);
    }

    /// Where the person is, as far as it is known: a code or [`OTHER`].
    #[must_use]
    pub fn country(&self, content: &Content) -> Option<Id> {
        match self.value(&place_question(content)?.id)? {
            Value::Country(id) => Some(id.clone()),
            _ => None,
        }
    }

    fn move_to(&mut self, content: &Content, before: Option<Id>) {
        let now = self.country(content);
        if now == before {
            return;
        }
        if let Some(before) = before {
            self.park_scope(content, &before);
        }
        let restored = now.and_then(|country| self.parked.remove(&country)).unwrap_or_default();
        for (id, answer) in restored {
            self.current.entry(id).or_insert(answer);
        }
    }

    fn park_scope(&mut self, content: &Content, country: &Id) {
        for question in content.questions.iter().filter(|question| is_of_stay(question)) {
            if let Some(answer) = self.current.remove(&question.id) {
                self.park(country.clone(), question.id.clone(), answer);
            }
        }
    }
}
