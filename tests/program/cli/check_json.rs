//! `check --json`: the contract, key by key, and what it says of several persons.

use serde_json::{Value, json};

use super::run::{each, json, keys, smo};

/// In the country, of an accepted nationality, came in 2019, adult, regular.
const MET: [&str; 5] = ["country=CO", "nationality=VE", "arrived=2019", "adult=yes", "status=regular"];

fn check(facts: &[&str]) -> Value {
    json(&[&["check", "--json"], facts].concat())
}

fn office<'a>(found: &'a Value, id: &str) -> &'a Value {
    found["offices"].as_array().unwrap().iter().find(|office| office["id"] == id).unwrap()
}

#[test]
fn keys_stand_in_the_order_of_the_contract() {
    let found = check(&MET);
    let top = [
        "format",
        "guide",
        "as_of",
        "notices",
        "next_question",
        "not_known",
        "contradictions",
        "offices",
        "pathways",
        "advice",
    ];
    assert_eq!(keys(&found), top);
    assert_eq!(keys(&found["guide"]), ["date", "certainty"]);
    let office = office(&found, "colombia");
    assert_eq!(keys(office), ["id", "verdict", "missing", "intake", "requirements", "different", "then"]);
    assert_eq!(keys(&office["intake"]), ["state", "statements"]);
    for statement in office["intake"]["statements"].as_array().unwrap() {
        assert_eq!(keys(statement), ["state", "text", "source", "date", "read"]);
    }
    for requirement in office["requirements"].as_array().unwrap() {
        let keys_of_it =
            ["id", "verdict", "applies", "facts", "because", "source", "section", "certainty", "open", "later"];
        assert_eq!(keys(requirement), keys_of_it);
    }
    for pathway in found["pathways"].as_array().unwrap() {
        assert_eq!(keys(pathway), ["id", "verdict", "missing", "different", "state", "latest"]);
        if !pathway["latest"].is_null() {
            assert_eq!(keys(&pathway["latest"]), ["state", "text", "source", "date", "read"]);
        }
    }
}

#[test]
fn what_never_changes_with_the_person() {
    let found = check(&[]);
    assert_eq!(found["format"], 1);
    assert_eq!(found["guide"], json!({ "date": "2024-08", "certainty": "not_before" }));
    assert_eq!(found["as_of"], "2026-11-23");
    assert_eq!(each(&found["offices"], "id"), ["colombia", "costa-rica", "ecuador", "guatemala"]);
    assert!(found["notices"].as_array().unwrap().iter().all(Value::is_string));
    let requirements = |id| each(&office(&found, id)["requirements"], "id").join(" ");
    let all = |id: &str, names: &str| names.split(' ').map(|n| format!("{id}.{n}")).collect::<Vec<_>>().join(" ");
    assert_eq!(requirements("colombia"), all("colombia", "place nationality presence age status"));
    assert_eq!(requirements("ecuador"), all("ecuador", "place nationality presence registration"));
    for id in ["costa-rica", "guatemala"] {
        assert_eq!(requirements(id), all(id, "place nationality presence"));
    }
}

#[test]
fn a_person_who_meets_everything_is_told_of_the_end_beside_it() {
    let found = check(&MET);
    let office = office(&found, "colombia");
    assert_eq!(office["verdict"], "met");
    assert_eq!(office["missing"], json!([]));
    assert_eq!(office["intake"]["state"], "ended");
    assert_eq!(each(&office["intake"]["statements"], "source")[..2], ["portal-home", "guide"]);
    assert_eq!(office["intake"]["statements"][0]["date"], Value::Null);
    assert_eq!(office["intake"]["statements"][1]["date"], "2024-08");
    assert!(each(&office["requirements"], "verdict").iter().all(|verdict| *verdict == "met"));
    assert_eq!(found["next_question"], "existing_case");
    assert!(!found["notices"].as_array().unwrap().is_empty());
    assert!(found["advice"].as_array().unwrap().iter().any(|text| text.as_str().unwrap().contains("promises no")));
    assert_eq!(check(&[&MET[..], &["existing_case=no"]].concat())["next_question"], Value::Null);
}

#[test]
fn the_day_of_the_cutoff_counts_or_does_not() {
    let verdict = |id: &str, day: &str, facts: &[&str]| {
        let arrived = format!("arrived={day}");
        office(&check(&[facts, &[&arrived]].concat()), id)["verdict"].clone()
    };
    let colombia = ["country=CO", "nationality=CU", "adult=yes", "status=in_process"];
    for (day, wanted) in [("2023-06-10", "met"), ("2023-06-11", "met"), ("2023-06-12", "not_met")] {
        assert_eq!(verdict("colombia", day, &colombia), wanted, "{day}");
    }
    let guatemala = ["country=GT", "nationality=HN"];
    for (day, wanted) in [("2024-07-15", "met"), ("2024-07-16", "not_met"), ("2024-07-17", "not_met")] {
        assert_eq!(verdict("guatemala", day, &guatemala), wanted, "{day}");
    }
    for (day, wanted) in [("2023", "unclear"), ("2023-05", "met"), ("..2023-06-11", "met"), ("always", "met")] {
        assert_eq!(verdict("colombia", day, &colombia), wanted, "{day}");
    }
}

#[test]
fn what_is_not_known_is_never_against_the_person() {
    let found = check(&["country=CO", "nationality=VE", "arrived=2023", "adult=declined", "status=unknown"]);
    let office = office(&found, "colombia");
    assert_eq!(office["verdict"], "unclear");
    assert_eq!(office["missing"], json!(["arrived", "adult", "status"]));
    assert_eq!(each(&office["requirements"], "verdict"), ["met", "met", "unclear", "unclear", "unclear"]);
}

#[test]
fn what_was_said_of_a_stay_elsewhere_does_not_apply() {
    let found = check(&MET);
    let presence = &office(&found, "ecuador")["requirements"][2];
    assert_eq!((&presence["verdict"], &presence["applies"]), (&json!("unclear"), &json!(false)));
    assert_eq!(office(&found, "ecuador")["verdict"], "not_met");
    assert_eq!(office(&found, "ecuador")["missing"], json!([]));
}

#[test]
fn one_of_two_is_enough_where_the_rule_says_so() {
    let base = ["country=EC", "nationality=CO", "arrived=2022-01"];
    let verdict = |more: &[&str]| office(&check(&[&base, more].concat()), "ecuador")["verdict"].clone();
    assert_eq!(verdict(&["regularization=yes"]), "met");
    assert_eq!(verdict(&["regularization=no", "asylum_registered=2023-10-18"]), "met");
    assert_eq!(verdict(&["regularization=no", "asylum_registered=2023-10-19"]), "not_met");
    assert_eq!(verdict(&["regularization=no", "asylum_registered=no"]), "not_met");
    assert_eq!(verdict(&["regularization=no"]), "unclear");
}

#[test]
fn one_office_alone_is_listed_on_demand() {
    let found = json(&["--office", "ecuador", "check", "--json", "country=EC"]);
    assert_eq!(each(&found["offices"], "id"), ["ecuador"]);
    assert_eq!(found["next_question"], "existing_case");
    // No answer can help at an office where the person is not; only the case could matter.
    let elsewhere = json(&["check", "--json", "--office", "ecuador", "country=MX", "existing_case=no"]);
    assert_eq!(elsewhere["next_question"], Value::Null);
}

#[test]
fn what_was_said_after_the_day_of_asking_is_left_out() {
    let found = |day| {
        let output = super::run::bare(&["check", "--json", "--as-of", day, "nationality=VE"]);
        let output = { output }.assert().success().get_output().stdout.clone();
        serde_json::from_slice::<Value>(&output).unwrap()
    };
    let (before, after) = (found("2024-09-01"), found("2025-12-31"));
    let count = |found: &Value| found["notices"].as_array().unwrap().len();
    assert!(count(&before) < count(&after));
    // What bears no date stays, marked and last where it was read after that day.
    let lines = |found: &Value| office(found, "colombia")["intake"]["statements"].as_array().unwrap().clone();
    let undated = lines(&before).pop().unwrap();
    assert_eq!((&undated["source"], &undated["may_be_later"]), (&"portal-home".into(), &true.into()));
    assert_eq!(lines(&before).iter().filter(|line| line.get("may_be_later").is_some()).count(), 1);
    assert!(lines(&found("2026-11-23")).iter().all(|line| line.get("may_be_later").is_none()));
    let latest = |found: &Value| {
        let pathways = found["pathways"].as_array().unwrap();
        pathways.iter().find(|pathway| pathway["id"] == "chnv_parole").unwrap()["latest"].clone()
    };
    assert_eq!(latest(&before), Value::Null);
    assert_eq!(latest(&after)["date"], "2025-03-25");
    assert_eq!(latest(&after)["source"], "federal-register-2025-05128");
}

#[test]
fn facts_come_from_standard_input() {
    let input = "# a person\r\ncountry=CO nationality=VE\n\n  arrived=2019 # first time\nadult=yes\n";
    let output = smo(&["check", "-", "status=regular", "--json"]).write_stdin(input).assert().success();
    let found: Value = serde_json::from_slice(&output.get_output().stdout).unwrap();
    assert_eq!(found, check(&MET));
}

#[test]
fn the_exit_code_is_the_verdict_on_demand() {
    let code =
        |facts: &[&str]| smo(&[&["check", "--exit-verdict"], facts].concat()).assert().get_output().status.code();
    assert_eq!(code(&MET), Some(0));
    assert_eq!(code(&["country=CO"]), Some(11));
    assert_eq!(code(&["country=MX"]), Some(10));
    assert_eq!(code(&["country=CO", "--office", "ecuador"]), Some(10));
    smo(&["check", "country=MX"]).assert().code(0);
}

#[test]
fn languages_change_words_and_nothing_else() {
    fn bones(value: &Value) -> Value {
        match value {
            Value::Object(map) => {
                let worded = ["text", "because", "notices", "advice"];
                map.iter()
                    .filter(|(key, _)| !worded.contains(&key.as_str()))
                    .map(|(k, v)| (k.clone(), bones(v)))
                    .collect()
            }
            Value::Array(list) => list.iter().map(bones).collect(),
            other => other.clone(),
        }
    }
    let en = check(&MET);
    for lang in ["es", "ht"] {
        let other = check(&[&MET[..], &["--lang", lang]].concat());
        assert_eq!(bones(&other), bones(&en), "{lang}");
        assert_ne!(other["advice"], en["advice"], "{lang}");
    }
}

/// Two statements of one day: that it ended is the status, not which countries it was for.
#[test]
fn the_latest_of_a_pathway_that_ended_is_that_it_ended() {
    let found = check(&["country=CO", "nationality=CU", "relative_applied=yes"]);
    let pathways = found["pathways"].as_array().unwrap();
    let parole = pathways.iter().find(|pathway| pathway["id"] == "family_reunification_parole").unwrap();
    assert_eq!(parole["latest"]["text"], "This parole has been ended.");
}
