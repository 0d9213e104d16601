//! `texts/LANG.toml`: a language in a file of its own, by address.

use std::collections::BTreeMap;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

use super::super::files::Files;
use super::super::problem::Problem;
use super::Loader;

/// The words of one such file.
pub(super) struct TextFile {
    pub(super) file: String,
    pub(super) words: BTreeMap<String, OverlayWords>,
}

/// The words at one address.
pub(super) struct OverlayWords {
    pub(super) words: Box<str>,
    pub(super) span: Range<usize>,
    /// Whether some record asked for them.
    pub(super) used: bool,
}

impl Loader {
    /// Reads all of `texts/`.
    pub(super) fn text_files(&mut self, files: &Files, names: &[String]) {
        for name in names.iter().filter(|n| n.starts_with("texts/")) {
            let Some(source) = self.open(files, name) else { continue };
            self.source = source.clone();
            let tree = self.parse(&source);
            let mut words = BTreeMap::new();
            self.flatten("", tree.table, &mut words);
            self.source = "".into();
            let text_files = TextFile { file: name.clone(), words };
            self.text_files.insert(self.stem.clone(), text_files);
        }
    }

    fn flatten(&mut self, at: &str, table: DeTable<'_>, words: &mut BTreeMap<String, OverlayWords>) {
        for (key, value) in table {
            let address = if at.is_empty() { key.get_ref().to_string() } else { format!("{at}.{}", key.get_ref()) };
            let span = value.span();
            match value.into_inner() {
                DeValue::Table(inner) => self.flatten(&address, inner, words),
                DeValue::String(text) => {
                    words.insert(address, OverlayWords { words: text.into(), span, used: false });
                }
                other => {
                    let message = format!("expected words, found {}", other.type_str());
                    self.problem(span, message, "no words", "write the words in quotes");
                }
            }
        }
    }

    /// Reports files of unknown languages, and words that no record asked for.
    pub(super) fn unused_text_files(&mut self) {
        for (lang, text_files) in std::mem::take(&mut self.text_files) {
            if !self.languages.iter().any(|l| *l.id == *lang) {
                if !self.broken.contains("programme.toml") {
                    self.unknown_language_file(&lang, &text_files);
                }
                continue;
            }
            for (address, words) in text_files.words.iter().filter(|(_, words)| !words.used) {
                self.unknown_address(&text_files.file, address, words);
            }
        }
    }

    fn unknown_language_file(&mut self, lang: &str, text_files: &TextFile) {
        let help = self.suggest(lang, self.languages.iter().map(|l| &*l.id));
        let problem = Problem::of_file(text_files.file.clone(), format!("there is no language `{lang}`"));
        self.problems.push(problem.help(help.unwrap_or_else(|| "define it in programme.toml".to_owned())));
    }

    /// Whether a record that has a problem may ask for the words at an address, once it is mended.
    fn asked_later(&self, address: &str) -> bool {
        let mut parts = address.split('.');
        let (stem, kind, id) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next());
        let of_file = |file: &String| file.rsplit('/').next().and_then(|n| n.strip_suffix(".toml")) == Some(stem);
        if self.broken.iter().any(of_file) {
            return true;
        }
        let declared = self.ids.get(&format!("{stem}.{kind}")).zip(id).is_some_and(|(ids, id)| ids.contains_key(id));
        // These have no ids of their own.
        let own = ["office", "name", "words"].contains(&kind);
        (declared || own) && self.problems.iter().any(|p| of_file(&p.file))
    }

    fn unknown_address(&mut self, file: &str, address: &str, words: &OverlayWords) {
        if self.asked_later(address) {
            return;
        }
        let help = self.suggest(address, self.texts.keys().map(AsRef::as_ref));
        let help = help.unwrap_or_else(|| "an address is FILE.KIND.ID.FIELD".to_owned());
        let problem = Problem::at(file, words.span.clone(), format!("there is no text `{address}`"));
        self.problems.push(problem.label("no record asks for it").help(help));
    }
}
