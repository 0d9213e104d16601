//! What people type, in several languages at once: the words of dates and answers, and the names of countries.
//!
//! Read as text when the content is loaded; the tables to look words up in are made when the first word is.

mod answers;
mod names;

use std::collections::HashMap;
use std::sync::OnceLock;

use super::period::PeriodUnit;
use super::{Id, SearchWords};
use crate::text::fold;

pub use names::{NameKind, Names};

/// What a word or a phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "docs/content.md says what each one is")]
pub enum Sense {
    DontKnow,
    Declined,
    Yes,
    No,
    Stateless,
    /// No country at all.
    None,
    /// A country that is not listed.
    Other,
    /// Looks like a country and is none.
    Region,
    /// Also the code of a country, which is not meant.
    NoCode,
    /// What follows is not meant.
    Not,
    /// The question is not one for this person.
    Inapplicable,
    /// A relative, whose nationality is another matter.
    Kin,
    Joins,
    Around,
    /// Around the country where somebody is.
    Lives,
    /// Around the country that somebody is of.
    Origin,
    /// A month from 1.
    Month(u32),
    /// Looks like a month and is none.
    NoMonth,
    /// A day of a month from 1.
    Day(u32),
    /// A number that no day has.
    Number(u32),
    Ordinal,
    /// A day of the week from 1, Monday.
    Weekday(u32),
    /// A part of a date that is not known.
    Blank,
    /// Makes the number after it a month.
    MonthIs,
    /// Directly before "before" or "after": the one unit of the calendar beside the date.
    Unit(CalendarUnit),
    /// Behind a number, where a length of time is asked: a unit, and how many of it.
    Counted(PeriodUnit, u32),
    Dropped,
    /// Tells that somebody came, or did something else on a day.
    Event,
    /// A part of a date in one language, and another word in others: the number of that language.
    Doubtful(u8),
    /// A word of that language.
    Beside(u8),
    /// Said to somebody.
    Polite,
    Before,
    Until,
    After,
    Since,
    Onward,
    Between,
    To,
    And,
    Or,
    /// The one of a month with nothing after it.
    Last,
    /// Tells of a return or a departure, which is no first arrival.
    Again,
    Vague,
    Relative,
    /// The day of asking, where it ends a time that began with a date.
    Now,
    /// Until the day of asking.
    TillNow,
    Always,
    Born,
    Here,
    /// Before how long somebody has been in a country.
    Lasting,
    /// Stands around a number of years.
    Aged,
    /// Behind a number, a part of a year, of which there are fewer than that; behind none, half a year.
    AgePart(u32),
    /// That age or more.
    AgeFrom,
    /// More than that age.
    AgeOver,
    /// Less than that age.
    AgeUnder,
    /// That age or less.
    AgeMost,
    /// Beside an age that is not reached.
    AgeYet,
    /// Older or younger than somebody else.
    AgeCompared,
    /// Old enough, in words without a number.
    OfAge,
    /// Too young, in words without a number.
    UnderAge,
}

/// What a calendar is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum CalendarUnit {
    Day,
    Month,
    Year,
}

/// The words of `hearing.toml`, and the tables made of them.
#[derive(Debug, Clone, Default)]
pub struct Hearing {
    /// Lists of phrases with commas between them.
    pub(super) phrases: Vec<(Sense, String)>,
    /// Phrases for one answer of a question: its id, the answer as on the command line, and the phrases.
    pub(super) answers: Vec<(String, String, Vec<String>)>,
    /// Phrases that tell of what the date of a question is the date of, with its id.
    pub(super) events: Vec<(String, Vec<String>)>,
    /// What stands in front of another nationality, and the name of the country; none where it adds nothing.
    pub(super) halves: Vec<(String, String)>,
    /// Towns, each with the name of its country.
    pub(super) towns: Vec<(String, String)>,
    /// Codes of the states of a country, each with the country's name.
    pub(super) states: Vec<(String, String)>,
    /// A line for each country: two codes, names, a slash, words for its people.
    pub(super) names: String,
    pub(super) search_words: Vec<SearchWords>,
    lexicon: OnceLock<Lexicon>,
    index: OnceLock<Names>,
}

/// What phrases mean.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    senses: HashMap<Box<str>, Vec<Sense>>,
    /// The same with their accents.
    accented: HashMap<Box<str>, Vec<Sense>>,
    longest: usize,
}

/// A word as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Word {
    /// In small letters, with a stroke after each that had an accent.
    pub accented: String,
    pub plain: String,
}

impl Lexicon {
    fn add(&mut self, phrase: &str, sense: Sense) {
        let (plain, accented) = (spaced(phrase), accented(phrase));
        if plain.is_empty() {
            return;
        }
        self.longest = self.longest.max(plain.split(' ').count());
        for senses in [self.senses.entry(plain.into()), self.accented.entry(accented.into())] {
            let senses = senses.or_default();
            if !senses.contains(&sense) {
                senses.push(sense);
            }
        }
    }

    /// What typed words mean: with their accents as they are, else without. "Dès" is no "des", and "mas" no "más".
    pub fn heard(&self, words: &[&Word]) -> &[Sense] {
        let join = |of: fn(&Word) -> &str| words.iter().map(|word| of(word)).collect::<Vec<_>>().join(" ");
        self.accented
            .get(&*join(|word| &word.accented))
            .map_or_else(|| self.senses(&join(|word| &word.plain)), Vec::as_slice)
    }

    /// What a phrase means, in the form that [`spaced`] gives it.
    pub fn senses(&self, phrase: &str) -> &[Sense] {
        self.senses.get(phrase).map_or(&[], Vec::as_slice)
    }

    /// Whether a phrase can mean something.
    pub fn means(&self, phrase: &str, sense: Sense) -> bool {
        self.senses(phrase).contains(&sense)
    }

    /// The longest phrase that words begin with and that means something wanted: how many of them it has, and what it means.
    pub fn leading<T>(&self, words: &[&str], wanted: impl Fn(&Sense) -> Option<T>) -> Option<(usize, T)> {
        (1..=words.len().min(self.longest)).rev().find_map(|count| {
            self.senses(&words.get(..count)?.join(" ")).iter().find_map(&wanted).map(|found| (count, found))
        })
    }

    /// Every phrase with what it means.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[Sense])> {
        self.senses.iter().map(|(phrase, senses)| (&**phrase, senses.as_slice()))
    }

    /// The most words that a phrase has.
    pub fn longest(&self) -> usize {
        self.longest
    }
}

impl super::Content {
    /// What the words that people type mean.
    pub fn lexicon(&self) -> &Lexicon {
        self.hearing.lexicon.get_or_init(|| {
            let mut lexicon = Lexicon::default();
            for (sense, list) in &self.hearing.phrases {
                list.split(',').for_each(|phrase| lexicon.add(phrase, *sense));
            }
            for lang in (0..self.languages.len()).map(super::Lang) {
                for month in 1..=12 {
                    lexicon.add(self.catalog.month(month, lang), Sense::Month(month));
                    lexicon.add(self.catalog.month_short(month, lang), Sense::Month(month));
                }
                let words = [
                    (super::Msg::DontKnow, Sense::DontKnow),
                    (super::Msg::Declined, Sense::Declined),
                    (super::Msg::Stateless, Sense::Stateless),
                    (super::Msg::AlwaysHere, Sense::Always),
                ];
                for (msg, sense) in words {
                    lexicon.add(self.msg(msg, lang), sense);
                }
            }
            lexicon
        })
    }

    /// Whether words tell only of what another question asks the date of: "registered 2022", where the arrival is asked.
    pub fn tells_of_another(&self, question: &str, words: &str) -> bool {
        let padded = format!(" {words} ");
        let told = |own: bool| {
            let events = self.hearing.events.iter().filter(|(id, _)| (id == question) == own);
            events.flat_map(|(_, phrases)| phrases).any(|phrase| padded.contains(&format!(" {phrase} ")))
        };
        self.hearing.events.iter().any(|(id, _)| id == question) && told(false) && !told(true)
    }

    /// The words that people look for, and what they lead to.
    pub fn search_words(&self) -> &[SearchWords] {
        &self.hearing.search_words
    }

    /// The names of countries and of their people.
    pub fn names(&self) -> &Names {
        self.hearing.index.get_or_init(|| Names::of(self, &self.hearing.names))
    }

    /// The alpha-2 code that a line of names is for, and the rest of the line.
    pub(super) fn named_lines(names: &str) -> impl Iterator<Item = (&str, &str, &str)> {
        names.lines().filter(|line| !line.trim().is_empty()).map(|line| {
            let (code, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
            let (longer, rest) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
            (code, longer, rest)
        })
    }

    /// The code of a country as an id, where it is assigned.
    pub(super) fn code(&self, code: &str) -> Option<&Id> {
        self.codes.iter().find(|id| ***id == *code)
    }
}

/// Words as they are compared: small letters without accents, one blank between them, no signs.
pub fn spaced(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// As [`spaced`], with a stroke after each letter that has an accent.
fn accented(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let with = |word: &str| -> String { word.chars().flat_map(accented_char).collect() };
    words.map(with).collect::<Vec<_>>().join(" ")
}

fn accented_char(c: char) -> impl Iterator<Item = char> {
    let folded: Vec<char> = fold(&c.to_string()).chars().collect();
    let stroke = folded.len().min(usize::from(!c.is_ascii()));
    folded.into_iter().flat_map(move |c| [Some(c), (stroke > 0).then_some('\'')]).flatten()
}
