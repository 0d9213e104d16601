//! One person, from facts on the command line or from a stored case.

use super::session::Session;
use crate::case::{Record, Relative as StoredRelative, StoredVerdict};
use crate::check::{Check, Checklist, Relative, ResumePoint};
use crate::content::Part;
use crate::desk::place_of;
use crate::document;
use crate::process::Place;
use crate::rules::Answers;

pub(super) struct Person {
    pub(super) check: Check,
    pub(super) checklist: Checklist,
    pub(super) place: Place,
    pub(super) stored_verdicts: Vec<StoredVerdict>,
}

impl Person {
    /// A person with answers only. An answer to a question about pathways asks for pathways.
    pub(super) fn of_answers(session: &Session, answers: Answers) -> Self {
        let mut questions = session.content.questions.iter().filter(|question| question.part == Part::Pathways);
        let pathways = questions.any(|question| answers.get(&question.id).is_some());
        Self {
            check: Check::resume(&session.content, ResumePoint { answers, pathways, ..ResumePoint::default() }),
            checklist: Checklist::default(),
            place: Place::default(),
            stored_verdicts: Vec::new(),
        }
    }

    /// The person of a stored case. Answers that the content cannot read are left out.
    pub(super) fn of_record(session: &Session, record: &Record) -> Self {
        let relative =
            |stored: &StoredRelative| Relative { relation: stored.relation.as_str().into(), ready: stored.ready };
        let family = record.family.iter().map(relative).collect();
        Self {
            checklist: Checklist::of(record.items.iter().map(|id| id.as_str().into()), family),
            place: place_of(record),
            stored_verdicts: record.verdicts.clone(),
            ..Self::of_answers(session, record.answers(&session.content).0)
        }
    }

    pub(super) fn for_documents(&self) -> document::Person<'_> {
        let Self { check, checklist, place, stored_verdicts } = self;
        document::Person { check, checklist, place, stored_verdicts }
    }
}
