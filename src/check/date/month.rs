//! Months that are not written out as they should be: begun, with a letter wrong, or in one word with what is around.

use crate::content::Sense;
use crate::content::hearing::Lexicon;

/// The fewest letters by which a month is known as the beginning of its name.
const BEGUN: usize = 3;

/// The fewest letters of which two may be swapped, or one may be missing.
const SWAPPED: usize = 5;

/// The fewest letters of a name of which one is missing.
const MISSING: usize = 4;

/// The fewest letters of which one may be wrong.
const MISSPELT: usize = 6;

/// The month that a word names by its beginning, or with one letter wrong, if it is one only.
pub(super) fn near(lexicon: &Lexicon, word: &str) -> Option<u32> {
    let length = word.chars().count();
    if length < BEGUN || lexicon.means(word, Sense::NoMonth) {
        return None;
    }
    let begun = only(lexicon.iter().filter(|(name, _)| name.starts_with(word)));
    if begun.is_some() || length < MISSING {
        return begun;
    }
    let close = || lexicon.iter().filter(|(name, _)| is_close(name, word));
    // What is as near to another word may be that one, or a name that is none of a month.
    let is_other = close().any(|(_, senses)| senses.iter().all(|sense| !matches!(sense, Sense::Month(_))));
    if is_other { None } else { only(close()) }
}

fn is_close(name: &str, word: &str) -> bool {
    let (letters, other) = (word.chars().count(), name.chars().count());
    if other < SWAPPED || letters.abs_diff(other) > 1 {
        return false;
    }
    let is_slip = match letters {
        0..SWAPPED => letters + 1 == other && name.chars().next() == word.chars().next(),
        _ => letters >= MISSPELT || letters != other || sorted(name) == sorted(word),
    };
    is_slip && strsim::osa_distance(name, word) == 1
}

fn sorted(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

/// The month in a word such as `demayode`, with nothing around it but words that add nothing.
pub(super) fn within(lexicon: &Lexicon, word: &str) -> Option<u32> {
    let adds_nothing = |part: &str| part.is_empty() || (part.len() > 1 && lexicon.means(part, Sense::Dropped));
    let named = lexicon.iter().filter(|(name, senses)| {
        let is_month = name.len() > 2 && senses.iter().any(|sense| matches!(sense, Sense::Month(_)));
        is_month
            && word.match_indices(name).any(|(at, _)| {
                let after = word.get(at + name.len()..);
                word.get(..at).is_some_and(adds_nothing) && after.is_some_and(adds_nothing)
            })
    });
    only(named)
}

fn only<'l>(names: impl Iterator<Item = (&'l str, &'l [Sense])>) -> Option<u32> {
    let months = names.flat_map(|(_, senses)| senses);
    let mut months: Vec<u32> =
        months.filter_map(|sense| if let Sense::Month(month) = sense { Some(*month) } else { None }).collect();
    months.sort_unstable();
    months.dedup();
    if let [one] = months.as_slice() { Some(*one) } else { None }
}
