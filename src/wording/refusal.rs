//! Why something is refused, and how to do it right: an answer, above all a date, or a move in the process.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Phrases;
use crate::check::AnswerError;
use crate::check::date::TypedDateError as Typed;
use crate::content::{DateError, Msg, PartialDate, PeriodUnit};
use crate::process::MoveError;
use crate::rules::FIRST_YEAR;
use crate::text::cut;

/// The most cells of a name that is quoted.
const NAME: usize = 16;

impl Phrases<'_> {
    /// What is wrong with a typed answer, and how to write it.
    pub fn answer_error(self, error: &AnswerError) -> String {
        let say = |msg| self.get(msg).to_owned();
        match error {
            AnswerError::NoChoice => say(Msg::WrongChoice),
            AnswerError::Age(age) => self.fill(Msg::WrongAge, &[("age", &age.to_string())]),
            AnswerError::Unsettled => say(Msg::WrongUnsettled),
            AnswerError::Town { of, named } => {
                self.fill(Msg::WrongTown, &[("town", self.country(of)), ("country", self.country(named))])
            }
            AnswerError::NoNumber => say(Msg::WrongNumber),
            AnswerError::NoPeriod(unit) => {
                let unit = unit.unwrap_or(PeriodUnit::Months);
                let msg = if unit == PeriodUnit::Days { Msg::WrongDays } else { Msg::WrongMonths };
                self.fill(msg, &[("n", &unit.most().to_string())])
            }
            AnswerError::NoCountry => say(Msg::WrongCountry),
            AnswerError::Region => say(Msg::WrongRegion),
            AnswerError::OneCountry => say(Msg::WrongOne),
            AnswerError::DontKnowWithOthers => say(Msg::WrongUnknownToo),
            AnswerError::Birth => say(Msg::WrongBirth),
            AnswerError::When => say(Msg::WrongWhen),
            AnswerError::UnknownName { name, .. } => self.fill(Msg::WrongName, &[("name", &cut(name, NAME))]),
            AnswerError::SeveralNames(name) => self.fill(Msg::WrongSeveral, &[("name", &cut(name, NAME))]),
            AnswerError::Negated | AnswerError::NoDate(Typed::Negated) => say(Msg::WrongNot),
            AnswerError::StatelessWithOthers => say(Msg::WrongStateless),
            AnswerError::NoDate(Typed::NoYear) => say(Msg::WrongNoYear),
            AnswerError::NoDate(Typed::NoMonth) => say(Msg::WrongNoMonth),
            AnswerError::NoDate(Typed::Vague) => say(Msg::WrongVague),
            AnswerError::NoDate(Typed::Two) => say(Msg::WrongTwo),
            AnswerError::NoDate(Typed::Reversed) => say(Msg::WrongReversed),
            AnswerError::NoDate(Typed::Again) => say(Msg::WrongAgain),
            AnswerError::NoDate(Typed::Relative) => say(Msg::WrongRelative),
            AnswerError::NoDate(Typed::Weekday(day)) => {
                let values = [("date", &*self.day(*day)), ("weekday", self.get(weekday(*day)))];
                self.fill(Msg::WrongWeekday, &values)
            }
            AnswerError::NoDate(Typed::NoFifth(day)) => {
                let month = self.date(PartialDate::Month(day.year(), day.month()));
                self.fill(Msg::WrongFifth, &[("month", &month), ("weekday", self.get(weekday(*day)))])
            }
            AnswerError::NoDate(Typed::Form | Typed::Calendar(DateError::Form)) => say(Msg::WrongForm),
            AnswerError::NoDate(Typed::ShortYear) => say(Msg::WrongShortYear),
            AnswerError::NoDate(Typed::Calendar(DateError::YearZero)) => say(Msg::WrongYear),
            AnswerError::NoDate(Typed::Calendar(DateError::Month(n))) => {
                self.fill(Msg::WrongMonth, &[("n", &n.to_string())])
            }
            AnswerError::NoDate(Typed::Calendar(DateError::Day(year, month, day))) => {
                let month = self.date(PartialDate::Month(*year, *month));
                self.fill(Msg::WrongDay, &[("n", &day.to_string()), ("month", &month)])
            }
            AnswerError::TooEarly => self.fill(Msg::WrongEarly, &[("year", &FIRST_YEAR.to_string())]),
            AnswerError::Future(today) => self.fill(Msg::WrongFuture, &[("date", &self.day(*today))]),
        }
    }

    /// Why a move in the process is not taken.
    pub fn move_error(self, error: &MoveError) -> String {
        match error {
            MoveError::NoStep(step) => self.fill(Msg::MoveNoStep, &[("step", step)]),
            MoveError::Future { as_of, .. } => self.fill(Msg::WrongFuture, &[("date", &self.day(*as_of))]),
            MoveError::BeforeLast { day, last } => {
                self.fill(Msg::MoveBefore, &[("date", &self.day(*day)), ("last", &self.day(*last))])
            }
        }
    }
}

fn weekday(day: NaiveDate) -> Msg {
    match day.weekday() {
        Weekday::Mon => Msg::Monday,
        Weekday::Tue => Msg::Tuesday,
        Weekday::Wed => Msg::Wednesday,
        Weekday::Thu => Msg::Thursday,
        Weekday::Fri => Msg::Friday,
        Weekday::Sat => Msg::Saturday,
        Weekday::Sun => Msg::Sunday,
    }
}
