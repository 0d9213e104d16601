//! The place of the person in the process: where they stand, and since when.

use chrono::NaiveDate;

use super::Desk;
use crate::case::{Record, Visit};
use crate::check::AnswerError;
use crate::check::date::{self, Typed, TypedDateError};
use crate::content::{Msg, PartialDate};
use crate::process::{Move, Place};

/// The place that a case has noted.
pub fn place_of(record: &Record) -> Place {
    let moved = |visit: &Visit| Move { step: visit.step.as_str().into(), day: visit.date };
    Place::from_moves(record.place.iter().map(moved).collect())
}

impl Desk {
    /// Where the person stands in the process, and how they came there.
    pub fn place(&self) -> &Place {
        &self.person.state.place
    }

    /// A whole day as it is typed; today where nothing is.
    ///
    /// # Errors
    /// In words why it is none.
    pub fn day_typed(&self, typed: &str) -> Result<NaiveDate, String> {
        if typed.trim().is_empty() {
            return Ok(self.as_of);
        }
        match date::read(&self.content, typed) {
            Ok(Typed::One(PartialDate::Day(day))) => Ok(day),
            Err(wrong @ TypedDateError::Calendar(_)) => Err(self.phrases().answer_error(AnswerError::NoDate(wrong))),
            Ok(_) | Err(_) => Err(self.phrases().get(Msg::MoveWholeDay).to_owned()),
        }
    }
}
