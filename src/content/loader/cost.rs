//! What an office's rules cost to evaluate.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::Datelike;

use super::{Loader, Problem};
use crate::content::{Boundary, Condition, Cutoff, FactKind, Id, Period, Question, Requirement, Test};

/// The most facts that the rules of one office may test: the cost of an assessment grows with them.
const MOST_FACTS: usize = 12;

/// The most combinations of values of the facts that one office tests several times: each is evaluated for itself.
const MOST_WORLDS: usize = 96;

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

/// How many groups of values the tests of one fact can tell apart.
fn cells(tests: &[&Test]) -> usize {
    let Some(test) = tests.first() else { return 1 };
    let of_sets = || {
        tests.iter().filter_map(|test| if let Condition::Includes(ids) = &test.condition { Some(ids) } else { None })
    };
    let listed = |test: &&Test| if let Condition::OneOf(ids) = &test.condition { ids.len() } else { 0 };
    // Where the verdicts change along the line of days or numbers.
    let mut bounds: Vec<_> = tests.iter().filter_map(|test| bound(&test.condition)).collect();
    bounds.sort_by_key(|(_, at)| *at);
    bounds.dedup();
    match &test.condition {
        Condition::Yes => 2,
        Condition::OneOf(_) => options(&test.fact).unwrap_or_else(|| tests.iter().map(listed).sum::<usize>() + 1),
        Condition::Includes(_) => sets(&of_sets().collect::<Vec<_>>()),
        // One beyond each bound, one before the first, and that it never happened.
        Condition::Cutoff(_) => bounds.len() + 1 + usize::from(test.fact.kind == FactKind::DateOrNo),
        Condition::AtLeast(_) | Condition::AtMost(_) => bounds.len() + 1,
    }
}

/// The first day or number beyond a bound; where it is relative, with the time.
fn bound(condition: &Condition) -> Option<(Option<Period>, i64)> {
    match condition {
        Condition::Cutoff(Cutoff { boundary, date, before_applying }) => {
            let is_before = matches!(boundary, Boundary::Before | Boundary::OnOrAfter);
            Some((*before_applying, i64::from(date.num_days_from_ce()) + i64::from(!is_before)))
        }
        Condition::AtLeast(number) => Some((None, i64::from(*number))),
        Condition::AtMost(number) => Some((None, i64::from(*number) + 1)),
        Condition::Yes | Condition::OneOf(_) | Condition::Includes(_) => None,
    }
}

/// In how many ways the lists can be passed together, as somebody with several of their members passes several.
fn sets(lists: &[&Vec<Id>]) -> usize {
    let passed = |code: &Id| lists.iter().map(|list| list.contains(code)).collect::<Vec<bool>>();
    let alone: BTreeSet<Vec<bool>> = lists.iter().flat_map(|list| list.iter()).map(passed).collect();
    let mut all = BTreeSet::from([vec![false; lists.len()]]);
    for one in alone {
        let with = |other: &Vec<bool>| other.iter().zip(&one).map(|(a, b)| *a || *b).collect();
        let more: Vec<Vec<bool>> = all.iter().map(with).collect();
        all.extend(more);
        if all.len() > MOST_WORLDS {
            break;
        }
    }
    all.len()
}

fn options(fact: &Question) -> Option<usize> {
    Some(fact.options.len()).filter(|n| *n > 0)
}
