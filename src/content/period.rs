//! Lengths of time by the calendar.

use chrono::{Days, Months, NaiveDate};
use serde::{Serialize, Serializer};

/// A length of time by the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Period {
    Days(u32),
    /// Seven days each.
    Weeks(u32),
    Months(u32),
    Years(u32),
}

/// ISO 8601, as in the content: `P2W`, `P3M`.
impl Serialize for Period {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let (n, unit) = match self {
            Self::Days(n) => (n, 'D'),
            Self::Weeks(n) => (n, 'W'),
            Self::Months(n) => (n, 'M'),
            Self::Years(n) => (n, 'Y'),
        };
        to.collect_str(&format_args!("P{n}{unit}"))
    }
}

impl Period {
    /// The day this long after another; the last day of the month where the month is too short.
    pub fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        match self.parts() {
            (months, 0) => day.checked_add_months(months),
            (_, days) => day.checked_add_days(Days::new(days)),
        }
    }

    /// The day this long before another; the last day of the month where the month is too short.
    pub fn before(self, day: NaiveDate) -> Option<NaiveDate> {
        match self.parts() {
            (months, 0) => day.checked_sub_months(months),
            (_, days) => day.checked_sub_days(Days::new(days)),
        }
    }

    /// Months, or else days.
    fn parts(self) -> (Months, u64) {
        match self {
            Self::Days(n) => (Months::new(0), n.into()),
            Self::Weeks(n) => (Months::new(0), u64::from(n) * 7),
            Self::Months(n) => (Months::new(n), 0),
            Self::Years(n) => (Months::new(n.saturating_mul(12)), 0),
        }
    }
}
