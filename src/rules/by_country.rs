//! Rules that differ by nationality, as they are for one person.

use super::answer::Answers;
use super::eval::eval_test;
use super::kleene::Verdict;
use crate::content::Rule;

/// The parts of such a rule for the nationalities that the person has or may have. Empty where there are none, or where
/// the rule is for everybody alike.
pub fn own_parts<'a>(rule: &'a Rule, answers: &Answers) -> Vec<&'a Rule> {
    let parts = rule.by_country().into_iter();
    let own = parts.filter(|(whom, _)| eval_test(whom, &|fact| answers.value(&fact.id)) != Verdict::NotMet);
    own.map(|(_, rule)| rule).collect()
}
