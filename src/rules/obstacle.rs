//! What would have to be different for a minimum that is not met.

use chrono::NaiveDate;

use crate::content::{Boundary, Condition, Rule};

use super::answer::Answers;
use super::eval::eval;
use super::finding::{OfficeFinding, RequirementFinding};
use super::kleene::Verdict;

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
    unmet.map(|found| Obstacle { finding: found, is_fixed: is_fixed(&found.requirement.rule, answers, day) }).collect()
}

/// Whether a rule that is not met can never be met.
fn is_fixed(rule: &Rule, answers: &Answers, day: NaiveDate) -> bool {
    match rule {
        Rule::Any(rules) => rules.iter().all(|rule| is_fixed(rule, answers, day)),
        Rule::All(rules) => {
            rules.iter().any(|rule| eval(rule, answers) == Verdict::NotMet && is_fixed(rule, answers, day))
        }
        Rule::Test(test) => match &test.condition {
            Condition::Includes(_) => true,
            Condition::Cutoff(cutoff) => match cutoff.boundary {
                Boundary::OnOrBefore => cutoff.date < day,
                Boundary::Before => cutoff.date <= day,
                Boundary::OnOrAfter | Boundary::After => false,
            },
            Condition::Yes | Condition::OneOf(_) => false,
        },
        Rule::Not(_) | Rule::Unstated(_) => false,
    }
}
