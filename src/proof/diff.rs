//! What a change of content does, and to whom.

use std::sync::Arc;

use super::search::{Witness, search};
use super::subject::Subject;
use crate::content::{Advice, Content, Id, Office, Pathway, Question, Rule};
use crate::rules::Verdict;

/// What became of an office, a pathway or a piece of advice from one content to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// An office, a pathway, a piece of advice.
    pub of: Subject,
    /// What became of it.
    pub change: RuleChange,
}

/// What became of something.
#[derive(Debug, Clone, PartialEq)]
pub enum RuleChange {
    /// It is only in the second.
    Added,
    /// It is only in the first.
    Removed,
    /// Its rules are written differently and come to the same for everybody.
    SameForAll(Vec<Subject>),
    /// Its rules come to something else for these people, those with the fewest answers first. There is nobody where a fact
    /// counts otherwise now: no answer is one to both.
    Differs(Vec<Subject>, Vec<VerdictChange>),
}

/// A person for whom the verdict changes.
#[derive(Debug, Clone, PartialEq)]
pub struct VerdictChange {
    /// The verdict under the first content.
    pub before: Verdict,
    /// The verdict under the second.
    pub after: Verdict,
    /// Somebody with these verdicts.
    pub witness: Witness,
}

/// What differs between two contents in what they say of people; texts alone are no difference.
pub fn differences(a: &Content, b: &Content) -> Vec<Difference> {
    let offices = paired(&a.offices, &b.offices, |office| &office.id);
    let offices = offices.into_iter().filter_map(|(id, pair)| {
        let change = changed(pair, of_office)?;
        Some(Difference { of: Subject::Office(id), change })
    });
    let pathways = paired(&a.pathways, &b.pathways, |pathway| &pathway.id);
    let pathways = pathways.into_iter().filter_map(|(id, pair)| {
        let change = changed(pair, of_pathway)?;
        Some(Difference { of: Subject::Pathway(id), change })
    });
    let advice = paired(&a.advice, &b.advice, |advice| &advice.id);
    let advice = advice.into_iter().filter_map(|(id, pair)| {
        let change = changed(pair, of_advice)?;
        Some(Difference { of: Subject::Advice(id), change })
    });
    offices.chain(pathways).chain(advice).collect()
}

/// A record of the first content and that of the same id in the second.
type Pair<'a, T> = (Option<&'a T>, Option<&'a T>);

fn paired<'a, T>(a: &'a [T], b: &'a [T], id: fn(&T) -> &Id) -> Vec<(Id, Pair<'a, T>)> {
    let of = |list: &'a [T], wanted: &Id| list.iter().find(|one| id(one) == wanted);
    let only_b = b.iter().filter(|one| of(a, id(one)).is_none());
    a.iter().chain(only_b).map(|one| (id(one).clone(), (of(a, id(one)), of(b, id(one))))).collect()
}

fn changed<T>(pair: Pair<'_, T>, both: impl Fn(&T, &T) -> Option<RuleChange>) -> Option<RuleChange> {
    match pair {
        (Some(a), Some(b)) => both(a, b),
        (None, Some(_)) => Some(RuleChange::Added),
        (Some(_), None) => Some(RuleChange::Removed),
        (None, None) => None,
    }
}

fn of_office(a: &Arc<Office>, b: &Arc<Office>) -> Option<RuleChange> {
    let rules = paired(&a.requirements, &b.requirements, |requirement| &requirement.id);
    let written = rules.into_iter().filter(|(_, (a, b))| !same(a.map(|one| &one.rule), b.map(|one| &one.rule)));
    let written: Vec<Subject> = written.map(|(id, _)| Subject::Requirement(id)).collect();
    let [a, b] = [a, b].map(|office| office.requirements.iter().map(|one| &one.rule).collect::<Vec<_>>());
    compared(written, &a, &b)
}

fn of_pathway(a: &Pathway, b: &Pathway) -> Option<RuleChange> {
    let written = if same(Some(&a.rule), Some(&b.rule)) { Vec::new() } else { vec![Subject::Pathway(a.id.clone())] };
    compared(written, &[&a.rule], &[&b.rule])
}

/// Advice without a rule is for everybody in its situation.
fn of_advice(a: &Advice, b: &Advice) -> Option<RuleChange> {
    let everybody = Rule::All(Vec::new());
    let [one, other] = [a, b].map(|advice| advice.rule.as_ref().unwrap_or(&everybody));
    let written = if same(Some(one), Some(other)) { Vec::new() } else { vec![Subject::Advice(a.id.clone())] };
    compared(written, &[one], &[other])
}

fn compared(written: Vec<Subject>, a: &[&Rule], b: &[&Rule]) -> Option<RuleChange> {
    if written.is_empty() {
        return None;
    }
    if is_other_answer(a, b) {
        return Some(RuleChange::Differs(written, Vec::new()));
    }
    let mut effects: Vec<VerdictChange> = Vec::new();
    for before in [Verdict::Met, Verdict::NotMet, Verdict::Unclear] {
        for after in [Verdict::Met, Verdict::NotMet, Verdict::Unclear].into_iter().filter(|after| *after != before) {
            let witness = search(a, b, &|one, other| one == before && other == after);
            effects.extend(witness.map(|witness| VerdictChange { before, after, witness }));
        }
    }
    effects.sort_by_key(|effect| effect.witness.0.len());
    Some(if effects.is_empty() { RuleChange::SameForAll(written) } else { RuleChange::Differs(written, effects) })
}

/// Whether the rules of two contents test a fact that counts something else now, so that no answer is one to both.
fn is_other_answer(a: &[&Rule], b: &[&Rule]) -> bool {
    let [a, b] =
        [a, b].map(|rules| rules.iter().flat_map(|rule| rule.tests()).map(|test| &test.fact).collect::<Vec<_>>());
    a.iter().any(|one| b.iter().any(|other| one.id == other.id && !is_same_answer(one, other)))
}

fn is_same_answer(a: &Question, b: &Question) -> bool {
    a.counts == b.counts
}

/// Whether two rules are written alike. Their questions are of two contents and can be worded differently.
fn same(a: Option<&Rule>, b: Option<&Rule>) -> bool {
    let many = |a: &[Rule], b: &[Rule]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(Some(a), Some(b)));
    match (a, b) {
        (Some(Rule::All(a)), Some(Rule::All(b)))
        | (Some(Rule::Any(a)), Some(Rule::Any(b)))
        | (Some(Rule::Agreed(a)), Some(Rule::Agreed(b))) => many(a, b),
        (Some(Rule::Not(a)), Some(Rule::Not(b))) => same(Some(a), Some(b)),
        (Some(Rule::Test(a)), Some(Rule::Test(b))) => {
            a.fact.id == b.fact.id && is_same_answer(&a.fact, &b.fact) && a.condition == b.condition
        }
        (Some(Rule::Unstated(_)), Some(Rule::Unstated(_))) | (None, None) => true,
        _ => false,
    }
}
