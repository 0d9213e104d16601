//! Evaluation of rules.

use crate::content::{Condition, Id, Question, Rule, Test};

use super::answer::{Answers, Value};
use super::kleene::{self, Verdict};
use super::outcomes;

/// Evaluates a rule. `Unclear` means that the unknown answers can still decide either way, or that no source states a
/// condition.
pub fn eval(rule: &Rule, answers: &Answers) -> Verdict {
    outcomes::eval_all(&[rule], answers)
}

pub(super) fn eval_with(rule: &Rule, leaf: &dyn Fn(&Test) -> Verdict) -> Verdict {
    match rule {
        Rule::All(rules) => kleene::all(rules.iter().map(|rule| eval_with(rule, leaf))),
        Rule::Any(rules) => kleene::any(rules.iter().map(|rule| eval_with(rule, leaf))),
        Rule::Agreed(rules) => kleene::agreed(rules.iter().map(|rule| eval_with(rule, leaf))),
        Rule::Not(rule) => kleene::not(eval_with(rule, leaf)),
        Rule::Test(test) => leaf(test),
        // No answer can meet a condition that no source states, nor fail it.
        Rule::Unstated(_) => Verdict::Unclear,
    }
}

/// The value of a fact, where it is known.
pub type Known<'a> = &'a dyn Fn(&Question) -> Option<&'a Value>;

/// Evaluates a test: `Unclear` where there is no value.
pub(super) fn eval_test(test: &Test, known: Known<'_>) -> Verdict {
    known(&test.fact).map_or(Verdict::Unclear, |value| passes(&test.condition, value))
}

/// Whether a value is one that a test accepts.
pub fn passes(condition: &Condition, value: &Value) -> Verdict {
    match (condition, value) {
        (Condition::Yes, Value::YesNo(yes)) => Verdict::from(*yes),
        (Condition::OneOf(ids), Value::Choice(id) | Value::Country(id)) => Verdict::from(has(ids, id)),
        // One of several nationalities is enough.
        (Condition::Includes(ids), Value::Countries(own)) => Verdict::from(own.iter().any(|id| has(ids, id))),
        (Condition::Cutoff(cutoff), Value::Date(interval)) => interval.meets(*cutoff),
        (Condition::AtLeast(least), Value::Number(number)) => Verdict::from(number >= least),
        (Condition::AtMost(most), Value::Number(number)) => Verdict::from(number <= most),
        // It did not happen, so it has no date on either side.
        (Condition::Cutoff(_), Value::No) => Verdict::NotMet,
        // No rule says what applies to a stateless person; checks on content and parsers rule out the other pairs.
        _ => Verdict::Unclear,
    }
}

fn has(ids: &[Id], id: &Id) -> bool {
    ids.iter().any(|wanted| wanted == id)
}
