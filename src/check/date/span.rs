//! Two dates and all days between them: `2019-2020`, `mar-may 2023`, `11 a 15 de junio de 2023`.

use super::atom::{Atom, Piece};
use super::single;
use super::{Typed, TypedDateError};
use crate::content::{PartialDate, Sense};
use crate::rules::Interval;

/// Reads atoms as two dates; `None` where they are not two, or where they could be parted in more than one way.
pub(super) fn read(atoms: &[Atom]) -> Option<Result<Typed, TypedDateError>> {
    let is_link = |atom: &Atom| matches!(atom.piece, Piece::Open) || atom.is(Sense::To) || atom.is(Sense::Or);
    let links = atoms.iter().filter(|atom| is_link(atom)).count();
    let mut found: Vec<(PartialDate, PartialDate)> = Vec::new();
    let mut either = false;
    for (at, atom) in atoms.iter().enumerate().skip(1) {
        let (left, right) = atoms.split_at_checked(at)?;
        let right = if links > 0 {
            if !is_link(atom) {
                continue;
            }
            either |= atom.is(Sense::Or) && !atom.is(Sense::To);
            right.get(1..)?
        } else if atom.before.contains(['-', '/']) {
            right
        } else {
            continue;
        };
        if let Some(span) = parted(left, right)
            && !found.contains(&span)
        {
            found.push(span);
        }
    }
    let [(from, to)] = found.as_slice() else { return None };
    if either && from.last().succ_opt() != Some(to.first()) {
        return Some(Err(TypedDateError::Vague));
    }
    Some(match Interval::between(*from, *to) {
        Some(_) => Ok(Typed::Span(*from, *to)),
        None => Err(TypedDateError::Reversed),
    })
}

/// Both dates; what the first one lacks it has from the second: the year, or month and year.
fn parted(left: &[Atom], right: &[Atom]) -> Option<(PartialDate, PartialDate)> {
    let Some(to) = single_date(right) else { return days_after_month(left, right) };
    if let Some(from) = single_date(left) {
        return Some((from, to));
    }
    let year = right.iter().find(|atom| matches!(atom.piece, Piece::Number(_, 4)))?;
    let month = right.iter().find(|atom| atom.month().is_some())?;
    let shared = match left {
        [day] if day.month().is_none() && matches!(to, PartialDate::Day(_)) => vec![plain(month), plain(year)],
        several if several.iter().any(|atom| atom.month().is_some()) => vec![plain(year)],
        _ => return None,
    };
    let from: Vec<Atom> = left.iter().cloned().chain(shared).collect();
    Some((single_date(&from)?, to))
}

/// "june 11-15 2023".
fn days_after_month(left: &[Atom], right: &[Atom]) -> Option<(PartialDate, PartialDate)> {
    let ([month, first], [last, year]) = (left, right) else { return None };
    month.month()?;
    let date = |day: &Atom| match single_date(&[plain(month), plain(day), plain(year)]) {
        Some(PartialDate::Day(day)) => Some(PartialDate::Day(day)),
        _ => None,
    };
    Some((date(first)?, date(last)?))
}

fn plain(atom: &Atom) -> Atom {
    Atom::new(atom.piece.clone())
}

/// A date that can be read in one way only. What stood before its first atom parts it from the other one.
fn single_date(atoms: &[Atom]) -> Option<PartialDate> {
    let [first, rest @ ..] = atoms else { return None };
    let atoms: Vec<Atom> = [plain(first)].into_iter().chain(rest.iter().cloned()).collect();
    match single::read(&atoms) {
        Ok(Typed::One(date)) => Some(date),
        _ => None,
    }
}
