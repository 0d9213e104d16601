//! From a record to the engine's answers and back. What a changed content cannot read is set aside, never lost.

use chrono::NaiveDate;

use super::record::{Record, StoredAnswer};
use crate::content::{Content, Id};
use crate::rules::{Answer, Answers, ValueError, parse_value};

/// An answer that the content cannot read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Dropped {
    pub said: StoredAnswer,
    /// Why it is not read.
    pub cause: UnreadCause,
}

/// Why an answer is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnreadCause {
    /// The content no longer asks that.
    NoQuestion,
    /// The value is none of the question's.
    Value(ValueError),
}

impl Record {
    /// The answers for the engine, and those that the content cannot read. Withheld ones are as not asked.
    #[must_use]
    pub fn answers(&self, content: &Content) -> (Answers, Vec<Dropped>) {
        let mut answers = Answers::default();
        let mut dropped = Vec::new();
        let told = self.answers.iter().chain(&self.parked).chain(&self.unread);
        for said in told.filter(|said| said.country.is_some() || !self.withholds(&said.fact)) {
            match (read(content, said), &said.country) {
                (Err(cause), _) => dropped.push(Dropped { said: said.clone(), cause }),
                // What was answered since goes before what could not be read for a while.
                (Ok(_), None) if answers.get(&said.fact).is_some() => {}
                (Ok(answer), None) => {
                    if let Some(question) = content.question(&said.fact) {
                        answers.set(content, question, answer);
                    }
                }
                (Ok(answer), Some(country)) => {
                    answers.park(Id::from(country.as_str()), said.fact.as_str().into(), answer);
                }
            }
        }
        (answers, dropped)
    }

    /// Takes over the answers of the engine and the content's check-code. Of the facts in `withheld`, and of answers in
    /// use that are withheld themselves, only the ids are kept; of parked ones that are, and of all that is parked for a
    /// country that is, nothing. What the content could not read stays in `unread` until it is answered anew.
    pub fn set_answers(&mut self, content: &Content, answers: &Answers, withheld: &[Id]) {
        let hidden = |answer: &Answer| matches!(answer, Answer::Withheld(_));
        let more = answers.iter().filter(|(_, answer)| hidden(answer)).map(|(id, _)| id.clone());
        self.withhold(withheld.iter().cloned().chain(more));
        let (_, dropped) = self.answers(content);
        let said = |country: Option<&Id>, fact: &Id, answer: &Answer| {
            let value = spelled(answer)?;
            Some(StoredAnswer { country: country.map(ToString::to_string), fact: fact.to_string(), value })
        };
        let open = answers.iter().filter(|(fact, _)| !self.withholds(fact));
        let now: Vec<StoredAnswer> = open.filter_map(|(fact, answer)| said(None, fact, answer)).collect();
        let parked = answers.parked().filter(|(country, ..)| !answers.is_hidden(country));
        let parked: Vec<StoredAnswer> =
            parked.filter_map(|(country, fact, answer)| said(Some(country), fact, answer)).collect();
        let goes = |said: &StoredAnswer| {
            said.country.as_ref().is_some_and(|country| answers.is_hidden(country))
                || now.iter().chain(&parked).any(|new| new.fact == said.fact && new.country == said.country)
        };
        self.unread = dropped.into_iter().map(|dropped| dropped.said).filter(|said| !goes(said)).collect();
        self.answers = now;
        self.parked = parked;
        self.check_code.clone_from(&content.check_code);
    }
}

/// Reads a stored answer. It was taken on some day, so no date in it lies in the future.
fn read(content: &Content, said: &StoredAnswer) -> Result<Answer, UnreadCause> {
    let question = content.question(&said.fact).ok_or(UnreadCause::NoQuestion)?;
    parse_value(content, question, &said.value, NaiveDate::MAX).map_err(UnreadCause::Value)
}

/// An answer in the spelling of the command line; none where it is not to be stored.
fn spelled(answer: &Answer) -> Option<String> {
    match answer {
        Answer::Known(value) => Some(value.to_string()),
        Answer::DontKnow => Some("unknown".to_owned()),
        Answer::Declined => Some("declined".to_owned()),
        Answer::Withheld(_) => None,
    }
}
