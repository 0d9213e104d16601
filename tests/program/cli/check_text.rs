//! `check` for people: intake first, and nothing good without what bounds it.

use serde_json::Value;

use super::run::{json, text};

const MET: [&str; 6] = ["check", "country=CO", "nationality=VE", "arrived=2019", "adult=yes", "status=regular"];

/// Where a text stands in another, which must have it.
fn at(whole: &str, part: &str) -> usize {
    whole.find(part).unwrap_or_else(|| panic!("{part:?} is not in:\n{whole}"))
}

#[test]
fn intake_stands_before_the_verdict_and_the_bounds_beside_it() {
    let printed = text(&MET);
    let verdict = at(&printed, "[+] Colombia: meets the stated minimum, 5 of 5 met");
    assert!(at(&printed, "no longer active") < verdict);
    at(&printed, "No new applications are taken.");
    assert!(at(&printed, "Reported ended, Feb 2025.") < verdict);
    assert!(at(&printed, "promises no legal pathway") > verdict);
    assert!(at(&printed, "What now") > verdict);
    assert!(at(&printed, "or later") > 0);
    assert!(!printed.to_lowercase().contains("eligible"), "{printed}");
}

#[test]
fn no_verdict_stands_without_intake_and_notices_in_any_language() {
    for lang in ["en", "es", "ht"] {
        let printed = text(&[&MET[..], &["--lang", lang]].concat());
        let (verdict, notice) = (at(&printed, "[+] "), at(&printed, "(!) "));
        assert!(notice < verdict, "{printed}");
        assert!(printed.matches("(!) ").count() >= 8, "{printed}");
    }
}

#[test]
fn what_is_missing_is_named_with_the_next_question() {
    let printed = text(&["check", "country=CO", "existing_case=no", "nationality=VE", "adult=declined"]);
    at(&printed, "[?] Colombia: cannot tell yet");
    at(&printed, "Missing: Came, 18 or older, Legal status");
    at(&printed, "Would settle it:");
    at(&printed, "Ask next: When did the person first come to Colombia?");
}

#[test]
fn the_office_of_the_persons_country_comes_first() {
    let printed = text(&["check", "country=GT", "nationality=HN"]);
    assert!(at(&printed, "Guatemala: ") < at(&printed, "Colombia: does not meet"));
    let nowhere = text(&["check"]);
    for office in ["[?] Colombia", "[?] Costa Rica", "[?] Ecuador", "[?] Guatemala"] {
        at(&nowhere, office);
    }
}

#[test]
fn answers_that_cannot_both_be_right_are_pointed_out() {
    let printed = text(&["check", "country=EC", "nationality=CU", "arrived=2022", "asylum_registered=2020"]);
    at(&printed, "These do not fit");
    at(&printed, "[+] Ecuador");
}

#[test]
fn pathways_come_with_their_later_status_once_asked_for() {
    assert!(!text(&MET).contains("Pathways"));
    let printed = text(&[&MET[..], &["family_protected=yes"]].concat());
    assert!(at(&printed, "Parole for certain nationalities") < at(&printed, "This parole has been ended."));
}

#[test]
fn lines_fit_in_80_columns_in_every_language() {
    for lang in ["en", "es", "ht"] {
        for command in [&MET[..], &["offices"], &["requirements"], &["process"], &["find", "a"]] {
            let printed = text(&[command, &["--lang", lang]].concat());
            for line in printed.lines() {
                assert!(line.chars().count() <= 80, "{lang} {command:?}: {line}");
                assert_eq!(line, line.trim_end(), "{lang} {command:?}");
            }
        }
    }
}

/// Words of a text without its line ends.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What would have to be different reads alike in text and in JSON, for offices and pathways, in every language; and for
/// somebody elsewhere the other rules stand right beside the place.
#[test]
fn text_and_json_say_the_same_of_what_would_have_to_be_different() {
    for facts in [
        "country=CO nationality=VE arrived=2024-01-01",
        "country=FR nationality=GT,ES adult=no",
        "country=CO nationality=CU seasonal_work=no family_resident=no family_protected=no relative_applied=no",
        "country=GT nationality=HN arrived=2025 seasonal_work=no",
        "country=EC regularization=no asylum_registered=2024 nationality=CU",
    ] {
        for lang in ["en", "es", "ht"] {
            let args: Vec<&str> = ["check", "--lang", lang].into_iter().chain(facts.split(' ')).collect();
            let (printed, found) = (flat(&text(&args)), json(&[&args[..], &["--json"]].concat()));
            let all = |key: &str| found[key].as_array().unwrap().clone();
            let said = |one: &Value, key: &str| {
                let rules = one[key].as_array().cloned().unwrap_or_default();
                rules.iter().map(|rule| rule["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join("; ")
            };
            let pathways = if facts.contains("_work") { all("pathways") } else { Vec::new() };
            for one in all("offices").iter().chain(&pathways) {
                for key in ["different", "then"] {
                    assert!(printed.contains(&said(one, key)), "{lang} {facts}: {key} {}", said(one, key));
                }
            }
        }
    }
    let elsewhere = flat(&text(&["check", "country=CO", "nationality=VE", "arrived=2024-01-01"]));
    at(
        &elsewhere,
        "The person is in Ecuador. Then also asked: In Ecuador on or before 18 October 2023 (that day is past); At",
    );
    assert!(!elsewhere.contains("nobody can change"), "{elsewhere}");
}

/// The answers are listed under the numbers that the reasons cite.
#[test]
fn the_answers_that_reasons_cite_are_listed() {
    for lang in ["en", "es", "ht"] {
        let printed = text(&[&MET[..], &["--lang", lang]].concat());
        for n in 1..=5 {
            assert!(printed.lines().any(|line| line.starts_with(&format!("{n}  "))), "{lang} {n}: {printed}");
        }
    }
}

/// Who has a case hears the report on cases first, in the JSON too; who has none, the newest one.
#[test]
fn who_has_a_case_hears_the_report_on_cases_first() {
    for (case, first) in [("yes", "UNHCR and IOM"), ("no", "no longer active")] {
        for country in ["CO", "CR", "EC", "GT", "FR"] {
            let facts = [format!("country={country}"), format!("existing_case={case}")];
            let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
            let found = json(&[&["check", "--json"], &facts[..]].concat());
            assert!(found["notices"][0].as_str().unwrap().contains(first), "{facts:?}");
            let printed = text(&[&["check"], &facts[..]].concat());
            let notice = printed.lines().filter(|line| line.starts_with("(!) ")).nth(1).unwrap();
            assert!(notice.contains(first), "{printed}");
        }
    }
}

/// Where there is no office that is said once, in text and in JSON.
#[test]
fn that_there_is_no_office_is_said_once() {
    let said = |printed: &str| printed.matches("no office in").count();
    for country in ["PE", "FR", "other"] {
        let fact = format!("country={country}");
        assert_eq!(said(&flat(&text(&["check", &fact]))), 1, "{country}");
        let found = json(&["check", "--json", &fact]);
        assert_eq!(said(&found["advice"].to_string()), 1, "{country}");
    }
    assert_eq!(json(&["check", "--json", "country=CO"])["advice"].to_string().matches("no office in").count(), 0);
}

#[test]
fn a_country_among_nationalities_is_said_as_a_nationality() {
    for (lang, said) in [
        ("en", "Cuban and nationality of Spain (ES)"),
        ("es", "cubana y de España (ES)"),
        ("ht", "kiben ak moun Espay (ES)"),
    ] {
        at(&text(&["check", "country=FR", "nationality=CU,ES", "--lang", lang]), said);
    }
}
