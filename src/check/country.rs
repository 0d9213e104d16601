//! Countries and nationalities as people type them, in any language: a code, a name, a word for the people, the
//! beginning of one; several of them; with a letter wrong.

mod candidates;
mod list;

use std::collections::BTreeSet;

use super::reading::{AnswerError, Choice, Reading};
use crate::content::{Content, Id, Kind, Question};
use crate::rules::{Answer, Value};
use candidates::{Candidates, named};

/// How many countries a typed word offers: as many as there are digits for choices.
const OFFERED: usize = 8;

/// The countries typed so far and the ones that the last word can mean, best first.
pub(super) fn offered(content: &Content, question: &Question, typed: &str) -> Vec<Choice> {
    let items = list::items(content, question, typed);
    let open = list::is_open(question, typed);
    let (last, done) = match items.split_last() {
        Some((last, done)) if !open => (Some(last), done),
        _ => (None, items.as_slice()),
    };
    let sure = |item: &String| candidates::of(content, question, item).values.into_iter().next();
    let Some(done) = done.iter().map(sure).collect::<Option<Vec<Value>>>() else { return Vec::new() };
    let found = match last {
        Some(last) => candidates::all(content, question, last),
        None if list::says_something(typed) && done.is_empty() => Vec::new(),
        None => candidates::usual(content, question),
    };
    let most = if last.is_some() { OFFERED } else { found.len() };
    // A list that ends in a comma means what it names so far: what it could still name comes after.
    let so_far = done.split_last().filter(|_| last.is_none()).and_then(|(newest, before)| joined(before, newest));
    let mut offered: Vec<Value> = so_far.into_iter().collect();
    for value in found.into_iter().take(most).filter_map(|value| joined(&done, &value)) {
        if !offered.contains(&value) {
            offered.push(value);
        }
    }
    offered.into_iter().map(Choice::known).collect()
}

/// Whether what is typed names its countries in full: each by code, name or nationality, and only one of each.
pub fn is_exact(content: &Content, question: &Question, typed: &str) -> bool {
    let items = list::items(content, question, typed);
    !items.is_empty() && items.iter().all(|item| candidates::of(content, question, item).is_named())
}

/// What is typed, when it is committed: read where it can mean one thing only, asked where it can mean several.
pub(super) fn read(content: &Content, question: &Question, typed: &str) -> Reading {
    let items = list::items(content, question, typed);
    let found: Vec<(&String, Candidates)> =
        items.iter().map(|item| (item, candidates::of(content, question, item))).collect();
    if let Some((unknown, _)) = found.iter().find(|(_, found)| found.values.is_empty()) {
        let unknown = AnswerError::UnknownName((*unknown).clone());
        return Reading::Invalid(if items.len() > 1 { unknown } else { AnswerError::NoCountry });
    }
    let mut unsure = found.iter().filter(|(_, found)| found.sure().is_none());
    let (open, more) = (unsure.next(), unsure.next());
    if let Some((name, _)) = more {
        return Reading::Invalid(AnswerError::SeveralNames((*name).clone()));
    }
    let sure: Vec<Value> = found.iter().filter_map(|(_, found)| found.sure().cloned()).collect();
    match open {
        Some((_, open)) => {
            let values = open.values.iter().take(OFFERED).map(|value| joined(&sure, value));
            let Some(values) = values.collect::<Option<Vec<Value>>>() else {
                return Reading::Invalid(AnswerError::StatelessWithOthers);
            };
            Reading::Which(
                values.into_iter().zip('1'..).map(|(v, key)| Choice { key: Some(key), ..Choice::known(v) }).collect(),
            )
        }
        None => match sure.split_last() {
            Some((last, before)) => joined(before, last)
                .map_or(Reading::Invalid(AnswerError::StatelessWithOthers), |value| {
                    Reading::Answer(Answer::Known(value))
                }),
            None => Reading::Invalid(AnswerError::NoCountry),
        },
    }
}

/// The code of the country that a text names in full.
pub(super) fn code(content: &Content, question: &Question, text: &str) -> Option<Id> {
    match named(content, question, text).as_slice() {
        [Value::Country(code)] => Some(code.clone()),
        [Value::Countries(codes)] => codes.first().cloned(),
        _ => None,
    }
}

/// One set from countries already typed and one more; nothing goes with stateless.
fn joined(done: &[Value], last: &Value) -> Option<Value> {
    let mut set = BTreeSet::new();
    let all: Vec<&Value> = done.iter().chain([last]).collect();
    if all.iter().all(|value| *value == last) {
        return Some(last.clone());
    }
    for value in all {
        let Value::Countries(codes) = value else { return None };
        set.extend(codes.iter().cloned());
    }
    Some(Value::Countries(set))
}

/// A value of the question's kind for a country.
fn value(question: &Question, id: Id) -> Value {
    if question.kind == Kind::Countries { Value::Countries(BTreeSet::from([id])) } else { Value::Country(id) }
}
