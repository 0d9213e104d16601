//! `smo content diff`, on copies of the content that were changed, and on stored cases.

use serde_json::{Value, json};
use std::fs;
use tempfile::TempDir;

use super::cases::State;
use super::content::{PRESENCE, copy, shown};
use super::run::{self, each, refused, smo, text};

const OFFICE: &str = "offices/ecuador.toml";

/// A copy of the built-in content.
fn exported() -> TempDir {
    copy("find.toml", "", "")
}

/// What is said of a change of one file, with the heading above it taken for granted.
fn told(file: &str, from: &str, to: &str) -> Vec<String> {
    let (before, after) = (exported(), copy(file, from, to));
    let said = text(&["content", "diff", &shown(before.path()), &shown(after.path())]);
    said.lines().map(|line| line.trim().to_owned()).collect()
}

#[test]
fn a_difference_is_told_in_words_and_with_a_person() {
    let (before, after) = (exported(), copy(PRESENCE.0, PRESENCE.1, PRESENCE.2));
    let [before, after] = [&before, &after].map(|folder| shown(folder.path()));
    let said = text(&["content", "diff", &before, &after]);
    let expected = "\
office colombia: differs
  colombia.presence: was \"In Colombia on or before 11 June 2023\", is \"In Colombia on or before 12 June 2023\"
  gains, not_met to met: country=CO nationality=CU arrived=2023-06-12 adult=yes status=regular
office colombia:
  rule presence, condition: was arrived on or before \"2023-06-11\", is arrived on or before \"2023-06-12\"
";
    assert_eq!(said, expected);
    assert!(text(&["content", "diff", &after, &before]).contains("loses, met to not_met"));
    assert_eq!(text(&["content", "diff", &before, &before]), "nothing differs\n");
    let said = refused(&["content", "diff", &before, "/nowhere"], 3);
    assert!(said.contains("cannot be read"), "{said}");
}

/// A file, what stands there, what is put instead, and the line that says so.
const TOLD: &[(&str, &str, &str, &str)] = &[
    (
        OFFICE,
        "from = 2024-08-03",
        "from = 2024-08-04",
        "intake no_new_applications, in force from: was \"2024-08-03\", is \"2024-08-04\"",
    ),
    (
        OFFICE,
        "state = \"no_new_applications\"\n",
        "state = \"open\"\n",
        "intake no_new_applications, state: was \"no_new_applications\", is \"open\"",
    ),
    (OFFICE, "until = 2024-08-02\n", "", "intake no_stop_named, in force until: gone: \"2024-08-02\""),
    (
        OFFICE,
        "[[apply]]\nid = \"online_form\"",
        "[[apply]]\nid = \"form\"",
        "how to apply form: renamed, was online_form",
    ),
    (
        "process.toml",
        "channels = [\"email\"]",
        "channels = [\"email\", \"phone\"]",
        "channel: was \"email\", is \"email\", \"phone\"",
    ),
    ("process.toml", "min = \"P", "max = \"P99Y\"\nmin = \"P", "longest wait: new: \"P99Y\""),
    ("process.toml", "certainty = \"most\"\n", "", "certainty: gone: \"most\""),
    (
        "advice.toml",
        "rule = { yes = \"existing_case\" }",
        "rule = { not = { yes = \"existing_case\" } }",
        "gains, not_met to met: existing_case=no",
    ),
    (
        "offices/guatemala.toml",
        "fact = \"arrived\", date = 2024-07-16",
        "fact = \"arrived\", by = \"nationality\", dates = { GT = 2024-07-16, NI = 2024-07-16 }",
        "condition: was arrived before \"2024-07-16\", is arrived before by nationality, GT \"2024-07-16\", NI \"2024-07-16\"",
    ),
    ("programme.toml", "hold_days = 7", "hold_days = 8", "hold days: was 7, is 8"),
    (
        "questions.toml",
        "en = \"regular status\"",
        "en = \"regular status now\"",
        "choice regular, text: en: was \"regular status\", is \"regular status now\"",
    ),
];

#[test]
fn everything_that_is_written_differently_is_told_in_plain_words() {
    for (file, from, to, expected) in TOLD {
        let said = told(file, from, to);
        assert!(said.iter().any(|line| line.contains(expected)), "{expected}:\n{}", said.join("\n"));
    }
}

#[test]
fn what_is_new_is_told_with_its_words_and_what_is_moved_by_its_order() {
    let fee = "[[fee]]\nid = \"paper\"\namount = 5\ncurrency = \"USD\"\nsource = \"guide\"\nsection = \"Fees\"\n\
               text = { en = \"For the paper.\", es = \"Por el papel.\", ht = \"Pou papye a.\" }\n\n[[requirement]]\n";
    let said = told(OFFICE, "[[requirement]]\n", fee);
    let expected = [
        "office ecuador:",
        "fee paper: new: amount 5, currency \"USD\", section \"Fees\", source \"guide\", text \"For the paper.\"",
        "texts in en: 0 changed, 1 new, 0 gone",
        "texts in es: 0 changed, 1 new, 0 gone",
        "texts in ht: 0 changed, 1 new, 0 gone",
    ];
    assert_eq!(said, expected);
    let said = told(OFFICE, "values = [\"CU\", \"HT\"", "values = [\"HT\", \"CU\"");
    assert!(said[0].ends_with("written differently, the same for everybody"), "{said:?}");
    let questions = fs::read_to_string(exported().path().join("questions.toml")).unwrap();
    let (first, second) = (questions.find("[[question]]").unwrap(), questions.rfind("[[question]]").unwrap());
    let moved = format!("{}{}\n{}", &questions[..first], &questions[second..], &questions[first..second]);
    let said = told("questions.toml", &questions, &moved);
    assert!(said[1].starts_with("order of question: was country, "), "{said:?}");
}

#[test]
fn texts_that_translate_what_was_said_before_are_stale() {
    let said = told("questions.toml", "In which country is", "In what country is");
    let of = |lang: &str| said.iter().find(|line| line.starts_with(&format!("texts in {lang}:"))).cloned();
    assert_eq!(of("en").unwrap(), "texts in en: 1 changed, 0 new, 0 gone");
    let stale =
        "0 changed, 0 new, 0 gone; 1 stale, the text that they translate has changed: questions.question.country.ask";
    assert_eq!(of("es").unwrap(), format!("texts in es: {stale}"));
    // The language's own file says it too.
    let (before, after) = (exported(), exported());
    for folder in [&before, &after] {
        fs::create_dir(folder.path().join("texts")).unwrap();
        let words = "[questions.question.country]\nask = \"¿Dónde está?\"\n\n\
                     [translated_from.questions.question.country]\nask = \"Where?\"\n";
        fs::write(folder.path().join("texts/es.toml"), words).unwrap();
    }
    let said = text(&["content", "diff", &shown(before.path()), &shown(after.path())]);
    assert_eq!(said, format!("texts in es: {stale}\n"));
}

#[test]
fn the_json_is_as_the_schema_says() {
    let validator = jsonschema::validator_for(&run::json(&["content", "schema", "content-diff.json"])).unwrap();
    let other = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/content/colombia-regularization");
    let (before, after) = (exported(), copy(PRESENCE.0, PRESENCE.1, PRESENCE.2));
    let [before, after] = [&before, &after].map(|folder| shown(folder.path()));
    for b in [&after, &before, other] {
        let data = run::json(&["content", "diff", "--json", &before, b]);
        let faults: Vec<String> = validator.iter_errors(&data).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, [""; 0]);
        assert_eq!(data["cases"], Value::Null);
    }
    let data = run::json(&["content", "diff", "--json", &before, &after]);
    assert_eq!((&data["format"], &data["differences"][0]["people"][0]["after"]), (&1.into(), &"met".into()));
    let change = json!({
        "file": "offices/colombia.toml",
        "place": "colombia.requirement.presence.rule",
        "change": "value",
        "before": { "on_or_before": { "date": "2023-06-11", "fact": "arrived" } },
        "after": { "on_or_before": { "date": "2023-06-12", "fact": "arrived" } },
    });
    assert_eq!(data["changes"], json!([change]));
    let mut wrong = data.clone();
    wrong["changes"][0]["change"] = "other".into();
    assert!(!validator.is_valid(&wrong));
}

#[test]
fn stored_cases_are_tried_under_both_and_no_answer_is_told() {
    let state = State::new();
    let facts = "country=CO nationality=VE arrived=2023-06-12 adult=yes status=regular";
    let (changed, same) = (state.code(facts), state.code("country=CO nationality=VE arrived=2019"));
    let withheld = state.save(facts, &["arrived"], |_| {}).code().clone();
    fs::write(state.path("K7Q2.json"), "{").unwrap();
    let (before, after) = (exported(), copy(PRESENCE.0, PRESENCE.1, PRESENCE.2));
    let [before, after] = [&before, &after].map(|folder| shown(folder.path()));
    let diff = |a: &str, b: &str, more: &[&str]| {
        let mut command = smo(&[&["content", "diff", "--cases", a, b], more].concat());
        let output =
            command.env("XDG_STATE_HOME", state.place.path()).assert().success().stderr("").get_output().clone();
        String::from_utf8(output.stdout).unwrap()
    };
    let said = diff(&before, &after, &[]);
    assert!(said.contains(&format!("\ncase {changed}: office colombia: not_met to met\n")), "{said}");
    let of_withheld = said.lines().find(|line| line.contains(withheld.as_str())).unwrap();
    assert!(of_withheld.contains("not known for colombia") && of_withheld.ends_with("is not stored"), "{said}");
    assert!(said.contains("\ncase K7Q2: ") && !said.contains(same.as_str()), "{said}");
    assert!(said.ends_with("\n3 cases tried: 1 with another verdict\n"), "{said}");
    let data: Value = serde_json::from_str(&diff(&before, &after, &["--json"])).unwrap();
    let validator = jsonschema::validator_for(&run::json(&["content", "schema", "content-diff.json"])).unwrap();
    assert!(validator.is_valid(&data), "{data}");
    let cases = data["cases"].to_string();
    assert!(!cases.contains("VE") && !cases.contains("2023") && !cases.contains("regular"), "{cases}");
    assert_eq!(each(&data["cases"]["changed"], "code"), [changed.as_str()]);
    // Under another programme the answers cannot be read, and its offices are others.
    let other = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/content/colombia-regularization");
    let said = diff(&before, other, &[]);
    assert!(said.contains("the content after cannot read what was answered to adult, status"), "{said}");
    assert!(said.contains(&format!("case {changed}: office ppt: no such office to ")), "{said}");
    assert!(refused(&["content", "diff", "--cases", "--no-store", &before, &after], 2).contains("--no-store"));
}
