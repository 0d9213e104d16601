//! Deletes cases that nobody kept, after some days.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::io;
use std::time::SystemTime;

use super::files::{file_name, split};
use super::{MOST_NOTE, Store};
use crate::case::code::Code;
use crate::case::error::{Attempt, StoreError};
use crate::case::record::Record;

/// What a purge did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Purged {
    pub deleted: Vec<Code>,
    pub errors: Vec<StoreError>,
    /// Whether the clock can be trusted today: else nothing goes.
    pub is_steady: bool,
}

/// The file that tells on which days the folder was opened. It contains nothing of any case.
const DAYS: &str = "days";

/// A run of days on which the clock did not jump.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Run {
    since: NaiveDate,
    last: NaiveDate,
    /// Whether it began with a jump forward. A second one is no jump: the program may simply be started seldom.
    #[serde(default, rename = "leapt")]
    jumped: bool,
}

impl Run {
    /// Continues or restarts the run with the next day on which the folder is opened.
    fn on(self, today: NaiveDate, held_days: u32) -> Self {
        let gap = today.signed_duration_since(self.last).num_days();
        let far = gap > i64::from(held_days);
        if gap < 0 || (far && !self.jumped) {
            return Self { since: today, last: today, jumped: far };
        }
        Self { last: today, ..self }
    }
}

/// What a purge does with a case.
enum Fate {
    Keep,
    Delete,
    /// Keep it, and save the day from which its time counts.
    Note(Box<Record>),
}

impl Store {
    /// Deletes unkept cases that were last changed more than `held_days` days before `today`, the day by the wall
    /// clock. Damaged ones, those of newer versions, and those that a program has open are left alone.
    ///
    /// A clock that is set back deletes nothing early: days are counted from the case's own date. A case dated more
    /// than `held_days` days ahead was changed under a wrong clock, or the clock is wrong now; its days are counted from
    /// the day on which that is first noticed, and from its own date again once that has come.
    ///
    /// What was thrown away leaves the trash once its day has passed.
    ///
    /// Nothing is deleted on a day on which the clock has jumped, back or by more than `held_days`: it may be wrong. So
    /// after a pause that long, cases are kept until the next start on a later day.
    pub fn purge(&self, today: NaiveDate, held_days: u32) -> Result<Purged, StoreError> {
        let is_steady = self.is_steady(today, held_days);
        let mut purged = Purged { is_steady, ..Purged::default() };
        let listing = self.list()?;
        for listed in listing.cases {
            if is_fresh(listed.modified, today, held_days) {
                continue;
            }
            match self.purge_one(&listed.code, &listing.aside, (today, held_days), is_steady) {
                Ok(true) => purged.deleted.push(listed.code),
                Ok(false) => {}
                Err(error) => purged.errors.push(error),
            }
        }
        // Once for all of them. What comes back after a power cut goes at the next start.
        if !purged.deleted.is_empty()
            && let Err(cause) = self.disk.sync_folder()
        {
            purged.errors.push(Attempt::Deleting.failed(&cause));
        }
        if is_steady && let Err(error) = self.empty_trash(today, held_days) {
            purged.errors.push(error);
        }
        Ok(purged)
    }

    /// Whether the clock has reached today from an earlier day without a jump; stores the day.
    fn is_steady(&self, today: NaiveDate, held_days: u32) -> bool {
        let noted = self.disk.read(DAYS, MOST_NOTE).ok().flatten();
        let before: Option<Run> = noted.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let now = before.map_or(Run { since: today, last: today, jumped: false }, |run| run.on(today, held_days));
        if before != Some(now)
            && let Ok(bytes) = serde_json::to_vec(&now)
        {
            // If this fails, the next start stores it; until then everything is kept.
            let new = format!("{DAYS}.new");
            let _ = self.write(&new, &bytes).and_then(|()| self.disk.rename(&new, DAYS));
        }
        now.since < today
    }

    /// Whether it deleted the case, with what is set aside of it. The folder is not listed again for each of thousands.
    fn purge_one(
        &self,
        code: &Code,
        aside: &[String],
        (today, held_days): (NaiveDate, u32),
        is_steady: bool,
    ) -> Result<bool, StoreError> {
        let due = || match self.read(code) {
            Ok(record) => Ok(fate(record, today, held_days)),
            Err(
                StoreError::NoCase(_) | StoreError::Damaged { .. } | StoreError::Newer { .. } | StoreError::Link(_),
            ) => Ok(Fate::Keep),
            Err(error) => Err(error),
        };
        // Read before locking: most old cases are kept.
        if matches!(due()?, Fate::Keep) {
            return Ok(false);
        }
        let Some(hold) = self.hold(code, &[])? else { return Ok(false) };
        // It may have been changed before it was locked.
        match due()? {
            Fate::Delete if is_steady => {
                let own = |name: &&String| split(name).is_some_and(|(of, _)| of == *code);
                let names = aside.iter().filter(own).cloned().chain([file_name(code)]);
                let gone: io::Result<()> = names.into_iter().try_for_each(|name| self.disk.remove(&name));
                gone.map(|()| true).map_err(|cause| Attempt::Deleting.failed(&cause))
            }
            Fate::Note(record) => self.save(&hold, &record).map(|()| false),
            Fate::Keep | Fate::Delete => Ok(false),
        }
    }
}

/// Whether a file was written so recently that it cannot be due, with a day to spare for the time zone.
fn is_fresh(modified: SystemTime, today: NaiveDate, held_days: u32) -> bool {
    // Before 1970 or beyond the calendar: nobody wrote it then.
    let since = modified.duration_since(SystemTime::UNIX_EPOCH).ok();
    let seconds = since.and_then(|since| i64::try_from(since.as_secs()).ok());
    let Some(written) = seconds.and_then(|seconds| DateTime::<Utc>::from_timestamp(seconds, 0)) else { return false };
    let written = written.date_naive();
    let age = today.signed_duration_since(written).num_days();
    (0..i64::from(held_days)).contains(&age)
}

/// Decides about a case; sets the day from which its time counts where its own date cannot be right.
fn fate(mut record: Record, today: NaiveDate, held_days: u32) -> Fate {
    if record.kept {
        return Fate::Keep;
    }
    let over = |day: NaiveDate| day.checked_add_days(Days::new(held_days.into())).is_some_and(|last| last < today);
    let changed = record.changed.date();
    let soon = today.checked_add_days(Days::new(held_days.into())).is_none_or(|last| changed <= last);
    match record.ahead {
        _ if over(changed) => Fate::Delete,
        _ if soon => Fate::Keep,
        Some(noticed) if noticed <= today && over(noticed) => Fate::Delete,
        Some(noticed) if noticed <= today => Fate::Keep,
        _ => {
            record.ahead = Some(today);
            Fate::Note(Box::new(record))
        }
    }
}
