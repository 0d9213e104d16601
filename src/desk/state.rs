//! All that is known of a person, from a case and as it changes.

use crate::case::{Record, StoredAnswer, StoredRelative};
use crate::check::{Check, Checklist, Relative, ResumePoint};
use crate::content::{CheckPart, Content, Id};
use crate::document::{PersonState, Waiting};
use crate::process::Place;
use crate::rules::Answers;

/// A change to what the person has ready. Relatives are named by their place in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum ChecklistEdit {
    /// An item is ready, or is missing.
    Item(Id, bool),
    /// Adds a relative, by relation.
    Add(Id),
    /// The information on a relative is ready, or is missing.
    Relative(usize, bool),
    Remove(usize),
}

impl PersonState {
    /// A person with answers only. An answer to a question about pathways asks for pathways.
    pub fn of_answers(content: &Content, answers: Answers) -> Self {
        let mut questions = content.questions.iter().filter(|question| question.part == CheckPart::Pathways);
        let pathways = questions.any(|question| answers.get(&question.id).is_some());
        Self {
            check: Check::resume(content, ResumePoint { answers, pathways, ..ResumePoint::default() }),
            checklist: Checklist::default(),
            place: Place::default(),
            stored_verdicts: Vec::new(),
        }
    }

    /// The person of a stored case, with the answers that the content cannot read.
    pub fn of_record(content: &Content, record: &Record) -> (Self, Vec<StoredAnswer>) {
        let (answers, unread) = record.answers(content);
        let left = ResumePoint {
            answers,
            forgotten: record.withheld.iter().map(|id| id.as_str().into()).collect(),
            at: record.at.as_deref().and_then(|id| content.question(id)).cloned(),
            for_record: record.for_record,
            pathways: record.pathways,
        };
        let relative =
            |stored: &StoredRelative| Relative { relation: stored.relation.as_str().into(), ready: stored.ready };
        let family = record.family.iter().map(relative).collect();
        let is_other_content = record.check_code != content.check_code;
        let state = Self {
            check: Check::resume(content, left),
            checklist: Checklist::of(record.items.iter().map(|id| id.as_str().into()), family),
            place: Waiting::of_record(record).place,
            stored_verdicts: if is_other_content { record.verdicts.clone() } else { Vec::new() },
        };
        (state, unread)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.check.is_empty() && self.checklist.is_empty() && self.place.moves.is_empty()
    }

    /// Takes an edit of the checklist; false where there are too many relatives.
    pub(super) fn edit(&mut self, edit: ChecklistEdit) -> bool {
        match edit {
            ChecklistEdit::Item(item, ready) => self.checklist.set(&item, ready),
            ChecklistEdit::Add(relation) => return self.checklist.add(relation),
            ChecklistEdit::Relative(place, ready) => self.checklist.set_relative(place, ready),
            ChecklistEdit::Remove(place) => self.checklist.remove(place),
        }
        true
    }
}
