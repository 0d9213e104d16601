//! What an office's rules cost to evaluate.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Loader, Problem};
use crate::content::{Condition, Question, Requirement, Test};

/// The most facts that the rules of one office may test: the cost of an assessment grows with them.
const MOST_FACTS: usize = 12;

/// The most combinations of values of the facts that one office tests several times: each is evaluated for itself.
const MOST_WORLDS: usize = 64;

impl Loader {
    /// Reports an office that tests too many facts, or some of them too often.
    pub(super) fn costs(&mut self, requirements: &[Arc<Requirement>]) {
        let tested = std::mem::take(&mut self.tested);
        let mut seen = BTreeSet::new();
        let firsts: Vec<_> = tested.iter().filter(|(fact, _)| seen.insert(fact)).collect();
        if let Some((_, span)) = firsts.get(MOST_FACTS) {
            let message = format!("the office tests {} facts; at most {MOST_FACTS} can be", firsts.len());
            self.problem(span.clone(), message, "one too many", "leave some out, or ask them in one question");
        }
        let tests: Vec<&Test> = requirements.iter().flat_map(|requirement| requirement.rule.tests()).collect();
        let mut worlds = 1_usize;
        for (at, (fact, span)) in tested.iter().enumerate() {
            let before: Vec<_> = tested.iter().take(at).filter(|(other, _)| other == fact).collect();
            let [(_, first)] = before.as_slice() else { continue };
            let of_fact: Vec<&Test> = tests.iter().filter(|test| test.fact.id == *fact).copied().collect();
            worlds = worlds.saturating_mul(cells(&of_fact));
            if worlds > MOST_WORLDS {
                let message = format!("the facts that the office tests several times have {worlds} combinations");
                let mut problem = Problem::at(self.file.clone(), span.clone(), message);
                problem.also = Some((first.clone(), "first tested here".to_owned()));
                let help = format!(
                    "each is evaluated for itself, with every answer; at most {MOST_WORLDS} can be: test fewer facts more than once"
                );
                self.problems.push(problem.label("tested again here").help(help));
                return;
            }
        }
    }
}

/// How many groups of values the tests of one fact can tell apart, at most.
fn cells(tests: &[&Test]) -> usize {
    let Some(test) = tests.first() else { return 1 };
    let mut conditions: Vec<&Condition> = Vec::new();
    for test in tests {
        if !conditions.contains(&&test.condition) {
            conditions.push(&test.condition);
        }
    }
    let listed = |test: &&Test| match &test.condition {
        Condition::OneOf(ids) | Condition::Includes(ids) => ids.len(),
        _ => 0,
    };
    match &test.condition {
        Condition::Yes => 2,
        Condition::OneOf(_) => options(&test.fact).unwrap_or_else(|| tests.iter().map(listed).sum::<usize>() + 1),
        Condition::Includes(_) => {
            1_usize.checked_shl(u32::try_from(conditions.len()).unwrap_or(u32::MAX)).unwrap_or(usize::MAX)
        }
        // A cell between every two bounds, one beyond each end, and that it never happened.
        Condition::Cutoff(_) | Condition::AtLeast(_) | Condition::AtMost(_) => conditions.len() + 2,
    }
}

fn options(fact: &Question) -> Option<usize> {
    Some(fact.options.len()).filter(|n| *n > 0)
}
