//! A person's place in the process: the steps that were reached, each with its day.

use std::sync::Arc;

use chrono::NaiveDate;

use super::window::Expected;
use crate::content::{Id, LinkKind, ProcessModel};

/// A step reached on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Move {
    pub step: Id,
    pub day: NaiveDate,
}

/// Why a move is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum MoveError {
    NoStep(Id),
    Future {
        day: NaiveDate,
        as_of: NaiveDate,
    },
    /// The day is before that of the last move.
    BeforeLast {
        day: NaiveDate,
        last: NaiveDate,
    },
}

/// The moves of a person; none where nothing is recorded.
///
/// A move needs no link: what happened is recorded even where no source knows of it. Nor need its step be known: the
/// content may have changed since.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Every move, oldest first.
    pub moves: Vec<Move>,
}

impl Place {
    /// Records that a step was reached on a day. Several steps may be reached on one day.
    ///
    /// # Errors
    /// No such step, a day after `as_of`, or a day before that of the last move.
    pub fn moved(
        &mut self,
        model: &ProcessModel,
        step: &str,
        day: NaiveDate,
        as_of: NaiveDate,
    ) -> Result<(), MoveError> {
        let Some(at) = model.find(step) else { return Err(MoveError::NoStep(step.into())) };
        if day > as_of {
            return Err(MoveError::Future { day, as_of });
        }
        if let Some(last) = self.moves.last().map(|last| last.day).filter(|last| day < *last) {
            return Err(MoveError::BeforeLast { day, last });
        }
        self.moves.push(Move { step: Arc::clone(&model.step(at).id), day });
        Ok(())
    }

    /// The current step, by index in [`ProcessModel::steps`]; `None` where nothing is recorded or the process no longer
    /// has the step.
    pub fn at(&self, model: &ProcessModel) -> Option<usize> {
        model.find(&self.moves.last()?.step)
    }

    /// The moves whose steps the process still has, each with its day.
    pub fn known<'a>(&'a self, model: &'a ProcessModel) -> impl DoubleEndedIterator<Item = (usize, NaiveDate)> + 'a {
        self.moves.iter().filter_map(|made| Some((model.find(&made.step)?, made.day)))
    }

    /// What can come next and when, in the order of the current step's links, where a wait is stated and the way is
    /// not back.
    pub fn next<'a>(&self, model: &'a ProcessModel, as_of: NaiveDate) -> Vec<Expected<'a>> {
        let links = self.at(model).into_iter().flat_map(|at| &model.step(at).links);
        let onward = links.filter(|link| link.kind != LinkKind::Loop);
        onward.filter_map(|link| Expected::of(model, self, link.to, as_of)).collect()
    }
}

#[cfg(test)]
mod tests;
