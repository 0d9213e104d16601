//! One date: a year, a month or a day.

use super::atom::{Atom, Piece};
use super::{Typed, TypedDateError};
use crate::content::{PartialDate, Sense};

/// One part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A number, and how many digits it was written with.
    Number(u32, usize),
    /// A number that can only be a day.
    Day(u32),
    Month(u32),
    /// A part that was left blank or is not known.
    Blank,
}

use Part::{Blank, Day, Month, Number};

/// Reads atoms that all belong to one date.
pub(super) fn read(atoms: &[Atom]) -> Result<Typed, TypedDateError> {
    let parts = parts(without_weekday(atoms)).ok_or(TypedDateError::Form)?;
    match parts.as_slice() {
        [Number(digits, 6 | 8)] => together(*digits, parts.first() == Some(&Number(*digits, 8))),
        [Number(year, 4)] | [Blank | Number(0, 2), Number(year, 4)] | [Number(year, 4), Blank | Number(0, 2)] => {
            one(*year, None, None)
        }
        [Number(year, 4), Number(month, 1 | 2) | Month(month)]
        | [Number(month, 1 | 2) | Month(month), Number(year, 4)]
        | [Number(0, 2), Month(month), Number(year, 4)]
        | [Month(month), Number(0, 2), Number(year, 4)]
        | [Number(year, 4), Month(month), Number(0, 2)] => one(*year, Some(*month), None),
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

/// The weekday of "mar 13 jun 2023" can be read as a month, and is none where another one follows.
fn without_weekday(atoms: &[Atom]) -> &[Atom] {
    match atoms {
        [first, rest @ ..] if first.is(Sense::Weekday) => {
            let day_follows =
                rest.first().is_some_and(|a| a.day().is_some() || matches!(a.piece, Piece::Number(_, 1 | 2)));
            if day_follows && rest.iter().any(|atom| atom.month().is_some()) { rest } else { atoms }
        }
        _ => atoms,
    }
}

fn parts(atoms: &[Atom]) -> Option<Vec<Part>> {
    let numbers = atoms.iter().all(|atom| matches!(atom.piece, Piece::Number(..)));
    let mut parts = Vec::new();
    for (at, atom) in atoms.iter().enumerate() {
        if numbers {
            parts.extend(std::iter::repeat_n(Blank, blanks(at, &atom.before)));
        }
        parts.push(match &atom.piece {
            Piece::Number(value, digits) => Number(*value, *digits),
            _ if atom.month().is_some() => Month(atom.month()?),
            _ => Day(atom.day()?),
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
            .unwrap_or(before.len())
            .saturating_sub(1),
    }
}

fn is_number(part: Part) -> bool {
    matches!(part, Number(_, 1 | 2) | Blank)
}

/// What is not known of a date counts as not known, however it was written.
fn known(part: Part) -> Option<u32> {
    match part {
        Number(value, _) if value > 0 => Some(value),
        _ => None,
    }
}

/// Day and month before the year: in which order is asked where both can be.
fn by_numbers(year: u32, a: Part, b: Part) -> Result<Typed, TypedDateError> {
    match (known(a), known(b)) {
        (Some(a), Some(b)) => either(year, a, b),
        // In the first place it could be day or month, so only the year is sure.
        (Some(a), None) => within(year, a),
        (None, Some(b)) if b <= 12 => one(year, Some(b), None),
        (None, Some(b)) => within(year, b),
        (None, None) => one(year, None, None),
    }
}

fn year_first(year: u32, month: Part, day: Part) -> Result<Typed, TypedDateError> {
    match (known(month), known(day)) {
        (Some(month), Some(day)) => one(year, Some(month), Some(day)),
        (Some(month), None) => one(year, Some(month), None),
        (None, Some(day)) => within(year, day),
        (None, None) => one(year, None, None),
    }
}

/// A year of which a day or a month is known too, but not which of the two.
fn within(year: u32, number: u32) -> Result<Typed, TypedDateError> {
    if number <= 31 { one(year, None, None) } else { Err(TypedDateError::Form) }
}

/// Digits without anything between: `20230611`, `202306`; more than one reading is asked or refused.
fn together(digits: u32, whole: bool) -> Result<Typed, TypedDateError> {
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
    let year_last = if plausible(back) { either(back, front / 100, front % 100).ok() } else { None };
    match (iso, year_last) {
        (Some(date), None) => Ok(Typed::One(date)),
        (None, Some(typed)) => Ok(typed),
        (Some(iso), Some(Typed::One(other))) => Ok(Typed::Either(iso, other)),
        _ => Err(TypedDateError::Form),
    }
}

/// Why parts are no date.
fn lacking(parts: &[Part]) -> TypedDateError {
    let has_year = parts.iter().any(|part| matches!(part, Number(_, 4..)));
    let is_some = parts.iter().any(|part| *part != Blank);
    match parts.last() {
        _ if has_year || parts.len() > 3 || !is_some => TypedDateError::Form,
        Some(Number(..)) => TypedDateError::ShortYear,
        _ => TypedDateError::NoYear,
    }
}

fn one(year: u32, month: Option<u32>, day: Option<u32>) -> Result<Typed, TypedDateError> {
    date(year, month, day).map(Typed::One)
}

/// Day first and month first, unless only one of them is a date or both are the same.
fn either(year: u32, a: u32, b: u32) -> Result<Typed, TypedDateError> {
    match (date(year, Some(b), Some(a)), date(year, Some(a), Some(b))) {
        (Ok(day_first), Ok(month_first)) if day_first != month_first => Ok(Typed::Either(day_first, month_first)),
        (Ok(date), _) | (Err(_), Ok(date)) => Ok(Typed::One(date)),
        (Err(error), Err(_)) => Err(error),
    }
}

fn date(year: u32, month: Option<u32>, day: Option<u32>) -> Result<PartialDate, TypedDateError> {
    let year = i32::try_from(year).map_err(|_| TypedDateError::Form)?;
    PartialDate::from_parts(year, month, day).map_err(TypedDateError::Calendar)
}
