//! How many questions there are, and what each is needed for.

use chrono::NaiveDate;
use std::sync::Arc;

use super::Check;
use crate::content::{CheckPart, Content, FactKind, Office, Question, Requirement};
use crate::rules;

impl Check {
    /// The number of a question, from 1, and how many there are if every answer to come leaves all open that it can.
    /// Parked answers do not count.
    pub fn count(&self, content: &Content, question: &Question, as_of: NaiveDate) -> (usize, usize) {
        if question.part == CheckPart::Pathways {
            return self.count_pathways(content, question);
        }
        // What was asked for another country's office is no question of this one.
        let here = self.office(content);
        let belongs = |q: &Arc<Question>| {
            q.while_closed
                || q.kind == FactKind::Country
                || q.id == question.id
                || here.is_none_or(|office| tests(office, q))
        };
        let used: Vec<_> = self.answered(content).into_iter().filter(|a| !a.parked && belongs(a.question)).collect();
        let at = used.iter().position(|a| a.question.id == question.id).unwrap_or(used.len()) + 1;
        (at, (used.len() + self.left(content, as_of).len()).max(at))
    }

    /// The questions of this part are few and all are asked: they count by themselves.
    fn count_pathways(&self, content: &Content, question: &Question) -> (usize, usize) {
        let needed = |q: &&Arc<Question>| {
            q.part == CheckPart::Pathways
                && (q.id == question.id
                    || self.answers.get(&q.id).is_some()
                    || self.found.pathways.iter().any(|f| f.missing.iter().any(|missing| missing.id == q.id)))
        };
        let all: Vec<_> = content.questions.iter().filter(needed).collect();
        (all.iter().position(|q| q.id == question.id).unwrap_or(0) + 1, all.len())
    }

    /// The questions without an answer, in asking order, that would be asked if every answer left all open that it can.
    fn left<'c>(&self, content: &'c Content, as_of: NaiveDate) -> Vec<&'c Arc<Question>> {
        let closed = |office: &Arc<Office>| rules::intake::of(content, office, as_of).state.is_closed();
        let some_closed = content.offices.iter().any(closed);
        let left = |question: &&Arc<Question>| {
            // Of all offices together: a person who does not know their country is asked what any of them needs.
            self.answers.get(&question.id).is_none()
                && ((question.while_closed && question.part == CheckPart::Minimum && some_closed)
                    || self.found.offices.iter().any(|f| f.missing.iter().any(|missing| missing.id == question.id))
                    || self.for_record && self.offices(content).any(|office| tests(office, question)))
        };
        content.questions.iter().filter(left).collect()
    }

    /// The questions of the form on one page, in asking order: what is answered, what is current, what may be asked.
    pub fn ahead<'c>(&self, content: &'c Content, at: &Question, as_of: NaiveDate) -> Vec<&'c Arc<Question>> {
        let left = self.left(content, as_of);
        let is_there = |q: &&Arc<Question>| {
            q.id == at.id || self.answers.get(&q.id).is_some() || left.iter().any(|other| other.id == q.id)
        };
        content.questions.iter().filter(is_there).collect()
    }

    /// The requirement of the office in the person's country that needs the answer to a question; where several offices
    /// have one, that of the office whose minimum is nearest.
    pub fn needed_by<'c>(&'c self, content: &'c Content, question: &Question) -> Option<&'c Arc<Requirement>> {
        let tests = |r: &&Arc<Requirement>| r.rule.tests().iter().any(|test| *test.fact == *question);
        let here = [self.office(content)?].into_iter().chain(self.offices(content));
        here.flat_map(|office| &office.requirements).find(tests)
    }

    pub(super) fn next_for_record<'c>(&self, content: &'c Content) -> Option<&'c Arc<Question>> {
        let is_tested = |question: &Question| self.offices(content).any(|office| tests(office, question));
        content.questions.iter().find(|q| self.answers.get(&q.id).is_none() && is_tested(q))
    }
}

pub(super) fn tests(office: &Office, question: &Question) -> bool {
    office.requirements.iter().any(|r| r.rule.tests().iter().any(|test| test.fact.id == question.id))
}
