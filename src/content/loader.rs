//! From files to [`Content`], with every check on the way.
//!
//! [`Loader`] reads file after file. Each `Raw…` struct is the shape of a record exactly as it is written; unknown keys
//! are errors. `docs/content.md` is the reference for editors, and `tests/sources` compares the two. A record that has
//! a problem is left out, and references to it are not reported again.

mod advice;
mod application;
mod cost;
mod countries;
mod cutoffs;
mod dates;
mod examples;
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
mod search;
mod statement;
mod syntax;
mod text;
mod text_files;
mod topics;
mod unseen;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::files::{Files, NO_BYTES, hash};
use super::problem::{MOST_SHOWN, Problem, Problems};
use super::translation::{Translatable, Translating};
use super::{Content, Id};
use toml::Spanned;

use crate::text::suggest;
use file::{EXAMPLES, FILES, Tree};
use ids::{Declaration, Ref};
use rules::RawRule;
use statement::{RawStatement, StatementRole};
use text::{RawOption, RawText, Spec};
use text_files::TextFile;

/// The keys of `programme.toml`.
const PROGRAMME: &str =
    "format id name default_language guide portal hold_days language source topic statement notice aspect help_line";

/// Loads content.
pub(super) fn load(files: &Files) -> Result<Content, Problems> {
    loaded(Loader::default(), files).map(|loader| loader.content)
}

/// Loads content for a translator: with each text by itself, and with the words of their file in place.
pub(super) fn load_translating(files: &Files, of: Translating) -> Result<(Content, Vec<Translatable>), Problems> {
    let loader = loaded(Loader { translating: Some(of), ..Loader::default() }, files)?;
    Ok((loader.content, loader.translating.map(|of| of.texts).unwrap_or_default()))
}

/// Every file once, in an order in which references resolve.
fn loaded(mut loader: Loader, files: &Files) -> Result<Loader, Problems> {
    loader.text_files(files);
    let Some(naming_countries) = loader.with_file(files, "programme.toml", PROGRAMME, Loader::programme) else {
        return Err(loader.problems(files));
    };
    loader.interface(files);
    loader.with_file(files, "countries.toml", "assigned country shown", Loader::countries);
    if files.has(hearing::FILE) {
        loader.with_file(files, hearing::FILE, hearing::KEYS, Loader::hearing);
    }
    loader.with_file(files, "questions.toml", "question", Loader::questions);
    loader.with_file(files, "advice.toml", "advice", Loader::advice);
    loader.offices(files);
    loader.with_file(files, "process.toml", "actor track step waits_later", Loader::process);
    loader.with_file(files, "pathways.toml", "pathway", Loader::pathways);
    loader.with_file(files, "application.toml", "item relation", Loader::application);
    loader.answers_heard();
    loader.naming_countries(naming_countries);
    if files.has(search::FILE) {
        loader.with_file(files, search::FILE, "find", Loader::search_words);
    }
    if files.names().any(|name| name == EXAMPLES) {
        loader.with_file(files, EXAMPLES, "example", Loader::examples);
        loader.hashes.retain(|(name, _)| name != EXAMPLES);
    }
    loader.unused_questions();
    loader.unknown_files(files);
    loader.unused_text_files();
    if loader.problems.is_empty() {
        loader.content.check_code = check_code(std::mem::take(&mut loader.hashes));
        Ok(loader)
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
    /// Whether it is one of the program, and not of the folder.
    is_lent: bool,
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
    /// The answers for which `hearing.toml` has words.
    answer_keys: Vec<Spanned<String>>,
    /// Whether rules are missing that may use a question.
    rules_lost: bool,
    /// The facts that the current office tests, and where.
    tested: Vec<(Id, Range<usize>)>,
    /// The language that is being translated.
    translating: Option<Translating>,
}

impl Loader {
    /// Adds a problem at a place in the current file.
    fn problem(&mut self, span: Range<usize>, message: impl Into<String>, label: &str, help: impl Into<String>) {
        self.problems.push(Problem::at(self.file.clone(), span, message).label(label).help(help));
    }

    /// Adds a problem of a file as a whole.
    fn of_file(&mut self, file: impl Into<String>, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(Problem::of_file(file, message).help(help));
    }

    /// Help for an unknown name; the given one where no known name helps, or more problems than are shown came before.
    fn suggest<'a>(&self, name: &str, known: impl Iterator<Item = &'a str> + Clone, otherwise: &str) -> String {
        let near = if self.problems.len() < MOST_SHOWN { suggest(name, known) } else { None };
        near.unwrap_or_else(|| otherwise.to_owned())
    }

    /// The problems, file by file and from top to bottom, with the texts of their files.
    fn problems(mut self, files: &Files) -> Problems {
        self.problems.sort_by_cached_key(|p| {
            let rank = self.hashes.iter().position(|(name, _)| *name == p.file && !name.starts_with("texts/"));
            (rank.unwrap_or(usize::MAX), p.file.clone(), p.span.as_ref().map(|s| s.start))
        });
        let shown: BTreeSet<&String> = self.problems.iter().filter(|p| p.span.is_some()).map(|p| &p.file).collect();
        let source = |name: &String| Some(String::from_utf8_lossy(&files.read(name)?.ok()?).into_owned());
        let sources = shown.into_iter().filter_map(|name| Some((name.clone(), source(name)?)));
        let po = self.translating.take().and_then(|of| of.po).map(|po| (po.name, po.source));
        Problems { sources: sources.chain(po).collect(), list: self.problems }
    }
}

/// A short hash over the names and bytes of all files, in the order of their names.
fn check_code(mut hashes: Vec<(String, u64)>) -> String {
    hashes.sort();
    let all = hashes
        .iter()
        .fold(NO_BYTES, |all, (name, bytes)| [name.as_bytes(), &[0], &bytes.to_le_bytes()].into_iter().fold(all, hash));
    format!("{:08x}", (all ^ (all >> 32)) & 0xffff_ffff)
}
