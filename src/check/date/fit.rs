//! Which of their meanings the parts of a date have beside each other.

use super::atom::{Atom, AtomRole};
use crate::content::Sense;

/// A unit of the calendar is one only where "before" or "after" follows it, or "last" stands before it.
fn units(atoms: &mut [Atom]) {
    let is_side = |atom: &Atom| atom.is(AtomRole::Side(Sense::Before)) || atom.is(AtomRole::Side(Sense::After));
    let leads: Vec<bool> = atoms.iter().skip(1).map(is_side).chain([false]).collect();
    let lasts = [false].into_iter().chain(atoms.iter().map(|atom| atom.is(AtomRole::Last))).collect::<Vec<_>>();
    for ((atom, leads), is_last) in atoms.iter_mut().zip(leads).zip(lasts) {
        let is_unit = |role: &AtomRole| matches!(role, AtomRole::Unit(_));
        if atom.roles.iter().any(is_unit) {
            atom.roles.retain(|role| is_unit(role) == (leads || is_last));
        }
    }
}

/// A day in words before a weekday says which one of the month is meant, or is the day itself where no "of" follows.
fn nth(atom: &mut Atom, after: &[Atom]) {
    let ([AtomRole::Day(n @ 1..=5) | AtomRole::Number(n @ 1..=5, 1)], [weekday, after @ ..]) =
        (atom.roles.as_slice(), after)
    else {
        return;
    };
    let (n, is_digit) = (AtomRole::Nth(*n), !matches!(atom.roles.as_slice(), [AtomRole::Day(_)]));
    if weekday.roles.iter().any(|role| matches!(role, AtomRole::Weekday(_))) && weekday.before.is_empty() {
        match after.first() {
            // "The 5 Monday of June" can be the day too.
            Some(of) if of.is(AtomRole::Filler) && is_digit => {
                atom.roles.push(n);
                atom.is_doubtful = true;
            }
            Some(of) if of.is(AtomRole::Filler) => atom.roles = vec![n],
            _ => atom.roles.push(n),
        }
    }
}

/// A time from a date until the day of asking says no more than the date: "2019 to present", "desde 2019 hasta ahora".
fn until_now(atoms: &mut [Atom]) {
    let [before @ .., last] = atoms else { return };
    let is_dated = before.iter().filter(|atom| atom.is_year()).count() == 1;
    let link = before.last_mut().filter(|link| link.is(AtomRole::To) || link.is(AtomRole::Side(Sense::Until)));
    let is_now = last.is(AtomRole::Now) && (link.is_some() || last.before.contains('-'));
    if is_dated && (is_now || last.is(AtomRole::TillNow)) {
        last.roles = vec![AtomRole::Filler];
        if let Some(link) = link {
            link.roles = vec![AtomRole::Filler];
        }
    }
}

/// Beside what happened and one date, words that are not understood add nothing, and the date is asked: "registered with
/// UNHCR in 2022".
fn strangers(atoms: &mut [Atom]) {
    let is_dated =
        |atom: &Atom| !atom.is_event && (atom.is_part() || matches!(atom.roles.as_slice(), [AtomRole::Day(_)]));
    let first = atoms.iter().position(is_dated).unwrap_or_default();
    let last = atoms.iter().rposition(is_dated).unwrap_or_default();
    let is_one = atoms.iter().filter(|atom| atom.is_year()).count() == 1;
    if !is_one || !atoms.iter().any(|atom| atom.is_event) {
        return;
    }
    let is_unknown = |atom: &Atom| atom.roles.is_empty() && atom.is_word;
    let mut leads = vec![false; atoms.len()];
    for (at, pair) in atoms.windows(2).enumerate().rev() {
        let [_, next] = pair else { continue };
        let lead = is_unknown(next) || (next.is(AtomRole::Filler) && leads.get(at + 1) == Some(&true));
        leads.get_mut(at).into_iter().for_each(|leads| *leads = lead);
    }
    for (at, (atom, leads)) in atoms.iter_mut().zip(leads).enumerate() {
        let is_side = atom.roles.iter().any(|role| matches!(role, AtomRole::Side(_)));
        // "With a caravan", "ak zanmi l"; but "before the wedding" is when.
        let is_joined = leads && (atom.is(AtomRole::To) || atom.is(AtomRole::And));
        let is_outside = !(first..=last).contains(&at);
        if is_outside && leads && is_side {
            atom.roles = vec![AtomRole::Vague];
        } else if is_outside && (is_unknown(atom) || is_joined) {
            atom.roles = vec![AtomRole::Filler];
            atom.is_doubtful = true;
        }
    }
}

/// Keeps of several meanings those that fit what is around.
pub(super) fn fit(atoms: &mut [Atom]) {
    strangers(atoms);
    units(atoms);
    until_now(atoms);
    let seen = atoms.to_vec();
    let says_nothing = |at: usize| seen.get(at).is_some_and(|atom| atom.is(AtomRole::Filler));
    for (at, atom) in atoms.iter_mut().enumerate() {
        let follows = at.checked_sub(1).and_then(|at| seen.get(at));
        if let ([AtomRole::Number(month @ 1..=12, 1 | 2)], true) =
            (atom.roles.as_slice(), follows.is_some_and(|before| before.is(AtomRole::MonthIs)))
        {
            atom.roles = vec![AtomRole::Month(*month)];
        }
        nth(atom, seen.get(at + 1..).unwrap_or_default());
        if atom.is(AtomRole::MonthIs) {
            atom.roles = vec![AtomRole::Filler];
        }
        let is_end = seen.iter().skip(at + 1).all(|after| after.is(AtomRole::Filler));
        // "2019 until" says nothing of the end.
        if at > 0 && is_end && atom.is(AtomRole::To) && !atom.is(AtomRole::Filler) {
            atom.roles = vec![AtomRole::Vague];
        }
        let (is_last, before) = (at + 1 == seen.len(), seen.get(..at).unwrap_or_default());
        if atom.is(AtomRole::Filler) && atom.roles.len() > 1 {
            // In one language "de" is the second of a month, in others it only goes before one, and often after it too.
            let is_span = seen.iter().any(|atom| atom.is(AtomRole::To));
            let is_day = !is_span
                && seen.get(at + 1).is_some_and(Atom::is_month)
                && !says_nothing(at + 2)
                && !before.iter().any(Atom::is_part);
            atom.roles.retain(|role| is_day || !matches!(role, AtomRole::Day(_)));
        }
        if atom.is(AtomRole::Onward) && atom.roles.len() > 1 {
            atom.roles.retain(|role| is_last == (*role == AtomRole::Onward));
        }
        let next = |is: fn(&Atom) -> bool| seen.get(at + 1).is_some_and(is);
        // "Came to Colombia", and "arrived and registered in 2020".
        if (next(|next| next.is(AtomRole::Place)) && (atom.is(AtomRole::To) || atom.is(AtomRole::And)))
            || (next(|next| next.is_event) && atom.is(AtomRole::And) && before.last().is_some_and(|atom| atom.is_event))
        {
            atom.roles = vec![AtomRole::Filler];
        }
    }
}
