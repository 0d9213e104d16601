//! How further answers can change a verdict, without trying every combination of them.
//!
//! An *outcome* is a pair of verdicts that a rule has under two full answers which differ only in the facts in question.
//! Where a fact is tested once, the parts of a rule vary independently, and the outcomes of the whole are those of its
//! parts combined: exact, and fast enough for every key. Facts that are tested more than once are fixed before that, one
//! world after the other.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::content::{Question, Rule, Test};

use super::answer::Answers;
use super::eval::{Known, eval_test, eval_with, passes};
use super::kleene::{self, Verdict};
use super::worlds::{Repeated, World, examples};

type Outcomes = BTreeSet<(Verdict, Verdict)>;

/// The verdict of all rules together: what every full answer that fits the known values agrees on.
pub fn verdict(rules: &[&Rule], known: Known<'_>) -> Verdict {
    let repeated = Repeated::of(rules);
    let in_world = |world: World<'_>| {
        let leaf = |test: &Test| repeated.verdict(&world, test).unwrap_or_else(|| eval_test(test, known));
        kleene::all(rules.iter().map(|rule| eval_with(rule, &leaf)))
    };
    kleene::agreed(repeated.worlds(known, None, &|_| true).into_iter().map(in_world))
}

/// The verdict of all rules together for some answers.
pub fn eval_all(rules: &[&Rule], answers: &Answers) -> Verdict {
    verdict(rules, &|fact| answers.value(&fact.id))
}

/// Whether an answer to a question can change the verdict of all rules together, whatever the other answers are.
pub(super) fn can_change(rules: &[&Rule], answers: &Answers, question: &str) -> bool {
    let (repeated, known) = (Repeated::of(rules), |fact: &Question| answers.value(&fact.id));
    let is_asked = |asked: &Question| *asked.id == *question;
    let differ = |one: &World<'_>, other: &World<'_>| {
        let leaf = |test: &Test| match (repeated.verdict(one, test), repeated.verdict(other, test)) {
            (Some(one), Some(other)) => [(one, other)].into(),
            _ if *test.fact.id == *question => {
                // No answer is an outcome too: it matters where every answer meets the test.
                let mut outcomes = outcomes(test, &known);
                outcomes.insert(eval_test(test, &known));
                outcomes.iter().flat_map(|a| outcomes.iter().map(move |b| (*a, *b))).collect()
            }
            _ => same(&outcomes(test, &known)),
        };
        combine(rules.iter().copied(), &leaf, Verdict::Met, Ord::min).iter().any(|(a, b)| a != b)
    };
    repeated.worlds(&known, None, &|_| true).iter().any(|one| {
        let others = repeated.worlds(&known, Some(one), &is_asked);
        others.iter().any(|other| differ(one, other))
    })
}

/// Whether any answers to the questions, and no others, decide the verdict of all rules together.
pub(super) fn decide(rules: &[&Rule], answers: &Answers, questions: &[Arc<Question>]) -> bool {
    let (repeated, known) = (Repeated::of(rules), |fact: &Question| answers.value(&fact.id));
    let is_asked = |asked: &Question| questions.iter().any(|question| question.id == asked.id);
    let agree = |one: &World<'_>, other: &World<'_>| {
        let leaf = |test: &Test| match (repeated.verdict(one, test), repeated.verdict(other, test)) {
            (Some(one), Some(other)) => [(one, other)].into(),
            _ if is_asked(&test.fact) => same(&outcomes(test, &known)),
            _ => same(&[eval_test(test, &known)].into()),
        };
        let outcomes = combine(rules.iter().copied(), &leaf, Verdict::Met, Ord::min);
        outcomes.iter().all(|(a, b)| a == b && a.is_decided())
    };
    repeated.worlds(&known, None, &|_| true).iter().all(|one| {
        let others = repeated.worlds(&known, Some(one), &|fact| !is_asked(fact));
        others.iter().all(|other| agree(one, other))
    })
}

fn outcomes_of(rule: &Rule, leaf: &dyn Fn(&Test) -> Outcomes) -> Outcomes {
    match rule {
        Rule::All(rules) => combine(rules, leaf, Verdict::Met, Ord::min),
        Rule::Any(rules) => combine(rules, leaf, Verdict::NotMet, Ord::max),
        Rule::Agreed(rules) => match rules.split_first() {
            Some((first, others)) => {
                let agree = |a, b| if a == b { a } else { Verdict::Unclear };
                joined(outcomes_of(first, leaf), others.iter().map(|rule| outcomes_of(rule, leaf)), agree)
            }
            None => same(&[Verdict::Unclear].into()),
        },
        Rule::Not(rule) => outcomes_of(rule, leaf).into_iter().map(|(a, b)| (kleene::not(a), kleene::not(b))).collect(),
        Rule::Test(test) => leaf(test),
        Rule::Unstated(_) => same(&[Verdict::Unclear].into()),
    }
}

/// The outcomes of several rules joined as by [`kleene::all`] or [`kleene::any`].
fn combine<'a>(
    rules: impl IntoIterator<Item = &'a Rule>,
    leaf: &dyn Fn(&Test) -> Outcomes,
    none: Verdict,
    join: fn(Verdict, Verdict) -> Verdict,
) -> Outcomes {
    joined(same(&[none].into()), rules.into_iter().map(|rule| outcomes_of(rule, leaf)), join)
}

fn joined(first: Outcomes, others: impl Iterator<Item = Outcomes>, join: fn(Verdict, Verdict) -> Verdict) -> Outcomes {
    others.fold(first, |left, right| {
        left.iter().flat_map(|(a, b)| right.iter().map(move |(c, d)| (join(*a, *c), join(*b, *d)))).collect()
    })
}

fn same(outcomes: &BTreeSet<Verdict>) -> Outcomes {
    outcomes.iter().map(|verdict| (*verdict, *verdict)).collect()
}

/// The verdicts that a test can have once its fact is fully known.
fn outcomes(test: &Test, known: Known<'_>) -> BTreeSet<Verdict> {
    let now = eval_test(test, known);
    if now.is_decided() {
        return [now].into();
    }
    // An answer that does not decide the test (a straddling date, a stateless person) rules out neither verdict.
    examples(&test.fact, &test.condition).iter().map(|value| passes(&test.condition, value)).collect()
}
