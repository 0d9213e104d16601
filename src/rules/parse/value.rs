//! One value of one question.

use chrono::NaiveDate;
use std::collections::BTreeSet;

use crate::content::{Content, FactKind, Id, Period, PeriodUnit, Question};
use crate::rules::answer::{Answer, OTHER, Value};

use super::{Forms, ValueError, date, near};

const UNKNOWN: &str = "unknown";
const DECLINED: &str = "declined";
const STATELESS: &str = "stateless";

/// Reads a value of a question, in the forms of the command line. Upper and lower case count as the same; `as_of` is
/// the day of asking.
///
/// # Errors
/// Says what is wrong with the text and what can be written.
pub fn parse_value(content: &Content, question: &Question, text: &str, as_of: NaiveDate) -> Result<Answer, ValueError> {
    if text.trim().is_empty() {
        return Err(ValueError::Empty(forms(question)));
    }
    if is(text, UNKNOWN) {
        return Ok(Answer::DontKnow);
    }
    if is(text, DECLINED) {
        return Ok(Answer::Declined);
    }
    let value = match question.kind {
        FactKind::YesNo => yes_no(question, text),
        FactKind::OneOf => one_of(question, text),
        FactKind::Country => country(content, question, text),
        FactKind::Countries => countries(content, question, text),
        FactKind::Date | FactKind::DateOrNo => date::parse(question, text, as_of),
        FactKind::Number => digits(text).map(Value::Number).ok_or_else(|| unknown(question, text)),
        FactKind::Period => period(question, text).map(Value::Number).ok_or_else(|| unknown(question, text)),
    };
    value.map(Answer::Known)
}

pub(super) fn is(text: &str, word: &str) -> bool {
    text.eq_ignore_ascii_case(word)
}

fn yes_no(question: &Question, text: &str) -> Result<Value, ValueError> {
    match text {
        yes if is(yes, "yes") => Ok(Value::YesNo(true)),
        no if is(no, "no") => Ok(Value::YesNo(false)),
        _ => Err(unknown(question, text)),
    }
}

/// A whole number without a sign.
fn digits(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.chars().all(|c| c.is_ascii_digit()))
}

/// How many of what the question counts a length of time is, as `18`, `P18M` or `P2Y`.
fn period(question: &Question, text: &str) -> Option<u32> {
    let unit = question.counts?;
    let bare = digits(text).map(|count| unit.times(count));
    bare.or_else(|| Period::parse(&text.to_ascii_uppercase()))?.count(unit)
}

fn one_of(question: &Question, text: &str) -> Result<Value, ValueError> {
    let option = question.options.iter().find(|option| is(text, &option.id));
    option.map(|option| Value::Choice(option.id.clone())).ok_or_else(|| unknown(question, text))
}

/// The error for a text that is none of the words of a question.
pub(super) fn unknown(question: &Question, text: &str) -> ValueError {
    if text.contains(',') {
        return ValueError::List { text: text.to_owned(), forms: forms(question) };
    }
    let words = words(question);
    let near = near::nearest(text, words.iter().map(|word| (word.as_str(), word.clone())));
    ValueError::Unknown { text: text.to_owned(), near, forms: forms(question) }
}

fn country(content: &Content, question: &Question, text: &str) -> Result<Value, ValueError> {
    if text.contains(',') {
        return Err(ValueError::List { text: text.to_owned(), forms: forms(question) });
    }
    code(content, question, text).map(Value::Country)
}

fn countries(content: &Content, question: &Question, text: &str) -> Result<Value, ValueError> {
    if is(text, STATELESS) {
        return Ok(Value::Stateless);
    }
    let mut codes = BTreeSet::new();
    for element in text.split(',') {
        if element.trim().is_empty() {
            return Err(ValueError::EmptyElement { text: text.to_owned(), forms: forms(question) });
        }
        if [STATELESS, UNKNOWN, DECLINED].iter().any(|alone| is(element, alone)) {
            return Err(ValueError::NotInList(element.to_owned()));
        }
        let code = code(content, question, element)?;
        if !codes.insert(code) {
            return Err(ValueError::Repeated(element.to_owned()));
        }
    }
    Ok(Value::Countries(codes))
}

fn code(content: &Content, question: &Question, text: &str) -> Result<Id, ValueError> {
    if is(text, OTHER) {
        return Ok(OTHER.into());
    }
    let upper = text.to_ascii_uppercase();
    let code = content.codes.iter().find(|code| ***code == *upper);
    code.cloned().ok_or_else(|| ValueError::Code {
        text: text.to_owned(),
        near: near::codes(content, &words(question), text),
        forms: forms(question),
    })
}

/// The words that a question takes besides codes and dates.
fn words(question: &Question) -> Vec<String> {
    let mut words: Vec<&str> = match question.kind {
        FactKind::YesNo => vec!["yes", "no"],
        FactKind::OneOf => question.options.iter().map(|option| &*option.id).collect(),
        FactKind::Country => vec![OTHER],
        FactKind::Countries => vec![OTHER, STATELESS],
        FactKind::Date | FactKind::Number | FactKind::Period => Vec::new(),
        FactKind::DateOrNo => vec!["no"],
    };
    if question.always.is_some() {
        words.push("always");
    }
    words.extend([UNKNOWN, DECLINED]);
    words.into_iter().map(str::to_owned).collect()
}

/// Everything that can be written for a question, as its words and the forms of the others.
pub fn values(question: &Question) -> Vec<String> {
    forms(question).0
}

/// Everything that can be written for a question.
fn forms(question: &Question) -> Forms {
    let first: &[&str] = match question.kind {
        FactKind::YesNo | FactKind::OneOf => &[],
        FactKind::Country => &["a two-letter country code"],
        FactKind::Countries => &["two-letter country codes parted by commas"],
        FactKind::Number => &["a whole number"],
        FactKind::Period => match question.counts {
            Some(PeriodUnit::Days) => &["a number of days as 10 or P10D", "weeks as P2W"],
            _ => &["a number of months as 18 or P18M", "years as P2Y"],
        },
        FactKind::Date | FactKind::DateOrNo => {
            &["a date as 2023, 2023-05, 2023-05-30, ..2023-05-30, 2023-05-30.., 2019..2020"]
        }
    };
    Forms(first.iter().map(|form| (*form).to_owned()).chain(words(question)).collect())
}

/// A value that a question takes.
pub(super) fn example(question: &Question) -> &str {
    match question.kind {
        FactKind::YesNo => "yes",
        FactKind::OneOf => question.options.first().map_or(UNKNOWN, |option| &option.id),
        FactKind::Country | FactKind::Countries => OTHER,
        FactKind::Date | FactKind::DateOrNo => "2023-05-30",
        FactKind::Number | FactKind::Period => "1",
    }
}
