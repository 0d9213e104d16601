//! A yes or a no before a sign: "no, es menor" is a no with its reason, and "no es menor" is none.

use super::date::TypedDateError;
use super::reading::{AnswerError, Reading};
use crate::content::hearing::spaced;
use crate::content::{Content, FactKind, Question, Sense};
use crate::rules::{Answer, Value};

/// Signs that part an answer from what is said about it.
const SIGNS: [char; 12] = [',', ';', '.', ':', '/', '(', '[', '!', '-', '\u{2013}', '\u{2014}', '\u{2212}'];

/// What is said before a sign, and what follows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claim<'t> {
    /// Whether it is a yes.
    pub(super) yes: bool,
    /// Whether it only says that what follows is not meant, which is also the code of a country.
    pub(super) negates: bool,
    pub(super) rest: &'t str,
}

/// The yes or no that a text begins with, where a sign and something more follow it.
pub(super) fn parted<'t>(content: &Content, text: &'t str) -> Option<Claim<'t>> {
    let (first, rest) = text.split_once(SIGNS)?;
    let rest = rest.trim_start_matches(|c: char| SIGNS.contains(&c) || c.is_whitespace());
    let first = spaced(without_polite(content, first));
    let means = |sense| content.lexicon().means(&first, sense);
    let is_some = !first.is_empty() && rest.contains(char::is_alphanumeric);
    let (yes, no) = (means(Sense::Yes), means(Sense::No));
    (is_some && (yes || no || means(Sense::Not))).then_some(Claim { yes, negates: !yes && !no, rest })
}

/// The yes or no that a text begins with, where nothing behind it says no: "yes, with UNHCR". What is behind it was not
/// understood, so that the answer is asked back.
pub(super) fn with_more(content: &Content, question: &Question, text: &str) -> Option<bool> {
    let means = |word: &str, sense| content.lexicon().means(&spaced(word), sense);
    let is_asked = question.kind == FactKind::YesNo && question.age.is_none();
    let (yes, rest) = match parted(content, text) {
        Some(claim) => (!claim.negates).then_some((claim.yes, claim.rest))?,
        None => text.split_once(' ').filter(|(first, _)| means(first, Sense::Yes)).map(|(_, rest)| (true, rest))?,
    };
    let is_plain = |word: &str| !means(word, Sense::No) && !means(word, Sense::Not);
    (is_asked && rest.split_whitespace().all(is_plain)).then_some(yes)
}

/// The most words of what is said to somebody, and how many of it stand at an end.
const POLITE_WORDS: usize = 6;
const POLITE_PHRASES: usize = 3;

/// The fewest letters of a doubt, less one.
const DOUBT: usize = 3;

/// A text without what is only said to somebody at its end: "yes ma'am", "no, gracias".
pub(super) fn without_polite<'t>(content: &Content, text: &'t str) -> &'t str {
    let is_polite = |end: &str| content.lexicon().means(&spaced(end), Sense::Polite);
    let mut kept = text;
    for _ in 0..POLITE_PHRASES {
        let parts = kept.rmatch_indices(|c: char| c.is_whitespace() || SIGNS.contains(&c)).take(POLITE_WORDS);
        let parts = parts.filter_map(|(at, _)| kept.split_at_checked(at));
        // The longest phrase counts, and something stands before it.
        let Some((start, _)) = parts.filter(|(start, end)| is_polite(end) && !spaced(start).is_empty()).last() else {
            break;
        };
        kept = start.trim_end_matches([' ', ',', ';', '.']);
    }
    kept
}

/// A text without the words of a doubt before it or behind its last sign, where it has some: "creo que sí", "regular, I
/// think".
pub(super) fn without_doubt<'t>(content: &Content, text: &'t str) -> Option<&'t str> {
    // A short one is also the code of a country.
    let is_doubt = |words: &str| {
        let words = spaced(words);
        words.len() > DOUBT && content.lexicon().means(&words, Sense::Vague)
    };
    let behind = text.rsplit_once(SIGNS).filter(|(_, doubt)| is_doubt(doubt)).map(|(before, _)| before.trim_end());
    behind.or_else(|| {
        let parts = text.match_indices(' ').filter_map(|(at, _)| text.split_at_checked(at));
        parts.rev().find(|(doubt, _)| is_doubt(doubt)).map(|(_, rest)| rest.trim_start())
    })
}

/// Whether words say yes or no, in one phrase or in two that agree: "no, she did not", "sí la pidió".
pub(super) fn said(content: &Content, question: &Question, words: &str) -> Option<bool> {
    let means = |words: &str, sense| content.lexicon().means(words, sense);
    let plain = |words: &str| (means(words, Sense::Yes) || means(words, Sense::No)).then(|| means(words, Sense::Yes));
    let own = |words: &str| match content.answer_of(&question.id, words)? {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    // Of an age, "no minor" can be either.
    let rest_says = |rest: &str| plain(rest).or_else(|| own(rest).filter(|_| question.age.is_none()));
    let both = || {
        let mut parts = words.match_indices(' ').take(POLITE_WORDS).filter_map(|(at, _)| words.split_at_checked(at));
        parts.find_map(|(first, rest)| plain(first).filter(|yes| rest_says(rest.trim_start()) == Some(*yes)))
    };
    plain(words).or_else(both)
}

/// What a yes or a no and what follows it come to.
pub(super) enum Claimed {
    Is(Reading),
    /// One says the opposite of the other.
    Against,
    /// What follows says nothing by itself.
    Unread,
}

/// What an answer comes to of which the part after the sign was read by itself, so that no words on both sides of a sign
/// are taken for a phrase.
pub(super) fn claimed(kind: FactKind, claim: Claim<'_>, read: Reading) -> Claimed {
    let is_open = matches!(read, Reading::Answer(Answer::DontKnow | Answer::Declined));
    match (kind, &read) {
        (FactKind::YesNo, Reading::Answer(Answer::Known(Value::YesNo(yes)))) if *yes == claim.yes => Claimed::Is(read),
        (FactKind::DateOrNo, Reading::Answer(Answer::Known(Value::No))) if !claim.yes => Claimed::Is(read),
        (FactKind::YesNo, Reading::Answer(Answer::Known(_)) | Reading::Which(_)) => Claimed::Against,
        _ if is_open && !claim.yes => Claimed::Is(read),
        (
            FactKind::OneOf | FactKind::Date | FactKind::Country | FactKind::Countries,
            Reading::Answer(_) | Reading::Which(_),
        ) if claim.yes => Claimed::Is(read),
        (FactKind::Countries, Reading::Answer(Answer::Known(Value::Stateless))) => Claimed::Is(read),
        (_, Reading::Answer(_) | Reading::Which(_)) => Claimed::Against,
        _ => Claimed::Unread,
    }
}

/// Why a no before an answer is none; `None` where it is only no choice.
pub(super) fn contradicted(kind: FactKind) -> Option<AnswerError> {
    match kind {
        // No claim is parted from a number, whose sign it could be.
        FactKind::YesNo | FactKind::OneOf | FactKind::Number | FactKind::Period => None,
        FactKind::Country | FactKind::Countries => Some(AnswerError::Negated),
        FactKind::Date | FactKind::DateOrNo => Some(AnswerError::NoDate(TypedDateError::Negated)),
    }
}

/// Whether the last of several words says that what stands before it is not meant: "Colombia no".
pub(super) fn is_taken_back(content: &Content, text: &str) -> bool {
    let words = spaced(text);
    let Some((_, last)) = words.rsplit_once(' ') else { return false };
    // Behind a sign such a word can be a code in a list: "VE, NI".
    content.lexicon().means(last, Sense::No) || (content.lexicon().means(last, Sense::Not) && !text.contains(SIGNS))
}

/// Whether some part of a list says that it is not meant, "venezolano no, colombiano sí", or that the code behind it is
/// not: "HT pa DO", "ni HT". In capitals such a word is a code itself.
pub(super) fn takes_back(content: &Content, text: &str, is_code: &dyn Fn(&str) -> bool) -> bool {
    let is_not = |word: &str| {
        let letters = spaced(word);
        let negates = [Sense::No, Sense::Not].iter().any(|sense| content.lexicon().means(&letters, *sense));
        negates && !word.chars().all(char::is_uppercase)
    };
    text.split(SIGNS).any(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        words.windows(2).any(|pair| matches!(pair, [not, code] if is_not(not) && is_code(code)))
            || (part.len() < text.len() && is_taken_back(content, part))
    })
}

/// Whether a sign before a word turns it round: "!regular", "VE -CO".
pub(super) fn is_crossed_out(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let rest = word.trim_start_matches(['!', '~', '\u{ac}', '\u{2260}', '-', '\u{2013}', '\u{2014}', '\u{2212}']);
        rest.len() < word.len() && rest.starts_with(char::is_alphabetic)
    })
}

/// Whether a choice is said not to be so, which leaves the others open: "no regular".
pub(super) fn is_denied(content: &Content, question: &Question, words: &[&str]) -> bool {
    let phrase = |from: usize, to: usize| words.get(from..to).unwrap_or_default().join(" ");
    let is_not = |words: &str| [Sense::Not, Sense::No].iter().any(|sense| content.lexicon().means(words, *sense));
    let is_choice = |words: &str| content.answer_of(&question.id, words).is_some();
    question.kind == FactKind::OneOf
        && (0..words.len()).any(|from| {
            (from + 1..words.len()).any(|to| is_not(&phrase(from, to)) && is_choice(&phrase(to, words.len())))
        })
}
