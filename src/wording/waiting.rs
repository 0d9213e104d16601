//! When something is to be expected, in a sentence.

use chrono::{Datelike, NaiveDate};

use super::Phrases;
use crate::content::Msg;
use crate::process::{Expected, Undated, WindowState};

impl Phrases<'_> {
    /// A wait with its window: "2 to 4 weeks after 3 May 2026 (Screening): 17-31 May 2026".
    ///
    /// A wait with a window has a source behind each sentence. Where there is no window it is said in the words of the source, with the reason. A window never stands without
    /// what other sources say of every wait; once it takes longer that is said too.
    pub fn waiting(self, expected: &Expected<'_>) -> String {
        let text = expected.wait.statement.text.get(self.lang);
        let step = expected.wait.from.map_or("", |from| self.short_of(from));
        match expected.state {
            WindowState::Undated(Undated::NotRecorded) => {
                format!("{text} {}", self.fill(Msg::WaitNotRecorded, &[("step", step)]))
            }
            WindowState::Undated(Undated::InDoubt) => {
                format!("{text} {}", self.fill(Msg::WaitInDoubt, &[("step", step)]))
            }
            WindowState::Undated(Undated::NoStart | Undated::NoLength | Undated::TooFar) => text.to_owned(),
            WindowState::Early | WindowState::Within | WindowState::Longer(_) => self.dated_wait(expected),
        }
    }

    /// The days of a wait alone, for a place where what others say of every wait stands beside it: "2 to 4 weeks after
    /// 3 May 2026 (Screening): 17-31 May 2026". Empty where there is no window.
    pub fn waiting_days(self, expected: &Expected<'_>) -> String {
        let Some((from, day)) = expected.from else { return String::new() };
        let wait = expected.wait.short.get(self.lang);
        let values = [("wait", wait), ("day", &self.day(day)), ("step", self.short_of(from))];
        let longer =
            matches!(expected.state, WindowState::Longer(_)).then(|| format!("; {}", self.get(Msg::WaitLonger)));
        let window = self.window(expected.min, expected.max);
        format!("{}: {window}{}", self.fill(Msg::WaitAfter, &values), longer.unwrap_or_default())
    }

    fn dated_wait(self, expected: &Expected<'_>) -> String {
        let dated = self.waiting_days(expected);
        if dated.is_empty() {
            return dated;
        }
        // Where the source gives no number for the end, its words stay.
        let words = expected.max.is_none().then(|| format!(" {}", expected.wait.statement.text.get(self.lang)));
        let later = expected.later.iter();
        let later = later.map(|said| format!(" {} [{}]", said.text.get(self.lang), self.said_by(said)));
        let own = expected.wait.statement.source.label.get(self.lang);
        format!("{dated}.{} [{own}]{}", words.unwrap_or_default(), later.collect::<String>())
    }

    /// A span of days: "17-31 May 2026", "24 May 2026 to 7 June 2026", "from 17 May 2026"; empty where both are open.
    pub fn window(self, first: Option<NaiveDate>, last: Option<NaiveDate>) -> String {
        match (first, last) {
            (Some(first), Some(last)) if first == last => self.day(first),
            (Some(a), Some(b)) if (a.year(), a.month()) == (b.year(), b.month()) => {
                self.fill(Msg::WindowMonth, &[("from", &a.day().to_string()), ("to", &self.day(b))])
            }
            (Some(a), Some(b)) => self.fill(Msg::WindowRange, &[("a", &self.day(a)), ("b", &self.day(b))]),
            (Some(first), None) => self.fill(Msg::WindowFrom, &[("date", &self.day(first))]),
            (None, Some(last)) => self.fill(Msg::WindowUntil, &[("date", &self.day(last))]),
            (None, None) => String::new(),
        }
    }

    fn short_of(&self, step: usize) -> &str {
        self.content.process.step(step).short.get(self.lang)
    }
}
