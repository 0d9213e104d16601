//! Dates as people type them: `2019`, `mar 2023`, `el 11 de junio de 2023`, `11/06/2023`, `before 2019`, `2019-2020`.
//!
//! What is typed is cut into [`atom`]s; a [`single`] date is made of them, or a [`span`] of two. Every atom has to have
//! a meaning: a word that is not understood is never left out.

mod atom;
mod single;
mod span;

use chrono::NaiveDate;

use crate::content::{Content, DateError, PartialDate, Sense};
use atom::{Atom, Piece};

/// What a typed date can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Typed {
    One(PartialDate),
    /// Day and month can be read either way round.
    Either(PartialDate, PartialDate),
    /// On the day or before it: `..2023-06-11`.
    Until(NaiveDate),
    /// On the day or after it: `2023-06-12..`.
    Since(NaiveDate),
    /// From the one to the other: `2019-2020`.
    Span(PartialDate, PartialDate),
}

/// Why a typed date is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedDateError {
    /// Not a form that is known.
    Form,
    /// The year has fewer than four digits: 23 could be an age, a day or a year.
    ShortYear,
    /// There is no year.
    NoYear,
    /// A word stands where the month should be, and is none.
    NoMonth,
    /// "Around 2019", "two years ago": which days it can mean cannot be told.
    Vague,
    /// A span that ends before it begins.
    Reversed,
    /// The calendar has no such date.
    Calendar(DateError),
}

/// Reads a date as it is typed, in any of the languages that the content knows words of.
///
/// # Errors
/// Says why it is no date.
pub fn read(content: &Content, text: &str) -> Result<Typed, TypedDateError> {
    let atoms = understood(atom::atoms(content.lexicon(), text)?)?;
    if let Some(compared) = compared(&atoms) {
        return compared;
    }
    match atoms.as_slice() {
        [first, rest @ ..] if first.is(Sense::Between) => {
            span::read(rest).unwrap_or(Err(TypedDateError::Form)).map_err(|error| complaint(rest, error))
        }
        all => match single::read(all) {
            Ok(typed) => Ok(typed),
            Err(error) => span::read(all).unwrap_or(Err(error)),
        },
    }
}

/// A span that has no year is missing that, whatever else there is to it.
fn complaint(atoms: &[Atom], error: TypedDateError) -> TypedDateError {
    let has_year = atoms.iter().any(|atom| matches!(atom.piece, Piece::Number(_, 4)));
    if error == TypedDateError::Form && !has_year { TypedDateError::NoYear } else { error }
}

/// The atoms that say something, where all are understood and none is vague.
fn understood(atoms: Vec<Atom>) -> Result<Vec<Atom>, TypedDateError> {
    let vague = |atom: &Atom| {
        matches!(atom.piece, Piece::Sign)
            || (atom.is(Sense::Vague) && atom.month().is_none() && !atom.is(Sense::Before) && !atom.is(Sense::After))
    };
    if atoms.iter().any(vague) {
        return Err(TypedDateError::Vague);
    }
    if atoms.iter().any(|atom| matches!(atom.piece, Piece::Other)) {
        return Err(TypedDateError::Form);
    }
    let unknown = atoms.iter().filter(|atom| atom.is_unknown()).count();
    if unknown > 0 {
        let a_year = atoms.iter().any(|atom| matches!(atom.piece, Piece::Number(_, 4)));
        let a_month = atoms.iter().any(|atom| atom.month().is_some());
        let a_word = atoms.iter().any(|atom| matches!(atom.piece, Piece::Unknown));
        let for_month = unknown == 1 && a_word && a_year && !a_month && atoms.len() <= 3;
        return Err(if for_month { TypedDateError::NoMonth } else { TypedDateError::Form });
    }
    let (around, said): (Vec<Atom>, Vec<Atom>) = atoms.into_iter().partition(Atom::says_nothing);
    let has_weekday = around.iter().any(|atom| atom.is(Sense::Weekday));
    // "The 11th of 2023", "before the 11 of 2023", "Monday 11 2023": a day without a month, and never November.
    let lacks_month = !around.is_empty() && has_day_of_year(&said);
    // "Sun 2022" may be a slip for a month.
    let is_slip = has_weekday && matches!(said.as_slice(), [Atom { piece: Piece::Number(_, 4), .. }]);
    if lacks_month || is_slip { Err(TypedDateError::NoMonth) } else { Ok(said) }
}

/// Whether a short number stands before a year, with no other part of a date before it.
fn has_day_of_year(said: &[Atom]) -> bool {
    let is_part = |atom: &Atom| matches!(atom.piece, Piece::Number(_, 1 | 2)) || atom.month().is_some();
    said.iter().zip(said.iter().skip(1)).enumerate().any(|(at, (day, year))| {
        let before = at.checked_sub(1).and_then(|before| said.get(before));
        let is_day = matches!(day.piece, Piece::Number(_, 1 | 2)) && matches!(year.piece, Piece::Number(_, 4));
        is_day && !before.is_some_and(is_part)
    })
}

/// A date that is open to one side: `before 2019`, `11 jun 2023 o antes`, `..2023-06-11`.
fn compared(atoms: &[Atom]) -> Option<Result<Typed, TypedDateError>> {
    let (words, sense) = match atoms {
        [Atom { piece: Piece::Open, .. }, rest @ ..] => return Some(whole_day(rest).map(Typed::Until)),
        [rest @ .., Atom { piece: Piece::Open, .. }] => return Some(whole_day(rest).map(Typed::Since)),
        [first, rest @ ..] if first.side().is_some() => (rest, first.side()?),
        [rest @ .., last] if last.is(Sense::Until) || last.is(Sense::Since) => (rest, last.side()?),
        _ => return None,
    };
    let date = match single::read(words) {
        Ok(Typed::One(date)) => date,
        Ok(_) => return Some(Err(TypedDateError::Form)),
        Err(error) => return Some(Err(error)),
    };
    let typed = match sense {
        Sense::Before => date.first().pred_opt().map(Typed::Until),
        Sense::Until => Some(Typed::Until(date.last())),
        Sense::After => date.last().succ_opt().map(Typed::Since),
        _ => Some(Typed::Since(date.first())),
    };
    Some(typed.ok_or(TypedDateError::Form))
}

/// The day of a date that dots open to one side: it must be given whole, and once.
fn whole_day(atoms: &[Atom]) -> Result<NaiveDate, TypedDateError> {
    match single::read(atoms)? {
        Typed::One(PartialDate::Day(day)) => Ok(day),
        _ => Err(TypedDateError::Form),
    }
}
