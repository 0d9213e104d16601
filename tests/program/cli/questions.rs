//! `smo questions`: every question, with what it takes.

use serde_json::Value;

use super::run::{each, json, smo, text};

#[test]
fn every_question_says_what_it_takes() {
    let data = json(&["questions", "--json"]);
    let schema: Value = serde_json::from_str(include_str!("../../../docs/questions.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&data), "{data}");
    let mut bad = data.clone();
    bad["questions"][0]["kind"] = "colour".into();
    assert!(!validator.is_valid(&bad));
    let page = text(&["questions"]);
    for one in data["questions"].as_array().unwrap() {
        assert!(page.contains(&format!("{}: {}", one["id"].as_str().unwrap(), one["name"].as_str().unwrap())));
    }
    let adult = data["questions"].as_array().unwrap().iter().find(|one| one["id"] == "adult").unwrap();
    assert_eq!(adult["used_by"], serde_json::json!(["colombia.age"]));
}

/// What is listed as a value is one.
#[test]
fn words_that_are_listed_are_taken() {
    let data = json(&["questions", "--json"]);
    for question in data["questions"].as_array().unwrap() {
        let id = question["id"].as_str().unwrap();
        let values = question["values"].as_array().unwrap().iter().map(|value| value.as_str().unwrap());
        for word in values.filter(|value| !value.contains(' ')) {
            smo(&["check", &format!("{id}={word}")]).assert().success();
        }
    }
    assert_eq!(each(&data["questions"], "id").len(), text(&["questions"]).matches("\n\n").count() + 1);
}
