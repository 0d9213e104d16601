//! Words that are part of a date in one language and something else in another: "mas", "out", "once".

use super::atom::{Atom, AtomRole};
use crate::content::Sense;
use crate::content::hearing::{Lexicon, Word};

/// The languages that all of some words are of, a bit for each. Of a doubtful word, only those in which it is a part of
/// a date.
pub(super) fn of(lexicon: &Lexicon, words: &[&Word]) -> u8 {
    let is_doubtful = is_doubtful(lexicon, words);
    let bit = |sense: &Sense| match sense {
        Sense::Beside(_) if is_doubtful => 0,
        Sense::Doubtful(n) | Sense::Beside(n) => 1_u8.checked_shl(u32::from(*n)).unwrap_or_default(),
        _ => 0,
    };
    let of = |word: &&Word| lexicon.heard(&[word]).iter().fold(0, |bits, sense| bits | bit(sense));
    words.iter().map(of).fold(u8::MAX, |all, bits| all & bits)
}

pub(super) fn is_doubtful(lexicon: &Lexicon, words: &[&Word]) -> bool {
    words.len() == 1 && lexicon.heard(words).iter().any(|sense| matches!(sense, Sense::Doubtful(_)))
}

pub(super) fn is_event(lexicon: &Lexicon, words: &[&Word]) -> bool {
    !words.is_empty() && lexicon.heard(words).contains(&Sense::Event)
}

/// Such a word is part of the date where all words around it are of its language, and a month is one beside a day or after
/// "month of".
pub(super) fn settle(atoms: &mut [Atom]) {
    let is_one_language = atoms.iter().fold(u8::MAX, |all, atom| all & atom.tongues) > 0;
    let is_day = |atom: Option<&Atom>| {
        atom.is_some_and(|atom| {
            !atom.is(AtomRole::Filler)
                && atom.roles.iter().any(|role| matches!(role, AtomRole::Number(1..=31, 1 | 2) | AtomRole::Day(_)))
        })
    };
    let sure: Vec<bool> = (0..atoms.len())
        .map(|at| {
            let before = |steps| at.checked_sub(steps).and_then(|at| atoms.get(at));
            let is_of = before(1).is_some_and(|atom| atom.is(AtomRole::Filler) && atom.is_word);
            let is_month = before(1).is_some_and(|atom| atom.is(AtomRole::MonthIs));
            is_month || is_day(before(1)) || is_day(atoms.get(at + 1)) || (is_of && is_day(before(2)))
        })
        .collect();
    for (atom, is_sure) in atoms.iter_mut().zip(sure) {
        atom.is_doubtful &= !(is_one_language || (atom.is_month() && is_sure));
    }
}

/// Whether two things happened, each at its own time: "arrived 2019, registered 2023".
pub(super) fn is_twice(atoms: &[Atom]) -> bool {
    let is_dated = |atom: &Atom| {
        !atom.is_doubtful && (atom.is_part() || atom.roles.iter().any(|role| matches!(role, AtomRole::Day(_))))
    };
    let mut parts =
        atoms.iter().enumerate().filter(|(_, atom)| atom.is_event).map(|(at, _)| atoms.split_at_checked(at));
    parts.any(|parts| parts.is_some_and(|(before, after)| before.iter().any(is_dated) && after.iter().any(is_dated)))
}
