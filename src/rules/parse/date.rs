//! The dates that an answer can be.

use chrono::NaiveDate;

use crate::content::{DateError, FactKind, PartialDate, Question};
use crate::rules::answer::Value;
use crate::rules::interval::{Implausible, Interval};

use super::ValueError;
use super::value::{is, unknown};

/// Reads a date, `..DAY`, `DAY..`, `DATE..DATE`, or a word that the question takes for a date.
pub(super) fn parse(question: &Question, text: &str, as_of: NaiveDate) -> Result<Value, ValueError> {
    if question.kind == FactKind::DateOrNo && is(text, "no") {
        return Ok(Value::No);
    }
    if question.always.is_some() && is(text, "always") {
        return Ok(Value::Date(Interval::always()));
    }
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Err(unknown(question, text));
    }
    interval(text, as_of).map(Value::Date)
}

fn interval(text: &str, as_of: NaiveDate) -> Result<Interval, ValueError> {
    let (date, interval) = if let Some(day) = text.strip_prefix("..") {
        full_day(text, day).map(|day| (PartialDate::Day(day), Interval::until(day)))?
    } else if let Some(day) = text.strip_suffix("..") {
        full_day(text, day).map(|day| (PartialDate::Day(day), Interval::since(day)))?
    } else if let Some((from, to)) = text.split_once("..") {
        let (from, to) = (read(text, from)?, read(text, to)?);
        (from, Interval::between(from, to).ok_or_else(|| ValueError::Reversed(text.to_owned()))?)
    } else {
        read(text, text).map(|date| (date, date.into()))?
    };
    interval.plausible(as_of).map_err(|cause| match cause {
        Implausible::TooEarly => ValueError::TooEarly(date),
        Implausible::Future => ValueError::Future { date, today: PartialDate::Day(as_of) },
    })
}

fn full_day(text: &str, day: &str) -> Result<NaiveDate, ValueError> {
    match read(text, day)? {
        PartialDate::Day(day) => Ok(day),
        PartialDate::Month(..) | PartialDate::Year(_) => Err(ValueError::NoDay(text.to_owned())),
    }
}

/// Reads `date`, which is `text` or a part of it.
fn read(text: &str, date: &str) -> Result<PartialDate, ValueError> {
    date.parse().map_err(|cause: DateError| match near(date).filter(|_| cause == DateError::Form) {
        Some(near) => ValueError::NearDate { text: text.to_owned(), near },
        None => ValueError::Date { text: text.to_owned(), cause },
    })
}

/// The date that is meant by one with other signs or without a nought: `2023-5`, `2023/05`, `20230530`.
fn near(date: &str) -> Option<PartialDate> {
    let whole = [date.get(..4), date.get(4..6), date.get(6..)].into_iter().collect::<Option<Vec<&str>>>();
    let parts = match whole {
        Some(parts) if date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()) => parts,
        _ => date.split(['-', '/', '.', ' ']).collect(),
    };
    let year_first: Vec<&str> = match parts.as_slice() {
        [month, year] if year.len() == 4 => vec![year, month],
        parts => parts.to_vec(),
    };
    let padded: Vec<String> = year_first.iter().map(|part| format!("{part:0>2}")).collect();
    padded.join("-").parse().ok()
}
