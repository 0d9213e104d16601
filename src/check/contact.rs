//! Whether an e-mail address, a telephone number or a birth date looks right. Nothing of them is kept, also where one is
//! typed into another field.

use chrono::{Datelike, Days, Months, NaiveDate};
use email_address::EmailAddress;

use super::date;
use super::read::plausible;
use super::reading::AnswerError;
use crate::content::{Content, Dialling, PartialDate, Question};
use crate::rules::{Interval, StatedDate, Verdict};

/// Whether a text has the form of an e-mail address that can be reached from anywhere.
pub fn is_email(text: &str) -> bool {
    let text = text.trim();
    // An address without a dot in its domain is right by the standard, and no help to a person.
    let has_dot =
        text.rsplit_once('@').is_some_and(|(_, domain)| domain.split('.').filter(|p| !p.is_empty()).count() > 1);
    has_dot && !text.contains(['<', '>', '"', ' ']) && EmailAddress::is_valid(text)
}

/// What a typed telephone number looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phone<'c> {
    /// As numbers with this beginning do.
    Right(&'c Dialling),
    /// Numbers with this beginning have another count of digits than that.
    Digits(&'c Dialling, usize),
    /// No number with this beginning goes on so.
    Begins(&'c Dialling),
    /// There is more in it than digits and what parts them.
    NoNumber,
    /// How numbers of that country look is not known here.
    Unknown,
}

/// The fewest and the most digits of a number anywhere, with the country's own (ITU-T E.164).
const ANYWHERE: std::ops::RangeInclusive<usize> = 7..=15;

/// Looks at a telephone number: with `+` or `00` as of the country that it names, else as of the one given.
pub fn phone<'c>(content: &'c Content, country: Option<&str>, text: &str) -> Phone<'c> {
    let text = text.trim();
    let parts = |c: char| c.is_whitespace() || matches!(c, '-' | '.' | '(' | ')' | '/');
    let bare: String = text.chars().filter(|c| !parts(*c)).collect();
    let (abroad, digits) = match bare.strip_prefix('+').or_else(|| bare.strip_prefix("00")) {
        Some(digits) => (true, digits),
        None => (false, bare.as_str()),
    };
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Phone::NoNumber;
    }
    if abroad {
        return from_abroad(content, digits);
    }
    match country.and_then(|code| content.country(code)).and_then(|country| country.dialling.as_ref()) {
        Some(dialling) => held_against(dialling, digits),
        None => Phone::Unknown,
    }
}

fn from_abroad<'c>(content: &'c Content, digits: &str) -> Phone<'c> {
    let known = content.countries.iter().filter_map(|country| country.dialling.as_ref());
    match known.filter(|dialling| digits.starts_with(&*dialling.code)).max_by_key(|dialling| dialling.code.len()) {
        Some(dialling) => held_against(dialling, digits.strip_prefix(&*dialling.code).unwrap_or(digits)),
        None if ANYWHERE.contains(&digits.len()) => Phone::Unknown,
        None => Phone::NoNumber,
    }
}

fn held_against<'c>(dialling: &'c Dialling, digits: &str) -> Phone<'c> {
    let fits = |number: &str| dialling.digits.iter().any(|length| usize::from(*length) == number.len());
    let begins = |number: &str| {
        dialling.begins.is_empty() || dialling.begins.iter().any(|begin| number.starts_with(begin.as_str()))
    };
    // What is dialled before a number inside the country is no part of it.
    let trimmed = dialling.trunk.as_deref().and_then(|trunk| digits.strip_prefix(trunk));
    let numbers: Vec<&str> = [Some(digits), trimmed].into_iter().flatten().filter(|number| fits(number)).collect();
    if numbers.iter().any(|number| begins(number)) {
        Phone::Right(dialling)
    } else if numbers.is_empty() {
        Phone::Digits(dialling, digits.len())
    } else {
        Phone::Begins(dialling)
    }
}

/// Reads a birth date, and says whether an age in years is reached on a day; open where the date is not exact enough.
///
/// # Errors
/// Why it is no birth date.
pub fn birth(content: &Content, age: u32, text: &str, as_of: NaiveDate) -> Result<Verdict, AnswerError> {
    let typed = date::read(content, None, text).map_err(AnswerError::NoDate)?;
    let stated = |date: &Interval| if let StatedDate::Partial(date) = date.stated { Some(date) } else { None };
    let born = typed.dates.iter().map(stated).collect::<Option<Vec<PartialDate>>>();
    let born = born.ok_or(AnswerError::NoDate(date::TypedDateError::Form))?;
    let errors: Vec<_> = born.iter().filter_map(|born| plausible((*born).into(), as_of).err()).collect();
    if let Some(error) = errors.first().filter(|_| errors.len() == born.len()) {
        return Err(error.clone());
    }
    let mut verdicts = born.into_iter().map(|born| reached(age, born, as_of));
    let first = verdicts.next().unwrap_or(Verdict::Unclear);
    // Where day and month can be read either way round, only what holds for both is said.
    Ok(if verdicts.all(|other| other == first) { first } else { Verdict::Unclear })
}

fn reached(age: u32, born: PartialDate, as_of: NaiveDate) -> Verdict {
    let birthday = |day: NaiveDate| day.checked_add_months(Months::new(age.saturating_mul(12)));
    let (Some(earliest), Some(latest)) = (birthday(born.first()), birthday(born.last())) else {
        return Verdict::Unclear;
    };
    // Born on 29 February: whether 28 February or 1 March counts in another year differs from law to law.
    let latest = if latest.day() < born.last().day() { latest.checked_add_days(Days::new(1)) } else { Some(latest) };
    match latest {
        Some(latest) if as_of >= latest => Verdict::Met,
        _ if as_of < earliest => Verdict::NotMet,
        _ => Verdict::Unclear,
    }
}

/// The question that states an age, if one does.
pub fn age_question(content: &Content) -> Option<(&Question, u32)> {
    content.questions.iter().find_map(|question| Some((&**question, question.age?)))
}

/// Whether a text has an e-mail address or a telephone number in it. No answer looks like one, so nothing is lost where
/// such a text is not kept.
pub fn is_in(text: &str) -> bool {
    if text.contains('@') || text.trim_start().starts_with('+') {
        return true;
    }
    // Dates are written with these too: what they part is never three digits twice.
    let mut groups = text.split(|c: char| c.is_whitespace() || "-.()/".contains(c)).filter(|group| !group.is_empty());
    let mut before = "";
    groups.any(|group| {
        let is_number = digits(group) > 8 || digits(group) == 7 || (digits(group) == 8 && !is_day(group));
        let follows = digits(before) >= 3 && digits(group) >= 3 && !(is_year(before) && is_year(group));
        before = group;
        is_number || follows
    })
}

/// How many digits stand together at most.
fn digits(text: &str) -> usize {
    text.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0)
}

/// Whether eight digits can be a day, with its year first or last.
fn is_day(text: &str) -> bool {
    text.get(..4).is_some_and(is_year) || text.get(4..).is_some_and(is_year)
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_are_told_from_answers() {
        for text in [
            "ana@example.org",
            "ana@",
            "3001234567",
            "300 123 4567",
            "(300) 123-4567",
            "0412-1234567",
            "5555-1234",
            "55551234",
            "+57 300",
            "1234567",
            "tel 3001234567",
            "2 3001234567",
        ] {
            assert!(is_in(text), "{text}");
        }
        for text in [
            "",
            "colom",
            "1 2 3",
            "10 12 13",
            "ve, co",
            "12/06/2023",
            "12-06-2023",
            "12062023",
            "20230612",
            "2030-06-12",
            "2019-2020",
            "2019 2020",
            "12/06/2023 13/07/2023",
            "june 2023",
            "1200",
            "120",
            "17",
        ] {
            assert!(!is_in(text), "{text}");
        }
    }
}
