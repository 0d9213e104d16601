//! From a record to answers and back. What a changed content cannot read is kept as it is.

use chrono::NaiveDate;

use super::record::{Record, StoredAnswer, StoredVerdict};
use crate::content::{Content, Id, Office, Question};
use crate::rules::{Answer, Answers, Assessment, parse_value};

impl Record {
    /// The answers, and those that the content cannot read. Withheld ones count as not asked.
    pub fn answers(&self, content: &Content) -> (Answers, Vec<StoredAnswer>) {
        let mut answers = Answers::default();
        let mut unread = Vec::new();
        let all = self.answers.iter().chain(&self.parked).chain(&self.unread);
        for stored in all.filter(|stored| stored.country.is_some() || !self.withholds(&stored.fact)) {
            let found = if self.contradicts(stored) { None } else { read(content, stored) };
            match (found, &stored.country) {
                (None, _) => unread.push(stored.clone()),
                // An answer given since precedes one that could not be read for a while.
                (Some(_), None) if answers.get(&stored.fact).is_some() => {}
                (Some((question, answer)), None) => drop(answers.set(content, question, answer)),
                (Some((question, answer)), Some(country)) => {
                    answers.park(country.as_str().into(), question.id.clone(), answer);
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
            let value = spelled(content, fact, answer)?;
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
        self.unread = unread.into_iter().filter(|old| !is_outdated(old)).collect();
        self.answers = now;
        self.parked = parked;
        self.check_code.clone_from(&content.check_code);
    }
}

/// The verdicts that may be stored, those of offices whose rules test no withheld fact: others could reveal it.
pub fn storable_verdicts(found: &Assessment, withheld: &[Id]) -> Vec<StoredVerdict> {
    let tests_withheld = |office: &Office| {
        let mut tests = office.requirements.iter().flat_map(|requirement| requirement.rule.tests());
        tests.any(|test| withheld.contains(&test.fact.id))
    };
    let storable = found.offices.iter().filter(|finding| !tests_withheld(&finding.office));
    storable.map(|finding| StoredVerdict { office: finding.office.id.to_string(), verdict: finding.verdict }).collect()
}

/// Reads a stored answer; `None` where the content has no such question or the question no such value. Its dates were
/// checked against the day on which it was given.
fn read<'c>(content: &'c Content, stored: &StoredAnswer) -> Option<(&'c Question, Answer)> {
    let question = content.question(&stored.fact)?;
    Some((question, parse_value(content, question, &stored.value, NaiveDate::MAX).ok()?))
}

/// An answer as on the command line; `None` where it must not be stored.
fn spelled(content: &Content, fact: &str, answer: &Answer) -> Option<String> {
    match answer {
        Answer::Known(value) => {
            Some(content.question(fact).map_or_else(|| value.to_string(), |question| value.spelled(question)))
        }
        Answer::DontKnow => Some("unknown".to_owned()),
        Answer::Declined => Some("declined".to_owned()),
        Answer::Withheld(_) => None,
    }
}
