//! Where the desk keeps cases: what is on the disk is told, and what is not is tried again.

use chrono::NaiveDateTime;
use std::fmt;

use super::Desk;
use super::person::{OpenCase, Person};
use crate::case::{Code, Holder, Record, Store, StoreError};

/// Opens the store; tried again for as long as it fails.
pub type OpenStore = Box<dyn Fn() -> Result<Store, StoreError> + Send + Sync>;

/// A place for cases.
pub(super) struct Autosave {
    open: OpenStore,
    clock: fn() -> NaiveDateTime,
    store: Option<Store>,
    /// Why the last try to save failed, until one succeeds.
    pub(super) trouble: Option<StoreError>,
}

/// What became of the answers of the person at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saving<'a> {
    /// Nothing is stored at this desk.
    Off,
    /// There is nothing to store yet.
    Nothing,
    /// Stored under the code: that many answers of those that are there.
    Saved {
        /// The case.
        code: &'a Code,
        /// Answers on the disk.
        saved: usize,
        /// Answers given, but for those that are not to be stored.
        of: usize,
    },
    /// Something is not stored.
    Failed(&'a StoreError),
}

impl fmt::Debug for Autosave {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Autosave").field("store", &self.store).field("trouble", &self.trouble).finish_non_exhaustive()
    }
}

impl Autosave {
    pub(super) fn new(open: OpenStore, clock: fn() -> NaiveDateTime) -> Self {
        let mut place = Self { open, clock, store: None, trouble: None };
        // What is in the way is told with the first answer that cannot be saved, not before.
        place.trouble = place.store().err();
        place
    }

    pub(super) fn store(&mut self) -> Result<&Store, StoreError> {
        if self.store.is_none() {
            self.store = Some((self.open)()?);
        }
        self.store.as_ref().ok_or(StoreError::NoHome)
    }

    pub(super) fn ready(&self) -> Option<&Store> {
        self.store.as_ref()
    }

    pub(super) fn now(&self) -> NaiveDateTime {
        (self.clock)()
    }

    pub(super) fn holder(&self) -> Holder {
        Holder::here(self.now())
    }

    /// Saves a person where anything changed.
    fn save(&mut self, person: &mut Person, record: impl Fn(&Person, &Record) -> Record) -> Result<(), StoreError> {
        person.is_unsaved = true;
        self.put(person, record)?;
        person.is_unsaved = false;
        Ok(())
    }

    fn put(&mut self, person: &mut Person, record: impl Fn(&Person, &Record) -> Record) -> Result<(), StoreError> {
        let (now, holder) = (self.now(), self.holder());
        let store = self.store()?;
        if person.case.is_none() {
            let hold = store.begin(&holder)?;
            let saved = Record::new(hold.code().clone(), now);
            person.case = Some(OpenCase { hold, saved, is_saved: false });
        }
        let Some(case) = &person.case else { return Ok(()) };
        let mut wanted = record(person, &case.saved);
        if case.is_saved && wanted == case.saved {
            return Ok(());
        }
        wanted.touch(now);
        store.save(&case.hold, &wanted)?;
        if let Some(case) = &mut person.case {
            case.saved = wanted;
            case.is_saved = true;
        }
        Ok(())
    }

    /// Ends the work on a case: it goes, or else stays in the folder.
    pub(super) fn close(&mut self, case: OpenCase, goes: bool) -> Result<(), StoreError> {
        self.store()?.close(case.hold, &case.saved, goes)
    }
}

impl Desk {
    /// Keeps cases from now on. Those that nobody kept and that are older than the content holds them go first.
    #[must_use]
    pub fn keeping(mut self, open: OpenStore, clock: fn() -> NaiveDateTime) -> Self {
        let place = Autosave::new(open, clock);
        if let Some(store) = place.ready() {
            // What cannot go now is tried again at the next start.
            let _ = store.purge(place.now().date(), self.content.hold_days);
        }
        self.autosave = Some(place);
        self
    }

    /// Saves the person at the desk, where anything changed. What fails is told by [`Desk::saving`], and tried again
    /// with the next change or call.
    pub fn save(&mut self) {
        let Some(place) = &mut self.autosave else { return };
        let (content, as_of) = (&self.content, self.as_of);
        let record = |person: &Person, old: &Record| person.record(old, content, person.is_finished(content, as_of));
        let here = [&mut self.person].into_iter().filter(|person| !person.is_blank());
        let unsaved = self.aside.iter_mut().filter(|person| person.is_unsaved);
        let mut people = here.chain(unsaved).peekable();
        if people.peek().is_some() {
            // The first that fails is told; the others are tried again with it.
            place.trouble = people.try_for_each(|person| place.save(person, record)).err();
        }
    }

    /// What became of the answers of the person at the desk.
    #[must_use]
    pub fn saving(&self) -> Saving<'_> {
        let Some(place) = &self.autosave else { return Saving::Off };
        if self.person.is_blank() && !self.aside.iter().any(|person| person.is_unsaved) {
            return Saving::Nothing;
        }
        match (&place.trouble, &self.person.case) {
            (Some(trouble), _) => Saving::Failed(trouble),
            (None, Some(case)) if case.is_saved => {
                let saved = case.saved.answers.len();
                Saving::Saved { code: case.hold.code(), saved, of: self.person.storable(&self.content) }
            }
            (None, _) => Saving::Nothing,
        }
    }

    /// Ends the work at the desk: of the cases that are open here, those go that are finished and not kept, and those
    /// without anything in them. One with answers that the content of today cannot read stays: another content may.
    pub fn close(mut self) {
        self.save();
        let Some(mut place) = self.autosave.take() else { return };
        for mut person in self.aside.drain(..).chain([self.person]) {
            let is_finished = person.is_finished(&self.content, self.as_of) && person.has_read_all();
            let goes = person.is_disposable() || (is_finished && !person.is_kept);
            if let Some(case) = person.case.take() {
                // What cannot be deleted now goes after some days.
                let _ = place.close(case, goes);
            }
        }
    }
}
