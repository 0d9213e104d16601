//! What people type, in several languages at once: the words of dates and answers, and the names of countries.
//!
//! Read as text when the content is loaded; the tables to look words up in are made when the first word is.

mod names;

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Id;
use crate::text::fold;

pub use names::{NameKind, Names};

/// What a word or a phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "docs/content.md says what each one is")]
pub enum Sense {
    DontKnow,
    Declined,
    Yes,
    No,
    Stateless,
    Joins,
    Around,
    /// A month from 1.
    Month(u32),
    /// A day of a month from 1.
    Day(u32),
    Ordinal,
    Weekday,
    Dropped,
    Before,
    Until,
    After,
    Since,
    Between,
    To,
    Or,
    Vague,
    Always,
    Born,
    Here,
}

/// The words of `hearing.toml`, and the tables made of them.
#[derive(Debug, Default)]
pub struct Hearing {
    /// Lists of phrases with commas between them.
    pub(super) phrases: Vec<(Sense, String)>,
    /// A line for each country: two codes, names, a slash, words for its people.
    pub(super) names: String,
    lexicon: OnceLock<Lexicon>,
    index: OnceLock<Names>,
}

/// What phrases mean.
#[derive(Debug, Default)]
pub struct Lexicon {
    senses: HashMap<Box<str>, Vec<Sense>>,
    longest: usize,
}

impl Lexicon {
    fn add(&mut self, phrase: &str, sense: Sense) {
        let phrase = spaced(phrase);
        if phrase.is_empty() {
            return;
        }
        self.longest = self.longest.max(phrase.split(' ').count());
        let senses = self.senses.entry(phrase.into()).or_default();
        if !senses.contains(&sense) {
            senses.push(sense);
        }
    }

    /// What a phrase means, in the form that [`spaced`] gives it.
    pub fn senses(&self, phrase: &str) -> &[Sense] {
        self.senses.get(phrase).map_or(&[], Vec::as_slice)
    }

    /// Whether a phrase can mean something.
    pub fn means(&self, phrase: &str, sense: Sense) -> bool {
        self.senses(phrase).contains(&sense)
    }

    /// Every phrase with what it means.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[Sense])> {
        self.senses.iter().map(|(phrase, senses)| (&**phrase, senses.as_slice()))
    }

    /// The most words that a phrase has.
    pub fn longest(&self) -> usize {
        self.longest
    }
}

impl super::Content {
    /// What the words that people type mean.
    pub fn lexicon(&self) -> &Lexicon {
        self.hearing.lexicon.get_or_init(|| {
            let mut lexicon = Lexicon::default();
            for (sense, list) in &self.hearing.phrases {
                list.split(',').for_each(|phrase| lexicon.add(phrase, *sense));
            }
            for lang in (0..self.languages.len()).map(super::Lang) {
                for month in 1..=12 {
                    lexicon.add(self.catalog.month(month, lang), Sense::Month(month));
                    lexicon.add(self.catalog.month_short(month, lang), Sense::Month(month));
                }
                let words = [
                    (super::Msg::DontKnow, Sense::DontKnow),
                    (super::Msg::Declined, Sense::Declined),
                    (super::Msg::Stateless, Sense::Stateless),
                    (super::Msg::AlwaysHere, Sense::Always),
                ];
                for (msg, sense) in words {
                    lexicon.add(self.msg(msg, lang), sense);
                }
            }
            lexicon
        })
    }

    /// The names of countries and of their people.
    pub fn names(&self) -> &Names {
        self.hearing.index.get_or_init(|| Names::of(self, &self.hearing.names))
    }

    /// The alpha-2 code that a line of names is for, and the rest of the line.
    pub(super) fn named_lines(names: &str) -> impl Iterator<Item = (&str, &str, &str)> {
        names.lines().filter(|line| !line.trim().is_empty()).map(|line| {
            let (code, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
            let (longer, rest) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
            (code, longer, rest)
        })
    }

    /// The code of a country as an id, where it is assigned.
    pub(super) fn code(&self, code: &str) -> Option<&Id> {
        self.codes.iter().find(|id| ***id == *code)
    }
}

/// Words as they are compared: small letters without accents, one blank between them, no signs.
pub fn spaced(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
