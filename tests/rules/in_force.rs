//! Rules that depend on the day of applying: versions, and days that count from it.

use smo_desk::content::{
    Advice, Boundary, Condition, Content, Cutoff, Example, ExampleVerdict, Office, Period, Requirement, Rule, Situation,
};
use smo_desk::proof::{self, Subject};
use smo_desk::rules::{Verdict, assess, obstacles};
use std::sync::Arc;

use crate::made_up::{Maker, answers, content, cutoff, day, text};

/// An office with one rule in two versions: until a day, and from the next one on.
fn versions() -> Arc<Content> {
    let maker = Maker::new();
    let stated = |name: &str, before: &str, from: Option<&str>, until: Option<&str>| {
        let rule = maker.test("came", cutoff(Boundary::Before, before));
        let requirement = maker.requirement(&format!("aa.{name}"), "presence", rule);
        Arc::new(Requirement { from: from.map(day), until: until.map(day), ..Requirement::clone(&requirement) })
    };
    let mut content = content();
    let mut office = Arc::into_inner(maker.office("AA", Vec::new(), Vec::new())).unwrap();
    office.versions.push(stated("old", "2020-01-01", None, Some("2024-12-31")));
    office.versions.push(stated("new", "2022-01-01", Some("2025-01-01"), None));
    content.offices = vec![Arc::new(office)];
    Arc::new(content)
}

/// An office whose rule counts from the day of applying.
fn came_two_years_before_applying() -> Arc<Office> {
    let maker = Maker::new();
    let condition = Condition::Cutoff(Cutoff {
        boundary: Boundary::OnOrBefore,
        date: day("1970-01-01"),
        before_applying: Some(Period::Months(24)),
    });
    maker.office("AA", Vec::new(), vec![("stay", "presence", maker.test("came", condition))])
}

fn verdict(content: &Arc<Content>, on: &str, facts: &str) -> Verdict {
    let content = Arc::clone(content).in_force(day(on));
    assess(&content, &answers(&content, facts)).offices[0].verdict
}

#[test]
fn the_version_of_the_day_decides() {
    let content = versions();
    for (on, expected) in [("2024-12-31", Verdict::NotMet), ("2025-01-01", Verdict::Met), ("2025-01-02", Verdict::Met)]
    {
        assert_eq!(verdict(&content, on, "land=AA came=2021-06-01"), expected, "{on}");
    }
    // One day leads to another and back.
    let later = Arc::clone(&content).in_force(day("2025-01-01"));
    assert_eq!(verdict(&later, "2024-12-31", "land=AA came=2021-06-01"), Verdict::NotMet);
    assert_eq!(later.offices[0].versions.len(), 3);
}

#[test]
fn a_day_that_counts_from_applying_moves_with_it() {
    let mut content = content();
    content.offices = vec![came_two_years_before_applying()];
    let content = Arc::new(content);
    let came = "land=AA came=2024-02-29";
    for (on, expected) in
        [("2026-02-27", Verdict::NotMet), ("2026-02-28", Verdict::NotMet), ("2026-03-01", Verdict::Met)]
    {
        assert_eq!(verdict(&content, on, came), expected, "{on}");
    }
    // Nobody is told that such a day is past.
    let content = content.in_force(day("2026-02-27"));
    let answers = answers(&content, came);
    let found = assess(&content, &answers);
    let all = obstacles(&found.offices[0], &answers, day("2026-02-27"));
    assert_eq!(all.iter().map(|one| one.fixed).collect::<Vec<_>>(), [None]);
}

/// A version of other days counts from the nearest of them: the day of asking has nothing to do with it.
#[test]
fn a_version_of_other_days_counts_from_the_nearest_of_them() {
    let came = came_two_years_before_applying();
    for (from, until, on, counted) in [
        (Some("2026-07-01"), None, "2026-05-01", "2024-07-01"),
        (Some("2026-07-01"), None, "2026-07-01", "2024-07-01"),
        (Some("2026-07-01"), None, "2026-07-02", "2024-07-02"),
        (None, Some("2026-03-31"), "2026-05-01", "2024-03-31"),
        (None, Some("2026-03-31"), "2026-03-31", "2024-03-31"),
        (None, Some("2026-03-31"), "2026-03-30", "2024-03-30"),
    ] {
        let stated =
            Requirement { from: from.map(day), until: until.map(day), ..Requirement::clone(&came.requirements[1]) };
        let office = Office { versions: vec![Arc::new(stated)], ..Office::clone(&came) };
        // One day leads to another.
        for on in [office.on(day(on)), office.on(day("2030-01-01")).on(day(on))] {
            let Rule::Test(test) = &on.versions[0].rule else { panic!("{:?}", on.versions) };
            let Condition::Cutoff(cutoff) = &test.condition else { panic!("{test:?}") };
            assert_eq!(cutoff.date, day(counted), "{from:?} {until:?}");
        }
    }
}

#[test]
fn rules_that_fail_only_together_are_named_all_the_same() {
    let maker = Maker::new();
    let came = |boundary, on| maker.test("came", cutoff(boundary, on));
    let rules: Vec<(&str, &str, Rule)> = vec![
        ("early", "presence", came(Boundary::Before, "2025-06-11")),
        ("late", "status", came(Boundary::OnOrAfter, "2025-06-11")),
    ];
    let mut content = content();
    content.offices = vec![maker.office("AA", Vec::new(), rules)];
    let answers = answers(&content, "land=AA");
    let found = assess(&content, &answers);
    assert_eq!(found.offices[0].verdict, Verdict::NotMet);
    let all = obstacles(&found.offices[0], &answers, day("2026-02-27"));
    let ids: Vec<&str> = all.iter().map(|one| &*one.finding.requirement.id).collect();
    assert_eq!(ids, ["aa.early", "aa.late"]);
}

fn example(facts: &str, as_of: Option<&str>, office: ExampleVerdict) -> Example {
    Example {
        id: "made".into(),
        why: "a test".to_owned(),
        facts: facts.split_whitespace().map(str::to_owned).collect(),
        as_of: as_of.map(day),
        offices: vec![("aa".into(), office)],
        pathways: Vec::new(),
        advice: Vec::new(),
    }
}

/// What no example notices, and the day on which somebody would.
fn unnoticed(content: &Content, on: &str, id: &str) -> Vec<(String, Option<String>)> {
    let of = Subject::Requirement(id.into());
    let alive = proof::survivors(content, day(on)).into_iter().filter(|mutant| mutant.of == of);
    alive.map(|mutant| (mutant.change, mutant.as_of.map(|day| day.to_string()))).collect()
}

#[test]
fn a_version_of_another_day_is_tried_on_a_day_when_it_is_in_force() {
    let (today, mut content) = ("2026-11-23", Arc::into_inner(versions()).unwrap());
    content.advice.clear();
    content.pathways.clear();
    let all = unnoticed(&content, today, "aa.old");
    assert!(all.contains(&("`came` on_or_before 2020-01-01".to_owned(), Some("2024-12-31".to_owned()))), "{all:?}");
    assert!(!unnoticed(&content, today, "aa.new").is_empty());
    // An example of today shows nothing of it, one of its own days does.
    content.examples = vec![example("land=AA came=2020-01-01", None, ExampleVerdict::Met)];
    assert_eq!(unnoticed(&content, today, "aa.old"), all);
    content.examples.push(example("land=AA came=2020-01-01", Some("2023-05-01"), ExampleVerdict::NotMet));
    assert!(unnoticed(&content, today, "aa.old").len() < all.len());
    // Those that are missing leave none alive, whatever the day is.
    let missing = proof::missing_people(&content, day(today));
    content.examples.extend(missing.iter().map(of_mutant));
    for on in ["2019-01-01", today, "2030-01-01"] {
        assert_eq!(proof::survivors(&content, day(on)), [], "{on}");
    }
    assert_eq!(proof::failed_examples(&Arc::new(content).in_force(day(today))), []);
}

fn of_mutant(mutant: &proof::Mutant) -> Example {
    let verdict = match mutant.verdict {
        Verdict::Met => ExampleVerdict::Met,
        Verdict::NotMet => ExampleVerdict::NotMet,
        Verdict::Unclear => ExampleVerdict::Unclear,
    };
    Example { as_of: mutant.as_of, ..example(&mutant.witness.to_string(), None, verdict) }
}

/// An example keeps noticing a change of a day that counts from applying, however far that moves.
#[test]
fn an_example_of_a_day_shows_a_rule_that_counts_from_applying_on_every_later_day() {
    let mut content = content();
    content.advice.clear();
    content.pathways.clear();
    content.offices = vec![came_two_years_before_applying()];
    assert!(!proof::survivors(&content, day("2026-02-27")).is_empty());
    content.examples = proof::missing_people(&content, day("2026-02-27")).iter().map(of_mutant).collect();
    assert_eq!(proof::survivors(&content, day("2031-09-14")), []);
}

#[test]
fn the_rule_of_advice_is_tried_too() {
    let mut content = content();
    content.offices.clear();
    content.pathways.clear();
    content.advice = vec![Advice {
        id: "grown_ups".into(),
        situation: Situation::Always,
        rule: Some(Maker::new().test("grown", Condition::Yes)),
        text: text("for adults"),
        short: text("adults"),
        source: None,
        section: None,
        notices: Vec::new(),
    }];
    let alive = proof::survivors(&content, day("2026-11-23"));
    let of: Vec<_> = alive.iter().map(|mutant| (mutant.of.to_string(), mutant.as_of)).collect();
    assert_eq!(of, [("advice grown_ups".to_owned(), None), ("advice grown_ups".to_owned(), None)]);
    let person = example("grown=no", None, ExampleVerdict::NotMet);
    let of_advice = |verdict| vec![("grown_ups".into(), verdict)];
    content.examples =
        vec![Example { offices: Vec::new(), advice: of_advice(ExampleVerdict::NotMet), ..person.clone() }];
    assert_eq!(proof::survivors(&content, day("2026-11-23")), []);
    assert_eq!(proof::failed_examples(&Arc::new(content.clone())), []);
    content.examples[0].advice = of_advice(ExampleVerdict::Met);
    assert_eq!(proof::failed_examples(&Arc::new(content)).len(), 1);
}
