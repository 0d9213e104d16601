//! From files to [`Content`], with every check on the way.
//!
//! [`Loader`] reads file after file. Each `Raw…` struct is the shape of a record exactly as it is written; unknown keys
//! are errors. `docs/content.md` is the reference for editors, and `tests/sources` compares the two. A record that has
//! a problem is left out, and references to it are not reported again.

mod advice;
mod application;
mod countries;
mod dates;
mod file;
mod hearing;
mod ids;
mod interface;
mod offices;
mod pathways;
mod process;
mod programme;
mod questions;
mod rules;
mod spec;
mod statement;
mod syntax;
mod text;
mod text_files;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::Content;
use super::files::{Files, Hash};
use super::problem::{MOST_SHOWN, Problem, Problems};
use super::text::Id;
use crate::text::suggest;
use ids::Declaration;
use text_files::TextFile;

/// Loads content: every file once, in an order in which references resolve.
pub(super) fn load(files: &Files) -> Result<Content, Problems> {
    let names = files.names();
    let mut loader = Loader::default();
    loader.text_files(files, &names);
    let Some(help_lines) = loader.programme(files) else { return Err(loader.problems(files)) };
    loader.interface(files);
    loader.countries(files);
    loader.hearing(files, &names);
    loader.questions(files);
    loader.advice(files);
    loader.offices(files, &names);
    loader.process(files);
    loader.pathways(files);
    loader.application(files);
    loader.help_lines(help_lines);
    loader.unused_questions();
    loader.unknown_files(&names);
    loader.unused_text_files();
    if loader.problems.is_empty() {
        loader.content.check_code = check_code(loader.hashes);
        Ok(loader.content)
    } else {
        Err(loader.problems(files))
    }
}

#[derive(Default)]
struct Loader {
    /// What is loaded so far.
    content: Content,
    problems: Vec<Problem>,
    /// The name of the current file.
    file: String,
    /// Its name without folder and ending: the first part of the addresses of its texts.
    stem: String,
    /// Its text.
    source: Arc<str>,
    /// Files of which a part could not be read, so that their ids are not all known.
    broken: BTreeSet<String>,
    /// Every declared id by scope (`FILE.KIND`), those of records with a problem included.
    ids: BTreeMap<String, BTreeMap<String, Declaration>>,
    hashes: Vec<(String, u64)>,
    text_files: BTreeMap<String, TextFile>,
    /// Month names in lower case, by language.
    months: Vec<Vec<String>>,
    /// The questions that something uses.
    used: BTreeSet<Id>,
    /// Whether rules are missing that may use a question.
    rules_lost: bool,
    /// The facts that the current office tests, and where.
    tested: Vec<(Id, Range<usize>)>,
}

impl Loader {
    /// Adds a problem at a place in the current file.
    fn problem(&mut self, span: Range<usize>, message: impl Into<String>, label: &str, help: impl Into<String>) {
        let problem = Problem::at(self.file.clone(), span, message).label(label).help(help);
        self.problems.push(problem);
    }

    /// Help for an unknown name; none once there are more problems than are shown.
    fn suggest<'a>(&self, name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<String> {
        if self.problems.len() < MOST_SHOWN { suggest(name, known) } else { None }
    }

    /// The problems, file by file and from top to bottom, with the texts of their files.
    fn problems(&mut self, files: &Files) -> Problems {
        let mut list = std::mem::take(&mut self.problems);
        let rank: BTreeMap<&str, usize> =
            self.hashes.iter().enumerate().map(|(rank, (name, _))| (name.as_str(), rank)).collect();
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
