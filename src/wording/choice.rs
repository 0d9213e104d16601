//! The choices of a question in words, and what is wrong with an answer that is none.

use super::Phrases;
use crate::check::date::TypedDateError;
use crate::check::{AnswerError, Choice};
use crate::content::{Boundary, DateError, Msg, PartialDate, Question};
use crate::rules::{Answer, FIRST_YEAR, StatedDate, Value};
use crate::text::cut;

/// The most cells of a name that is quoted.
const NAME: usize = 16;

impl<'a> Phrases<'a> {
    /// A choice in words. The sides of a cutoff keep the words of the rule: "before 16 July 2024".
    pub fn choice(self, question: &'a Question, choice: &'a Choice, country: Option<&'a str>) -> String {
        if let Some((cutoff, passes)) = choice.side {
            let word = match (cutoff.boundary, passes) {
                (Boundary::OnOrBefore, true) | (Boundary::After, false) => Msg::SideOnOrBefore,
                (Boundary::OnOrBefore, false) | (Boundary::After, true) => Msg::SideAfter,
                (Boundary::Before, true) | (Boundary::OnOrAfter, false) => Msg::SideBefore,
                (Boundary::Before, false) | (Boundary::OnOrAfter, true) => Msg::SideOnOrAfter,
            };
            return self.fill(word, &[("date", &self.day(cutoff.date))]);
        }
        if let Some(AnswerError::Future(today)) = choice.refused {
            let words = self.answer(question, &choice.answer);
            return self.fill(Msg::NotPossible, &[("choice", &words), ("date", &self.day(today))]);
        }
        match &choice.answer {
            Answer::Known(Value::Date(interval)) if interval.stated == StatedDate::Always => {
                self.always(question, country).unwrap_or_else(|| self.interval(interval))
            }
            answer => self.answer(question, answer),
        }
    }

    /// What is wrong with a typed answer, and how to write it.
    pub fn answer_error(self, error: &AnswerError) -> String {
        match error {
            AnswerError::NoChoice => self.get(Msg::WrongChoice).to_owned(),
            AnswerError::NoCountry => self.get(Msg::WrongCountry).to_owned(),
            AnswerError::UnknownName(name) => self.fill(Msg::WrongName, &[("name", &cut(name, NAME))]),
            AnswerError::SeveralNames(name) => self.fill(Msg::WrongSeveral, &[("name", &cut(name, NAME))]),
            AnswerError::StatelessWithOthers => self.get(Msg::WrongStateless).to_owned(),
            AnswerError::NoDate(TypedDateError::NoYear) => self.get(Msg::WrongNoYear).to_owned(),
            AnswerError::NoDate(TypedDateError::NoMonth) => self.get(Msg::WrongNoMonth).to_owned(),
            AnswerError::NoDate(TypedDateError::Vague) => self.get(Msg::WrongVague).to_owned(),
            AnswerError::NoDate(TypedDateError::Reversed) => self.get(Msg::WrongReversed).to_owned(),
            AnswerError::NoDate(TypedDateError::Form | TypedDateError::Calendar(DateError::Form)) => {
                self.get(Msg::WrongForm).to_owned()
            }
            AnswerError::NoDate(TypedDateError::ShortYear) => self.get(Msg::WrongShortYear).to_owned(),
            AnswerError::NoDate(TypedDateError::Calendar(DateError::YearZero)) => self.get(Msg::WrongYear).to_owned(),
            AnswerError::NoDate(TypedDateError::Calendar(DateError::Month(n))) => {
                self.fill(Msg::WrongMonth, &[("n", &n.to_string())])
            }
            AnswerError::NoDate(TypedDateError::Calendar(DateError::Day(year, month, day))) => {
                let month = self.date(PartialDate::Month(*year, *month));
                self.fill(Msg::WrongDay, &[("n", &day.to_string()), ("month", &month)])
            }
            AnswerError::TooEarly => self.fill(Msg::WrongEarly, &[("year", &FIRST_YEAR.to_string())]),
            AnswerError::Future(today) => self.fill(Msg::WrongFuture, &[("date", &self.day(*today))]),
        }
    }
}
