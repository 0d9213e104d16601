//! Numbers in words: "treinta y cinco", "forty-two", "swasanndis"; and years: "twenty twenty", "dos mil diecinueve".

use crate::content::Sense;
use crate::content::hearing::Lexicon;

/// The number below a hundred that words begin with, and how many of them it has.
pub(super) fn small(lexicon: &Lexicon, words: &[&str]) -> Option<(usize, u32)> {
    let (count, number) = longest(lexicon, words).filter(|(_, number)| *number < 100)?;
    // Where twenties are counted, up to nineteen stand after them.
    let most = match number {
        60 | 80 => 19,
        20 | 30 | 40 | 50 | 70 | 90 => 9,
        _ => return Some((count, number)),
    };
    let (and, rest) = after_and(lexicon, words.get(count..)?);
    Some(match longest(lexicon, rest) {
        Some((more, unit)) if unit <= most => (count + and + more, number + unit),
        _ => (count, number),
    })
}

/// The words of one with a number before it and no blank between: `18yo`.
pub(super) fn with_unit(word: &str) -> impl Iterator<Item = &str> {
    let digits = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (number, unit) = word.split_at_checked(digits).unwrap_or((word, ""));
    [number, unit].into_iter().filter(|part| !part.is_empty())
}

/// Whether a sign stands among the numbers of a text, or right behind the last: "-2", "2.5", "2-3", "<2", "2+".
pub(super) fn has_signs(text: &str) -> bool {
    let (numbers, rest) = text.split_at(text.rfind(|c: char| c.is_ascii_digit()).map_or(0, |last| last + 1));
    let words = numbers.split_whitespace().map(|word| word.trim_end_matches([',', ';']));
    let is_sign = |c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '\u{2019}' | '\u{300}'..='\u{36f}');
    words.flat_map(str::chars).any(is_sign) || rest.trim_start().starts_with(['+', '-', '<', '>', '/', '%', '~'])
}

/// The year that all of some words are.
pub(super) fn year(lexicon: &Lexicon, words: &[&str]) -> Option<u32> {
    let (count, first) = longest(lexicon, words)?;
    let (and, rest) = after_and(lexicon, words.get(count..)?);
    let whole = || small(lexicon, rest).filter(|(count, _)| *count == rest.len()).map(|(_, number)| number);
    match first {
        1900.. if rest.is_empty() => (and == 0).then_some(first),
        1900 | 2000 => whole().map(|number| first + number),
        // Up to twelve it could be a month, and no one came in "nineteen nineteen".
        19 | 20 if and == 0 && count == 1 && !words.first().is_some_and(|word| is_weekday(lexicon, word)) => {
            let least = if first == 19 { 30 } else { 13 };
            whole().filter(|number| *number >= least).map(|number| first * 100 + number)
        }
        _ => None,
    }
}

/// Whether words begin with a number.
pub(super) fn is_next(lexicon: &Lexicon, words: &[&str]) -> bool {
    longest(lexicon, words).is_some()
}

/// "Ven" is twenty, and Friday.
fn is_weekday(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.senses(word).iter().any(|sense| matches!(sense, Sense::Weekday(_)))
}

/// Words without the "and" that they begin with, and how many words that is.
fn after_and<'w, 't>(lexicon: &Lexicon, words: &'w [&'t str]) -> (usize, &'w [&'t str]) {
    match words {
        [and, rest @ ..] if lexicon.means(and, Sense::And) => (1, rest),
        words => (0, words),
    }
}

/// The longest phrase for a number, and how many words it has.
fn longest(lexicon: &Lexicon, words: &[&str]) -> Option<(usize, u32)> {
    lexicon.leading(words, |sense| match sense {
        Sense::Day(number) | Sense::Number(number) => Some(*number),
        _ => None,
    })
}
