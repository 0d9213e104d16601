//! Sheets that were saved go after the days for which a case is held that nobody keeps.

use chrono::{DateTime, Days, Local, NaiveDate, Utc};
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// The endings of what is saved.
const ENDINGS: [&str; 3] = ["html", "pdf", "txt"];

/// Removes the sheets of a folder that were saved more than `held_days` before today. Whatever else is there stays; what
/// cannot be removed now is tried again at the next start.
pub(super) fn clear(folder: &Path, today: NaiveDate, held_days: u32) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_sheet = entry.file_name().to_str().is_some_and(is_name);
        let saved = entry.metadata().ok().filter(fs::Metadata::is_file).and_then(|file| file.modified().ok());
        let saved = saved.filter(|_| is_sheet).and_then(day);
        if saved.is_some_and(|saved| today.signed_duration_since(saved).num_days() > i64::from(held_days)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The day here; none before 1970 or beyond the calendar.
fn day(time: SystemTime) -> Option<NaiveDate> {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let utc = DateTime::<Utc>::from_timestamp(i64::try_from(since.as_secs()).ok()?, 0)?;
    // A day is left for the time zone.
    utc.checked_add_days(Days::new(1))?;
    Some(utc.with_timezone(&Local).date_naive())
}

/// Whether the desk saves under such a name: `OFFICE-LANGUAGE-FORMAT-N.ENDING`.
fn is_name(name: &str) -> bool {
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let number = stem.rsplit('-').next().unwrap_or_default();
    ENDINGS.contains(&ending)
        && !number.is_empty()
        && stem.split('-').count() >= 4
        && number.bytes().all(|byte| byte.is_ascii_digit())
}
