//! The place of the person in the process: where they stand, and since when.

use chrono::NaiveDate;

use super::Desk;
use crate::check::AnswerError;
use crate::check::date::{self, TypedDateError};
use crate::check::read::plausible;
use crate::content::{Msg, PartialDate, Step};
use crate::process::Place;
use crate::rules::{Interval, StatedDate};

impl Desk {
    /// The step of the process in view.
    pub fn current_step(&self) -> &Step {
        self.content.process.step(self.walk.at)
    }

    /// Where the person stands in the process, and how they came there.
    pub fn place(&self) -> &Place {
        &self.person.state.place
    }

    /// A whole day as it is typed; today where nothing is.
    ///
    /// # Errors
    /// In words why it is none, or none on which somebody can have got anywhere.
    pub fn day_typed(&self, typed: &str) -> Result<NaiveDate, String> {
        if typed.trim().is_empty() {
            return Ok(self.as_of);
        }
        let read = date::read(&self.content, None, typed);
        let one = read.as_ref().map(|typed| if typed.is_guess { &[] } else { typed.dates.as_slice() });
        let day = match one {
            Ok([Interval { stated: StatedDate::Partial(PartialDate::Day(day)), .. }]) => {
                plausible(Interval::on(*day), self.as_of).map(|_| *day)
            }
            Ok(dates @ [_, _, ..]) => return Err(self.which_day(dates)),
            Ok([date]) if plausible(*date, self.as_of).is_err() => plausible(*date, self.as_of).map(|_| self.as_of),
            Err(TypedDateError::Form | TypedDateError::Vague | TypedDateError::Relative) => {
                return Err(self.phrases().get(Msg::MoveWholeDay).to_owned());
            }
            Err(wrong) => Err(AnswerError::NoDate(*wrong)),
            Ok(_) => return Err(self.phrases().get(Msg::MoveWholeDay).to_owned()),
        };
        day.map_err(|wrong| self.phrases().answer_error(&wrong))
    }

    /// Asks which of several days is meant.
    fn which_day(&self, dates: &[Interval]) -> String {
        let phrases = self.phrases();
        let days = dates.iter().filter_map(|date| date.earliest).map(|day| phrases.day(day));
        format!("{} {}", phrases.get(Msg::WhichOne), days.collect::<Vec<_>>().join(" / "))
    }
}
