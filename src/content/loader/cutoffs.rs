//! Tests on dates: on one side of a day, between two, or on one side of a day that differs by nationality.

use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;
use toml::Spanned;
use toml::value::Datetime;

use super::rules::DATE_NAMES;
use super::{Loader, Ref};
use crate::content::text::placeholders;
use crate::content::{Boundary, Condition, Cutoff, FactKind, Id, Lang, Question, Rule, Test, Text};

const DATES: [FactKind; 2] = [FactKind::Date, FactKind::DateOrNo];

/// A day for each code of a country.
type RawDays = Spanned<BTreeMap<Spanned<String>, Spanned<Datetime>>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCutoff {
    fact: Ref,
    date: Option<Spanned<Datetime>>,
    before_applying: Option<Spanned<String>>,
    by: Option<Ref>,
    dates: Option<RawDays>,
}

/// Both ends pass.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBetween {
    fact: Ref,
    from: Spanned<Datetime>,
    to: Spanned<Datetime>,
}

impl RawCutoff {
    /// How many days it has, and how many countries.
    pub(super) fn counts(&self) -> (usize, usize) {
        let Some(dates) = &self.dates else { return (1, 0) };
        let days: BTreeSet<String> = dates.get_ref().values().map(|day| day.get_ref().to_string()).collect();
        (days.len(), dates.get_ref().len())
    }
}

impl Loader {
    pub(super) fn cutoff(&mut self, name: &str, boundary: Boundary, cutoff: &RawCutoff) -> Option<Rule> {
        let fact = self.tested_fact(&cutoff.fact, &DATES, name);
        let test = |fact, date, before_applying| {
            Rule::Test(Test { fact, condition: Condition::Cutoff(Cutoff { boundary, date, before_applying }) })
        };
        match (&cutoff.date, &cutoff.before_applying, &cutoff.by, &cutoff.dates) {
            (Some(date), None, None, None) => Some(test(fact?, self.day(date)?, None)),
            (None, Some(period), None, None) => Some(test(fact?, NaiveDate::default(), Some(self.period(period)?))),
            (None, None, Some(by), Some(dates)) => {
                let by = self.tested_fact(by, &[FactKind::Countries], "dates");
                let groups = self.groups(dates)?;
                let (fact, by) = (fact?, by?);
                // Tested once more for each further day.
                for _ in groups.iter().skip(1) {
                    self.tested.push((Arc::clone(&fact.id), cutoff.fact.span()));
                    self.tested.push((Arc::clone(&by.id), dates.span()));
                }
                let part = |(day, codes): (NaiveDate, Vec<Id>)| {
                    let of_these = Test { fact: Arc::clone(&by), condition: Condition::Includes(codes) };
                    Rule::All(vec![Rule::Test(of_these), test(Arc::clone(&fact), day, None)])
                };
                Some(Rule::Any(groups.into_iter().map(part).collect()))
            }
            (None, None, None, Some(dates)) => {
                let help = "name the fact with the nationality, as in `by = \"nationality\"`";
                self.problem(dates.span(), "`dates` does not say by which fact they differ", "by what?", help);
                None
            }
            (_, _, Some(by), None) => {
                let help = "write `dates` with a day for each country, or take `by` out";
                self.problem(by.span(), "`by` has no `dates`", "which days?", help);
                None
            }
            _ => {
                let help = "write `date` for a day, `before_applying` for a time before the day of applying, or `by` and `dates` for days that differ by nationality";
                self.problem(cutoff.fact.span(), format!("`{name}` has no day, or two"), "one day", help);
                None
            }
        }
    }

    /// The days in the order of the file, each with the countries that it is for.
    fn groups(&mut self, dates: &RawDays) -> Option<Vec<(NaiveDate, Vec<Id>)>> {
        if dates.get_ref().is_empty() {
            let help = "write a day without quotes for each country that has one";
            self.problem(dates.span(), "`dates` is empty", "nobody passes", help);
            return None;
        }
        let mut given: Vec<_> = dates.get_ref().iter().collect();
        given.sort_by_key(|(code, _)| code.span().start);
        let mut groups: Vec<(NaiveDate, Vec<Id>)> = Vec::new();
        let mut is_whole = true;
        for (code, day) in given {
            let (Some(country), Some(day)) = (self.country(code), self.day(day)) else {
                is_whole = false;
                continue;
            };
            match groups.iter_mut().find(|(known, _)| *known == day) {
                Some((_, codes)) => codes.push(Arc::clone(&country.id)),
                None => groups.push((day, vec![Arc::clone(&country.id)])),
            }
        }
        is_whole.then_some(groups)
    }

    /// Reports a text that names some days of its rule and not the others: who reads it takes them for all.
    pub(super) fn names_all_days(&mut self, rule: &Rule, text: &Text, span: Range<usize>) {
        let cutoffs = rule.tests().into_iter().filter_map(|test| match test.condition {
            Condition::Cutoff(Cutoff { date, before_applying, .. }) => Some((date, before_applying)),
            _ => None,
        });
        let days: Vec<_> = DATE_NAMES.into_iter().zip(cutoffs).collect();
        let names = placeholders(text.get(Lang::default()));
        let said: Vec<_> = days.iter().filter(|(name, _)| names.contains(name)).map(|(_, day)| day).collect();
        let left_out: Vec<String> =
            days.iter().filter(|(_, day)| !said.contains(&day)).map(|(name, _)| format!("`{{{name}}}`")).collect();
        if !said.is_empty() && !left_out.is_empty() {
            let message = format!("this text names a day of its rule and leaves out {}", left_out.join(", "));
            self.problem(span, message, "taken for all of them", "name every day of the rule, or none");
        }
    }

    /// From one day to another, both included: two tests of one fact.
    pub(super) fn between(&mut self, ends: &RawBetween) -> Option<Rule> {
        let fact = self.tested_fact(&ends.fact, &DATES, "between");
        let (from, to) = (self.day(&ends.from)?, self.day(&ends.to)?);
        if to < from {
            let help = format!("`from` is {from}");
            self.problem(ends.to.span(), format!("`to` is {to}, a day before `from`"), "before `from`", help);
            return None;
        }
        let fact: Arc<Question> = fact?;
        let test = |boundary, date| {
            let condition = Condition::Cutoff(Cutoff { boundary, date, before_applying: None });
            Rule::Test(Test { fact: Arc::clone(&fact), condition })
        };
        Some(Rule::All(vec![test(Boundary::OnOrAfter, from), test(Boundary::OnOrBefore, to)]))
    }
}
