//! The cases at this desk and in the folder, and going from one to another.

use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::person::{Person, PersonId};
use super::{Desk, Outcome};
use crate::case::{Code, Gist, Hold, Holder, Record, Store, StoreError, Summary};
use crate::content::Msg;
use crate::rules::Answer;

/// A case that can be gone to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Case {
    /// The person at the desk.
    Current,
    /// Somebody who is set aside at this desk.
    AtDesk(PersonId),
    /// In the folder.
    Stored(Code),
}

/// What a list says of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CaseLine {
    /// Its code; none where nothing is stored.
    pub code: Option<Code>,
    pub gist: Gist,
    pub answered: usize,
    pub step: Option<String>,
    /// Whole days since it was last changed; negative where it is dated after today.
    pub days: i64,
    /// When it was last changed; none where it is at this desk.
    pub changed: Option<NaiveDateTime>,
    /// Whether it stays until somebody deletes it.
    pub kept: bool,
    /// Whether another program has it open, and which one, where it tells.
    pub held: Option<Option<Holder>>,
}

/// How a case is opened.
type TakeCase = fn(&Store, &Code, &Holder) -> Result<(Hold, Record), StoreError>;

impl Desk {
    /// Takes a folder into which sheets are saved when that is asked for.
    pub fn saving_sheets(mut self, folder: Option<PathBuf>) -> Self {
        self.sheets = folder;
        self
    }

    /// The folder into which sheets are saved; none where nothing is stored.
    pub fn sheets(&self) -> Option<&Path> {
        self.sheets.as_deref()
    }

    /// The last day on which a sheet that is saved now is there.
    pub fn sheets_until(&self) -> NaiveDate {
        self.trash_until()
            .or(self.as_of.checked_add_days(Days::new(self.content.hold_days.into())))
            .unwrap_or(self.as_of)
    }

    /// The code of the case at the desk; none where nothing of it is stored.
    pub fn code(&self) -> Option<&Code> {
        self.person.code()
    }

    /// Every case: the current one, those set aside here, the latest first, then those in the folder, newest first. No
    /// file is read.
    ///
    /// # Errors
    /// The folder cannot be listed; the others are there.
    pub fn cases(&self) -> (Vec<Case>, Option<StoreError>) {
        let here = (!self.person.is_disposable()).then_some(Case::Current);
        let aside = self.aside.iter().rev().filter(|person| !person.is_disposable());
        let aside = aside.map(|person| Case::AtDesk(person.id));
        let mut all: Vec<Case> = here.into_iter().chain(aside).collect();
        let Some(store) = self.store() else { return (all, None) };
        let open: Vec<&Code> = self.aside.iter().chain([&self.person]).filter_map(Person::code).collect();
        match store.list() {
            Ok(listing) => {
                let stored = listing.cases.into_iter().filter(|listed| !open.contains(&&listed.code));
                all.extend(stored.map(|listed| Case::Stored(listed.code)));
                (all, None)
            }
            Err(error) => (all, Some(error)),
        }
    }

    /// Whether the folder had a case at the start that nobody kept and no desk has open: left by an interruption, or set
    /// aside. Looks at those changed last alone.
    pub fn has_left_over(&self) -> bool {
        self.newest().any(|(store, code)| {
            store.read(code).is_ok_and(|record| !record.kept) && matches!(store.held_by(code), Ok(None))
        })
    }

    /// What is said at the start: which cases cannot be read, of those changed last.
    pub fn unreadable(&self) -> Vec<String> {
        let errors = self.newest().filter_map(|(store, code)| store.read(code).err());
        let told = |error: &StoreError| !matches!(error, StoreError::NoCase(_) | StoreError::Newer { .. });
        errors.filter(told).map(|error| self.phrases().case_error(&error)).collect()
    }

    /// The cases that are looked into at the start.
    fn newest(&self) -> impl Iterator<Item = (&Store, &Code)> {
        let store = self.autosave.as_ref().and_then(|autosave| Some((autosave.store.as_ref()?, &autosave.newest)));
        store.into_iter().flat_map(|(store, codes)| codes.iter().map(move |code| (store, code)))
    }

    /// What a list says of a case: reads its file where it is in the folder.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn case_line(&self, case: &Case) -> Result<CaseLine, StoreError> {
        match case {
            Case::Current => Ok(self.line_of(&self.person)),
            Case::AtDesk(id) => {
                let person = self.aside.iter().find(|person| person.id == *id);
                Ok(self.line_of(person.unwrap_or(&self.person)))
            }
            Case::Stored(code) => {
                let store = self.store().ok_or(StoreError::NoHome)?;
                let summary = Summary::of(store.read(code)?, &self.content);
                let today = self.autosave.as_ref().map_or(self.as_of, |autosave| autosave.now().date());
                let days = summary.days(today);
                Ok(CaseLine {
                    code: Some(summary.record.code().clone()),
                    answered: summary.record.answers.len(),
                    step: summary.step().map(str::to_owned),
                    changed: Some(summary.record.changed),
                    gist: summary.gist,
                    days,
                    kept: summary.record.kept,
                    held: store.held_by(code).unwrap_or_default(),
                })
            }
        }
    }

    pub(super) fn store(&self) -> Option<&Store> {
        self.autosave.as_ref()?.store.as_ref()
    }

    fn line_of(&self, person: &Person) -> CaseLine {
        let check = &person.state.check;
        CaseLine {
            code: person.code().cloned(),
            gist: Gist::of(&self.content, check.answers(), check.found()),
            answered: check.answers().iter().count(),
            step: person.state.place.moves.last().map(|made| made.step.to_string()),
            days: 0,
            changed: None,
            kept: person.is_kept,
            held: None,
        }
    }

    /// Goes to a case; the person at the desk is set aside, unless the case cannot be opened.
    pub(super) fn go_to_case(&mut self, case: &Case) -> Result<Outcome, StoreError> {
        match case {
            Case::Current => {}
            Case::AtDesk(id) => {
                let lost = self.bring_back(*id).map_err(|error| self.without(*id, error))?;
                if let Some((next, has_lost)) = lost {
                    self.switch_to(next);
                    if has_lost {
                        return Ok(Outcome::LostWithheld);
                    }
                }
            }
            Case::Stored(code) => return self.open(code, Store::take),
        }
        Ok(Outcome::Resumed(Vec::new()))
    }

    /// Goes to a case that another desk has open, which then saves nothing more of it. What only this desk knew of
    /// somebody who is set aside here goes with what it knew of them before.
    pub(super) fn take_over(&mut self, code: &Code) -> Result<Outcome, StoreError> {
        let outcome = self.open(code, Store::take_over)?;
        if let Some(before) = self.aside.iter().find(|person| person.code() == Some(code)).map(|person| person.id) {
            self.forget(before);
        }
        Ok(outcome)
    }

    fn open(&mut self, code: &Code, take: TakeCase) -> Result<Outcome, StoreError> {
        let id = self.new_id();
        let autosave = self.autosave.as_mut().ok_or(StoreError::NoHome)?;
        let holder = autosave.holder();
        let taken = take(autosave.store()?, code, &holder)?;
        let (next, unread) = Person::resume(id, &self.content, self.as_of, taken);
        self.switch_to(next);
        self.record_moves();
        Ok(Outcome::Resumed(unread))
    }

    /// The last day on which a case that is deleted now can be brought back from the trash; none where nothing is stored.
    pub fn trash_until(&self) -> Option<NaiveDate> {
        let today = self.autosave.as_ref()?.now().date();
        today.checked_add_days(Days::new(self.content.hold_days.into()))
    }

    /// What is said once a case was deleted: until when it can be brought back.
    pub fn deleted(&self) -> String {
        let phrases = self.phrases();
        match self.trash_until() {
            Some(until) => phrases.fill(Msg::SaidTrashed, &[("date", &phrases.day(until))]),
            None => phrases.get(Msg::SaidDeleted).to_owned(),
        }
    }

    /// Moves a case to the trash; the person at the desk, if it is theirs, is then gone.
    pub(super) fn delete(&mut self, case: &Case) -> Result<(), StoreError> {
        let until = self.trash_until().unwrap_or(self.as_of);
        let gone = match case {
            Case::Stored(code) => {
                let autosave = self.autosave.as_mut().ok_or(StoreError::NoHome)?;
                return autosave.store()?.throw_away(code, until);
            }
            Case::Current => {
                let next = Person::new(self.new_id(), &self.content);
                Some(std::mem::replace(&mut self.person, next))
            }
            Case::AtDesk(id) => {
                let closed = self.aside.iter().find(|person| person.id == *id && person.is_closed());
                if let (Some(code), Some(autosave)) = (closed.and_then(Person::code), &mut self.autosave) {
                    // Before they are gone here: another desk may have their case.
                    autosave.store()?.throw_away(code, until)?;
                    self.forget(*id);
                    return Ok(());
                }
                self.take_aside(*id)
            }
        };
        let Some(gone) = gone else { return Ok(()) };
        self.history.forget(gone.id, self.person.id);
        let (Some(case), Some(autosave)) = (gone.case, &mut self.autosave) else { return Ok(()) };
        case.hold.map_or(Ok(()), |hold| autosave.store()?.throw_away_held(hold, until))
    }

    pub(super) fn keep(&mut self, kept: bool) -> Outcome {
        if self.autosave.is_none() || self.person.is_blank() {
            return Outcome::NothingToKeep;
        }
        self.person.is_kept = kept;
        Outcome::Kept(kept)
    }

    /// Whether the case of the person at the desk is kept.
    pub fn is_kept(&self) -> bool {
        self.person.is_kept
    }

    /// The answer of the person before to the current question, where it is likely the same: families come together.
    pub fn offered(&self) -> Option<&Answer> {
        let question = crate::rules::place_question(&self.content)?;
        let at_it = self.question().is_some_and(|at| at.id == question.id);
        let before =
            self.aside.iter().rfind(|person| !person.is_empty()).filter(|_| at_it && self.person.is_empty())?;
        // Who was there before the desk was left alone is no relative.
        self.history.mentions(before.id).then_some(())?;
        // What was not to be stored is not told to anybody else either.
        before.state.check.answers().get(&question.id).filter(|answer| matches!(answer, Answer::Known(_)))
    }
}
