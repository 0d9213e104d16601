//! Days, partial dates and periods.

use chrono::NaiveDate;
use std::ops::Range;
use toml::Spanned;
use toml::value::Datetime;

use super::{Loader, Ref};
use crate::content::{PartialDate, Period};

impl Loader {
    pub(super) fn day(&mut self, raw: &Spanned<Datetime>) -> Option<NaiveDate> {
        let help = "write a day, as 2023-05-30";
        let Datetime { date: Some(date), time: None, offset: None } = raw.get_ref() else {
            self.problem(raw.span(), format!("`{}` is not just a day", raw.get_ref()), "expected a day", help);
            return None;
        };
        let day = NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day));
        if day.is_none() || date.year == 0 {
            self.problem(raw.span(), format!("there is no day {date}"), "not in the calendar", help);
            return None;
        }
        day
    }

    /// The first and the last day of something; reports where they are the wrong way round.
    pub(super) fn days(
        &mut self,
        from: Option<&Spanned<Datetime>>,
        until: Option<&Spanned<Datetime>>,
    ) -> [Option<NaiveDate>; 2] {
        let days = [from, until].map(|day| day.and_then(|day| self.day(day)));
        if let ([Some(first), Some(last)], Some(raw)) = (days, until)
            && last < first
        {
            let help = format!("`from` is {first}");
            self.problem(raw.span(), format!("`until` is {last}, a day before `from`"), "before `from`", help);
        }
        days
    }

    pub(super) fn partial(&mut self, raw: Option<&Ref>) -> Option<PartialDate> {
        let raw = raw?;
        let date = raw.get_ref().parse::<PartialDate>();
        if let Err(error) = &date {
            let message = format!("`{}` is no date: {error}", raw.get_ref());
            self.problem(raw.span(), message, "expected a date", "write \"2023\", \"2023-05\" or \"2023-05-30\"");
        }
        date.ok()
    }

    pub(super) fn periods(&mut self, min: Option<&Ref>, max: Option<&Ref>) -> (Option<Period>, Option<Period>) {
        let least = min.and_then(|raw| self.period(raw));
        let most = max.and_then(|raw| self.period(raw));
        if let (Some(min), Some(max)) = (min, max)
            && let (Some(low), Some(high)) = (least, most)
            && low.after(NaiveDate::default()) > high.after(NaiveDate::default())
        {
            let message = format!("the shortest wait, {}, is longer than the longest", min.get_ref());
            self.problem(min.span(), message, "longer than `max`", format!("`max` is {}", max.get_ref()));
        }
        (least, most)
    }

    pub(super) fn period(&mut self, raw: &Ref) -> Option<Period> {
        let period = Period::parse(raw.get_ref());
        if period.is_none() {
            let message = format!("`{}` is no length of time", raw.get_ref());
            self.problem(
                raw.span(),
                message,
                "expected a period",
                "write days as \"P30D\", weeks as \"P2W\", months as \"P3M\", years as \"P10Y\"",
            );
        }
        period
    }

    pub(super) fn number(&mut self, raw: &Spanned<i64>, range: Range<u32>) -> Option<u32> {
        let number = u32::try_from(*raw.get_ref()).ok().filter(|n| range.contains(n));
        if number.is_none() {
            let message = format!("{} is out of range", raw.get_ref());
            let help = format!("write a number from {} to {}", range.start, range.end - 1);
            self.problem(raw.span(), message, "out of range", help);
        }
        number
    }
}
