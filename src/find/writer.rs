//! Texts of the content as they are shown, in every language.

use chrono::{Datelike, NaiveDate};

use crate::content::{Condition, Content, Country, Cutoff, Lang, Msg, Rule, Statement, Text, fill};

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
        self.each(|lang| fill(self.content.msg(Msg::HelpLineNumber, lang), &[("number", number)]))
    }

    /// Name, nationality, code, and the other words that people type.
    pub(super) fn names_of(&self, country: &Country) -> Vec<Text> {
        let also = country.also.iter().map(|word| self.same(word));
        let names = [country.name.clone(), country.demonym.clone(), self.same(&country.id)];
        names.into_iter().chain(also).collect()
    }

    /// A text that stands with a rule, with the rule's dates and nationalities.
    pub(super) fn ruled(&self, text: &Text, rule: &Rule) -> Text {
        self.each(|lang| {
            let tests = rule.tests();
            let dates = tests.iter().filter_map(|test| match test.condition {
                Condition::Cutoff(cutoff) => Some(self.cutoff(cutoff, lang)),
                _ => None,
            });
            let countries = tests.iter().filter_map(|test| match &test.condition {
                Condition::Includes(codes) => Some(codes),
                _ => None,
            });
            let countries = countries.flatten().filter_map(|code| self.content.country(code));
            let names: Vec<&str> = countries.map(|country| country.demonym.get(lang)).collect();
            let mut values = vec![("nationalities".to_owned(), self.any_of(&names, lang))];
            values.extend(dates.enumerate().map(|(n, date)| match n {
                0 => ("date".to_owned(), date),
                n => (format!("date{}", n + 1), date),
            }));
            let values: Vec<(&str, &str)> =
                values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            text.fill(lang, &values)
        })
    }

    fn any_of(&self, names: &[&str], lang: Lang) -> String {
        match names {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [first @ .., last] => fill(self.content.msg(Msg::ListOr, lang), &[("a", &first.join(", ")), ("b", last)]),
        }
    }

    fn cutoff(&self, cutoff: Cutoff, lang: Lang) -> String {
        let (day, year) = (cutoff.date.day().to_string(), cutoff.date.year().to_string());
        let month = self.content.catalog.month(cutoff.date.month(), lang);
        let pattern = self.content.msg(Msg::DateDay, lang);
        fill(pattern, &[("d", &day), ("m", month), ("y", &year)])
    }

    /// A question's text, of the current country.
    pub(super) fn here(&self, text: &Text) -> Text {
        self.each(|lang| text.fill(lang, &[("country", self.content.msg(Msg::CountryHere, lang))]))
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
