//! Lengths of time by the calendar.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

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

/// What an answer that is a length of time is counted in. Days and months cannot be turned into each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodUnit {
    /// Whole days; an answer can be in weeks, too.
    Days,
    /// Whole months; an answer can be in years, too.
    Months,
}

impl PeriodUnit {
    /// The most of these in a length of time: a hundred years.
    pub fn most(self) -> u32 {
        match self {
            Self::Days => 36_500,
            Self::Months => 1200,
        }
    }

    /// A length of time as a number of these.
    pub fn times(self, count: u32) -> Period {
        match self {
            Self::Days => Period::Days(count),
            Self::Months => Period::Months(count),
        }
    }
}

/// ISO 8601, as in the content: `P2W`, `P3M`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (n, unit) = match self {
            Self::Days(n) => (n, 'D'),
            Self::Weeks(n) => (n, 'W'),
            Self::Months(n) => (n, 'M'),
            Self::Years(n) => (n, 'Y'),
        };
        write!(f, "P{n}{unit}")
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl Period {
    /// Reads `P30D`, `P2W`, `P3M` or `P10Y`, up to a hundred years, so that adding it to a date cannot overflow.
    pub fn parse(words: &str) -> Option<Self> {
        let inner = words.strip_prefix('P')?;
        let (unit, make) =
            [('D', Self::Days as fn(u32) -> Self), ('W', Self::Weeks), ('M', Self::Months), ('Y', Self::Years)]
                .into_iter()
                .find(|(unit, _)| inner.ends_with(*unit))?;
        let digits = inner.strip_suffix(unit).filter(|digits| digits.starts_with(|c: char| c.is_ascii_digit()))?;
        Some(make(digits.parse().ok()?)).filter(|period| period.is_within_limits())
    }

    /// Whether it is at most a hundred years.
    fn is_within_limits(self) -> bool {
        match self {
            Self::Days(n) => n <= PeriodUnit::Days.most(),
            Self::Weeks(n) => n <= 5200,
            Self::Months(n) => n <= PeriodUnit::Months.most(),
            Self::Years(n) => n <= 100,
        }
    }

    /// How many of a unit it is, up to a hundred years; `None` also where it is no whole number of them.
    pub fn count(self, unit: PeriodUnit) -> Option<u32> {
        match (self, unit) {
            _ if !self.is_within_limits() => None,
            (Self::Days(n), PeriodUnit::Days) | (Self::Months(n), PeriodUnit::Months) => Some(n),
            (Self::Weeks(n), PeriodUnit::Days) => Some(n * 7),
            (Self::Years(n), PeriodUnit::Months) => Some(n * 12),
            (Self::Days(0) | Self::Weeks(0) | Self::Months(0) | Self::Years(0), _) => Some(0),
            _ => None,
        }
    }

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
