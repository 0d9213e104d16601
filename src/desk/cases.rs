//! The cases at this desk and in the folder, and going from one to another.

use super::Desk;
use super::person::Person;
use crate::case::{Code, Holder, Record, StoreError, Summary, UnreadAnswer};
use crate::content::Id;
use crate::rules::Answer;

/// A case that can be gone to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Case {
    /// The person at the desk.
    Current,
    /// Somebody set aside at this desk, by their place; the last one was set aside last.
    Aside(usize),
    /// In the folder.
    Stored(Code),
}

/// What a list says of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseLine {
    /// Its code; none where nothing is stored.
    pub code: Option<Code>,
    /// Where the person is.
    pub country: Option<Id>,
    /// How many answers there are.
    pub answered: usize,
    /// What is still asked, by question.
    pub open: Vec<Id>,
    /// The step last reached.
    pub step: Option<String>,
    /// Whole days since it was last changed.
    pub days: i64,
    /// Whether it stays until somebody deletes it.
    pub kept: bool,
    /// Whether another program has it open, and which one, where it tells.
    pub held: Option<Option<Holder>>,
}

impl Desk {
    /// Every case: the current one, those set aside here, the latest first, then those in the folder, newest first. No
    /// file is read.
    ///
    /// # Errors
    /// The folder cannot be listed; the others are there.
    pub fn cases(&self) -> (Vec<Case>, Option<StoreError>) {
        let here = (!self.person.is_empty()).then_some(Case::Current);
        let aside = (0..self.aside.len()).rev().map(Case::Aside);
        let mut all: Vec<Case> = here.into_iter().chain(aside).collect();
        let Some(store) = self.autosave.as_ref().and_then(|place| place.ready()) else { return (all, None) };
        let open: Vec<&Code> = self.aside.iter().chain([&self.person]).filter_map(Person::code).collect();
        match store.list() {
            Ok(listing) => {
                let stored = listing.cases.into_iter().filter(|listed| !open.contains(&&listed.code));
                all.extend(stored.map(|listed| Case::Stored(listed.code)));
                (all, None)
            }
            Err(trouble) => (all, Some(trouble)),
        }
    }

    /// Whether the folder has a case that nobody kept and no desk has open: left by an interruption, or set aside.
    #[must_use]
    pub fn has_left_over(&self) -> bool {
        let Some(store) = self.autosave.as_ref().and_then(|place| place.ready()) else { return false };
        let (cases, _) = self.cases();
        cases.into_iter().any(|case| match case {
            Case::Stored(code) => {
                let record = store.read(&code);
                record.is_ok_and(|record| !record.kept) && matches!(store.held_by(&code), Ok(None))
            }
            Case::Current | Case::Aside(_) => false,
        })
    }

    /// What a list says of a case: reads its file where it is in the folder.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn case_line(&self, case: &Case) -> Result<CaseLine, StoreError> {
        match case {
            Case::Current => Ok(self.line_of(&self.person)),
            Case::Aside(place) => {
                Ok(self.aside.get(*place).map_or_else(|| self.line_of(&self.person), |p| self.line_of(p)))
            }
            Case::Stored(code) => {
                let store = self.autosave.as_ref().and_then(|place| place.ready()).ok_or(StoreError::NoHome)?;
                let summary = store.summary(code, &self.content)?;
                let held = store.held_by(code).unwrap_or_default();
                Ok(CaseLine { held, ..self.line(summary) })
            }
        }
    }

    fn line_of(&self, person: &Person) -> CaseLine {
        let check = &person.check;
        let open = check.next(&self.content, self.as_of).map(|question| question.id.clone());
        CaseLine {
            code: person.code().cloned(),
            country: check.answers().country(&self.content),
            answered: check.answers().iter().count(),
            open: open.into_iter().collect(),
            step: person.place.moves().last().map(|made| made.step.to_string()),
            days: 0,
            kept: person.is_kept,
            held: None,
        }
    }

    fn line(&self, summary: Summary) -> CaseLine {
        let today = self.autosave.as_ref().map_or(self.as_of, |place| place.now().date());
        CaseLine {
            code: Some(summary.code),
            country: summary.country,
            answered: summary.answered,
            open: summary.open,
            step: summary.step,
            days: today.signed_duration_since(summary.changed.date()).num_days().max(0),
            kept: summary.kept,
            held: None,
        }
    }

    /// Goes to a case; the person at the desk is set aside. Returns the answers of a stored case that the content of today
    /// cannot read: they stay in its file.
    ///
    /// # Errors
    /// Another desk has it, or it cannot be read. The person at the desk stays then.
    pub fn go_to_case(&mut self, case: &Case) -> Result<Vec<UnreadAnswer>, StoreError> {
        let (next, unread) = match case {
            Case::Aside(at) if *at < self.aside.len() => (self.aside.remove(*at), Vec::new()),
            Case::Current | Case::Aside(_) => return Ok(Vec::new()),
            Case::Stored(code) => self.take_case(code)?,
        };
        let before = std::mem::replace(&mut self.person, next);
        self.set_aside(before);
        self.found = crate::rules::assess(&self.content, self.person.check.answers());
        self.follow_country();
        self.view_place();
        Ok(unread)
    }

    fn take_case(&mut self, code: &Code) -> Result<(Person, Vec<UnreadAnswer>), StoreError> {
        let place = self.autosave.as_mut().ok_or(StoreError::NoHome)?;
        let holder = place.holder();
        let (hold, record): (_, Record) = place.store()?.take(code, &holder)?;
        Ok(Person::resume(&self.content, self.as_of, hold, record))
    }

    /// Sets somebody aside; of whom nothing is known, nothing stays.
    pub(super) fn set_aside(&mut self, person: Person) {
        if person.is_empty() {
            if let Some(place) = &mut self.autosave {
                // An empty file that cannot be deleted now goes after some days.
                let _ = place.close(person, false);
            }
        } else {
            self.aside.push(person);
        }
    }

    /// Deletes a case; of the person at the desk too, who is then gone.
    ///
    /// # Errors
    /// Another desk has it, or it cannot be deleted.
    pub fn delete_case(&mut self, case: &Case) -> Result<(), StoreError> {
        let person = match case {
            Case::Stored(code) => {
                let place = self.autosave.as_mut().ok_or(StoreError::NoHome)?;
                return place.store()?.delete(code);
            }
            Case::Current => {
                let gone = std::mem::take(&mut self.person);
                self.found = crate::rules::assess(&self.content, self.person.check.answers());
                gone
            }
            Case::Aside(place) if *place < self.aside.len() => self.aside.remove(*place),
            Case::Aside(_) => return Ok(()),
        };
        match (person.case, &mut self.autosave) {
            (Some(case), Some(place)) => place.store()?.discard(case.hold),
            _ => Ok(()),
        }
    }

    /// Keeps the case of the person at the desk until somebody deletes it, or keeps it no longer. False where nothing
    /// is stored.
    pub fn keep_case(&mut self, kept: bool) -> bool {
        let stored = self.autosave.is_some() && !self.person.is_blank();
        if stored {
            self.person.is_kept = kept;
            self.save();
        }
        stored
    }

    /// Whether the case of the person at the desk is kept.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.person.is_kept
    }

    /// The answer of the person before to the current question, where it is likely the same: families come together.
    #[must_use]
    pub fn offered(&self) -> Option<&Answer> {
        let question = crate::rules::place_question(&self.content)?;
        let at_it = self.person.check.at_id() == Some(&question.id);
        let before = self.aside.last().filter(|_| at_it && self.person.is_empty())?;
        // What was not to be stored is not told to anybody else either.
        before.check.answers().get(&question.id).filter(|answer| matches!(answer, Answer::Known(_)))
    }
}
