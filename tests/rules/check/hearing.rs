//! What people type, kind by kind: each is read as meant, asked, or refused with its cause. Never misheard.

mod countries;
mod dates;
mod property;
mod table;
mod words;

use smo_desk::check::AnswerError;

use super::person::{meaning, trouble};

#[track_caller]
pub(super) fn all(id: &str, expected: &str, typed: &[&str]) {
    for text in typed {
        assert_eq!(meaning(id, text), expected, "{text:?}");
    }
}

#[track_caller]
pub(super) fn refused(id: &str, error: &AnswerError, typed: &[&str]) {
    for text in typed {
        assert_eq!(trouble(id, text).as_ref(), Some(error), "{text:?}");
    }
}
