//! What the guide says, through the real content: every boundary of every office, and each kind of answer.

use smo_desk::content::{CheckPart, Content};
use smo_desk::rules::{Answers, Ask, Assessment, Verdict, assess, next_question, parse_facts};
use std::sync::LazyLock;

use crate::made_up::{day, ids};

use Verdict::{Met, NotMet, Unclear};

pub(crate) static CONTENT: LazyLock<Content> =
    LazyLock::new(|| Content::embedded().expect("the content has no problem"));

/// After every statement of the content.
pub(crate) const TODAY: &str = "2026-11-23";

pub(crate) fn answers(facts: &str) -> Answers {
    let facts: Vec<String> = facts.split_whitespace().map(str::to_owned).collect();
    parse_facts(&CONTENT, &facts, day(TODAY)).unwrap()
}

pub(crate) fn assessed(facts: &str) -> Assessment {
    assess(&CONTENT, &answers(facts))
}

fn verdict(office: &str, facts: &str) -> Verdict {
    assessed(facts).office(office).unwrap().verdict
}

fn next(facts: &str) -> Option<String> {
    let answers = answers(facts);
    let ask = Ask::all(CheckPart::Minimum, day(TODAY));
    next_question(&CONTENT, &answers, &assess(&CONTENT, &answers), &ask).map(|question| question.id.to_string())
}

/// Everything that an office asks, met, but for one fact.
pub(crate) fn met_but(office: &str, left_out: &str) -> String {
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
