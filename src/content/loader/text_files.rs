//! `texts/LANG.toml`: a language in a file of its own, by address.

use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};

use super::text::Translation;
use super::unseen::{self, in_words};
use super::{Files, Loader, Problem};
use crate::content::translation::Translating;

/// What stands before the address of a source text.
const SOURCES: &str = "translated_from.";

/// Words by address.
pub(super) type TextFile = BTreeMap<String, Translation>;

impl Loader {
    /// Reads all of `texts/`.
    pub(super) fn text_files(&mut self, files: &Files) {
        for name in files.names().filter(|n| n.starts_with("texts/")) {
            let Some(source) = self.open(files, name) else { continue };
            self.source = source.clone();
            let tree = self.parse(&source);
            let mut entries = BTreeMap::new();
            self.flatten("", tree.table, &mut entries);
            let entries = self.with_sources(entries);
            self.source = "".into();
            self.text_files.insert(self.stem.clone(), entries);
        }
        self.translated();
    }

    /// The words, each with the source text that it translates where the file tells it.
    fn with_sources(&mut self, entries: TextFile) -> TextFile {
        let (sources, mut entries): (TextFile, TextFile) =
            entries.into_iter().partition(|(address, _)| address.starts_with(SOURCES));
        for (address, source) in sources {
            let address = address.trim_start_matches(SOURCES);
            if let Some(entry) = entries.get_mut(address) {
                entry.of = Some(source.words);
            } else {
                let message = format!("`{address}` has no words in this file");
                self.problem(source.span, message, "nothing translates it", "add the words, or take it out");
            }
        }
        entries
    }

    /// Takes the words of a translator's file in the place of those of the language's own file.
    fn translated(&mut self) {
        let Some(Translating { lang, po: Some(po), .. }) = &self.translating else { return };
        self.problems.extend(po.problems.iter().cloned());
        let mut found = Vec::new();
        for entry in po.entries.values() {
            for words in [&entry.words, entry.of()] {
                in_words(&po.source, words, entry.span.clone(), &mut found);
            }
        }
        self.problems.extend(found.into_iter().map(|found| unseen::problem(po.name.clone(), found, "text")));
        let entries = self.text_files.entry(lang.clone()).or_default();
        for (address, entry) in &po.entries {
            if entry.words.is_empty() {
                entries.remove(address);
                continue;
            }
            let (words, of, file) = (entry.words.as_str().into(), Some(entry.of().into()), po.name.clone());
            entries.insert(address.clone(), Translation { words, file, span: entry.span.clone(), of });
        }
    }

    fn flatten(&mut self, at: &str, table: DeTable<'_>, entries: &mut TextFile) {
        for (key, value) in table {
            let address = if at.is_empty() { key.get_ref().to_string() } else { format!("{at}.{}", key.get_ref()) };
            let span = value.span();
            match value.into_inner() {
                DeValue::Table(inner) => self.flatten(&address, inner, entries),
                DeValue::String(text) => {
                    let (words, file) = (text.into(), self.file.clone());
                    entries.insert(address, Translation { words, file, span, of: None });
                }
                other => {
                    let message = format!("expected words, found {}", other.type_str());
                    self.problem(span, message, "no words", "write the words in quotes");
                }
            }
        }
    }

    /// Reports files of unknown languages, and entries that no record uses.
    pub(super) fn unused_text_files(&mut self) {
        for (lang, entries) in std::mem::take(&mut self.text_files) {
            if self.content.languages.iter().any(|l| *l.id == *lang) {
                for (address, entry) in entries {
                    self.unused(&address, entry);
                }
            } else if !self.broken.contains("programme.toml") {
                let help = self.suggest_language(&lang);
                self.of_file(format!("texts/{lang}.toml"), format!("there is no language `{lang}`"), help);
            }
        }
    }

    /// Whether a record that has a problem may use an address once it is mended.
    fn may_be_used(&self, address: &str) -> bool {
        let mut parts = address.split('.');
        let (stem, kind, id) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next());
        let of_file = |file: &String| file.rsplit('/').next().and_then(|n| n.strip_suffix(".toml")) == Some(stem);
        if self.broken.iter().any(of_file) {
            return true;
        }
        let declared = self.ids.get(&format!("{stem}.{kind}")).zip(id).is_some_and(|(ids, id)| ids.contains_key(id));
        // These have no ids.
        let own = ["office", "name", "words"].contains(&kind);
        (declared || own) && self.problems.iter().any(|p| of_file(&p.file))
    }

    fn unused(&mut self, address: &str, entry: Translation) {
        if self.content.texts.contains_key(address) || self.may_be_used(address) {
            return;
        }
        let known = self.content.texts.keys().map(AsRef::as_ref);
        let help = self.suggest(address, known, "an address is FILE.KIND.ID.FIELD");
        let problem = Problem::at(entry.file, entry.span, format!("there is no text `{address}`"));
        self.problems.push(problem.label("no record asks for it").help(help));
    }
}
