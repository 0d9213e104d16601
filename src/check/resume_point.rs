//! Where a check was left, and how it goes on from there.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Check;
use super::count::tests;
use crate::content::{Content, Id, Question};
use crate::rules::{self, Answer, Answers};

/// Where a check was left, to go on from.
#[derive(Debug, Clone, Default, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ResumePoint {
    pub answers: Answers,
    /// Questions whose answers were used and not stored.
    pub forgotten: Vec<Id>,
    /// The current question; none on the page of answers.
    pub at: Option<Arc<Question>>,
    /// Whether further questions were asked for the record.
    pub for_record: bool,
    /// Whether pathways were asked for.
    pub pathways: bool,
}

impl Check {
    /// A check that goes on where it was left.
    pub fn resume(content: &Content, left: ResumePoint) -> Self {
        let ResumePoint { answers, forgotten, at, for_record, pathways } = left;
        let found = Arc::new(rules::assess(content, &answers));
        Self { answers, found, at, for_record, pathways, previous: Vec::new(), was_complete: false, forgotten }
    }

    /// Whether a question was answered before, and the answer, as the person wished, not stored.
    pub fn is_forgotten(&self, question: &str) -> bool {
        self.forgotten.iter().any(|id| **id == *question) && self.answers.get(question).is_none()
    }

    /// Whether an answer to a question is by default used and not stored, because the one before was.
    pub fn is_withheld(&self, question: &str) -> bool {
        matches!(self.answers.get(question), Some(Answer::Withheld(_))) || self.is_forgotten(question)
    }

    /// The questions whose answers are used and not stored, or were. Where that is the country, every question that not
    /// all offices ask is one of them: that it was asked, or an office's own cutoff for an answer, would tell the country.
    /// What is parked says nothing of the answers in use.
    pub fn withheld(&self, content: &Content) -> Vec<Id> {
        let held = self.answers.iter().filter(|(_, answer)| matches!(answer, Answer::Withheld(_)));
        let lost = self.forgotten.iter().filter(|id| self.is_forgotten(id));
        let mut all: BTreeSet<Id> = held.map(|(id, _)| id).chain(lost).cloned().collect();
        if rules::place_question(content).is_some_and(|place| all.contains(&place.id)) {
            all.extend(content.questions.iter().filter(|q| tells_place(content, q)).map(|q| q.id.clone()));
        }
        all.into_iter().collect()
    }
}

/// Whether an answer, or that there is one, tells the country: it is of the stay there, or not every office needs it.
fn tells_place(content: &Content, question: &Question) -> bool {
    let needing = content.offices.iter().filter(|office| tests(office, question)).count();
    rules::is_of_stay(question) || (needing > 0 && needing < content.offices.len())
}
