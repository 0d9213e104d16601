//! One person at the desk.

use chrono::NaiveDate;

use super::PersonState;
use crate::case::{Code, Draft, Hold, Record, StoredAnswer, StoredMove, StoredRelative, storable_verdicts};
use crate::check::contact;
use crate::content::Content;
use crate::process::Move;
use crate::rules::Answers;
use crate::text::clean;

/// Stands for a person for as long as the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PersonId(pub(super) u32);

/// What is known of a person, and the case that it is stored as.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) id: PersonId,
    pub(super) state: PersonState,
    /// What is half typed, what was typed last as the last; only that is stored.
    pub(super) drafts: Vec<Draft>,
    /// Whether the case stays until somebody deletes it.
    pub(super) is_kept: bool,
    /// None until there is something to store.
    pub(super) case: Option<OpenCase>,
    /// Whether the last change could not be saved.
    pub(super) is_unsaved: bool,
}

/// A case of somebody at this desk, and what is on the disk of it.
#[derive(Debug)]
pub(super) struct OpenCase {
    /// None while the person is set aside and all is saved: another desk can then go on with the case.
    pub(super) hold: Option<Hold>,
    pub(super) saved: Record,
    /// Whether it was ever saved.
    pub(super) is_saved: bool,
}

impl Person {
    /// A person of whom nothing is known.
    pub(super) fn new(id: PersonId, content: &Content) -> Self {
        let state = PersonState::of_answers(content, Answers::default());
        Self { id, state, drafts: Vec::new(), is_kept: false, case: None, is_unsaved: false }
    }

    /// Goes on with a stored case where it was left, an answer that was not stored asked first; with the answers that
    /// the content cannot read.
    pub(super) fn resume(
        id: PersonId,
        content: &Content,
        as_of: NaiveDate,
        (hold, record): (Hold, Record),
    ) -> (Self, Vec<StoredAnswer>) {
        let (mut state, unread) = PersonState::of_record(content, &record);
        if state.check.at().is_none() && !record.withheld.is_empty() {
            state.check.go_on(content, as_of);
        }
        let person = Self {
            id,
            state,
            // Others can write the file: what is in the field is what can be typed there.
            drafts: record.draft.iter().map(|draft| Draft { text: clean(&draft.text), ..draft.clone() }).collect(),
            is_kept: record.kept,
            case: Some(OpenCase { hold: Some(hold), saved: record, is_saved: true }),
            is_unsaved: false,
        };
        (person, unread)
    }

    pub(super) fn code(&self) -> Option<&Code> {
        self.case.as_ref().map(|case| case.saved.code())
    }

    /// Whether they have a case that is not open here.
    pub(super) fn is_closed(&self) -> bool {
        self.case.as_ref().is_some_and(|case| case.hold.is_none())
    }

    /// Lets go of the case where all of it is saved.
    pub(super) fn release(&mut self) {
        if let Some(case) = self.case.as_mut().filter(|case| case.is_saved && !self.is_unsaved) {
            case.hold = None;
        }
    }

    /// Whether nothing is known of them.
    pub(super) fn is_empty(&self) -> bool {
        self.state.is_empty() && self.drafts.is_empty()
    }

    /// Whether nothing is left to do: nothing to ask for the verdict, and no place in the process from which they go on.
    /// Pathways are extra, and open nothing again.
    pub(super) fn is_finished(&self, content: &Content, as_of: NaiveDate) -> bool {
        self.state.place.moves.is_empty() && self.state.check.next_for_verdict(content, as_of).is_none()
    }

    /// Whether all that is stored of them could be read.
    pub(super) fn has_read_all(&self) -> bool {
        let stored = self.case.as_ref().map(|case| &case.saved);
        let lost =
            |saved: &Record| self.state.check.is_empty() && !(saved.answers.is_empty() && saved.parked.is_empty());
        stored.is_none_or(|saved| saved.unread.is_empty() && !lost(saved))
    }

    /// Whether nothing is lost if they are left: nothing is known of them, their file holds nothing that the content
    /// cannot read, and nobody keeps it.
    pub(super) fn is_disposable(&self) -> bool {
        self.is_empty() && self.has_read_all() && !self.is_kept
    }

    /// Whether nothing is known of them, and nothing is stored.
    pub(super) fn is_blank(&self) -> bool {
        self.is_empty() && self.case.is_none()
    }

    /// The record as it should be on the disk, but for the time of the change.
    pub(super) fn record(&self, old: &Record, content: &Content, is_finished: bool) -> Record {
        let mut record = old.clone();
        let withheld = self.state.check.withheld(content);
        // Whoever tries a telephone number while a question is open types it there.
        record.draft = self.drafts.last().filter(|draft| !contact::is_in(&draft.text)).cloned();
        record.set_answers(content, self.state.check.answers(), &withheld);
        // Which question comes next, and that none does, tells as much as an answer.
        record.at = if withheld.is_empty() {
            self.state.check.at().map(|question| question.id.to_string())
        } else {
            record.draft.as_ref().map(|draft| draft.question.clone())
        };
        record.for_record = self.state.check.is_for_record();
        record.pathways = self.state.check.asks_for_pathways();
        record.items = self.state.checklist.ready().map(ToString::to_string).collect();
        let family = self.state.checklist.family().iter();
        record.family = family.map(|r| StoredRelative { relation: r.relation.to_string(), ready: r.ready }).collect();
        let stored = |made: &Move| StoredMove { step: made.step.to_string(), date: made.day };
        record.place = self.state.place.moves.iter().map(stored).collect();
        record.verdicts = storable_verdicts(self.state.check.found(), &withheld);
        let same = record.answers == old.answers && record.parked == old.parked && record.withheld == old.withheld;
        if same && !old.check_code.is_empty() {
            // Looking is no answer: what the answers came to when they were given is still to be seen next time.
            record.check_code.clone_from(&old.check_code);
            record.verdicts.clone_from(&old.verdicts);
        }
        record.kept = self.is_kept;
        record.finished = is_finished && withheld.is_empty();
        record
    }

    /// How many answers there are that may be stored.
    pub(super) fn storable(&self, content: &Content) -> usize {
        let withheld = self.state.check.withheld(content);
        self.state.check.answers().iter().filter(|(id, _)| !withheld.contains(id)).count()
    }
}
