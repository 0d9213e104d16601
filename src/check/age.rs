//! An age in words, at the question that states one: "li gen 25 an", "18 o más", "no, tiene 17". A number alone is none.

use super::claim::{self, Claim};
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
        None => StatedAge::of(lexicon, text, None),
    }?;
    let is_of_age = said.reaches(age)?;
    said.claim.is_none_or(|claim| claim == is_of_age).then_some(is_of_age)
}

/// A number of years, and what the words around it make of it.
#[derive(Debug, Clone, Copy)]
struct StatedAge {
    /// The yes or no before it.
    claim: Option<bool>,
    bound: Bound,
    years: u32,
}

impl StatedAge {
    /// The one number in a text in which nothing else stands than words around an age.
    fn of(lexicon: &Lexicon, text: &str, mut claim: Option<bool>) -> Option<Self> {
        let words = spaced(text);
        let words: Vec<&str> = words.split(' ').collect();
        let mut rest = words.as_slice();
        let mut bound = sign(text)?;
        let mut is_age = claim.is_some() || bound != Bound::Exactly;
        let mut years = None;
        while !rest.is_empty() {
            if let Some((count, number)) = number(lexicon, rest) {
                years.replace(number).is_none().then_some(())?;
                rest = rest.get(count..)?;
                continue;
            }
            let (count, word) = phrase(lexicon, rest)?;
            match word {
                AgePhrase::Bound(_) if bound != Bound::Exactly => return None,
                AgePhrase::Bound(found) => bound = found,
                AgePhrase::Yes if rest.len() < words.len() => return None,
                AgePhrase::Yes if claim == Some(false) => return None,
                AgePhrase::Yes => claim = Some(true),
                AgePhrase::Around => {}
            }
            is_age = true;
            rest = rest.get(count..)?;
        }
        years.filter(|_| is_age).map(|years| Self { claim, bound, years })
    }

    /// Whether an age is reached, where every number of years that is meant says so.
    fn reaches(self, age: u32) -> Option<bool> {
        match self.bound {
            Bound::Exactly => Some(self.years >= age),
            Bound::AtLeast => (self.years >= age).then_some(true),
            Bound::Over => (self.years + 1 >= age).then_some(true),
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
        _ => None,
    }
}

/// A number in digits, or in words as far as a month has days; and how many words it has.
fn number(lexicon: &Lexicon, words: &[&str]) -> Option<(usize, u32)> {
    let digits = words.first()?.parse().ok().filter(|number: &u32| *number <= MOST);
    let in_words = || {
        (1..=words.len().min(lexicon.longest())).rev().find_map(|count| {
            let senses = lexicon.senses(&words.get(..count)?.join(" "));
            let day = senses.iter().find_map(|sense| if let Sense::Day(day) = sense { Some(*day) } else { None });
            day.filter(|day| *day > LITTLE).map(|day| (count, day))
        })
    };
    digits.map(|number| (1, number)).or_else(in_words)
}

/// A phrase beside an age.
#[derive(Debug, Clone, Copy)]
enum AgePhrase {
    Bound(Bound),
    Around,
    Yes,
}

/// The longest phrase that words begin with, and how many of them it has.
fn phrase(lexicon: &Lexicon, words: &[&str]) -> Option<(usize, AgePhrase)> {
    let senses = [
        (Sense::AgeFrom, AgePhrase::Bound(Bound::AtLeast)),
        (Sense::AgeOver, AgePhrase::Bound(Bound::Over)),
        (Sense::AgeUnder, AgePhrase::Bound(Bound::Under)),
        (Sense::Aged, AgePhrase::Around),
        (Sense::Yes, AgePhrase::Yes),
    ];
    (1..=words.len().min(lexicon.longest())).rev().find_map(|count| {
        let phrase = words.get(..count)?.join(" ");
        senses.into_iter().find(|(sense, _)| lexicon.means(&phrase, *sense)).map(|(_, word)| (count, word))
    })
}
