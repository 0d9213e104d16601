//! Rules: condition trees, checked against the kinds of their facts.

use serde::Deserialize;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;
use toml::Spanned;

use super::cutoffs::{RawBetween, RawCutoff};
use super::{Loader, RawText, Ref, Spec};
use crate::content::{Boundary, Condition, FactKind, Id, PeriodUnit, Question, Rule, Test};

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum RawRule {
    All(Vec<Spanned<RawRule>>),
    Any(Vec<Spanned<RawRule>>),
    Not(Box<Spanned<RawRule>>),
    Yes(Ref),
    OneOf(RawOneOf),
    Includes(RawOneOf),
    OnOrBefore(RawCutoff),
    Before(RawCutoff),
    OnOrAfter(RawCutoff),
    After(RawCutoff),
    Between(RawBetween),
    AtLeast(RawBound),
    AtMost(RawBound),
    Unstated(RawText),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOneOf {
    fact: Ref,
    values: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBound {
    fact: Ref,
    number: Option<Spanned<i64>>,
    period: Option<Spanned<String>>,
}

/// How many values a rule has for the placeholders of its record's texts.
#[derive(Clone, Copy, Default)]
pub(super) struct RuleValues {
    cutoffs: usize,
    pub(super) codes: usize,
}

impl RuleValues {
    /// The placeholders that have a value: dates, then the given ones where the rule has countries.
    pub(super) fn names(self, countries: &[&'static str]) -> Vec<&'static str> {
        let countries = if self.codes > 0 { countries } else { &[] };
        DATE_NAMES.iter().take(self.cutoffs).chain(countries).copied().collect()
    }
}

/// The placeholders for the cutoffs of a rule, in its order.
pub(super) const DATE_NAMES: [&str; 8] = ["date", "date2", "date3", "date4", "date5", "date6", "date7", "date8"];

/// Numbers in rules are below this.
pub(super) const MOST_NUMBER: u32 = 1_000_000_000;

impl Loader {
    /// Loads a rule; its texts have the address `AT.rule.FIELD`.
    pub(super) fn rule(&mut self, at: &str, raw: &Spanned<RawRule>) -> Option<Rule> {
        match raw.get_ref() {
            RawRule::All(rules) => self.branch(at, "all", raw.span(), rules).map(Rule::All),
            RawRule::Any(rules) => self.branch(at, "any", raw.span(), rules).map(Rule::Any),
            RawRule::Not(rule) => Some(Rule::Not(Box::new(self.rule(at, rule)?))),
            RawRule::Yes(fact) => {
                let fact = self.tested_fact(fact, &[FactKind::YesNo], "yes")?;
                Some(Rule::Test(Test { fact, condition: Condition::Yes }))
            }
            RawRule::OneOf(test) => self.one_of(test),
            RawRule::Includes(test) => self.includes(test),
            RawRule::OnOrBefore(cutoff) => self.cutoff("on_or_before", Boundary::OnOrBefore, cutoff),
            RawRule::Before(cutoff) => self.cutoff("before", Boundary::Before, cutoff),
            RawRule::OnOrAfter(cutoff) => self.cutoff("on_or_after", Boundary::OnOrAfter, cutoff),
            RawRule::After(cutoff) => self.cutoff("after", Boundary::After, cutoff),
            RawRule::Between(ends) => self.between(ends),
            RawRule::AtLeast(bound) => self.bound("at_least", Condition::AtLeast, bound),
            RawRule::AtMost(bound) => self.bound("at_most", Condition::AtMost, bound),
            RawRule::Unstated(text) => {
                let at = format!("{at}.rule");
                self.declare(&at, "unstated", &raw.span());
                Some(Rule::Unstated(self.text(&at, "unstated", text, Spec { ruled: true, ..Spec::PLAIN })))
            }
        }
    }

    fn branch(&mut self, at: &str, name: &str, span: Range<usize>, rules: &[Spanned<RawRule>]) -> Option<Vec<Rule>> {
        if rules.is_empty() {
            self.problem(span, format!("`{name}` has no conditions"), "empty", "write at least one");
            return None;
        }
        let loaded: Vec<Option<Rule>> = rules.iter().map(|rule| self.rule(at, rule)).collect();
        loaded.into_iter().collect()
    }

    /// The fact of a test; reports a test that does not go with the fact's kind.
    pub(super) fn tested_fact(&mut self, name: &Ref, kinds: &[FactKind], test: &str) -> Option<Arc<Question>> {
        let fact = self.fact(name);
        self.tested.push((name.get_ref().as_str().into(), name.span()));
        let fact = fact?;
        if kinds.contains(&fact.kind) {
            return Some(fact);
        }
        let (kind, fits) = describe(fact.kind);
        let message = format!("`{test}` cannot test `{}`, which is {kind}", fact.id);
        self.problem(name.span(), message, "of another kind", format!("test it with {fits}"));
        None
    }

    fn one_of(&mut self, test: &RawOneOf) -> Option<Rule> {
        let fact = self.tested_fact(&test.fact, &[FactKind::OneOf, FactKind::Country], "one_of");
        self.has_values(test);
        let fact = fact?;
        let values = if fact.kind == FactKind::Country { self.codes_of(test) } else { self.options_of(test, &fact) };
        Some(Rule::Test(Test { fact, condition: Condition::OneOf(values?) }))
    }

    fn includes(&mut self, test: &RawOneOf) -> Option<Rule> {
        let fact = self.tested_fact(&test.fact, &[FactKind::Countries], "includes");
        self.has_values(test);
        let values = self.codes_of(test);
        Some(Rule::Test(Test { fact: fact?, condition: Condition::Includes(values?) }))
    }

    fn bound(&mut self, name: &str, condition: fn(u32) -> Condition, bound: &RawBound) -> Option<Rule> {
        let fact = self.tested_fact(&bound.fact, &[FactKind::Number, FactKind::Period], name);
        let fact = fact?;
        let number = match (fact.kind, &bound.number, &bound.period) {
            (FactKind::Number, Some(number), None) => self.number(number, 0..MOST_NUMBER)?,
            (FactKind::Period, None, Some(period)) => self.period_in(fact.counts?, period)?,
            _ => {
                let help = "a `number` is tested with `number`, a `period` with `period`, as in `period = \"P2Y\"`";
                self.problem(
                    bound.fact.span(),
                    format!("`{name}` has no bound for `{}`, or two", fact.id),
                    "one bound",
                    help,
                );
                return None;
            }
        };
        Some(Rule::Test(Test { fact, condition: condition(number) }))
    }

    /// A length of time as a number of what a question counts.
    fn period_in(&mut self, unit: PeriodUnit, raw: &Spanned<String>) -> Option<u32> {
        let count = self.period(raw)?.count(unit);
        if count.is_none() {
            let (unit, help) = match unit {
                PeriodUnit::Days => ("days", "write days as \"P30D\", weeks as \"P2W\""),
                PeriodUnit::Months => ("months", "write months as \"P3M\", years as \"P10Y\""),
            };
            let message = format!("`{}` is no whole number of {unit}, which the question counts", raw.get_ref());
            self.problem(raw.span(), message, "in another unit", help);
        }
        count
    }

    fn has_values(&mut self, test: &RawOneOf) {
        if test.values.is_empty() {
            self.problem(test.fact.span(), "this test has no values", "nothing passes", "write at least one");
        }
        let mut seen = BTreeSet::new();
        for value in &test.values {
            if !seen.insert(value.get_ref()) {
                let message = format!("the value `{}` is there twice", value.get_ref());
                self.problem(value.span(), message, "again", "take it out");
            }
        }
    }

    fn codes_of(&mut self, test: &RawOneOf) -> Option<Vec<Id>> {
        let codes: Vec<Option<Id>> =
            test.values.iter().map(|code| self.country(code).map(|country| Arc::clone(&country.id))).collect();
        codes.into_iter().collect()
    }

    fn options_of(&mut self, test: &RawOneOf, fact: &Question) -> Option<Vec<Id>> {
        let mut values = Vec::with_capacity(test.values.len());
        for value in &test.values {
            let id = value.get_ref().as_str();
            let found = fact.options.iter().find(|o| *o.id == *id).map(|o| Arc::clone(&o.id));
            if found.is_none() {
                let known = fact.options.iter().map(|o| &*o.id);
                let help = self.suggest(id, known, "define it in questions.toml");
                let message = format!("`{}` has no option `{id}`", fact.id);
                self.problem(value.span(), message, "unknown option", help);
            }
            values.push(found);
        }
        values.into_iter().collect()
    }

    pub(super) fn values_of(&self, raw: &RawRule) -> RuleValues {
        match raw {
            RawRule::All(rules) | RawRule::Any(rules) => rules.iter().fold(RuleValues::default(), |sum, rule| {
                let more = self.values_of(rule.get_ref());
                RuleValues { cutoffs: sum.cutoffs + more.cutoffs, codes: sum.codes + more.codes }
            }),
            RawRule::Not(rule) => self.values_of(rule.get_ref()),
            RawRule::OneOf(test) => {
                let fact = self.content.question(test.fact.get_ref());
                let countries = fact.is_some_and(|fact| fact.kind == FactKind::Country);
                RuleValues { cutoffs: 0, codes: if countries { test.values.len() } else { 0 } }
            }
            RawRule::Includes(test) => RuleValues { cutoffs: 0, codes: test.values.len() },
            RawRule::OnOrBefore(cutoff)
            | RawRule::Before(cutoff)
            | RawRule::OnOrAfter(cutoff)
            | RawRule::After(cutoff) => {
                let (cutoffs, codes) = cutoff.counts();
                RuleValues { cutoffs, codes }
            }
            RawRule::Between(_) => RuleValues { cutoffs: 2, codes: 0 },
            RawRule::Yes(_) | RawRule::AtLeast(_) | RawRule::AtMost(_) | RawRule::Unstated(_) => RuleValues::default(),
        }
    }
}

/// A kind in words, and the tests for it.
fn describe(kind: FactKind) -> (&'static str, &'static str) {
    match kind {
        FactKind::YesNo => ("yes or no", "`yes`"),
        FactKind::OneOf => ("one of its options", "`one_of`"),
        FactKind::Country => ("a country", "`one_of`"),
        FactKind::Countries => ("a set of countries", "`includes`"),
        FactKind::Date => ("a date", "`on_or_before`, `before`, `on_or_after`, `after` or `between`"),
        FactKind::DateOrNo => ("a date or no", "`on_or_before`, `before`, `on_or_after`, `after` or `between`"),
        FactKind::Number => ("a number", "`at_least` or `at_most`"),
        FactKind::Period => ("a length of time", "`at_least` or `at_most`"),
    }
}
