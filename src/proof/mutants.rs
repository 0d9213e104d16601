//! Rules changed a little: a change that no example notices is a rule that no example shows.

use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::search::{Witness, search};
use super::subject::Subject;
use crate::content::{
    Boundary, Condition, Content, Cutoff, Example, ExampleVerdict, Id, Office, Requirement, Rule, Test,
};
use crate::rules::{Answers, Verdict, eval_all, parse_facts};

/// A rule that was changed, and a person who shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Mutant {
    /// The requirement, pathway or piece of advice whose rule it is.
    pub of: Subject,
    /// What was changed, as "`arrived` before 2023-06-11".
    pub change: String,
    /// Somebody on whom the change shows: an example of this person would notice it.
    pub witness: Witness,
    /// The verdict of that person under the rule as it is.
    pub verdict: Verdict,
    /// The day of asking, where another one has other rules.
    pub as_of: Option<NaiveDate>,
}

/// The mutants of every rule that no example notices. A change that nobody shows is no mutant: the rule says the same.
/// An example asks on its own day, else on the given one; a rule that is not in force then is tried on a day on which it
/// is.
pub fn survivors(content: &Content, day: NaiveDate) -> Vec<Mutant> {
    Survey::of(content, day, false)
}

/// The same without those that the witness of an earlier one would notice: with these people for examples, none is left.
pub fn missing_people(content: &Content, day: NaiveDate) -> Vec<Mutant> {
    Survey::of(content, day, true)
}

/// Somebody, and the day of asking.
type Person = (Answers, NaiveDate);

/// Rules that must all hold on a day, and the changes of one of them.
struct OnDay {
    rules: Vec<Rule>,
    at: usize,
    changes: Vec<(String, Rule)>,
}

impl OnDay {
    /// The rules as they are, and with a change.
    fn sides(&self, change: usize) -> Option<(Vec<&Rule>, Vec<&Rule>)> {
        let (_, changed) = self.changes.get(change)?;
        let with = self.rules.iter().enumerate().map(|(n, own)| if n == self.at { changed } else { own });
        Some((self.rules.iter().collect(), with.collect()))
    }
}

/// A look at all rules of a content.
struct Survey<'a> {
    content: &'a Content,
    day: NaiveDate,
    /// Whether a witness counts as an example for the changes after it.
    grows: bool,
    alive: Vec<Mutant>,
}

impl Survey<'_> {
    fn of(content: &Content, day: NaiveDate, grows: bool) -> Vec<Mutant> {
        let examples = content.examples.iter().filter_map(|one| {
            let answers = parse_facts(content, &one.facts, one.day()).ok()?;
            Some((one, (answers, one.as_of.unwrap_or(day))))
        });
        let examples: Vec<(&Example, Person)> = examples.collect();
        let people = |told: fn(&Example) -> &[(Id, ExampleVerdict)], id: &Id| {
            let of = examples.iter().filter(|(one, _)| told(one).iter().any(|(own, _)| own == id));
            of.map(|(_, person)| person.clone()).collect::<Vec<_>>()
        };
        let mut survey = Survey { content, day, grows, alive: Vec::new() };
        for office in &content.offices {
            survey.office(office, people(|one| &one.offices, &office.id));
        }
        for pathway in &content.pathways {
            let people = people(|one| &one.pathways, &pathway.id);
            survey.alone(&pathway.rule, people, &Subject::Pathway(pathway.id.clone()));
        }
        for (id, rule) in content.advice.iter().filter_map(|advice| Some((&advice.id, advice.rule.as_ref()?))) {
            survey.alone(rule, people(|one| &one.advice, id), &Subject::Advice(id.clone()));
        }
        survey.alive
    }

    fn office(&mut self, office: &Arc<Office>, mut people: Vec<Person>) {
        let days = office.versions.iter().map(|stated| stated.day_in_force(self.day));
        let days: BTreeSet<NaiveDate> = days.chain(people.iter().map(|(_, day)| *day)).collect();
        let offices: BTreeMap<NaiveDate, Office> = days.into_iter().map(|day| (day, office.on(day))).collect();
        for (n, stated) in office.versions.iter().enumerate() {
            let of_day = |(day, office): (&NaiveDate, &Office)| {
                let rule = &office.versions.get(n).filter(|stated| stated.is_in_force(*day))?.rule;
                let in_force = |list: &[Arc<Requirement>]| list.iter().filter(|one| one.is_in_force(*day)).count();
                let changes = changes_of(rule);
                let rules = office.requirements.iter().map(|stated| stated.rule.clone()).collect();
                Some((*day, OnDay { rules, at: in_force(office.versions.get(..n)?), changes }))
            };
            let days: BTreeMap<NaiveDate, OnDay> = offices.iter().filter_map(of_day).collect();
            let of = Subject::Requirement(stated.id.clone());
            self.changed(&days, stated.day_in_force(self.day), &mut people, &of);
        }
    }

    /// A rule that stands by itself.
    fn alone(&mut self, rule: &Rule, mut people: Vec<Person>, of: &Subject) {
        let days: BTreeSet<NaiveDate> = people.iter().map(|(_, day)| *day).chain([self.day]).collect();
        let of_day = |day: NaiveDate| {
            let rule = rule.on(day);
            (day, OnDay { changes: changes_of(&rule), rules: vec![rule], at: 0 })
        };
        self.changed(&days.into_iter().map(of_day).collect(), self.day, &mut people, of);
    }

    /// Adds the changes of a rule that none of the people notices, and somebody would on a day.
    fn changed(&mut self, days: &BTreeMap<NaiveDate, OnDay>, day: NaiveDate, people: &mut Vec<Person>, of: &Subject) {
        let Some(own) = days.get(&day) else { return };
        // The rule has the same changes on every day.
        for (n, (change, _)) in own.changes.iter().enumerate() {
            let notices = |(answers, day): &Person| {
                let sides = days.get(day).and_then(|on_day| on_day.sides(n));
                sides.is_some_and(|(as_is, with)| eval_all(&as_is, answers) != eval_all(&with, answers))
            };
            if people.iter().any(notices) {
                continue;
            }
            let Some((as_is, with)) = own.sides(n) else { continue };
            if let Some(witness) = search(&as_is, &with, &|a, b| a != b) {
                if self.grows {
                    people.push((witness.answers(self.content), day));
                }
                let verdict = witness.verdict(&as_is);
                let as_of = self.content.depends_on_day().then_some(day);
                self.alive.push(Mutant { of: of.clone(), change: change.clone(), witness, verdict, as_of });
            }
        }
    }
}

/// Every small change of a rule, and that it is not there.
fn changes_of(rule: &Rule) -> Vec<(String, Rule)> {
    let mut all = changes(rule);
    all.push(("left out".to_owned(), Rule::All(Vec::new())));
    all
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
        ids.iter().map(each).collect::<Vec<_>>()
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
