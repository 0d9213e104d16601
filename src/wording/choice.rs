//! The choices of a question in words, and what is wrong with an answer that is none.

use super::Speaker;
use crate::check::date::NoDate;
use crate::check::read::FIRST_YEAR;
use crate::check::{Choice, Trouble};
use crate::content::{Boundary, DateError, PartialDate, Question, Word};
use crate::rules::{Answer, Said, Value};

impl<'a> Speaker<'a> {
    /// A choice in words. The sides of a cutoff keep the words of the rule: "before 16 July 2024".
    #[must_use]
    pub fn choice(self, question: &'a Question, choice: &'a Choice, country: Option<&'a str>) -> String {
        if let Some((cutoff, passes)) = choice.side {
            let word = match (cutoff.boundary, passes) {
                (Boundary::OnOrBefore, true) | (Boundary::After, false) => Word::SideOnOrBefore,
                (Boundary::OnOrBefore, false) | (Boundary::After, true) => Word::SideAfter,
                (Boundary::Before, true) | (Boundary::OnOrAfter, false) => Word::SideBefore,
                (Boundary::Before, false) | (Boundary::OnOrAfter, true) => Word::SideOnOrAfter,
            };
            return self.fill(word, &[("date", &self.day(cutoff.date))]);
        }
        match &choice.answer {
            Answer::Known(Value::Date(interval)) if interval.said == Said::Always => {
                self.always(question, country).unwrap_or_else(|| self.interval(interval))
            }
            answer => self.answer(question, answer),
        }
    }

    /// What is wrong with a typed answer, and how to write it.
    #[must_use]
    pub fn trouble(self, trouble: Trouble) -> String {
        match trouble {
            Trouble::NoChoice => self.word(Word::WrongChoice).to_owned(),
            Trouble::NoCountry => self.word(Word::WrongCountry).to_owned(),
            Trouble::NoDate(NoDate::Form | NoDate::Calendar(DateError::Form)) => self.word(Word::WrongForm).to_owned(),
            Trouble::NoDate(NoDate::ShortYear) => self.word(Word::WrongShortYear).to_owned(),
            Trouble::NoDate(NoDate::Calendar(DateError::YearZero)) => self.word(Word::WrongYear).to_owned(),
            Trouble::NoDate(NoDate::Calendar(DateError::Month(n))) => {
                self.fill(Word::WrongMonth, &[("n", &n.to_string())])
            }
            Trouble::NoDate(NoDate::Calendar(DateError::Day(year, month, day))) => {
                let month = self.date(PartialDate::Month(year, month));
                self.fill(Word::WrongDay, &[("n", &day.to_string()), ("month", &month)])
            }
            Trouble::TooEarly => self.fill(Word::WrongEarly, &[("year", &FIRST_YEAR.to_string())]),
            Trouble::Future(today) => self.fill(Word::WrongFuture, &[("date", &self.day(today))]),
        }
    }
}
