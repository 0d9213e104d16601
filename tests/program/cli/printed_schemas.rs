//! Every JSON that the program prints against its schema: of both programmes, in every language, and of stored cases.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use smo_desk::case::{StoredAnswer, StoredMove};

use super::cases::State;
use super::parity::PERSONS;
use super::run::{TODAY, bare, json, smo};

/// What commands print by themselves, by the name of its schema.
const PRINTED: [(&str, &[&str]); 7] = [
    ("check", &["check", "--json"]),
    ("offices", &["offices", "--json"]),
    ("process", &["process", "--format", "json"]),
    ("questions", &["questions", "--json"]),
    ("requirements", &["requirements", "--json"]),
    ("rules", &["rules", "--format", "json"]),
    ("doctor", &["doctor", "--json"]),
];

/// Facts by which the second programme is tried: nobody, somebody who meets a permit, somebody who has one.
const OTHERS: [&str; 3] = [
    "",
    "country=CO nationality=VE custodian=yes child_ppt=2022 record=no judgement=no sanction=none own_ppt=no visa=no",
    "country=CO nationality=VE custodian=yes own_ppt=yes",
];

fn second() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/content/colombia-regularization").display().to_string()
}

/// What is printed, by the name of its schema: each command of both programmes in three languages.
fn printed() -> Vec<(&'static str, Value)> {
    let (second, mut all) = (second(), Vec::new());
    for lang in ["en", "es", "ht"] {
        for (content, persons) in [(&[][..], &PERSONS[..]), (&["--content", &second], &OTHERS)] {
            for (name, args) in PRINTED {
                let of = |facts: &str| {
                    let facts: Vec<&str> = facts.split_whitespace().collect();
                    let mut command = smo(&[args, content, &["--lang", lang], &facts].concat());
                    // Nothing is said of the cases of whoever runs the tests.
                    let output = command.env("XDG_STATE_HOME", "/dev/null/none").assert().success();
                    (name, serde_json::from_slice(&output.get_output().stdout).unwrap())
                };
                let persons = if name == "check" { persons } else { &[""] };
                all.extend(persons.iter().map(|facts| of(facts)));
            }
        }
    }
    all
}

/// The same of stored cases: one that is kept and waits, one that is not, one that is damaged; one is open.
fn of_cases() -> Vec<(&'static str, Value)> {
    let state = State::new();
    let step = |step: &str, day: &str| StoredMove { step: step.to_owned(), date: day.parse().unwrap() };
    let open = state.save("country=CO nationality=VE arrived=2019 adult=yes", &["adult"], |record| {
        record.kept = true;
        record.place = vec![step("application", "2026-04-01"), step("screening", "2026-05-03")];
        record.items = vec!["email".to_owned()];
        record.parked =
            vec![StoredAnswer { country: Some("EC".to_owned()), fact: "arrived".to_owned(), value: "2020".to_owned() }];
        record.unread = vec![StoredAnswer { country: None, fact: "gone".to_owned(), value: "yes".to_owned() }];
    });
    state.code("country=CR nationality=NI");
    fs::write(state.path("K7Q2.json"), "{").unwrap();
    let run = |args: &[&str]| {
        let output = state.smo(args).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let read = |text: &str| serde_json::from_str(text).unwrap();
    let lines = run(&["export"]);
    let process = smo(&["process", "--format", "json", "--case", open.code().as_str()])
        .env("XDG_STATE_HOME", state.place.path())
        .output()
        .unwrap();
    let mut all = vec![
        ("cases-list", read(&run(&["list", "--json"]))),
        ("cases-due", read(&run(&["due", "--format", "json"]))),
        ("process", serde_json::from_slice(&process.stdout).unwrap()),
    ];
    all.extend(lines.lines().map(|line| ("cases-export", read(line))));
    assert_eq!(lines.lines().count(), 3, "{lines}");
    all
}

fn validator(name: &str) -> jsonschema::Validator {
    jsonschema::validator_for(&json(&["content", "schema", &format!("{name}.json")])).unwrap()
}

#[test]
fn all_that_is_printed_is_as_its_schema_says() {
    let mut seen = BTreeSet::new();
    for (name, printed) in printed().into_iter().chain(of_cases()) {
        let validator = validator(name);
        let faults: Vec<String> =
            validator.iter_errors(&printed).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert_eq!(faults, [""; 0], "{name}");
        seen.insert(name);
    }
    let output = bare(&["doctor", "--host", "--json", "--as-of", TODAY]).output().unwrap();
    assert!(validator("doctor").is_valid(&serde_json::from_slice(&output.stdout).unwrap()));
    assert_eq!(seen.len(), 10, "{seen:?}");
}

/// Every object in some JSON: where it stands, and its keys.
fn objects(value: &Value, at: &str, found: &mut Vec<(String, Vec<String>)>) {
    match value {
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(number, one)| objects(one, &format!("{at}/{number}"), found));
        }
        Value::Object(table) => {
            found.push((at.to_owned(), table.keys().cloned().collect()));
            table.iter().for_each(|(key, one)| objects(one, &format!("{at}/{key}"), found));
        }
        _ => {}
    }
}

/// A schema that takes anything would hold nothing: a key of another name, and a value of another kind.
#[test]
fn what_is_not_documented_is_refused() {
    let mut tried = BTreeSet::new();
    for (name, printed) in printed().into_iter().chain(of_cases()) {
        let validator = validator(name);
        let mut found = Vec::new();
        objects(&printed, "", &mut found);
        for (at, keys) in found {
            let place: String =
                at.split('/').filter(|part| part.parse::<usize>().is_err()).collect::<Vec<_>>().join("/");
            for key in keys.into_iter().filter(|key| tried.insert(format!("{name}{place}/{key}"))) {
                let changed = |change: &dyn Fn(&mut serde_json::Map<String, Value>)| {
                    let mut changed = printed.clone();
                    change(changed.pointer_mut(&at).unwrap().as_object_mut().unwrap());
                    changed
                };
                let renamed = changed(&|table| {
                    let value = table.remove(&key).unwrap();
                    table.insert(format!("{key}_"), value);
                });
                assert!(!validator.is_valid(&renamed), "{name}{at}: {key} by another name");
                let other = changed(&|table| drop(table.insert(key.clone(), Value::from(1.5))));
                assert!(!validator.is_valid(&other), "{name}{at}: {key} is no number with a fraction");
            }
        }
    }
    assert!(tried.len() > 200, "{}", tried.len());
}

/// Each is there under the name that the page of the content gives, and no other name is.
#[test]
fn every_schema_is_a_schema() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/content.md")).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names: BTreeSet<String> =
        names.filter_map(|name| name.strip_suffix(".schema.json").map(str::to_owned)).collect();
    for name in names.iter().filter(|name| *name != "content") {
        let schema = json(&["content", "schema", &format!("{name}.json")]);
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        assert!(schema["title"].as_str().is_some_and(|title| title.ends_with(", format 1")), "{name}");
        assert!(page.contains(&format!("`{name}.json`")) || page.contains(&format!("schema {name}.json`")), "{name}");
    }
    assert_eq!(names.len(), 14, "{names:?}");
}
