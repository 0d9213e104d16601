//! A length of time in words, at a question that asks for one: "18 months", "2 años y 3 meses", "P2Y".

use super::age::with_unit;
use super::number;
use super::reading::{AnswerError, Reading};
use crate::content::hearing::{Lexicon, spaced};
use crate::content::{Content, Period, PeriodUnit, Question, Sense};
use crate::rules::{Answer, Value};

/// Reads a length of time, in what the question counts. A number alone is none: at a question for months it is often said
/// in years.
pub(super) fn read(content: &Content, question: &Question, text: &str) -> Reading {
    let refused = Reading::Invalid(AnswerError::NoPeriod(question.counts));
    let Some(unit) = question.counts else { return refused };
    let written = || Period::parse(&text.to_ascii_uppercase())?.count(unit);
    let in_words = || in_words(content.lexicon(), unit, &spaced(text)).filter(|_| !number::has_signs(text));
    let count = written().or_else(in_words);
    count.map_or(refused, |count| Reading::Answer(Answer::Known(Value::Number(count))))
}

/// Numbers with their units, the greater one first, perhaps with an "and" between them.
fn in_words(lexicon: &Lexicon, unit: PeriodUnit, words: &str) -> Option<u32> {
    let words: Vec<&str> = words.split(' ').flat_map(with_unit).collect();
    let mut rest = match words.as_slice() {
        [first, rest @ ..] if lexicon.means(first, Sense::Lasting) => rest,
        words => words,
    };
    let mut told: Option<(u32, u32)> = None;
    while !rest.is_empty() {
        if let [and, more @ ..] = rest
            && told.is_some()
            && lexicon.means(and, Sense::And)
        {
            rest = more;
        }
        // In words it can be an ordinal, and who is in the second year has not been there for two.
        let (count, after) = rest.split_first()?;
        let count: u32 = count.parse().ok()?;
        rest = after;
        let (length, size) = unit_of(lexicon, unit, rest)?;
        rest = rest.get(length..)?;
        let half = half(lexicon, rest).filter(|_| size == 12);
        rest = rest.get(half.unwrap_or(0)..)?;
        let (sum, least) = told.unwrap_or((0, u32::MAX));
        let sum = sum.checked_add(count.checked_mul(size)?)?.checked_add(half.map_or(0, |_| size / 2))?;
        told = (size < least).then_some((sum, size));
        told?;
    }
    unit.times(told?.0).count(unit)
}

/// How many words say "and a half" at the beginning of some.
fn half(lexicon: &Lexicon, words: &[&str]) -> Option<usize> {
    (1..=words.len().min(lexicon.longest()))
        .rev()
        .find(|length| words.get(..*length).is_some_and(|phrase| lexicon.means(&phrase.join(" "), Sense::AgePart(0))))
}

/// The unit that words begin with: how many of them it has, and its size.
fn unit_of(lexicon: &Lexicon, of: PeriodUnit, words: &[&str]) -> Option<(usize, u32)> {
    (1..=words.len().min(lexicon.longest())).rev().find_map(|length| {
        let phrase = words.get(..length)?.join(" ");
        let size = |sense: &Sense| match sense {
            Sense::Counted(unit, size) if *unit == of => Some(*size),
            _ => None,
        };
        lexicon.senses(&phrase).iter().find_map(size).map(|size| (length, size))
    })
}
