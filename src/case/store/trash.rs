//! The trash: where deleted cases stay for some days, so that a slip of the keyboard costs nobody their case.
//!
//! `CODE.json` becomes `trash/CODE.DAY.deleted`, DAY being the last day on which it is there. Moved back under its own
//! name it is a case again.

use chrono::{Days, NaiveDate};
use std::io;

use super::files::{file_name, is_new};
use super::{Hold, Store};
use crate::case::code::Code;
use crate::case::disk::IN_TRASH;
use crate::case::error::{Attempt, StoreError};

/// How the file of a case ends, and how it does in the trash, where it is none.
const CASE: &str = "json";
const DELETED: &str = "deleted";

impl Store {
    /// Moves a case to the trash, with all files of it that were set aside. It stays there up to a day.
    ///
    /// # Errors
    /// There is none, another desk has it, or it cannot be moved.
    pub fn throw_away(&self, code: &Code, until: NaiveDate) -> Result<(), StoreError> {
        let hold = self.held(code, &[])?;
        let gone = self.move_all(hold.code(), until).map_err(|cause| Attempt::Deleting.failed(&cause))?;
        if gone { Ok(()) } else { Err(StoreError::NoCase(code.clone())) }
    }

    /// Moves a case that is open here to the trash.
    ///
    /// # Errors
    /// It cannot be moved.
    pub fn throw_away_held(&self, hold: Hold, until: NaiveDate) -> Result<(), StoreError> {
        self.still_held(&hold)?;
        let gone = self.move_all(hold.code(), until).map_err(|cause| Attempt::Deleting.failed(&cause));
        drop(hold);
        gone.map(|_| ())
    }

    fn move_all(&self, code: &Code, until: NaiveDate) -> io::Result<bool> {
        let (own, aside) = (file_name(code), format!("{code}.damaged-"));
        let mut is_moved = false;
        for name in self.disk.entries()?.into_iter().map(|entry| entry.name) {
            if is_new(&name, code) {
                self.disk.remove(&name)?;
            } else if name == own || name.starts_with(&aside) {
                self.disk.rename(&name, &in_trash(&name, until))?;
                is_moved = true;
            }
        }
        self.disk.sync_folder()?;
        Ok(is_moved)
    }

    /// Empties the trash of what has been there long enough. What was thrown away under a clock that ran ahead stays no
    /// longer than anything else.
    pub(super) fn empty_trash(&self, today: NaiveDate, held_days: u32) -> Result<(), StoreError> {
        let entries = self.disk.entries().map_err(|cause| Attempt::Listing.failed(&cause))?;
        let last = today.checked_add_days(Days::new(held_days.into())).unwrap_or(today);
        for name in entries.into_iter().map(|entry| entry.name) {
            let done = match thrown_away(&name) {
                Some((_, until)) if until < today => self.disk.remove(&name),
                Some((own, until)) if until > last => self.disk.rename(&name, &in_trash(&own, last)),
                _ => continue,
            };
            done.map_err(|cause| Attempt::Deleting.failed(&cause))?;
        }
        Ok(())
    }
}

fn in_trash(name: &str, until: NaiveDate) -> String {
    let (code, rest) = name.split_once('.').unwrap_or((name, ""));
    let rest = if rest == CASE { DELETED } else { rest };
    format!("{IN_TRASH}{code}.{until}.{rest}")
}

/// Whether a file is one of a case, in the trash too.
pub(super) fn is_of(name: &str, code: &Code) -> bool {
    let own = name.strip_prefix(IN_TRASH).unwrap_or(name);
    own.starts_with(code.as_str())
}

/// The own name of a file in the trash, and the last day on which it is there.
fn thrown_away(name: &str) -> Option<(String, NaiveDate)> {
    let (code, rest) = name.strip_prefix(IN_TRASH)?.split_once('.')?;
    let (until, rest) = rest.split_once('.')?;
    let rest = if rest == DELETED { CASE } else { rest };
    Some((format!("{code}.{rest}"), until.parse().ok()?))
}
