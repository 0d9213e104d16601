//! Dates as people type them: `2019`, `03 2023`, `11 jun 2023`, `2023-06-11`, `11/06/2023`.

use chrono::NaiveDate;

use crate::content::{Content, DateError, Lang, PartialDate};
use crate::text::fold;

/// What a typed date can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Typed {
    One(PartialDate),
    /// Day and month can be read either way round.
    Either(PartialDate, PartialDate),
    /// On the day or before it: `..2023-06-11`.
    Until(NaiveDate),
    /// On the day or after it: `2023-06-12..`.
    Since(NaiveDate),
}

/// Why a typed date is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedDateError {
    /// Not a form that is known.
    Form,
    /// The year has fewer than four digits: 23 could be an age, a day or a year.
    ShortYear,
    /// The calendar has no such date.
    Calendar(DateError),
}

/// One part of a typed date.
#[derive(Clone, Copy)]
enum Part {
    Number(u32, usize),
    Month(u32),
}

/// Reads a date as it is typed; a month may be a name in any language of the content.
///
/// # Errors
/// Says why it is no date.
pub fn read(content: &Content, text: &str) -> Result<Typed, TypedDateError> {
    if let Some(day) = text.trim().strip_prefix("..") {
        return whole_day(content, day).map(Typed::Until);
    }
    if let Some(day) = text.trim().strip_suffix("..") {
        return whole_day(content, day).map(Typed::Since);
    }
    plain(content, text)
}

/// The day of a date that is open to one side: it must be given whole, and once.
fn whole_day(content: &Content, text: &str) -> Result<NaiveDate, TypedDateError> {
    match plain(content, text)? {
        Typed::One(PartialDate::Day(day)) => Ok(day),
        _ => Err(TypedDateError::Form),
    }
}

fn plain(content: &Content, text: &str) -> Result<Typed, TypedDateError> {
    if text.contains("..") {
        return Err(TypedDateError::Form);
    }
    let folded = fold(text);
    let small = ["de", "del", "of"];
    let words = folded.split([' ', '-', '/', '.', ',']).filter(|w| !w.is_empty() && !small.contains(w));
    let parts: Vec<Part> = words.map(|word| part(content, word)).collect::<Option<_>>().ok_or(TypedDateError::Form)?;
    match parts.as_slice() {
        [Part::Number(year, 4)] => one(*year, None, None),
        [Part::Number(year, 4), Part::Number(month, 1 | 2) | Part::Month(month)]
        | [Part::Number(month, 1 | 2) | Part::Month(month), Part::Number(year, 4)] => one(*year, Some(*month), None),
        [Part::Number(year, 4), Part::Number(month, 1 | 2) | Part::Month(month), Part::Number(day, 1 | 2)]
        | [Part::Number(day, 1 | 2), Part::Month(month), Part::Number(year, 4)]
        | [Part::Month(month), Part::Number(day, 1 | 2), Part::Number(year, 4)] => one(*year, Some(*month), Some(*day)),
        [Part::Number(a, 1 | 2), Part::Number(b, 1 | 2), Part::Number(year, 4)] => either(*year, *a, *b),
        parts => Err(if lacks_only_a_full_year(parts) { TypedDateError::ShortYear } else { TypedDateError::Form }),
    }
}

/// Whether the parts could be a date, were the last of them a year of four digits.
fn lacks_only_a_full_year(parts: &[Part]) -> bool {
    let short = |part: &Part| matches!(part, Part::Month(_) | Part::Number(_, 1..=3));
    parts.len() <= 3 && parts.iter().all(short) && matches!(parts.last(), Some(Part::Number(..)))
}

fn part(content: &Content, word: &str) -> Option<Part> {
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Part::Number(word.parse().ok()?, word.len()));
    }
    month(content, word).map(Part::Month)
}

/// The month that a word names, or that it begins with three letters or more, if it is one only.
fn month(content: &Content, word: &str) -> Option<u32> {
    let named = |fits: &dyn Fn(&str) -> bool| {
        let has = |month: &u32| {
            (0..content.languages.len()).map(Lang).any(|lang| {
                let names = [content.catalog.month(*month, lang), content.catalog.month_short(*month, lang)];
                names.iter().any(|name| fits(&fold(name)))
            })
        };
        let mut found = (1..=12).filter(has);
        found.next().filter(|_| found.next().is_none())
    };
    // Some languages have months of two letters.
    named(&|name| name == word).or_else(|| {
        let long_enough = word.chars().count() >= 3 && word.chars().all(char::is_alphabetic);
        if long_enough { named(&|name| name.starts_with(word)) } else { None }
    })
}

fn one(year: u32, month: Option<u32>, day: Option<u32>) -> Result<Typed, TypedDateError> {
    date(year, month, day).map(Typed::One)
}

/// Day first and month first, unless only one of them is a date or both are the same.
fn either(year: u32, a: u32, b: u32) -> Result<Typed, TypedDateError> {
    match (date(year, Some(b), Some(a)), date(year, Some(a), Some(b))) {
        (Ok(day_first), Ok(month_first)) if day_first != month_first => Ok(Typed::Either(day_first, month_first)),
        (Ok(date), _) | (Err(_), Ok(date)) => Ok(Typed::One(date)),
        (Err(error), Err(_)) => Err(error),
    }
}

fn date(year: u32, month: Option<u32>, day: Option<u32>) -> Result<PartialDate, TypedDateError> {
    let year = i32::try_from(year).map_err(|_| TypedDateError::Form)?;
    PartialDate::from_parts(year, month, day).map_err(TypedDateError::Calendar)
}
