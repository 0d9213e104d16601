//! What stands beside the verdicts, through the real content: intake, notices, advice, pathways, near names.

use smo_desk::content::IntakeState;
use smo_desk::rules::{Verdict, advice, assess, contradictions, headline, intake, notices, parse_facts};

use crate::guide::{CONTENT, TODAY, answers, assessed, met_but};
use crate::made_up::day;

use IntakeState::{NoNewApplications, NotStated};
use Verdict::{Met, NotMet, Unclear};

#[test]
fn intake_stands_beside_the_verdict_newest_first() {
    let of = |office: &str, as_of: &str| {
        let intake = intake::of(&CONTENT, CONTENT.office(office).unwrap(), day(as_of));
        let sources: Vec<_> = intake.statements.iter().map(|line| line.statement.source.id.to_string()).collect();
        (intake.state, sources)
    };
    for office in &CONTENT.offices {
        let (state, sources) = of(&office.id, TODAY);
        assert_eq!(
            (state, sources.first().map(String::as_str)),
            (IntakeState::Ended, Some("portal-home")),
            "{}",
            office.id
        );
    }
    let guide = |office: &str| {
        let office = CONTENT.office(office).unwrap();
        let intake = intake::of(&CONTENT, office, day(TODAY));
        let mut lines = intake.statements.into_iter().filter(|line| line.statement.source.id == CONTENT.guide.id);
        lines.next().and_then(|line| line.state).unwrap_or(NotStated)
    };
    let states = ["colombia", "costa-rica", "ecuador", "guatemala"].map(guide);
    assert_eq!(states, [NoNewApplications, NotStated, NoNewApplications, NotStated]);
}

/// A copy of the guide of 2 August 2024 does not have the stop yet; the portal bears no date and was read years later.
#[test]
fn what_is_known_of_an_earlier_day_decides_for_it() {
    let state = |office: &str, as_of: &str| intake::of(&CONTENT, CONTENT.office(office).unwrap(), day(as_of)).state;
    let ended = IntakeState::Ended;
    for (as_of, stopped, other) in [
        ("2023-09-01", NotStated, NotStated),
        ("2024-08-01", NotStated, NotStated),
        ("2024-08-02", NotStated, NotStated),
        ("2024-08-03", NoNewApplications, NotStated),
        ("2026-11-22", NoNewApplications, NotStated),
        ("2026-11-23", ended, ended),
        ("2026-11-24", ended, ended),
    ] {
        let states = ["colombia", "ecuador", "costa-rica", "guatemala"].map(|office| state(office, as_of));
        assert_eq!(states, [stopped, stopped, other, other], "{as_of}");
        let first = |office: &str| {
            let lines = intake::of(&CONTENT, CONTENT.office(office).unwrap(), day(as_of)).statements;
            assert!(lines.iter().any(|line| *line.statement.id == *"portal_ended"), "{as_of}: it is listed on any day");
            (lines[0].state.unwrap(), lines[0].statement.known_by(day(as_of)))
        };
        assert_eq!(first("colombia"), (stopped, true), "{as_of}: what decides stands first");
    }
}

/// Where the guide says that existing cases continue, the report that none can be processed is said right before it.
#[test]
fn a_report_on_existing_cases_stands_before_what_the_guide_says_of_them() {
    let before = |office: &str, as_of: &str| {
        let lines = intake::of(&CONTENT, CONTENT.office(office).unwrap(), day(as_of)).statements;
        let ids: Vec<_> = lines.iter().map(|line| (&*line.statement.id, line.state)).collect();
        let at = ids.iter().position(|(id, _)| *id == "existing_cases");
        at.map(|at| ids.get(at - 1).copied().unwrap())
    };
    for office in ["colombia", "ecuador"] {
        assert_eq!(before(office, "2024-08-02"), None, "not said yet");
        let alone = Some(("no_new_applications", Some(NoNewApplications)));
        assert_eq!(before(office, "2024-08-03"), alone, "{office}");
        assert_eq!(before(office, "2025-02-03"), alone, "{office}: the day before the report");
        assert_eq!(before(office, "2025-02-04"), Some(("reported_ended", None)), "{office}");
        assert_eq!(before(office, TODAY), Some(("reported_ended", None)), "{office}");
    }
    for office in ["costa-rica", "guatemala"] {
        assert_eq!(before(office, TODAY), None, "no source says it of {office}");
    }
}

/// The report names no office: it stands with each of them from its day on, and on none before.
#[test]
fn a_report_on_the_whole_programme_stands_with_every_office_alike() {
    for office in &CONTENT.offices {
        let says = |as_of: &str| {
            let lines = intake::of(&CONTENT, office, day(as_of)).statements;
            lines.iter().filter(|line| *line.statement.id == *"reported_ended").count()
        };
        assert_eq!(["2025-02-03", "2025-02-04", TODAY].map(says), [0, 1, 1], "{}", office.id);
    }
}

#[test]
fn the_header_and_the_notices_follow_the_day() {
    let first = |as_of: &str| headline(&CONTENT, day(as_of)).map(|notice| notice.statement.id.to_string());
    assert_eq!(first(TODAY).as_deref(), Some("reported_ended"));
    assert_eq!(first("2025-02-03"), None, "an undated notice may be later");
    let days: Vec<_> = notices(&CONTENT, day(TODAY)).iter().map(|notice| notice.statement.order()).collect();
    assert!(days.is_sorted_by(|newer, older| newer >= older), "{days:?}");
    assert_eq!(days.len(), CONTENT.notices.len());
}

fn said(facts: &str, office: Option<&str>) -> Vec<String> {
    let answers = answers(facts);
    let assessment = assess(&CONTENT, &answers);
    let finding = office.map(|id| assessment.office(id).unwrap());
    advice(&CONTENT, &answers, finding, day(TODAY)).iter().map(|advice| advice.id.to_string()).collect()
}

#[test]
fn every_result_ends_in_what_now() {
    let always = ["other_organisations", "asylum_host", "sponsorship_help"];
    for (facts, office) in [("", None), ("country=FR", None), ("country=CO", Some("colombia"))] {
        let said = said(facts, office);
        assert!(always.iter().all(|id| said.iter().any(|said| said == id)), "{facts}: {said:?}");
        assert!(said.iter().any(|id| id == "intake_closed"), "{facts}: {said:?}");
    }
    let met = met_but("colombia", "");
    assert!(said(&met, Some("colombia")).iter().any(|id| id == "met"));
    assert!(said("country=FR", None).iter().any(|id| id == "no_office"));
    assert!(!said("country=CO", None).iter().any(|id| id == "no_office"));
    assert!(said("existing_case=yes", None).iter().any(|id| id == "existing_case"));
    assert!(!said("existing_case=no", None).iter().any(|id| id == "existing_case"));
    assert!(said(&met_but("guatemala", ""), Some("guatemala")).iter().any(|id| id == "limited_data_shared"));
    assert!(!said(&met, Some("colombia")).iter().any(|id| id == "limited_data_shared"));
}

#[test]
fn pathways_are_looked_at_by_their_own_rules() {
    let pathway = |id: &str| CONTENT.pathways.iter().find(|pathway| *pathway.id == *id).unwrap();
    let verdict = |id: &str, facts: &str| assessed(facts).pathway(pathway(id)).verdict;
    let table = [
        ("chnv_parole", "nationality=CU", Met),
        ("chnv_parole", "nationality=FR,NI", Met),
        ("chnv_parole", "nationality=CO", NotMet),
        ("chnv_parole", "nationality=stateless", Unclear),
        ("family_reunification", "family_protected=yes", Met),
        ("family_immigration", "family_resident=no", NotMet),
        ("family_reunification_parole", "relative_applied=yes", Unclear),
        ("family_reunification_parole", "relative_applied=no", NotMet),
        ("seasonal_work", "country=GT nationality=GT seasonal_work=yes", Met),
        ("seasonal_work", "country=GT nationality=HN seasonal_work=yes", Unclear),
        ("seasonal_work", "country=CO nationality=GT seasonal_work=yes", Unclear),
        ("seasonal_work", "country=CO nationality=VE seasonal_work=yes", NotMet),
        ("seasonal_work", "country=GT nationality=GT seasonal_work=no", NotMet),
        ("seasonal_work", "country=GT seasonal_work=yes", Unclear),
        ("seasonal_work", "seasonal_work=yes", Unclear),
        ("asylum_host", "country=CO nationality=VE", Unclear),
    ];
    for (id, facts, expected) in table {
        assert_eq!(verdict(id, facts), expected, "{id}: {facts}");
    }
}

#[test]
fn registered_before_arrival_is_pointed_out() {
    let pairs = |facts: &str| contradictions(&CONTENT, &answers(facts)).len();
    assert_eq!(pairs("country=EC arrived=2022-03 asylum_registered=2022-02"), 1);
    assert_eq!(pairs("country=EC arrived=2022-03 asylum_registered=2022-03-01"), 0);
    assert_eq!(pairs("country=EC arrived=2022 asylum_registered=2022-02"), 0);
}

#[test]
fn a_country_is_found_by_its_name_in_any_language() {
    let near = |value: &str| {
        let facts = [format!("nationality={value}")];
        let line = parse_facts(&CONTENT, &facts, day(TODAY)).unwrap_err().to_string();
        let (_, near) = line.split_once("did you mean ").unwrap_or_default();
        near.split_once('?').unwrap_or_default().0.to_owned()
    };
    for name in ["Venezuela", "VEN", "venezolana", "Venezolano"] {
        assert_eq!(near(name), "VE for Venezuela", "{name}");
    }
    assert!(near("VZ").starts_with("VE for Venezuela, "), "{}", near("VZ"));
    assert_eq!(near("ayisyen"), "HT for Haiti");
    assert_eq!(near("haiti"), "HT for Haiti");
    // A name that is not written to its end, beside codes that are spelled like it.
    assert_eq!(near("COL"), "CO for Colombia");
    assert_eq!(near("QQ"), "");
}
