//! Texts: from tables of words by language to a [`Text`] under its address.

mod check;

use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;

use super::super::problem::Problem;
use super::super::text::{LanguageState, Text};
use super::Loader;
use super::ids::Ref;
use super::spec::Spec;
use super::text_files::TextFile;

/// Words by language.
pub(super) type RawText = Spanned<BTreeMap<String, Ref>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOption {
    pub(super) id: Spanned<String>,
    pub(super) text: RawText,
}

/// A remark of the content's own, which no source makes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNote {
    id: Spanned<String>,
    text: RawText,
}

/// The words in one language, and where they stand.
struct Translation {
    words: Box<str>,
    file: String,
    span: Range<usize>,
}

impl Loader {
    /// Loads a text and registers it under its address, `AT.FIELD`.
    pub(super) fn text(&mut self, at: &str, field: &str, raw: &RawText, spec: Spec<'_>) -> Text {
        if self.content.languages.is_empty() {
            return Text::default();
        }
        let address = format!("{at}.{field}");
        self.unknown_languages(raw);
        let translations = self.translations(&address, raw);
        self.missing(&address, raw, &translations);
        self.check_text(&translations, spec);
        let text = self.with_fallbacks(translations);
        self.content.texts.insert(address.into(), text.clone());
        text
    }

    pub(super) fn maybe(&mut self, at: &str, field: &str, raw: Option<&RawText>, spec: Spec<'_>) -> Option<Text> {
        raw.map(|raw| self.text(at, field, raw, spec))
    }

    pub(super) fn notes(&mut self, at: &str, notes: &[RawNote]) -> Vec<Text> {
        let scope = format!("{at}.open");
        let mut texts = Vec::with_capacity(notes.len());
        for note in notes {
            self.declare(&scope, note.id.get_ref(), &note.id.span());
            texts.push(self.text(&format!("{scope}.{}", note.id.get_ref()), "text", &note.text, Spec::PLAIN));
        }
        texts
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
        let help = self.suggest(lang, self.content.languages.iter().map(|l| &*l.id));
        help.unwrap_or_else(|| "define it in programme.toml".to_owned())
    }

    /// The words in each language, from the record or from the language's own file.
    fn translations(&mut self, address: &str, raw: &RawText) -> Vec<Option<Translation>> {
        let mut all = Vec::with_capacity(self.content.languages.len());
        for language in &self.content.languages {
            let inline = raw.get_ref().get(&*language.id).map(|words| Translation {
                words: words.get_ref().as_str().into(),
                file: self.file.clone(),
                span: words.span(),
            });
            let entry = self.text_files.get_mut(&*language.id);
            let separate = entry.and_then(|TextFile { file, entries }| {
                let entry = entries.get_mut(address)?;
                entry.used = true;
                Some(Translation { words: entry.words.clone(), file: file.clone(), span: entry.span.clone() })
            });
            if let (Some(inline), Some(separate)) = (&inline, &separate) {
                let problem = Problem::at(&*separate.file, separate.span.clone(), "this text is there twice");
                let help = format!("it also stands in {}: take one of them out", inline.file);
                self.problems.push(problem.label(address).help(help));
            }
            all.push(inline.or(separate));
        }
        all
    }

    fn missing(&mut self, address: &str, raw: &RawText, translations: &[Option<Translation>]) {
        let languages = self.content.languages.iter().enumerate().zip(translations);
        let missing = languages.filter(|((_, _), translation)| translation.is_none()).map(|(language, _)| language);
        let missing: Vec<&str> = missing
            .filter(|(index, language)| *index == 0 || language.state != LanguageState::Partial)
            .map(|(_, language)| &*language.id)
            // A file that cannot be read may contain it.
            .filter(|id| !self.broken.contains(&format!("texts/{id}.toml")))
            .collect();
        let Some(first) = missing.first() else { return };
        let list = missing.iter().map(|l| format!("`{l}`")).collect::<Vec<_>>().join(", ");
        let help = format!("add `{first} = \"…\"` here, or `{address}` to texts/{first}.toml");
        self.problem(raw.span(), format!("this text has no words in {list}"), "incomplete", help);
    }

    /// The text, with the words of the default language and its code where a language has none.
    fn with_fallbacks(&self, translations: Vec<Option<Translation>>) -> Text {
        let default = self.content.languages.first().map_or("", |l| &*l.id);
        let first = translations.first().and_then(Option::as_ref).map_or("", |first| &first.words);
        let fallback: Box<str> = format!("{first} [{default}]").into();
        Text::new(translations.into_iter().map(|t| t.map_or_else(|| fallback.clone(), |t| t.words)).collect())
    }
}
