//! One date: a year, a month or a day.

use chrono::{Datelike, NaiveDate, Weekday};

use super::atom::AtomRole;
use super::{Item, TypedDateError};
use crate::content::PartialDate;
use crate::content::hearing::CalendarUnit;

/// One part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DatePart {
    /// A number, and how many digits it was written with.
    Number(u32, usize),
    /// A number that can only be a day.
    Day(u32),
    Month(u32),
    /// A part that was left blank or is not known.
    Blank,
}

use DatePart::{Blank, Day, Month, Number};

/// Reads items that all belong to one date: every date that they can be, where day and month can be read either way
/// round the day first.
pub(super) fn read(items: &[Item<'_>]) -> Result<Vec<PartialDate>, TypedDateError> {
    if let [Item { role: which @ (AtomRole::Nth(_) | AtomRole::Last), .. }, Item { role: unit, .. }, rest @ ..] = items
    {
        let dates = dated(&parts(rest).ok_or(TypedDateError::Form)?)?;
        let days = dates.iter().map(|date| day_within(*which, *unit, *date).map(PartialDate::Day));
        let error = match dates.as_slice() {
            [PartialDate::Year(_)] => TypedDateError::NoMonth,
            // Only a fifth can be missing.
            [date @ PartialDate::Month(..)] => {
                day_within(AtomRole::Nth(1), *unit, *date).map_or(TypedDateError::Form, TypedDateError::NoFifth)
            }
            _ => TypedDateError::Form,
        };
        return days.collect::<Option<_>>().ok_or(error);
    }
    let weekdays: Vec<u32> =
        items.iter().filter_map(|item| if let AtomRole::Weekday(day) = item.role { Some(day) } else { None }).collect();
    let mut dates = dated(&parts(items).ok_or(TypedDateError::Form)?).map_err(|error| match error {
        // What stands beside a weekday is a day.
        TypedDateError::ShortYear if !weekdays.is_empty() => TypedDateError::NoYear,
        error => error,
    })?;
    for weekday in weekdays {
        dates = on(weekday, dates)?;
    }
    Ok(dates)
}

/// The first, second or last of a weekday in a month, or the last day of a time; `None` where there is no such day.
fn day_within(which: AtomRole, unit: AtomRole, date: PartialDate) -> Option<NaiveDate> {
    match (which, unit, date) {
        (AtomRole::Last, AtomRole::Unit(CalendarUnit::Day), PartialDate::Month(..) | PartialDate::Year(_)) => {
            Some(date.last())
        }
        (_, AtomRole::Weekday(weekday), PartialDate::Month(year, month)) => {
            let weekday = Weekday::try_from(u8::try_from(weekday.checked_sub(1)?).ok()?).ok()?;
            let on = |n| NaiveDate::from_weekday_of_month_opt(year, month, weekday, n);
            if let AtomRole::Nth(n) = which { on(u8::try_from(n).ok()?) } else { on(5).or_else(|| on(4)) }
        }
        _ => None,
    }
}

/// The dates that are on a weekday, from 1.
fn on(weekday: u32, dates: Vec<PartialDate>) -> Result<Vec<PartialDate>, TypedDateError> {
    let error = match dates.first() {
        Some(PartialDate::Day(day)) => TypedDateError::Weekday(*day),
        // "Sun 2022" may be a slip for a month.
        Some(PartialDate::Year(_)) => TypedDateError::NoMonth,
        _ => TypedDateError::Form,
    };
    let is_on =
        |date: &PartialDate| matches!(date, PartialDate::Day(day) if day.weekday().number_from_monday() == weekday);
    let fit: Vec<PartialDate> = dates.into_iter().filter(is_on).collect();
    if fit.is_empty() { Err(error) } else { Ok(fit) }
}

fn dated(parts: &[DatePart]) -> Result<Vec<PartialDate>, TypedDateError> {
    match parts {
        [Number(digits, length @ (6 | 8))] => together(*digits, *length == 8),
        [Number(year, 4)] | [Blank | Number(0, 2), Number(year, 4)] | [Number(year, 4), Blank | Number(0, 2)] => {
            one(*year, None, None)
        }
        [Number(year, 4), Number(month, 1 | 2) | Month(month)]
        | [Number(month, 1 | 2) | Month(month), Number(year, 4)]
        | [Number(0, 2) | Blank, Month(month), Number(year, 4)]
        | [Month(month), Number(0, 2) | Blank, Number(year, 4)]
        | [Number(year, 4), Month(month), Number(0, 2) | Blank] => one(*year, Some(*month), None),
        [Number(year, 4), Month(month), Number(day, 1 | 2) | Day(day)]
        | [Number(year, 4), Number(month, 1 | 2), Day(day)]
        | [Number(day, 1 | 2) | Day(day), Month(month), Number(year, 4)]
        | [Month(month), Number(day, 1 | 2) | Day(day), Number(year, 4)]
        | [Day(day), Number(month, 1 | 2), Number(year, 4)] => one(*year, Some(*month), Some(*day)),
        [a, b, Number(year, 4)] if is_number(*a) && is_number(*b) => by_numbers(*year, *a, *b),
        [Number(year, 4), b, a] if is_number(*a) && is_number(*b) => year_first(*year, *b, *a),
        parts => Err(lacking(parts)),
    }
}

fn parts(items: &[Item<'_>]) -> Option<Vec<DatePart>> {
    let said = || items.iter().filter(|item| !matches!(item.role, AtomRole::Weekday(_)));
    let numbers = said().all(|item| matches!(item.role, AtomRole::Number(..) | AtomRole::Blank));
    let mut parts = Vec::new();
    for (at, item) in said().enumerate() {
        if numbers {
            parts.extend(std::iter::repeat_n(Blank, blanks(at, item.before)));
        }
        parts.push(match item.role {
            AtomRole::Number(value, digits) => Number(value, digits),
            AtomRole::Month(month) => Month(month),
            AtomRole::Day(day) => Day(day),
            AtomRole::Blank => Blank,
            _ => return None,
        });
    }
    Some(parts)
}

/// How many parts are left blank before a number: `11//2023` has one, and so has `??/06/2023`.
fn blanks(at: usize, before: &str) -> usize {
    let open = before.matches('P').count();
    match at {
        _ if open > 0 => open,
        // Dashes before a date are a way to list it; a stroke has something on both sides.
        0 => usize::from(before.contains('/')),
        _ => [before.matches('/').count(), before.matches('.').count()]
            .into_iter()
            .find(|strokes| *strokes > 1)
            .unwrap_or(before.matches('-').count())
            .saturating_sub(1),
    }
}

fn is_number(part: DatePart) -> bool {
    matches!(part, Number(_, 1 | 2) | Blank)
}

/// What is not known of a date counts as not known, however it was written.
fn known(part: DatePart) -> Option<u32> {
    match part {
        Number(value, _) if value > 0 => Some(value),
        _ => None,
    }
}

/// Day and month before the year: in which order is asked where both can be.
fn by_numbers(year: u32, a: DatePart, b: DatePart) -> Result<Vec<PartialDate>, TypedDateError> {
    match (known(a), known(b)) {
        (Some(a), Some(b)) => either(year, a, b),
        // In the first place it could be day or month, so only the year is sure.
        (Some(a), None) => within(year, a),
        (None, Some(b)) if b <= 12 => one(year, Some(b), None),
        (None, Some(b)) => within(year, b),
        (None, None) => one(year, None, None),
    }
}

fn year_first(year: u32, month: DatePart, day: DatePart) -> Result<Vec<PartialDate>, TypedDateError> {
    match (known(month), known(day)) {
        (Some(month), Some(day)) => one(year, Some(month), Some(day)),
        (Some(month), None) => one(year, Some(month), None),
        (None, Some(day)) => within(year, day),
        (None, None) => one(year, None, None),
    }
}

/// A year of which a day or a month is known too, but not which of the two.
fn within(year: u32, number: u32) -> Result<Vec<PartialDate>, TypedDateError> {
    if number <= 31 { one(year, None, None) } else { Err(TypedDateError::Form) }
}

/// Digits without anything between: `20230611`, `202306`; more than one reading is asked or refused.
fn together(digits: u32, whole: bool) -> Result<Vec<PartialDate>, TypedDateError> {
    let (front, back) = (digits / 10_000, digits % 10_000);
    if !whole {
        let (year, month) = (digits / 100, digits % 100);
        // 200610 could also be a day of a year of two digits.
        let could_be_short = year % 100 <= 12 || year / 100 <= 12;
        return match (year / 100, front) {
            (19 | 20, _) if (1..=12).contains(&month) && !could_be_short => one(year, Some(month), None),
            (_, 1..=12) if matches!(back / 100, 19 | 20) => one(back, Some(front), None),
            _ => Err(TypedDateError::ShortYear),
        };
    }
    let plausible = |year: u32| (1900..2200).contains(&year);
    let iso = date(front, Some(back / 100), Some(back % 100)).ok().filter(|_| plausible(front));
    let year_last =
        if plausible(back) { either(back, front / 100, front % 100).unwrap_or_default() } else { Vec::new() };
    match (iso, year_last.as_slice()) {
        (None, []) | (Some(_), [_, _, ..]) => Err(TypedDateError::Form),
        (iso, _) => Ok(iso.into_iter().chain(year_last).collect()),
    }
}

/// Why parts are no date.
fn lacking(parts: &[DatePart]) -> TypedDateError {
    let has_year = parts.iter().any(|part| matches!(part, Number(_, 4..)));
    let is_some = parts.iter().any(|part| *part != Blank);
    match parts {
        _ if has_year || parts.len() > 3 || !is_some => TypedDateError::Form,
        [.., Number(..)] => TypedDateError::ShortYear,
        _ => TypedDateError::NoYear,
    }
}

fn one(year: u32, month: Option<u32>, day: Option<u32>) -> Result<Vec<PartialDate>, TypedDateError> {
    date(year, month, day).map(|date| vec![date])
}

/// Day first and month first, unless only one of them is a date or both are the same.
fn either(year: u32, a: u32, b: u32) -> Result<Vec<PartialDate>, TypedDateError> {
    match (date(year, Some(b), Some(a)), date(year, Some(a), Some(b))) {
        (Ok(day_first), Ok(month_first)) if day_first != month_first => Ok(vec![day_first, month_first]),
        (Ok(date), _) | (Err(_), Ok(date)) => Ok(vec![date]),
        // The order in which there is such a month has the true cause.
        (Err(_), Err(error)) if b > 12 && a <= 12 => Err(error),
        (Err(error), Err(_)) => Err(error),
    }
}

fn date(year: u32, month: Option<u32>, day: Option<u32>) -> Result<PartialDate, TypedDateError> {
    let year = i32::try_from(year).map_err(|_| TypedDateError::Form)?;
    PartialDate::from_parts(year, month, day).map_err(TypedDateError::Calendar)
}
