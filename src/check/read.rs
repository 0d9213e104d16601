//! What a typed answer means, while it is being typed and when it is committed.

use chrono::NaiveDate;

use super::choice::choices;
use super::date::{self, TypedDateError};
pub use super::reading::{AnswerError, Choice, Reading};
use super::{always, country};
use crate::content::hearing::spaced;
use crate::content::{Content, Kind, Lang, Msg, Office, Question, Sense, Text};
use crate::rules::{Answer, Implausible, Interval, Value};

/// Reads what is typed as an answer to a question. `office` is the one in the person's country.
pub fn read(content: &Content, question: &Question, office: Option<&Office>, text: &str, as_of: NaiveDate) -> Reading {
    let text = text.trim();
    if text.is_empty() {
        return Reading::Empty;
    }
    if let Some(choice) = by_digit(content, question, office, text) {
        return Reading::Answer(choice.answer);
    }
    let words = spaced(text);
    if words.is_empty() {
        // Marks alone begin every word and name none.
        return Reading::Invalid(nothing_like_it(question.kind));
    }
    let means = |sense| content.lexicon().means(&words, sense);
    if means(Sense::DontKnow) || means(Sense::Declined) {
        let answer = if means(Sense::DontKnow) { Answer::DontKnow } else { Answer::Declined };
        // Short for it can be a country's code too.
        let code = if is_place(question.kind) { country::of_code(content, question, text) } else { None };
        return match code {
            Some(code) => country::which([Answer::Known(code), answer]),
            None => Reading::Answer(answer),
        };
    }
    match question.kind {
        Kind::YesNo if means(Sense::Yes) || means(Sense::No) => known(Value::YesNo(means(Sense::Yes))),
        Kind::YesNo | Kind::OneOf => by_name(content, question, office, &words),
        kind if is_place(kind) => country::read(content, question, text),
        Kind::DateOrNo if means(Sense::No) || says_no(content, question, &words) => known(Value::No),
        Kind::Date | Kind::DateOrNo if always::is_meant(content, question, office, &words) => {
            known(Value::Date(Interval::always()))
        }
        _ => typed_date(content, office, text, as_of),
    }
}

fn known(value: Value) -> Reading {
    Reading::Answer(Answer::Known(value))
}

fn is_place(kind: Kind) -> bool {
    matches!(kind, Kind::Country | Kind::Countries)
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
fn by_name(content: &Content, question: &Question, office: Option<&Office>, typed: &str) -> Reading {
    let all = choices(content, question, office, "");
    let begins = |name: &str| spaced(name).starts_with(typed);
    let within = |name: &str| spaced(name).split(' ').any(|word| word.starts_with(typed));
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
fn says_no(content: &Content, question: &Question, typed: &str) -> bool {
    let mut words = (0..content.languages.len()).map(|n| content.msg(Msg::No, Lang(n)));
    let mut own = question.no.iter().flat_map(Text::all);
    words.any(|word| spaced(word).starts_with(typed)) || own.any(|word| spaced(word).starts_with(typed))
}

fn typed_date(content: &Content, office: Option<&Office>, text: &str, as_of: NaiveDate) -> Reading {
    let typed = match date::read(content, office.map(|office| &*office.country), text) {
        Err(error) => return Reading::Invalid(AnswerError::NoDate(error)),
        Ok(typed) => typed,
    };
    match typed.dates.as_slice() {
        [date] if !typed.is_guess => {
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
