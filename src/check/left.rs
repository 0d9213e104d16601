//! Where a check was left, and how it goes on from there.

use std::collections::BTreeSet;

use super::{Check, Moment};
use crate::content::Id;
use crate::rules::{Answer, Answers};

/// Where a check was left, to go on from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Left {
    /// What was answered.
    pub answers: Answers,
    /// Questions whose answers were used and not stored.
    pub forgotten: Vec<Id>,
    /// The question at hand; none on the page of answers.
    pub at: Option<Id>,
    /// Whether further questions were asked for the record.
    pub for_record: bool,
    /// Whether pathways were asked for.
    pub pathways: bool,
}

impl Check {
    /// A check that goes on where it was left. There is nothing to undo in it.
    #[must_use]
    pub fn resume(left: Left) -> Self {
        let Left { answers, forgotten, at, for_record, pathways } = left;
        let now = Moment { answers, at, for_record, pathways, ..Moment::default() };
        Self { now, forgotten, ..Self::default() }
    }

    /// The id of the question at hand; none on the page of answers.
    #[must_use]
    pub fn at_id(&self) -> Option<&Id> {
        self.now.at.as_ref()
    }

    /// Whether a question was answered before, and the answer, as the person wished, not stored.
    #[must_use]
    pub fn is_forgotten(&self, question: &str) -> bool {
        self.forgotten.iter().any(|id| **id == *question) && self.now.answers.get(question).is_none()
    }

    /// The questions whose answers are used and not stored, or were.
    #[must_use]
    pub fn withheld(&self) -> Vec<Id> {
        let held = self.now.answers.iter().filter(|(_, answer)| matches!(answer, Answer::Withheld(_)));
        let parked = self.now.answers.parked().filter(|(_, _, answer)| matches!(answer, Answer::Withheld(_)));
        let lost = self.forgotten.iter().filter(|id| self.is_forgotten(id));
        let all = held.map(|(id, _)| id).chain(parked.map(|(_, id, _)| id)).chain(lost);
        all.cloned().collect::<BTreeSet<Id>>().into_iter().collect()
    }
}
