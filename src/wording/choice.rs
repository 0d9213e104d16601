//! The choices of a question in words.

use super::Phrases;
use crate::check::{AnswerError, Choice};
use crate::content::{Boundary, Cutoff, Msg, Question};
use crate::rules::{Answer, StatedDate, Value};

impl<'a> Phrases<'a> {
    /// A choice in words. The sides of a cutoff keep the words of the rule: "before 16 July 2024".
    pub fn choice(self, question: &'a Question, choice: &'a Choice, country: Option<&'a str>) -> String {
        if let Some((cutoff, passes)) = choice.side {
            return self.side(cutoff, passes);
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

    /// The side of a cutoff that passes, or the other one: "before 16 July 2024".
    pub(super) fn side(self, cutoff: Cutoff, passes: bool) -> String {
        let word = match (cutoff.boundary, passes) {
            (Boundary::OnOrBefore, true) | (Boundary::After, false) => Msg::SideOnOrBefore,
            (Boundary::OnOrBefore, false) | (Boundary::After, true) => Msg::SideAfter,
            (Boundary::Before, true) | (Boundary::OnOrAfter, false) => Msg::SideBefore,
            (Boundary::Before, false) | (Boundary::OnOrAfter, true) => Msg::SideOnOrAfter,
        };
        self.fill(word, &[("date", &self.day(cutoff.date))])
    }
}
