//! The people at this desk: who is current, who is set aside, and the way back and forth between them.

use std::mem;

use super::history::{Change, Entry};
use super::person::{Person, PersonId};
use super::{Desk, Outcome};
use crate::case::StoreError;
use crate::process::Place;
use crate::rules::Answer;

impl Desk {
    pub(super) fn new_id(&mut self) -> PersonId {
        self.people += 1;
        PersonId(self.people)
    }

    /// Takes back what was done last, or does again what was taken back, and shows what is different.
    pub(super) fn step(&mut self, forward: bool) -> Outcome {
        let mut has_lost = false;
        let kind = match self.history.step(forward) {
            None => return if forward { Outcome::NothingToRedo } else { Outcome::NothingToUndo },
            Some(Entry::Change { kind, other, .. }) => {
                mem::swap(&mut self.person.state, other);
                if self.content.depends_on_day() {
                    // It may have been assessed on another day.
                    self.person.state.check.reassess(&self.content);
                }
                *kind
            }
            Some(Entry::Switch { from, to }) => {
                let id = if forward { *to } else { *from };
                match self.bring_back(id) {
                    Ok(Some((next, lost))) => {
                        let before = mem::replace(&mut self.person, next);
                        self.set_aside(before);
                        has_lost = lost;
                    }
                    Ok(None) => {}
                    Err(error) => {
                        self.history.step(!forward);
                        return Outcome::StoreFailed(self.without(id, error));
                    }
                }
                Change::Person
            }
        };
        self.follow_country();
        if matches!(kind, Change::Move | Change::Person) {
            self.view_place();
        }
        if has_lost {
            return Outcome::LostWithheld;
        }
        if forward { Outcome::Redone(kind) } else { Outcome::Undone(kind) }
    }

    /// The next person; of nobody, nothing is set aside.
    pub(super) fn next_person(&mut self) -> Outcome {
        let mut next = Person::new(self.new_id(), &self.content);
        next.state.check.go_on(&self.content, self.as_of);
        let was_somebody = !self.person.is_disposable();
        self.switch_to(next);
        if was_somebody { Outcome::NextPerson } else { Outcome::Done }
    }

    /// Makes somebody current and sets the person before aside, so that undo leads back.
    pub(super) fn switch_to(&mut self, next: Person) {
        let before = mem::replace(&mut self.person, next);
        self.history.switch(before.id, self.person.id, before.is_disposable());
        self.set_aside(before);
        self.follow_country();
        self.view_place();
    }

    /// Records the moves of a resumed case as if they were made now, so that undo takes back a wrong day that was
    /// noted in an earlier session.
    pub(super) fn record_moves(&mut self) {
        let moves = &self.person.state.place.moves;
        for n in 0..moves.len() {
            let mut before = self.person.state.clone();
            before.place = Place { moves: moves.iter().take(n).cloned().collect() };
            self.history.change(self.person.id, Change::Move, before);
        }
    }

    /// Somebody who was set aside, with their case open again: as they were left, or as another desk left them since. Then
    /// what was used here and not stored is gone; whether there was any.
    pub(super) fn bring_back(&mut self, id: PersonId) -> Result<Option<(Person, bool)>, StoreError> {
        let Some(at) = self.aside.iter().position(|person| person.id == id) else { return Ok(None) };
        let closed = self.aside.get_mut(at).and_then(|person| person.case.as_mut().filter(|case| case.hold.is_none()));
        let changed = match (closed, &mut self.autosave) {
            (Some(case), Some(autosave)) => autosave.reopen(case)?,
            _ => None,
        };
        let person = self.aside.remove(at);
        let Some(changed) = changed else { return Ok(Some((person, false))) };
        let has_lost = person.state.check.answers().iter().any(|(_, answer)| matches!(answer, Answer::Withheld(_)));
        // What was done here is no way back from what another desk did.
        self.history.forget_changes(id);
        Ok(Some((Person::resume(id, &self.content, self.as_of, changed).0, has_lost)))
    }

    /// Somebody who cannot be brought back is gone here too where another desk deleted their case.
    pub(super) fn without(&mut self, id: PersonId, error: StoreError) -> StoreError {
        if matches!(error, StoreError::NoCase(_)) {
            self.forget(id);
        }
        error
    }

    /// Somebody is set aside here no more, and undo does not lead to them.
    pub(super) fn forget(&mut self, id: PersonId) {
        self.aside.retain(|person| person.id != id);
        self.history.forget(id, self.person.id);
    }

    pub(super) fn take_aside(&mut self, id: PersonId) -> Option<Person> {
        let at = self.aside.iter().position(|person| person.id == id)?;
        Some(self.aside.remove(at))
    }

    /// Sets somebody aside. Somebody of whom nothing is known leaves no file, and stays only as long as undo or redo
    /// can lead to them.
    fn set_aside(&mut self, mut person: Person) {
        if person.is_disposable() {
            person.is_unsaved = false;
            if let (Some(case), Some(autosave)) = (person.case.take(), &mut self.autosave) {
                // An empty file that cannot be deleted now is deleted after some days.
                let _ = autosave.close(case, true);
            }
        }
        let lost =
            person.case.as_ref().zip(self.autosave.as_ref()).is_some_and(|(case, autosave)| autosave.is_lost(case));
        if lost {
            return self.history.forget(person.id, self.person.id);
        }
        person.release();
        self.aside.push(person);
        self.aside.retain(|person| !person.is_disposable() || self.history.mentions(person.id));
    }

    /// The selected office follows the person: all panes speak of one office and one person.
    pub(super) fn follow_country(&mut self) {
        let here = self.check().office(&self.content).map(|office| office.id.clone());
        if let Some(n) = here.and_then(|id| self.content.offices.iter().position(|o| o.id == id)) {
            self.office = n;
        }
    }

    /// Looks at the step where the person stands.
    pub(super) fn view_place(&mut self) {
        if let Some(step) = self.place().at(&self.content.process) {
            self.walk.stand(&self.content.process, step);
        }
    }
}
