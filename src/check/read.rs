//! What a typed answer means, while it is being typed and when it is committed.

use chrono::NaiveDate;

use super::choice::choices;
use super::choice_words::{by_name, says_no};
use super::claim::{self, Claim, Claimed, claimed};
use super::date::{self, TypedDateError};
use super::own_words::{after_yes, is_confirmed, own_words};
use super::reading::digit;
pub use super::reading::{AnswerError, Choice, Reading};
use super::{age, always, country, number, period};
use crate::content::hearing::spaced;
use crate::content::{Content, FactKind, Office, Question, Sense, Text};
use crate::rules::{Answer, Implausible, Interval, Value, parse_value};

/// The most bytes of an answer without signs around it: every country there is by its code, and more. A paste or a cell of a table
/// can be far longer, and what is made of words takes time with their square.
const LONGEST: usize = 2000;

/// Stands in the content for the answer of words of which no source says what they come to.
const UNSETTLED: &str = "?";

/// The most of such words that are looked for together.
const UNSETTLED_WORDS: usize = 4;

/// Reads what is typed as an answer to a question. `office` is the one in the person's country.
pub fn read(content: &Content, question: &Question, office: Option<&Office>, text: &str, as_of: NaiveDate) -> Reading {
    let text = claim::without_polite(content, text.trim());
    if text.is_empty() {
        return Reading::Empty;
    }
    if text.trim_matches(|c: char| !c.is_alphanumeric()).len() > LONGEST {
        return Reading::Invalid(nothing_like_it(question));
    }
    if let Some(choice) = by_digit(content, question, office, text) {
        return Reading::Answer(choice.answer);
    }
    // A choice that is typed with a doubt is asked.
    let asked = |sure| match read(content, question, office, sure, as_of) {
        Reading::Answer(answer @ Answer::Known(_)) => country::which([answer]),
        read => read,
    };
    let sure = text.trim_matches(['?', '\u{bf}', ' ']);
    if sure.len() < text.len() && !sure.is_empty() && matches!(question.kind, FactKind::YesNo | FactKind::OneOf) {
        return asked(sure);
    }
    let read = as_listed(content, question, office, text, as_of)
        .map_or_else(|| read_words(content, question, office, text, as_of), Reading::Answer);
    let is_bounded = question.kind.is_counted() || matches!(question.kind, FactKind::Date | FactKind::DateOrNo);
    let has_words = question.age.is_none() && !is_bounded;
    let doubted = || claim::without_doubt(content, text).filter(|_| has_words).map(asked);
    match read {
        Reading::Invalid(error) => doubted().filter(is_asked).unwrap_or(Reading::Invalid(error)),
        read => read,
    }
}

fn is_asked(read: &Reading) -> bool {
    matches!(read, Reading::Which(_))
}

/// A choice as it is listed: its number, and its words after it.
fn as_listed(
    content: &Content,
    question: &Question,
    office: Option<&Office>,
    text: &str,
    as_of: NaiveDate,
) -> Option<Answer> {
    let (number, words) = text.split_once(char::is_whitespace)?;
    let choice = by_digit(content, question, office, number)?;
    let read = read_words(content, question, office, words.trim(), as_of);
    (read == Reading::Answer(choice.answer.clone())).then_some(choice.answer)
}

fn read_words(
    content: &Content,
    question: &Question,
    office: Option<&Office>,
    text: &str,
    as_of: NaiveDate,
) -> Reading {
    let words = spaced(text);
    if matches!(question.kind, FactKind::YesNo | FactKind::OneOf) && claim::is_crossed_out(text) {
        return Reading::Invalid(no_choice(content, question, &words));
    }
    if words.is_empty() {
        // Marks alone begin every word and name none; a question mark is written for what is not known.
        let is_doubt = text.chars().all(|c| matches!(c, '?' | '\u{bf}'));
        let asked = || country::which([Answer::DontKnow]);
        return if is_doubt { asked() } else { Reading::Invalid(nothing_like_it(question)) };
    }
    let means = |sense| content.lexicon().means(&words, sense);
    if means(Sense::Inapplicable) {
        return inapplicable(question);
    }
    if means(Sense::DontKnow) || means(Sense::Declined) {
        let answer = if means(Sense::DontKnow) { Answer::DontKnow } else { Answer::Declined };
        // Short for it can be a country's code too.
        let code = if is_place(question.kind) { country::of_code(content, question, text) } else { None };
        return match code {
            Some(code) => country::which([Answer::Known(code), answer]),
            None => Reading::Answer(answer),
        };
    }
    let is_list = is_place(question.kind) && country::is_codes(content, text);
    // What follows a yes where a date is asked is read below.
    let is_read_here = |claim: &Claim<'_>| match question.kind {
        FactKind::DateOrNo => !claim.yes,
        // The sign can be a part of the number.
        kind if kind.is_counted() => false,
        kind => !is_list && (!claim.negates || !is_place(kind)),
    };
    if let Some(claim) = claim::parted(content, text).filter(is_read_here) {
        match claimed(question.kind, claim, read(content, question, office, claim.rest, as_of)) {
            Claimed::Is(Reading::Answer(answer @ Answer::Known(_))) if is_place(question.kind) => {
                return country::which([answer]);
            }
            Claimed::Is(read) => return read,
            Claimed::Against => {
                let error = claim::contradicted(question.kind).unwrap_or_else(|| no_choice(content, question, &words));
                return Reading::Invalid(error);
            }
            Claimed::Unread if is_place(question.kind) && !claim.yes => {
                return Reading::Invalid(AnswerError::NoCountry);
            }
            Claimed::Unread => {}
        }
    } else if let Some(answer) = own_words(content, question, text, as_of) {
        return Reading::Answer(answer);
    }
    if let Some(is_of_age) = age::read(content, question, text) {
        return known(Value::YesNo(is_of_age));
    }
    let said = claim::said(content, question, &words);
    match question.kind {
        FactKind::YesNo if said.is_some() => known(Value::YesNo(said == Some(true))),
        FactKind::YesNo if is_confirmed(content, question, office, text) => known(Value::YesNo(true)),
        FactKind::YesNo | FactKind::OneOf => match by_name(content, question, office, &words) {
            Reading::Invalid(_) => match no_choice(content, question, &words) {
                AnswerError::NoChoice => nearly(content, question, text, as_of),
                error => Reading::Invalid(error),
            },
            read => read,
        },
        FactKind::Number if number::has_signs(text) => Reading::Invalid(AnswerError::NoNumber),
        FactKind::Number => whole_number(question, &words),
        FactKind::Period => period::read(content, question, text),
        kind if is_place(kind) => country::read(content, question, text),
        FactKind::DateOrNo if said == Some(false) || says_no(content, question, &words) => known(Value::No),
        FactKind::DateOrNo if after_yes(content, text).is_some() => {
            let when = after_yes(content, text).unwrap_or_default();
            match read(content, question, office, when, as_of) {
                Reading::Empty | Reading::Answer(Answer::Known(Value::No)) => Reading::Invalid(AnswerError::When),
                read => read,
            }
        }
        FactKind::Date | FactKind::DateOrNo if always::is_meant(content, question, office, &words) => {
            known(Value::Date(Interval::always()))
        }
        _ if question.always.is_some() && always::is_birth(content, &words) => {
            Reading::Invalid(always::elsewhere(content, &words, text))
        }
        _ => typed_date(content, question, office, text, as_of),
    }
}

/// A whole number, alone or with what the question counts.
fn whole_number(question: &Question, words: &str) -> Reading {
    let (digits, unit) = words.split_at(words.find(|c: char| !c.is_ascii_digit()).unwrap_or(words.len()));
    let unit = unit.trim();
    let own = question.unit.iter().chain(&question.unit_one);
    let is_unit = unit.is_empty() || own.flat_map(Text::all).any(|own| spaced(own) == unit);
    match digits.parse() {
        Ok(number) if is_unit => known(Value::Number(number)),
        _ => Reading::Invalid(AnswerError::NoNumber),
    }
}

/// What is not quite one of the choices is asked back: a yes with something behind it, words with a letter wrong.
fn nearly(content: &Content, question: &Question, text: &str, as_of: NaiveDate) -> Reading {
    let near = content.answers_near(&question.id, &spaced(text));
    let near = near.into_iter().filter_map(|answer| parse_value(content, question, answer, as_of).ok());
    let yes = claim::with_more(content, question, text).map(|yes| Answer::Known(Value::YesNo(yes)));
    let asked: Vec<Answer> = near.chain(yes).collect();
    if asked.is_empty() { Reading::Invalid(AnswerError::NoChoice) } else { country::which(asked) }
}

/// That a question is not one for somebody answers none: whether it means no is asked.
fn inapplicable(question: &Question) -> Reading {
    let no = match question.kind {
        FactKind::YesNo if question.age.is_none() => Some(Value::YesNo(false)),
        FactKind::DateOrNo => Some(Value::No),
        _ => None,
    };
    country::which(no.map(Answer::Known).into_iter().chain([Answer::DontKnow, Answer::Declined]))
}

fn known(value: Value) -> Reading {
    Reading::Answer(Answer::Known(value))
}

fn is_place(kind: FactKind) -> bool {
    matches!(kind, FactKind::Country | FactKind::Countries)
}

fn nothing_like_it(question: &Question) -> AnswerError {
    match question.kind {
        FactKind::YesNo | FactKind::OneOf => AnswerError::NoChoice,
        FactKind::Country | FactKind::Countries => AnswerError::NoCountry,
        FactKind::Date | FactKind::DateOrNo => AnswerError::NoDate(TypedDateError::Form),
        FactKind::Number => AnswerError::NoNumber,
        FactKind::Period => AnswerError::NoPeriod(question.counts),
    }
}

/// Why words are none of the choices. A single digit is one that is not offered.
fn no_choice(content: &Content, question: &Question, words: &str) -> AnswerError {
    let parted: Vec<&str> = words.split(' ').collect();
    let is_unsettled = |from: usize| {
        let rest = parted.get(from..).unwrap_or_default();
        (1..=rest.len().min(UNSETTLED_WORDS)).any(|count| {
            let phrase = rest.get(..count).map(|words| words.join(" "));
            phrase.is_some_and(|phrase| content.answer_of(&question.id, &phrase) == Some(UNSETTLED))
        })
    };
    match question.age {
        Some(age) if digit(words).is_none() && age::is_told(content, &parted) => AnswerError::Age(age),
        None if (0..parted.len()).any(is_unsettled) => AnswerError::Unsettled,
        None if claim::is_denied(content, question, &parted) => AnswerError::Negated,
        _ => AnswerError::NoChoice,
    }
}

fn by_digit(content: &Content, question: &Question, office: Option<&Office>, text: &str) -> Option<Choice> {
    let key = digit(text)?;
    choices(content, question, office, "").into_iter().find(|choice| choice.key == Some(key))
}

fn typed_date(
    content: &Content,
    question: &Question,
    office: Option<&Office>,
    text: &str,
    as_of: NaiveDate,
) -> Reading {
    let is_event = || question.kind == FactKind::DateOrNo && content.lexicon().means(&spaced(text), Sense::Event);
    let typed = match date::read(content, office.map(|office| &*office.country), text) {
        Err(TypedDateError::Form) if is_event() => return Reading::Invalid(AnswerError::When),
        Err(error) => return Reading::Invalid(AnswerError::NoDate(error)),
        Ok(typed) => typed,
    };
    match typed.dates.as_slice() {
        [date] if !typed.is_guess && !content.tells_of_another(&question.id, &spaced(text)) => {
            plausible(*date, as_of).map_or_else(Reading::Invalid, |date| known(Value::Date(date)))
        }
        dates => several(dates, as_of),
    }
}

/// All dates, to be asked which is meant; one that cannot be is shown as that, so that nobody takes another for it.
fn several(dates: &[Interval], as_of: NaiveDate) -> Reading {
    let choices = dates.iter().take(8).zip('1'..).map(|(date, key)| {
        let refused = plausible(*date, as_of).err();
        Choice { key: Some(key), refused, ..Choice::known(Value::Date(*date)) }
    });
    let choices: Vec<Choice> = choices.collect();
    match choices.first().and_then(|choice| choice.refused.clone()) {
        Some(error) if choices.iter().all(|choice| choice.refused.is_some()) => Reading::Invalid(error),
        _ => Reading::Which(choices),
    }
}

/// The date, unless it cannot be meant on that day.
///
/// # Errors
/// It lies before the first year that is taken, or wholly in the future.
pub fn plausible(date: Interval, as_of: NaiveDate) -> Result<Interval, AnswerError> {
    date.plausible(as_of).map_err(|cause| match cause {
        Implausible::TooEarly => AnswerError::TooEarly,
        Implausible::Future => AnswerError::Future(as_of),
    })
}
