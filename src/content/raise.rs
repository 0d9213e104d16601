//! From the shapes of the files to their meaning, with every check on the way.
//!
//! [`Raise`] goes from file to file. It knows the file that it is in, what earlier files have defined, and what is
//! wrong so far; a record that has a problem is left out, and references to it are not reported again.

mod advice;
mod application;
mod countries;
mod dates;
mod file;
mod graph;
mod interface;
mod literal;
mod offices;
mod overlay;
mod pathways;
mod process;
mod programme;
mod questions;
mod rules;
mod shape;
mod statement;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::files::{Files, Hash};
use super::model::{Actor, Advice, Country, Item, Notice, Office, Pathway, Question, Source, Track};
use super::nearest::suggest;
use super::problem::{Problem, Problems};
use super::raw::Ref;
use super::text::{Id, Language, Text};
use super::{Content, ProcessModel};
use overlay::Overlay;

/// Loads content: every file once, in an order in which references resolve.
pub(super) fn load(files: &Files) -> Result<Content, Problems> {
    let names = files.names();
    let mut raise = Raise::default();
    raise.overlays(files, &names);
    let Some(own) = raise.programme(files) else { return Err(raise.give_up(files)) };
    let words = raise.interface(files);
    raise.countries(files);
    raise.questions(files);
    let advice: Vec<Advice> = raise.advice(files);
    let offices: Vec<Arc<Office>> = raise.offices(files, &names);
    let process: ProcessModel = raise.process(files);
    let pathways: Vec<Pathway> = raise.pathways(files);
    let items: Vec<Item> = raise.application(files);
    raise.help_lines(own.help_lines);
    raise.unused_questions();
    raise.unknown_files(&names);
    raise.unused_overlays();
    if !raise.problems.is_empty() {
        return Err(raise.give_up(files));
    }
    let (Some(name), Some(guide)) = (own.name, own.guide) else { return Err(raise.give_up(files)) };
    Ok(Content {
        id: own.id,
        name,
        languages: raise.languages,
        guide,
        hold_days: own.hold_days,
        sources: raise.sources,
        notices: raise.notices,
        statements: own.statements,
        aspects: own.aspects,
        help_lines: raise.lines,
        codes: raise.codes,
        countries: raise.countries,
        questions: raise.questions,
        advice,
        offices,
        process,
        pathways,
        items,
        words,
        check_code: check_code(raise.hashes),
        texts: raise.texts,
    })
}

/// Where an id was given.
#[derive(Debug, Clone)]
struct Place {
    file: String,
    span: Range<usize>,
}

/// The state of a load.
#[derive(Default)]
struct Raise {
    /// The file being raised.
    file: String,
    /// Its name without folder and ending: the first part of the addresses of its texts.
    stem: String,
    /// Its text.
    source: Arc<str>,
    problems: Vec<Problem>,
    /// Files of which a part could not be read, so that what they define is not fully known.
    broken: BTreeSet<String>,
    /// All ids given, by scope (`FILE.KIND`), also those of records that have a problem.
    ids: BTreeMap<String, BTreeMap<String, Place>>,
    hashes: Vec<(String, u64)>,
    languages: Vec<Language>,
    overlays: BTreeMap<String, Overlay>,
    texts: BTreeMap<Box<str>, Text>,
    /// Month names in lower case, by language: a literal date is known by them.
    months: Vec<Vec<String>>,
    sources: Vec<Arc<Source>>,
    notices: Vec<Arc<Notice>>,
    aspects: Vec<super::Aspect>,
    lines: Vec<super::HelpLine>,
    codes: Vec<Id>,
    countries: Vec<Arc<Country>>,
    questions: Vec<Arc<Question>>,
    actors: Vec<Arc<Actor>>,
    tracks: Vec<Arc<Track>>,
    /// Facts that some rule tests.
    used: BTreeSet<Id>,
    /// Whether rules are missing that may use a question.
    rules_lost: bool,
    /// The tests of the office being raised, and where they stand.
    facts: Vec<(Id, Range<usize>)>,
}

impl Raise {
    /// Notes a problem at a place of the file being raised.
    fn problem(&mut self, span: Range<usize>, message: impl Into<String>, label: &str, help: impl Into<String>) {
        let problem = Problem::at(self.file.clone(), span, message).label(label).help(help);
        self.problems.push(problem);
    }

    /// Registers an id; reports one that was given before, or has a form that addresses cannot carry.
    fn declare(&mut self, scope: &str, id: &str, span: &Range<usize>) {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if id.is_empty() || !id.chars().all(plain) {
            let message = format!("`{id}` cannot be an id");
            self.problem(span.clone(), message, "this id", "use the letters a to z, digits, `-` and `_`");
        }
        let place = Place { file: self.file.clone(), span: span.clone() };
        let Some(first) = self.ids.entry(scope.to_owned()).or_default().insert(id.to_owned(), place) else { return };
        let kind = scope.rsplit('.').next().unwrap_or(scope);
        let mut problem = Problem::at(self.file.clone(), span.clone(), format!("the {kind} `{id}` is there twice"));
        if first.file == self.file {
            problem.also = Some((first.span, "first given here".to_owned()));
            problem = problem.help("give one of them another id");
        } else {
            problem = problem.help(format!("the first one is in {}; give one of them another id", first.file));
        }
        self.problems.push(problem.label("given again here"));
    }

    /// Reports a reference that leads nowhere, unless its record is there and has a problem of its own.
    fn unknown(&mut self, what: &str, scope: &str, name: &Ref) {
        let id = name.get_ref();
        let home = scope.split('.').next().map(|stem| format!("{stem}.toml")).unwrap_or_default();
        let known = self.ids.get(scope);
        if self.broken.contains(&home) || known.is_some_and(|ids| ids.contains_key(id)) {
            return;
        }
        let help = known.and_then(|ids| suggest(id, ids.keys().map(String::as_str)));
        let help = help.unwrap_or_else(|| format!("define it in {home}"));
        self.problem(name.span(), format!("there is no {what} `{id}`"), &format!("unknown {what}"), help);
    }

    fn source(&mut self, name: &Ref) -> Option<Arc<Source>> {
        let found = self.sources.iter().find(|s| *s.id == **name.get_ref()).cloned();
        if found.is_none() {
            self.unknown("source", "programme.source", name);
        }
        found
    }

    fn noticed(&mut self, names: &[Ref]) -> Vec<Arc<Notice>> {
        let mut notices = Vec::new();
        for name in names {
            match self.notices.iter().find(|n| *n.statement.id == **name.get_ref()) {
                Some(notice) => notices.push(Arc::clone(notice)),
                None => self.unknown("notice", "programme.notice", name),
            }
        }
        notices
    }

    fn track(&mut self, name: &Ref) -> Option<Arc<Track>> {
        let found = self.tracks.iter().find(|t| *t.id == **name.get_ref()).cloned();
        if found.is_none() {
            self.unknown("track", "process.track", name);
        }
        found
    }

    fn actor(&mut self, name: &Ref) -> Option<Arc<Actor>> {
        let found = self.actors.iter().find(|a| *a.id == **name.get_ref()).cloned();
        if found.is_none() {
            self.unknown("actor", "process.actor", name);
        }
        found
    }

    fn country(&mut self, code: &Ref) -> Option<Arc<Country>> {
        let found = self.countries.iter().find(|c| *c.id == **code.get_ref()).cloned();
        if found.is_none() {
            self.unknown("country", "countries.country", code);
        }
        found
    }

    fn fact(&mut self, name: &Ref) -> Option<Arc<Question>> {
        let found = self.questions.iter().find(|q| *q.id == **name.get_ref()).cloned();
        if found.is_none() {
            self.unknown("fact", "questions.question", name);
        }
        // Another question may be meant; and one that has a problem of its own is not unused.
        self.rules_lost |= found.is_none();
        self.used.insert(name.get_ref().as_str().into());
        found
    }

    /// Sorts what is wrong, file by file and from top to bottom, and adds the sources.
    fn give_up(&mut self, files: &Files) -> Problems {
        let mut list = std::mem::take(&mut self.problems);
        let rank: BTreeMap<&str, usize> =
            self.hashes.iter().enumerate().map(|(place, (name, _))| (name.as_str(), place)).collect();
        list.sort_by_cached_key(|p| {
            let texts = p.file.starts_with("texts/");
            let rank = rank.get(p.file.as_str()).copied().filter(|_| !texts).unwrap_or(usize::MAX);
            (rank, p.file.clone(), p.span.as_ref().map(|s| s.start))
        });
        let mut sources = BTreeMap::new();
        for problem in list.iter().filter(|p| p.span.is_some()) {
            if sources.contains_key(&problem.file) {
                continue;
            }
            if let Some(Ok(bytes)) = files.read(&problem.file) {
                sources.insert(problem.file.clone(), String::from_utf8_lossy(&bytes).into_owned());
            }
        }
        Problems { list, sources }
    }
}

/// A short hash over the names and bytes of all files, in the order of their names.
fn check_code(mut hashes: Vec<(String, u64)>) -> String {
    hashes.sort();
    hashes
        .iter()
        .fold(Hash::new(), |hash, (name, bytes)| hash.add(name.as_bytes()).add(&[0]).add(&bytes.to_le_bytes()))
        .short()
}
