//! One file: its bytes, its syntax, its records.

use serde::de::DeserializeOwned;
use std::ops::Range;
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::super::files::{NO_BYTES, hash};
use super::{Files, Loader, Problem, Ref, hearing, search};

/// Files that every content folder has.
pub(super) const FILES: [&str; 8] = [
    "programme.toml",
    "interface.toml",
    "countries.toml",
    "questions.toml",
    "advice.toml",
    "process.toml",
    "pathways.toml",
    "application.toml",
];

/// The file of examples, which a folder can do without.
pub(super) const EXAMPLES: &str = "examples.toml";

/// A parsed file, from which records are taken one by one.
pub(super) struct Tree<'s> {
    pub(super) table: DeTable<'s>,
    /// Whether its syntax is right. If not, only its ids are used: the recovered values may be cut short.
    pub(super) whole: bool,
}

impl Loader {
    /// Parses a file and builds something from its tree; the default of it where the file cannot be read. `keys` are
    /// those of its top level, the kinds of its records included, with blanks between.
    pub(super) fn with_file<T: Default>(
        &mut self,
        files: &Files,
        name: &str,
        keys: &str,
        build: impl FnOnce(&mut Self, &mut Tree<'_>) -> T,
    ) -> T {
        let Some(source) = self.open(files, name) else { return T::default() };
        self.source = Arc::clone(&source);
        let mut tree = self.parse(&source);
        if tree.whole {
            self.refuse_unknown(&mut tree, keys);
        }
        let result = build(self, &mut tree);
        self.source = Arc::default();
        result
    }

    /// The text of a file, which becomes the current one.
    pub(super) fn open(&mut self, files: &Files, name: &str) -> Option<Arc<str>> {
        name.clone_into(&mut self.file);
        self.is_lent = files.is_lent(name);
        let stem = name.rsplit('/').next().unwrap_or(name);
        stem.strip_suffix(".toml").unwrap_or(stem).clone_into(&mut self.stem);
        let bytes = match files.read(name) {
            Some(Ok(bytes)) => bytes,
            Some(Err(reason)) => return self.unreadable(Problem::of_file(name, format!("this file {reason}"))),
            None => {
                let help = "every content folder has it: is this a content folder?";
                return self.unreadable(Problem::of_file(name, "this file is missing").help(help));
            }
        };
        self.hashes.push((name.to_owned(), hash(NO_BYTES, &bytes)));
        match std::str::from_utf8(&bytes) {
            Ok(text) => Some(Arc::from(text)),
            Err(error) => {
                let place = error.valid_up_to();
                let message = format!("this file is not UTF-8: byte {place} (counted from 0) is wrong");
                self.unreadable(Problem::of_file(name, message).help("save it as UTF-8 in the editor that wrote it"))
            }
        }
    }

    fn unreadable<T>(&mut self, problem: Problem) -> Option<T> {
        self.broken.insert(problem.file.clone());
        self.problems.push(problem);
        None
    }

    /// Parses the current file; reports every syntax error, and what is not seen.
    pub(super) fn parse<'s>(&mut self, source: &'s str) -> Tree<'s> {
        let (table, errors) = DeTable::parse_recoverable(source);
        let whole = errors.is_empty();
        if !whole {
            self.broken.insert(self.file.clone());
        }
        for error in errors {
            self.syntax(&error);
        }
        self.unseen(source, table.get_ref());
        Tree { table: table.into_inner(), whole }
    }

    /// Reports keys that the file does not have, and takes them out of the tree.
    fn refuse_unknown(&mut self, tree: &mut Tree<'_>, keys: &str) {
        let known = keys.split(' ');
        let unknown: Vec<(String, Range<usize>)> = tree
            .table
            .keys()
            .filter(|key| !known.clone().any(|k| k == key.get_ref()))
            .map(|key| (key.get_ref().to_string(), key.span()))
            .collect();
        for (key, span) in unknown {
            tree.table.remove(key.as_str());
            // Its records may be meant for another kind: what this file defines is not fully known.
            self.broken.insert(self.file.clone());
            let help = self.suggest(&key, known.clone(), "take it out");
            self.problem(span, format!("this file has no key `{key}`"), "unknown key", help);
        }
    }

    /// Takes the records of a kind out of the tree and registers their ids. One of a wrong shape is reported and left
    /// out.
    pub(super) fn records<T: DeserializeOwned>(&mut self, tree: &mut Tree<'_>, kind: &str) -> Vec<T> {
        let Some(value) = tree.table.remove(kind) else { return Vec::new() };
        let span = value.span();
        let DeValue::Array(items) = value.into_inner() else {
            self.broken.insert(self.file.clone());
            let message = format!("`{kind}` is not a list of records");
            self.problem(span, message, "not a list", format!("begin each record with `[[{kind}]]`"));
            return Vec::new();
        };
        let scope = format!("{}.{kind}", self.stem);
        let mut records = Vec::with_capacity(items.len());
        for item in items {
            let has_id = self.register(&scope, &item);
            if !tree.whole {
                continue;
            }
            let record = self.shaped(item);
            // Some kinds of records have no id; of the others, this one's is not known.
            if record.is_none() && !has_id {
                self.broken.insert(self.file.clone());
            }
            records.extend(record);
        }
        records
    }

    /// Loads the records of a kind; those with a problem are left out.
    pub(super) fn each<R: DeserializeOwned, T>(
        &mut self,
        tree: &mut Tree<'_>,
        kind: &str,
        mut load: impl FnMut(&mut Self, &R) -> Option<T>,
    ) -> Vec<T> {
        let raws = self.records::<R>(tree, kind);
        raws.iter().filter_map(|raw| load(self, raw)).collect()
    }

    /// The address of a record's texts, `FILE.KIND.ID`.
    pub(super) fn address(&self, kind: &str, id: &Ref) -> String {
        format!("{}.{kind}.{}", self.stem, id.get_ref())
    }

    /// Deserializes a value; reports the first thing that is wrong with its shape.
    pub(super) fn shaped<T: DeserializeOwned>(&mut self, value: Spanned<DeValue<'_>>) -> Option<T> {
        let span = value.span();
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(raw) => Some(raw),
            Err(error) => {
                self.misshapen(&error, span);
                None
            }
        }
    }

    /// The file's own keys: what is left of the tree without its records.
    pub(super) fn own<T: DeserializeOwned>(&mut self, tree: &mut Tree<'_>) -> Option<T> {
        let table = std::mem::take(&mut tree.table);
        let start = Spanned::new(0..self.source.lines().next().map_or(0, str::len), DeValue::Table(table));
        if tree.whole { self.shaped(start) } else { None }
    }

    /// Declares the id of a record; whether it has one.
    fn register(&mut self, scope: &str, item: &Spanned<DeValue<'_>>) -> bool {
        let id = item.get_ref().get("id").and_then(|id| Some((id.get_ref().as_str()?, id.span())));
        id.map(|(id, span)| self.declare(scope, id, &span)).is_some()
    }

    pub(super) fn unknown_files(&mut self, files: &Files) {
        let known = || FILES.into_iter().chain([hearing::FILE, search::FILE, EXAMPLES]);
        for name in files.names().filter(|name| !name.contains('/') && known().all(|known| known != *name)) {
            let help = self.suggest(name, known(), "take it out");
            self.of_file(name, "content has no file of this name", help);
        }
    }
}
