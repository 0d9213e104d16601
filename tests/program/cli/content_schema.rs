//! `smo content schema`, held to every content file there is.

use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::run::{json, smo};

/// Tables whose keys are names that the content gives: languages, ids, answers.
const FREE: [&str; 5] = ["advice", "answers", "events", "offices", "pathways"];

const LANGUAGES: [&str; 3] = ["en", "es", "ht"];

/// Every file of both programmes and of the folder for tests, with its kind.
fn files() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["content", "examples/content/colombia-regularization", "tests/fixtures/minimal"] {
        for inner in ["", "offices", "texts"] {
            for entry in fs::read_dir(root.join(folder).join(inner)).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.extension().is_some_and(|ending| ending == "toml") {
                    let stem = path.file_stem().unwrap().to_str().unwrap();
                    files.push((if inner.is_empty() { stem } else { inner.trim_end_matches("es") }.to_owned(), path));
                }
            }
        }
    }
    let kind = |kind: String| match kind.as_str() {
        "offic" => "office".to_owned(),
        _ => kind,
    };
    files.into_iter().map(|(of, path)| (kind(of), path)).collect()
}

/// TOML as an editor sees it: days as texts.
fn data(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(all) => all.into_iter().map(data).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, data(value))).collect(),
        other => serde_json::to_value(other).unwrap(),
    }
}

fn read(path: &Path) -> Value {
    data(toml::Value::Table(fs::read_to_string(path).unwrap().parse().unwrap()))
}

/// Every key that the content format names: where it stands, and the same with numbers for any.
fn keys(value: &Value, at: &str, kind: &str, found: &mut Vec<(String, String, String)>) {
    match value {
        Value::Array(all) => {
            for (number, one) in all.iter().enumerate() {
                keys(one, &format!("{at}/{number}"), kind, found);
            }
        }
        Value::Object(table) => {
            let is_text = table.keys().all(|key| LANGUAGES.contains(&key.as_str()));
            let is_free = FREE.iter().any(|free| at.ends_with(&format!("/{free}"))) && !(is_text || kind == "office");
            for (key, one) in table.iter().filter(|_| !is_text && !is_free) {
                let place: String =
                    at.split('/').filter(|part| part.parse::<usize>().is_err()).collect::<Vec<_>>().join("/");
                found.push((at.to_owned(), key.clone(), format!("{place}/{key}")));
                keys(one, &format!("{at}/{key}"), kind, found);
            }
        }
        _ => {}
    }
}

fn renamed(table: &mut Map<String, Value>, from: &str, to: &str) {
    let value = table.remove(from).unwrap();
    table.insert(to.to_owned(), value);
}

#[test]
fn every_content_file_is_as_the_schema_says() {
    let all = jsonschema::validator_for(&json(&["content", "schema"])).unwrap();
    let mut kinds = BTreeSet::new();
    for (kind, path) in files() {
        let validator = jsonschema::validator_for(&json(&["content", "schema", &kind])).unwrap();
        let file = read(&path);
        let faults: Vec<String> =
            validator.iter_errors(&file).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert_eq!(faults, [""; 0], "{}", path.display());
        assert!(all.is_valid(&file), "{}", path.display());
        kinds.insert(kind);
    }
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    let expected = "advice application countries examples find hearing interface office pathways process programme \
                    questions texts";
    assert_eq!(kinds.join(" "), expected);
}

/// A schema that takes anything would hold nothing.
#[test]
fn a_key_that_is_written_wrong_anywhere_is_refused() {
    for kind in "advice application countries examples find hearing interface office pathways process programme \
                 questions"
        .split(' ')
    {
        let validator = jsonschema::validator_for(&json(&["content", "schema", kind])).unwrap();
        let mut tried = BTreeSet::new();
        for (_, path) in files().into_iter().filter(|(of, _)| of == kind) {
            let file = read(&path);
            let mut found = Vec::new();
            keys(&file, "", kind, &mut found);
            for (at, key, place) in found {
                if !tried.insert(place.clone()) {
                    continue;
                }
                for wrong in [format!("{key}x"), format!("x{key}"), key.to_uppercase()] {
                    let mut changed = file.clone();
                    renamed(changed.pointer_mut(&at).unwrap().as_object_mut().unwrap(), &key, &wrong);
                    assert!(!validator.is_valid(&changed), "{kind}: {place} as {wrong}");
                }
            }
        }
        assert!(tried.len() >= 2, "{kind}: {tried:?}");
    }
}

#[test]
fn a_value_of_a_wrong_kind_is_refused() {
    for (kind, at, wrong) in [
        ("programme", "/hold_days", Value::from("7")),
        ("programme", "/language/0/state", "good".into()),
        ("programme", "/source/0/read", "2026".into()),
        ("programme", "/name", "Safe Mobility".into()),
        ("office", "/requirement/0/rule", "yes".into()),
        ("office", "/requirement/0/id", "a b".into()),
        ("questions", "/question/0/kind", "colour".into()),
        ("process", "/step/0/certainty", "sure".into()),
        ("countries", "/country/0/also", "x".into()),
        ("interface", "/words/yes", "yes".into()),
        ("texts", "/questions", 1.into()),
    ] {
        let validator = jsonschema::validator_for(&json(&["content", "schema", kind])).unwrap();
        let mut file = files().into_iter().find(|(of, _)| of == kind).map(|(_, path)| read(&path)).unwrap();
        assert!(validator.is_valid(&file));
        let (table, key) = at.rsplit_once('/').unwrap();
        file.pointer_mut(table).unwrap().as_object_mut().unwrap().insert(key.to_owned(), wrong);
        assert!(!validator.is_valid(&file), "{kind}{at}");
    }
}

#[test]
fn one_kind_alone_has_what_it_needs_and_no_more() {
    let one = json(&["content", "schema", "find.toml"]);
    let names: Vec<&str> = one["$defs"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!((names, &one["$ref"]), (vec!["find", "Find"], &Value::from("#/$defs/find")));
    let output = smo(&["content", "schema", "offices"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.starts_with(
            "error: there is no kind of file \"offices\" (did you mean office?); the kinds are programme, "
        )
    );
    assert_eq!(output.status.code(), Some(2));
}
