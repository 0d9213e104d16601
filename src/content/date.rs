//! Partial dates, as sources give them.

use chrono::{Days, Months, NaiveDate};
use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A year, a month or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum PartialDate {
    Year(i32),
    /// Year, and month from 1 to 12.
    Month(i32, u32),
    Day(NaiveDate),
}

impl PartialDate {
    /// The first day that it can mean.
    pub fn first(self) -> NaiveDate {
        match self {
            Self::Year(y) => NaiveDate::from_ymd_opt(y, 1, 1).unwrap_or_default(),
            Self::Month(y, m) => NaiveDate::from_ymd_opt(y, m, 1).unwrap_or_default(),
            Self::Day(d) => d,
        }
    }

    /// The last day that it can mean.
    pub fn last(self) -> NaiveDate {
        let months = match self {
            Self::Year(_) => 12,
            Self::Month(..) => 1,
            Self::Day(d) => return d,
        };
        self.first()
            .checked_add_months(Months::new(months))
            .and_then(|d| d.checked_sub_days(Days::new(1)))
            .unwrap_or(NaiveDate::MAX)
    }

    /// Makes a date from numbers.
    ///
    /// # Errors
    /// Year 0, a month outside 1 to 12, or a day that the month does not have.
    pub fn from_parts(year: i32, month: Option<u32>, day: Option<u32>) -> Result<Self, DateError> {
        if year == 0 {
            return Err(DateError::YearZero);
        }
        let Some(month) = month else { return Ok(Self::Year(year)) };
        if !(1..=12).contains(&month) {
            return Err(DateError::Month(month));
        }
        let Some(day) = day else { return Ok(Self::Month(year, month)) };
        NaiveDate::from_ymd_opt(year, month, day).map(Self::Day).ok_or(DateError::Day(year, month, day))
    }
}

/// ISO 8601: `2024`, `2024-08`, `2024-08-02`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(y) => write!(f, "{y:04}"),
            Self::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            Self::Day(d) => write!(f, "{}", d.format("%Y-%m-%d")),
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// Why a text is no ISO date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the messages say it")]
pub enum DateError {
    #[error("write a date as 2023, 2023-05 or 2023-05-30")]
    Form,
    #[error("there is no month {0:02}; months go from 01 to 12")]
    Month(u32),
    /// Year, month, day.
    #[error("there is no day {2:02} in {0:04}-{1:02}")]
    Day(i32, u32, u32),
    #[error("there is no year 0")]
    YearZero,
}

impl FromStr for PartialDate {
    type Err = DateError;

    /// Reads an ISO date of exactly 4, 7 or 10 characters.
    fn from_str(s: &str) -> Result<Self, DateError> {
        let number = |part: &str, width| {
            let digits = part.len() == width && part.bytes().all(|b| b.is_ascii_digit());
            part.parse::<u16>().ok().filter(|_| digits).map(u32::from).ok_or(DateError::Form)
        };
        let mut parts = s.split('-');
        let year = number(parts.next().unwrap_or_default(), 4)?.cast_signed();
        let month = parts.next().map(|p| number(p, 2)).transpose()?;
        let day = parts.next().map(|p| number(p, 2)).transpose()?;
        if parts.next().is_some() { Err(DateError::Form) } else { Self::from_parts(year, month, day) }
    }
}
