//! An age in words, at the question that states one: "li gen 25 an", "18 o más", "no, tiene 17". A number alone is none.

use super::claim::{self, Claim};
use super::number;
use crate::content::hearing::{Lexicon, spaced};
use crate::content::{Content, Question, Sense};

/// The most years that anybody lives.
const MOST: u32 = 120;

/// The most that a word for a number is left out for: "de" and "un" are small words first.
const LITTLE: u32 = 3;

/// What the number of years is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Exactly,
    AtLeast,
    Over,
    AtMost,
    Under,
}

/// Whether the words say that somebody has the age of the question; `None` where they do not say so, or contradict
/// themselves.
pub(super) fn read(content: &Content, question: &Question, text: &str) -> Option<bool> {
    let age = question.age?;
    let lexicon = content.lexicon();
    // "No, 17" is an answer with its reason, and "no tiene 17" is not.
    let said = match claim::parted(content, text) {
        Some(Claim { yes, rest, .. }) => StatedAge::of(lexicon, rest, Some(yes)),
        None => match in_words(content, question, text) {
            Some(is_of_age) => return Some(is_of_age),
            None => StatedAge::of(lexicon, text, None),
        },
    }?;
    let is_of_age = said.reaches(age)?;
    said.claim.is_none_or(|claim| claim == is_of_age).then_some(is_of_age)
}

/// What words without a number say, with the words around them and one "not": "she's not a minor".
fn in_words(content: &Content, question: &Question, text: &str) -> Option<bool> {
    let lexicon = content.lexicon();
    let words = spaced(text);
    let mut rest: Vec<&str> = words.split(' ').collect();
    let mut is_negated = false;
    if rest.last().is_some_and(|word| lexicon.means(word, Sense::AgeYet)) {
        rest.pop();
    }
    loop {
        let phrase = rest.join(" ");
        if lexicon.means(&phrase, Sense::AgeCompared) {
            return None;
        }
        let (is_adult, is_minor) = (lexicon.means(&phrase, Sense::OfAge), lexicon.means(&phrase, Sense::UnderAge));
        if is_adult || is_minor {
            return Some(is_adult != is_negated);
        }
        // Who is not a child may be a minor.
        if let Some(answer) = content.answer_of(&question.id, &phrase).filter(|_| !is_negated) {
            return Some(answer == "yes");
        }
        let (count, sense) = leading(lexicon, &rest, &[Sense::Not, Sense::AgeYet, Sense::Around])?;
        if sense == Sense::Not && (is_negated || is_claim(lexicon, &rest, count)) {
            return None;
        }
        is_negated |= sense == Sense::Not;
        rest.drain(..count);
    }
}

/// Whether a "not" is a "no" that can also be the answer, with its reason after it: "no menor", "no she is under 18".
fn is_claim(lexicon: &Lexicon, words: &[&str], count: usize) -> bool {
    count == 1 && words.first().is_some_and(|word| lexicon.means(word, Sense::No))
}

/// Whether words have a number in them, or say that somebody is of age or is not.
pub(super) fn is_told(content: &Content, words: &[&str]) -> bool {
    let lexicon = content.lexicon();
    (0..words.len()).filter_map(|from| words.get(from..)).any(|rest| {
        let is_number = rest.first().is_some_and(|word| word.parse::<u64>().is_ok());
        is_number
            || number(lexicon, rest).is_some()
            || leading(lexicon, rest, &[Sense::OfAge, Sense::UnderAge, Sense::AgeCompared]).is_some()
    })
}

/// The longest phrase of some senses that words begin with: how many it has, and the first of those that it means.
fn leading(lexicon: &Lexicon, words: &[&str], senses: &[Sense]) -> Option<(usize, Sense)> {
    (1..=words.len().min(lexicon.longest())).rev().find_map(|count| {
        let phrase = words.get(..count)?.join(" ");
        senses.iter().find(|sense| lexicon.means(&phrase, **sense)).map(|sense| (count, *sense))
    })
}

/// A number of years, and what the words around it make of it.
#[derive(Debug, Clone, Copy)]
struct StatedAge {
    /// The yes or no before it.
    claim: Option<bool>,
    bound: Bound,
    /// Whether it is said not to be so.
    is_negated: bool,
    years: u32,
}

impl StatedAge {
    /// The one number in a text in which nothing else stands than words around an age.
    fn of(lexicon: &Lexicon, text: &str, mut claim: Option<bool>) -> Option<Self> {
        let words = spaced(text);
        let words: Vec<&str> = words.split(' ').flat_map(number::with_unit).collect();
        let mut rest = words.as_slice();
        let mut bound = sign(text)?;
        let mut is_age = claim.is_some() || bound != Bound::Exactly;
        let (mut years, mut is_negated, mut has_part) = (None, false, false);
        let is_yes = |word: &&str| lexicon.means(word, Sense::Yes);
        let follows_yes = |left: usize| words.iter().rev().skip(left).any(is_yes);
        while !rest.is_empty() {
            if let Some((count, is_counted)) = part(lexicon, rest).filter(|_| years.is_some()) {
                has_part = true;
                is_age |= is_counted;
                rest = rest.get(count..)?;
                continue;
            }
            if let Some((count, number)) = number(lexicon, rest) {
                years.replace(number).is_none().then_some(())?;
                rest = rest.get(count..)?;
                continue;
            }
            let (count, word) = phrase(lexicon, rest)?;
            match word {
                // Who "ya no tiene 18" is older.
                AgePhrase::Not if is_negated || is_claim(lexicon, rest, count) || follows_yes(rest.len()) => {
                    return None;
                }
                AgePhrase::Not => is_negated = true,
                AgePhrase::Yet if is_negated && bound == Bound::Exactly => (bound, is_negated) = (Bound::Under, false),
                AgePhrase::Bound(_) if bound != Bound::Exactly => return None,
                AgePhrase::Bound(found) => bound = found,
                AgePhrase::Compared => return None,
                AgePhrase::Is(_) if is_negated => return None,
                AgePhrase::Is(is_of_age) if claim.is_some_and(|claim| claim != is_of_age) => return None,
                AgePhrase::Is(is_of_age) => claim = Some(is_of_age),
                AgePhrase::Yes if rest.len() < words.len() => return None,
                AgePhrase::Yes if claim == Some(false) => return None,
                AgePhrase::Yes => claim = Some(true),
                AgePhrase::Around | AgePhrase::Yet => {}
            }
            // "Not 18" is no age yet, and "is not 18" is one.
            is_age |= count > 1 || !matches!(word, AgePhrase::Not);
            rest = rest.get(count..)?;
        }
        // What is added to a number of years makes none of it that is more than the words say.
        let is_plain = !has_part || (bound == Bound::Exactly && !is_negated);
        years.filter(|_| is_age && is_plain).map(|years| Self { claim, bound, is_negated, years })
    }

    /// Whether an age is reached, where every number of years that is meant says so.
    fn reaches(self, age: u32) -> Option<bool> {
        if self.is_negated {
            return match self.bound {
                // Who "is not 18" is younger.
                Bound::Exactly => (self.years == age).then_some(false),
                Bound::AtLeast => (self.years <= age).then_some(false),
                Bound::Over => (self.years < age).then_some(false),
                Bound::AtMost => (self.years + 1 >= age).then_some(true),
                Bound::Under => (self.years >= age).then_some(true),
            };
        }
        match self.bound {
            Bound::Exactly => Some(self.years >= age),
            Bound::AtLeast => (self.years >= age).then_some(true),
            Bound::Over => (self.years + 1 >= age).then_some(true),
            Bound::AtMost => (self.years < age).then_some(false),
            Bound::Under => (self.years <= age).then_some(false),
        }
    }
}

/// What a sign such as `18+` and `<18` says of the number; `None` where it is one that nothing is made of.
fn sign(text: &str) -> Option<Bound> {
    let has = |signs: &[char]| text.contains(signs);
    // "-18 ans" is under 18, or a row of a list; "~18" is nearly that.
    let dashes = ['-', '\u{2013}', '\u{2014}', '\u{2212}'];
    let is_after_dash = text.split_whitespace().any(|word| word.starts_with(dashes));
    if is_after_dash || has(&['~', '\u{2248}', '\u{b1}']) {
        return None;
    }
    match (has(&['+', '\u{2265}']), has(&['>']), has(&['<', '=', '\u{2264}'])) {
        (false, false, false) => Some(Bound::Exactly),
        (true, false, false) => Some(Bound::AtLeast),
        (false, true, false) => Some(Bound::Over),
        (false, false, true) if !has(&['=', '\u{2264}']) => Some(Bound::Under),
        (false, true, true) if text.contains(">=") => Some(Bound::AtLeast),
        (false, false, true) if text.contains("<=") || has(&['\u{2264}']) => Some(Bound::AtMost),
        _ => None,
    }
}

/// The part of a year that words begin with, "and 11 months" or "y medio": how many they are, and whether it is counted.
fn part(lexicon: &Lexicon, words: &[&str]) -> Option<(usize, bool)> {
    let (and, rest) = match words {
        [and, rest @ ..] if lexicon.means(and, Sense::And) => (1, rest),
        rest => (0, rest),
    };
    let most = |words: &[&str]| {
        lexicon.leading(words, |sense| if let Sense::AgePart(most) = sense { Some(*most) } else { None })
    };
    if let Some((count, 0)) = most(words) {
        return Some((count, false));
    }
    let digits = rest.first()?.parse().ok().map(|number: u32| (1, number));
    let (count, number) = digits.or_else(|| number::small(lexicon, rest))?;
    let (unit, most) = most(rest.get(count..)?)?;
    (number < most).then_some((and + count + unit, true))
}

/// A number in digits or in words, and how many words it has.
fn number(lexicon: &Lexicon, words: &[&str]) -> Option<(usize, u32)> {
    let digits = words.first()?.parse().ok().filter(|number: &u32| *number <= MOST);
    let in_words = || number::small(lexicon, words).filter(|(_, number)| *number > LITTLE);
    digits.map(|number| (1, number)).or_else(in_words)
}

/// A phrase beside an age.
#[derive(Debug, Clone, Copy)]
enum AgePhrase {
    Bound(Bound),
    Around,
    Yes,
    /// Of age, or not.
    Is(bool),
    Not,
    Yet,
    /// With somebody else: no age.
    Compared,
}

/// The longest phrase that words begin with, and how many of them it has.
fn phrase(lexicon: &Lexicon, words: &[&str]) -> Option<(usize, AgePhrase)> {
    let senses = [
        (Sense::AgeFrom, AgePhrase::Bound(Bound::AtLeast)),
        (Sense::AgeOver, AgePhrase::Bound(Bound::Over)),
        (Sense::AgeUnder, AgePhrase::Bound(Bound::Under)),
        (Sense::AgeMost, AgePhrase::Bound(Bound::AtMost)),
        (Sense::Aged, AgePhrase::Around),
        (Sense::Yes, AgePhrase::Yes),
        (Sense::AgeYet, AgePhrase::Yet),
        (Sense::Not, AgePhrase::Not),
        (Sense::AgeCompared, AgePhrase::Compared),
        (Sense::OfAge, AgePhrase::Is(true)),
        (Sense::UnderAge, AgePhrase::Is(false)),
    ];
    let (count, found) = leading(lexicon, words, &senses.map(|(sense, _)| sense))?;
    senses.into_iter().find(|(sense, _)| *sense == found).map(|(_, word)| (count, word))
}
