//! What a list shows of a case.

use chrono::{NaiveDate, NaiveDateTime};

use super::code::Code;
use super::record::Record;
use crate::content::{Content, Id};
use crate::rules;

/// A case in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Summary {
    pub code: Code,
    pub created: NaiveDateTime,
    pub changed: NaiveDateTime,
    /// Where the person is, a code or [`rules::OTHER`]; `None` where that is not known or not stored.
    pub country: Option<Id>,
    pub office: Option<Id>,
    pub answered: usize,
    /// Facts that can still change the verdict there, in asking order; where the country is not known, the fact that
    /// tells it. Withheld facts are among them: they have to be asked again.
    pub open: Vec<Id>,
    pub step: Option<String>,
    /// Whether it is stored until somebody deletes it.
    pub kept: bool,
    pub finished: bool,
}

impl Summary {
    /// Whole days since it was last changed; negative where it is dated after today, as by a clock that was wrong.
    pub fn days(&self, today: NaiveDate) -> i64 {
        today.signed_duration_since(self.changed.date()).num_days()
    }
}

impl Record {
    /// What a list shows of it.
    pub fn summary(&self, content: &Content) -> Summary {
        let (answers, _) = self.answers(content);
        let country = answers.country(content);
        let office = country.as_deref().and_then(|country| content.office_in(country));
        let found = rules::assess(content, &answers);
        let missing = office.and_then(|office| found.office(&office.id)).map(|finding| &finding.missing);
        let open = match (missing, &country) {
            (Some(missing), _) => missing.iter().map(|question| question.id.clone()).collect(),
            (None, Some(_)) => Vec::new(),
            (None, None) => rules::place_question(content).map(|question| question.id.clone()).into_iter().collect(),
        };
        Summary {
            code: self.code.clone(),
            created: self.created,
            changed: self.changed,
            office: office.map(|office| office.id.clone()),
            answered: self.answers.len(),
            open,
            step: self.place.last().map(|visit| visit.step.clone()),
            kept: self.kept,
            finished: self.finished,
            country,
        }
    }
}
