//! From a record to answers and back. What a changed content cannot read is kept as it is.

use chrono::NaiveDate;

use super::record::{Record, StoredAnswer};
use crate::content::{Content, Id};
use crate::rules::{Answer, Answers, ValueError, parse_value};

/// A stored answer that the content cannot read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct UnreadAnswer {
    pub stored: StoredAnswer,
    pub cause: UnreadCause,
}

/// Why an answer cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnreadCause {
    /// The content has no such question any more.
    NoQuestion,
    /// The question has no such value.
    Value(ValueError),
    /// The file has another answer to the same question: nothing tells which one is right.
    Twice,
}

impl Record {
    /// The answers, and those that the content cannot read. Withheld ones count as not asked.
    pub fn answers(&self, content: &Content) -> (Answers, Vec<UnreadAnswer>) {
        let mut answers = Answers::default();
        let mut unread = Vec::new();
        let all = self.answers.iter().chain(&self.parked).chain(&self.unread);
        for stored in all.filter(|stored| stored.country.is_some() || !self.withholds(&stored.fact)) {
            let found = if self.contradicts(stored) { Err(UnreadCause::Twice) } else { read(content, stored) };
            match (found, &stored.country) {
                (Err(cause), _) => unread.push(UnreadAnswer { stored: stored.clone(), cause }),
                // An answer given since precedes one that could not be read for a while.
                (Ok(_), None) if answers.get(&stored.fact).is_some() => {}
                (Ok(answer), None) => {
                    if let Some(question) = content.question(&stored.fact) {
                        answers.set(content, question, answer);
                    }
                }
                (Ok(answer), Some(country)) => {
                    answers.park(Id::from(country.as_str()), stored.fact.as_str().into(), answer);
                }
            }
        }
        (answers, unread)
    }

    /// Whether the file says something else of the same fact, which no program of this kind writes.
    fn contradicts(&self, stored: &StoredAnswer) -> bool {
        let all = || self.answers.iter().chain(&self.parked);
        let is_other =
            |one: &StoredAnswer| one.fact == stored.fact && one.country == stored.country && one.value != stored.value;
        all().any(|one| one == stored) && all().any(is_other)
    }

    /// Takes over the answers and the content's check-code. Of the facts in `withheld`, and of current answers that are
    /// withheld themselves, only the ids are stored; of withheld parked answers, and of those parked for a withheld
    /// country, nothing. What the content cannot read stays in `unread` until it is answered anew.
    pub fn set_answers(&mut self, content: &Content, answers: &Answers, withheld: &[Id]) {
        let hidden = |answer: &Answer| matches!(answer, Answer::Withheld(_));
        let more = answers.iter().filter(|(_, answer)| hidden(answer)).map(|(id, _)| id.clone());
        self.withhold(withheld.iter().cloned().chain(more));
        let (_, unread) = self.answers(content);
        let stored = |country: Option<&Id>, fact: &Id, answer: &Answer| {
            let value = spelled(answer)?;
            Some(StoredAnswer { country: country.map(ToString::to_string), fact: fact.to_string(), value })
        };
        let open = answers.iter().filter(|(fact, _)| !self.withholds(fact));
        let now: Vec<StoredAnswer> = open.filter_map(|(fact, answer)| stored(None, fact, answer)).collect();
        let parked = answers.parked().filter(|(country, ..)| !answers.is_hidden(country));
        let parked: Vec<StoredAnswer> =
            parked.filter_map(|(country, fact, answer)| stored(Some(country), fact, answer)).collect();
        let is_outdated = |old: &StoredAnswer| {
            old.country.as_ref().is_some_and(|country| answers.is_hidden(country))
                || now.iter().chain(&parked).any(|new| new.fact == old.fact && new.country == old.country)
        };
        self.unread = unread.into_iter().map(|unread| unread.stored).filter(|old| !is_outdated(old)).collect();
        self.answers = now;
        self.parked = parked;
        self.check_code.clone_from(&content.check_code);
    }
}

/// Reads a stored answer. Its dates were checked against the day on which it was given.
fn read(content: &Content, stored: &StoredAnswer) -> Result<Answer, UnreadCause> {
    let question = content.question(&stored.fact).ok_or(UnreadCause::NoQuestion)?;
    parse_value(content, question, &stored.value, NaiveDate::MAX).map_err(UnreadCause::Value)
}

/// An answer as on the command line; `None` where it must not be stored.
fn spelled(answer: &Answer) -> Option<String> {
    match answer {
        Answer::Known(value) => Some(value.to_string()),
        Answer::DontKnow => Some("unknown".to_owned()),
        Answer::Declined => Some("declined".to_owned()),
        Answer::Withheld(_) => None,
    }
}
