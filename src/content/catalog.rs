//! The program's own messages: `messages` is the table that says which there are and which `{names}` each uses. The
//! words themselves are in `content/interface.toml`.

mod messages;

use super::{Lang, Text};

pub use messages::Msg;

/// The texts of all words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalog {
    /// In the order of [`Msg::ALL`].
    texts: Vec<Text>,
    /// Names of the months, January first: in full and short.
    months: Vec<(Text, Text)>,
}

impl Catalog {
    /// The words from their texts, in the order of [`Msg::ALL`], and the months, January first, in full and short.
    pub fn new(texts: Vec<Text>, months: Vec<(Text, Text)>) -> Self {
        Self { texts, months }
    }

    /// A word in a language.
    pub fn get(&self, word: Msg, lang: Lang) -> &str {
        self.texts.get(word as usize).map_or("", |text| text.get(lang))
    }

    /// The name of a month (1 to 12) in full; empty outside that range.
    pub fn month(&self, month: u32, lang: Lang) -> &str {
        self.name_of_month(month).map_or("", |names| names.0.get(lang))
    }

    /// The short name of a month (1 to 12); empty outside that range.
    pub fn month_short(&self, month: u32, lang: Lang) -> &str {
        self.name_of_month(month).map_or("", |names| names.1.get(lang))
    }

    fn name_of_month(&self, month: u32) -> Option<&(Text, Text)> {
        self.months.get(usize::try_from(month.checked_sub(1)?).ok()?)
    }
}
