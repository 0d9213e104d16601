//! Countries and nationalities as people type them, in any language: a code, a name, a word for the people, the
//! beginning of one; several of them; with a letter wrong.

mod around;
mod candidates;
mod ending;
mod kin;
mod list;
mod near;
mod row;
mod town;

use std::collections::BTreeSet;

use super::claim;
use super::reading::{AnswerError, Choice, Reading};
use crate::content::hearing::spaced;
use crate::content::{Content, FactKind, Id, NameKind, Question, Sense};
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
    let typed = claim::without_polite(content, typed.trim());
    let items = list::items(content, question, typed);
    list::digits(content, question, typed).is_some()
        || town::is_named(content, question, typed)
        || !items.is_empty()
            && items.iter().all(|item| digit(item).is_some() || candidates::of(content, question, item).is_named())
        || town::all_of_one(content, question, typed)
}

/// What is typed, when it is committed: read where it can mean one thing only, asked where it can mean several.
pub(super) fn read(content: &Content, question: &Question, typed: &str) -> Reading {
    if question.kind == FactKind::Countries && content.lexicon().means(&spaced(typed), Sense::None) {
        return which([Answer::Known(Value::Stateless), Answer::DontKnow]);
    }
    let means = |sense| content.lexicon().means(&spaced(typed), sense);
    if means(Sense::Region) || (question.kind == FactKind::Country && means(Sense::Here)) {
        return Reading::Invalid(AnswerError::Region);
    }
    let is_code = |word: &str| word.chars().all(char::is_uppercase) && of_code(content, question, word).is_some();
    if claim::is_crossed_out(typed) || claim::takes_back(content, typed, &is_code) {
        return Reading::Invalid(AnswerError::Negated);
    }
    if claim::is_taken_back(content, typed) && !is_codes(content, typed) {
        return Reading::Invalid(AnswerError::Negated);
    }
    if let Some(read) = row::read(content, question, typed) {
        return read;
    }
    if question.kind == FactKind::Country
        && let Some(towns) = town::read(content, question, typed)
    {
        return towns;
    }
    // A code that is a word of another kind is not meant for the country, unless it is written as one.
    let is_capital = |code: &&Id| code.as_ref() == typed.trim() && content.country(code).is_some();
    if means(Sense::NoCode) && !content.codes.iter().any(|code| is_capital(&code)) {
        let values = candidates::begun(content, question, &spaced(typed).replace(' ', ""));
        let values: Vec<Answer> = values.into_iter().map(Answer::Known).collect();
        return if values.is_empty() { Reading::Invalid(AnswerError::NoCountry) } else { which(values) };
    }
    let (first, others) = list::alternatives(content, question, typed);
    if others.is_empty() {
        // What is typed with a doubt is asked, and so is a second country that somebody may only have come from.
        let is_open = typed.contains(['?', '\u{bf}']) || list::adds_origin(content, question, typed);
        return match read_list(content, question, &first) {
            Reading::Answer(answer) if is_open => which([answer]),
            // Where somebody is from is not where they are.
            Reading::Answer(answer) if question.kind == FactKind::Country && is_people(content, typed) => {
                which([answer])
            }
            read => read,
        };
    }
    // Of several with "or" between, only one is meant.
    let mut values = Vec::new();
    for part in [first].iter().chain(&others) {
        match read_list(content, question, part) {
            Reading::Answer(answer) if !values.contains(&answer) => values.push(answer),
            Reading::Answer(_) => {}
            Reading::Which(_) => return Reading::Invalid(AnswerError::SeveralNames(part.clone())),
            other => return other,
        }
    }
    which(values)
}

/// Whether a text is only of codes, and those that are also a no are written as codes.
pub(super) fn is_codes(content: &Content, typed: &str) -> bool {
    let is_code = |word: &str| {
        let letters = spaced(word);
        let is_code = content.names().exactly(&letters).any(|name| name.kind == NameKind::Code)
            && (!content.lexicon().means(&letters, Sense::No) || word.chars().all(char::is_uppercase));
        is_code || content.lexicon().means(&letters, Sense::Joins)
    };
    typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(is_code)
}

/// Whether a text is a word for people, and no country's name: "soy venezolana".
fn is_people(content: &Content, typed: &str) -> bool {
    let words = spaced(typed);
    let bare = around::bare(content.lexicon(), &words, &around::ANY);
    let named = |text: &str| content.names().exactly(&text.replace(' ', "")).map(|name| name.kind).collect::<Vec<_>>();
    let kinds = [named(&words), named(&bare)].concat();
    !kinds.is_empty() && kinds.iter().all(|kind| matches!(kind, NameKind::People | NameKind::Fixed))
}

/// Asks which of some answers is meant.
pub(super) fn which(answers: impl IntoIterator<Item = Answer>) -> Reading {
    let choice = |(answer, key)| Choice { key: Some(key), answer, side: None, refused: None };
    Reading::Which(answers.into_iter().take(OFFERED).zip('1'..).map(choice).collect())
}

/// The country of which a text is the code, whether it has another name here or not.
pub(super) fn of_code(content: &Content, question: &Question, typed: &str) -> Option<Value> {
    let letters = spaced(typed);
    let code = content.names().exactly(&letters).find(|name| name.kind == NameKind::Code)?;
    Some(value(question, code.code.clone()))
}

fn read_list(content: &Content, question: &Question, typed: &str) -> Reading {
    if let Some(numbered) = numbered(content, question, typed) {
        return numbered;
    }
    let items = list::items(content, question, typed);
    if items.iter().any(|item| list::is_negated(content, question, item)) {
        return Reading::Invalid(AnswerError::Negated);
    }
    if question.kind == FactKind::Country
        && let Some(reading) = list::one(content, question, typed)
    {
        return reading;
    }
    let lexicon = content.lexicon();
    let is_unknown = |item: &String| lexicon.means(&spaced(item), Sense::DontKnow);
    if items.len() > 1 && items.iter().any(is_unknown) {
        return Reading::Invalid(AnswerError::DontKnowWithOthers);
    }
    let listed = candidates::usual(content, question);
    let candidates = |item: &String| match digit(item) {
        Some(digit) if items.len() > 1 => Candidates::named_by(chosen(&listed, digit)),
        _ => candidates::of(content, question, item),
    };
    let found: Vec<(&String, Candidates)> = items.iter().map(|item| (item, candidates(item))).collect();
    if let Some((unknown, _)) = found.iter().find(|(_, found)| found.values.is_empty()) {
        return unread(content, question, typed, unknown, &found);
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
            let values = values.map(|value| value.map(Answer::Known)).collect::<Option<Vec<Answer>>>();
            values.map_or(Reading::Invalid(AnswerError::StatelessWithOthers), which)
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

/// Why a name is none of a country; where one is asked, those are asked back that stand beside it.
fn unread(content: &Content, question: &Question, typed: &str, name: &str, list: &[(&String, Candidates)]) -> Reading {
    let beside = kin::mentioned(content, question, typed);
    if question.kind == FactKind::Country && !beside.is_empty() {
        return which(beside.into_iter().map(Answer::Known));
    }
    // Of a country and its town, the town is not known.
    let parts: Vec<&str> =
        name.split([',', '(', ')', '-']).map(str::trim).filter(|part| list::says_something(part)).collect();
    let is_known = |part: &&str| candidates::of(content, question, part).sure().is_some();
    let unknown: Vec<&str> = parts.iter().copied().filter(|part| !is_known(part)).collect();
    Reading::Invalid(match unknown.as_slice() {
        [unknown] if parts.len() == 2 => AnswerError::UnknownName { name: (*unknown).to_owned(), kept: None },
        _ if list.len() > 1 => AnswerError::UnknownName { name: name.to_owned(), kept: kept(list) },
        _ => AnswerError::NoCountry,
    })
}

/// What a list says without the one name in it that is no country's.
fn kept(named: &[(&String, Candidates)]) -> Option<Value> {
    let known = named.iter().filter(|(_, found)| !found.values.is_empty());
    let sure: Vec<Value> = known.map(|(_, found)| found.sure().cloned()).collect::<Option<_>>()?;
    let (last, before) = sure.split_last().filter(|_| sure.len() + 1 == named.len())?;
    joined(before, last)
}

/// Several of the choices by their numbers: `2,3`.
fn numbered(content: &Content, question: &Question, typed: &str) -> Option<Reading> {
    let digits = list::digits(content, question, typed)?;
    let usual = candidates::usual(content, question);
    let values = digits.iter().map(|digit| chosen(&usual, *digit)).collect::<Option<Vec<Value>>>();
    let set = values.and_then(|values| values.split_last().and_then(|(last, before)| joined(before, last)));
    Some(set.map_or(Reading::Invalid(AnswerError::NoCountry), |value| Reading::Answer(Answer::Known(value))))
}

/// The choice with a digit.
fn chosen(listed: &[Value], digit: u32) -> Option<Value> {
    listed.iter().take(OFFERED).nth(usize::try_from(digit.checked_sub(1)?).ok()?).cloned()
}

fn digit(text: &str) -> Option<u32> {
    super::reading::digit(text).and_then(|digit| digit.to_digit(10))
}

/// Whether a text is only part of names: "menor" of "Islas menores".
pub(super) fn is_inside(content: &Content, question: &Question, typed: &str) -> bool {
    candidates::of(content, question, typed).is_inside()
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
    if question.kind == FactKind::Countries { Value::Countries(BTreeSet::from([id])) } else { Value::Country(id) }
}
