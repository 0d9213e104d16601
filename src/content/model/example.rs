//! Example people, kept beside the content and tried by `smo content test`.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::content::text::Id;

/// A made-up person with the verdicts that are right for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    pub id: Id,
    /// Why it is there, in plain words for who edits the content.
    pub why: String,
    /// As on the command line: `country=CO`.
    pub facts: Vec<String>,
    /// The day of asking, where the verdict depends on it.
    pub as_of: Option<NaiveDate>,
    /// Office and verdict.
    pub offices: Vec<(Id, ExampleVerdict)>,
    /// Pathway and verdict.
    pub pathways: Vec<(Id, ExampleVerdict)>,
    /// Advice, and whether its rule is met.
    pub advice: Vec<(Id, ExampleVerdict)>,
}

impl Example {
    /// The day of asking; a day after everything where none is given.
    pub fn day(&self) -> NaiveDate {
        self.as_of.unwrap_or(NaiveDate::MAX)
    }
}

/// The verdict that an example says is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExampleVerdict {
    Met,
    NotMet,
    Unclear,
}
