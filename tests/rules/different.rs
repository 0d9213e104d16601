//! What would have to be different where a minimum is not met, through the real content.

use smo_desk::rules::{Verdict, obstacles};

use crate::guide::{CONTENT, TODAY, answers, assessed, met_but};
use crate::made_up::day;

/// The requirements in the way, with `!` behind those that nobody can change any more.
fn in_the_way(office: &str, facts: &str, as_of: &str) -> Vec<String> {
    let found = assessed(facts);
    let all = obstacles(found.office(office).unwrap(), &answers(facts), day(as_of));
    all.iter().map(|one| format!("{}{}", one.finding.requirement.name(), if one.is_fixed { "!" } else { "" })).collect()
}

/// Facts that meet an office's minimum, but for these.
fn met_with(office: &str, changed: &str) -> String {
    let name = |fact: &str| fact.split('=').next().unwrap_or_default().to_owned();
    let met = met_but(office, "");
    let kept = met.split(' ').filter(|fact| !changed.split(' ').any(|change| name(change) == name(fact)));
    kept.chain(changed.split(' ').filter(|change| !change.is_empty())).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_unmet_requirement_is_named_and_only_those() {
    let table: [(&str, &str, &[&str]); 9] = [
        ("colombia", "", &[]),
        ("colombia", "nationality=FR", &["nationality!"]),
        ("colombia", "arrived=2023-06-11", &[]),
        ("colombia", "arrived=2023-06-12 adult=no", &["presence!", "age"]),
        ("colombia", "status=irregular", &["status"]),
        ("colombia", "adult=unknown nationality=stateless", &[]),
        ("colombia", "country=EC", &["place"]),
        ("guatemala", "arrived=2024-07-16", &["presence!"]),
        ("ecuador", "regularization=no asylum_registered=2023-10-19", &["registration"]),
    ];
    for (office, facts, expected) in table {
        assert_eq!(in_the_way(office, &met_with(office, facts), TODAY), expected, "{office}: {facts}");
    }
}

/// Whoever is asked on the day of the cutoff, or before it, can still arrive by it.
#[test]
fn a_day_that_is_not_past_can_still_be_kept() {
    let late = |office: &str, as_of: &str| in_the_way(office, &met_with(office, "arrived=2025"), as_of);
    for (office, as_of, expected) in [
        ("colombia", "2023-06-10", "presence"),
        ("colombia", "2023-06-11", "presence"),
        ("colombia", "2023-06-12", "presence!"),
        ("guatemala", "2024-07-15", "presence"),
        ("guatemala", "2024-07-16", "presence!"),
    ] {
        assert_eq!(late(office, as_of), [expected], "{office} as of {as_of}");
    }
}

/// Made of the rules alone: what is met, unclear or about somebody else is never called different.
#[test]
fn it_agrees_with_the_verdicts() {
    for facts in
        ["country=CO nationality=FR arrived=2024 adult=no", "country=GT nationality=VE", "country=FR", "adult=no"]
    {
        let found = assessed(facts);
        for office in &CONTENT.offices {
            let finding = found.office(&office.id).unwrap();
            let named = obstacles(finding, &answers(facts), day(TODAY));
            assert_eq!(named.is_empty(), finding.verdict != Verdict::NotMet, "{facts}: {}", office.id);
            assert!(named.iter().all(|one| one.finding.applies && one.finding.verdict == Verdict::NotMet));
        }
    }
}
