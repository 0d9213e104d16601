//! What would have to be different for a minimum that is not met, and for a pathway that does not fit.

use chrono::NaiveDate;

use crate::content::{Boundary, Condition, Rule, Test};

use super::answer::Answers;
use super::eval::eval;
use super::finding::{OfficeFinding, RequirementFinding};
use super::kleene::{self, Verdict};

/// A requirement that stands in the way.
#[derive(Debug, Clone, Copy)]
pub struct Obstacle<'a> {
    /// Not met.
    pub finding: &'a RequirementFinding,
    /// Whether nobody can change it any more: a day that is past, a nationality.
    pub is_fixed: bool,
}

/// The requirements that stand in the way of an office's minimum, in its order: the one smallest set, since all of them
/// must be met. Empty unless the minimum is not met. They are the rules as they stand, never another answer.
pub fn obstacles<'a>(finding: &'a OfficeFinding, answers: &Answers, day: NaiveDate) -> Vec<Obstacle<'a>> {
    if finding.verdict != Verdict::NotMet {
        return Vec::new();
    }
    let unmet = finding.requirements.iter().filter(|found| found.applies && found.verdict == Verdict::NotMet);
    let is_fixed = |rule: &Rule| unmet_parts(rule, answers, day).iter().any(UnmetPart::is_fixed);
    unmet.map(|found| Obstacle { finding: found, is_fixed: is_fixed(&found.requirement.rule) }).collect()
}

/// A part of a rule that is not met, as the smallest sets of tests that stand in the way: one of them is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnmetPart<'a>(pub Vec<Vec<UnmetTest<'a>>>);

/// A test that stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnmetTest<'a> {
    /// What is tested.
    pub test: &'a Test,
    /// Whether the rule wants the opposite of it.
    pub is_turned: bool,
    /// Whether nobody can change it any more: a day that is past, a nationality.
    pub is_fixed: bool,
}

impl UnmetPart<'_> {
    /// Whether nobody can change it any more, whichever set is taken.
    pub fn is_fixed(&self) -> bool {
        self.0.iter().all(|set| set.iter().any(|test| test.is_fixed))
    }
}

/// The parts of a rule that are not met; all of them would have to be different. What no source states is none of them:
/// no answer fails it. Empty unless the rule is not met.
pub fn unmet_parts<'a>(rule: &'a Rule, answers: &Answers, day: NaiveDate) -> Vec<UnmetPart<'a>> {
    parts(rule, false, answers, day)
}

/// `is_turned` where the opposite of the rule is wanted.
fn parts<'a>(rule: &'a Rule, is_turned: bool, answers: &Answers, day: NaiveDate) -> Vec<UnmetPart<'a>> {
    let verdict = if is_turned { kleene::not(eval(rule, answers)) } else { eval(rule, answers) };
    if verdict != Verdict::NotMet {
        return Vec::new();
    }
    let each = |rules: &'a [Rule]| rules.iter().map(|rule| parts(rule, is_turned, answers, day));
    match (rule, is_turned) {
        (Rule::All(rules), false) | (Rule::Any(rules), true) => each(rules).flatten().collect(),
        (Rule::Any(rules), false) | (Rule::All(rules), true) => {
            vec![UnmetPart(smallest(each(rules).flat_map(|parts| combined(&parts)).collect()))]
        }
        (Rule::Not(rule), _) => parts(rule, !is_turned, answers, day),
        (Rule::Test(test), _) => {
            let is_fixed = is_fixed(&test.condition, is_turned, day);
            vec![UnmetPart(vec![vec![UnmetTest { test, is_turned, is_fixed }]])]
        }
        (Rule::Unstated(_), _) => Vec::new(),
    }
}

/// The sets that take one of each part.
fn combined<'a>(parts: &[UnmetPart<'a>]) -> Vec<Vec<UnmetTest<'a>>> {
    parts.iter().fold(vec![Vec::new()], |sets, part| {
        let with = |set: &Vec<UnmetTest<'a>>| {
            let set = set.clone();
            part.0.iter().map(move |more| set.iter().chain(more).copied().collect())
        };
        sets.iter().flat_map(with).collect()
    })
}

/// The sets that hold no other one, each once.
fn smallest(mut sets: Vec<Vec<UnmetTest<'_>>>) -> Vec<Vec<UnmetTest<'_>>> {
    sets.sort_by_key(Vec::len);
    let mut kept: Vec<Vec<UnmetTest<'_>>> = Vec::new();
    for set in sets {
        if !kept.iter().any(|small| small.iter().all(|test| set.contains(test))) {
            kept.push(set);
        }
    }
    kept
}

/// Whether a test that is not passed never can be.
fn is_fixed(condition: &Condition, is_turned: bool, day: NaiveDate) -> bool {
    match condition {
        Condition::Includes(_) => true,
        Condition::Cutoff(cutoff) => match (cutoff.boundary, is_turned) {
            (Boundary::OnOrBefore, false) | (Boundary::After, true) => cutoff.date < day,
            (Boundary::Before, false) | (Boundary::OnOrAfter, true) => cutoff.date <= day,
            _ => false,
        },
        Condition::Yes | Condition::OneOf(_) => false,
    }
}
