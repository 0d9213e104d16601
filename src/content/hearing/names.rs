//! The names of countries and of their people, to be found by what is typed.

use super::spaced;
use crate::content::{Content, Id, Lang};

/// What kind of name one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameKind {
    /// A code of two letters.
    Code,
    /// A code of three letters, as passports have it.
    Passport,
    /// The country's name.
    Name,
    /// A word for its people, which takes the endings of gender and plural.
    People,
    /// A word for its people in one form only.
    Fixed,
}

/// A name of a country.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Name {
    /// In the form that [`spaced`] gives it.
    pub text: Box<str>,
    /// Without blanks.
    pub joined: Box<str>,
    pub code: Id,
    pub kind: NameKind,
}

/// Every name, in the order of the alphabet without blanks.
#[derive(Debug, Clone, Default)]
pub struct Names {
    all: Vec<Name>,
    /// What is shown of a country, in the first languages.
    shown: Vec<(Id, Vec<Box<str>>)>,
}

impl Names {
    pub(super) fn of(content: &Content, lines: &str) -> Self {
        let mut names = Self::default();
        for code in &content.codes {
            names.add(code, code, NameKind::Code);
        }
        for country in &content.countries {
            country.name.all().for_each(|name| names.add(name, &country.id, NameKind::Name));
            let people = country.demonym.all().chain(country.also.iter().map(String::as_str));
            people.for_each(|name| names.add(name, &country.id, NameKind::People));
        }
        for (code, longer, rest) in Content::named_lines(lines) {
            let Some(code) = content.code(code) else { continue };
            names.add(longer, code, NameKind::Passport);
            let (own, people) = rest.split_once('/').unwrap_or((rest, ""));
            let first = own.split(',').next().unwrap_or_default();
            let shown = first.split('|').map(|name| format!("{} ({code})", name.trim()).into());
            names.shown.push((code.clone(), shown.collect()));
            own.split([',', '|']).for_each(|name| names.add(name, code, NameKind::Name));
            for name in people.split(',') {
                match name.trim().strip_prefix('=') {
                    Some(fixed) => names.add(fixed, code, NameKind::Fixed),
                    None => names.add(name, code, NameKind::People),
                }
            }
        }
        names.all.sort_by(|a, b| (&a.joined, &a.code, a.kind).cmp(&(&b.joined, &b.code, b.kind)));
        names.all.dedup_by(|a, b| a.joined == b.joined && a.code == b.code && a.kind == b.kind);
        names
    }

    fn add(&mut self, name: &str, code: &Id, kind: NameKind) {
        let text = spaced(name);
        if !text.is_empty() {
            let joined = text.replace(' ', "").into();
            self.all.push(Name { text: text.into(), joined, code: code.clone(), kind });
        }
    }

    /// The name of a country, with its code, in a language or in the default one.
    pub fn shown(&self, code: &str, lang: Lang) -> Option<&str> {
        let (_, names) = self.shown.iter().find(|(id, _)| **id == *code)?;
        names.get(lang.0).or(names.first()).map(|name| &**name)
    }

    /// Every name.
    pub fn iter(&self) -> impl Iterator<Item = &Name> {
        self.all.iter()
    }

    /// The names that begin with some letters.
    pub fn begun<'n>(&'n self, letters: &'n str) -> impl Iterator<Item = &'n Name> {
        let start = self.all.partition_point(|name| *name.joined < *letters);
        self.all.iter().skip(start).take_while(move |name| name.joined.starts_with(letters))
    }

    /// The names of exactly these letters.
    pub fn exactly<'n>(&'n self, letters: &'n str) -> impl Iterator<Item = &'n Name> {
        self.begun(letters).take_while(move |name| name.joined.len() == letters.len())
    }
}

impl Content {
    /// The name of the country that the first half of a nationality stands for; empty where it adds nothing.
    pub fn half(&self, half: &str) -> Option<&str> {
        let half = spaced(half);
        self.hearing.halves.iter().find(|(own, _)| *own == half).map(|(_, name)| &**name)
    }

    /// The names of the countries that have a town of that name.
    pub fn towns(&self, town: &str) -> impl Iterator<Item = &str> {
        let town = spaced(town);
        self.hearing.towns.iter().filter(move |(own, _)| *own == town).map(|(_, country)| &**country)
    }

    /// The name of the country that has a state with that code, in the form of [`spaced`].
    pub fn state(&self, code: &str) -> Option<&str> {
        self.hearing.states.iter().find(|(own, _)| *own == code).map(|(_, country)| &**country)
    }
}
