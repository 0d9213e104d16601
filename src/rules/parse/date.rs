//! The dates that an answer can be.

use chrono::{Datelike, NaiveDate};

use crate::content::{DateError, Kind, PartialDate, Question};
use crate::rules::answer::Value;
use crate::rules::interval::Interval;

use super::ValueError;
use super::error::FIRST_YEAR;
use super::value::{is, unknown};

/// Reads a date, `..DAY`, `DAY..`, or a word that the question takes for a date.
pub(super) fn parse(question: &Question, text: &str, as_of: NaiveDate) -> Result<Value, ValueError> {
    if question.kind == Kind::DateOrNo && is(text, "no") {
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
    if let Some(day) = text.strip_prefix("..") {
        return full_day(text, day).map(Interval::until);
    }
    if let Some(day) = text.strip_suffix("..") {
        let day = full_day(text, day)?;
        return not_future(PartialDate::Day(day), as_of).map(|()| Interval::since(day));
    }
    let date = read(text, text)?;
    not_future(date, as_of)?;
    Ok(date.into())
}

fn full_day(text: &str, day: &str) -> Result<NaiveDate, ValueError> {
    match read(text, day)? {
        PartialDate::Day(day) => Ok(day),
        PartialDate::Month(..) | PartialDate::Year(_) => Err(ValueError::NoDay(text.to_owned())),
    }
}

/// Reads `date`, which is `text` or a part of it.
fn read(text: &str, date: &str) -> Result<PartialDate, ValueError> {
    let date: PartialDate =
        date.parse().map_err(|cause: DateError| ValueError::Date { text: text.to_owned(), cause })?;
    if date.first().year() < FIRST_YEAR { Err(ValueError::TooEarly(date)) } else { Ok(date) }
}

fn not_future(date: PartialDate, as_of: NaiveDate) -> Result<(), ValueError> {
    if date.first() > as_of {
        return Err(ValueError::Future { date, today: PartialDate::Day(as_of) });
    }
    Ok(())
}
