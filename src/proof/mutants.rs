//! Rules changed a little: a change that no example notices is a rule that no example shows.

use std::sync::Arc;

use super::search::{Witness, search};
use super::subject::Subject;
use crate::content::{Boundary, Condition, Content, Cutoff, Example, Id, Office, Rule, Test};
use crate::rules::{Answers, Verdict, eval_all, parse_facts};

/// A rule that was changed, and a person who shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Mutant {
    /// The requirement or pathway whose rule it is.
    pub of: Subject,
    /// What was changed, as "`arrived` before 2023-06-11".
    pub change: String,
    /// Somebody on whom the change shows: an example of this person would notice it.
    pub witness: Witness,
    /// The verdict of that person under the rule as it is.
    pub verdict: Verdict,
}

/// The mutants of every rule that no example notices. A change that nobody shows is no mutant: the rule says the same.
pub fn survivors(content: &Content) -> Vec<Mutant> {
    Survey::of(content, false)
}

/// The same without those that the witness of an earlier one would notice: with these people for examples, none is left.
pub fn missing_people(content: &Content) -> Vec<Mutant> {
    Survey::of(content, true)
}

/// A look at all rules of a content.
struct Survey<'a> {
    content: &'a Content,
    /// Whether a witness counts as an example for the changes after it.
    grows: bool,
    alive: Vec<Mutant>,
}

impl Survey<'_> {
    fn of(content: &Content, grows: bool) -> Vec<Mutant> {
        let examples = content.examples.iter();
        let examples: Vec<(&Example, Answers)> =
            examples.filter_map(|one| Some((one, parse_facts(content, &one.facts, one.day()).ok()?))).collect();
        let people = |is_told: &dyn Fn(&Example) -> bool| {
            let told = examples.iter().filter(|(one, _)| is_told(one));
            told.map(|(_, answers)| answers.clone()).collect::<Vec<_>>()
        };
        let mut survey = Survey { content, grows, alive: Vec::new() };
        for office in &content.offices {
            survey.office(office, people(&|one| one.offices.iter().any(|(id, _)| *id == office.id)));
        }
        for pathway in &content.pathways {
            let people = &mut people(&|one| one.pathways.iter().any(|(id, _)| *id == pathway.id));
            survey.changed(&[&pathway.rule], 0, changes(&pathway.rule), people, &Subject::Pathway(pathway.id.clone()));
        }
        survey.alive
    }

    fn office(&mut self, office: &Arc<Office>, mut people: Vec<Answers>) {
        let rules: Vec<&Rule> = office.requirements.iter().map(|requirement| &requirement.rule).collect();
        for (at, requirement) in office.requirements.iter().enumerate() {
            let mut changed = changes(&requirement.rule);
            changed.push(("left out".to_owned(), Rule::All(Vec::new())));
            self.changed(&rules, at, changed, &mut people, &Subject::Requirement(requirement.id.clone()));
        }
    }

    /// Adds the changes of one of several rules that none of the people notices and somebody would.
    fn changed(
        &mut self,
        rules: &[&Rule],
        at: usize,
        changed: Vec<(String, Rule)>,
        people: &mut Vec<Answers>,
        of: &Subject,
    ) {
        for (change, rule) in changed {
            let with: Vec<&Rule> =
                rules.iter().enumerate().map(|(n, own)| if n == at { &rule } else { *own }).collect();
            if people.iter().any(|answers| eval_all(rules, answers) != eval_all(&with, answers)) {
                continue;
            }
            if let Some(witness) = search(rules, &with, &|a, b| a != b) {
                if self.grows {
                    people.push(witness.answers(self.content));
                }
                let verdict = witness.verdict(rules);
                self.alive.push(Mutant { of: of.clone(), change, witness, verdict });
            }
        }
    }
}

/// Every small change of a rule, in words and as a rule.
fn changes(rule: &Rule) -> Vec<(String, Rule)> {
    match rule {
        Rule::All(rules) => of_branch("all", rules, Rule::All, Some(Rule::Any)),
        Rule::Any(rules) => of_branch("any", rules, Rule::Any, Some(Rule::All)),
        Rule::Agreed(rules) => of_branch("agreed", rules, Rule::Agreed, None),
        Rule::Not(inner) => {
            let own = ("not: taken out".to_owned(), Rule::clone(inner));
            let within = changes(inner).into_iter().map(|(words, rule)| (words, Rule::Not(Box::new(rule))));
            [own].into_iter().chain(within).collect()
        }
        Rule::Test(test) => of_test(test),
        Rule::Unstated(_) => vec![("unstated: taken as met".to_owned(), Rule::All(Vec::new()))],
    }
}

fn of_branch(
    name: &str,
    rules: &[Rule],
    same: fn(Vec<Rule>) -> Rule,
    other: Option<fn(Vec<Rule>) -> Rule>,
) -> Vec<(String, Rule)> {
    let mut all = Vec::new();
    if let Some(other) = other.filter(|_| rules.len() > 1) {
        all.push((format!("{name}: turned into the other"), other(rules.to_vec())));
    }
    for (at, rule) in rules.iter().enumerate() {
        let with = |new: Option<Rule>| {
            let kept =
                rules.iter().enumerate().filter_map(|(n, own)| if n == at { new.clone() } else { Some(own.clone()) });
            same(kept.collect())
        };
        if rules.len() > 1 {
            all.push((format!("{name}: number {} left out", at + 1), with(None)));
        }
        all.extend(changes(rule).into_iter().map(|(words, rule)| (words, with(Some(rule)))));
    }
    all
}

fn of_test(test: &Test) -> Vec<(String, Rule)> {
    let fact = &test.fact.id;
    let changed = |condition: Condition| Rule::Test(Test { fact: Arc::clone(&test.fact), condition });
    let without = |ids: &[Id], make: fn(Vec<Id>) -> Condition| {
        let each = |left_out: &Id| {
            let kept = ids.iter().filter(|id| *id != left_out).cloned().collect();
            (format!("`{fact}` without {left_out}"), changed(make(kept)))
        };
        ids.iter().filter(|_| ids.len() > 1).map(each).collect::<Vec<_>>()
    };
    match &test.condition {
        Condition::Yes => vec![(format!("`{fact}`: no"), Rule::Not(Box::new(Rule::Test(test.clone()))))],
        Condition::OneOf(ids) => without(ids, Condition::OneOf),
        Condition::Includes(ids) => without(ids, Condition::Includes),
        Condition::AtLeast(bound) => {
            around(*bound).map(|n| (format!("`{fact}` at least {n}"), changed(Condition::AtLeast(n)))).collect()
        }
        Condition::AtMost(bound) => {
            around(*bound).map(|n| (format!("`{fact}` at most {n}"), changed(Condition::AtMost(n)))).collect()
        }
        Condition::Cutoff(cutoff) => {
            let each = |changed_to: Cutoff| {
                let side = <&str>::from(changed_to.boundary);
                (format!("`{fact}` {side} {}", changed_to.date), changed(Condition::Cutoff(changed_to)))
            };
            of_cutoff(*cutoff).into_iter().map(each).collect()
        }
    }
}

fn around(bound: u32) -> impl Iterator<Item = u32> {
    [bound.checked_sub(1), bound.checked_add(1)].into_iter().flatten()
}

/// A day earlier, a day later, the day itself on the other side, and the other direction.
fn of_cutoff(cutoff: Cutoff) -> Vec<Cutoff> {
    let (strict, turned) = match cutoff.boundary {
        Boundary::OnOrBefore => (Boundary::Before, Boundary::OnOrAfter),
        Boundary::Before => (Boundary::OnOrBefore, Boundary::After),
        Boundary::OnOrAfter => (Boundary::After, Boundary::OnOrBefore),
        Boundary::After => (Boundary::OnOrAfter, Boundary::Before),
    };
    let sides = [strict, turned].map(|boundary| Cutoff { boundary, ..cutoff });
    let days = [cutoff.date.pred_opt(), cutoff.date.succ_opt()];
    sides.into_iter().chain(days.into_iter().flatten().map(|date| Cutoff { date, ..cutoff })).collect()
}
