//! Dates as people remember them: the days that they can mean.

use chrono::{Datelike, NaiveDate};
use std::fmt;

use crate::content::{Boundary, Cutoff, PartialDate};

use super::kleene::Verdict;

/// The first year that a date may be in: nobody at the desk came before it, so earlier years are slips of the keyboard.
pub const FIRST_YEAR: i32 = 1900;

/// Why a date cannot be what the person meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Implausible {
    /// It lies before [`FIRST_YEAR`].
    TooEarly,
    /// It lies wholly after the day of asking.
    Future,
}

/// How a date was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum StatedDate {
    Partial(PartialDate),
    /// The day included.
    Until(NaiveDate),
    /// The day included.
    Since(NaiveDate),
    /// From the first day of one date to the last day of another, both included.
    Span(PartialDate, PartialDate),
    /// Born there or always lived there: before any cutoff.
    Always,
}

/// All days that a date answer can mean, those after the day of asking included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Interval {
    pub stated: StatedDate,
    /// `None` where the start is open.
    pub earliest: Option<NaiveDate>,
    /// `None` where the end is open; the first day of the calendar for [`StatedDate::Always`].
    pub latest: Option<NaiveDate>,
}

impl From<PartialDate> for Interval {
    fn from(date: PartialDate) -> Self {
        Self { stated: StatedDate::Partial(date), earliest: Some(date.first()), latest: Some(date.last()) }
    }
}

impl Interval {
    /// That day.
    pub fn on(day: NaiveDate) -> Self {
        PartialDate::Day(day).into()
    }

    /// On the day or before it.
    pub fn until(day: NaiveDate) -> Self {
        Self { stated: StatedDate::Until(day), earliest: None, latest: Some(day) }
    }

    /// On the day or after it.
    pub fn since(day: NaiveDate) -> Self {
        Self { stated: StatedDate::Since(day), earliest: Some(day), latest: None }
    }

    /// From the first day of a date to the last day of another; none where that one is over before the first begins.
    pub fn between(from: PartialDate, to: PartialDate) -> Option<Self> {
        if from == to {
            return Some(from.into());
        }
        let (first, last) = (from.first(), to.last());
        let span = Self { stated: StatedDate::Span(from, to), earliest: Some(first), latest: Some(last) };
        (first <= last && from.last() <= last && from.first() <= to.first()).then_some(span)
    }

    /// Born there or always lived there: before any cutoff.
    pub fn always() -> Self {
        Self { stated: StatedDate::Always, earliest: None, latest: Some(NaiveDate::MIN) }
    }

    /// Checks that the date can be meant on the day of asking.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn plausible(self, as_of: NaiveDate) -> Result<Self, Implausible> {
        let stated = self.earliest.or(self.latest).filter(|_| self.stated != StatedDate::Always);
        match stated {
            Some(day) if day.year() < FIRST_YEAR => Err(Implausible::TooEarly),
            _ if self.earliest.is_some_and(|day| day > as_of) => Err(Implausible::Future),
            _ => Ok(self),
        }
    }

    /// Whether all its days are before all days of the other.
    pub fn is_surely_before(&self, other: &Self) -> bool {
        matches!((self.latest, other.earliest), (Some(last), Some(first)) if last < first)
    }

    /// Whether the days pass a cutoff; `Unclear` where only some do.
    pub fn meets(&self, cutoff: Cutoff) -> Verdict {
        let passes = |day: NaiveDate| match cutoff.boundary {
            Boundary::OnOrBefore => day <= cutoff.date,
            Boundary::Before => day < cutoff.date,
            Boundary::OnOrAfter => day >= cutoff.date,
            Boundary::After => day > cutoff.date,
        };
        // An open end is beyond every cutoff.
        let first = passes(self.earliest.unwrap_or(NaiveDate::MIN));
        let last = passes(self.latest.unwrap_or(NaiveDate::MAX));
        match (first, last) {
            (true, true) => Verdict::Met,
            (false, false) => Verdict::NotMet,
            (true, false) | (false, true) => Verdict::Unclear,
        }
    }
}

/// The spelling of the command line: `2019`, `2023-05`, `2023-05-30`, `..2023-06-11`, `2023-06-12..`, `2019..2020`, `always`.
impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.stated {
            StatedDate::Partial(date) => write!(f, "{date}"),
            StatedDate::Until(day) => write!(f, "..{}", PartialDate::Day(day)),
            StatedDate::Since(day) => write!(f, "{}..", PartialDate::Day(day)),
            StatedDate::Span(from, to) => write!(f, "{from}..{to}"),
            StatedDate::Always => f.write_str("always"),
        }
    }
}
