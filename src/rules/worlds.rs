//! Facts that several tests of the same rules ask about.
//!
//! Such tests do not vary independently: nobody came both before and after a day. The values of the fact are grouped into
//! *cells*, within which every one of its tests comes out the same. A *world* fixes one cell for each repeated fact;
//! within a world every other fact is tested once, and plain three-valued logic is exact. What all worlds agree on is
//! what all full answers agree on.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::{Condition, FactKind, Id, Question, Rule, Test};

use super::answer::{OTHER, Value};
use super::eval::{Known, passes};
use super::interval::Interval;
use super::kleene::Verdict;

/// The facts that some rules test more than once; usually none.
#[derive(Debug, Default)]
pub(super) struct Repeated<'a>(Vec<Cells<'a>>);

/// A repeated fact with what its tests come to in each cell of its values.
#[derive(Debug)]
struct Cells<'a> {
    fact: &'a Question,
    conditions: Vec<&'a Condition>,
    /// One row for each cell, one verdict for each condition.
    rows: BTreeSet<Vec<Verdict>>,
    /// The cell of [`Value::No`], where that is an answer: no date lies in it, even if all its tests fail.
    no: Option<Vec<Verdict>>,
}

/// One row for each repeated fact, in the order of [`Repeated`].
pub(super) type World<'w> = Vec<&'w Vec<Verdict>>;

impl<'a> Repeated<'a> {
    /// Finds the repeated facts of rules that are evaluated together.
    pub(super) fn of(rules: &[&'a Rule]) -> Self {
        let tests: Vec<&Test> = rules.iter().flat_map(|rule| rule.tests()).collect();
        let mut found: Vec<Cells<'a>> = Vec::new();
        for (at, test) in tests.iter().enumerate() {
            let again = tests.iter().skip(at + 1).any(|other| other.fact.id == test.fact.id);
            if again && !found.iter().any(|cells| cells.fact.id == test.fact.id) {
                found.push(Cells::of(&test.fact, &tests));
            }
        }
        Self(found)
    }

    /// The verdict of a test of a repeated fact in a world; `None` where its fact is not repeated.
    pub(super) fn verdict(&self, world: &World<'_>, test: &Test) -> Option<Verdict> {
        let (cells, row) = self.0.iter().zip(world).find(|(cells, _)| cells.fact.id == test.fact.id)?;
        let at = cells.conditions.iter().position(|condition| **condition == test.condition)?;
        row.get(at).copied()
    }

    /// Every world that fits the known values and the given one: facts that `is_free` picks vary, the others keep their row.
    /// Without a given world all vary.
    pub(super) fn worlds<'w>(
        &'w self,
        known: Known<'_>,
        given: Option<&World<'w>>,
        is_free: &dyn Fn(&Question) -> bool,
    ) -> Vec<World<'w>> {
        let first = vec![Vec::with_capacity(self.0.len())];
        self.0.iter().enumerate().fold(first, |worlds: Vec<World<'w>>, (at, cells)| {
            let kept = given.and_then(|world| world.get(at).copied()).filter(|_| !is_free(cells.fact));
            let rows = kept.map_or_else(|| cells.possible(known), |row| vec![row]);
            let with = |world: World<'w>| {
                rows.iter().map(move |row| world.iter().copied().chain([*row]).collect()).collect::<Vec<World<'w>>>()
            };
            worlds.into_iter().flat_map(with).collect()
        })
    }
}

impl<'a> Cells<'a> {
    fn of(fact: &'a Question, tests: &[&'a Test]) -> Self {
        let of_fact = tests.iter().filter(|test| test.fact.id == fact.id);
        let mut conditions: Vec<&Condition> = Vec::new();
        for test in of_fact {
            if !conditions.contains(&&test.condition) {
                conditions.push(&test.condition);
            }
        }
        let rows = cells(fact, &conditions).into_keys().collect();
        let never = || conditions.iter().map(|condition| passes(condition, &Value::No)).collect();
        let no = (fact.kind == FactKind::DateOrNo).then(never);
        Self { fact, conditions, rows, no }
    }

    /// The cells that the known value leaves possible.
    fn possible(&self, known: Known<'_>) -> Vec<&Vec<Verdict>> {
        let value = match known(self.fact) {
            None => return self.rows.iter().chain(&self.no).collect(),
            Some(Value::No) => return self.no.iter().collect(),
            Some(value) => value,
        };
        let said: Vec<Verdict> = self.conditions.iter().map(|condition| passes(condition, value)).collect();
        let fits = |row: &&Vec<Verdict>| row.iter().zip(&said).all(|(row, said)| !said.is_decided() || row == said);
        self.rows.iter().filter(fits).collect()
    }
}

/// One full answer for each cell: for each way in which the tests of a fact can come out together. That a date never
/// was lies in none of them.
pub fn cells(fact: &Question, conditions: &[&Condition]) -> BTreeMap<Vec<Verdict>, Value> {
    let row = |value: &Value| conditions.iter().map(|condition| passes(condition, value)).collect();
    let single = conditions.iter().flat_map(|condition| examples(fact, condition));
    let mut cells: BTreeMap<Vec<Verdict>, Value> = BTreeMap::new();
    for value in single {
        cells.entry(row(&value)).or_insert(value);
    }
    // A set may have several members: with two sets there can be the one of both together, which passes what one does.
    loop {
        let union = |(passed, a): (&Vec<Verdict>, &Value), (too, b): (&Vec<Verdict>, &Value)| match (a, b) {
            (Value::Countries(a), Value::Countries(b)) => {
                let both: Vec<Verdict> = passed.iter().zip(too).map(|(a, b)| *a.max(b)).collect();
                (!cells.contains_key(&both)).then(|| (both, Value::Countries(a | b)))
            }
            _ => None,
        };
        let more: Vec<_> = cells.iter().flat_map(|a| cells.iter().filter_map(move |b| union(a, b))).collect();
        if more.is_empty() {
            return cells;
        }
        for (row, value) in more {
            cells.entry(row).or_insert(value);
        }
    }
}

/// Full answers that together give every verdict that a test can have, one on each side of every bound.
pub(super) fn examples(fact: &Question, condition: &Condition) -> Vec<Value> {
    let other = || Id::from(OTHER);
    match condition {
        Condition::Yes => vec![Value::YesNo(true), Value::YesNo(false)],
        Condition::OneOf(ids) if fact.kind == FactKind::Country => {
            ids.iter().cloned().chain([other()]).map(Value::Country).collect()
        }
        Condition::OneOf(_) => fact.options.iter().map(|option| Value::Choice(option.id.clone())).collect(),
        Condition::Includes(ids) => {
            ids.iter().cloned().chain([other()]).map(|id| Value::Countries([id].into())).collect()
        }
        Condition::AtLeast(bound) | Condition::AtMost(bound) => {
            let around = [bound.checked_sub(1), Some(*bound), bound.checked_add(1)];
            around.into_iter().flatten().map(Value::Number).collect()
        }
        Condition::Cutoff(cutoff) => {
            let days = [cutoff.date.pred_opt(), Some(cutoff.date), cutoff.date.succ_opt()];
            days.into_iter().flatten().map(|day| Value::Date(Interval::on(day))).collect()
        }
    }
}
