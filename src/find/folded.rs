//! Words as they are compared: without accents, in lower case, in every language.

use std::sync::Arc;

use crate::content::Text;
use crate::text::fold;

/// A text with what is compared of it. Cheap to clone.
///
/// The matcher would drop accents itself, but where letters are not ASCII it overlooks a word at the end of a text.
#[derive(Debug, Clone)]
pub(super) struct Folded {
    pub(super) text: Text,
    plain: Arc<[Box<str>]>,
}

impl Folded {
    /// What is compared, a language each; the same words only once.
    pub(super) fn plain(&self) -> impl Iterator<Item = &str> {
        self.plain.iter().map(AsRef::as_ref)
    }
}

impl From<Text> for Folded {
    fn from(text: Text) -> Self {
        let mut plain: Vec<Box<str>> = text.all().map(|words| fold(words).into_boxed_str()).collect();
        plain.sort_unstable();
        plain.dedup();
        Self { text, plain: plain.into() }
    }
}
