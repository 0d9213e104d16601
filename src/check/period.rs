//! A length of time in words, at a question that asks for one: "18 months", "2 años y 3 meses", "P2Y".

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
    let words: Vec<&str> = words.split(' ').flat_map(number::with_unit).collect();
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
        let (length, size) = lexicon.leading(rest, |sense| match sense {
            Sense::Counted(of, size) if *of == unit => Some(*size),
            _ => None,
        })?;
        rest = rest.get(length..)?;
        // A year and a half.
        let is_half = |sense: &Sense| (size == 12 && *sense == Sense::AgePart(0)).then_some(size / 2);
        let (length, half) = lexicon.leading(rest, is_half).unwrap_or_default();
        rest = rest.get(length..)?;
        let (sum, least) = told.unwrap_or((0, u32::MAX));
        let sum = sum.checked_add(count.checked_mul(size)?)?.checked_add(half)?;
        told = (size < least).then_some((sum, size));
        told?;
    }
    unit.times(told?.0).count(unit)
}
