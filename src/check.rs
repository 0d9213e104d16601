//! The guided form's engine: what to ask next, how an answer is read and changed.
//!
//! Floor 2: imports content and rules. Knows neither screens nor clocks: the day is an argument.

mod age;
mod always;
pub mod checklist;
pub mod choice;
mod choice_words;
mod claim;
pub mod contact;
mod count;
pub mod country;
pub mod date;
pub mod filter;
mod number;
mod own_words;
mod period;
pub mod read;
mod reading;
mod resume_point;

use chrono::NaiveDate;
use std::sync::Arc;

use crate::content::{CheckPart, Content, Id, Office, Question};
use crate::rules::{self, Answer, Answers, Ask, Assessment, OfficeFinding, Value, Verdict};

pub use checklist::{Checklist, Relative};
pub use choice::choices;
pub use read::read;
pub use reading::digit;
pub use reading::{AnswerError, Choice, Reading};
pub use resume_point::ResumePoint;

/// The answers of one person with their assessment, and the current question.
///
/// Answers are assessed when they change and never else: copies share the assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    answers: Answers,
    /// Always that of `answers`.
    found: Arc<Assessment>,
    /// The current question; none on the page of answers.
    at: Option<Arc<Question>>,
    /// Whether to go on asking although the verdict is reached.
    for_record: bool,
    /// Whether to ask for pathways too.
    pathways: bool,
    /// The verdicts before the last change of an earlier answer.
    previous: Vec<(Id, Verdict)>,
    /// Whether nothing was left to ask before a change: `previous` then stays while the questions that the change made
    /// necessary are answered.
    was_complete: bool,
    /// Questions whose answers were used before and not stored: they can only be asked again.
    forgotten: Vec<Id>,
}

impl Check {
    /// A check in which nothing is answered.
    pub fn new(content: &Content) -> Self {
        Self::resume(content, ResumePoint::default())
    }

    /// A check with answers given at once, as from a command line.
    pub fn with_answers(content: &Content, answers: Answers) -> Self {
        Self::resume(content, ResumePoint { answers, ..ResumePoint::default() })
    }

    /// What has been answered.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// What the answers come to.
    pub fn found(&self) -> &Assessment {
        &self.found
    }

    /// Whether nothing has been answered yet.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.answers.parked().next().is_none()
    }

    /// Whether pathways are asked for.
    pub fn asks_for_pathways(&self) -> bool {
        self.pathways
    }

    /// The current question; none on the page of answers.
    pub fn at(&self) -> Option<&Arc<Question>> {
        self.at.as_ref()
    }

    /// What an office's verdict was before the last change of an earlier answer. Forgotten at the next new answer,
    /// but kept while answering what a change to a finished check made necessary.
    pub fn previous(&self, office: &str) -> Option<Verdict> {
        self.previous.iter().find(|(id, _)| **id == *office).map(|(_, verdict)| *verdict)
    }

    /// Whether further questions are asked for the record.
    pub fn is_for_record(&self) -> bool {
        self.for_record
    }

    /// Goes to the next question that is needed; to the page of answers when there is none.
    pub fn go_on(&mut self, content: &Content, as_of: NaiveDate) {
        self.at = self.next(content, as_of).cloned();
    }

    /// Puts a question, answered before or not.
    pub fn put(&mut self, question: &Arc<Question>) {
        self.at = Some(Arc::clone(question));
    }

    /// Leaves the current question for the page of answers; nothing is lost.
    pub fn review(&mut self) {
        self.at = None;
    }

    /// Goes on asking what the office's other requirements need, although its verdict is reached.
    pub fn ask_for_record(&mut self, content: &Content, as_of: NaiveDate) {
        self.for_record = true;
        self.go_on(content, as_of);
    }

    /// Goes on asking what pathways need.
    pub fn ask_for_pathways(&mut self, content: &Content, as_of: NaiveDate) {
        self.pathways = true;
        self.go_on(content, as_of);
    }

    /// The next question that a pathway needs, if any.
    pub fn next_for_pathways<'c>(&self, content: &'c Content, as_of: NaiveDate) -> Option<&'c Arc<Question>> {
        rules::next_question(content, &self.answers, &self.found, &Ask::all(CheckPart::Pathways, as_of))
    }

    /// Takes an answer and goes to the question that then is needed. Assesses once.
    pub fn answer(&mut self, content: &Content, question: &Question, answer: Answer, as_of: NaiveDate) {
        let old = self.answers.get(&question.id);
        let (is_new, changed) = (old.is_none(), old.is_some_and(|old| *old != answer));
        if changed {
            self.was_complete |= self.next(content, as_of).is_none();
            self.previous = self.found.offices.iter().map(|f| (f.office.id.clone(), f.verdict)).collect();
        } else if is_new && !self.was_complete {
            self.previous.clear();
        }
        self.answers.set(content, question, answer);
        self.found = Arc::new(rules::assess(content, &self.answers));
        self.go_on(content, as_of);
    }

    /// Assesses the same answers again, under rules that have changed.
    pub fn reassess(&mut self, content: &Content) {
        self.found = Arc::new(rules::assess(content, &self.answers));
    }

    /// Goes to the answered question before the current one, in asking order; false at the first.
    pub fn back(&mut self, content: &Content) -> bool {
        let here = self.at().map_or(usize::MAX, |question| question.order);
        let answered = |q: &&Arc<Question>| q.order < here && self.answers.get(&q.id).is_some();
        let Some(before) = content.questions.iter().rev().find(answered) else { return false };
        self.at = Some(Arc::clone(before));
        true
    }

    /// The next question that is needed, if any.
    pub fn next<'c>(&self, content: &'c Content, as_of: NaiveDate) -> Option<&'c Arc<Question>> {
        self.next_for_verdict(content, as_of)
            .or_else(|| if self.pathways { self.next_for_pathways(content, as_of) } else { None })
    }

    /// The next question that is needed without those for pathways, which are extra.
    pub fn next_for_verdict<'c>(&self, content: &'c Content, as_of: NaiveDate) -> Option<&'c Arc<Question>> {
        rules::next_question(content, &self.answers, &self.found, &Ask::all(CheckPart::Minimum, as_of))
            .or_else(|| if self.for_record { self.next_for_record(content) } else { None })
    }

    /// Every question of the minimum that has an answer, used or parked, in asking order.
    pub fn answered<'c>(&'c self, content: &'c Content) -> Vec<Answered<'c>> {
        let answers = &self.answers;
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
    pub fn country(&self, content: &Content) -> Option<&str> {
        match self.answers.value(&rules::place_question(content)?.id)? {
            Value::Country(code) => Some(code),
            _ => None,
        }
    }

    /// The offices in the person's country.
    pub fn offices<'c>(&self, content: &'c Content) -> impl Iterator<Item = &'c Arc<Office>> {
        let country = self.country(content);
        content.offices.iter().filter(move |office| country == Some(&*office.country.id))
    }

    /// The office in the person's country; of several the one whose minimum is nearest.
    pub fn office(&self, content: &Content) -> Option<&Arc<Office>> {
        Some(&self.finding_here(content)?.office)
    }

    /// The finding of the office in the person's country; of several the one whose minimum is nearest.
    pub fn finding_here(&self, content: &Content) -> Option<&OfficeFinding> {
        self.found.nearest_in(self.country(content)?)
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
