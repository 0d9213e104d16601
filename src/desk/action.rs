//! The one door: whatever changes a person or the desk is an action.

use chrono::NaiveDate;
use std::sync::Arc;

use super::history::Change;
use super::{Case, ChecklistEdit, Desk, Outcome, PersonState};
use crate::case::{Code, Draft};
use crate::content::{Content, Id, Lang};
use crate::rules::Answer;

/// Something that is done at the desk. What is out of range changes nothing.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Action {
    /// Looks at another office, by its place in the content.
    SelectOffice(usize),
    Speak(Lang),
    /// Speaks the language after the current one.
    SpeakNext,
    /// Puts the form on one page, or back to one question a page.
    TurnPage,
    /// The day changed.
    Today(NaiveDate),
    /// Goes to the question that is needed next.
    GoOn,
    /// Puts a question again, or out of turn.
    Put(Id),
    Answer(Id, Answer),
    /// Goes back to the question before.
    Back,
    /// Leaves the questions for the page of answers.
    Review,
    /// Keeps what is half typed, and to which questions, before something else is done; what was typed last stands last.
    Drafts(Vec<Draft>),
    /// Goes on asking for the record.
    ForRecord,
    /// Goes on asking for pathways.
    ForPathways,
    Checklist(ChecklistEdit),
    /// Records that the person reached a step on a day, and looks at that step.
    Reach(usize, NaiveDate),
    /// Takes back what was last done: an answer, an edit of the checklist, a move in the process, another person.
    Undo,
    Redo,
    /// Sets the person aside and begins with the next one.
    NextPerson,
    /// Nobody is at the desk any more: sets the person aside, and nothing leads back but the list of cases.
    Leave,
    /// Sets the person aside and goes to a case.
    GoToCase(Case),
    /// Sets the person aside and goes to a case that another desk has open: it saves nothing more of it.
    TakeOver(Code),
    /// Keeps the current case until somebody deletes it, or keeps it no longer.
    Keep(bool),
    /// Moves a case to the trash.
    Delete(Case),
    /// Goes along a link of the step that is looked at, by its number from 0.
    Follow(usize),
    /// Goes back to the step looked at before.
    WalkBack,
    /// Looks at a step, so that [`Action::WalkBack`] returns from it.
    GoTo(usize),
    /// Moves along the list of steps.
    StandAt(usize),
}

impl Desk {
    /// Does something, and saves what changed before it returns.
    pub fn apply(&mut self, action: Action) -> Outcome {
        let outcome = self.perform(action);
        // A case that was only opened is as it was, its date of change too.
        if matches!(outcome, Outcome::Resumed(_) | Outcome::LostWithheld) {
            self.forget_error();
        } else {
            self.save();
        }
        outcome
    }

    fn perform(&mut self, action: Action) -> Outcome {
        let (as_of, model) = (self.as_of, &self.content.process);
        match action {
            Action::SelectOffice(n) if n < self.content.offices.len() => self.office = n,
            Action::SelectOffice(_) => {}
            Action::Speak(lang) => self.speak(lang),
            Action::SpeakNext => self.speak(self.language_after(self.lang)),
            Action::TurnPage => self.choose(|settings| settings.one_page = !settings.one_page),
            Action::Today(day) => self.set_day(day),
            Action::GoOn => self.person.state.check.go_on(&self.content, as_of),
            Action::Put(id) => {
                if let Some(question) = self.content.question(&id) {
                    self.person.state.check.put(question);
                }
            }
            Action::Answer(id, answer) => self.answer(&id, answer),
            Action::Back => return done_or(self.person.state.check.back(&self.content), Outcome::FirstQuestion),
            Action::Review => self.person.state.check.review(),
            Action::Drafts(drafts) => self.person.drafts = drafts,
            Action::ForRecord => {
                self.change(Change::Answer, |state, content| state.check.ask_for_record(content, as_of));
                return done_or(self.question().is_some(), Outcome::NothingMoreToAsk);
            }
            Action::ForPathways => self.change(Change::Answer, |state, content| {
                state.check.ask_for_pathways(content, as_of);
            }),
            Action::Checklist(edit) => {
                let is_taken = self.change(Change::Checklist, |state, _| state.edit(edit));
                return done_or(is_taken, Outcome::TooManyRelatives);
            }
            Action::Reach(step, day) => return self.reach(step, day),
            Action::Undo => return self.step(false),
            Action::Redo => return self.step(true),
            Action::NextPerson => return self.next_person(),
            Action::Leave => self.leave(),
            Action::GoToCase(case) => return self.go_to_case(&case).unwrap_or_else(Outcome::StoreFailed),
            Action::TakeOver(code) => return self.take_over(&code).unwrap_or_else(Outcome::StoreFailed),
            Action::Keep(kept) => return self.keep(kept),
            Action::Delete(case) => return self.delete(&case).map_or_else(Outcome::StoreFailed, |()| Outcome::Deleted),
            Action::Follow(link) => return done_or(self.walk.follow(model, link), Outcome::NoSuchLink),
            Action::WalkBack => return done_or(self.walk.go_back(), Outcome::NoWayBack),
            Action::GoTo(step) => return done_or(self.walk.jump(model, step), Outcome::NoSuchStep),
            Action::StandAt(step) => self.walk.stand(model, step),
        }
        Outcome::Done
    }

    /// Another day can bring other rules into force; what was answered then comes to something else.
    fn set_day(&mut self, day: NaiveDate) {
        self.as_of = day;
        let content = Arc::clone(&self.content).in_force(day);
        if !Arc::ptr_eq(&content, &self.content) {
            self.content = content;
            for person in self.aside.iter_mut().chain([&mut self.person]) {
                person.state.check.reassess(&self.content);
            }
        }
    }

    fn answer(&mut self, id: &str, answer: Answer) {
        let (content, as_of) = (Arc::clone(&self.content), self.as_of);
        let Some(question) = content.question(id) else { return };
        self.person.drafts.retain(|draft| *draft.question != *id);
        self.change(Change::Answer, |state, content| {
            // They are verdicts on the answers before.
            state.stored_verdicts.clear();
            state.check.answer(content, question, answer, as_of);
        });
        self.follow_country();
    }

    fn reach(&mut self, step: usize, day: NaiveDate) -> Outcome {
        let as_of = self.as_of;
        let moved = self.change(Change::Move, |state, content| {
            state.place.moved(&content.process, &content.process.step(step).id, day, as_of)
        });
        if let Err(error) = moved {
            return Outcome::MoveRefused(error);
        }
        self.view_place();
        Outcome::Reached
    }

    /// Changes the state of the person, and records that if anything is different then.
    fn change<T>(&mut self, kind: Change, change: impl FnOnce(&mut PersonState, &Content) -> T) -> T {
        let before = self.person.state.clone();
        let result = change(&mut self.person.state, &self.content);
        if self.person.state != before {
            self.history.change(self.person.id, kind, before);
        }
        result
    }
}

fn done_or(done: bool, otherwise: Outcome) -> Outcome {
    if done { Outcome::Done } else { otherwise }
}
