//! The folder of cases: saved whole or not at all, one desk a case, nothing damaged thrown away.
//!
//! A case is `CODE.json`. `CODE.new` is one that is being written, `CODE.lock` says who has it open, `CODE.damaged-N`
//! was set aside. `days` says on which days the folder was opened.

mod list;
mod purge;

use std::io::{self, ErrorKind};
use std::sync::{Mutex, PoisonError};

use super::code::Code;
use super::disk::{Disk, Lock};
use super::error::{Doing, StoreError};
use super::format::{self, MOST_BYTES, NoRecord};
use super::holder::Holder;
use super::record::Record;

pub use list::{Listed, Listing};
pub use purge::Purged;

/// Draws before it is said that no code is free: of 331,776 codes half would have to be taken for one draw in two to fail.
const DRAWS: usize = 200;
/// The most bytes of a lock file's note.
const MOST_NOTE: usize = 4096;

/// The cases of an account. It holds none of them in memory.
#[derive(Debug)]
pub struct Store {
    disk: Box<dyn Disk>,
    /// A hang-up saves from another thread, perhaps while a save is under way.
    saving: Mutex<()>,
}

/// A case that this program has open: no other can save, delete or purge it. Dropping it lets go.
#[derive(Debug)]
pub struct Hold {
    code: Code,
    _lock: Box<dyn Lock>,
}

impl Hold {
    /// The case.
    #[must_use]
    pub fn code(&self) -> &Code {
        &self.code
    }
}

impl Store {
    /// Opens the folder, makes it where there is none, and sweeps what programs left that ended in the middle.
    ///
    /// # Errors
    /// The folder cannot be made, listed or kept private.
    pub fn open(disk: Box<dyn Disk>) -> Result<Self, StoreError> {
        disk.prepare()?;
        let store = Self { disk, saving: Mutex::default() };
        store.sweep()?;
        Ok(store)
    }

    /// Begins a case: a code that is free, and a hold on it. Nothing is stored of it until it is saved.
    ///
    /// # Errors
    /// No code is free, or the folder cannot be written.
    pub fn begin(&self, holder: &Holder) -> Result<Hold, StoreError> {
        let entries = self.disk.entries().map_err(|cause| Doing::Listing.failed(&cause))?;
        for _ in 0..DRAWS {
            let code = Code::draw().map_err(|cause| Doing::Locking.failed(&io::Error::other(cause)))?;
            // Also where only a damaged file bears the code: it must not look like one of this case.
            if !entries.iter().any(|entry| entry.name.starts_with(code.as_str()))
                && let Some(hold) = self.hold(&code, &holder.note())?
                && !self.exists(&code)?
            {
                return Ok(hold);
            }
        }
        Err(StoreError::NoCode)
    }

    /// Opens a case. A damaged one is set aside.
    ///
    /// # Errors
    /// There is none, another desk has it, it is damaged or of a newer version, or it cannot be read.
    pub fn take(&self, code: &Code, holder: &Holder) -> Result<(Hold, Record), StoreError> {
        let hold = self.held(code, &holder.note())?;
        match self.read(code) {
            Ok(record) => Ok((hold, record)),
            Err(StoreError::Damaged { .. }) => Err(self.set_aside(code)?),
            Err(trouble) => Err(trouble),
        }
    }

    /// Saves a case. Once this is `Ok` the case is on the disk, whatever happens; before, what was last saved is.
    /// Several threads may save: each save is whole before the next begins.
    ///
    /// # Errors
    /// The disk refused, or the record is another case's or too large. What was last saved is still whole.
    pub fn save(&self, hold: &Hold, record: &Record) -> Result<(), StoreError> {
        if record.code() != hold.code() {
            return Err(StoreError::NotHeld(record.code().clone()));
        }
        let bytes = format::write(record).ok_or_else(|| StoreError::TooLarge(hold.code.clone()))?;
        let new = new_name(&hold.code);
        let _saving = self.saving.lock().unwrap_or_else(PoisonError::into_inner);
        let written = self.write(&new, &bytes).and_then(|()| {
            self.disk.rename(&new, &file_name(&hold.code))?;
            self.disk.sync_folder()
        });
        written.map_err(|cause| {
            // What was half written takes room; if it cannot go now, it goes with the next save or sweep.
            let _ = self.disk.remove(&new);
            Doing::Saving.failed(&cause)
        })
    }

    /// Reads a case as it was last saved, also one that another desk has open. Changes nothing.
    ///
    /// # Errors
    /// There is none, it is damaged or of a newer version, or it cannot be read.
    pub fn read(&self, code: &Code) -> Result<Record, StoreError> {
        let damaged = || StoreError::Damaged { code: code.clone(), aside: None };
        let bytes = match self.disk.read(&file_name(code), MOST_BYTES) {
            Ok(bytes) => bytes.ok_or_else(damaged)?,
            Err(cause) if cause.kind() == ErrorKind::NotFound => return Err(StoreError::NoCase(code.clone())),
            Err(cause) => return Err(Doing::Reading.failed(&cause)),
        };
        match format::read(&bytes) {
            Ok(record) if record.code() == code => Ok(record),
            Ok(_) | Err(NoRecord::Damaged) => Err(damaged()),
            Err(NoRecord::Newer(format)) => Err(StoreError::Newer { code: code.clone(), format }),
        }
    }

    /// Ends the work on a case: one that is finished and not kept goes, any other stays. `is_finished` is told by the desk:
    /// the record does not say it where anything is withheld.
    ///
    /// # Errors
    /// It should go and cannot.
    pub fn close(&self, hold: Hold, record: &Record, is_finished: bool) -> Result<(), StoreError> {
        if is_finished && !record.kept { self.discard(hold) } else { Ok(()) }
    }

    /// Deletes a case that is open here.
    ///
    /// # Errors
    /// It cannot be deleted.
    pub fn discard(&self, hold: Hold) -> Result<(), StoreError> {
        let gone = self.remove_all(hold.code()).map_err(|cause| Doing::Deleting.failed(&cause));
        drop(hold);
        gone.map(|_| ())
    }

    /// Deletes a case, with all files of it that were set aside.
    ///
    /// # Errors
    /// There is none, another desk has it, or it cannot be deleted.
    pub fn delete(&self, code: &Code) -> Result<(), StoreError> {
        let hold = self.held(code, &[])?;
        let gone = self.remove_all(hold.code()).map_err(|cause| Doing::Deleting.failed(&cause))?;
        if gone { Ok(()) } else { Err(StoreError::NoCase(code.clone())) }
    }

    /// Whether a program has a case open, and which one, as far as it tells.
    ///
    /// # Errors
    /// The lock cannot be looked at.
    pub fn held_by(&self, code: &Code) -> Result<Option<Option<Holder>>, StoreError> {
        let held = self.disk.is_locked(&lock_name(code)).map_err(|cause| Doing::Locking.failed(&cause))?;
        Ok(held.then(|| self.holder(code)))
    }

    fn holder(&self, code: &Code) -> Option<Holder> {
        Holder::read(&self.disk.read(&lock_name(code), MOST_NOTE).ok()??)
    }

    fn hold(&self, code: &Code, note: &[u8]) -> Result<Option<Hold>, StoreError> {
        let lock = self.disk.lock(&lock_name(code), note).map_err(|cause| Doing::Locking.failed(&cause))?;
        Ok(lock.map(|lock| Hold { code: code.clone(), _lock: lock }))
    }

    fn held(&self, code: &Code, note: &[u8]) -> Result<Hold, StoreError> {
        self.hold(code, note)?.ok_or_else(|| StoreError::HeldBy { code: code.clone(), holder: self.holder(code) })
    }

    fn exists(&self, code: &Code) -> Result<bool, StoreError> {
        match self.disk.read(&file_name(code), 0) {
            Ok(_) => Ok(true),
            Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(false),
            Err(cause) => Err(Doing::Reading.failed(&cause)),
        }
    }

    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut file = match self.disk.create(name) {
            // Left by a program that ended in the middle: whoever holds the case now may write it.
            Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {
                self.disk.remove(name)?;
                self.disk.create(name)?
            }
            file => file?,
        };
        file.write(bytes)?;
        file.sync()
    }

    /// Gives a damaged file a name under which nothing will touch it, and says so.
    fn set_aside(&self, code: &Code) -> Result<StoreError, StoreError> {
        let failed = |cause: io::Error| Doing::SettingAside.failed(&cause);
        let entries = self.disk.entries().map_err(failed)?;
        let mut names = (1_u32..).map(|n| format!("{code}.damaged-{n}"));
        let free = names.find(|name| !entries.iter().any(|entry| entry.name == *name)).unwrap_or_default();
        self.disk.rename(&file_name(code), &free).and_then(|()| self.disk.sync_folder()).map_err(failed)?;
        Ok(StoreError::Damaged { code: code.clone(), aside: Some(free) })
    }

    /// Removes every file of a case but its lock; whether there was one.
    fn remove_all(&self, code: &Code) -> io::Result<bool> {
        let aside = format!("{code}.damaged-");
        let own = [file_name(code), new_name(code)];
        let entries = self.disk.entries()?.into_iter().map(|entry| entry.name);
        let names: Vec<String> = entries.filter(|name| own.contains(name) || name.starts_with(&aside)).collect();
        for name in &names {
            self.disk.remove(name)?;
        }
        self.disk.sync_folder()?;
        Ok(!names.is_empty())
    }

    /// Removes what programs left that ended in the middle: unfinished files, and locks that nobody holds.
    fn sweep(&self) -> Result<(), StoreError> {
        let entries = self.disk.entries().map_err(|cause| Doing::Listing.failed(&cause))?;
        for name in entries.into_iter().map(|entry| entry.name) {
            let Some((code, rest)) = split(&name).filter(|(_, rest)| matches!(*rest, "new" | "lock")) else {
                continue;
            };
            // What cannot be swept is in nobody's way. The lock goes with its hold.
            if self.disk.is_locked(&lock_name(&code)).is_ok_and(|locked| !locked)
                && let Ok(Some(_hold)) = self.hold(&code, &[])
                && rest == "new"
            {
                let _ = self.disk.remove(&name);
            }
        }
        Ok(())
    }
}

/// The code and the rest of a file's name.
fn split(name: &str) -> Option<(Code, &str)> {
    let (code, rest) = name.split_once('.')?;
    let read: Code = code.parse().ok()?;
    // A name in small letters is not this program's.
    (read.as_str() == code).then_some((read, rest))
}

fn file_name(code: &Code) -> String {
    format!("{code}.json")
}

fn new_name(code: &Code) -> String {
    format!("{code}.new")
}

fn lock_name(code: &Code) -> String {
    format!("{code}.lock")
}
