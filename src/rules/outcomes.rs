//! How further answers can change a verdict, without trying every combination of them.
//!
//! An *outcome* is a pair of verdicts that a rule has in two worlds which differ only in the facts in question. Since a
//! fact occurs once in the rules of an office, the parts of a rule vary independently, and the outcomes of the whole
//! are those of its parts combined: exact, and fast enough for every key. Where a fact occurs twice, as a pathway's
//! rule may do, the result may name a fact that could be left out.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::content::{Condition, FactKind, Id, Question, Rule, Test};

use super::answer::{Answers, OTHER, Value};
use super::eval::{eval_test, passes};
use super::interval::Interval;
use super::kleene::{self, Verdict};

type Outcomes = BTreeSet<(Verdict, Verdict)>;

/// Whether an answer to a question can change the verdict of all rules together, whatever the other answers are.
pub(super) fn can_change(rules: &[&Rule], answers: &Answers, question: &str) -> bool {
    let leaf = |test: &Test| {
        let mut outcomes = outcomes(test, answers);
        if *test.fact.id != *question {
            return same(&outcomes);
        }
        // No answer is an outcome too: it matters where every answer meets the test.
        outcomes.insert(eval_test(test, answers));
        outcomes.iter().flat_map(|a| outcomes.iter().map(move |b| (*a, *b))).collect()
    };
    combine(rules.iter().copied(), &leaf, Verdict::Met, Ord::min).iter().any(|(a, b)| a != b)
}

/// Whether any answers to the questions, and no others, decide the verdict of all rules together.
pub(super) fn decide(rules: &[&Rule], answers: &Answers, questions: &[Arc<Question>]) -> bool {
    let leaf = |test: &Test| {
        let asked = questions.iter().any(|question| question.id == test.fact.id);
        if asked { same(&outcomes(test, answers)) } else { same(&[eval_test(test, answers)].into()) }
    };
    combine(rules.iter().copied(), &leaf, Verdict::Met, Ord::min).iter().all(|(verdict, _)| verdict.is_decided())
}

fn outcomes_of(rule: &Rule, leaf: &dyn Fn(&Test) -> Outcomes) -> Outcomes {
    match rule {
        Rule::All(rules) => combine(rules, leaf, Verdict::Met, Ord::min),
        Rule::Any(rules) => combine(rules, leaf, Verdict::NotMet, Ord::max),
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
    rules.into_iter().map(|rule| outcomes_of(rule, leaf)).fold(same(&[none].into()), |left, right| {
        left.iter().flat_map(|(a, b)| right.iter().map(move |(c, d)| (join(*a, *c), join(*b, *d)))).collect()
    })
}

fn same(outcomes: &BTreeSet<Verdict>) -> Outcomes {
    outcomes.iter().map(|verdict| (*verdict, *verdict)).collect()
}

/// The verdicts that a test can have once its fact is fully known.
fn outcomes(test: &Test, answers: &Answers) -> BTreeSet<Verdict> {
    let now = eval_test(test, answers);
    if now.is_decided() {
        return [now].into();
    }
    // An answer that does not decide the test (a straddling date, a stateless person) rules out neither verdict.
    examples(test).iter().map(|value| passes(&test.condition, value)).collect()
}

/// Full answers that together give every verdict that a test can have.
fn examples(test: &Test) -> Vec<Value> {
    let other = || Id::from(OTHER);
    match &test.condition {
        Condition::Yes => vec![Value::YesNo(true), Value::YesNo(false)],
        Condition::OneOf(ids) if test.fact.kind == FactKind::Country => {
            ids.iter().cloned().chain([other()]).map(Value::Country).collect()
        }
        Condition::OneOf(_) => test.fact.options.iter().map(|option| Value::Choice(option.id.clone())).collect(),
        Condition::Includes(ids) => {
            ids.iter().cloned().chain([other()]).map(|id| Value::Countries([id].into())).collect()
        }
        Condition::Cutoff(cutoff) => {
            let days = [cutoff.date.pred_opt(), Some(cutoff.date), cutoff.date.succ_opt()];
            days.into_iter().flatten().map(|day| Value::Date(Interval::on(day))).collect()
        }
    }
}
