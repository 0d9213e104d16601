//! Texts in every language of the content.

use std::sync::Arc;

/// The name of a record: unique among records of its kind.
pub type Id = Arc<str>;

/// A language of the content, by its index in [`Content::languages`](super::Content::languages).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Lang(pub usize);

/// How far a translation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LanguageState {
    /// Read and corrected by a native speaker.
    Reviewed,
    /// Complete, not yet read by a native speaker; shown on screen and on sheets.
    Unreviewed,
    /// Incomplete: what is missing is shown in the default language, marked with its code.
    #[default]
    Partial,
}

/// A language of the content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Language {
    /// ISO 639 code, as in `--lang`.
    pub id: Id,
    pub name: String,
    pub state: LanguageState,
    /// Countries whose locales get this language, whichever language they name.
    pub locale_countries: Vec<Id>,
}

/// What is read where nothing stands behind a reference. The loader refuses content that has one; should one come
/// through all the same, it is seen, not left out: whoever looks up what was checked gets a record, never nothing.
pub(in crate::content) const UNRESOLVED: &str = "(?)";

/// One text in all languages. Cheap to clone. The default one is [`UNRESOLVED`] in every language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(Arc<[Box<str>]>);

impl Text {
    /// Makes a text from its words, in the order of [`Content::languages`](super::Content::languages).
    pub fn new(words: Vec<Box<str>>) -> Self {
        Self(words.into())
    }

    /// The words in a language.
    pub fn get(&self, lang: Lang) -> &str {
        self.0.get(lang.0).map_or(UNRESOLVED, |words| words)
    }

    /// The words in a language with each `{name}` replaced by its value.
    pub fn fill(&self, lang: Lang, values: &[(&str, &str)]) -> String {
        fill(self.get(lang), values)
    }

    /// The words in every language.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(AsRef::as_ref)
    }
}

/// Replaces each `{name}` of `words` that `values` has; leaves the others as they stand.
pub fn fill(words: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        let known = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = values.iter().find(|(n, _)| *n == name)?;
            Some((*value, tail))
        });
        let (value, tail) = known.unwrap_or(("{", after));
        out.extend([before, value]);
        rest = tail;
    }
    out + rest
}

/// The names in braces of a text, sorted, each as often as it stands there.
pub fn placeholders(words: &str) -> Vec<&str> {
    let mut names: Vec<&str> =
        words.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect();
    names.sort_unstable();
    names
}
