//! Rules that cannot be meant: nobody meets them, everybody does, or another rule asks more.

use chrono::NaiveDate;
use std::collections::BTreeSet;

use super::search::{Witness, search};
use super::subject::Subject;
use crate::content::{Content, Office, Rule};
use crate::rules::Verdict;

/// Something about rules that an editor should look at.
#[derive(Debug, Clone, PartialEq)]
pub struct Flaw {
    /// What is wrong.
    pub kind: FlawKind,
    /// Where.
    pub of: Subject,
    /// Somebody who shows it, where somebody can.
    pub witness: Option<Witness>,
}

/// What is wrong with rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlawKind {
    /// Nobody can meet the office's minimum.
    NobodyMeets,
    /// Nobody can meet it: it contradicts itself.
    Contradictory,
    /// Nobody can fail it.
    Vacuous,
    /// Whoever meets the others meets it: it decides nothing.
    Subsumed,
}

/// The flaws of all offices, pathways and advice: on a day, and of rules that are not in force on it on one when they are.
pub fn flaws(content: &Content, day: NaiveDate) -> Vec<Flaw> {
    let pathways = content.pathways.iter().filter_map(|pathway| {
        let kind = alone(&pathway.rule)?;
        Some(Flaw { kind, of: Subject::Pathway(pathway.id.clone()), witness: None })
    });
    let advice = content.advice.iter().filter_map(|advice| {
        let kind = alone(advice.rule.as_ref()?)?;
        Some(Flaw { kind, of: Subject::Advice(advice.id.clone()), witness: None })
    });
    content.offices.iter().flat_map(|office| on_days(office, day)).chain(pathways).chain(advice).collect()
}

fn on_days(office: &Office, day: NaiveDate) -> Vec<Flaw> {
    let days: BTreeSet<NaiveDate> = office.versions.iter().map(|stated| stated.day_in_force(day)).collect();
    let mut found: Vec<Flaw> = Vec::new();
    for day in days {
        let others = of_office(&office.on(day)).into_iter();
        let new = others.filter(|flaw| !found.iter().any(|known| known.kind == flaw.kind && known.of == flaw.of));
        found.extend(new.collect::<Vec<_>>());
    }
    found
}

fn of_office(office: &Office) -> Vec<Flaw> {
    let rules: Vec<&Rule> = office.requirements.iter().map(|requirement| &requirement.rule).collect();
    let mut found = Vec::new();
    for (at, requirement) in office.requirements.iter().enumerate() {
        let of = Subject::Requirement(requirement.id.clone());
        if let Some(kind) = alone(&requirement.rule) {
            found.push(Flaw { kind, of, witness: None });
        } else if let Some(witness) = decides_nothing(&rules, at) {
            found.push(Flaw { kind: FlawKind::Subsumed, of, witness: Some(witness) });
        }
    }
    if !may_be_met(&rules) {
        found.push(Flaw { kind: FlawKind::NobodyMeets, of: Subject::Office(office.id.clone()), witness: None });
    }
    found
}

/// What is wrong with one rule by itself.
fn alone(rule: &Rule) -> Option<FlawKind> {
    let can_be = |verdict: Verdict| search(&[rule], &[rule], &|a, _| a == verdict).is_some();
    if rule.tests().is_empty() {
        return None;
    }
    let is_vacuous = !can_be(Verdict::NotMet) && can_be(Verdict::Met);
    if may_be_met(&[rule]) { is_vacuous.then_some(FlawKind::Vacuous) } else { Some(FlawKind::Contradictory) }
}

/// Whether full answers exist with which the rules are not failed: what no source states, nobody can meet for sure.
fn may_be_met(rules: &[&Rule]) -> bool {
    search(rules, rules, &|a, _| a != Verdict::NotMet).is_some()
}

/// Somebody who meets the others, where all of those meet the rule too.
fn decides_nothing(rules: &[&Rule], at: usize) -> Option<Witness> {
    let others: Vec<&Rule> = rules.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, rule)| *rule).collect();
    let shows = search(&others, rules, &|a, b| a != b).is_some();
    if shows || others.is_empty() { None } else { search(&others, rules, &|a, _| a == Verdict::Met) }
}
