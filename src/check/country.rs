//! Type-ahead for countries: by code, name, nationality or another word, in any language, accents optional.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::choice::Choice;
use crate::content::{Condition, Content, Country, Id, Kind, Question};
use crate::rules::{Answer, OTHER, Value};
use crate::text::fold;

/// How many countries a typed word offers: as many as there are digits for choices.
const OFFERED: usize = 8;

/// The countries typed so far and the ones that the last word can mean, best first.
pub(super) fn offered(content: &Content, question: &Question, typed: &str) -> Vec<Choice> {
    let (done, last) = split(typed, question.kind);
    let Some(done) = done.iter().map(|word| best(content, question, word)).collect::<Option<Vec<Value>>>() else {
        return Vec::new();
    };
    let found = matches(content, question, last);
    let most = if last.is_empty() { found.len() } else { OFFERED };
    // A list that ends in a comma means what it names so far: what it could still name comes after.
    let so_far = done.split_last().filter(|_| last.is_empty()).map(|(newest, before)| joined(before, newest));
    let mut offered: Vec<Value> = so_far.into_iter().collect();
    for value in found.into_iter().take(most).map(|value| joined(&done, &value)) {
        if !offered.contains(&value) {
            offered.push(value);
        }
    }
    offered.into_iter().map(|value| Choice { key: None, answer: Answer::Known(value), side: None }).collect()
}

/// Splits a list at commas, semicolons and plus signs, the last word apart: it may still grow, or be yet to come. A
/// single country is one word with its blanks.
fn split(typed: &str, kind: Kind) -> (Vec<&str>, &str) {
    if kind == Kind::Country {
        return (Vec::new(), typed);
    }
    let mut words: Vec<&str> = typed.split([',', ';', '+']).map(str::trim).collect();
    let last = words.pop().filter(|word| !fold(word).is_empty()).unwrap_or_default();
    words.retain(|word| !fold(word).is_empty());
    (words, last)
}

/// Whether what is typed names its countries in full: each by code, name or nationality, and only one of each.
pub fn is_exact(content: &Content, question: &Question, typed: &str) -> bool {
    let (done, last) = split(typed, question.kind);
    let in_full = |word: &str| {
        let best = ranked(content, question, word).into_iter().map(|(rank, _)| rank);
        best.filter(|rank| *rank == 0).count() == 1
    };
    let some = !done.is_empty() || !fold(last).is_empty();
    some && done.into_iter().all(in_full) && (last.is_empty() || in_full(last))
}

fn best(content: &Content, question: &Question, word: &str) -> Option<Value> {
    matches(content, question, word).into_iter().next()
}

/// One set from countries already typed and one more. Stateless stands alone, so it takes the place of the rest.
fn joined(done: &[Value], last: &Value) -> Value {
    let mut set = BTreeSet::new();
    for value in done.iter().chain([last]) {
        match value {
            Value::Countries(codes) => set.extend(codes.iter().cloned()),
            other => return other.clone(),
        }
    }
    Value::Countries(set)
}

/// What a word can mean, best first: a code, the beginning of a name, of a word in a name, any part of it.
fn matches(content: &Content, question: &Question, word: &str) -> Vec<Value> {
    ranked(content, question, word).into_iter().map(|(_, value)| value).collect()
}

fn ranked(content: &Content, question: &Question, word: &str) -> Vec<(usize, Value)> {
    let word = fold(word);
    let several = question.kind == Kind::Countries;
    let value = |id: Id| if several { Value::Countries(BTreeSet::from([id])) } else { Value::Country(id) };
    let (usual, rest) = by_use(content, question);
    let rest = if word.is_empty() { Vec::new() } else { rest };
    let mut found: Vec<(usize, Value)> = usual
        .into_iter()
        .chain(rest)
        .filter_map(|country| Some((rank(country, &word)?, value(country.id.clone()))))
        .collect();
    let code = word.to_uppercase();
    if content.is_code(&code) && content.country(&code).is_none() {
        found.push((0, value(code.as_str().into())));
    }
    let other = [crate::content::Msg::OtherCountry, crate::content::Msg::Stateless];
    let values = [Some(value(OTHER.into())), several.then_some(Value::Stateless)];
    for (name, value) in other.into_iter().zip(values) {
        let names = (0..content.languages.len()).map(|n| content.msg(name, crate::content::Lang(n)));
        let best = names.filter_map(|name| rank_name(&fold(name), &word)).min();
        found.extend(best.zip(value));
    }
    found.sort_by_key(|(rank, _)| *rank);
    found
}

/// Countries that rules name for this fact, those that most rules name first, and all others.
fn by_use<'c>(content: &'c Content, question: &Question) -> (Vec<&'c Country>, Vec<&'c Country>) {
    let tests = content.offices.iter().flat_map(|office| &office.requirements).flat_map(|r| r.rule.tests());
    let named: Vec<&Id> = tests
        .filter(|test| *test.fact == *question)
        .flat_map(|test| match &test.condition {
            Condition::OneOf(codes) | Condition::Includes(codes) => codes.as_slice(),
            _ => &[],
        })
        .collect();
    let uses = |country: &Country| named.iter().filter(|id| ***id == country.id).count();
    let (mut usual, rest): (Vec<&Country>, Vec<&Country>) =
        content.countries.iter().map(AsRef::as_ref).partition(|country| uses(country) > 0);
    usual.sort_by_key(|country| Reverse(uses(country)));
    (usual, rest)
}

fn rank(country: &Country, word: &str) -> Option<usize> {
    if fold(&country.id) == word {
        return Some(0);
    }
    let names = country.name.all().filter_map(|name| rank_name(&fold(name), word));
    let others = country.demonym.all().chain(country.also.iter().map(String::as_str));
    // The beginning of another word for it counts like the beginning of a later word of its name.
    let others = others.filter_map(|name| rank_name(&fold(name), word).map(|rank| if rank == 1 { 2 } else { rank }));
    names.chain(others).min()
}

fn rank_name(name: &str, word: &str) -> Option<usize> {
    if word.is_empty() || name == word {
        Some(0)
    } else if name.starts_with(word) {
        Some(1)
    } else if name.split([' ', '-', '\'']).any(|part| part.starts_with(word)) {
        Some(2)
    } else {
        (word.len() > 2 && name.contains(word)).then_some(3)
    }
}
