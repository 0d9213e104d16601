//! Which words of a text are given, where, and which of them still hold.

use super::{Loader, Problem, RawText, Spec, Translation};
use crate::content::translation::{Standing, Translatable};
use crate::content::{LanguageState, Text};

impl Loader {
    /// The words that hold in each language, from the record or from the language's own file. Those that say of what they
    /// are a translation count before those of the record, and hold as long as that has not changed.
    pub(super) fn translations(&mut self, address: &str, raw: &RawText, spec: Spec<'_>) -> Vec<Option<Translation>> {
        let mut all: Vec<Option<Translation>> = Vec::with_capacity(self.content.languages.len());
        for (index, language) in self.content.languages.iter().enumerate() {
            let inline = raw.get_ref().get(&*language.id).map(|words| Translation {
                words: words.get_ref().as_str().into(),
                file: self.file.clone(),
                span: words.span(),
                of: None,
            });
            let separate = self.text_files.get(&*language.id).and_then(|entries| entries.get(address)).cloned();
            if let (Some(inline), Some(separate)) = (&inline, separate.as_ref().filter(|one| one.of.is_none())) {
                let problem = Problem::at(&*separate.file, separate.span.clone(), "this text is there twice");
                let help = format!("it also stands in {}: take one of them out", inline.file);
                self.problems.push(problem.label(address).help(help));
            }
            // The default language is the source of the others, and what its record says that of its own file.
            let source = if index == 0 { inline.as_ref() } else { all.first().and_then(Option::as_ref) };
            let source = source.map(|source| source.words.clone());
            let standing = match (&separate, &inline) {
                (Some(Translation { of: Some(of), .. }), _) if source.as_ref().is_some_and(|now| now != of) => {
                    Standing::Stale
                }
                (Some(_), _) => Standing::InFile,
                (None, Some(_)) => Standing::InRecord,
                (None, None) => Standing::Missing,
            };
            if let Some(translating) = self.translating.as_mut().filter(|one| one.lang == *language.id) {
                let given = separate.as_ref().or(inline.as_ref());
                let source = source.or_else(|| given.map(|given| given.words.clone())).unwrap_or_default();
                // What is lent is the program's own, and in no need of a translator.
                if !(self.is_lent && standing == Standing::InRecord) {
                    translating.texts.push(Translatable {
                        address: address.into(),
                        words: given.map(|given| given.words.clone()),
                        of: given.and_then(|given| given.of.clone()),
                        source,
                        standing,
                        cells: spec.cells,
                        is_ruled: spec.ruled,
                    });
                }
            }
            all.push(match standing {
                Standing::Stale if index == 0 => inline,
                Standing::Stale => None,
                _ => separate.or(inline),
            });
        }
        all
    }

    pub(super) fn missing(&mut self, address: &str, raw: &RawText, translations: &[Option<Translation>]) {
        let languages = self.content.languages.iter().zip(translations).enumerate();
        let needed = |index: usize, state: LanguageState| index == 0 || state != LanguageState::Partial;
        let missing: Vec<&str> = languages
            .filter(|(index, (language, words))| words.is_none() && needed(*index, language.state))
            .map(|(_, (language, _))| &*language.id)
            // A file that cannot be read may contain it.
            .filter(|id| !self.broken.contains(&format!("texts/{id}.toml")))
            // What is stale is there, and falls back; what is about to be translated cannot be there yet.
            .filter(|id| !self.text_files.get(*id).is_some_and(|entries| entries.contains_key(address)))
            .filter(|id| self.translating.as_ref().is_none_or(|translating| translating.lang != *id))
            .collect();
        let Some(first) = missing.first() else { return };
        let message = format!("this text has no words in `{}`", missing.join("`, `"));
        let elsewhere = format!("`{address}` to texts/{first}.toml");
        let help = if self.is_lent {
            format!("these are the program's own words: add {elsewhere}")
        } else {
            format!("add `{first} = \"…\"` here, or {elsewhere}")
        };
        self.problem(raw.span(), message, "incomplete", help);
    }

    /// The text, with the words of the default language and its code where a language has none.
    pub(super) fn with_fallbacks(&self, translations: Vec<Option<Translation>>) -> Text {
        let default = self.content.languages.first().map_or("", |l| &*l.id);
        let first = translations.first().and_then(Option::as_ref).map_or("", |first| &first.words);
        let is_whole = translations.iter().all(Option::is_some);
        let fallback: Box<str> = if is_whole { Box::default() } else { format!("{first} [{default}]").into() };
        Text::new(translations.into_iter().map(|t| t.map_or_else(|| fallback.clone(), |t| t.words)).collect())
    }
}
