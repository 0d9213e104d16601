//! Dates with month names, never as numbers between slashes.

use chrono::{Datelike, NaiveDate};

use super::Speaker;
use crate::content::{Certainty, PartialDate, Word};
use crate::rules::{Interval, Said};

impl Speaker<'_> {
    /// A day in full: "11 June 2023".
    #[must_use]
    pub fn day(self, day: NaiveDate) -> String {
        let month = self.content.words.month(day.month(), self.lang);
        self.fill(Word::DateDay, &[("d", &day.day().to_string()), ("m", month), ("y", &day.year().to_string())])
    }

    /// A day for a matrix cell: "11 Jun 23".
    #[must_use]
    pub fn day_cell(self, day: NaiveDate) -> String {
        let month = self.content.words.month_short(day.month(), self.lang);
        let year = format!("{:02}", day.year().rem_euclid(100));
        self.fill(Word::DateDayCell, &[("d", &day.day().to_string()), ("mm", month), ("yy", &year)])
    }

    /// A date as far as it is known, in full: "11 June 2023", "June 2023", "2023".
    #[must_use]
    pub fn date(self, date: PartialDate) -> String {
        match date {
            PartialDate::Year(y) => y.to_string(),
            PartialDate::Month(y, m) => {
                let month = self.content.words.month(m, self.lang);
                self.fill(Word::DateMonth, &[("m", month), ("y", &y.to_string())])
            }
            PartialDate::Day(day) => self.day(day),
        }
    }

    /// A date as far as it is known, short: "11 Jun 2023", "Jun 2023", "2023".
    #[must_use]
    pub fn date_short(self, date: PartialDate) -> String {
        match date {
            PartialDate::Year(y) => y.to_string(),
            PartialDate::Month(y, m) => {
                let month = self.content.words.month_short(m, self.lang);
                self.fill(Word::DateMonthShort, &[("mm", month), ("y", &y.to_string())])
            }
            PartialDate::Day(day) => {
                let month = self.content.words.month_short(day.month(), self.lang);
                let (d, y) = (day.day().to_string(), day.year().to_string());
                self.fill(Word::DateDayShort, &[("d", &d), ("mm", month), ("y", &y)])
            }
        }
    }

    /// The date of a statement or a source, with how sure it is; says so where there is none.
    #[must_use]
    pub fn dated(self, date: Option<PartialDate>, certainty: Certainty) -> String {
        match date {
            None => self.word(Word::Undated).to_owned(),
            Some(date) if certainty == Certainty::NotBefore => {
                self.fill(Word::OrLater, &[("date", &self.date_short(date))])
            }
            Some(date) => self.date_short(date),
        }
    }

    /// The date of an answer: "some day in 2019", "on or before 11 June 2023".
    #[must_use]
    pub fn interval(self, interval: &Interval) -> String {
        self.interval_in(interval, |date| self.date(date))
    }

    /// The date of an answer for a list: "some day in 2019", "on or before 11 Jun 2023".
    #[must_use]
    pub fn interval_short(self, interval: &Interval) -> String {
        self.interval_in(interval, |date| self.date_short(date))
    }

    fn interval_in(self, interval: &Interval, words: impl Fn(PartialDate) -> String) -> String {
        match interval.said {
            Said::Partial(date @ PartialDate::Day(_)) => words(date),
            Said::Partial(date) => self.fill(Word::Sometime, &[("date", &words(date))]),
            Said::Until(day) => self.fill(Word::OnOrBefore, &[("date", &words(PartialDate::Day(day)))]),
            Said::Since(day) => self.fill(Word::OnOrAfter, &[("date", &words(PartialDate::Day(day)))]),
            Said::Always => self.word(Word::AlwaysHere).to_owned(),
        }
    }
}
