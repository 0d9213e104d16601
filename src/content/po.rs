//! Files of gettext, as translators and their tools read and write them: one entry a text, with its address as the
//! context. Own code, since a translator's mistakes are told all at once and at their lines, as those of content are.

mod reading;
mod writing;

use std::collections::BTreeMap;
use std::ops::Range;

use super::Problem;

/// A file that came back from a translator.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PoFile {
    /// As it is shown.
    pub name: String,
    pub(super) source: String,
    /// By address; the head of the file has none.
    pub entries: BTreeMap<String, PoEntry>,
    pub(super) problems: Vec<Problem>,
}

/// The words for one text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PoEntry {
    /// The source text that was before the translator.
    pub source: String,
    /// The one before it, where the words are of that.
    pub(super) before: Option<String>,
    /// Empty where there are none.
    pub words: String,
    /// Whether a translator, or their tool, is not sure of the words.
    pub is_fuzzy: bool,
    /// Where the words stand, in bytes.
    pub(super) span: Range<usize>,
    /// The line of its address.
    pub line: usize,
}

impl PoEntry {
    /// The source text that the words translate. Words that nobody is sure of translate none, so that they are kept for
    /// the next time and not shown.
    pub(super) fn of(&self) -> &str {
        match &self.before {
            _ if !self.is_fuzzy => &self.source,
            Some(before) if *before != self.source => before,
            _ => "",
        }
    }
}
