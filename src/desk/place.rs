//! The place of the person in the process: where they stand, and since when.

use chrono::NaiveDate;

use super::Desk;
use crate::check::AnswerError;
use crate::check::date::{self, Typed, TypedDateError};
use crate::content::{Msg, PartialDate};
use crate::process::Place;

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
            Err(wrong @ TypedDateError::Calendar(_)) => Err(self.phrases().answer_error(&AnswerError::NoDate(wrong))),
            Ok(_) | Err(_) => Err(self.phrases().get(Msg::MoveWholeDay).to_owned()),
        }
    }
}
