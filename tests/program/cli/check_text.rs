//! `check` for people: intake first, and nothing good without what bounds it.

use super::run::text;

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
