//! What the guide says, through the real content: every boundary of every office, and each kind of answer.

use smo_desk::content::{Content, IntakeState, Part};
use smo_desk::rules::{
    Answers, Ask, Assessment, Verdict, advice, assess, contradictions, headline, intake, next_question, notices,
    parse_facts,
};
use std::sync::LazyLock;

use crate::made_up::{day, ids};

use IntakeState::{NoNewApplications, NotStated};
use Verdict::{Met, NotMet, Unclear};

pub(crate) static CONTENT: LazyLock<Content> =
    LazyLock::new(|| Content::embedded().expect("the content has no problem"));

/// After every statement of the content.
const TODAY: &str = "2026-11-23";

fn answers(facts: &str) -> Answers {
    let facts: Vec<String> = facts.split_whitespace().map(str::to_owned).collect();
    parse_facts(&CONTENT, &facts, day(TODAY)).unwrap()
}

fn assessed(facts: &str) -> Assessment {
    assess(&CONTENT, &answers(facts))
}

fn verdict(office: &str, facts: &str) -> Verdict {
    assessed(facts).office(office).unwrap().verdict
}

fn next(facts: &str) -> Option<String> {
    let answers = answers(facts);
    let ask = Ask::all(Part::Minimum, day(TODAY));
    next_question(&CONTENT, &answers, &assess(&CONTENT, &answers), &ask).map(|question| question.id.to_string())
}

/// Everything that an office asks, met, but for one fact.
fn met_but(office: &str, left_out: &str) -> String {
    let facts = match office {
        "colombia" => "country=CO nationality=VE arrived=2019 adult=yes status=regular",
        "costa-rica" => "country=CR nationality=NI arrived=2019",
        "ecuador" => "country=EC nationality=CO arrived=2019 regularization=no asylum_registered=2020",
        "guatemala" => "country=GT nationality=GT arrived=2019",
        _ => panic!("no office {office}"),
    };
    let kept: Vec<&str> = facts.split(' ').filter(|fact| fact.split('=').next() != Some(left_out)).collect();
    kept.join(" ")
}

fn check_table(office: &str, fact: &str, table: &[(&str, Verdict)]) {
    let others = met_but(office, fact);
    for (value, expected) in table {
        let facts = if value.is_empty() { others.clone() } else { format!("{others} {fact}={value}") };
        let assessment = assessed(&facts);
        let finding = assessment.office(office).unwrap();
        assert_eq!(finding.verdict, *expected, "{office}: {facts}");
        let missing = if *expected == Unclear { vec![fact] } else { Vec::new() };
        assert_eq!(ids(&finding.missing), missing, "{office}: {facts}");
        assert_eq!(ids(&finding.settles), missing, "{office}: {facts}");
    }
}

/// A day before the last good day, on it, after it; its month and year, and half-open dates, from both sides.
fn on_or_before(office: &str, fact: &str, last: &str) {
    let last = day(last);
    let (before, after) = (last.pred_opt().unwrap(), last.succ_opt().unwrap());
    let month = last.format("%Y-%m").to_string();
    let table = [
        (before.to_string(), Met),
        (last.to_string(), Met),
        (after.to_string(), NotMet),
        (month, Unclear),
        (last.format("%Y").to_string(), Unclear),
        ((last - chrono::Months::new(1)).format("%Y-%m").to_string(), Met),
        ((last + chrono::Months::new(1)).format("%Y-%m").to_string(), NotMet),
        ((last - chrono::Months::new(12)).format("%Y").to_string(), Met),
        ((last + chrono::Months::new(12)).format("%Y").to_string(), NotMet),
        (format!("..{before}"), Met),
        (format!("..{last}"), Met),
        (format!("..{after}"), Unclear),
        (format!("{before}.."), Unclear),
        (format!("{last}.."), Unclear),
        (format!("{after}.."), NotMet),
        ("unknown".to_owned(), Unclear),
        ("declined".to_owned(), Unclear),
        (String::new(), Unclear),
    ];
    let table: Vec<(&str, Verdict)> = table.iter().map(|(value, verdict)| (value.as_str(), *verdict)).collect();
    check_table(office, fact, &table);
}

#[test]
fn colombia_counts_its_cutoff_day() {
    on_or_before("colombia", "arrived", "2023-06-11");
    check_table("colombia", "arrived", &[("2023-06-11", Met), ("2023-06-12", NotMet), ("always", Met)]);
}

#[test]
fn costa_rica_counts_its_cutoff_day() {
    on_or_before("costa-rica", "arrived", "2023-06-12");
    check_table("costa-rica", "arrived", &[("2023-06-12", Met), ("2023-06-13", NotMet), ("always", Met)]);
}

#[test]
fn ecuador_counts_both_its_cutoff_days() {
    on_or_before("ecuador", "arrived", "2023-10-18");
    on_or_before("ecuador", "asylum_registered", "2023-10-18");
    check_table("ecuador", "arrived", &[("2023-10-18", Met), ("2023-10-19", NotMet), ("always", Met)]);
    check_table("ecuador", "asylum_registered", &[("no", NotMet)]);
}

#[test]
fn guatemala_does_not_count_its_cutoff_day() {
    on_or_before("guatemala", "arrived", "2024-07-15");
    check_table("guatemala", "arrived", &[("2024-07-15", Met), ("2024-07-16", NotMet), ("always", Met)]);
}

#[test]
fn each_office_accepts_its_nationalities_and_no_other() {
    let offices = [
        ("colombia", &["CU", "HT", "VE"][..]),
        ("costa-rica", &["NI", "VE", "EC"]),
        ("ecuador", &["CU", "HT", "NI", "VE", "CO"]),
        ("guatemala", &["GT", "SV", "HN", "NI"]),
    ];
    for (office, accepted) in offices {
        let others = met_but(office, "nationality");
        for code in &CONTENT.codes {
            let expected = if accepted.contains(&&**code) { Met } else { NotMet };
            assert_eq!(verdict(office, &format!("{others} nationality={code}")), expected, "{office} {code}");
        }
        let one = accepted[0];
        let both = format!("FR,{one}");
        let table = [
            (both.as_str(), Met),
            ("FR,DE", NotMet),
            ("other", NotMet),
            ("stateless", Unclear),
            ("unknown", Unclear),
            ("declined", Unclear),
            ("", Unclear),
        ];
        check_table(office, "nationality", &table);
        check_table(office, "nationality", &[(format!("other,{one}").as_str(), Met)]);
    }
}

#[test]
fn an_office_helps_only_who_is_in_its_country() {
    for office in ["colombia", "costa-rica", "ecuador", "guatemala"] {
        check_table(office, "country", &[("other", NotMet), ("US", NotMet), ("unknown", Unclear), ("", Unclear)]);
        assert_eq!(verdict(office, &met_but(office, "")), Met);
    }
}

#[test]
fn only_colombia_asks_for_an_age_and_a_status() {
    let unknown = [("unknown", Unclear), ("declined", Unclear), ("", Unclear)];
    check_table("colombia", "adult", &[("yes", Met), ("no", NotMet)]);
    check_table("colombia", "adult", &unknown);
    check_table("colombia", "status", &[("regular", Met), ("in_process", Met), ("irregular", NotMet)]);
    check_table("colombia", "status", &unknown);
    for office in ["costa-rica", "ecuador", "guatemala"] {
        let facts = met_but(office, "");
        assert_eq!(verdict(office, &format!("{facts} adult=no status=irregular")), Met, "{office}");
    }
}

#[test]
fn ecuador_asks_for_one_of_two() {
    let with = |facts: &str| verdict("ecuador", &format!("country=EC nationality=CO arrived=2019 {facts}"));
    let table = [
        ("regularization=yes", Met),
        ("regularization=yes asylum_registered=no", Met),
        ("regularization=yes asylum_registered=2024", Met),
        ("regularization=no asylum_registered=2023-10-18", Met),
        ("asylum_registered=2023-10-18", Met),
        ("regularization=no asylum_registered=2023-10-19", NotMet),
        ("regularization=no asylum_registered=no", NotMet),
        ("regularization=unknown asylum_registered=no", Unclear),
        ("regularization=unknown asylum_registered=2023", Unclear),
        ("regularization=no", Unclear),
        ("asylum_registered=no", Unclear),
    ];
    for (facts, expected) in table {
        assert_eq!(with(facts), expected, "{facts}");
    }
}

#[test]
fn requirements_stand_in_the_order_of_the_contract() {
    let names = |office: &str| -> Vec<String> {
        let finding = assessed("").office(office).unwrap().clone();
        finding.requirements.iter().map(|requirement| requirement.requirement.id.to_string()).collect()
    };
    let full =
        |office: &str, names: &[&str]| -> Vec<String> { names.iter().map(|name| format!("{office}.{name}")).collect() };
    assert_eq!(names("colombia"), full("colombia", &["place", "nationality", "presence", "age", "status"]));
    assert_eq!(names("costa-rica"), full("costa-rica", &["place", "nationality", "presence"]));
    assert_eq!(names("ecuador"), full("ecuador", &["place", "nationality", "presence", "registration"]));
    assert_eq!(names("guatemala"), full("guatemala", &["place", "nationality", "presence"]));
}

#[test]
fn a_stay_in_another_country_says_nothing_of_this_one() {
    let assessment = assessed("country=EC nationality=VE arrived=2019 regularization=yes");
    let applies = |office: &str| -> Vec<bool> {
        assessment.office(office).unwrap().requirements.iter().map(|requirement| requirement.applies).collect()
    };
    assert_eq!(applies("colombia"), [true, true, false, true, false]);
    assert_eq!(applies("ecuador"), [true; 4]);
    assert_eq!(assessment.best(), Met);
}

#[test]
fn a_check_asks_six_questions_at_most() {
    let scripts = [
        ("country=CO", &["existing_case=no", "nationality=VE", "arrived=2019", "adult=yes", "status=regular"][..]),
        ("country=CR", &["existing_case=no", "nationality=VE", "arrived=2019"]),
        (
            "country=EC",
            &["existing_case=no", "nationality=VE", "arrived=2019", "regularization=no", "asylum_registered=no"],
        ),
        ("country=GT", &["existing_case=no", "nationality=NI", "arrived=always"]),
        ("country=FR", &["existing_case=no"]),
        ("country=CO", &["existing_case=yes", "nationality=FR"]),
    ];
    for (country, script) in scripts {
        let mut facts = country.to_owned();
        for answer in script {
            let asked = next(&facts).unwrap_or_default();
            assert_eq!(Some(asked.as_str()), answer.split('=').next(), "after {facts}");
            facts = format!("{facts} {answer}");
        }
        assert_eq!(next(&facts), None, "after {facts}");
    }
    assert_eq!(next("").unwrap(), "country");
}

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
        lines.next().map_or(NotStated, |line| line.state)
    };
    let states = ["colombia", "costa-rica", "ecuador", "guatemala"].map(guide);
    assert_eq!(states, [NoNewApplications, NotStated, NoNewApplications, NotStated]);
    assert!(!of("colombia", "2024-07-31").1.contains(&"guide".to_owned()), "the guide is of August 2024 or later");
}

#[test]
fn the_header_and_the_notices_follow_the_day() {
    let first = |as_of: &str| headline(&CONTENT, day(as_of)).map(|notice| notice.statement.id.to_string());
    assert_eq!(first(TODAY).as_deref(), Some("reported_ended"));
    assert_eq!(first("2025-02-03").as_deref(), Some("portal_ended"), "an undated notice stays");
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
    let verdict = |id: &str, facts: &str| assessed(facts).pathway(id).unwrap().verdict;
    let table = [
        ("chnv_parole", "nationality=CU", Met),
        ("chnv_parole", "nationality=FR,NI", Met),
        ("chnv_parole", "nationality=CO", NotMet),
        ("chnv_parole", "nationality=stateless", Unclear),
        ("family_reunification", "family_protected=yes", Met),
        ("family_immigration", "family_resident=no", NotMet),
        ("family_reunification_parole", "relative_applied=yes", Unclear),
        ("family_reunification_parole", "relative_applied=no", NotMet),
        ("seasonal_work", "country=GT seasonal_work=yes", Met),
        ("seasonal_work", "country=CO seasonal_work=yes", NotMet),
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
    assert_eq!(near("QQ"), "");
}
