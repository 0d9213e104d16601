//! The texts of some content as a translator works on them: source, words, and whether the words still hold.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use super::po::PoFile;
use super::{Content, Lang, Problems, loader};

/// One text of a language that is being translated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translatable {
    /// `FILE.KIND.ID.FIELD`.
    pub address: Box<str>,
    /// The text of today in the default language.
    pub source: Box<str>,
    /// What is given, stale words too.
    pub words: Option<Box<str>>,
    /// The source text that the words translate, where the language's own file tells it.
    pub of: Option<Box<str>>,
    /// Where the words are, and whether they hold.
    pub standing: Standing,
    /// The most columns; 0 is no limit.
    pub cells: usize,
    /// Whether its dates come from a rule.
    pub is_ruled: bool,
}

/// Where words are given, and whether they hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nowhere: the default language is shown, marked.
    Missing,
    /// In the record, beside the other languages.
    InRecord,
    /// In the language's own file.
    InFile,
    /// There too, for a source text that has changed since: the default language is shown, marked.
    Stale,
}

/// What the loader is told of a translation, and what it finds.
#[derive(Debug, Default)]
pub(super) struct Translating {
    pub(super) lang: String,
    /// The file of a translator, whose words count before those of the language's own file.
    pub(super) po: Option<PoFile>,
    pub(super) texts: Vec<Translatable>,
}

/// Some content as a translator into one language sees it.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Translations {
    pub content: Content,
    pub lang: Lang,
    /// In the order of the files. Words of the program itself are left out where it speaks the language.
    pub texts: Vec<Translatable>,
}

impl Translations {
    /// The texts of a folder or of the built-in content; with a translator's file, as they are once that is taken.
    /// `None` where the content does not have the language.
    ///
    /// # Errors
    /// Everything that is wrong with the content and the file. That words are missing in the language is not.
    pub fn load(folder: Option<&Path>, lang: &str, po: Option<PoFile>) -> Result<Option<Self>, Problems> {
        let translating = Translating { lang: lang.to_owned(), po, texts: Vec::new() };
        let (content, texts) = loader::load_translating(&Content::files(folder)?, translating)?;
        Ok(content.language(lang).map(|lang| Self { content, lang, texts }))
    }

    /// Those that stand in a place.
    pub fn standing(&self, standing: Standing) -> impl Iterator<Item = &Translatable> {
        self.texts.iter().filter(move |text| text.standing == standing)
    }

    /// The language's own file, `texts/LANG.toml`: the words that stand in no record, and what they translate.
    pub fn file(&self) -> String {
        let mut file =
            String::from("# Words by address. `translated_from` has the source text that each of them translates.\n");
        let own = || self.texts.iter().filter(|text| matches!(text.standing, Standing::InFile | Standing::Stale));
        tables(&mut file, "", own().filter_map(|text| Some((&*text.address, text.words.as_deref()?))));
        tables(&mut file, "translated_from.", own().filter_map(|text| Some((&*text.address, text.of.as_deref()?))));
        file
    }
}

/// Writes words by address, a table for each record in the order of the first of its texts.
fn tables<'a>(file: &mut String, before: &str, texts: impl Iterator<Item = (&'a str, &'a str)>) {
    let texts: Vec<(&str, &str, &str)> = texts
        .filter_map(|(address, words)| address.rsplit_once('.').map(|(record, field)| (record, field, words)))
        .collect();
    let mut written = BTreeSet::new();
    for (record, ..) in &texts {
        if written.insert(*record) {
            let _ = writeln!(file, "\n[{before}{record}]");
            for (_, field, words) in texts.iter().filter(|(other, ..)| other == record) {
                let _ = writeln!(file, "{field} = {}", quoted(words));
            }
        }
    }
}

/// A string of TOML.
fn quoted(words: &str) -> String {
    let mut out = String::from("\"");
    for c in words.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out + "\""
}
