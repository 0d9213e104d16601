//! What can be wrong with a fact or its value, and how each error says it.

use std::fmt;

use crate::content::{DateError, Id, PartialDate};

use super::near;

/// Why a text is no value of a question: one line in English, without the question's name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// Nothing stands after the `=`.
    #[error("the value is empty; write {0}")]
    Empty(Forms),
    /// Two commas in a row, or one at an end.
    #[error("{} has an empty place in its list; write {forms}", Shown(text))]
    EmptyElement {
        /// The whole list.
        text: String,
        /// What can be written.
        forms: Forms,
    },
    /// The same element twice.
    #[error("{} stands twice in the list; name each once", Shown(.0))]
    Repeated(String),
    /// A value that stands alone, in a list.
    #[error("{} stands alone; write it without other values", Shown(.0))]
    NotInList(String),
    /// A list where one value is asked for.
    #[error("{} is more than one value; write {forms}", Shown(text))]
    List {
        /// The whole list.
        text: String,
        /// What can be written.
        forms: Forms,
    },
    /// Not one of the values.
    #[error("{} is not one of its values{}; write {forms}", Shown(text), DidYouMean(near))]
    Unknown {
        /// What was written.
        text: String,
        /// The nearest values that there are, best first.
        near: Vec<String>,
        /// What can be written.
        forms: Forms,
    },
    /// No country has the code.
    #[error("{} is no country code{}; write {forms}", Shown(text), DidYouMean(near))]
    Code {
        /// What was written.
        text: String,
        /// The nearest codes with their names, best first.
        near: Vec<String>,
        /// What can be written.
        forms: Forms,
    },
    /// No such date, or none at all.
    #[error("{} is no date: {cause}", Shown(text))]
    Date {
        /// What was written.
        text: String,
        /// What is wrong with it.
        cause: DateError,
    },
    /// `..` beside a year or a month.
    #[error("{} needs a full day beside the dots, as in ..2023-05-30 or 2023-05-30..", Shown(.0))]
    NoDay(String),
    /// Earlier than anybody's life can tell.
    #[error("{} lies before {FIRST_YEAR}; write a later date", .0)]
    TooEarly(PartialDate),
    /// Wholly after the day of asking.
    #[error("{date} lies in the future; today is {today}")]
    Future {
        /// The date that was written.
        date: PartialDate,
        /// The day of asking.
        today: PartialDate,
    },
}

/// Years before it are taken for slips.
pub(super) const FIRST_YEAR: i32 = 1900;

/// What can be written for a question, as the end of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms(pub(super) Vec<String>);

impl fmt::Display for Forms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&near::or_list(&self.0))
    }
}

/// What was written, short and without anything that a terminal would obey.
struct Shown<'a>(&'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 40;
        let mut chars = self.0.chars();
        let start: String = chars.by_ref().take(MOST).collect();
        let start = start.escape_debug().to_string().replace("\\'", "'").replace("\\\"", "\"");
        write!(f, "\"{start}{}\"", if chars.next().is_some() { "…" } else { "" })
    }
}

/// ` (did you mean a or b?)`, or nothing where nothing is near.
struct DidYouMean<'a>(&'a [String]);

impl fmt::Display for DidYouMean<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, " (did you mean {}?)", near::or_list(self.0)) }
    }
}

/// Why a `FACT=VALUE` is none: one line in English.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FactError {
    /// No `=` in it.
    #[error("{} has no \"=\"; write FACT=VALUE, as in {example}", Shown(text))]
    NoEquals {
        /// What was written.
        text: String,
        /// One that can be written.
        example: String,
    },
    /// No question gives the fact.
    #[error("there is no fact {}{}; the facts are {}", Shown(text), DidYouMean(near), all.join(", "))]
    Unknown {
        /// What was written.
        text: String,
        /// The nearest facts, best first.
        near: Vec<String>,
        /// Every fact, in asking order.
        all: Vec<String>,
    },
    /// The same fact twice.
    #[error("{0} is given twice; give each fact once")]
    Repeated(Id),
    /// The value is none of the fact's.
    #[error("{fact}: {cause}")]
    Value {
        /// The fact.
        fact: Id,
        /// What is wrong with its value.
        cause: ValueError,
    },
}
