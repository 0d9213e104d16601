//! What one name can mean, from what names it in full to what only resembles it.

use std::cmp::Reverse;

use super::near::resembling;
use super::{around, ending, value};
use crate::content::hearing::spaced;
use crate::content::{Condition, Content, FactKind, Id, Lang, Msg, NameKind, Question, Sense};
use crate::rules::{OTHER, Value};

/// Signs that no name has: what they stand in was not typed as one.
const NO_NAME: [char; 12] = ['[', ']', '{', '}', '<', '>', '=', '\\', '~', '*', '#', '%'];

/// What a name can mean.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// Best first.
    pub(super) values: Vec<Value>,
    how: How,
}

/// How a name was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum How {
    Named,
    /// By the beginning of a name, and it can be no other.
    Alone,
    /// By a later word of a name only.
    Inside,
    /// By part of a name only, or by one letter: it is always asked.
    #[default]
    Guessed,
}

impl Candidates {
    /// The one that is meant, where it can be no other.
    pub(super) fn sure(&self) -> Option<&Value> {
        match self.values.as_slice() {
            [one] if matches!(self.how, How::Named | How::Alone) => Some(one),
            _ => None,
        }
    }

    /// Found by nearly its letters.
    pub(super) fn guessed(values: Vec<Value>) -> Self {
        Self { values, how: How::Guessed }
    }

    /// What is chosen by its number.
    pub(super) fn named_by(value: Option<Value>) -> Self {
        Self { values: value.into_iter().collect(), how: How::Named }
    }

    /// Whether it is only found inside of names.
    pub(super) fn is_inside(&self) -> bool {
        self.how == How::Inside && !self.values.is_empty()
    }

    /// Whether the name is one in full, of one country.
    pub(super) fn is_named(&self) -> bool {
        self.how == How::Named && self.values.len() == 1
    }
}

/// What a name can mean, the first way in which it means anything.
pub(super) fn of(content: &Content, question: &Question, name: &str) -> Candidates {
    if name.contains(NO_NAME) {
        return Candidates::default();
    }
    let exact = named(content, question, name);
    if !exact.is_empty() {
        return Candidates { values: exact, how: How::Named };
    }
    // Where somebody is from is not where they are, and the other way round.
    let other = around::within(content, question, name, &around::ANY);
    if !other.is_empty() {
        return Candidates { values: other, how: How::Guessed };
    }
    // A word such as "solo" is in a list for itself, and begins no name there.
    if content.lexicon().means(&spaced(name), Sense::NoCode) {
        return Candidates::default();
    }
    let letters = joined(name);
    let begun = begun(content, question, &letters);
    if !begun.is_empty() {
        // Several words begin a name of several: "es co" is no "Escocia".
        let text = spaced(name);
        let is_word =
            || words(content, question).iter().any(|(_, names)| names.iter().any(|name| name.starts_with(&text)));
        let is_begun = text == letters || content.names().iter().any(|name| name.text.starts_with(&text)) || is_word();
        let is_sure = begun.len() == 1 && letters.len() > 1 && is_begun && !is_other_word(content, &text, &begun);
        let how = if is_sure { How::Alone } else { How::Guessed };
        return Candidates { values: begun, how };
    }
    let later = later(content, question, &spaced(name));
    if !later.is_empty() {
        return Candidates { values: later, how: How::Inside };
    }
    resembling(content, question, &letters)
}

/// Whether what begins a name is a word of another kind, "para", or the beginning of a name that the content does not
/// use, "common", "chap": neither is meant for it without being asked.
fn is_other_word(content: &Content, text: &str, begun: &[Value]) -> bool {
    let proper = proper(content, &text.replace(' ', ""));
    let is_usual = |code: &Id| **code == *OTHER || proper.contains(&code);
    let all_usual = begun.iter().all(|value| match value {
        Value::Country(code) => is_usual(code),
        Value::Countries(codes) => codes.iter().all(is_usual),
        _ => true,
    });
    !content.lexicon().senses(text).is_empty() || (text.len() >= CODE && !all_usual)
}

/// All that a name can mean, for a list to choose from.
pub(super) fn all(content: &Content, question: &Question, name: &str) -> Vec<Value> {
    let letters = joined(name);
    let mut found = named(content, question, name);
    let more = begun(content, question, &letters).into_iter().chain(later(content, question, &spaced(name)));
    for value in more {
        if !found.contains(&value) {
            found.push(value);
        }
    }
    if found.is_empty() { resembling(content, question, &letters).values } else { found }
}

/// What is offered where nothing is typed: the countries that rules name for this fact, those that most rules name
/// first, and the words that stand for none.
pub(super) fn usual(content: &Content, question: &Question) -> Vec<Value> {
    let named = by_use(content, question).into_iter().map(|id| value(question, id));
    named.chain(words(content, question).into_iter().map(|(value, _)| value)).collect()
}

/// The letters of the longest code.
pub(super) const CODE: usize = 3;

/// What a text names in full, also with words around it that say nothing.
pub(super) fn named(content: &Content, question: &Question, text: &str) -> Vec<Value> {
    let direct = exact(content, question, text);
    if !direct.is_empty() {
        return direct;
    }
    let own = if question.kind == FactKind::Country { Sense::Lives } else { Sense::Origin };
    around::within(content, question, text, &[Sense::Around, own])
}

/// What a text names in full, with nothing around it.
pub(super) fn exact(content: &Content, question: &Question, text: &str) -> Vec<Value> {
    exactly(content, question, &spaced(text))
}

pub(super) fn exactly(content: &Content, question: &Question, text: &str) -> Vec<Value> {
    if text.is_empty() {
        return Vec::new();
    }
    let lexicon = content.lexicon();
    if question.kind == FactKind::Countries && lexicon.means(text, Sense::Stateless) {
        return vec![Value::Stateless];
    }
    if lexicon.means(text, Sense::Other) {
        return vec![value(question, OTHER.into())];
    }
    if let Some((value, _)) = words(content, question).into_iter().find(|(_, names)| names.iter().any(|n| n == text)) {
        return vec![value];
    }
    let letters = text.replace(' ', "");
    let names = content.names();
    let is_sure = |code: &Id, kind: NameKind| match kind {
        NameKind::Name | NameKind::People | NameKind::Fixed => true,
        // A code that nobody has a name for here must not hide a name that begins so.
        NameKind::Code => content.country(code).is_some(),
        NameKind::Passport => content.country(code).is_some() || names.begun(&letters).all(|name| name.code == *code),
    };
    let mut found: Vec<Id> =
        names.exactly(&letters).filter(|name| is_sure(&name.code, name.kind)).map(|name| name.code.clone()).collect();
    // Of "venezolana es" the second is no ending.
    let is_parted = text.rsplit_once(' ').is_some_and(|(_, last)| last.len() < CODE);
    // "Nice" is no form of the word for a people.
    let is_other = lexicon.means(text, Sense::NoCode);
    if found.is_empty() && !is_parted && !is_other {
        let bases = ending::bases(&letters);
        let people = bases.iter().flat_map(|base| names.exactly(base)).filter(|name| name.kind == NameKind::People);
        found.extend(people.map(|name| name.code.clone()));
    }
    sorted(content, question, found)
}

/// The countries with a name that begins with some letters.
pub(super) fn begun(content: &Content, question: &Question, letters: &str) -> Vec<Value> {
    if letters.is_empty() {
        return Vec::new();
    }
    let names = content.names();
    let countries = sorted(content, question, names.begun(letters).map(|name| name.code.clone()).collect());
    // After the countries of the rules comes the one whose code it is, and always among those that are shown.
    let usual = by_use(content, question);
    let code = names.exactly(letters).find(|name| name.kind == NameKind::Code).map(|name| &name.code);
    let proper = proper(content, letters);
    let place = |wanted: &Value| {
        let is = |code: &Id| value(question, code.clone()) == *wanted;
        // What begins so only in the words of some people comes after those that are called so.
        let is_called = proper.iter().copied().any(is);
        (!(is_called && usual.iter().any(is)), !is_called, !usual.iter().any(is), !code.is_some_and(is))
    };
    let mut countries = countries;
    countries.sort_by_cached_key(place);
    let own = countries.iter().position(|value| !place(value).3).filter(|at| *at >= super::OFFERED);
    if let Some(own) = own.map(|at| countries.remove(at)) {
        countries.insert(super::OFFERED - 1, own);
    }
    let begins = |names: &[String]| names.iter().any(|name| name.replace(' ', "").starts_with(letters));
    let words = words(content, question).into_iter().filter(|(_, names)| begins(names)).map(|(value, _)| value);
    countries.into_iter().chain(words).collect()
}

/// The countries with a name of the content that begins with some letters: none that is slang.
fn proper<'c>(content: &'c Content, letters: &str) -> Vec<&'c Id> {
    let begins = |name: &str| joined(name).starts_with(letters);
    let called = content.countries.iter().filter(|country| {
        let mut names = country.name.all().chain(country.demonym.all());
        names.any(begins)
    });
    called.map(|country| &country.id).collect()
}

/// The countries of which a later word of a name begins so.
fn later(content: &Content, question: &Question, text: &str) -> Vec<Value> {
    if text.len() < 3 {
        return Vec::new();
    }
    let has =
        |name: &str| name.match_indices(' ').any(|(at, _)| name.get(at + 1..).is_some_and(|s| s.starts_with(text)));
    let found = content.names().iter().filter(|name| has(&name.text)).map(|name| name.code.clone()).collect();
    let words = words(content, question).into_iter().filter(|(_, names)| names.iter().any(|name| has(name)));
    sorted(content, question, found).into_iter().chain(words.map(|(value, _)| value)).collect()
}

/// Each country once: those that rules name for this fact, those that have a name here, all others.
pub(super) fn sorted(content: &Content, question: &Question, mut codes: Vec<Id>) -> Vec<Value> {
    codes.sort();
    codes.dedup();
    let usual = by_use(content, question);
    let place = |code: &Id| {
        let named = content.countries.iter().position(|country| country.id == *code);
        (usual.iter().position(|id| id == code).unwrap_or(usize::MAX), named.unwrap_or(usize::MAX))
    };
    codes.sort_by_cached_key(place);
    codes.into_iter().map(|code| value(question, code)).collect()
}

/// Countries that rules name for this fact, those that most rules name first.
fn by_use(content: &Content, question: &Question) -> Vec<Id> {
    let tests = content.offices.iter().flat_map(|office| &office.requirements).flat_map(|r| r.rule.tests());
    let named: Vec<&Id> = tests
        .filter(|test| *test.fact == *question)
        .flat_map(|test| match &test.condition {
            Condition::OneOf(codes) | Condition::Includes(codes) => codes.as_slice(),
            _ => &[],
        })
        .collect();
    let uses = |id: &Id| named.iter().filter(|other| **other == id).count();
    let mut usual: Vec<&Id> = content.countries.iter().map(|country| &country.id).filter(|id| uses(id) > 0).collect();
    usual.sort_by_key(|id| Reverse(uses(id)));
    usual.into_iter().cloned().collect()
}

/// The values that are no country, each with its names.
fn words(content: &Content, question: &Question) -> Vec<(Value, Vec<String>)> {
    let names = |msg| (0..content.languages.len()).map(|n| spaced(content.msg(msg, Lang(n)))).collect();
    let stateless = (question.kind == FactKind::Countries).then(|| (Value::Stateless, names(Msg::Stateless)));
    let mut other: Vec<String> = names(Msg::OtherCountry);
    other.push(OTHER.to_owned());
    [(value(question, OTHER.into()), other)].into_iter().chain(stateless).collect()
}

/// A text's letters without blanks and signs, as names are compared.
fn joined(text: &str) -> String {
    spaced(text).replace(' ', "")
}
