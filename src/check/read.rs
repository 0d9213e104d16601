//! What a typed answer means, while it is being typed and when it is committed.

use chrono::NaiveDate;

use super::choice::{Choice, choices};
use super::date::{self, Typed, TypedDateError};
use crate::content::{Content, Kind, Lang, Msg, Office, Question, Text};
use crate::rules::{Answer, Implausible, Interval, Value};
use crate::text::fold;

/// What a typed text means.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Reading {
    /// Nothing is typed.
    Empty,
    Answer(Answer),
    /// It can mean several: which one is asked.
    Which(Vec<Choice>),
    /// None; why.
    Invalid(AnswerError),
}

/// Why a typed text is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum AnswerError {
    /// None of the choices.
    NoChoice,
    /// No country is called so.
    NoCountry,
    NoDate(TypedDateError),
    /// Before the first year that is taken.
    TooEarly,
    /// Wholly after today.
    Future(NaiveDate),
}

/// Reads what is typed as an answer to a question. `office` is the one in the person's country.
pub fn read(content: &Content, question: &Question, office: Option<&Office>, text: &str, as_of: NaiveDate) -> Reading {
    let text = text.trim();
    if text.is_empty() {
        return Reading::Empty;
    }
    if let Some(choice) = by_digit(content, question, office, text) {
        return Reading::Answer(choice.answer);
    }
    if fold(text).chars().all(|c| !c.is_alphanumeric()) {
        // Marks alone begin every word and name none.
        return Reading::Invalid(nothing_like_it(question.kind));
    }
    match question.kind {
        Kind::YesNo | Kind::OneOf => by_name(content, question, office, text),
        Kind::Country | Kind::Countries => match choices(content, question, office, text).into_iter().next() {
            Some(choice) => Reading::Answer(choice.answer),
            None => Reading::Invalid(AnswerError::NoCountry),
        },
        Kind::DateOrNo if says_no(content, question, text) => Reading::Answer(Answer::Known(Value::No)),
        Kind::Date | Kind::DateOrNo => typed_date(content, text, as_of),
    }
}

fn nothing_like_it(kind: Kind) -> AnswerError {
    match kind {
        Kind::YesNo | Kind::OneOf => AnswerError::NoChoice,
        Kind::Country | Kind::Countries => AnswerError::NoCountry,
        Kind::Date | Kind::DateOrNo => AnswerError::NoDate(TypedDateError::Form),
    }
}

fn by_digit(content: &Content, question: &Question, office: Option<&Office>, text: &str) -> Option<Choice> {
    let mut chars = text.chars();
    let key = chars.next().filter(char::is_ascii_digit)?;
    if chars.next().is_some() {
        return None;
    }
    choices(content, question, office, "").into_iter().find(|choice| choice.key == Some(key))
}

/// A choice by its words: by their beginning, or else by the beginning of a later one.
fn by_name(content: &Content, question: &Question, office: Option<&Office>, text: &str) -> Reading {
    let all = choices(content, question, office, "");
    let typed = fold(text);
    let begins = |name: &str| fold(name).starts_with(&typed);
    let within = |name: &str| fold(name).split(' ').any(|word| word.starts_with(&typed));
    let found = named(content, question, &all, &begins);
    let found = if found.is_empty() { named(content, question, &all, &within) } else { found };
    match found.as_slice() {
        [] => Reading::Invalid(AnswerError::NoChoice),
        [one] => Reading::Answer(one.answer.clone()),
        _ => Reading::Which(found),
    }
}

fn named(content: &Content, question: &Question, all: &[Choice], fits: &dyn Fn(&str) -> bool) -> Vec<Choice> {
    let word = |word| (0..content.languages.len()).any(|n| fits(content.msg(word, Lang(n))));
    let means = |choice: &&Choice| match &choice.answer {
        Answer::Known(Value::YesNo(yes)) => word(if *yes { Msg::Yes } else { Msg::No }),
        Answer::Known(Value::Choice(id)) => {
            let option = question.options.iter().find(|option| option.id == *id);
            option.is_some_and(|option| option.text.all().any(fits))
        }
        _ => false,
    };
    all.iter().filter(means).cloned().collect()
}

/// Whether a text begins the question's own words for no, or the word itself.
fn says_no(content: &Content, question: &Question, text: &str) -> bool {
    let text = fold(text);
    let mut words = (0..content.languages.len()).map(|n| content.msg(Msg::No, Lang(n)));
    let mut own = question.no.iter().flat_map(Text::all);
    words.any(|word| fold(word).starts_with(&text)) || own.any(|word| fold(word).starts_with(&text))
}

fn typed_date(content: &Content, text: &str, as_of: NaiveDate) -> Reading {
    let accepted = |date: Interval| plausible(date, as_of).map(|date| Answer::Known(Value::Date(date)));
    match date::read(content, text) {
        Err(error) => Reading::Invalid(AnswerError::NoDate(error)),
        Ok(Typed::One(date)) => accepted(date.into()).map_or_else(Reading::Invalid, Reading::Answer),
        Ok(Typed::Until(day)) => accepted(Interval::until(day)).map_or_else(Reading::Invalid, Reading::Answer),
        Ok(Typed::Since(day)) => accepted(Interval::since(day)).map_or_else(Reading::Invalid, Reading::Answer),
        Ok(Typed::Either(a, b)) => match (accepted(a.into()), accepted(b.into())) {
            (Ok(a), Ok(b)) => Reading::Which(
                [a, b]
                    .into_iter()
                    .zip('1'..)
                    .map(|(answer, key)| Choice { key: Some(key), answer, side: None })
                    .collect(),
            ),
            (Ok(one), Err(_)) | (Err(_), Ok(one)) => Reading::Answer(one),
            (Err(trouble), Err(_)) => Reading::Invalid(trouble),
        },
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
