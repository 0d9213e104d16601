//! What the rules come to for persons, and the intake on days.

use smo_desk::content::{Content, IntakeState, Lang};
use smo_desk::document::{self, Context, Depth, Document, Personal};
use smo_desk::rules::{Verdict, assess, intake, parse_facts};
use smo_desk::wording::Phrases;

use super::CONTENT;

use IntakeState::{Disputed, NoNewApplications, NotStated, Open};
use Verdict::{Met, NotMet, Unclear};

/// Who may have the PPT whatever the ground, but for what follows.
const CLEAN: &str = "country=CO nationality=VE record=no proceedings=no investigation=no protected=no seeking=no";

/// Who meets the PEP Tutor.
const CUSTODIAN: &str = "country=CO nationality=VE own_ppt=no custodian=yes child_ppt=2022 child_registered=2022 visa=no \
                         record=no judgement=no sanction=none measure=no";

/// The facts with others put in the place of the same ones, the last first.
fn person(facts: &str, more: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for fact in more.split_whitespace().chain(facts.split_whitespace()) {
        let name = fact.split('=').next().unwrap();
        if !all.iter().any(|known| known.split('=').next() == Some(name)) {
            all.push(fact.to_owned());
        }
    }
    all.retain(|fact| !fact.ends_with('='));
    all
}

fn verdict(content: &Content, permit: &str, facts: &str, more: &str) -> Verdict {
    let day = "2026-11-28".parse().unwrap();
    let answers = parse_facts(content, &person(facts, more), day).unwrap_or_else(|e| panic!("{more}: {e}"));
    assess(content, &answers).office(permit).unwrap().verdict
}

#[track_caller]
fn all(permit: &str, facts: &str, rows: &[(&str, Verdict)]) {
    let told: Vec<(&str, Verdict)> =
        rows.iter().map(|(more, _)| (*more, verdict(&CONTENT, permit, facts, more))).collect();
    assert_eq!(told, rows, "{permit}: {facts}");
}

#[test]
fn a_ppt_needs_one_of_four_grounds() {
    let held = "held=none arrived=2022 irregular=no entered=no registered=2021-06-01";
    let facts = format!("{CLEAN} {held}");
    all(
        "ppt",
        &facts,
        &[
            ("", NotMet),
            ("held=permit", Met),
            ("held=safe_conduct", Met),
            ("irregular=yes", NotMet),
            ("irregular=yes arrived=2021-01-30", Met),
            ("irregular=yes arrived=2021-01-31", Met),
            ("irregular=yes arrived=2021-02-01", NotMet),
            ("irregular=yes arrived=2021-01", Met),
            ("irregular=yes arrived=2021", Unclear),
            ("irregular=yes arrived=always", Met),
            ("irregular=no arrived=2020", NotMet),
            ("entered=2021-05-28", NotMet),
            ("entered=2021-05-29", Met),
            ("entered=2021-05-30", Met),
            ("entered=2023-05-27 registered=2023-06", Met),
            ("entered=2023-05-28 registered=2023-06", Met),
            ("entered=2023-05-29 registered=2023-06", NotMet),
            ("entered=2021 registered=2023", Unclear),
            ("held=", Unclear),
            ("held=unknown", Unclear),
            ("held=declined", Unclear),
        ],
    );
}

#[test]
fn each_ground_has_a_time_of_its_own_for_registration() {
    let before = [
        ("registered=no", NotMet),
        ("registered=2021-05-04", NotMet),
        ("registered=2021-05-05", Met),
        ("registered=2021-05-06", Met),
        ("registered=2022-05-27", Met),
        ("registered=2022-05-28", Met),
        ("registered=2022-05-29", NotMet),
        ("registered=2022-05", Unclear),
        ("registered=2022", Unclear),
        ("registered=2021-05", Unclear),
        ("registered=2021-06", Met),
    ];
    for ground in [
        "held=permit arrived=2022 irregular=no entered=no",
        "held=safe_conduct arrived=2022 irregular=no entered=no",
        "held=none arrived=2020 irregular=yes entered=no",
    ] {
        all("ppt", &format!("{CLEAN} {ground}"), &before);
    }
    let entered = "held=none arrived=2021-05-29 irregular=no entered=2021-05-29";
    all(
        "ppt",
        &format!("{CLEAN} {entered}"),
        &[
            ("registered=no", NotMet),
            ("registered=2021-05-28", NotMet),
            ("registered=2021-05-29", Met),
            ("registered=2021-05-30", Met),
            ("registered=2023-11-23", Met),
            ("registered=2023-11-24", Met),
            ("registered=2023-11-25", NotMet),
            ("registered=2023-11", Unclear),
        ],
    );
    // Who has both grounds has both times.
    all(
        "ppt",
        &format!("{CLEAN} {entered} held=permit"),
        &[
            ("held=permit registered=2021-05-10", Met),
            ("held=permit registered=2023-11-24", Met),
            ("held=permit registered=2023-11-25", NotMet),
        ],
    );
}

#[test]
fn what_stands_in_the_way_of_a_ppt() {
    let facts = format!("{CLEAN} held=permit arrived=2019 irregular=no entered=no registered=2021-06");
    all(
        "ppt",
        &facts,
        &[
            ("", Met),
            ("nationality=CO", NotMet),
            ("nationality=CO,VE", Met),
            ("nationality=stateless", Unclear),
            ("country=PE", NotMet),
            ("country=VE", NotMet),
            ("record=yes", NotMet),
            ("proceedings=yes", NotMet),
            ("record=unknown", Unclear),
            ("record=unknown proceedings=yes", NotMet),
            ("investigation=yes", NotMet),
            ("protected=yes", NotMet),
            ("seeking=yes", NotMet),
            ("seeking=declined", Unclear),
            // What only the other permit asks changes nothing.
            ("own_ppt=yes", Met),
            ("custodian=no visa=yes sanction=other measure=yes judgement=yes", Met),
        ],
    );
}

#[test]
fn who_meets_the_pep_tutor() {
    all(
        "pep-tutor",
        CUSTODIAN,
        &[
            ("", Met),
            ("country=PE", NotMet),
            ("country=other", NotMet),
            ("nationality=CO", NotMet),
            ("custodian=no", NotMet),
            ("custodian=unknown", Unclear),
            // Held by the child on the day: since then or before.
            ("child_ppt=2023-12-30", Met),
            ("child_ppt=2023-12-31", Met),
            ("child_ppt=2024-01-01 child_registered=2024-01-01", NotMet),
            ("child_ppt=no child_registered=no", NotMet),
            // What the director says instead: neither is chosen.
            ("child_ppt=2024-01-01 child_registered=2023-12-31", Unclear),
            ("child_ppt=no child_registered=2022", Unclear),
            ("child_ppt=2022 child_registered=2024", Unclear),
            ("child_registered=unknown", Unclear),
            // No record and no judgement; no sanction other than for migration infractions.
            ("record=yes", NotMet),
            ("judgement=yes", NotMet),
            ("sanction=migration", Met),
            ("sanction=other", NotMet),
            ("sanction=unknown", Unclear),
            ("sanction=migration record=yes", NotMet),
            ("measure=yes", NotMet),
            ("own_ppt=yes", NotMet),
            ("own_ppt=unknown", Unclear),
            ("visa=yes", NotMet),
            // What only the other permit asks changes nothing.
            ("held=permit proceedings=yes investigation=yes protected=yes seeking=yes registered=no", Met),
        ],
    );
}

#[test]
fn each_source_of_a_conflict_has_its_own_verdict() {
    let day = "2026-11-28".parse().unwrap();
    for (facts, each) in [
        ("child_ppt=2022 child_registered=2022", [Met, Met]),
        ("child_ppt=2024 child_registered=2023-12-31", [NotMet, Met]),
        ("child_ppt=2023-12-31 child_registered=2024", [Met, NotMet]),
        ("child_ppt=2024 child_registered=2024-01-01", [NotMet, NotMet]),
        ("child_ppt=2023-12-31 child_registered=", [Met, Unclear]),
    ] {
        let answers = parse_facts(&CONTENT, &person(CUSTODIAN, facts), day).unwrap();
        let found = assess(&CONTENT, &answers);
        let office = found.office("pep-tutor").unwrap();
        let child = office.requirements.iter().find(|found| found.requirement.name() == "child").unwrap();
        assert_eq!(child.by_source, each, "{facts}");
    }
}

/// Of an adult custodian whose child has held the permit since 2022 nothing more is known: on any day.
#[test]
fn a_custodian_meets_one_permit_and_not_the_other() {
    for day in ["2021-05-05", "2025-08-31", "2026-01-15", "2026-04-15", "2026-05-01", "2026-11-28", "2030-01-01"] {
        let day = day.parse().unwrap();
        let content = (*CONTENT).clone().in_force(day);
        let of = |more| verdict(&content, "ppt", CUSTODIAN, more);
        assert_eq!(verdict(&content, "pep-tutor", CUSTODIAN, ""), Met, "{day}");
        assert_eq!(of(""), Unclear, "{day}");
        assert_eq!(of("held=none irregular=no entered=no"), NotMet, "{day}");
        let answers = parse_facts(&content, &person(CUSTODIAN, ""), "2026-11-28".parse().unwrap()).unwrap();
        let found = assess(&content, &answers);
        let missing: Vec<&str> = found.office("ppt").unwrap().missing.iter().map(|asked| &*asked.id).collect();
        let expected = ["held", "arrived", "irregular", "entered", "registered"];
        assert_eq!(missing[..5], expected, "{day}: the grounds come first");
        assert!(found.office("pep-tutor").unwrap().missing.is_empty());
    }
}

/// A child's date after the day of a rule is a fact of another kind than the day of asking.
#[test]
fn a_person_elsewhere_meets_neither_and_one_in_the_country_sees_both() {
    let everything = format!("{CUSTODIAN} {CLEAN} held=permit arrived=2019 irregular=no entered=no registered=2021-06");
    for country in ["PE", "VE", "EC", "US", "HT", "other"] {
        for permit in ["ppt", "pep-tutor"] {
            assert_eq!(verdict(&CONTENT, permit, &everything, &format!("country={country}")), NotMet, "{country}");
        }
    }
    for permit in ["ppt", "pep-tutor"] {
        assert_eq!(verdict(&CONTENT, permit, &everything, ""), Met);
    }
    assert_eq!(CONTENT.offices_in("CO").count(), 2);
}

#[test]
fn intake_follows_the_day_and_is_no_verdict() {
    let rows = [
        ("2021-05-04", NoNewApplications, NotStated),
        ("2021-05-05", Open, NotStated),
        ("2021-05-28", Open, NotStated),
        ("2021-05-29", Open, NotStated),
        ("2022-05-28", Open, NotStated),
        ("2022-05-29", Open, NotStated),
        ("2023-11-24", Open, NotStated),
        ("2023-11-25", NoNewApplications, NotStated),
        ("2024-06-18", NoNewApplications, NotStated),
        ("2025-08-31", NoNewApplications, NoNewApplications),
        ("2025-09-01", NoNewApplications, Open),
        ("2025-09-02", NoNewApplications, Open),
        ("2026-01-15", NoNewApplications, Open),
        ("2026-03-31", NoNewApplications, Open),
        ("2026-04-01", NoNewApplications, Open),
        ("2026-04-02", NoNewApplications, Disputed),
        ("2026-04-15", NoNewApplications, Disputed),
        ("2026-04-29", NoNewApplications, Disputed),
        ("2026-04-30", NoNewApplications, Disputed),
        ("2026-05-01", NoNewApplications, NoNewApplications),
        ("2026-11-28", NoNewApplications, NoNewApplications),
    ];
    for (day, ppt, tutor) in rows {
        let state = |permit: &str| intake::of(&CONTENT, CONTENT.office(permit).unwrap(), day.parse().unwrap()).state;
        assert_eq!((state("ppt"), state("pep-tutor")), (ppt, tutor), "{day}");
        // Wherever statements that contradict each other stand, it is said that they do.
        let ctx = Context { phrases: Phrases::new(&CONTENT, Lang::default()), day: day.parse().unwrap(), person: None };
        for (permit, expected) in [("ppt", ppt), ("pep-tutor", tutor)] {
            let office = CONTENT.office(permit).unwrap();
            let said = [
                document::office(&ctx, office, Depth::Whole),
                document::office(&ctx, office, Depth::Glance),
                document::newest_intake(&ctx, office),
                document::sheet(&ctx, office, Personal::LeftOut),
            ];
            for doc in said {
                assert_eq!(is_contradiction_said(&doc), expected == Disputed, "{day} {permit}");
            }
        }
        let [one, other] = ["ppt", "pep-tutor"].map(|permit| CONTENT.office(permit).unwrap());
        let is_said = is_contradiction_said(&document::offices(&ctx, one, other));
        assert_eq!(is_said, [ppt, tutor].contains(&Disputed), "{day}");
    }
}

fn is_contradiction_said(doc: &Document) -> bool {
    doc.blocks.iter().any(|block| block.text.contains("The sources differ on whether"))
}

/// On every day on which both are made, both are said where only the newest is, and no other.
#[test]
fn statements_on_the_last_day_stand_side_by_side() {
    let told = |day: &str| -> Vec<String> {
        let of = intake::of(&CONTENT, CONTENT.office("pep-tutor").unwrap(), day.parse().unwrap());
        of.statements.iter().take(of.newest).map(|line| line.statement.id.to_string()).collect()
    };
    assert_eq!(told("2026-01-15"), ["open", "director_open"]);
    assert_eq!(told("2026-04-15"), ["open", "director_closed"]);
    assert_eq!(told("2026-05-01"), ["director_closed", "closed"]);
    assert_eq!(told("2025-08-31"), ["not_yet"]);
}
