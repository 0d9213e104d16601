//! The computer's clock, which can be wrong: before 1970 it is not a time that the calendar here can take.

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, Utc};
use std::time::SystemTime;

use super::error::CommandError;

const WRONG: &str =
    "the clock of this computer says a day before 1970 or beyond the calendar; set it, then start smo again";

/// The time here; of a clock that is wrong, the beginning of 1970.
pub fn now() -> NaiveDateTime {
    read(SystemTime::now()).unwrap_or_default()
}

/// The day here.
///
/// # Errors
/// The clock is wrong.
pub(super) fn today() -> Result<NaiveDate, CommandError> {
    read(SystemTime::now()).map(|now| now.date()).ok_or_else(|| CommandError::Files(WRONG.to_owned()))
}

fn read(clock: SystemTime) -> Option<NaiveDateTime> {
    let since = clock.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let utc = DateTime::<Utc>::from_timestamp(i64::try_from(since.as_secs()).ok()?, since.subsec_nanos())?;
    // A day is left for the time zone.
    utc.checked_add_days(chrono::Days::new(1))?;
    Some(utc.with_timezone(&Local).naive_local())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_clock_that_is_wrong_is_no_time() {
        let (epoch, second) = (SystemTime::UNIX_EPOCH, Duration::from_secs(1));
        let far = |years: u64| epoch.checked_add(Duration::from_secs(years * 365 * 86_400));
        let wrong = [epoch.checked_sub(second), epoch.checked_sub(second * 86_400 * 3650), far(300_000), far(1 << 33)];
        for clock in wrong.into_iter().flatten() {
            assert_eq!(read(clock), None, "{clock:?}");
        }
        for clock in [Some(epoch), far(1), far(60), far(200_000)].into_iter().flatten() {
            assert!(read(clock).is_some(), "{clock:?}");
        }
    }
}
