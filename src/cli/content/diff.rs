//! `smo content diff`: what changed between two contents, and for whom.

mod cases;
mod changes;
mod plain;

use chrono::NaiveDate;
use serde::Serialize;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use crate::cli::error::{CommandError, Printed};
use crate::cli::json;
use crate::cli::session;
use crate::content::compare::compared;
use crate::content::{Content, Lang};
use crate::proof::{RuleChange, Subject, VerdictChange, differences};
use crate::rules::Verdict;
use crate::wording::Phrases;
use cases::Replayed;
use changes::{ChangeData, TextData};

/// What is asked of a comparison besides the folders.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// The day on which the rules of both are taken.
    pub(super) day: NaiveDate,
    /// Whether stored cases are tried under both.
    pub(super) cases: bool,
    pub(super) json: bool,
    pub(super) ascii: bool,
}

#[derive(Serialize)]
struct Report {
    format: u32,
    differences: Vec<DifferenceData>,
    changes: Vec<ChangeData>,
    texts: Vec<TextData>,
    /// `null` where they are not asked for.
    cases: Option<Replayed>,
}

#[derive(Serialize)]
struct DifferenceData {
    of: String,
    change: &'static str,
    rules: Vec<RuleData>,
    people: Vec<PersonData>,
}

#[derive(Serialize)]
struct RuleData {
    id: String,
    before: Option<String>,
    after: Option<String>,
}

#[derive(Serialize)]
struct PersonData {
    person: String,
    before: Verdict,
    after: Verdict,
}

/// Compares two contents, in the words of their default languages.
pub(super) fn run(folders: [&Path; 2], wanted: Wanted) -> Result<Printed, CommandError> {
    let [a, b] = folders.map(|folder| session::load(Some(folder)));
    let [a, b] = [a?, b?].map(|content| Arc::new(content).in_force(wanted.day));
    let found = compared(folders, [&a, &b]).map_err(|problems| CommandError::Content(problems.render(false)))?;
    let report = Report {
        format: 1,
        differences: differences(&a, &b).into_iter().map(|one| data(&a, &b, &one.of, one.change)).collect(),
        changes: found.changes.iter().map(ChangeData::of).collect(),
        texts: found.texts.into_iter().map(TextData::of).collect(),
        cases: if wanted.cases { Some(cases::replayed([&a, &b])?) } else { None },
    };
    if wanted.json {
        return Ok(json::written(&report, wanted.ascii)?.into());
    }
    let mut text = String::new();
    for one in &report.differences {
        write_one(&mut text, one);
    }
    let language = b.languages.first().map_or("", |language| &*language.id);
    changes::write(&mut text, &found.changes, language);
    changes::write_texts(&mut text, &report.texts);
    if text.is_empty() {
        text.push_str("nothing differs\n");
    }
    if let Some(cases) = &report.cases {
        cases.write(&mut text);
    }
    Ok(text.into())
}

fn data(a: &Content, b: &Content, of: &Subject, change: RuleChange) -> DifferenceData {
    let rule = |of: &Subject| RuleData { id: of.id().to_owned(), before: words(a, of), after: words(b, of) };
    let rules = |all: Vec<Subject>| all.iter().map(rule).collect();
    let (change, rules, people) = match change {
        RuleChange::Added => ("new", Vec::new(), Vec::new()),
        RuleChange::Removed => ("gone", Vec::new(), Vec::new()),
        RuleChange::SameForAll(written) => ("written differently, the same for everybody", rules(written), Vec::new()),
        RuleChange::Differs(written, effects) => (DIFFERS, rules(written), effects.iter().map(person).collect()),
    };
    DifferenceData { of: of.to_string(), change, rules, people }
}

fn person(effect: &VerdictChange) -> PersonData {
    PersonData { person: effect.witness.to_string(), before: effect.before, after: effect.after }
}

/// A rule in the words of a content; nothing where it has none of that id.
fn words(content: &Content, of: &Subject) -> Option<String> {
    let phrases = Phrases::new(content, Lang::default());
    match of {
        Subject::Requirement(id) => {
            let mut all = content.offices.iter().flat_map(|office| &office.requirements);
            all.find(|one| one.id == *id).map(|one| phrases.requirement(one))
        }
        Subject::Pathway(id) => {
            let found = content.pathways.iter().find(|one| one.id == *id);
            found.map(|one| one.text.get(Lang::default()).to_owned())
        }
        Subject::Advice(id) => {
            let found = content.advice.iter().find(|one| one.id == *id);
            found.map(|one| one.text.get(Lang::default()).to_owned())
        }
        Subject::Office(_) => None,
    }
}

/// What became of rules that come to something else for somebody.
const DIFFERS: &str = "differs";

fn write_one(text: &mut String, one: &DifferenceData) {
    let _ = writeln!(text, "{}: {}", one.of, one.change);
    for rule in &one.rules {
        let [before, after] = [&rule.before, &rule.after].map(|words| words.as_deref().unwrap_or("not stated"));
        let words = if before == after { before.to_owned() } else { format!("was \"{before}\", is \"{after}\"") };
        let _ = writeln!(text, "  {}: {words}", rule.id);
    }
    if one.change == DIFFERS && one.people.is_empty() {
        text.push_str("  nobody can be named: a question counts something else now\n");
    }
    for person in &one.people {
        let what = match (person.before, person.after) {
            (_, Verdict::Met) => "gains",
            (Verdict::Met, _) => "loses",
            (_, Verdict::Unclear) => "becomes undecided",
            (_, Verdict::NotMet) => "becomes decided",
        };
        let [before, after] = [person.before, person.after].map(<&str>::from);
        let _ = writeln!(text, "  {what}, {before} to {after}: {}", person.person);
    }
}
