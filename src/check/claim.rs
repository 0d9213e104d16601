//! A yes or a no before a sign: "no, es menor" is a no with its reason, and "no es menor" is none.

use super::date::TypedDateError;
use super::reading::{AnswerError, Reading};
use crate::content::hearing::spaced;
use crate::content::{Content, FactKind, Sense};
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
    let first = spaced(first);
    let means = |sense| content.lexicon().means(&first, sense);
    let is_some = !first.is_empty() && rest.contains(char::is_alphanumeric);
    let (yes, no) = (means(Sense::Yes), means(Sense::No));
    (is_some && (yes || no || means(Sense::Not))).then_some(Claim { yes, negates: !yes && !no, rest })
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
            FactKind::OneOf | FactKind::Date | FactKind::Country | FactKind::Countries | FactKind::Number,
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
        FactKind::YesNo | FactKind::OneOf => None,
        FactKind::Number => Some(AnswerError::NoNumber),
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
