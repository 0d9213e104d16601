//! Texts as they are shown, in every language.

use chrono::NaiveDate;
use std::collections::BTreeMap;

use super::folded::Folded;
use crate::content::{Content, Country, Id, Intake, Lang, Msg, Rule, Statement, Text};
use crate::wording::Phrases;

pub(super) struct Writer<'a> {
    pub(super) content: &'a Content,
    /// The day of asking: what is dated after it is left out.
    pub(super) day: NaiveDate,
    /// The words for each country that people type: many rules name the same ones.
    names: BTreeMap<&'a Id, Vec<Folded>>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(content: &'a Content, day: NaiveDate) -> Self {
        let mut writer = Self { content, day, names: BTreeMap::new() };
        let names = content.countries.iter().map(|country| (&country.id, writer.words_for(country))).collect();
        writer.names = names;
        writer
    }

    /// Statements made by the day, each with its source, so that none is taken for the statement of another source.
    pub(super) fn statements<'s>(&self, all: impl IntoIterator<Item = &'s Statement>) -> impl Iterator<Item = Text> {
        let made = all.into_iter().filter(|statement| statement.published_by(self.day));
        made.map(|s| self.each(|lang| format!("{} [{}]", s.text.get(lang), s.source.label.get(lang))))
    }

    /// A statement on intake after the notices that belong before it: it is not found without them.
    pub(super) fn after_its_notices(&self, own: &Intake) -> Text {
        let notices = own.notices.iter().map(|notice| &notice.statement).filter(|said| said.known_by(self.day));
        let all: Vec<Text> = self.statements(notices.chain([&own.statement])).collect();
        self.each(|lang| all.iter().map(|text| text.get(lang)).collect::<Vec<_>>().join(" "))
    }

    /// The number of a help line, with the remark that it is not verified.
    pub(super) fn help_line(&self, number: &str) -> Text {
        self.each(|lang| self.phrases(lang).fill(Msg::HelpLineNumber, &[("number", number)]))
    }

    /// The words for a country that people type.
    pub(super) fn names_of(&self, code: &Id) -> impl Iterator<Item = Folded> {
        self.names.get(code).into_iter().flatten().cloned()
    }

    fn words_for(&self, country: &Country) -> Vec<Folded> {
        let also = country.also.iter().map(|word| self.same(word));
        let names = [country.name.clone(), country.demonym.clone(), self.same(&country.id)];
        names.into_iter().chain(also).map(Folded::from).collect()
    }

    /// A text of a record with a rule, with the rule's dates and nationalities.
    pub(super) fn ruled(&self, text: &Text, rule: &Rule) -> Text {
        self.each(|lang| self.phrases(lang).ruled(text.get(lang), rule))
    }

    pub(super) fn here(&self, text: &Text) -> Text {
        self.each(|lang| text.fill(lang, &[("country", self.phrases(lang).get(Msg::CountryHere))]))
    }

    pub(super) fn message(&self, msg: Msg) -> Text {
        self.each(|lang| self.phrases(lang).get(msg).to_owned())
    }

    fn phrases(&self, lang: Lang) -> Phrases<'_> {
        Phrases::new(self.content, lang)
    }

    /// The same words in every language.
    pub(super) fn same(&self, words: &str) -> Text {
        self.each(|_| words.to_owned())
    }

    pub(super) fn each(&self, words: impl Fn(Lang) -> String) -> Text {
        Text::new((0..self.content.languages.len()).map(|n| words(Lang(n)).into_boxed_str()).collect())
    }
}
