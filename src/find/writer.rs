//! Texts of the content as they are shown, in every language.

use chrono::NaiveDate;

use crate::content::{Content, Country, Lang, Msg, Rule, Statement, Text};
use crate::wording::Phrases;

/// Writes texts of a content.
pub(super) struct Writer<'a> {
    pub(super) content: &'a Content,
    /// The day of asking: what is dated after it is left out.
    pub(super) day: NaiveDate,
}

impl Writer<'_> {
    /// A statement with the name of its source: what one source says never stands as another's.
    pub(super) fn said(&self, said: &Statement) -> Text {
        self.each(|lang| format!("{} [{}]", said.text.get(lang), said.source.label.get(lang)))
    }

    /// The statements made by the day.
    pub(super) fn all_said<'s>(&self, said: impl IntoIterator<Item = &'s Statement>) -> impl Iterator<Item = Text> {
        said.into_iter().filter(|said| said.made_by(self.day)).map(|said| self.said(said))
    }

    /// The number of a help line, which never stands without saying that it is not verified.
    pub(super) fn help_line(&self, number: &str) -> Text {
        self.each(|lang| self.phrases(lang).fill(Msg::HelpLineNumber, &[("number", number)]))
    }

    /// Name, nationality, code, and the other words that people type.
    pub(super) fn names_of(&self, country: &Country) -> Vec<Text> {
        let also = country.also.iter().map(|word| self.same(word));
        let names = [country.name.clone(), country.demonym.clone(), self.same(&country.id)];
        names.into_iter().chain(also).collect()
    }

    /// A text that stands with a rule, with the rule's dates and nationalities.
    pub(super) fn ruled(&self, text: &Text, rule: &Rule) -> Text {
        self.each(|lang| self.phrases(lang).ruled(text.get(lang), rule))
    }

    /// A question's text, for whichever country the person is in.
    pub(super) fn here(&self, text: &Text) -> Text {
        self.each(|lang| text.fill(lang, &[("country", self.phrases(lang).get(Msg::CountryHere))]))
    }

    fn phrases(&self, lang: Lang) -> Phrases<'_> {
        Phrases::new(self.content, lang)
    }

    /// The same words in every language.
    fn same(&self, words: &str) -> Text {
        self.each(|_| words.to_owned())
    }

    /// Words made for each language.
    pub(super) fn each(&self, words: impl Fn(Lang) -> String) -> Text {
        Text::new((0..self.content.languages.len()).map(|n| words(Lang(n)).into_boxed_str()).collect())
    }
}
