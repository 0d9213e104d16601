//! What would have to be different for a minimum that is not met, and for a pathway that does not fit.

use chrono::NaiveDate;

use crate::content::{Boundary, Condition, Rule, Test};

use super::answer::Answers;
use super::by_country::own_parts;
use super::eval::eval;
use super::finding::{OfficeFinding, RequirementFinding};
use super::kleene::{self, Verdict};

/// A requirement that stands in the way.
#[derive(Debug, Clone, Copy)]
pub struct Obstacle<'a> {
    /// Not met, or not asked about because the person is elsewhere.
    pub finding: &'a RequirementFinding,
    /// Why nobody can change it any more, where that is so.
    pub fixed: Option<Fixed>,
}

/// Why nobody can change any more what stands in the way. Where there are several reasons, the last one here counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fixed {
    /// It is a nationality: not in anybody's hands here.
    Nationality,
    /// It is a day that is past.
    PastDay,
}

/// The requirements that stand in the way of an office's minimum, in its order: the one smallest set, since all of them
/// must be met. Empty unless the minimum is not met. They are the rules as they stand, never another answer.
pub fn obstacles<'a>(finding: &'a OfficeFinding, answers: &Answers, day: NaiveDate) -> Vec<Obstacle<'a>> {
    if finding.verdict != Verdict::NotMet {
        return Vec::new();
    }
    let fixed = |rule: &Rule| unmet_parts(rule, answers, day).iter().filter_map(UnmetPart::fixed).max();
    let of = |verdict: Verdict| {
        let found = finding.requirements.iter().filter(move |found| found.applies && found.verdict == verdict);
        found.map(|found| Obstacle { finding: found, fixed: fixed(&found.requirement.rule) }).collect::<Vec<_>>()
    };
    // Where several rules test one fact, they can fail together and none alone.
    Some(of(Verdict::NotMet)).filter(|unmet| !unmet.is_empty()).unwrap_or_else(|| of(Verdict::Unclear))
}

/// What an office asks beside the obstacles where the person is elsewhere: to be there would not be enough. Its other
/// requirements, in its order, without those that are met. Empty where the office's rules are about this person's stay.
pub fn asked_besides(finding: &OfficeFinding, day: NaiveDate) -> Vec<Obstacle<'_>> {
    if finding.requirements.iter().all(|found| found.applies) {
        return Vec::new();
    }
    let open = finding.requirements.iter().filter(|found| found.verdict == Verdict::Unclear);
    open.map(|found| Obstacle { finding: found, fixed: once_unmet(&found.requirement.rule, false, day) }).collect()
}

/// Why nobody could change it, if none of a rule's tests were passed.
fn once_unmet(rule: &Rule, is_turned: bool, day: NaiveDate) -> Option<Fixed> {
    let each = |rules: &[Rule]| rules.iter().map(|rule| once_unmet(rule, is_turned, day)).collect::<Vec<_>>();
    match (rule, is_turned) {
        (Rule::All(rules), false) | (Rule::Any(rules), true) | (Rule::Agreed(rules), _) => {
            each(rules).into_iter().max().flatten()
        }
        (Rule::Any(rules), false) | (Rule::All(rules), true) => each(rules).into_iter().min().flatten(),
        (Rule::Not(rule), _) => once_unmet(rule, !is_turned, day),
        (Rule::Test(test), _) => fixed(&test.condition, is_turned, day),
        (Rule::Unstated(_), _) => None,
    }
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
    /// Why nobody can change it any more, where that is so.
    pub fixed: Option<Fixed>,
}

impl UnmetPart<'_> {
    /// Why nobody can change it any more, whichever set is taken.
    pub fn fixed(&self) -> Option<Fixed> {
        self.0.iter().map(|set| set.iter().filter_map(|test| test.fixed).max()).min().flatten()
    }
}

/// The parts of a rule that are not met; all of them would have to be different. What no source states is none of them:
/// no answer fails it. Empty unless the rule is not met by one of its parts alone.
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
        (Rule::All(rules), false) | (Rule::Any(rules), true) | (Rule::Agreed(rules), _) => {
            each(rules).flatten().collect()
        }
        (Rule::Any(rules), false) | (Rule::All(rules), true) => {
            let each: Vec<_> =
                of_person(rule, rules, answers).map(|rule| parts(rule, is_turned, answers, day)).collect();
            // A part that fails only together with others has no words of its own.
            if each.iter().any(Vec::is_empty) {
                return Vec::new();
            }
            vec![UnmetPart(smallest(each.iter().flat_map(|parts| combined(parts)).collect()))]
        }
        (Rule::Not(rule), _) => parts(rule, !is_turned, answers, day),
        (Rule::Test(test), _) => {
            let fixed = fixed(&test.condition, is_turned, day);
            vec![UnmetPart(vec![vec![UnmetTest { test, is_turned, fixed }]])]
        }
        (Rule::Unstated(_), _) => Vec::new(),
    }
}

/// The parts of a rule of which one is enough: of one that differs by nationality those of the person's own, if there are
/// any. Nobody becomes somebody of another nationality to be judged by its day.
fn of_person<'a>(rule: &'a Rule, rules: &'a [Rule], answers: &Answers) -> impl Iterator<Item = &'a Rule> {
    let own = own_parts(rule, answers);
    let all = if own.is_empty() { rules } else { &[] };
    own.into_iter().chain(all)
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

/// Why a test that is not passed never can be.
fn fixed(condition: &Condition, is_turned: bool, day: NaiveDate) -> Option<Fixed> {
    let Condition::Cutoff(cutoff) = condition else {
        return matches!(condition, Condition::Includes(_)).then_some(Fixed::Nationality);
    };
    // What counts from the day of applying moves with it.
    if cutoff.before_applying.is_some() {
        return None;
    }
    let is_past = match (cutoff.boundary, is_turned) {
        (Boundary::OnOrBefore, false) | (Boundary::After, true) => cutoff.date < day,
        (Boundary::Before, false) | (Boundary::OnOrAfter, true) => cutoff.date <= day,
        _ => false,
    };
    is_past.then_some(Fixed::PastDay)
}
