//! The tables beside this file: facts, notes on what is open, and what counts as a hedge or an addition.

use serde::Deserialize;
use smo_desk::content::{Certainty, Content, Lang, Text};
use smo_desk::wording::Phrases;
use std::collections::BTreeMap;

use super::records::Record;

/// The languages of the tables, in the order of the content's.
pub(super) const LANGUAGES: [&str; 3] = ["en", "es", "ht"];

/// A place that holds a fact.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fact {
    pub(super) number: u32,
    /// The address of a text, or of a record with a field `text`.
    pub(super) at: String,
    /// None for a note that no source makes.
    pub(super) section: Option<String>,
    #[serde(default)]
    certainty: Certainty,
    /// The hedges that the words have, and no others of the table.
    #[serde(default)]
    hedges: Vec<String>,
    /// Additions that the guide has here.
    #[serde(default)]
    pub(super) allows: Vec<String>,
    /// What no language says.
    #[serde(default)]
    lacks: Vec<String>,
    en: String,
    es: String,
    ht: String,
}

/// `[[fact]]` and `[[note]]` of a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    #[serde(default)]
    fact: Vec<Fact>,
    #[serde(default)]
    note: Vec<Fact>,
}

/// `guide.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Guide {
    pub(super) headings: Vec<String>,
    pub(super) hedge: Vec<Words>,
    pub(super) addition: Vec<Words>,
    pub(super) certainty: BTreeMap<String, Vec<String>>,
}

/// Words of one meaning in every language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) id: String,
    en: Vec<String>,
    es: Vec<String>,
    ht: Vec<String>,
    /// Phrases that only look like them.
    #[serde(default)]
    not: Vec<String>,
}

fn parse(text: &str) -> Facts {
    toml::from_str(text).unwrap()
}

pub(super) fn facts() -> Vec<Fact> {
    let files = [include_str!("programme.toml"), include_str!("rules.toml"), include_str!("route.toml")];
    files.into_iter().flat_map(|file| parse(file).fact).collect()
}

pub(super) fn notes() -> Vec<Fact> {
    parse(include_str!("open.toml")).note
}

pub(super) fn guide() -> Guide {
    toml::from_str(include_str!("guide.toml")).unwrap()
}

impl Words {
    /// Whether a text in a language, by its place, has one of the words.
    pub(super) fn are_in(&self, text: &str, lang: usize) -> bool {
        let mut plain = plain(text);
        for phrase in &self.not {
            plain = plain.replace(&format!(" {phrase} "), "  ");
        }
        let words = [&self.en, &self.es, &self.ht][lang];
        words.iter().any(|word| plain.contains(&format!(" {word} ")))
    }
}

/// Lower case, with one blank around each word.
fn plain(text: &str) -> String {
    let letters = text.to_lowercase().replace(|c: char| !c.is_alphanumeric() && c != '\'', " ");
    format!(" {} ", letters.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The text at an address, or in the field `text` of the record there, and its own address.
pub(super) fn text<'c>(content: &'c Content, at: &str) -> Option<(String, &'c Text)> {
    let own = [format!("{at}.text"), at.to_owned()];
    own.into_iter().find_map(|address| content.texts.get(&*address).map(|text| (address, text)))
}

impl Fact {
    /// What is wrong with it, in any language.
    pub(super) fn faults(&self, content: &Content, guide: &Guide) -> Vec<String> {
        let Some((_, text)) = text(content, &self.at) else { return vec![self.fault("no text is there")] };
        let Some(record) = Record::at(content, &self.at) else { return vec![self.fault("no record is there")] };
        let mut faults = self.citation(content, &record);
        for (lang, name) in LANGUAGES.into_iter().enumerate() {
            let words = record.rule.map_or_else(
                || text.get(Lang(lang)).to_owned(),
                |rule| Phrases::new(content, Lang(lang)).ruled(text.get(Lang(lang)), rule),
            );
            faults.extend(
                self.spoken(&words, lang, guide).into_iter().map(|f| self.fault(&format!("{name} {f}: {words}"))),
            );
        }
        faults
    }

    fn fault(&self, what: &str) -> String {
        format!("{} {}: {what}", self.number, self.at)
    }

    /// Who says it, where, and how surely; nothing of that for a note.
    fn citation(&self, content: &Content, record: &Record<'_>) -> Vec<String> {
        let Some(section) = &self.section else { return Vec::new() };
        let mut faults = Vec::new();
        if record.source.is_none_or(|source| *source.id != *content.guide.id) {
            faults.push(self.fault("not said by the guide"));
        }
        if record.section != Some(section.as_str()) {
            faults.push(self.fault(&format!("cited from {:?}, not {section:?}", record.section)));
        }
        if record.certainty != self.certainty {
            faults.push(self.fault(&format!("is {:?}, not {:?}", record.certainty, self.certainty)));
        }
        faults
    }

    /// What is wrong with its words in a language.
    fn spoken(&self, words: &str, lang: usize, guide: &Guide) -> Vec<String> {
        let lower = words.to_lowercase();
        let has = |part: &str| lower.contains(&part.to_lowercase());
        let said = [&self.en, &self.es, &self.ht][lang];
        let mut faults: Vec<String> =
            said.split("; ").filter(|part| !has(part)).map(|part| format!("lacks {part:?}")).collect();
        faults.extend(self.lacks.iter().filter(|part| has(part)).map(|part| format!("has {part:?}")));
        if self.section.is_some() {
            for hedge in &guide.hedge {
                let (wanted, found) = (self.hedges.contains(&hedge.id), hedge.are_in(words, lang));
                if wanted != found {
                    faults.push(format!("{} the hedge {:?}", if wanted { "lacks" } else { "adds" }, hedge.id));
                }
            }
        }
        faults
    }
}
