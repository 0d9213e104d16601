//! When something is to be expected, in a sentence.

use chrono::{Datelike, NaiveDate};

use super::Speaker;
use crate::content::{Text, Word};
use crate::process::{Expected, Refused, State, Undated};

impl Speaker<'_> {
    /// A wait with its window: "2 to 4 weeks after 3 May 2026 (Screening): 17-31 May 2026".
    ///
    /// Where there is no window it is said in the words of the source, with the reason. Once it takes longer that is
    /// said too, with what other sources say of every wait.
    #[must_use]
    pub fn waiting(self, expected: &Expected<'_>) -> String {
        let text = expected.wait.statement.text.say(self.lang);
        let step = expected.wait.from.map_or("", |from| self.short_of(from));
        match expected.state {
            State::Undated(Undated::NotRecorded) => {
                format!("{text} {}", self.fill(Word::WaitNotRecorded, &[("step", step)]))
            }
            State::Undated(Undated::InDoubt) => format!("{text} {}", self.fill(Word::WaitInDoubt, &[("step", step)])),
            State::Undated(Undated::NoStart | Undated::NoLength | Undated::TooFar) => text.to_owned(),
            State::Early | State::Within => self.dated_wait(expected),
            State::Longer(_) => {
                let mut said = format!("{}; {}.", self.dated_wait(expected), self.word(Word::WaitLonger));
                for later in &expected.later {
                    said = format!("{said} {} [{}]", later.text.say(self.lang), self.said_by(later));
                }
                said
            }
        }
    }

    fn dated_wait(self, expected: &Expected<'_>) -> String {
        let Some((from, day)) = expected.from else { return String::new() };
        let wait = expected.wait.short.say(self.lang);
        let values = [("wait", wait), ("day", &self.day(day)), ("step", self.short_of(from))];
        format!("{}: {}", self.fill(Word::WaitAfter, &values), self.window(expected.min, expected.max))
    }

    /// A span of days: "17-31 May 2026", "24 May 2026 to 7 June 2026", "from 17 May 2026"; empty where both are open.
    #[must_use]
    pub fn window(self, first: Option<NaiveDate>, last: Option<NaiveDate>) -> String {
        match (first, last) {
            (Some(first), Some(last)) if first == last => self.day(first),
            (Some(a), Some(b)) if (a.year(), a.month()) == (b.year(), b.month()) => {
                self.fill(Word::WindowMonth, &[("from", &a.day().to_string()), ("to", &self.day(b))])
            }
            (Some(a), Some(b)) => self.fill(Word::WindowRange, &[("a", &self.day(a)), ("b", &self.day(b))]),
            (Some(first), None) => self.fill(Word::WindowFrom, &[("date", &self.day(first))]),
            (None, Some(last)) => self.fill(Word::WindowUntil, &[("date", &self.day(last))]),
            (None, None) => String::new(),
        }
    }

    /// Why a move in the process is not taken.
    #[must_use]
    pub fn refused(self, refused: &Refused) -> String {
        match refused {
            Refused::NoStep(step) => self.fill(Word::MoveNoStep, &[("step", step)]),
            Refused::Future { as_of, .. } => self.fill(Word::WrongFuture, &[("date", &self.day(*as_of))]),
            Refused::BeforeLast { day, last } => {
                self.fill(Word::MoveBefore, &[("date", &self.day(*day)), ("last", &self.day(*last))])
            }
        }
    }

    fn short_of(&self, step: usize) -> &str {
        self.content.process.steps.get(step).map_or("", |step| Text::say(&step.short, self.lang))
    }
}
