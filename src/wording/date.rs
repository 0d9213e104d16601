//! Dates with month names, never as numbers between slashes.

use chrono::{Datelike, NaiveDate};

use super::Phrases;
use crate::content::{Certainty, Msg, PartialDate};
use crate::rules::{Interval, StatedDate};

impl Phrases<'_> {
    /// A day in full: "11 June 2023".
    pub fn day(self, day: NaiveDate) -> String {
        self.pattern(Msg::DateDay, day)
    }

    /// A day for a matrix cell: "11 Jun 23".
    pub fn day_cell(self, day: NaiveDate) -> String {
        self.pattern(Msg::DateDayCell, day)
    }

    /// A date as far as it is known, in full: "11 June 2023", "June 2023", "2023".
    pub fn date(self, date: PartialDate) -> String {
        self.known(date, Msg::DateMonth, Msg::DateDay)
    }

    /// A date as far as it is known, short: "11 Jun 2023", "Jun 2023", "2023".
    pub fn date_short(self, date: PartialDate) -> String {
        self.known(date, Msg::DateMonthShort, Msg::DateDayShort)
    }

    fn known(self, date: PartialDate, month: Msg, day: Msg) -> String {
        match date {
            PartialDate::Year(year) => year.to_string(),
            PartialDate::Month(..) => self.pattern(month, date.first()),
            PartialDate::Day(known) => self.pattern(day, known),
        }
    }

    fn pattern(self, pattern: Msg, day: NaiveDate) -> String {
        let catalog = &self.content.catalog;
        let (m, mm) = (catalog.month(day.month(), self.lang), catalog.month_short(day.month(), self.lang));
        let (d, y) = (day.day().to_string(), day.year().to_string());
        let yy = format!("{:02}", day.year().rem_euclid(100));
        self.fill(pattern, &[("d", &d), ("m", m), ("mm", mm), ("y", &y), ("yy", &yy)])
    }

    /// The date of a statement or a source, with how sure it is; says so where there is none.
    pub fn dated(self, date: Option<PartialDate>, certainty: Certainty) -> String {
        match date {
            None => self.get(Msg::Undated).to_owned(),
            Some(date) if certainty == Certainty::NotBefore => {
                self.fill(Msg::OrLater, &[("date", &self.date_short(date))])
            }
            Some(date) => self.date_short(date),
        }
    }

    /// The date of an answer: "some day in 2019", "on or before 11 June 2023".
    pub fn interval(self, interval: &Interval) -> String {
        self.interval_in(interval, |date| self.date(date))
    }

    /// The same, each date in such words.
    pub(super) fn interval_in(self, interval: &Interval, words: impl Fn(PartialDate) -> String) -> String {
        match interval.stated {
            StatedDate::Partial(date @ PartialDate::Day(_)) => words(date),
            StatedDate::Partial(date) => self.fill(Msg::Sometime, &[("date", &words(date))]),
            StatedDate::Until(day) => self.fill(Msg::OnOrBefore, &[("date", &words(PartialDate::Day(day)))]),
            StatedDate::Since(day) => self.fill(Msg::OnOrAfter, &[("date", &words(PartialDate::Day(day)))]),
            StatedDate::Span(from, to) => self.fill(Msg::SomeDayBetween, &[("a", &words(from)), ("b", &words(to))]),
            StatedDate::Always => self.get(Msg::AlwaysHere).to_owned(),
        }
    }
}
