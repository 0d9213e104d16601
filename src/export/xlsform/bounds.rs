//! Days as numbers that a form can compare, `20310613`: the last day of a month may be its 31st, whether it has one or not.

use chrono::{Datelike, NaiveDate};

use crate::content::{Boundary, Cutoff};

/// The number of a day.
fn number(day: NaiveDate) -> i32 {
    day.year() * 10_000 + i32::try_from(day.month() * 100 + day.day()).unwrap_or_default()
}

/// The number of a day as a last one: the end of its month where it is the last of it, so that a month that is known as a
/// month passes.
fn as_last(day: NaiveDate) -> i32 {
    let is_last = day.succ_opt().is_none_or(|next| next.month() != day.month());
    if is_last { number(day) - i32::try_from(day.day()).unwrap_or_default() + 31 } else { number(day) }
}

/// When a stay that begins between two numbers passes a cutoff, and when it fails it.
pub(super) fn conditions(cutoff: Cutoff, first: &str, last: &str) -> (String, String) {
    let (day, end) = (number(cutoff.date), as_last(cutoff.date));
    match cutoff.boundary {
        Boundary::OnOrBefore => (format!("{last} <= {end}"), format!("{first} > {end}")),
        Boundary::Before => (format!("{last} < {day}"), format!("{first} >= {day}")),
        Boundary::OnOrAfter => (format!("{first} >= {day}"), format!("{last} < {day}")),
        Boundary::After => (format!("{first} > {end}"), format!("{last} <= {end}")),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::content::PartialDate;
    use crate::rules::{Interval, Verdict};

    /// The numbers of a date as a form makes them.
    fn numbers(date: PartialDate) -> (i32, i32) {
        let first = number(date.first());
        let last = match date {
            PartialDate::Day(_) => first,
            PartialDate::Month(..) => first + 30,
            PartialDate::Year(_) => first + 1130,
        };
        (first, last)
    }

    fn holds(condition: &str, first: i32, last: i32) -> bool {
        let mut words = condition.split(' ');
        let mut next = || words.next().unwrap();
        let (left, sign, right) = (if next() == "F" { first } else { last }, next(), next().parse::<i32>().unwrap());
        match sign {
            "<=" => left <= right,
            "<" => left < right,
            ">=" => left >= right,
            _ => left > right,
        }
    }

    #[test]
    fn numbers_compare_as_days_do() {
        let cutoffs =
            ["2031-06-30", "2031-06-13", "2031-06-01", "2031-12-31", "2032-02-29", "2031-02-28", "2032-01-01"];
        for (cutoff, boundary) in cutoffs.iter().flat_map(|day| {
            [Boundary::OnOrBefore, Boundary::Before, Boundary::OnOrAfter, Boundary::After].map(|one| (*day, one))
        }) {
            let day: NaiveDate = cutoff.parse().unwrap();
            let cutoff = Cutoff { boundary, date: day, before_applying: None };
            let around = (-40..40).map(|days| PartialDate::Day(day + chrono::Duration::days(days)));
            let months = (1..=12).map(|month| PartialDate::Month(day.year(), month));
            let years = (-1..=1).map(|years| PartialDate::Year(day.year() + years));
            for date in around.chain(months).chain(years) {
                let (first, last) = numbers(date);
                let (passes, fails) = conditions(cutoff, "F", "L");
                let found = match (holds(&passes, first, last), holds(&fails, first, last)) {
                    (true, false) => Verdict::Met,
                    (false, true) => Verdict::NotMet,
                    _ => Verdict::Unclear,
                };
                assert_eq!(found, Interval::from(date).meets(cutoff), "{date:?} {boundary:?} {day}");
            }
        }
    }
}
