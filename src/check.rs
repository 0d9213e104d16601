//! The guided form's engine: what to ask next, how an answer is read, changed, undone.
//!
//! Floor 2: imports content and rules. Knows neither screens nor clocks: the day is an argument.

pub mod bring;
pub mod choice;
pub mod contact;
mod count;
pub mod country;
pub mod date;
pub mod filter;
pub mod read;
mod resume_point;

use chrono::NaiveDate;
use std::sync::Arc;

use crate::content::{Content, Id, Office, Part, Question};
use crate::rules::{self, Answer, Answers, Ask, Assessment, OfficeFinding, Value, Verdict};

pub use bring::{Bring, Relative};
pub use choice::{Choice, choices};
pub use read::{AnswerError, Reading, read};
pub use resume_point::ResumePoint;

/// The answers of one person, the current question, and the way back.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Check {
    now: Moment,
    undo: Vec<Moment>,
    redo: Vec<Moment>,
    /// Questions whose answers were used before and not stored: they can only be asked again.
    forgotten: Vec<Id>,
}

/// All that undo brings back.
#[derive(Debug, Clone, Default, PartialEq)]
struct Moment {
    answers: Answers,
    /// The current question; none on the page of answers.
    at: Option<Id>,
    /// Whether to go on asking although the verdict is reached.
    for_record: bool,
    /// Whether to ask for pathways too.
    pathways: bool,
    /// The verdicts before the last change of an earlier answer.
    previous: Vec<(Id, Verdict)>,
    /// Whether nothing was left to ask before a change: the marks then stay while what it made needed is answered.
    was_complete: bool,
}

impl Check {
    /// A check with answers given at once, as from a command line.
    #[must_use]
    pub fn with_answers(answers: Answers) -> Self {
        Self { now: Moment { answers, ..Moment::default() }, ..Self::default() }
    }

    /// What has been answered.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.now.answers
    }

    /// Whether nothing has been answered yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.now.answers.is_empty() && self.now.answers.parked().next().is_none()
    }

    /// Whether pathways are asked for.
    #[must_use]
    pub fn asks_for_pathways(&self) -> bool {
        self.now.pathways
    }

    /// The current question; none on the page of answers.
    #[must_use]
    pub fn at<'c>(&self, content: &'c Content) -> Option<&'c Arc<Question>> {
        content.question(self.now.at.as_deref()?)
    }

    /// What an office's verdict was before the last change of an earlier answer. Forgotten at the next new answer,
    /// but kept while answering what a change to a finished check made needed.
    #[must_use]
    pub fn previous(&self, office: &str) -> Option<Verdict> {
        self.now.previous.iter().find(|(id, _)| **id == *office).map(|(_, verdict)| *verdict)
    }

    /// Whether further questions are asked for the record.
    #[must_use]
    pub fn is_for_record(&self) -> bool {
        self.now.for_record
    }

    /// Goes to the next question that is needed; to the page of answers when there is none.
    pub fn go_on(&mut self, content: &Content, as_of: NaiveDate) {
        self.now.at = self.next(content, as_of).map(|q| q.id.clone());
    }

    /// Puts a question, answered before or not.
    pub fn put(&mut self, question: &Question) {
        self.now.at = Some(question.id.clone());
    }

    /// Leaves the current question for the page of answers; nothing is lost.
    pub fn review(&mut self) {
        self.now.at = None;
    }

    /// Goes on asking what the office's other requirements need, although its verdict is reached.
    pub fn ask_for_record(&mut self, content: &Content, as_of: NaiveDate) {
        self.remember();
        self.now.for_record = true;
        self.go_on(content, as_of);
    }

    /// Goes on asking what pathways need.
    pub fn ask_for_pathways(&mut self, content: &Content, as_of: NaiveDate) {
        self.remember();
        self.now.pathways = true;
        self.go_on(content, as_of);
    }

    /// The next question that a pathway needs, if any.
    #[must_use]
    pub fn next_for_pathways<'c>(&self, content: &'c Content, as_of: NaiveDate) -> Option<&'c Arc<Question>> {
        let found = rules::assess(content, &self.now.answers);
        rules::next_question(content, &self.now.answers, &found, &Ask::all(Part::Pathways, as_of))
    }

    /// Takes an answer and goes to the question that then is needed.
    pub fn answer(&mut self, content: &Content, question: &Question, answer: Answer, as_of: NaiveDate) {
        let old = self.now.answers.get(&question.id);
        let (is_new, changed) = (old.is_none(), old.is_some_and(|old| *old != answer));
        self.remember();
        if changed {
            self.now.was_complete |= self.next(content, as_of).is_none();
            let before = rules::assess(content, &self.now.answers);
            self.now.previous = before.offices.iter().map(|f| (f.office.id.clone(), f.verdict)).collect();
        } else if is_new && !self.now.was_complete {
            self.now.previous.clear();
        }
        self.now.answers.set(content, question, answer);
        self.go_on(content, as_of);
    }

    /// Goes to the answered question before the current one, in asking order; false at the first.
    pub fn back(&mut self, content: &Content) -> bool {
        let here = self.at(content).map_or(usize::MAX, |question| question.order);
        let answered = |q: &&Arc<Question>| q.order < here && self.now.answers.get(&q.id).is_some();
        let Some(before) = content.questions.iter().rev().find(answered) else { return false };
        self.now.at = Some(before.id.clone());
        true
    }

    /// Takes the last answer back; false when there is none.
    pub fn undo(&mut self) -> bool {
        let Some(moment) = self.undo.pop() else { return false };
        self.redo.push(std::mem::replace(&mut self.now, moment));
        true
    }

    /// Gives the last undone answer again; false when there is none.
    pub fn redo(&mut self) -> bool {
        let Some(moment) = self.redo.pop() else { return false };
        self.undo.push(std::mem::replace(&mut self.now, moment));
        true
    }

    /// The next question that is needed, if any.
    #[must_use]
    pub fn next<'c>(&self, content: &'c Content, as_of: NaiveDate) -> Option<&'c Arc<Question>> {
        let found = rules::assess(content, &self.now.answers);
        rules::next_question(content, &self.now.answers, &found, &Ask::all(Part::Minimum, as_of))
            .or_else(|| if self.now.for_record { self.next_for_record(content) } else { None })
            .or_else(|| if self.now.pathways { self.next_for_pathways(content, as_of) } else { None })
    }

    /// Every question of the minimum that has an answer, used or parked, in asking order.
    #[must_use]
    pub fn answered<'c>(&'c self, content: &'c Content) -> Vec<Answered<'c>> {
        let answers = &self.now.answers;
        content
            .questions
            .iter()
            .filter_map(|question| {
                let used = answers.get(&question.id).map(|answer| (answer, false));
                let (answer, parked) = used.or_else(|| {
                    answers.parked().find(|(_, id, _)| **id == question.id).map(|(_, _, answer)| (answer, true))
                })?;
                Some(Answered { question, answer, parked })
            })
            .collect()
    }

    /// The country in which the person is now, once it is known.
    #[must_use]
    pub fn country(&self, content: &Content) -> Option<&str> {
        match self.now.answers.value(&rules::place_question(content)?.id)? {
            Value::Country(code) => Some(code),
            _ => None,
        }
    }

    /// The office in the person's country.
    #[must_use]
    pub fn office<'c>(&self, content: &'c Content) -> Option<&'c Arc<Office>> {
        content.office_in(self.country(content)?)
    }

    fn remember(&mut self) {
        self.undo.push(self.now.clone());
        self.redo.clear();
    }
}

/// An answer on the page of answers.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'c> {
    /// What was asked.
    pub question: &'c Arc<Question>,
    /// What was said.
    pub answer: &'c Answer,
    /// Whether it speaks of another country than the one the person is in, and so is not used.
    pub parked: bool,
}

/// The finding of the office in the person's country.
#[must_use]
pub fn finding_here<'f>(check: &Check, content: &Content, found: &'f Assessment) -> Option<&'f OfficeFinding> {
    let office = check.office(content)?;
    found.office(&office.id)
}
