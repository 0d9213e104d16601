//! What a document is made from.

use chrono::NaiveDate;

use super::Citation;
use crate::case::StoredVerdict;
use crate::check::{Check, Checklist};
use crate::content::{Content, Lang, Msg, Statement};
use crate::process::Place;
use crate::wording::Phrases;

/// Content, language and day; and the person who is being checked, if there is one.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Context<'a> {
    pub phrases: Phrases<'a>,
    /// The day of asking: what is dated after it is left out.
    pub day: NaiveDate,
    /// None before anything is known of one.
    pub person: Option<Person<'a>>,
}

/// What is known of the person.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Person<'a> {
    pub check: &'a Check,
    pub checklist: &'a Checklist,
    pub place: &'a Place,
    /// The verdicts under the content that the case was last worked on with, where that was another.
    pub stored_verdicts: &'a [StoredVerdict],
}

impl<'a> Context<'a> {
    /// What is known.
    pub fn content(&self) -> &'a Content {
        self.phrases.content
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.phrases.lang
    }

    /// A message of the program in the language.
    pub fn msg(&self, msg: Msg) -> &'a str {
        self.phrases.get(msg)
    }

    /// Who makes a statement, and when.
    pub fn cite(&self, said: &Statement) -> Citation {
        Citation {
            label: said.source.label.get(self.lang()).to_owned(),
            dated: self.phrases.said_by(said),
            section: said.section.as_deref().map(str::to_owned),
        }
    }
}
