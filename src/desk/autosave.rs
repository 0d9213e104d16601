//! Saves each change before it is shown, says what is on the disk, and tries again what could not be saved.

use chrono::NaiveDateTime;
use std::fmt;
use std::sync::Arc;
use std::thread;

use super::Desk;
use super::person::{OpenCase, Person, PersonId};
use super::saved_sheets;
use crate::case::{Code, Hold, Holder, Record, Store, StoreError};
use crate::content::Msg;

/// So many cases are looked through before the first picture; more than these beside the work.
const SOON_DONE: usize = 200;

/// Opens the store; tried again for as long as it fails.
pub type OpenStore = Box<dyn Fn() -> Result<Store, StoreError> + Send + Sync>;

/// The store of cases, as far as it could be opened.
pub(super) struct Autosave {
    open: Arc<dyn Fn() -> Result<Store, StoreError> + Send + Sync>,
    clock: fn() -> NaiveDateTime,
    /// The cases in the folder at the start that were changed last: so many are looked into before the first picture.
    pub(super) newest: Vec<Code>,
    pub(super) store: Option<Store>,
    pub(super) error: Option<StoreError>,
}

/// Whether the answers of the current person are on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Saving<'a> {
    /// Nothing is stored at this desk.
    Off,
    /// There is nothing to store yet.
    Nothing,
    /// `saved` answers are on the disk, of those given that may be stored.
    Saved { code: &'a Code, saved: usize, of: usize },
    /// Something is not stored.
    Failed(&'a StoreError),
}

impl fmt::Debug for Autosave {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Autosave").field("store", &self.store).field("error", &self.error).finish_non_exhaustive()
    }
}

impl Autosave {
    pub(super) fn new(open: OpenStore, clock: fn() -> NaiveDateTime) -> Self {
        let mut autosave = Self { open: open.into(), clock, newest: Vec::new(), store: None, error: None };
        // An error is shown with the first answer that cannot be saved, not before.
        autosave.error = autosave.store().err();
        autosave
    }

    pub(super) fn store(&mut self) -> Result<&Store, StoreError> {
        if self.store.is_none() {
            self.store = Some((self.open)()?);
        }
        self.store.as_ref().ok_or(StoreError::NoHome)
    }

    pub(super) fn now(&self) -> NaiveDateTime {
        (self.clock)()
    }

    pub(super) fn holder(&self) -> Holder {
        Holder::here(self.now())
    }

    /// Saves a person where anything changed.
    fn save(&mut self, person: &mut Person, record: impl Fn(&Person, &Record) -> Record) -> Result<(), StoreError> {
        let (now, holder) = (self.now(), self.holder());
        let store = self.store()?;
        if person.case.is_none() {
            let hold = store.begin(&holder)?;
            let saved = Record::new(hold.code().clone(), now);
            person.case = Some(OpenCase { hold: Some(hold), saved, is_saved: false });
        }
        let Some(case) = &person.case else { return Ok(()) };
        let Some(hold) = &case.hold else { return Ok(()) };
        let mut wanted = record(person, &case.saved);
        if case.is_saved && wanted == case.saved {
            // A desk that slept says at once that its case is another's now.
            return store.still_held(hold);
        }
        wanted.touch(now);
        store.save(hold, &wanted)?;
        if let Some(case) = &mut person.case {
            case.saved = wanted;
            case.is_saved = true;
        }
        Ok(())
    }

    /// Lets go of a case, and deletes it or leaves it in the folder.
    pub(super) fn close(&mut self, case: OpenCase, delete: bool) -> Result<(), StoreError> {
        let holder = self.holder();
        let store = self.store()?;
        match case.hold {
            Some(hold) => store.close(hold, &case.saved, delete),
            None if !delete => Ok(()),
            None => match store.take(case.saved.code(), &holder)? {
                (hold, record) if record == case.saved => store.close(hold, &record, true),
                // Another desk went on with it.
                _ => Ok(()),
            },
        }
    }

    /// Whether another desk took a case over: then nothing of it is this desk's any more.
    pub(super) fn is_lost(&self, case: &OpenCase) -> bool {
        let held = self.store.as_ref().zip(case.hold.as_ref()).map(|(store, hold)| store.still_held(hold));
        matches!(held, Some(Err(StoreError::TakenOver { .. })))
    }

    /// Opens the case of somebody who was set aside again; gives what is stored of them where another desk changed that.
    pub(super) fn reopen(&mut self, case: &mut OpenCase) -> Result<Option<(Hold, Record)>, StoreError> {
        let holder = self.holder();
        let (hold, record) = self.store()?.take(case.saved.code(), &holder)?;
        if record != case.saved {
            return Ok(Some((hold, record)));
        }
        case.hold = Some(hold);
        Ok(None)
    }
}

impl Desk {
    /// Stores cases from now on. First deletes unkept ones that are older than the days the content sets, and sheets that
    /// were saved before those days.
    pub fn keeping(mut self, open: OpenStore, clock: fn() -> NaiveDateTime) -> Self {
        let mut autosave = Autosave::new(open, clock);
        let mut cases = autosave.store.as_ref().and_then(|store| store.list().ok()).unwrap_or_default().cases;
        let is_soon_done = cases.len() <= SOON_DONE;
        cases.truncate(SOON_DONE);
        autosave.newest = cases.into_iter().map(|listed| listed.code).collect();
        if let Some(store) = &autosave.store {
            let (today, held_days) = (autosave.now().date(), self.content.hold_days);
            let open = Arc::clone(&autosave.open);
            let sheets = self.sheets.clone();
            // What cannot be deleted now is tried again at the next start.
            let purge = move |store: &Store| {
                let is_steady = store.purge(today, held_days).is_ok_and(|purged| purged.is_steady);
                if let Some(folder) = sheets.filter(|_| is_steady) {
                    saved_sheets::clear(&folder, today, held_days);
                }
            };
            if is_soon_done {
                purge(store);
            } else {
                let _ =
                    thread::Builder::new().name("purge".to_owned()).spawn(move || open().map(|store| purge(&store)));
            }
        }
        self.autosave = Some(autosave);
        self
    }

    /// Saves the current person where anything changed, and whoever could not be saved before. [`Desk::saving`] tells
    /// an error; it is tried again with the next action or call.
    pub fn save(&mut self) {
        let Some(autosave) = &mut self.autosave else { return };
        let (content, as_of) = (&self.content, self.as_of);
        let record = |person: &Person, old: &Record| person.record(old, content, person.is_finished(content, as_of));
        let here_id = self.person.id;
        let here = [&mut self.person].into_iter().filter(|person| !person.is_blank());
        let unsaved = self.aside.iter_mut().filter(|person| person.is_unsaved);
        let mut people = here.chain(unsaved).peekable();
        if people.peek().is_some() {
            // The first error is told; but not of somebody who was set aside, and is another desk's by now.
            let (mut first, mut lost) = (None, Vec::new());
            for person in people {
                let saved = autosave.save(person, record);
                person.is_unsaved = saved.is_err();
                match saved {
                    Err(StoreError::TakenOver { .. }) if person.id != here_id => lost.push(person.id),
                    saved => first = first.or(saved.err()),
                }
            }
            autosave.error = first;
            for id in lost {
                self.forget(id);
            }
            self.aside.iter_mut().for_each(Person::release);
        }
    }

    /// An error about somebody who was current before is none about a case that was only opened.
    pub(super) fn forget_error(&mut self) {
        if let Some(autosave) = self.autosave.as_mut().filter(|_| !self.aside.iter().any(|person| person.is_unsaved)) {
            autosave.error = None;
        }
    }

    /// Whether the answers of the current person are on the disk.
    pub fn saving(&self) -> Saving<'_> {
        let Some(autosave) = &self.autosave else { return Saving::Off };
        if self.person.is_blank() && !self.aside.iter().any(|person| person.is_unsaved) {
            return Saving::Nothing;
        }
        match (&autosave.error, &self.person.case) {
            (Some(error), _) => Saving::Failed(error),
            (None, Some(case)) if case.is_saved => {
                // A file can hold more than the content can read.
                let of = self.person.storable(&self.content);
                Saving::Saved { code: case.saved.code(), saved: case.saved.answers.len().min(of), of }
            }
            (None, _) => Saving::Nothing,
        }
    }

    /// Whether the case of the person at the desk is deleted when the work ends: finished, and nobody keeps it.
    pub fn goes_at_quit(&self) -> bool {
        let is_stored = self.person.case.as_ref().is_some_and(|case| case.is_saved);
        is_stored && !self.person.is_kept && self.is_done_with(&self.person)
    }

    /// Whether nothing is left to do for somebody of whom something is known.
    fn is_done_with(&self, person: &Person) -> bool {
        person.is_finished(&self.content, self.as_of) && person.has_read_all()
    }

    /// What is said of the cases that stay when the work ends now: until when, or that somebody keeps them.
    pub fn staying(&self) -> Vec<String> {
        let people = self.aside.iter().chain([&self.person]).filter(|person| !person.is_disposable());
        let (kept, others): (Vec<&Person>, Vec<&Person>) =
            people.filter(|person| person.is_kept || !self.is_done_with(person)).partition(|person| person.is_kept);
        let date = self.trash_until().map(|until| self.phrases().day(until)).unwrap_or_default();
        let said = |msg: Msg, people: Vec<&Person>| {
            let codes: Vec<&str> = people.iter().filter_map(|person| Some(person.code()?.as_str())).collect();
            (!codes.is_empty()).then(|| self.phrases().fill(msg, &[("codes", &codes.join(", ")), ("date", &date)]))
        };
        [said(Msg::SaidStays, others), said(Msg::SaidStaysKept, kept)].into_iter().flatten().collect()
    }

    /// Ends the work at the desk, and says what went. Unkept cases that are finished, and empty ones, are deleted; one
    /// with answers that the content cannot read stays, since another content may.
    pub fn close(mut self) -> Option<String> {
        self.save();
        let mut autosave = self.autosave.take()?;
        let mut gone = Vec::new();
        let aside = std::mem::take(&mut self.aside);
        let last = std::mem::replace(&mut self.person, Person::new(PersonId(0), &self.content));
        for mut person in aside.into_iter().chain([last]) {
            let is_empty = person.is_disposable();
            let delete = is_empty || (self.is_done_with(&person) && !person.is_kept);
            let Some(case) = person.case.take() else { continue };
            let code = case.saved.code().to_string();
            // What cannot be deleted now is deleted after some days.
            if autosave.close(case, delete).is_ok() && delete && !is_empty {
                gone.push(code);
            }
        }
        (!gone.is_empty()).then(|| self.phrases().fill(Msg::SaidGone, &[("codes", &gone.join(", "))]))
    }
}
