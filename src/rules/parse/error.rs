//! What can be wrong with a fact or its value, each in one line of English.

use std::fmt;

use crate::content::{DateError, Id, PartialDate};

use super::near::or_list;
use crate::rules::interval::FIRST_YEAR;
use crate::text::quoted;

/// Why a text is no value of a question. The message does not name the question.
///
/// `text` is what was written, `forms` what can be written, `near` the nearest names that exist, best first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the messages say it")]
pub enum ValueError {
    #[error("the value is empty; write {0}")]
    Empty(Forms),
    #[error("{} has an empty place in its list; write {forms}", quoted(text))]
    EmptyElement { text: String, forms: Forms },
    #[error("{} stands twice in the list; name each once", quoted(.0))]
    Repeated(String),
    #[error("{} stands alone; write it without other values", quoted(.0))]
    NotInList(String),
    #[error("{} is more than one value; write {forms}", quoted(text))]
    List { text: String, forms: Forms },
    #[error("{} is not one of its values{}; write {forms}", quoted(text), did_you_mean(near))]
    Unknown { text: String, near: Vec<String>, forms: Forms },
    #[error("{} is no country code{}; write {forms}", quoted(text), did_you_mean(near))]
    Code { text: String, near: Vec<String>, forms: Forms },
    #[error("{} is no date in this form; write {near}", quoted(text))]
    NearDate { text: String, near: PartialDate },
    #[error("{} is no date: {cause}", quoted(text))]
    Date { text: String, cause: DateError },
    #[error("{} needs a full day beside the dots, as in ..2023-05-30 or 2023-05-30..", quoted(.0))]
    NoDay(String),
    #[error("{} ends before it begins; write the earlier date first, as in 2019..2020", quoted(.0))]
    Reversed(String),
    #[error("{} lies before {FIRST_YEAR}; write a later date", .0)]
    TooEarly(PartialDate),
    #[error("{date} lies in the future; today is {today}")]
    Future { date: PartialDate, today: PartialDate },
}

/// What can be written for a question, as the end of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms(pub(super) Vec<String>);

impl fmt::Display for Forms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&or_list(&self.0))
    }
}

/// Why a `FACT=VALUE` is not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the messages say it")]
pub enum FactError {
    #[error("{} has no \"=\"; write FACT=VALUE, as in {example}", quoted(text))]
    NoEquals { text: String, example: String },
    /// With every fact in asking order.
    #[error("there is no fact {}{}; the facts are {}", quoted(text), did_you_mean(near), all.join(", "))]
    Unknown { text: String, near: Vec<String>, all: Vec<String> },
    #[error("{0} is given twice; give each fact once")]
    Repeated(Id),
    #[error("{fact}: {cause}")]
    Value { fact: Id, cause: ValueError },
}

fn did_you_mean(near: &[String]) -> String {
    if near.is_empty() { String::new() } else { format!(" (did you mean {}?)", or_list(near)) }
}
