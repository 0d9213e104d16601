//! What a rule comes to for one person's answers.

use crate::content::{Condition, Id, Rule, Test};

use super::answer::{Answers, Value};
use super::kleene::{self, Verdict};

/// What a rule comes to. Where no fact occurs twice in it, `Unclear` means that the unknowns can still go either way
/// (or that a condition is one that no source states).
#[must_use]
pub fn eval(rule: &Rule, answers: &Answers) -> Verdict {
    eval_with(rule, &|test| eval_test(test, answers))
}

/// What a rule comes to, given what its tests come to.
pub(super) fn eval_with(rule: &Rule, leaf: &dyn Fn(&Test) -> Verdict) -> Verdict {
    match rule {
        Rule::All(rules) => kleene::all(rules.iter().map(|rule| eval_with(rule, leaf))),
        Rule::Any(rules) => kleene::any(rules.iter().map(|rule| eval_with(rule, leaf))),
        Rule::Not(rule) => kleene::not(eval_with(rule, leaf)),
        Rule::Test(test) => leaf(test),
        // Nobody's answer can meet a condition that no source states, nor fail it.
        Rule::Unstated(_) => Verdict::Unclear,
    }
}

/// What one test comes to: `Unclear` for what was not asked, is not known or was not said.
#[must_use]
pub fn eval_test(test: &Test, answers: &Answers) -> Verdict {
    answers.value(&test.fact.id).map_or(Verdict::Unclear, |value| passes(&test.condition, value))
}

/// Whether a value is one that a test accepts.
pub(super) fn passes(condition: &Condition, value: &Value) -> Verdict {
    match (condition, value) {
        (Condition::Yes, Value::YesNo(yes)) => Verdict::from(*yes),
        (Condition::OneOf(ids), Value::Choice(id) | Value::Country(id)) => Verdict::from(has(ids, id)),
        // Of several nationalities one is enough.
        (Condition::Includes(ids), Value::Countries(own)) => Verdict::from(own.iter().any(|id| has(ids, id))),
        (Condition::Cutoff(cutoff), Value::Date(interval)) => interval.meets(*cutoff),
        // What did not happen has no date on either side.
        (Condition::Cutoff(_), Value::No) => Verdict::NotMet,
        // A stateless person is nobody's national, and no rule says what then holds; the other pairs are a test of one
        // kind with a value of another, which the content's checks and the parsers refuse.
        (Condition::Yes | Condition::OneOf(_) | Condition::Includes(_) | Condition::Cutoff(_), _) => Verdict::Unclear,
    }
}

fn has(ids: &[Id], id: &Id) -> bool {
    ids.iter().any(|wanted| wanted == id)
}
