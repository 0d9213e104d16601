//! Texts: from tables of words by language to a [`Text`] under its address.

mod check;
mod given;

use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use unicode_width::UnicodeWidthStr;

use super::rules::DATE_NAMES;
use super::{Loader, Problem, Ref};
use crate::content::{QuestionOption, Text, fill};

/// Words by language.
pub(super) type RawText = Spanned<BTreeMap<String, Ref>>;

/// An answer to choose, a relation, or a remark of the content's own, which no source makes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOption {
    pub(super) id: Spanned<String>,
    text: RawText,
}

/// The bounds of a text.
#[derive(Clone, Copy, Default)]
pub(super) struct Spec<'a> {
    /// The placeholders that it may use.
    pub(super) names: &'a [&'a str],
    /// Whether it must use all of them.
    pub(super) every: bool,
    /// The most cells, with values in place of placeholders; 0 is no limit.
    pub(super) cells: usize,
    /// How many country codes are in the value of `{codes}`.
    pub(super) codes: usize,
    /// Whether its dates come from a rule, so that it may contain none itself.
    pub(super) ruled: bool,
}

impl<'a> Spec<'a> {
    pub(super) const PLAIN: Spec<'static> = Spec { names: &[], every: false, cells: 0, codes: 0, ruled: false };

    /// A label for a row or a cell of 16.
    pub(super) const SHORT: Spec<'static> = Spec { cells: 16, ..Spec::PLAIN };

    /// May use these placeholders.
    pub(super) fn with(names: &'a [&'a str]) -> Self {
        Spec { names, ..Spec::PLAIN }
    }

    /// The width of some words, with the widest values for their placeholders.
    fn width(&self, words: &str) -> usize {
        // Two letters for each code, with blanks between.
        let codes = "XX ".repeat(self.codes);
        let dates = DATE_NAMES.iter().map(|name| (*name, "11 Sep 23"));
        fill(words, &dates.chain([("codes", codes.trim_end())]).collect::<Vec<_>>()).width()
    }
}

/// The words in one language, and where they stand.
#[derive(Clone)]
pub(super) struct Translation {
    pub(super) words: Box<str>,
    pub(super) file: String,
    pub(super) span: Range<usize>,
    /// The source text that they translate, where that is told.
    pub(super) of: Option<Box<str>>,
}

impl Loader {
    /// Loads a text and registers it under its address, `AT.FIELD`.
    pub(super) fn text(&mut self, at: &str, field: &str, raw: &RawText, spec: Spec<'_>) -> Text {
        if self.content.languages.is_empty() {
            return Text::default();
        }
        let address = format!("{at}.{field}");
        if !self.is_lent {
            self.unknown_languages(raw);
        }
        let translations = self.translations(&address, raw, spec);
        self.missing(&address, raw, &translations);
        self.check_text(&translations, spec);
        let text = self.with_fallbacks(translations);
        self.content.texts.insert(address.into(), text.clone());
        text
    }

    pub(super) fn maybe(&mut self, at: &str, field: &str, raw: Option<&RawText>, spec: Spec<'_>) -> Option<Text> {
        raw.map(|raw| self.text(at, field, raw, spec))
    }

    pub(super) fn option(&mut self, at: &str, raw: &RawOption) -> QuestionOption {
        let text = self.text(at, "text", &raw.text, Spec::PLAIN);
        QuestionOption { id: raw.id.get_ref().as_str().into(), text }
    }

    pub(super) fn options(&mut self, at: &str, kind: &str, raws: &[RawOption]) -> Vec<QuestionOption> {
        self.nested(at, kind, raws, |raw| &raw.id, |loader, at, raw| Some(loader.option(at, raw)))
    }

    pub(super) fn notes(&mut self, at: &str, raws: &[RawOption]) -> Vec<Text> {
        self.options(at, "open", raws).into_iter().map(|note| note.text).collect()
    }

    fn unknown_languages(&mut self, raw: &RawText) {
        for (lang, words) in raw.get_ref() {
            let declared = self.ids.get("programme.language").is_some_and(|ids| ids.contains_key(lang));
            if !declared && !self.broken.contains("programme.toml") {
                let help = self.suggest_language(lang);
                self.problem(words.span(), format!("there is no language `{lang}`"), "unknown language", help);
            }
        }
    }

    pub(super) fn suggest_language(&self, lang: &str) -> String {
        self.suggest(lang, self.content.languages.iter().map(|l| &*l.id), "define it in programme.toml")
    }
}
