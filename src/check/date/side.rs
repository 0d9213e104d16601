//! Dates that are told by another one: before it, after it, beside it.

use chrono::{Datelike, NaiveDate};

use super::atom::AtomRole;
use super::{Item, TypedDate, TypedDateError, single};
use crate::content::hearing::CalendarUnit;
use crate::content::{PartialDate, Sense};
use crate::rules::Interval;

/// A date that is open to both sides in turn: "after 2019 and before 2021".
pub(super) fn two_sided(items: &[Item<'_>]) -> Option<Result<TypedDate, TypedDateError>> {
    let [Item { role: AtomRole::Side(from @ (Sense::After | Sense::Since)), .. }, rest @ ..] = items else {
        return None;
    };
    let at = rest.iter().position(|item| matches!(item.role, AtomRole::Side(Sense::Before | Sense::Until)))?;
    let (left, right) = rest.split_at_checked(at)?;
    let ([left @ .., Item { role: AtomRole::And, .. }] | left) = left;
    let (Item { role: AtomRole::Side(to), .. }, right) = right.split_first()? else { return None };
    let day = |typed: TypedDate, of: fn(&Interval) -> Option<NaiveDate>| match typed.dates.as_slice() {
        [one] => of(one).map(PartialDate::Day),
        _ => None,
    };
    let first = open(*from, left).ok().and_then(|typed| day(typed, |date| date.earliest));
    let last = open(*to, right).ok().and_then(|typed| day(typed, |date| date.latest));
    let span = Interval::between(first?, last?).ok_or(TypedDateError::Reversed);
    Some(span.map(|span| TypedDate { dates: vec![span], is_guess: false }))
}

/// "2019-" and "-2019" can be the date alone, or open to that side.
pub(super) fn one_sided(typed: &TypedDate, sense: Sense) -> Result<TypedDate, TypedDateError> {
    let [date] = typed.dates.as_slice() else { return Err(TypedDateError::Vague) };
    let side = match (sense, date.earliest, date.latest) {
        (Sense::Until, _, Some(latest)) => Interval::until(latest),
        (Sense::Since, Some(earliest), _) => Interval::since(earliest),
        _ => return Err(TypedDateError::Vague),
    };
    Ok(TypedDate { dates: vec![*date, side], is_guess: true })
}

/// "The year before 2023" is one year, and "the day after 11 June 2023" one day.
pub(super) fn beside(unit: CalendarUnit, sense: Sense, items: &[Item<'_>]) -> Result<TypedDate, TypedDateError> {
    let is_before = sense == Sense::Before;
    let next = |date: PartialDate| {
        let day = if is_before { date.first().pred_opt() } else { date.last().succ_opt() }?;
        match (unit, date) {
            (CalendarUnit::Day, PartialDate::Day(_)) => Some(PartialDate::Day(day)),
            (CalendarUnit::Month, PartialDate::Month(..)) => Some(PartialDate::Month(day.year(), day.month())),
            (CalendarUnit::Year, PartialDate::Year(_)) => Some(PartialDate::Year(day.year())),
            _ => None,
        }
    };
    let dates = single::read(items)?.into_iter().map(|date| next(date).map(Interval::from));
    Ok(TypedDate { dates: dates.collect::<Option<_>>().ok_or(TypedDateError::Vague)?, is_guess: false })
}

/// A date that is open to one side: `before 2019`, `11 jun 2023 o antes`, `..2023-06-11`.
pub(super) fn open(sense: Sense, items: &[Item<'_>]) -> Result<TypedDate, TypedDateError> {
    let has_month = items.iter().any(|item| matches!(item.role, AtomRole::Month(_)));
    // Of "before June 11" the year is missing, and of "before 23" it is short.
    let read = single::read(items).map_err(|error| match error {
        TypedDateError::ShortYear if has_month && items.len() == 2 => TypedDateError::NoYear,
        error => error,
    });
    let dates = read?.into_iter().map(|date| match sense {
        Sense::Before => date.first().pred_opt().map(Interval::until),
        Sense::Until => Some(Interval::until(date.last())),
        Sense::After => date.last().succ_opt().map(Interval::since),
        _ => Some(Interval::since(date.first())),
    });
    Ok(TypedDate { dates: dates.collect::<Option<_>>().ok_or(TypedDateError::Form)?, is_guess: false })
}
