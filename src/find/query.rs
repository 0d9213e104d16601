//! The words that are looked for.

use super::grade::Needle;
use crate::text::fold;

/// More words than this are not looked for: nobody means them.
const MOST_WORDS: usize = 12;
/// The letters of a word beyond this are not looked at.
const LONGEST: usize = 40;

/// Fewer letters begin too many words.
const SHORTEST_BEGINNING: usize = 3;

/// Words without accents, in lower case.
#[derive(Debug)]
pub(super) struct Query {
    pub(super) needles: Vec<Needle>,
    folded: String,
}

impl Query {
    pub(super) fn new(words: &str) -> Self {
        let words = words.split_whitespace().take(MOST_WORDS).map(plain).filter(|word| !word.is_empty());
        let words: Vec<String> = words.collect();
        Self { folded: words.join(" "), needles: words.iter().map(|word| Needle::new(word)).collect() }
    }

    /// Whether a folded phrase begins with what was typed, which is more than a letter or two.
    pub(super) fn begins(&self, phrase: &str) -> bool {
        self.folded.len() >= SHORTEST_BEGINNING && phrase.starts_with(&self.folded)
    }

    /// Whether a folded name is just what was typed.
    pub(super) fn is(&self, name: &str) -> bool {
        !self.needles.is_empty() && name == self.folded
    }
}

fn plain(word: &str) -> String {
    let start: String = word.chars().take(LONGEST).collect();
    let folded = fold(&start);
    folded.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}
