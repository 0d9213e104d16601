//! What each word is in each language.

use super::Word;
use crate::content::{Lang, Text};

/// The texts of all words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// In the order of [`Word::ALL`].
    texts: Vec<Text>,
    /// Names of the months, January first: in full and short.
    months: Vec<(Text, Text)>,
}

impl Words {
    /// The words from their texts, in the order of [`Word::ALL`], and the months, January first, in full and short.
    #[must_use]
    pub fn new(texts: Vec<Text>, months: Vec<(Text, Text)>) -> Self {
        Self { texts, months }
    }

    /// A word in a language.
    #[must_use]
    pub fn say(&self, word: Word, lang: Lang) -> &str {
        self.texts.get(word as usize).map_or("", |text| text.say(lang))
    }

    /// The name of a month (1 to 12) in full; empty outside that range.
    #[must_use]
    pub fn month(&self, month: u32, lang: Lang) -> &str {
        self.name_of_month(month).map_or("", |names| names.0.say(lang))
    }

    /// The short name of a month (1 to 12); empty outside that range.
    #[must_use]
    pub fn month_short(&self, month: u32, lang: Lang) -> &str {
        self.name_of_month(month).map_or("", |names| names.1.say(lang))
    }

    fn name_of_month(&self, month: u32) -> Option<&(Text, Text)> {
        self.months.get(usize::try_from(month.checked_sub(1)?).ok()?)
    }
}
