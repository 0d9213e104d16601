//! What a list shows of a case.

use chrono::NaiveDate;

use super::record::Record;
use crate::content::{Content, FactKind, Id, Question};
use crate::rules::{self, Answer, Answers, Assessment, Verdict};

/// What tells one person's answers from another's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gist {
    /// Where the person is, a code or [`rules::OTHER`]; `None` where that is not known or not stored.
    pub country: Option<Id>,
    /// The office there.
    pub office: Option<Id>,
    /// The verdict of that office.
    pub verdict: Option<Verdict>,
    /// What was said about the nationality, unless it is not to be stored.
    pub nationality: Option<Answer>,
    /// Facts that can still change the verdict there, in asking order; where the country is not known, the fact that
    /// tells it. Withheld facts are among them where they have to be asked again.
    pub open: Vec<Id>,
}

impl Gist {
    /// What some answers come to that were assessed.
    pub fn of(content: &Content, answers: &Answers, found: &Assessment) -> Self {
        let country = answers.country(content);
        let finding = country.as_deref().and_then(|country| found.nearest_in(country));
        let open = match (finding, &country) {
            (Some(finding), _) => finding.missing.iter().map(|question| question.id.clone()).collect(),
            (None, Some(_)) => Vec::new(),
            (None, None) => rules::place_question(content).map(|question| question.id.clone()).into_iter().collect(),
        };
        let nationality = content.asking_for(FactKind::Countries);
        let said = nationality.and_then(|question| answers.get(&question.id));
        Self {
            office: finding.map(|finding| finding.office.id.clone()),
            verdict: finding.map(|finding| finding.verdict),
            nationality: said.filter(|answer| !matches!(answer, Answer::Withheld(_))).cloned(),
            open,
            country,
        }
    }
}

/// A case, and what the content makes of its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Summary {
    pub record: Record,
    pub gist: Gist,
}

impl Summary {
    /// Whole days since it was last changed; negative where it is dated after today, as by a clock that was wrong.
    pub fn days(&self, today: NaiveDate) -> i64 {
        today.signed_duration_since(self.record.changed.date()).num_days()
    }

    /// What a list shows of a case.
    pub fn of(record: Record, content: &Content) -> Self {
        let (answers, _) = record.answers(content);
        let found = rules::assess(content, &answers);
        Self { gist: Gist::of(content, &answers, &found), record }
    }

    /// What was said about the nationality, with its question.
    pub fn nationality<'c>(&self, content: &'c Content) -> Option<(&'c Question, &Answer)> {
        let asked = content.asking_for(FactKind::Countries)?;
        Some((asked, self.gist.nationality.as_ref()?))
    }

    /// The step that was reached last.
    pub fn step(&self) -> Option<&str> {
        self.record.place.last().map(|made| made.step.as_str())
    }
}
