//! Dates as people type them: `2019`, `mar 2023`, `el 11 de junio de 2023`, `11/06/2023`, `before 2019`, `2019-2020`.
//!
//! What is typed is [`cut`] into pieces, and each becomes an [`atom`] with everything that it can mean. For every choice
//! of those meanings the grammar reads a [`single`] date, one that is open to one side, or a [`span`] of two. Where that
//! comes to several dates, which one is meant is asked. Every atom has to have a meaning: a word that is not understood
//! is never left out.

mod atom;
mod clock;
mod cut;
mod fit;
mod month;
mod side;
mod single;
mod span;
mod tongue;

use chrono::NaiveDate;

use super::number;
use crate::content::hearing::Lexicon;
use crate::content::{Content, Country, DateError, PartialDate, Sense};
use crate::rules::{Interval, StatedDate};
use atom::{Atom, AtomRole};
use cut::{Piece, Token};
use side::{beside, one_sided, open, two_sided};

/// The most ways in which a text is read.
const READINGS: usize = 128;

/// What a typed date can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedDate {
    /// Never none; several where it has to be asked which one is meant.
    pub dates: Vec<Interval>,
    /// Whether it has to be asked although it is only one.
    pub is_guess: bool,
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
    /// "Today", "yesterday": the day itself is to be written.
    Relative,
    /// "Not 2019".
    Negated,
    /// "Came back in 2022": no first time.
    Again,
    /// The day is on another weekday.
    Weekday(NaiveDate),
    /// Two years or more, and no span.
    Two,
    /// A span that ends before it begins.
    Reversed,
    /// The month has no fifth of the weekday that this is the first of.
    NoFifth(NaiveDate),
    /// The calendar has no such date.
    Calendar(DateError),
}

/// A part of a date, with one meaning.
#[derive(Debug, Clone, Copy)]
struct Item<'a> {
    role: AtomRole,
    /// The signs before it.
    before: &'a str,
}

/// Reads a date as it is typed, in any of the languages that the content knows words of. The name of `place`, the country
/// that is asked about, may stand in it.
///
/// # Errors
/// Says why it is no date.
pub fn read(content: &Content, place: Option<&Country>, text: &str) -> Result<TypedDate, TypedDateError> {
    // Dots before the sign of a part stand for a day that is not known: "../06/2023".
    let after_dots = text.trim_start().trim_start_matches(['.', '\u{2025}', '\u{2026}']).trim_start();
    if after_dots.len() < text.trim_start().len() && after_dots.starts_with(['/', '-']) {
        return read_date(content, place, &format!("--{after_dots}"));
    }
    // "-2019" can mean until then; a dash and a blank before a date are a way to list it.
    let mut signs = text.trim_start().chars();
    let is_dash = signs.next().is_some_and(|c| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}'));
    if is_dash && signs.next().is_some_and(char::is_numeric) {
        return read_date(content, place, text).and_then(|typed| one_sided(&typed, Sense::Until));
    }
    let Some(date) = clock::without(text) else { return read_date(content, place, text) };
    // Only a day has a time.
    let is_day = |date: &Interval| matches!(date.stated, StatedDate::Partial(PartialDate::Day(_)));
    read_date(content, place, &date)
        .and_then(|typed| if typed.dates.iter().all(is_day) { Ok(typed) } else { Err(TypedDateError::Form) })
}

fn read_date(content: &Content, place: Option<&Country>, text: &str) -> Result<TypedDate, TypedDateError> {
    let (pieces, after) = cut::pieces(text)?;
    let pieces = with_years(content.lexicon(), pieces);
    let atoms = atom::atoms(content, place, &pieces);
    let is_two = atoms.iter().filter(|atom| atom.is_calendar_year()).count() > 1;
    read_atoms(atoms, &after).map_err(|error| match error {
        TypedDateError::Form | TypedDateError::NoMonth if is_two => TypedDateError::Two,
        error => error,
    })
}

/// Pieces with a year in words as its digits, where no year is written: "june twenty twenty".
fn with_years(lexicon: &Lexicon, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let is_year = |piece: &Piece| matches!(piece.token, Token::Digits(_, 4));
    let mut from = if pieces.iter().any(is_year) { pieces.len() } else { 0 };
    while from < pieces.len() {
        let words: Vec<&str> = cut::words(pieces.get(from..).unwrap_or_default()).collect();
        let year = (1..=words.len()).rev().find_map(|count| {
            let (year, after) = words.split_at_checked(count)?;
            // Of "nineteen twenty twenty" the last two are the year.
            let year = number::year(lexicon, year).filter(|_| !number::is_next(lexicon, after))?;
            Some((count, year))
        });
        if let Some((count, year)) = year {
            // "Dos mil 22" is no year and month.
            let rest = match pieces.get(from + count) {
                Some(Piece { token: Token::Digits(rest, 1 | 2), signs, .. }) if year % 100 == 0 && signs.is_empty() => {
                    *rest
                }
                _ => 0,
            };
            pieces.drain(from + 1..from + count + usize::from(rest > 0));
            pieces.get_mut(from).into_iter().for_each(|first| first.token = Token::Digits(year + rest, 4));
        }
        from += 1;
    }
    pieces
}

fn read_atoms(mut atoms: Vec<Atom>, after: &str) -> Result<TypedDate, TypedDateError> {
    understood(&atoms)?;
    match after {
        after if after.contains('P') => atoms.push(Atom::blank()),
        after if after.contains('-') => return read_atoms(atoms, "").and_then(|typed| one_sided(&typed, Sense::Since)),
        "" => {}
        _ if atoms.len() == 1 => return Err(TypedDateError::Vague),
        after => atoms.extend(after.contains('/').then(Atom::blank)),
    }
    let (mut read, mut error) = (Vec::new(), TypedDateError::Form);
    let mut is_guess = atoms.iter().any(|atom| atom.is_doubtful);
    for items in readings(&atoms) {
        match said(&items) {
            Ok(typed) => {
                is_guess |= typed.is_guess;
                read.extend(typed.dates.into_iter().filter(|date| !read.contains(date)).collect::<Vec<_>>());
            }
            Err(cause @ TypedDateError::NoFifth(_)) => return Err(cause),
            // The first cause that is one.
            Err(cause) if error == TypedDateError::Form => error = cause,
            Err(_) => {}
        }
    }
    if read.is_empty() { Err(error) } else { Ok(TypedDate { dates: read, is_guess }) }
}

/// Refuses what has a part that is not understood.
fn understood(atoms: &[Atom]) -> Result<(), TypedDateError> {
    let unknown = || atoms.iter().filter(|atom| atom.roles.is_empty());
    let only = |role| atoms.iter().any(|atom| atom.roles.as_slice() == [role]);
    if only(AtomRole::Vague) {
        return Err(TypedDateError::Vague);
    }
    if only(AtomRole::Again) {
        return Err(TypedDateError::Again);
    }
    if tongue::is_twice(atoms) {
        return Err(TypedDateError::Two);
    }
    if only(AtomRole::Not) && atoms.iter().any(Atom::is_year) {
        return Err(TypedDateError::Negated);
    }
    if atoms.is_empty() || unknown().any(|atom| !atom.is_word) {
        return Err(TypedDateError::Form);
    }
    if unknown().count() > 0 {
        let is_other = |atom: &Atom| atom.is_month() || atom.is(AtomRole::Filler) || atom.is(AtomRole::Not);
        let is_one = unknown().count() == 1 && atoms.len() <= 3;
        let for_month = is_one && atoms.iter().any(Atom::is_year) && !atoms.iter().any(is_other);
        return Err(if for_month { TypedDateError::NoMonth } else { TypedDateError::Form });
    }
    let has_year = atoms.iter().any(Atom::is_year);
    if only(AtomRole::Relative) && !has_year { Err(TypedDateError::Relative) } else { Ok(()) }
}

/// Every choice of one meaning for each atom.
fn readings(atoms: &[Atom]) -> Vec<Vec<Item<'_>>> {
    let mut all = vec![Vec::new()];
    for Atom { roles, before, .. } in atoms {
        let starts = all.iter().flat_map(|start| roles.iter().map(move |role| (start, Item { role: *role, before })));
        all = starts.map(|(start, item): (&Vec<_>, _)| [start.as_slice(), &[item]].concat()).take(READINGS).collect();
    }
    all
}

/// What items mean.
fn said(all: &[Item<'_>]) -> Result<TypedDate, TypedDateError> {
    if let Some(error) = all.iter().find_map(|item| match item.role {
        AtomRole::Vague => Some(TypedDateError::Vague),
        // "2019 - present".
        AtomRole::Relative | AtomRole::Now | AtomRole::TillNow
            if all.iter().any(|item| matches!(item.role, AtomRole::Number(_, 4))) =>
        {
            Some(TypedDateError::Vague)
        }
        AtomRole::Relative | AtomRole::Now | AtomRole::TillNow => Some(TypedDateError::Relative),
        _ => None,
    }) {
        return Err(error);
    }
    if is_day_of_year(all) {
        return Err(TypedDateError::NoMonth);
    }
    let items: Vec<Item<'_>> =
        all.iter().copied().filter(|item| !matches!(item.role, AtomRole::Filler | AtomRole::Place)).collect();
    if let Some(between) = two_sided(&items) {
        return between;
    }
    match items.as_slice() {
        [
            Item { role: AtomRole::Unit(unit), .. },
            Item { role: AtomRole::Side(sense @ (Sense::Before | Sense::After)), .. },
            rest @ ..,
        ] => beside(*unit, *sense, rest),
        [Item { role: AtomRole::Open, .. }, rest @ ..] => open(Sense::Until, rest),
        [Item { role: AtomRole::Side(Sense::Since), .. }, rest @ .., Item { role: AtomRole::Onward, .. }]
        | [rest @ .., Item { role: AtomRole::Onward | AtomRole::Open, .. }] => open(Sense::Since, rest),
        [Item { role: AtomRole::Side(sense), .. }, rest @ ..]
        | [rest @ .., Item { role: AtomRole::Side(sense @ (Sense::Until | Sense::Since)), .. }] => open(*sense, rest),
        [Item { role: AtomRole::Between, .. }, rest @ ..] => {
            span::read(rest, true).unwrap_or(Err(TypedDateError::Form)).map_err(|error| complaint(rest, error))
        }
        all => match single::read(all) {
            Ok(dates) => {
                let dates = dates.into_iter().map(Interval::from).chain(span::of_months(all));
                Ok(TypedDate { dates: dates.collect(), is_guess: false })
            }
            Err(error) => span::of_seasons(all)
                .map(Ok)
                .or_else(|| span::read(all, false))
                .unwrap_or(Err(error))
                .map_err(|error| if all.iter().any(is_link) { complaint(all, error) } else { error }),
        },
    }
}

/// A span that has no year is missing that, whatever else there is to it.
fn complaint(items: &[Item<'_>], error: TypedDateError) -> TypedDateError {
    let has_year = items.iter().any(|item| matches!(item.role, AtomRole::Number(_, 4)));
    if matches!(error, TypedDateError::Form | TypedDateError::Vague) && !has_year {
        TypedDateError::NoYear
    } else {
        error
    }
}

fn is_link(item: &Item<'_>) -> bool {
    matches!(item.role, AtomRole::Open | AtomRole::To | AtomRole::And | AtomRole::Or)
}

/// Whether a short number stands before a year as a day without its month: "the 11th of 2023", "before the 11 of 2023",
/// "Monday 11 2023", "11, 2023". It is never November.
fn is_day_of_year(items: &[Item<'_>]) -> bool {
    let is_said = |item: &&Item<'_>| !matches!(item.role, AtomRole::Filler | AtomRole::Place);
    let is_around = |item: &Item<'_>| matches!(item.role, AtomRole::Filler | AtomRole::Side(_) | AtomRole::Weekday(_));
    let has_words = items.iter().any(is_around);
    let said: Vec<&Item<'_>> = items.iter().filter(is_said).collect();
    // "2,019" and "2019,5" are no year and month.
    if let [Item { role: AtomRole::Number(_, 4), .. }, Item { role: AtomRole::Number(..), before }] = said.as_slice()
        && before.contains(',')
    {
        return true;
    }
    let is_part =
        |item: &&&Item<'_>| matches!(item.role, AtomRole::Number(_, 1 | 2) | AtomRole::Month(_) | AtomRole::Blank);
    said.iter().zip(said.iter().skip(1)).enumerate().any(|(at, (day, year))| {
        let is_day = matches!((day.role, year.role), (AtomRole::Number(_, 1 | 2), AtomRole::Number(_, 4)));
        let before = at.checked_sub(1).and_then(|before| said.get(before));
        // "June 11 and 15, 2023".
        let first = at.checked_sub(2).and_then(|first| said.get(first));
        let before = if before.is_some_and(|link| is_link(link)) { first } else { before };
        let is_month = year.before.contains(['/', '-', '.', 'P']);
        is_day
            && !is_month
            && (has_words || year.before.contains(','))
            && before.as_ref().is_none_or(|before| !is_part(before))
    })
}
