//! The rules in other engines: the same people come to the same everywhere. Needs `python3` with the packages `duckdb`,
//! `sqlglot`, `pyxform` and `z3-solver`, Java, `PostgreSQL`, and `node` with the packages of the form's engine, as `.ci/run` installs
//! them: `--features engines`.

mod diff;
mod form;

use proptest::bool::weighted;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use smo_desk::content::{Content, FactKind, Question, export};
use smo_desk::rules::{Answers, Interval, StatedDate, Value, Verdict, assess, parse_facts};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use crate::cli::run::{TODAY, smo};
use crate::play::people::values;

/// How many people are drawn for each programme; `ENGINE_PEOPLE` draws more.
fn count() -> usize {
    std::env::var("ENGINE_PEOPLE").map_or(2000, |text| text.parse().expect("a number"))
}

/// What an engine says of a person and an office: verdict, not met, missing.
type Told = BTreeMap<(usize, String), [String; 3]>;

struct Programme {
    content: Arc<Content>,
    /// The arguments that choose it.
    args: Vec<String>,
}

fn first() -> Programme {
    let content = Arc::new(Content::embedded().unwrap());
    Programme { content: content.in_force(TODAY.parse().unwrap()), args: Vec::new() }
}

/// One in whose rules facts are tested several times.
fn second() -> Programme {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/content/colombia-regularization");
    let second =
        Arc::new(Content::from_folder(&folder).unwrap_or_else(|problems| panic!("{}", problems.render(false))));
    let args = vec!["--content".to_owned(), folder.display().to_string()];
    Programme { content: second.in_force(TODAY.parse().unwrap()), args }
}

/// The first one with a rule whose day differs by nationality, in a folder.
fn third(folder: &Path) -> Programme {
    export(folder).unwrap();
    let path = folder.join("offices/guatemala.toml");
    let rules = std::fs::read_to_string(&path).unwrap();
    let (day, days) = (
        "fact = \"arrived\", date = 2024-07-16",
        "fact = \"arrived\", by = \"nationality\", dates = { GT = 2024-07-16, SV = 2020-06-01, HN = 2020-06-01, CU = 2022-01-01 }",
    );
    assert!(rules.contains(day));
    std::fs::write(&path, rules.replace(day, days).replace("{date}", "its day")).unwrap();
    let third = Arc::new(Content::from_folder(folder).unwrap_or_else(|problems| panic!("{}", problems.render(false))));
    let args = vec!["--content".to_owned(), folder.display().to_string()];
    Programme { content: third.in_force(TODAY.parse().unwrap()), args }
}

/// The same people in every run.
fn people(content: &Content) -> Vec<Vec<String>> {
    let one: Vec<_> = content.questions.iter().map(|question| select(values(content, question))).collect();
    // Few people drawn at random come near to a minimum: the others are example people with some answers changed.
    let base = |facts: &Vec<String>| {
        let given: Vec<(&str, &str)> = facts.iter().filter_map(|fact| fact.split_once('=')).collect();
        let of =
            |question: &Arc<Question>| given.iter().find(|(id, _)| **id == *question.id).map_or("", |(_, text)| text);
        content.questions.iter().map(|question| of(question).to_owned()).collect::<Vec<String>>()
    };
    let bases: Vec<Vec<String>> = content.examples.iter().map(|example| base(&example.facts)).collect();
    let changes = proptest::collection::vec(weighted(0.15), content.questions.len());
    let near = (select(bases), one.clone(), changes).prop_map(|(base, other, changes)| {
        let pick = |((base, other), is_changed): ((String, String), bool)| if is_changed { other } else { base };
        base.into_iter().zip(other).zip(changes).map(pick).collect()
    });
    let all = prop_oneof![1 => one.clone(), 2 => near];
    let mut runner = TestRunner::deterministic();
    (0..count()).map(|_| all.new_tree(&mut runner).unwrap().current()).collect()
}

fn answers(content: &Content, person: &[String]) -> Answers {
    let given = content.questions.iter().zip(person).filter(|(_, text)| !text.is_empty());
    let facts: Vec<String> = given.map(|(question, text)| format!("{}={text}", question.id)).collect();
    parse_facts(content, &facts, TODAY.parse().unwrap()).unwrap()
}

/// What the desk itself says.
fn by_the_desk(content: &Content, all: &[Answers]) -> Told {
    let mut told = Told::new();
    for (at, answers) in all.iter().enumerate() {
        for found in assess(content, answers).offices {
            let failed = found.requirements.iter().filter(|one| one.applies && one.verdict == Verdict::NotMet);
            let failed: Vec<&str> = failed.map(|one| &*one.requirement.id).collect();
            let missing: Vec<&str> = found.missing.iter().map(|one| &*one.id).collect();
            let says = [<&str>::from(found.verdict).to_owned(), failed.join(";"), missing.join(";")];
            told.insert((at, found.office.id.to_string()), says);
        }
    }
    told
}

/// A person as the columns of the query: days as the first and the last possible one.
fn cells(question: &Question, answers: &Answers) -> Vec<(String, String)> {
    let column = |suffix: &str, text: String| (format!("{}{suffix}", question.id), text);
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let value = answers.value(&question.id);
    match question.kind {
        FactKind::Date | FactKind::DateOrNo => {
            let days = match value {
                Some(Value::Date(Interval { stated: StatedDate::Always, .. })) => {
                    [String::new(), "0001-01-01".to_owned()]
                }
                Some(Value::Date(days)) => [day(days.earliest), day(days.latest)],
                _ => [String::new(), String::new()],
            };
            let [first, last] = days;
            let mut all = vec![column("_first", first), column("_last", last)];
            if question.kind == FactKind::DateOrNo {
                let never = value.map(|value| (*value == Value::No).to_string());
                all.push(column("_never", never.unwrap_or_default()));
            }
            all
        }
        FactKind::YesNo => {
            let text = value.map(|value| (*value == Value::YesNo(true)).to_string());
            vec![column("", text.unwrap_or_default())]
        }
        _ => vec![column("", value.map(ToString::to_string).unwrap_or_default())],
    }
}

fn table(content: &Content, all: &[Answers]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for (at, answers) in all.iter().enumerate() {
        let cells: Vec<(String, String)> = content.questions.iter().flat_map(|one| cells(one, answers)).collect();
        if at == 0 {
            writer.write_record(["id"].into_iter().chain(cells.iter().map(|(name, _)| name.as_str()))).unwrap();
        }
        let id = at.to_string();
        writer.write_record([id.as_str()].into_iter().chain(cells.iter().map(|(_, text)| text.as_str()))).unwrap();
    }
    writer.into_inner().unwrap()
}

fn told(csv: &[u8]) -> Told {
    let mut reader = csv::Reader::from_reader(csv);
    let row = |row: csv::StringRecord| {
        let key = (row[0].parse().unwrap(), row[1].to_owned());
        (key, [&row[2], &row[3], &row[4]].map(str::to_owned))
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

/// Runs a query over a table in an engine.
fn run(engine: &str, query: &Path, people: &Path) -> Vec<u8> {
    script("engines.py", &[Path::new(engine), query, people])
}

fn script(name: &str, args: &[&Path]) -> Vec<u8> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    let python = std::env::var("ENGINE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let output = Command::new(python).arg(script).args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn query(programme: &Programme, folder: &Path, dialect: &str) -> PathBuf {
    let file = folder.join(format!("{dialect}.sql"));
    let args: Vec<&str> = programme.args.iter().map(String::as_str).collect();
    let path = file.display().to_string();
    let ours = ["rules", "--format", "sql", "--dialect", dialect, "-o", &path];
    smo(&[&args[..], &ours].concat()).assert().success();
    file
}

fn assert_same(engine: &str, desk: &Told, engine_told: &Told) {
    assert_eq!(desk.len(), engine_told.len(), "{engine}");
    for (key, told) in desk {
        assert_eq!(told, &engine_told[key], "{engine}: {key:?}");
    }
}

/// `smo batch` on what the people said, row by row the office of their country.
fn assert_batch_tells_the_same(programme: &Programme, folder: &Path, everybody: &[Vec<String>], desk: &Told) {
    let (from, to) = (folder.join("said.csv"), folder.join("checked.csv"));
    let mut writer = csv::Writer::from_path(&from).unwrap();
    writer.write_record(["id"].into_iter().chain(programme.content.questions.iter().map(|one| &*one.id))).unwrap();
    for (at, person) in everybody.iter().enumerate() {
        writer.write_record([at.to_string()].iter().chain(person)).unwrap();
    }
    drop(writer);
    let paths = [from, to].map(|path| path.display().to_string());
    let args: Vec<&str> = programme.args.iter().map(String::as_str).collect();
    smo(&[&args[..], &["batch", &paths[0], "-o", &paths[1]]].concat()).assert().success();
    let mut reader = csv::Reader::from_path(&paths[1]).unwrap();
    let first = programme.content.questions.len() + 1;
    let mut people = std::collections::BTreeSet::new();
    for row in reader.records().map(Result::unwrap) {
        let at: usize = row[0].parse().unwrap();
        people.insert(at);
        let told = [1, 2, 3].map(|cell| row[first + cell].to_owned());
        if !row[first].is_empty() {
            assert_eq!(told, desk[&(at, row[first].to_owned())], "batch: {at}");
        }
    }
    assert_eq!(people.len(), everybody.len());
}

#[test]
fn every_engine_tells_everybody_the_same() {
    assert_engines_tell_the_same(&first());
}

#[test]
fn every_engine_tells_the_same_of_another_programme() {
    assert_engines_tell_the_same(&second());
}

#[test]
fn every_engine_tells_the_same_where_days_differ_by_nationality() {
    let folder = tempfile::tempdir().unwrap();
    assert_engines_tell_the_same(&third(folder.path()));
}

fn assert_engines_tell_the_same(programme: &Programme) {
    let folder = tempfile::tempdir().unwrap();
    let everybody = people(&programme.content);
    let all: Vec<Answers> = everybody.iter().map(|one| answers(&programme.content, one)).collect();
    let desk = by_the_desk(&programme.content, &all);
    let verdicts: std::collections::BTreeSet<&str> = desk.values().map(|told| told[0].as_str()).collect();
    assert_eq!(verdicts.len(), 3, "people of every verdict are drawn");
    let file = folder.path().join("people.csv");
    std::fs::write(&file, table(&programme.content, &all)).unwrap();
    for engine in ["duckdb", "sqlite", "postgres"] {
        let out = run(engine, &query(programme, folder.path(), engine), &file);
        assert_same(engine, &desk, &told(&out));
    }
    assert_batch_tells_the_same(programme, folder.path(), &everybody, &desk);
    // Spark itself is not installed: what is written for it is read by a parser of its dialect.
    run("spark", &query(programme, folder.path(), "spark"), &file);
    println!("{} people, {} verdicts, the same in every engine", all.len(), desk.len());
}
