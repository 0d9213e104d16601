//! Cases that nobody kept go after some days.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::time::SystemTime;

use super::{MOST_NOTE, Store};
use crate::case::code::Code;
use crate::case::error::StoreError;
use crate::case::record::Record;

/// What a purge did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Purged {
    pub gone: Vec<Code>,
    pub troubles: Vec<StoreError>,
}

/// The file that says which days this folder has seen. It holds nothing of any case.
const DAYS: &str = "days";

/// The days on which the clock went on without a leap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Run {
    /// The first of them.
    since: NaiveDate,
    last: NaiveDate,
    /// Whether it leapt forward: who starts seldom leaps every time, and a second leap forward is no leap.
    #[serde(default)]
    leapt: bool,
}

impl Run {
    /// With another day.
    fn on(self, today: NaiveDate, held_days: u32) -> Self {
        let gap = today.signed_duration_since(self.last).num_days();
        let far = gap > i64::from(held_days);
        if gap < 0 || (far && !self.leapt) {
            return Self { since: today, last: today, leapt: far };
        }
        Self { last: today, ..self }
    }
}

/// What becomes of a case.
#[derive(Debug, PartialEq, Eq)]
enum Fate {
    Stays,
    Goes,
    /// It stays; the day from which on it is held is noted.
    Noted,
}

impl Store {
    /// Deletes unkept cases that were last changed more than `held_days` days before `today`, the day by the wall
    /// clock. Damaged ones, those of newer versions, and those that a program has open are left alone.
    ///
    /// A clock that is set back deletes nothing early: days are counted from the case's own date. A case dated more
    /// than `held_days` days ahead was changed under a wrong clock, or is looked at under one; it is held as long from
    /// the day on which that is first noticed, and by its own date again once that has come.
    ///
    /// Nothing goes on the day on which the clock has leapt, back or by more than `held_days`: it may be wrong, or have
    /// been. After a pause as long as that, cases so stay until the next start on a later day.
    ///
    /// # Errors
    /// The folder cannot be listed.
    pub fn purge(&self, today: NaiveDate, held_days: u32) -> Result<Purged, StoreError> {
        let mut purged = Purged::default();
        let goes_on = self.goes_on(today, held_days);
        for listed in self.list()?.cases {
            if is_fresh(listed.modified, today, held_days) {
                continue;
            }
            match self.purge_one(&listed.code, today, held_days, goes_on) {
                Ok(Fate::Goes) => purged.gone.push(listed.code),
                Ok(Fate::Stays | Fate::Noted) => {}
                Err(trouble) => purged.troubles.push(trouble),
            }
        }
        Ok(purged)
    }

    /// Whether the clock has told an earlier day and gone on from it without a leap; notes the day.
    fn goes_on(&self, today: NaiveDate, held_days: u32) -> bool {
        let noted = self.disk.read(DAYS, MOST_NOTE).ok().flatten();
        let before: Option<Run> = noted.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let now = before.map_or(Run { since: today, last: today, leapt: false }, |run| run.on(today, held_days));
        if before != Some(now)
            && let Ok(bytes) = serde_json::to_vec(&now)
        {
            // What cannot be noted is noted at another start: until then everything stays.
            let new = format!("{DAYS}.new");
            let _ = self.write(&new, &bytes).and_then(|()| self.disk.rename(&new, DAYS));
        }
        now.since < today
    }

    fn purge_one(&self, code: &Code, today: NaiveDate, held_days: u32, goes_on: bool) -> Result<Fate, StoreError> {
        // Most that are old are kept: they are looked at before they are locked.
        let due = |read: Result<Record, StoreError>| match read {
            Ok(mut record) => Ok((fate(&mut record, today, held_days), Some(record))),
            Err(StoreError::NoCase(_) | StoreError::Damaged { .. } | StoreError::Newer { .. }) => {
                Ok((Fate::Stays, None))
            }
            Err(trouble) => Err(trouble),
        };
        if let (Fate::Stays, _) = due(self.read(code))? {
            return Ok(Fate::Stays);
        }
        let Some(hold) = self.hold(code, &[])? else { return Ok(Fate::Stays) };
        // It may have been changed before it was locked.
        match due(self.read(code))? {
            (Fate::Goes, _) if goes_on => self.discard(hold).map(|()| Fate::Goes),
            (Fate::Noted, Some(record)) => self.save(&hold, &record).map(|()| Fate::Noted),
            _ => Ok(Fate::Stays),
        }
    }
}

/// Whether a file was written so lately that nothing in it can be due. A day is left for the zone of the wall clock.
fn is_fresh(modified: SystemTime, today: NaiveDate, held_days: u32) -> bool {
    let written = DateTime::<Utc>::from(modified).date_naive();
    let age = today.signed_duration_since(written).num_days();
    (0..i64::from(held_days)).contains(&age)
}

/// Decides over a case; notes in it from when on it is held, where its own date cannot say.
fn fate(record: &mut Record, today: NaiveDate, held_days: u32) -> Fate {
    if record.kept {
        return Fate::Stays;
    }
    let over = |day: NaiveDate| day.checked_add_days(Days::new(held_days.into())).is_some_and(|last| last < today);
    let changed = record.changed.date();
    let soon = today.checked_add_days(Days::new(held_days.into())).is_none_or(|last| changed <= last);
    match record.ahead {
        _ if over(changed) => Fate::Goes,
        _ if soon => Fate::Stays,
        Some(noticed) if noticed <= today && over(noticed) => Fate::Goes,
        Some(noticed) if noticed <= today => Fate::Stays,
        _ => {
            record.ahead = Some(today);
            Fate::Noted
        }
    }
}
