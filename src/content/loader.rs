//! From the shapes of the files to their meaning, with every check on the way.
//!
//! [`Loader`] goes from file to file. It knows the file that it is in, what earlier files have defined, and what is
//! wrong so far; a record that has a problem is left out, and references to it are not reported again.

mod advice;
mod application;
mod countries;
mod dates;
mod file;
mod form;
mod graph;
mod interface;
mod literal;
mod names;
mod offices;
mod pathways;
mod process;
mod programme;
mod questions;
mod rules;
mod shape;
mod statement;
mod text;
mod text_files;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::catalog::Catalog;
use super::files::{Files, Hash};
use super::model::{Actor, Advice, Country, Notice, Office, Pathway, Question, Source, Track};
use super::problem::{MOST_SHOWN, Problem, Problems};
use super::text::{Id, Language, Text};
use super::{Content, ProcessModel};
use crate::text::suggest;
use application::Application;
use programme::Programme;
use text_files::TextFile;

/// Loads content: every file once, in an order in which references resolve.
pub(super) fn load(files: &Files) -> Result<Content, Problems> {
    let names = files.names();
    let mut loader = Loader::default();
    loader.text_files(files, &names);
    let Some(mut own) = loader.programme(files) else { return Err(loader.give_up(files)) };
    let catalog = loader.interface(files);
    loader.countries(files);
    loader.questions(files);
    let parts = Parts {
        catalog,
        advice: loader.advice(files),
        offices: loader.offices(files, &names),
        process: loader.process(files),
        pathways: loader.pathways(files),
        application: loader.application(files),
    };
    loader.help_lines(std::mem::take(&mut own.help_lines));
    loader.unused_questions();
    loader.unknown_files(&names);
    loader.unused_text_files();
    if !loader.problems.is_empty() {
        return Err(loader.give_up(files));
    }
    let (Some(name), Some(guide)) = (own.name.take(), own.guide.take()) else { return Err(loader.give_up(files)) };
    Ok(loader.finish(own, name, guide, parts))
}

/// What the files after `questions.toml` say, and the program's own words.
struct Parts {
    catalog: Catalog,
    advice: Vec<Advice>,
    offices: Vec<Arc<Office>>,
    process: ProcessModel,
    pathways: Vec<Pathway>,
    application: Application,
}

/// Where an id was given.
#[derive(Debug, Clone)]
struct Place {
    file: String,
    span: Range<usize>,
}

/// The state of a load.
#[derive(Default)]
struct Loader {
    file: String,
    /// Its name without folder and ending: the first part of the addresses of its texts.
    stem: String,
    source: Arc<str>,
    problems: Vec<Problem>,
    /// Files of which a part could not be read, so that what they define is not fully known.
    broken: BTreeSet<String>,
    /// All ids given, by scope (`FILE.KIND`), also those of records that have a problem.
    ids: BTreeMap<String, BTreeMap<String, Place>>,
    hashes: Vec<(String, u64)>,
    languages: Vec<Language>,
    text_files: BTreeMap<String, TextFile>,
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
    used: BTreeSet<Id>,
    /// Whether rules are missing that may use a question.
    rules_lost: bool,
    /// The tests of the office being raised, and where they stand.
    facts: Vec<(Id, Range<usize>)>,
}

impl Loader {
    /// Notes a problem at a place of the file being raised.
    fn problem(&mut self, span: Range<usize>, message: impl Into<String>, label: &str, help: impl Into<String>) {
        let problem = Problem::at(self.file.clone(), span, message).label(label).help(help);
        self.problems.push(problem);
    }

    /// Help for a name that is none of the known ones; none once there are more problems than are shown.
    fn suggest<'a>(&self, name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<String> {
        if self.problems.len() < MOST_SHOWN { suggest(name, known) } else { None }
    }

    fn finish(self, own: Programme, name: Text, guide: Arc<Source>, parts: Parts) -> Content {
        Content {
            id: own.id,
            name,
            languages: self.languages,
            guide,
            hold_days: own.hold_days,
            sources: self.sources,
            notices: self.notices,
            statements: own.statements,
            aspects: own.aspects,
            help_lines: self.lines,
            codes: self.codes,
            countries: self.countries,
            questions: self.questions,
            advice: parts.advice,
            offices: parts.offices,
            process: parts.process,
            pathways: parts.pathways,
            items: parts.application.items,
            relations: parts.application.relations,
            catalog: parts.catalog,
            texts: self.texts,
            check_code: check_code(self.hashes),
        }
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
