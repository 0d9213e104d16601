//! The folder of cases: saved whole or not at all, open at one desk only, damaged files kept.
//!
//! A case is `CODE.json`; `CODE.DRAW.new` while it is being written, under a name that no other program draws; `CODE.lock` while it is open, `CODE.damaged-N` after it
//! was set aside, `trash/CODE.DAY.deleted` after it was deleted. `days` tells on which days the folder was opened.

#![allow(clippy::missing_errors_doc, reason = "the messages of StoreError say when each is given")]

mod files;
mod purge;
mod trash;

use rustix::io::Errno;
use std::io::{self, ErrorKind};
use std::sync::{Mutex, PoisonError};

use super::code::Code;
use super::disk::{Disk, Lock};
use super::error::{Attempt, StoreError, is_any};
use super::format::{self, MOST_BYTES, NoRecord};
use super::holder::Holder;
use super::record::Record;

use files::{file_name, is_new, lock_name, new_name};
use trash::is_of;

pub use files::{CaseFile, Listing};
pub use purge::Purged;

/// Draws before giving up: even if half of the 331,776 codes were taken, only every second draw would fail.
const DRAWS: usize = 200;
/// The most bytes that are read of a lock file.
const MOST_NOTE: usize = 4096;

/// The cases of an account, none of them in memory.
#[derive(Debug)]
pub struct Store {
    disk: Box<dyn Disk>,
    /// A hang-up saves from another thread, perhaps during a save.
    saving: Mutex<()>,
}

/// A case that this program has open: no other can save, delete or purge it. Dropping it releases the case.
#[derive(Debug)]
pub struct Hold {
    code: Code,
    /// The name under which this program writes the case, drawn for this hold.
    new: String,
    lock: Box<dyn Lock>,
}

impl Hold {
    fn new(code: &Code, lock: Box<dyn Lock>) -> Result<Self, StoreError> {
        let draw = Code::draw().map_err(|cause| Attempt::Locking.failed(&io::Error::other(cause)))?;
        Ok(Self { code: code.clone(), new: new_name(code, &draw), lock })
    }

    #[allow(missing_docs, reason = "the name says it")]
    pub fn code(&self) -> &Code {
        &self.code
    }
}

impl Store {
    /// Opens the folder, makes it where there is none, and removes what interrupted programs left.
    pub fn open(disk: Box<dyn Disk>) -> Result<Self, StoreError> {
        disk.prepare()?;
        let store = Self::unopened(disk);
        store.sweep()?;
        Ok(store)
    }

    /// Takes the folder as it is, to be looked at: nothing is made or removed.
    pub fn unopened(disk: Box<dyn Disk>) -> Self {
        Self { disk, saving: Mutex::default() }
    }

    /// Begins a case under a free code. Nothing of it is stored until it is saved.
    pub fn begin(&self, holder: &Holder) -> Result<Hold, StoreError> {
        let entries = self.disk.entries().map_err(|cause| Attempt::Listing.failed(&cause))?;
        for _ in 0..DRAWS {
            let code = Code::draw().map_err(|cause| Attempt::Locking.failed(&io::Error::other(cause)))?;
            // A damaged file takes the code too, and one in the trash: it must not look like one of the new case.
            if !entries.iter().any(|entry| is_of(&entry.name, &code))
                && let Some(hold) = self.hold(&code, &holder.note())?
                && !self.exists(&code)?
            {
                return Ok(hold);
            }
        }
        Err(StoreError::NoCode)
    }

    /// Opens a case. A damaged one is set aside.
    pub fn take(&self, code: &Code, holder: &Holder) -> Result<(Hold, Record), StoreError> {
        let hold = self.held(code, &holder.note())?;
        match self.read(code) {
            Ok(record) => Ok((hold, record)),
            Err(StoreError::Damaged { .. }) => Err(self.set_aside(code)?),
            Err(error) => Err(error),
        }
    }

    /// Saves a case. Once this returns `Ok` the case is on the disk, whatever happens; until then, what was last saved
    /// is. Several threads may save: one save ends before the next begins.
    ///
    /// # Errors
    /// The disk refused, or the record is of another case or too large. What was last saved is intact.
    pub fn save(&self, hold: &Hold, record: &Record) -> Result<(), StoreError> {
        if record.code() != hold.code() {
            return Err(StoreError::NotHeld(record.code().clone()));
        }
        let bytes = format::write(record).ok_or_else(|| StoreError::TooLarge(hold.code.clone()))?;
        let new = &hold.new;
        let _saving = self.saving.lock().unwrap_or_else(PoisonError::into_inner);
        let failed = |cause: io::Error| Attempt::Saving.failed(&cause);
        let written = self.write(new, &bytes).map_err(failed);
        // Whoever takes the case over removes what is being written after taking the lock: so either the lock is seen to
        // be gone here, or the file is not there to be renamed.
        let renamed = written.and_then(|()| self.still_held(hold)).and_then(|()| {
            self.disk.rename(new, &file_name(&hold.code)).and_then(|()| self.disk.sync_folder()).map_err(failed)
        });
        renamed.inspect_err(|_| {
            // Frees room; what cannot be removed now is removed by the next save or start.
            let _ = self.disk.remove(new);
        })
    }

    /// Takes a case from the desk that has it open, which can then save nothing more of it.
    ///
    /// # Errors
    /// As [`Store::take`]; a third desk was quicker.
    pub fn take_over(&self, code: &Code, holder: &Holder) -> Result<(Hold, Record), StoreError> {
        let failed = |cause: io::Error| Attempt::Locking.failed(&cause);
        // What cannot be read here stays with the desk that has it.
        self.read(code)?;
        let lock = self.disk.take_lock(&lock_name(code), &holder.note()).map_err(failed)?;
        let held_by = || StoreError::HeldBy { code: code.clone(), holder: self.holder(code) };
        let hold = Hold::new(code, lock.ok_or_else(held_by)?)?;
        for entry in self.disk.entries().map_err(failed)? {
            if is_new(&entry.name, code) {
                match self.disk.remove(&entry.name) {
                    Err(cause) if cause.kind() != ErrorKind::NotFound => return Err(failed(cause)),
                    _ => {}
                }
            }
        }
        self.read(code).map(|record| (hold, record))
    }

    /// Whether a case that was opened here is still this desk's.
    ///
    /// # Errors
    /// Another desk took it over.
    pub fn still_held(&self, hold: &Hold) -> Result<(), StoreError> {
        let taken = || StoreError::TakenOver { code: hold.code.clone(), holder: self.holder(&hold.code) };
        hold.lock.is_held().then_some(()).ok_or_else(taken)
    }

    /// Reads a case as it was last saved, also one that another desk has open. Changes nothing.
    pub fn read(&self, code: &Code) -> Result<Record, StoreError> {
        let damaged = || StoreError::Damaged { code: code.clone(), aside: None };
        let bytes = match self.disk.read(&file_name(code), MOST_BYTES) {
            Ok(bytes) => bytes.ok_or_else(damaged)?,
            Err(cause) if cause.kind() == ErrorKind::NotFound => return Err(StoreError::NoCase(code.clone())),
            Err(cause) if is_any(&cause, &[Errno::LOOP]) => return Err(StoreError::Link(code.clone())),
            Err(cause) => return Err(Attempt::Reading.failed(&cause)),
        };
        match format::read(&bytes) {
            Ok(record) if record.code() == code => Ok(record),
            Ok(_) | Err(NoRecord::Damaged) => Err(damaged()),
            Err(NoRecord::Newer(format)) => Err(StoreError::Newer { code: code.clone(), format }),
        }
    }

    /// Closes a case and deletes it where it is finished and not kept. The caller tells whether it is finished: the
    /// record does not tell where an answer is withheld.
    pub fn close(&self, hold: Hold, record: &Record, is_finished: bool) -> Result<(), StoreError> {
        if is_finished && !record.kept { self.discard(hold) } else { Ok(()) }
    }

    /// Deletes a case that is open here for good.
    pub fn discard(&self, hold: Hold) -> Result<(), StoreError> {
        self.still_held(&hold)?;
        let gone = self.remove_all(hold.code()).map_err(|cause| Attempt::Deleting.failed(&cause));
        drop(hold);
        gone.map(|_| ())
    }

    /// Deletes a case for good, with all files of it that were set aside.
    pub fn delete(&self, code: &Code) -> Result<(), StoreError> {
        let hold = self.held(code, &[])?;
        let gone = self.remove_all(hold.code()).map_err(|cause| Attempt::Deleting.failed(&cause))?;
        if gone { Ok(()) } else { Err(StoreError::NoCase(code.clone())) }
    }

    /// Whether a program has a case open, and which one, as far as that is known.
    pub fn held_by(&self, code: &Code) -> Result<Option<Option<Holder>>, StoreError> {
        let held = self.disk.is_locked(&lock_name(code)).map_err(|cause| Attempt::Locking.failed(&cause))?;
        Ok(held.then(|| self.holder(code)))
    }

    fn holder(&self, code: &Code) -> Option<Holder> {
        Holder::read(&self.disk.read(&lock_name(code), MOST_NOTE).ok()??)
    }

    fn hold(&self, code: &Code, note: &[u8]) -> Result<Option<Hold>, StoreError> {
        let lock = self.disk.lock(&lock_name(code), note).map_err(|cause| Attempt::Locking.failed(&cause))?;
        lock.map(|lock| Hold::new(code, lock)).transpose()
    }

    fn held(&self, code: &Code, note: &[u8]) -> Result<Hold, StoreError> {
        self.hold(code, note)?.ok_or_else(|| StoreError::HeldBy { code: code.clone(), holder: self.holder(code) })
    }
}
