//! `texts/LANG.toml`: a language in a file of its own, by address.

use std::collections::BTreeMap;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

use super::super::files::Files;
use super::super::problem::Problem;
use super::Loader;

pub(super) struct TextFile {
    pub(super) file: String,
    /// By address.
    pub(super) entries: BTreeMap<String, TextEntry>,
}

pub(super) struct TextEntry {
    pub(super) words: Box<str>,
    pub(super) span: Range<usize>,
    /// Whether a record has a text with this address.
    pub(super) used: bool,
}

impl Loader {
    /// Reads all of `texts/`.
    pub(super) fn text_files(&mut self, files: &Files, names: &[String]) {
        for name in names.iter().filter(|n| n.starts_with("texts/")) {
            let Some(source) = self.open(files, name) else { continue };
            self.source = source.clone();
            let tree = self.parse(&source);
            let mut entries = BTreeMap::new();
            self.flatten("", tree.table, &mut entries);
            self.source = "".into();
            self.text_files.insert(self.stem.clone(), TextFile { file: name.clone(), entries });
        }
    }

    fn flatten(&mut self, at: &str, table: DeTable<'_>, entries: &mut BTreeMap<String, TextEntry>) {
        for (key, value) in table {
            let address = if at.is_empty() { key.get_ref().to_string() } else { format!("{at}.{}", key.get_ref()) };
            let span = value.span();
            match value.into_inner() {
                DeValue::Table(inner) => self.flatten(&address, inner, entries),
                DeValue::String(text) => {
                    entries.insert(address, TextEntry { words: text.into(), span, used: false });
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
        for (lang, text_file) in std::mem::take(&mut self.text_files) {
            if self.content.languages.iter().any(|l| *l.id == *lang) {
                for (address, entry) in text_file.entries.iter().filter(|(_, entry)| !entry.used) {
                    self.unknown_address(&text_file.file, address, entry);
                }
            } else if !self.broken.contains("programme.toml") {
                let problem = Problem::of_file(text_file.file, format!("there is no language `{lang}`"));
                self.problems.push(problem.help(self.suggest_language(&lang)));
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

    fn unknown_address(&mut self, file: &str, address: &str, entry: &TextEntry) {
        if self.may_be_used(address) {
            return;
        }
        let help = self.suggest(address, self.content.texts.keys().map(AsRef::as_ref));
        let help = help.unwrap_or_else(|| "an address is FILE.KIND.ID.FIELD".to_owned());
        let problem = Problem::at(file, entry.span.clone(), format!("there is no text `{address}`"));
        self.problems.push(problem.label("no record asks for it").help(help));
    }
}
