//! Looking for a person on whom rules come to what is wanted.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use crate::content::{Condition, Content, FactKind, Question, Rule, Test};
use crate::rules::{Answer, Answers, Value, Verdict, cells, verdict};

/// A made-up person: full answers, by question, in asking order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Witness(pub Vec<(Arc<Question>, Value)>);

/// As on the command line: `country=CO arrived=2023-06-11`.
impl fmt::Display for Witness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facts: Vec<String> = self.0.iter().map(|(question, value)| format!("{}={value}", question.id)).collect();
        f.write_str(&facts.join(" "))
    }
}

impl Witness {
    /// The answers as they are given in a check.
    pub fn answers(&self, content: &Content) -> Answers {
        let mut answers = Answers::default();
        for (question, value) in &self.0 {
            answers.set(content, question, Answer::Known(value.clone()));
        }
        answers
    }

    /// What rules that must all hold come to for the person.
    pub fn verdict(&self, rules: &[&Rule]) -> Verdict {
        verdict(rules, &|fact| self.0.iter().find(|(question, _)| question.id == fact.id).map(|(_, value)| value))
    }
}

/// Whether the verdicts of two sets of rules are those that are looked for.
type Predicate<'a> = &'a dyn Fn(Verdict, Verdict) -> bool;

/// A person on whom the verdicts of two sets of rules are wanted, with as few answers as show it; `None` where there is
/// none.
pub fn search(a: &[&Rule], b: &[&Rule], wanted: Predicate<'_>) -> Option<Witness> {
    let tests: Vec<&Test> = a.iter().chain(b).flat_map(|rule| rule.tests()).collect();
    let mut facts: Vec<&Arc<Question>> = tests.iter().map(|test| &test.fact).collect();
    facts.sort_by_key(|fact| fact.order);
    // Two contents can have a question at different places.
    let mut seen = BTreeSet::new();
    facts.retain(|fact| seen.insert(fact.id.clone()));
    let facts = facts.into_iter().map(|fact| (Arc::clone(fact), values(fact, &tests))).collect();
    let looking = Search { a, b, wanted, facts };
    let mut person = Witness::default();
    looking.from(0, &mut person).then(|| looking.smallest(person))
}

struct Search<'a> {
    a: &'a [&'a Rule],
    b: &'a [&'a Rule],
    wanted: Predicate<'a>,
    facts: Vec<(Arc<Question>, Vec<Value>)>,
}

impl Search<'_> {
    /// Whether a person is found among those who answer as this one and further questions from one on.
    fn from(&self, at: usize, person: &mut Witness) -> bool {
        let (a, b) = (person.verdict(self.a), person.verdict(self.b));
        if a.is_decided() && b.is_decided() || at == self.facts.len() {
            return (self.wanted)(a, b);
        }
        let Some((question, values)) = self.facts.get(at) else { return false };
        for value in values {
            person.0.push((Arc::clone(question), value.clone()));
            if self.from(at + 1, person) {
                return true;
            }
            person.0.pop();
        }
        false
    }

    /// The person without the answers that it does not need.
    fn smallest(&self, mut person: Witness) -> Witness {
        for at in (0..person.0.len()).rev() {
            let mut fewer = person.clone();
            fewer.0.remove(at);
            let (a, b) = (fewer.verdict(self.a), fewer.verdict(self.b));
            if a.is_decided() && b.is_decided() && (self.wanted)(a, b) {
                person = fewer;
            }
        }
        person
    }
}

/// Full values of a fact, one for each way in which its tests can come out together. Of two contents each can have
/// options that the other has not.
fn values(fact: &Question, tests: &[&Test]) -> Vec<Value> {
    let of_fact: Vec<&Test> = tests.iter().filter(|test| test.fact.id == fact.id).copied().collect();
    let conditions: Vec<&Condition> = of_fact.iter().map(|test| &test.condition).collect();
    let no = of_fact.iter().any(|test| test.fact.kind == FactKind::DateOrNo).then_some(Value::No);
    let mut asked: Vec<&Question> = Vec::new();
    for test in of_fact {
        if !asked.contains(&&*test.fact) {
            asked.push(&test.fact);
        }
    }
    let found: BTreeMap<_, _> = asked.into_iter().rev().flat_map(|fact| cells(fact, &conditions)).collect();
    found.into_values().chain(no).collect()
}
