//! Answers in words.

use std::borrow::Cow;

use super::Phrases;
use crate::content::{FactKind, Msg, PeriodUnit, Question};
use crate::rules::{Answer, OTHER, Value};

impl<'a> Phrases<'a> {
    /// An answer in words: "Venezuelan", "some day in 2019", "prefers not to say".
    pub fn answer(self, question: &'a Question, answer: &'a Answer) -> String {
        match answer {
            Answer::Known(value) | Answer::Withheld(value) => self.value(question, value),
            Answer::DontKnow => self.get(Msg::DontKnow).to_owned(),
            Answer::Declined => self.get(Msg::Declined).to_owned(),
        }
    }

    /// An answer for a list, where there is little room: as [`Phrases::answer`], with short dates.
    pub fn answer_short(self, question: &'a Question, answer: &'a Answer) -> String {
        match answer.value() {
            Some(Value::Date(interval)) => self.interval_in(interval, |date| self.date_short(date)),
            _ => self.answer(question, answer),
        }
    }

    /// What can be typed for a question besides the numbers of its choices.
    pub fn hint(self, question: &Question) -> Option<&'a str> {
        Some(self.get(match question.kind {
            FactKind::Date | FactKind::DateOrNo => Msg::OrTypeDate,
            FactKind::Country => Msg::TypeCountry,
            FactKind::Countries => Msg::TypeCountries,
            FactKind::Number => Msg::TypeNumber,
            FactKind::Period if question.counts == Some(PeriodUnit::Days) => Msg::TypeDays,
            FactKind::Period => Msg::TypeMonths,
            FactKind::YesNo | FactKind::OneOf => return None,
        }))
    }

    /// A value in words.
    pub fn value(self, question: &'a Question, value: &'a Value) -> String {
        match value {
            Value::YesNo(true) => self.get(Msg::Yes).to_owned(),
            Value::YesNo(false) => self.get(Msg::No).to_owned(),
            Value::Choice(id) => {
                let option = question.options.iter().find(|o| o.id == *id);
                option.map_or_else(|| id.to_string(), |o| o.text.get(self.lang).to_owned())
            }
            Value::Country(code) => self.country(code).to_owned(),
            Value::Countries(codes) => {
                let names: Vec<Cow<'_, str>> = codes.iter().map(|code| self.people(code, codes.len())).collect();
                self.all_of(&names.iter().map(|name| &**name).collect::<Vec<_>>())
            }
            Value::Stateless => self.get(Msg::Stateless).to_owned(),
            Value::Date(interval) => self.interval(interval),
            Value::Number(number) => self.number(question, *number),
            Value::No => match (&question.no, question.kind) {
                (Some(no), FactKind::DateOrNo) => no.get(self.lang).to_owned(),
                _ => self.get(Msg::No).to_owned(),
            },
        }
    }

    /// A number with what it counts: "3 children".
    pub(super) fn number(self, question: &Question, number: u32) -> String {
        match (&question.unit, question.counts) {
            (Some(unit), _) => {
                let one = question.unit_one.as_ref().filter(|_| number == 1);
                format!("{number} {}", one.unwrap_or(unit).get(self.lang))
            }
            (None, Some(unit)) => self.length(unit, number),
            (None, None) => number.to_string(),
        }
    }

    /// A length of time: "10 days", "18 months", "2 years and 3 months".
    fn length(self, unit: PeriodUnit, number: u32) -> String {
        let counted = |n: u32, one, many| match n {
            1 => self.get(one).to_owned(),
            _ => self.fill(many, &[("n", &n.to_string())]),
        };
        let months = |n| counted(n, Msg::PeriodMonth, Msg::PeriodMonths);
        let years = |n| counted(n, Msg::PeriodYear, Msg::PeriodYears);
        match (unit, number / 12, number % 12) {
            (PeriodUnit::Days, ..) => counted(number, Msg::PeriodDay, Msg::PeriodDays),
            (PeriodUnit::Months, whole, 0) if whole > 0 => years(whole),
            (PeriodUnit::Months, 0 | 1, _) => months(number),
            (PeriodUnit::Months, whole, rest) => self.all_of(&[&*years(whole), &*months(rest)]),
        }
    }

    /// One of so many nationalities. Where the content has no word for it, the name of the country alone would, among
    /// words for peoples, be taken for a country.
    fn people(self, code: &'a str, of: usize) -> Cow<'a, str> {
        if of > 1 && code != OTHER && self.content.country(code).is_none() {
            return Cow::Owned(self.fill(Msg::OfCountry, &[("country", self.country(code))]));
        }
        Cow::Borrowed(self.demonym(code))
    }

    /// The words for "always lived here" of a question, in a country.
    pub fn always(self, question: &Question, country: Option<&'a str>) -> Option<String> {
        Some(question.always.as_ref()?.fill(self.lang, &[("country", self.here(country))]))
    }

    /// The question as it is put to the person.
    pub fn ask(self, question: &Question, country: Option<&'a str>) -> String {
        question.ask.fill(self.lang, &[("country", self.here(country))])
    }

    /// That the date of one question lies before that of another, which it cannot.
    pub fn contradiction(self, early: &Question, late: &Question) -> String {
        let names = [("a", early.name.get(self.lang)), ("b", late.name.get(self.lang))];
        self.fill(Msg::Contradiction, &names)
    }

    /// Why the question is asked.
    pub fn why(self, question: &Question, country: Option<&'a str>) -> String {
        question.why.fill(self.lang, &[("country", self.here(country))])
    }

    pub(crate) fn here(self, country: Option<&'a str>) -> &'a str {
        match country {
            Some(code) if code != "other" => self.country(code),
            _ => self.get(Msg::CountryHere),
        }
    }
}
