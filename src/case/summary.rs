//! What a list shows of a case.

use chrono::NaiveDate;

use super::record::Record;
use crate::content::{Content, Id};
use crate::rules;

/// A case, and what the content makes of its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Summary {
    pub record: Record,
    /// Where the person is, a code or [`rules::OTHER`]; `None` where that is not known or not stored.
    pub country: Option<Id>,
    pub office: Option<Id>,
    /// Facts that can still change the verdict there, in asking order; where the country is not known, the fact that
    /// tells it. Withheld facts are among them: they have to be asked again.
    pub open: Vec<Id>,
}

impl Summary {
    /// Whole days since it was last changed; negative where it is dated after today, as by a clock that was wrong.
    pub fn days(&self, today: NaiveDate) -> i64 {
        today.signed_duration_since(self.record.changed.date()).num_days()
    }

    /// What a list shows of a case.
    pub fn of(record: Record, content: &Content) -> Self {
        let (answers, _) = record.answers(content);
        let country = answers.country(content);
        let office = country.as_deref().and_then(|country| content.office_in(country));
        let found = rules::assess(content, &answers);
        let missing = office.and_then(|office| found.office(&office.id)).map(|finding| &finding.missing);
        let open = match (missing, &country) {
            (Some(missing), _) => missing.iter().map(|question| question.id.clone()).collect(),
            (None, Some(_)) => Vec::new(),
            (None, None) => rules::place_question(content).map(|question| question.id.clone()).into_iter().collect(),
        };
        Self { record, office: office.map(|office| office.id.clone()), open, country }
    }

    /// The step that was reached last.
    pub fn step(&self) -> Option<&str> {
        self.record.place.last().map(|visit| visit.step.as_str())
    }
}
