//! Rules that depend on the day of applying: versions, and days that count from it.

use smo_desk::content::{Boundary, Condition, Content, Cutoff, Period, Requirement, Rule};
use smo_desk::rules::{Verdict, assess, obstacles};
use std::sync::Arc;

use crate::made_up::{Maker, answers, content, cutoff, day};

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
    let maker = Maker::new();
    let condition = Condition::Cutoff(Cutoff {
        boundary: Boundary::OnOrBefore,
        date: day("1970-01-01"),
        before_applying: Some(Period::Months(24)),
    });
    let mut content = content();
    content.offices = vec![maker.office("AA", Vec::new(), vec![("stay", "presence", maker.test("came", condition))])];
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
