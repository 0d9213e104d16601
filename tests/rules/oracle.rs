//! Brute force: every world that fits what was said, each judged in plain two-valued logic.

use chrono::Days;
use smo_desk::content::{Boundary, Condition, FactKind, Id, Question, Rule, Test};
use smo_desk::rules::{Answer, Answers, Interval, StatedDate, Value, Verdict};
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::made_up::day;

/// What all worlds together say about rules that must all hold.
pub(crate) struct Oracle {
    pub(crate) facts: Vec<Arc<Question>>,
    /// Each world: for every fact the number of its value, and what the rules come to.
    worlds: Vec<(Vec<usize>, Verdict)>,
}

impl Oracle {
    pub(crate) fn new(rules: &[&Rule], answers: &Answers) -> Self {
        let tests: Vec<&Test> = rules.iter().flat_map(|rule| rule.tests()).collect();
        let mut facts: Vec<Arc<Question>> = tests.iter().map(|test| Arc::clone(&test.fact)).collect();
        facts.sort_by(|a, b| a.id.cmp(&b.id));
        facts.dedup_by(|a, b| a.id == b.id);
        let of = |fact: &Question| {
            let values =
                tests.iter().filter(|test| test.fact.id == fact.id).flat_map(|test| completions(test, answers));
            let mut all: Vec<Value> = Vec::new();
            values.for_each(|value| all.extend((!all.contains(&value)).then_some(value)));
            with_unions(all)
        };
        let values: Vec<Vec<Value>> = facts.iter().map(|fact| of(fact)).collect();
        let mut numbers: Vec<Vec<usize>> = vec![Vec::new()];
        for values in &values {
            numbers =
                numbers.into_iter().flat_map(|n| (0..values.len()).map(move |i| [&n[..], &[i]].concat())).collect();
        }
        let judge = |numbers: Vec<usize>| {
            let world: Vec<(Id, &Value)> = facts
                .iter()
                .zip(&values)
                .zip(&numbers)
                .map(|((fact, values), n)| (fact.id.clone(), &values[*n]))
                .collect();
            let verdict = judge(rules, &world);
            (numbers, verdict)
        };
        let worlds = numbers.into_iter().map(judge).collect();
        Self { facts, worlds }
    }

    /// What every world agrees on.
    pub(crate) fn verdict(&self) -> Verdict {
        agreed(self.worlds.iter().map(|(_, verdict)| *verdict))
    }

    /// Whether some world comes to a verdict.
    pub(crate) fn can_come_to(&self, verdict: Verdict) -> bool {
        self.worlds.iter().any(|(_, found)| *found == verdict)
    }

    /// The facts of which a change alone changes what some world comes to.
    pub(crate) fn missing(&self) -> BTreeSet<Id> {
        let matters = |fact: usize| {
            let mut others = std::collections::BTreeMap::new();
            self.worlds.iter().any(|(numbers, verdict)| {
                let mut key = numbers.clone();
                key[fact] = usize::MAX;
                *others.entry(key).or_insert(*verdict) != *verdict
            })
        };
        let open = self.verdict() == Verdict::Unclear;
        (0..self.facts.len()).filter(|fact| open && matters(*fact)).map(|fact| self.facts[fact].id.clone()).collect()
    }

    /// Whether, for any full answers to the facts, all worlds that have them agree on a decided verdict.
    pub(crate) fn is_decided_by(&self, ids: &[&str]) -> bool {
        let mut seen = std::collections::BTreeMap::new();
        self.worlds.iter().all(|(numbers, verdict)| {
            let chosen = |(fact, _): &(usize, &usize)| ids.contains(&&*self.facts[*fact].id);
            let key: Vec<usize> = numbers.iter().enumerate().filter(chosen).map(|(_, n)| *n).collect();
            *verdict != Verdict::Unclear && *seen.entry(key).or_insert(*verdict) == *verdict
        })
    }
}

fn agreed(mut verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    let first = verdicts.next().unwrap();
    if verdicts.all(|verdict| verdict == first) { first } else { Verdict::Unclear }
}

/// A condition that nobody states may hold or not; nobody will ever learn which.
fn judge(rules: &[&Rule], world: &[(Id, &Value)]) -> Verdict {
    let unstated: u32 = rules.iter().map(|rule| count_unstated(rule)).sum();
    agreed((0..1_u32 << unstated).map(|mut guesses| {
        let holds: Vec<bool> = rules.iter().map(|rule| holds(rule, world, &mut guesses)).collect();
        if holds.into_iter().all(|holds| holds) { Verdict::Met } else { Verdict::NotMet }
    }))
}

fn count_unstated(rule: &Rule) -> u32 {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => rules.iter().map(count_unstated).sum(),
        // Where the sources differ nobody will ever learn which is right.
        Rule::Agreed(rules) => rules.iter().map(count_unstated).sum::<u32>() + 1,
        Rule::Not(rule) => count_unstated(rule),
        Rule::Test(_) => 0,
        Rule::Unstated(_) => 1,
    }
}

fn holds(rule: &Rule, world: &[(Id, &Value)], guesses: &mut u32) -> bool {
    match rule {
        Rule::All(rules) => rules.iter().fold(true, |all, rule| holds(rule, world, guesses) & all),
        Rule::Any(rules) => rules.iter().fold(false, |any, rule| holds(rule, world, guesses) | any),
        Rule::Agreed(rules) => {
            let all: Vec<bool> = rules.iter().map(|rule| holds(rule, world, guesses)).collect();
            let guess = *guesses & 1 == 1;
            *guesses >>= 1;
            if all.iter().all(|holds| *holds == all[0]) { all[0] } else { guess }
        }
        Rule::Not(rule) => !holds(rule, world, guesses),
        Rule::Test(test) => {
            let (_, value) = world.iter().find(|(id, _)| *id == test.fact.id).unwrap();
            passes(&test.condition, value)
        }
        Rule::Unstated(_) => {
            let guess = *guesses & 1 == 1;
            *guesses >>= 1;
            guess
        }
    }
}

fn passes(condition: &Condition, value: &Value) -> bool {
    match (condition, value) {
        (Condition::Yes, Value::YesNo(yes)) => *yes,
        (Condition::OneOf(ids), Value::Choice(id) | Value::Country(id)) => ids.contains(id),
        (Condition::Includes(ids), Value::Countries(own)) => ids.iter().any(|id| own.contains(id)),
        (Condition::AtLeast(bound), Value::Number(n)) => n >= bound,
        (Condition::AtMost(bound), Value::Number(n)) => n <= bound,
        (Condition::Cutoff(_), Value::No) => false,
        (Condition::Cutoff(cutoff), Value::Date(Interval { stated: StatedDate::Always, .. })) => {
            matches!(cutoff.boundary, Boundary::OnOrBefore | Boundary::Before)
        }
        (Condition::Cutoff(cutoff), Value::Date(date)) => {
            assert_eq!(date.earliest, date.latest, "a world has full dates");
            let order = date.earliest.unwrap().cmp(&cutoff.date);
            match cutoff.boundary {
                Boundary::OnOrBefore => order.is_le(),
                Boundary::Before => order.is_lt(),
                Boundary::OnOrAfter => order.is_ge(),
                Boundary::After => order.is_gt(),
            }
        }
        pair => panic!("a world of the wrong kind: {pair:?}"),
    }
}

/// The full values that a fact may turn out to have.
fn completions(test: &Test, answers: &Answers) -> Vec<Value> {
    let Some(said) = answers.value(&test.fact.id) else { return domain(test) };
    match said {
        Value::Stateless => domain(test),
        Value::Date(interval) if interval.earliest != interval.latest && interval.stated != StatedDate::Always => {
            let ends = [interval.earliest, interval.latest].into_iter().flatten().map(|d| Value::Date(Interval::on(d)));
            let inside = |value: &Value| match value {
                Value::Date(Interval { earliest: Some(d), .. }) => {
                    interval.earliest.is_none_or(|e| e <= *d) && interval.latest.is_none_or(|l| *d <= l)
                }
                _ => false,
            };
            domain(test).into_iter().filter(inside).chain(ends).collect()
        }
        full => vec![full.clone()],
    }
}

/// With two sets there can be their union, and so on.
fn with_unions(mut all: Vec<Value>) -> Vec<Value> {
    let sets = |all: &[Value]| -> Vec<BTreeSet<Id>> {
        let own = |value: &Value| if let Value::Countries(own) = value { Some(own.clone()) } else { None };
        all.iter().filter_map(own).collect()
    };
    if sets(&all).len() < 2 {
        return all;
    }
    for a in sets(&all) {
        for b in sets(&all) {
            let both = Value::Countries(a.union(&b).cloned().collect());
            all.extend((!all.contains(&both)).then_some(both));
        }
    }
    all
}

/// Full values on every side of what the test asks.
pub(crate) fn domain(test: &Test) -> Vec<Value> {
    let set = |ids: &[&Id]| Value::Countries(ids.iter().copied().cloned().collect());
    let other: Id = "other".into();
    match &test.condition {
        Condition::Yes => vec![Value::YesNo(true), Value::YesNo(false)],
        Condition::OneOf(ids) if test.fact.kind == FactKind::Country => {
            ids.iter().chain([&other]).cloned().map(Value::Country).collect()
        }
        Condition::OneOf(_) => test.fact.options.iter().map(|option| Value::Choice(option.id.clone())).collect(),
        Condition::AtLeast(bound) | Condition::AtMost(bound) => {
            [0, bound - 1, *bound, bound + 1, 1000].map(Value::Number).into()
        }
        Condition::Includes(ids) => {
            vec![set(&[&ids[0]]), set(&[ids.last().unwrap()]), set(&[&other]), set(&[&ids[0], &other])]
        }
        Condition::Cutoff(cutoff) => {
            let one = Days::new(1);
            let days = [day("1950-01-01"), cutoff.date - one, cutoff.date, cutoff.date + one, day("2100-01-01")];
            let days = days.into_iter().map(|day| Value::Date(Interval::on(day)));
            let always = test.fact.always.is_some().then(|| Value::Date(Interval::always()));
            let no = (test.fact.kind == FactKind::DateOrNo).then_some(Value::No);
            days.chain(always).chain(no).collect()
        }
    }
}

/// Everything that a person may say to a question, as far as one test can tell it apart; `None` is "not asked".
pub(crate) fn sayings(test: &Test) -> Vec<Option<Answer>> {
    let mut values = domain(test);
    match &test.condition {
        Condition::Includes(_) => values.push(Value::Stateless),
        Condition::Cutoff(cutoff) => {
            let one = Days::new(1);
            let days = [cutoff.date - one, cutoff.date, cutoff.date + one];
            let texts = days.iter().flat_map(|day| [day.format("%Y").to_string(), day.format("%Y-%m").to_string()]);
            values.extend(
                texts.map(|text| Value::Date(Interval::from(text.parse::<smo_desk::content::PartialDate>().unwrap()))),
            );
            values.extend(days.iter().flat_map(|day| [Interval::until(*day), Interval::since(*day)]).map(Value::Date));
        }
        Condition::Yes | Condition::OneOf(_) | Condition::AtLeast(_) | Condition::AtMost(_) => {}
    }
    let withheld = values.first().cloned().map(Answer::Withheld);
    let unknown = [None, None, Some(Answer::DontKnow), Some(Answer::Declined), withheld];
    values.into_iter().map(|value| Some(Answer::Known(value))).chain(unknown).collect()
}
