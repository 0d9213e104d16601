//! The files of the folder: their names, and how they are listed, written, set aside and removed.

use rustix::io::Errno;
use std::cmp::Reverse;
use std::io::{self, ErrorKind};
use std::time::SystemTime;

use super::Store;
use crate::case::code::Code;
use crate::case::error::{Attempt, StoreError, is_any};

/// The file of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CaseFile {
    pub code: Code,
    pub modified: SystemTime,
}

/// What is in the folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Listing {
    /// The cases, newest first.
    pub cases: Vec<CaseFile>,
    /// Names of damaged files.
    pub aside: Vec<String>,
}

impl Store {
    /// Lists the folder; no file is opened.
    pub fn list(&self) -> Result<Listing, StoreError> {
        let mut listing = Listing::default();
        for entry in self.disk.entries().map_err(|cause| Attempt::Listing.failed(&cause))? {
            match split(&entry.name) {
                Some((code, "json")) => listing.cases.push(CaseFile { code, modified: entry.modified }),
                Some((_, rest)) if rest.starts_with("damaged-") => listing.aside.push(entry.name),
                _ => {}
            }
        }
        listing.cases.sort_by(|a, b| (Reverse(a.modified), &a.code).cmp(&(Reverse(b.modified), &b.code)));
        listing.aside.sort_unstable();
        Ok(listing)
    }

    pub(super) fn exists(&self, code: &Code) -> Result<bool, StoreError> {
        match self.disk.read(&file_name(code), 0) {
            Ok(_) => Ok(true),
            Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(false),
            Err(cause) if is_any(&cause, &[Errno::LOOP]) => Ok(true),
            Err(cause) => Err(Attempt::Reading.failed(&cause)),
        }
    }

    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut file = match self.disk.create(name) {
            // Left by a program that was interrupted; the case is held by this one now.
            Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {
                self.disk.remove(name)?;
                self.disk.create(name)?
            }
            file => file?,
        };
        file.write(bytes)?;
        file.sync()
    }

    /// Renames a damaged file so that nothing touches it; returns the error that tells the new name.
    pub(super) fn set_aside(&self, code: &Code) -> Result<StoreError, StoreError> {
        let failed = |cause: io::Error| Attempt::SettingAside.failed(&cause);
        let entries = self.disk.entries().map_err(failed)?;
        let mut names = (1_u32..).map(|n| format!("{code}.damaged-{n}"));
        let free = names.find(|name| !entries.iter().any(|entry| entry.name == *name)).unwrap_or_default();
        self.disk.rename(&file_name(code), &free).and_then(|()| self.disk.sync_folder()).map_err(failed)?;
        Ok(StoreError::Damaged { code: code.clone(), aside: Some(free) })
    }

    /// Removes every file of a case but its lock; false where there was none.
    pub(super) fn remove_all(&self, code: &Code) -> io::Result<bool> {
        let aside = format!("{code}.damaged-");
        let is_own = |name: &str| name == file_name(code) || is_new(name, code) || name.starts_with(&aside);
        let entries = self.disk.entries()?.into_iter().map(|entry| entry.name);
        let names: Vec<String> = entries.filter(|name| is_own(name)).collect();
        for name in &names {
            self.disk.remove(name)?;
        }
        self.disk.sync_folder()?;
        Ok(!names.is_empty())
    }

    /// Removes what interrupted programs left: unfinished files, and locks that nobody holds.
    pub(super) fn sweep(&self) -> Result<(), StoreError> {
        for name in self.disk.names().map_err(|cause| Attempt::Listing.failed(&cause))? {
            let Some((code, rest)) = split(&name) else { continue };
            let is_new = is_new(&name, &code);
            if !is_new && rest != "lock" {
                continue;
            }
            // What cannot be removed does no harm. Dropping the hold removes the lock.
            if self.disk.is_locked(&lock_name(&code)).is_ok_and(|locked| !locked)
                && let Ok(Some(_hold)) = self.hold(&code, &[])
                && is_new
            {
                let _ = self.disk.remove(&name);
            }
        }
        Ok(())
    }
}

pub(super) fn split(name: &str) -> Option<(Code, &str)> {
    let (code, rest) = name.split_once('.')?;
    let read: Code = code.parse().ok()?;
    // This program's names have capital letters.
    (read.as_str() == code).then_some((read, rest))
}

pub(super) fn file_name(code: &Code) -> String {
    format!("{code}.json")
}

pub(super) fn new_name(code: &Code, draw: &Code) -> String {
    format!("{code}.{draw}.new")
}

/// Whether it is the name of a file of a case that is being written.
pub(super) fn is_new(name: &str, code: &Code) -> bool {
    split(name).is_some_and(|(of, rest)| of == *code && rest.rsplit('.').next() == Some("new"))
}

pub(super) fn lock_name(code: &Code) -> String {
    format!("{code}.lock")
}
