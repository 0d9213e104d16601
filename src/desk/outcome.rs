//! What became of an action, and its words.

use super::history::Change;
use crate::case::{StoreError, StoredAnswer};
use crate::content::Msg;
use crate::process::MoveError;
use crate::wording::Phrases;

/// What became of an action. Faces branch on it; its words are for people only.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Outcome {
    /// Nothing to tell: what changed can be seen.
    Done,
    Undone(Change),
    Redone(Change),
    NothingToUndo,
    NothingToRedo,
    /// A new person is current and the one before is set aside.
    NextPerson,
    /// There is no question before the current one.
    FirstQuestion,
    NothingMoreToAsk,
    /// The step has no such link, or the link leads to the step itself.
    NoSuchLink,
    NoWayBack,
    /// There is no such step, or it is the current one.
    NoSuchStep,
    /// A step was recorded as reached.
    Reached,
    MoveRefused(MoveError),
    TooManyRelatives,
    /// A case is current; with the answers of its file that the content cannot read, which stay in the file.
    Resumed(Vec<StoredAnswer>),
    /// Somebody who was set aside is current as another desk left them; what was used here and not stored is gone.
    LostWithheld,
    /// The case stays until somebody deletes it, or no longer does.
    Kept(bool),
    NothingToKeep,
    /// A case is in the trash, or gone where nothing is stored; see [`Desk::deleted`].
    Deleted,
    StoreFailed(StoreError),
}

impl Outcome {
    /// Whether another person than before is current.
    pub fn changes_person(&self) -> bool {
        matches!(
            self,
            Self::NextPerson
                | Self::Resumed(_)
                | Self::LostWithheld
                | Self::Undone(Change::Person)
                | Self::Redone(Change::Person)
        )
    }

    /// The message that tells it, where one does so without anything filled in; it names keys where it names a way on.
    pub fn msg(&self) -> Option<Msg> {
        Some(match self {
            Self::Done | Self::Resumed(_) | Self::MoveRefused(_) | Self::StoreFailed(_) => return None,
            Self::Undone(Change::Answer | Change::Checklist) => Msg::SaidUndone,
            Self::Undone(Change::Move) => Msg::SaidMoveBack,
            Self::Undone(Change::Person) => Msg::SaidPersonBack,
            Self::Redone(_) => Msg::SaidRedone,
            Self::NothingToUndo => Msg::SaidNothingToUndo,
            Self::NothingToRedo => Msg::SaidNothingToRedo,
            Self::NextPerson => Msg::SaidNextPerson,
            Self::FirstQuestion => Msg::SaidFirstQuestion,
            Self::NothingMoreToAsk => Msg::SaidNothingMore,
            Self::NoSuchLink => Msg::SaidNoWay,
            Self::NoWayBack => Msg::SaidNoWayBack,
            Self::NoSuchStep => Msg::SaidNoNumber,
            Self::Reached => Msg::SaidReached,
            Self::TooManyRelatives => Msg::SaidManyRelatives,
            Self::LostWithheld => Msg::SaidLostWithheld,
            Self::Kept(true) => Msg::SaidKept,
            Self::Kept(false) => Msg::SaidNotKept,
            Self::NothingToKeep => Msg::SaidNothingToKeep,
            Self::Deleted => Msg::SaidDeleted,
        })
    }
}

impl Phrases<'_> {
    /// An outcome in words; none where nothing is to be told.
    pub fn outcome(self, outcome: &Outcome) -> Option<String> {
        match outcome {
            Outcome::Resumed(unread) => self.unread(unread),
            Outcome::MoveRefused(error) => Some(self.move_error(error)),
            Outcome::StoreFailed(error) => Some(self.case_error(error)),
            other => other.msg().map(|msg| self.get(msg).to_owned()),
        }
    }
}
