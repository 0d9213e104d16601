//! A person's place in the process: the steps that were reached, each on its day.

use std::sync::Arc;

use chrono::NaiveDate;

use super::detail::{Detail, Way};
use super::window::Expected;
use crate::content::{Actor, Id, LinkKind, ProcessModel};

/// A step reached on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Move {
    pub step: Id,
    /// The day on which it was reached.
    pub day: NaiveDate,
}

/// Why a move is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoveError {
    /// The process has no step of this id.
    NoStep(Id),
    /// The day has not come yet.
    Future {
        /// The day of the move.
        day: NaiveDate,
        /// The day of asking.
        as_of: NaiveDate,
    },
    /// The day lies before that of the last move.
    BeforeLast {
        /// The day of the move.
        day: NaiveDate,
        /// The day of the last move.
        last: NaiveDate,
    },
}

/// Where a person stands, and how they came there. Empty where nothing is recorded.
///
/// A move needs no link: what happened is recorded as it happened, also where no source knows that way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    moves: Vec<Move>,
}

/// What can come next for a person.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Next<'a> {
    /// The link, with its words and certainty, and the step that it leads to.
    pub way: Way<'a>,
    pub actor: Option<&'a Arc<Actor>>,
    /// When it is expected, where a wait is stated. A way back is not waited for.
    pub expected: Option<Expected<'a>>,
}

impl Place {
    /// Takes up recorded moves as they are: they were checked when they were made, and the content may have changed.
    #[must_use]
    pub fn from_moves(moves: Vec<Move>) -> Self {
        Self { moves }
    }

    /// Every move, the first first.
    #[must_use]
    pub fn moves(&self) -> &[Move] {
        &self.moves
    }

    /// Records that a step was reached on a day; several steps may be reached on one.
    ///
    /// # Errors
    /// Says why it is not taken: no such step, a day after `as_of`, a day before that of the last move.
    pub fn moved(
        &mut self,
        model: &ProcessModel,
        step: &str,
        day: NaiveDate,
        as_of: NaiveDate,
    ) -> Result<(), MoveError> {
        let Some(step) = model.steps.iter().find(|known| *known.id == *step) else {
            return Err(MoveError::NoStep(step.into()));
        };
        if day > as_of {
            return Err(MoveError::Future { day, as_of });
        }
        if let Some(last) = self.moves.last().map(|last| last.day).filter(|last| day < *last) {
            return Err(MoveError::BeforeLast { day, last });
        }
        self.moves.push(Move { step: Arc::clone(&step.id), day });
        Ok(())
    }

    /// Takes the last move back and hands it over, so that it can be made again.
    pub fn undo(&mut self) -> Option<Move> {
        self.moves.pop()
    }

    /// The step where the person stands, by its place in [`ProcessModel::steps`]; `None` where nothing is recorded, or
    /// where the process no longer has that step.
    #[must_use]
    pub fn at(&self, model: &ProcessModel) -> Option<usize> {
        step_of(model, self.moves.last()?)
    }

    /// The moves whose steps the process has: each step with its day.
    #[must_use]
    pub fn known<'a>(&'a self, model: &'a ProcessModel) -> impl DoubleEndedIterator<Item = (usize, NaiveDate)> + 'a {
        self.moves.iter().filter_map(|made| Some((step_of(model, made)?, made.day)))
    }

    /// What can come next, in the order of the step's links; nothing where the place is not known.
    #[must_use]
    pub fn next<'a>(&self, model: &'a ProcessModel, as_of: NaiveDate) -> Vec<Next<'a>> {
        let detail = self.at(model).and_then(|at| Detail::of(model, at, as_of));
        let ways = detail.map(|detail| detail.out).unwrap_or_default();
        let next = |way: Way<'a>| Next {
            actor: model.steps.get(way.other).and_then(|step| step.actor.as_ref()),
            expected: (way.link.kind != LinkKind::Loop).then(|| Expected::of(model, self, way.other, as_of)).flatten(),
            way,
        };
        ways.into_iter().map(next).collect()
    }
}

fn step_of(model: &ProcessModel, made: &Move) -> Option<usize> {
    model.steps.iter().position(|step| step.id == made.step)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use super::*;
    use crate::content::{Certainty, EndKind, Period};
    use crate::process::testing::{Sketch, day};

    fn model() -> ProcessModel {
        Sketch::new(4)
            .go(0, 1)
            .go(0, 2)
            .link(1, 1, LinkKind::Loop, Certainty::Stated)
            .go(1, 2)
            .go(2, 3)
            .wait(1, "a week", Some(Period::Weeks(1)), Some(0))
            .end(3, EndKind::Stated)
            .model()
    }

    #[test]
    fn the_place_is_the_last_move_and_undo_goes_back() {
        let (model, mut place) = (model(), Place::default());
        let today = day("2026-05-10");
        assert_eq!(place.at(&model), None);
        assert!(place.next(&model, today).is_empty());
        place.moved(&model, "s0", day("2026-05-01"), today).unwrap();
        place.moved(&model, "s3", day("2026-05-10"), today).unwrap();
        assert_eq!(place.at(&model), Some(3), "a move needs no link");
        assert!(place.next(&model, today).is_empty(), "an end goes no further");
        assert_eq!(place.undo(), Some(Move { step: "s3".into(), day: today }));
        assert_eq!((place.at(&model), place.moves().len()), (Some(0), 1));
        place.undo();
        assert_eq!((place.undo(), place), (None, Place::default()));
    }

    #[test]
    fn a_move_that_cannot_be_is_refused_and_changes_nothing() {
        let (model, mut place) = (model(), Place::default());
        let [before, first, today, later] = ["2026-05-01", "2026-05-02", "2026-05-10", "2026-05-11"].map(day);
        place.moved(&model, "s0", first, today).unwrap();
        let kept = place.clone();
        assert_eq!(place.moved(&model, "s1", later, today), Err(MoveError::Future { day: later, as_of: today }));
        assert_eq!(place.moved(&model, "s1", before, today), Err(MoveError::BeforeLast { day: before, last: first }));
        assert_eq!(place.moved(&model, "s9", today, today), Err(MoveError::NoStep("s9".into())));
        assert_eq!(place, kept);
        assert_eq!(place.moved(&model, "s1", first, today), Ok(()), "on the day of the last move");
        assert_eq!(place.moved(&model, "s2", today, today), Ok(()), "on the day of asking");
    }

    #[test]
    fn what_comes_next_says_who_and_when() {
        let (model, today) = (model(), day("2026-05-02"));
        let place = |step: &str| Place::from_moves(vec![Move { step: step.into(), day: day("2026-05-01") }]);
        let begin = place("s0");
        let next = begin.next(&model, today);
        let seen: Vec<_> = next.iter().map(|next| (next.way.other, next.expected.is_some())).collect();
        assert_eq!(seen, [(1, true), (2, false)]);
        assert_eq!(next[0].expected.as_ref().unwrap().min, Some(day("2026-05-08")));
        let again = place("s1").next(&model, today).iter().map(|next| next.expected.is_some()).collect::<Vec<_>>();
        assert_eq!(again, [false, false], "a loop is not waited for");
    }

    #[test]
    fn a_step_that_the_content_lost_is_kept_and_leads_nowhere() {
        let model = model();
        let moved = |step: &str| Move { step: step.into(), day: day("2026-05-01") };
        let place = Place::from_moves(vec![moved("s0"), moved("gone")]);
        assert_eq!((place.at(&model), place.moves().len()), (None, 2));
        assert_eq!(place.known(&model).map(|(step, _)| step).collect::<Vec<_>>(), [0]);
    }
}
