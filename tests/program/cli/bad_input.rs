//! Every class of bad input: what is said, and the exit code.

use super::run::{bare, refused, smo};

/// Asserts that a refusal with code 2 is exactly this one line.
fn says(args: &[&str], line: &str) {
    assert_eq!(refused(args, 2), format!("error: {line}\n"), "{args:?}");
}

#[test]
fn an_unknown_fact_is_answered_with_the_nearest_and_all() {
    says(
        &["check", "contry=CO"],
        "there is no fact \"contry\" (did you mean country?); the facts are country, existing_case, nationality, \
         arrived, adult, status, regularization, asylum_registered, family_protected, family_resident, \
         relative_applied, seasonal_work",
    );
}

#[test]
fn an_unknown_office_is_answered_with_the_nearest_and_all() {
    let all = "the offices are colombia, costa-rica, ecuador, guatemala";
    says(
        &["--office", "columbia", "check"],
        &format!("there is no office \"columbia\" (did you mean colombia?); {all}"),
    );
    says(&["offices", "kolonbi"], &format!("there is no office \"kolonbi\" (did you mean colombia?); {all}"));
    says(&["requirements", "atlantis"], &format!("there is no office \"atlantis\"; {all}"));
    says(&["--office", "zz"], &format!("there is no office \"zz\"; {all}"));
}

#[test]
fn an_unknown_language_is_answered_with_all() {
    says(&["offices", "--lang", "fr"], "there is no language \"fr\"; the languages are en, es, ht");
    says(
        &["offices", "--lang", "espanol"],
        "there is no language \"espanol\" (did you mean es?); the languages are en, es, ht",
    );
    let stderr = bare(&["offices"]).env("SMO_LANG", "fr").assert().code(2).get_output().stderr.clone();
    assert_eq!(
        String::from_utf8(stderr).unwrap(),
        "error: SMO_LANG: there is no language \"fr\"; the languages are en, es, ht\n"
    );
}

#[test]
fn values_that_are_none() {
    let codes = "write a two-letter country code, other, unknown or declined";
    says(&["check", "country=XX"], &format!("country: \"XX\" is no country code; {codes}"));
    says(
        &["check", "country=Colombia"],
        &format!("country: \"Colombia\" is no country code (did you mean CO for Colombia?); {codes}"),
    );
    says(&["check", "country="], &format!("country: the value is empty; {codes}"));
    says(
        &["check", "nationality=CU,,VE"],
        "nationality: \"CU,,VE\" has an empty place in its list; write two-letter country codes parted by commas, \
         other, stateless, unknown or declined",
    );
    says(&["check", "country=CO", "country=EC"], "country is given twice; give each fact once");
    for (fact, said) in [("adult=maybe", "yes, no"), ("status=regulr", "regular or irregular")] {
        let message = refused(&["check", fact], 2);
        assert!(message.contains(said) && message.lines().count() == 1, "{message}");
    }
    assert!(refused(&["check", "colombia"], 2).contains("has no \"=\"; write FACT=VALUE"));
}

#[test]
fn dates_that_are_none() {
    says(&["check", "arrived=2023-02-31"], "arrived: \"2023-02-31\" is no date: there is no day 31 in 2023-02");
    says(
        &["check", "arrived=2023-13"],
        "arrived: \"2023-13\" is no date: there is no month 13; months go from 01 to 12",
    );
    says(&["check", "arrived=0000"], "arrived: \"0000\" is no date: there is no year 0");
    says(&["check", "arrived=1899"], "arrived: 1899 lies before 1900; write a later date");
    says(
        &["check", "arrived=2031-05", "--as-of", "2026-11-23"],
        "arrived: 2031-05 lies in the future; today is 2026-11-23",
    );
    says(
        &["check", "arrived=11/06/2023"],
        "arrived: \"11/06/2023\" is no date: write a date as 2023, 2023-05 or 2023-05-30",
    );
}

#[test]
fn the_day_of_asking_is_one_whole_day_and_only_what_is_taken_is_suggested() {
    let form = "write one as YYYY-MM-DD, from 1900-01-01 on";
    for (day, wrong) in [
        ("2025", "is no full day"),
        ("2025-02", "is no full day"),
        ("1800", "is no full day"),
        ("1899-13", "is no day: there is no month 13; months go from 01 to 12"),
        ("2025-02-30", "is no day: there is no day 30 in 2025-02"),
        ("0000-01-01", "is no day: there is no year 0"),
        ("1899-12-31", "lies before 1900"),
        ("tomorrow", "is no full day"),
        ("..2025-01-01", "is no full day"),
        ("11/06/2023", "is no full day"),
        ("", "is no full day"),
    ] {
        says(&["offices", "--as-of", day], &format!("--as-of: \"{day}\" {wrong}; {form}"));
    }
    bare(&["offices", "--as-of", "1900-01-01"]).assert().success();
}

#[test]
fn a_speed_is_a_number() {
    says(&["offices", "--link", "fast"], "--link: \"fast\" is no speed; write bits a second, as 9600 or 64k");
    smo(&["offices", "--link", "64k"]).assert().success();
}

#[test]
fn unknown_flags_and_subcommands_are_named() {
    assert!(refused(&["check", "--jsn"], 2).contains("'--jsn'"));
    assert!(refused(&["check", "--jsn"], 2).contains("'--json'"));
    assert!(refused(&["chekc"], 2).contains("'check'"));
    refused(&["find"], 2);
    refused(&["content"], 2);
    refused(&["completions", "tcsh"], 2);
}

#[test]
fn an_unknown_format_is_answered_with_the_nearest_and_all() {
    let all = "it takes text, message, html, script, pdf";
    for (typed, near) in [("htlm", " (did you mean html?)"), ("massage", " (did you mean message?)"), ("odt", "")] {
        let line = format!("--format: there is no \"{typed}\"{near}; {all}");
        says(&["sheet", "colombia", "--format", typed], &line);
    }
    says(
        &["process", "--format", "jsn"],
        "--format: there is no \"jsn\" (did you mean json?); it takes text, json, dot, mermaid, svg",
    );
}

#[test]
fn without_a_terminal_the_desk_says_what_works() {
    let message = refused(&[], 2);
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(message.contains("smo --linear") && message.contains("smo check"), "{message}");
}

#[test]
fn nothing_typed_reaches_the_terminal_as_a_command() {
    for args in [
        &["check", "\u{1b}[31mcountry=CO"][..],
        &["check", "country=\u{1b}]0;x\u{7}"],
        &["offices", "\u{9b}31m"],
        &["offices", "--lang", "\u{1b}c"],
        &["offices", "--as-of", "\u{1b}c"],
        &["--\u{1b}c"],
        &["\u{1b}c"],
    ] {
        let message = refused(args, 2);
        assert!(message.chars().all(|c| c == '\n' || !c.is_control()), "{message:?}");
    }
}

#[test]
fn a_megabyte_in_an_argument_is_not_echoed() {
    let long = format!("country={}", "x".repeat(100_000));
    assert!(refused(&["check", &long], 2).len() < 400);
    assert!(refused(&["offices", &"y".repeat(100_000)], 2).len() < 400);
}

#[test]
fn facts_on_standard_input_have_a_limit() {
    let stderr = |input: Vec<u8>| {
        let output = smo(&["check", "-"]).write_stdin(input).assert().code(2).stdout("").get_output().clone();
        String::from_utf8(output.stderr).unwrap()
    };
    assert_eq!(stderr(vec![b' '; 70_000]), "error: standard input holds more than 64 KiB; facts are short\n");
    assert_eq!(stderr(vec![0xff]), "error: standard input is not UTF-8 text\n");
    assert!(stderr(b"country=CO\ncountry=CO".to_vec()).contains("given twice"));
}

#[test]
fn bad_content_is_refused_for_every_command_with_all_problems() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    smo(&["content", "export", path]).assert().success();
    std::fs::write(folder.path().join("advice.toml"), "[[advice]]\nid = 1\n").unwrap();
    std::fs::write(folder.path().join("pathways.toml"), "nonsense = true\n").unwrap();
    for args in [&[][..], &["check"], &["offices"], &["process"], &["find", "x"], &["content", "check"]] {
        let message = refused(&[args, &["--content", path]].concat(), 3);
        assert!(message.contains("advice.toml") && message.contains("pathways.toml"), "{message}");
    }
    assert!(refused(&["content", "check", path], 3).contains("problems in"));
    assert!(refused(&["offices", "--content", "/nowhere/at/all"], 3).contains("cannot be read"));
}

#[test]
fn export_never_overwrites_what_differs() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    std::fs::write(folder.path().join("advice.toml"), "# mine\n").unwrap();
    assert!(refused(&["content", "export", path], 4).contains("cannot export"));
    assert_eq!(std::fs::read_to_string(folder.path().join("advice.toml")).unwrap(), "# mine\n");
}
