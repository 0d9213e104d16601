//! `offices`, `requirements`, `process`, `find`, `content`.

use serde_json::{Value, json};

use super::run::{each, json, keys, smo, text};

#[test]
fn the_head_and_intake_stand_before_everything() {
    for command in ["offices", "requirements", "process", "find"] {
        let args: &[&str] = if command == "find" { &["find", "colombia"] } else { &[command] };
        let printed = text(args);
        let first = printed.lines().next().unwrap();
        assert!(first.starts_with("(!) "), "{command}: {first}");
        assert!(printed.contains("Guide: Aug 2024 or later"), "{command}");
    }
    for command in ["offices", "requirements"] {
        let printed = text(&[command, "colombia"]);
        let office = printed.find("\nColombia").unwrap();
        let intake = printed[office..].find("no longer active").unwrap();
        let rule = printed[office..].find("Cuban, Haitian or Venezuelan").unwrap();
        assert!(intake < rule, "{printed}");
    }
}

#[test]
fn offices_as_json() {
    let found = json(&["offices", "--json"]);
    assert_eq!(keys(&found), ["format", "guide", "as_of", "notices", "offices"]);
    assert_eq!(each(&found["offices"], "id"), ["colombia", "costa-rica", "ecuador", "guatemala"]);
    assert_eq!(each(&found["offices"], "country"), ["CO", "CR", "EC", "GT"]);
    for office in found["offices"].as_array().unwrap() {
        assert_eq!(keys(office), ["id", "country", "name", "intake", "help_lines", "apply", "listed"]);
        assert_eq!(office["help_lines"][0]["verified"], false);
        assert_eq!(office["intake"]["state"], "ended");
    }
    assert_eq!(each(&json(&["offices", "GUATEMALA", "--json"])["offices"], "id"), ["guatemala"]);
    assert_eq!(each(&json(&["offices", "--json", "--office", "ecuador"])["offices"], "id"), ["ecuador"]);
}

#[test]
fn an_undated_statement_does_not_decide_before_it_was_read() {
    let states = |day: &str| {
        let output = super::run::bare(&["offices", "--json", "--as-of", day]);
        let output = { output }.assert().success().get_output().stdout.clone();
        let found: Value = serde_json::from_slice(&output).unwrap();
        found["offices"].as_array().unwrap().iter().map(|o| o["intake"]["state"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(states("2024-08-02"), ["not_stated"; 4]);
    assert_eq!(states("2024-09-01"), ["no_new_applications", "not_stated", "no_new_applications", "not_stated"]);
    assert_eq!(states("2026-11-23"), ["ended"; 4]);
}

#[test]
fn requirements_as_json() {
    let found = json(&["requirements", "--json"]);
    let offices = found["offices"].as_array().unwrap();
    assert!(offices.iter().all(|office| keys(office) == ["id", "name", "intake", "requirements"]));
    let wanted =
        ["id", "aspect", "text", "short", "rule", "source", "section", "certainty", "also", "other", "open", "later"];
    for requirement in offices.iter().flat_map(|office| office["requirements"].as_array().unwrap()) {
        assert_eq!(keys(requirement), wanted);
    }
    let rule =
        |office: usize, requirement: usize| found["offices"][office]["requirements"][requirement]["rule"].clone();
    assert_eq!(rule(0, 0), json!({ "one_of": { "fact": "country", "values": ["CO"] } }));
    assert_eq!(rule(0, 1), json!({ "includes": { "fact": "nationality", "values": ["CU", "HT", "VE"] } }));
    assert_eq!(rule(0, 2), json!({ "on_or_before": { "fact": "arrived", "date": "2023-06-11" } }));
    assert_eq!(rule(0, 3), json!({ "yes": "adult" }));
    assert_eq!(rule(3, 2), json!({ "before": { "fact": "arrived", "date": "2024-07-16" } }));
    let registration = json!({ "any": [
        { "yes": "regularization" },
        { "on_or_before": { "fact": "asylum_registered", "date": "2023-10-18" } },
    ] });
    assert_eq!(rule(2, 3), registration);
    assert_eq!(found["offices"][0]["requirements"][2]["text"], "In Colombia on or before 11 June 2023");
}

#[test]
fn the_process_as_json_has_steps_and_links() {
    let found = json(&["process", "--format", "json"]);
    let ids = each(&found["steps"], "id");
    for link in found["links"].as_array().unwrap() {
        assert!(ids.contains(&link["from"].as_str().unwrap()) && ids.contains(&link["to"].as_str().unwrap()));
    }
    let printed = text(&["process"]);
    for step in found["steps"].as_array().unwrap() {
        // A long title goes on in the next line.
        let start = step["title"].as_str().unwrap().split(' ').next().unwrap();
        assert!(printed.contains(start), "{start}");
    }
}

#[test]
fn find_looks_in_every_language_and_answers_in_the_one_asked_for() {
    assert!(text(&["find", "Kolonbi"]).contains("Colombia (office)"));
    assert!(text(&["find", "kolonbi", "--lang", "ht"]).contains("Kolonbi (biwo)"));
    assert!(text(&["find", "haiti", "--lang", "es"]).contains("Haití (país)"));
    assert!(text(&["find", "zzzzqqq"]).contains("Nothing found."));
    // A pathway never stands without what became of it.
    let parole = text(&["find", "Parole", "for", "certain", "nationalities"]);
    assert!(parole.contains("This parole has been ended."), "{parole}");
}

#[test]
fn content_is_exported_and_checked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new");
    let path = path.to_str().unwrap();
    assert!(text(&["content", "export", path]).ends_with(&format!(" files written to {path}\n")));
    let summary = text(&["content", "check", path]);
    assert!(summary.starts_with("4 offices, "), "{summary}");
    assert_eq!(summary, text(&["content", "check"]));
    assert_eq!(summary, text(&["content", "check", "--content", path]));
    let code = summary.trim_end().rsplit(' ').next().unwrap();
    assert_eq!(code.len(), 8, "{summary}");
    assert!(text(&["content", "export", path]).starts_with("0 files written"));
    smo(&["offices", "--content", path]).assert().success().stdout(text(&["offices"]));
}
