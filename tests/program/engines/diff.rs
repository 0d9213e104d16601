//! What `smo content diff` says of a change, and of whom, held against z3: an engine that searches in a way of its own.

use chrono::NaiveDate;
use serde_json::{Value as Json, json};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use tempfile::TempDir;
use toml::{Table, Value, value::Datetime};

use super::script;
use crate::cli::run::smo;
use smo_desk::content::export;

const BOUNDARIES: [&str; 4] = ["on_or_before", "before", "on_or_after", "after"];

/// A value as a table of one key.
fn under(key: &str, value: Value) -> Value {
    Value::Table(Table::from_iter([(key.to_owned(), value)]))
}

/// A rule changed a little, in every way.
fn changes(rule: &Value) -> Vec<Value> {
    let table = rule.as_table().unwrap();
    let (kind, body) = table.iter().next().unwrap();
    let mut all = vec![under("not", rule.clone())];
    // The same for everybody, and written differently.
    all.push(under("not", under("not", rule.clone())));
    all.push(under("any", Value::Array(vec![rule.clone(), rule.clone()])));
    match body {
        Value::Array(rules) => all.extend(changed_list(kind, rules)),
        Value::Table(inner) if kind == "not" => {
            all.extend(changes(body).into_iter().map(|one| under("not", one)));
            all.push(Value::Table(inner.clone()));
        }
        Value::Table(test) => {
            all.extend(changed_test(test).into_iter().map(|test| under(kind, Value::Table(test))));
            let others = BOUNDARIES.iter().filter(|other| BOUNDARIES.contains(&kind.as_str()) && *other != kind);
            all.extend(others.map(|other| under(other, body.clone())));
        }
        _ => {}
    }
    all
}

fn changed_list(kind: &str, rules: &[Value]) -> Vec<Value> {
    let other = if kind == "all" { "any" } else { "all" };
    let mut all = vec![under(other, Value::Array(rules.to_vec()))];
    for (at, rule) in rules.iter().enumerate() {
        let mut fewer = rules.to_vec();
        fewer.remove(at);
        all.push(under(kind, Value::Array(fewer)));
        for changed in changes(rule) {
            let mut with = rules.to_vec();
            with[at] = changed;
            all.push(under(kind, Value::Array(with)));
        }
    }
    all
}

/// A test with one value fewer or more, or a bound moved by one.
fn changed_test(test: &Table) -> Vec<Table> {
    let mut all = Vec::new();
    let mut with = |key: &str, value: Value| {
        let mut changed = test.clone();
        changed.insert(key.to_owned(), value);
        all.push(changed);
    };
    for (key, value) in test {
        match value {
            Value::Array(values) => {
                for at in 0..values.len() {
                    let mut fewer = values.clone();
                    fewer.remove(at);
                    with(key, Value::Array(fewer));
                }
                with(key, Value::Array(values.iter().cloned().chain([Value::from("BR")]).collect()));
            }
            Value::Datetime(day) => {
                let day: NaiveDate = day.to_string().parse().unwrap();
                for near in [day.pred_opt(), day.succ_opt()] {
                    with(key, Value::Datetime(Datetime::from_str(&near.unwrap().to_string()).unwrap()));
                }
            }
            Value::Integer(number) => [number - 1, number + 1].into_iter().for_each(|n| with(key, Value::from(n))),
            _ => {}
        }
    }
    all
}

fn plain_words() -> Value {
    Value::Table(["en", "es", "ht"].map(|lang| (lang.to_owned(), Value::from("It is so"))).into_iter().collect())
}

/// Every change of one rule of an office's file. Texts name the days of their rule: they name none where it changes.
fn variants(office: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    match office {
        Value::Table(table) => {
            for (key, value) in table {
                let changed = if key == "rule" { changes(value) } else { variants(value) };
                all.extend(changed.into_iter().map(|value| {
                    let mut with = table.clone();
                    with.insert(key.clone(), value);
                    if key == "rule" {
                        for text in ["text", "short"].into_iter().filter(|text| table.contains_key(*text)) {
                            with.insert(text.to_owned(), plain_words());
                        }
                    }
                    Value::Table(with)
                }));
            }
        }
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                all.extend(variants(value).into_iter().map(|value| {
                    let mut with = values.clone();
                    with[at] = value;
                    Value::Array(with)
                }));
            }
        }
        _ => {}
    }
    all
}

fn json(args: &[&str]) -> Json {
    serde_json::from_slice(&smo(args).assert().success().get_output().stdout).unwrap()
}

/// A copy of the files of a folder, one of them another one.
fn with_file(from: &Path, name: &Path, text: &str) -> TempDir {
    let to = TempDir::new().unwrap();
    fs::create_dir(to.path().join("offices")).unwrap();
    for folder in ["", "offices"] {
        for file in fs::read_dir(from.join(folder)).unwrap().map(Result::unwrap).filter(|file| file.path().is_file()) {
            fs::copy(file.path(), to.path().join(folder).join(file.file_name())).unwrap();
        }
    }
    fs::write(to.path().join("offices").join(name), text).unwrap();
    // Its examples are those of the rules as they were.
    fs::remove_file(to.path().join("examples.toml")).unwrap();
    to
}

fn assert_diff_finds_whom_z3_finds(folder: &Path) {
    let before = folder.display().to_string();
    let rules = |folder: &str| json(&["--content", folder, "rules", "--format", "json"])["offices"].clone();
    let (questions, own) = (json(&["--content", &before, "questions", "--json"])["questions"].clone(), rules(&before));
    let (mut lines, mut tried, mut refused) = (String::new(), 0, 0);
    for file in fs::read_dir(folder.join("offices")).unwrap().map(Result::unwrap) {
        let office: Table = fs::read_to_string(file.path()).unwrap().parse().unwrap();
        for variant in variants(&Value::Table(office)) {
            tried += 1;
            let name = PathBuf::from(file.file_name());
            let changed = with_file(folder, &name, &toml::to_string(&variant).unwrap());
            let after = changed.path().display().to_string();
            // A list without a value, a rule that asks twice what it may not: no content, and nothing to compare.
            if !smo(&["content", "check", &after]).output().unwrap().status.success() {
                refused += 1;
                continue;
            }
            let told = json(&["content", "diff", &before, &after, "--json"]);
            let one = json!({
                "questions": questions, "before": own, "after": rules(&after), "differences": told["differences"],
            });
            writeln!(lines, "{one}").unwrap();
        }
    }
    assert!(refused * 3 < tried, "{refused} of {tried} changes are refused");
    let scratch = TempDir::new().unwrap();
    let file = scratch.path().join("changes.jsonl");
    fs::write(&file, lines).unwrap();
    let compared = String::from_utf8(script("z3_diff.py", &[&file])).unwrap();
    println!("{} changes; pairs of verdicts compared with z3, and those with somebody: {compared}", tried - refused);
}

#[test]
fn a_diff_names_somebody_for_whom_a_verdict_changes_exactly_where_z3_finds_one() {
    let folder = TempDir::new().unwrap();
    let content = folder.path().join("content");
    export(&content).unwrap();
    assert_diff_finds_whom_z3_finds(&content);
}

#[test]
fn so_it_does_where_rules_test_facts_several_times_and_sources_disagree() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/content/colombia-regularization");
    assert_diff_finds_whom_z3_finds(&content);
}
