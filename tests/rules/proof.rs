//! What is proved of rules by searching for a person, against brute force and on contents that were changed.

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;
use smo_desk::content::{Boundary, Condition, Content, Example, ExampleVerdict, FactKind, FactScope, Id, Rule, Test};
use smo_desk::proof::{self, FlawKind, RuleChange, Subject, Witness, search};
use smo_desk::rules::{Answers, Verdict};
use std::sync::Arc;

use crate::made_up::{Maker, content, cutoff, includes, one_of, question, text};
use crate::oracle::Oracle;
use crate::property::{content_of, join, repeated_leaf};

fn today() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

#[test]
fn no_small_change_of_a_rule_of_the_content_goes_unnoticed() {
    let content = Arc::new(Content::embedded().unwrap());
    assert_eq!(proof::failed_examples(&content), []);
    assert_eq!(proof::flaws(&content, today()), []);
    let alive: Vec<_> = proof::survivors(&content, today()).into_iter().map(|m| (m.of, m.change)).collect();
    assert_eq!(alive, []);
}

#[test]
fn without_the_example_of_a_last_day_the_change_of_that_day_is_named_with_a_person_on_it() {
    let mut content = Content::embedded().unwrap();
    let presence = |one: &Example| one.id.starts_with("colombia-presence");
    assert!(content.examples.iter().any(presence));
    content.examples.retain(|one| !presence(one));
    let alive = proof::survivors(&content, today());
    let days: Vec<&str> = alive.iter().map(|mutant| mutant.change.as_str()).collect();
    assert!(days.contains(&"`arrived` before 2023-06-11"), "{days:?}");
    for mutant in &alive {
        assert_eq!(mutant.of, Subject::Requirement("colombia.presence".into()));
        assert!(mutant.witness.to_string().contains("arrived=2023-06-1"), "{}", mutant.witness);
    }
}

#[test]
fn an_example_that_comes_to_something_else_is_named() {
    let mut content = Content::embedded().unwrap();
    content.examples.truncate(1);
    content.examples[0].offices = vec![("colombia".into(), ExampleVerdict::Unclear)];
    content.examples.push(Example { facts: vec!["country=Narnia".to_owned()], ..content.examples[0].clone() });
    let content = Arc::new(content);
    assert_eq!(proof::failed_examples(&content).len(), 2);
}

/// An office with some rules besides its place.
fn with(rules: Vec<(&str, Rule)>) -> Content {
    let maker = Maker::new();
    let named = rules.into_iter().map(|(name, rule)| (name, "status", rule)).collect();
    let mut content = content();
    content.pathways.clear();
    content.offices = vec![maker.office("AA", Vec::new(), named)];
    content
}

fn came(boundary: Boundary, day: &str) -> Rule {
    Maker::new().test("came", cutoff(boundary, day))
}

#[test]
fn rules_that_cannot_be_meant_are_told_apart() {
    let (before, after) = (came(Boundary::Before, "2025-06-11"), came(Boundary::OnOrAfter, "2025-06-11"));
    let (earlier, adult) = (came(Boundary::Before, "2024-06-11"), Maker::new().test("grown", Condition::Yes));
    let kinds =
        |rules| proof::flaws(&with(rules), today()).into_iter().map(|flaw| (flaw.kind, flaw.of)).collect::<Vec<_>>();
    let rule = |id: &str| Subject::Requirement(Id::from(id));
    assert_eq!(kinds(vec![("a", adult.clone()), ("b", before.clone())]), []);
    let both = Rule::All(vec![before.clone(), after.clone()]);
    assert_eq!(
        kinds(vec![("a", both)]),
        [(FlawKind::Contradictory, rule("aa.a")), (FlawKind::NobodyMeets, Subject::Office("aa".into()))]
    );
    let either = Rule::Any(vec![before.clone(), after.clone()]);
    assert_eq!(kinds(vec![("a", either)]), [(FlawKind::Vacuous, rule("aa.a"))]);
    assert_eq!(
        kinds(vec![("a", before.clone()), ("b", after)]),
        [(FlawKind::NobodyMeets, Subject::Office("aa".into()))]
    );
    assert_eq!(kinds(vec![("a", before), ("b", earlier)]), [(FlawKind::Subsumed, rule("aa.a"))]);
}

#[test]
fn a_day_that_was_moved_is_told_with_who_gains_and_who_loses() {
    let told = |a: Rule, b: Rule| {
        let found = proof::differences(&with(vec![("day", a)]), &with(vec![("day", b)]));
        assert!(found.iter().all(|one| one.of == Subject::Office("aa".into())));
        found.into_iter().next().map(|one| one.change)
    };
    let day = |day| came(Boundary::OnOrBefore, day);
    assert_eq!(told(day("2025-06-11"), day("2025-06-11")), None);
    let Some(RuleChange::Differs(_, effects)) = told(day("2025-06-11"), day("2025-06-12")) else { panic!() };
    let all: Vec<_> = effects.iter().map(|one| (one.before, one.after, one.witness.to_string())).collect();
    assert_eq!(all, [(Verdict::NotMet, Verdict::Met, "land=AA came=2025-06-12".to_owned())]);
    let Some(RuleChange::Differs(_, effects)) = told(day("2025-06-12"), day("2025-06-11")) else { panic!() };
    assert_eq!((effects[0].before, effects[0].after), (Verdict::Met, Verdict::NotMet));
    let Some(RuleChange::Differs(_, effects)) = told(day("2025-06-11"), Rule::Unstated(text("nobody says"))) else {
        panic!()
    };
    let pairs: Vec<_> = effects.iter().map(|one| (one.before, one.after)).collect();
    assert_eq!(pairs, [(Verdict::Met, Verdict::Unclear), (Verdict::NotMet, Verdict::Unclear)]);
    // Written differently, the same for everybody.
    let before = came(Boundary::Before, "2025-06-12");
    assert!(matches!(told(day("2025-06-11"), before), Some(RuleChange::SameForAll(_))));
    let twice = Rule::Not(Box::new(Rule::Not(Box::new(day("2025-06-11")))));
    assert!(matches!(told(day("2025-06-11"), twice), Some(RuleChange::SameForAll(_))));
}

#[test]
fn somebody_with_an_option_that_only_one_content_has_is_found() {
    let fact = |options: &[&str]| Arc::new(question(4, "papers", FactKind::OneOf, FactScope::Person, options));
    let rule = |options: &[&str], taken: &[&str]| {
        with(vec![("papers", Rule::Test(Test { fact: fact(options), condition: one_of(taken) }))])
    };
    let (a, b) = (rule(&["full", "none"], &["full"]), rule(&["full", "none", "pending"], &["full", "pending"]));
    for (before, after, verdicts) in
        [(&a, &b, (Verdict::NotMet, Verdict::Met)), (&b, &a, (Verdict::Met, Verdict::NotMet))]
    {
        let found = proof::differences(before, after);
        let RuleChange::Differs(_, effects) = &found[0].change else { panic!("{found:?}") };
        let all: Vec<_> = effects.iter().map(|one| ((one.before, one.after), one.witness.to_string())).collect();
        assert_eq!(all, [(verdicts, "land=AA papers=pending".to_owned())]);
    }
}

#[test]
fn offices_that_come_and_go_are_told() {
    let (mut a, b) = (with(vec![("x", Maker::new().test("origin", includes(&["XX"])))]), with(Vec::new()));
    a.offices.clear();
    assert_eq!(proof::differences(&a, &b)[0].change, RuleChange::Added);
    assert_eq!(proof::differences(&b, &a)[0].change, RuleChange::Removed);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Somebody is found exactly where brute force finds somebody; and what is found is true.
    #[test]
    fn the_search_for_a_person_is_whole(
        leaves in prop::collection::vec(any::<(Index, Index, Index)>(), 1..=6),
        joins in prop::collection::vec(any::<Index>(), 0..=4),
    ) {
        let leaves = leaves.iter().map(|(fact, boundary, value)| repeated_leaf(*fact, *boundary, *value)).collect();
        let rules = join(leaves, &joins);
        let rules: Vec<&Rule> = rules.iter().collect();
        let oracle = Oracle::new(&rules, &Answers::default());
        for verdict in [Verdict::Met, Verdict::NotMet] {
            let found = search(&rules, &rules, &|a, _| a == verdict);
            prop_assert_eq!(found.is_some(), oracle.can_come_to(verdict));
            prop_assert!(found.is_none_or(|person: Witness| person.verdict(&rules) == verdict));
        }
    }

    /// The people who are printed as missing leave no change unnoticed.
    #[test]
    fn the_missing_people_notice_every_change(
        leaves in prop::collection::vec(any::<(Index, Index, Index)>(), 1..=5),
        joins in prop::collection::vec(any::<Index>(), 0..=3),
    ) {
        let leaves = leaves.iter().map(|(fact, boundary, value)| repeated_leaf(*fact, *boundary, *value)).collect();
        let mut content = content_of(join(leaves, &joins));
        content.codes = ["XX", "YY", "ZZ"].map(Id::from).into();
        content.pathways.clear();
        let people = proof::missing_people(&content, today());
        content.examples = people.iter().map(|person| example(person, &content.offices[0].id)).collect();
        prop_assert_eq!(proof::survivors(&content, today()), []);
        let content = Arc::new(content);
        prop_assert_eq!(proof::failed_examples(&content), []);
    }
}

fn example(mutant: &proof::Mutant, office: &Id) -> Example {
    let verdict = match mutant.verdict {
        Verdict::Met => ExampleVerdict::Met,
        Verdict::NotMet => ExampleVerdict::NotMet,
        Verdict::Unclear => ExampleVerdict::Unclear,
    };
    Example {
        id: "made".into(),
        why: mutant.change.clone(),
        facts: mutant.witness.to_string().split_whitespace().map(str::to_owned).collect(),
        as_of: None,
        offices: vec![(office.clone(), verdict)],
        pathways: Vec::new(),
        advice: Vec::new(),
    }
}
