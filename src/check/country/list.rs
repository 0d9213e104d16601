//! The names in a list of nationalities.

use super::candidates::{CODE, exact, named, usual};
use super::{candidates, chosen, digit, town};
use crate::check::reading::{AnswerError, Reading};
use crate::content::hearing::spaced;
use crate::content::{Content, FactKind, Question, Sense};
use crate::rules::{Answer, Value};

/// Between the masculine form of a word and the ending of the other one.
const GENDERS: [&str; 9] = ["a", "as", "o", "os", "e", "es", "s", "ne", "nes"];

/// In one word with a nationality that somebody had: "exvenezolana".
const FORMER: &str = "ex";

/// The signs between two names.
const SIGNS: [char; 9] = [',', ';', '+', '/', '|', '\n', '\u{ff0c}', '\u{ff1b}', '\u{3001}'];

/// Between two nationalities, and inside of some names.
const DASHES: [char; 3] = ['-', '\u{2013}', '\u{2014}'];

/// Whether a text has letters or digits.
pub(super) fn says_something(typed: &str) -> bool {
    !spaced(typed).is_empty()
}

/// Whether the last name of a list is yet to be typed.
pub(super) fn is_open(question: &Question, typed: &str) -> bool {
    let last = typed.rsplit(SIGNS).next().unwrap_or_default();
    question.kind != FactKind::Country && !says_something(last)
}

/// What is typed, parted by the words for "or".
pub(super) fn alternatives(content: &Content, question: &Question, typed: &str) -> (String, Vec<String>) {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let is_or = |words: &[&str]| content.lexicon().means(&spaced(&words.join(" ")), Sense::Or);
    let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
    let mut rest = words.as_slice();
    while let [first, after @ ..] = rest {
        let or = (1..=2).rev().find(|count| rest.get(..*count).is_some_and(is_or));
        if let Some(after) = or.and_then(|count| rest.get(count..)) {
            rest = after;
            parts.push(Vec::new());
            continue;
        }
        parts.last_mut().into_iter().for_each(|part| part.push(first));
        rest = after;
    }
    let mut parts = parts.into_iter().map(|part| part.join(" "));
    let (first, others): (String, Vec<String>) = (parts.next().unwrap_or_default(), parts.collect());
    // An "or" parts two names.
    let is_whole = others.is_empty() || !named(content, question, typed).is_empty();
    if is_whole || others.iter().chain([&first]).any(|part| !says_something(part)) {
        return (typed.to_owned(), Vec::new());
    }
    (first, others)
}

/// Two or more digits with signs, blanks or "and" between them.
pub(super) fn digits(content: &Content, question: &Question, typed: &str) -> Option<Vec<u32>> {
    let parts = typed.split(|c: char| SIGNS.contains(&c) || c == '&' || c.is_whitespace());
    let joins = |part: &&str| !content.lexicon().means(&spaced(part), Sense::Joins);
    let parts = parts.map(str::trim).filter(|part| !part.is_empty()).filter(joins);
    let digits =
        parts.map(|part| if part.len() == 1 { part.parse().ok() } else { None }).collect::<Option<Vec<u32>>>()?;
    (digits.len() > 1 && question.kind == FactKind::Countries).then_some(digits)
}

/// Whether a name is said not to be meant: "no venezolano".
pub(super) fn is_negated(content: &Content, question: &Question, name: &str) -> bool {
    let former = spaced(name).strip_prefix(FORMER).is_some_and(|rest| !exact(content, question, rest).is_empty());
    if former && exact(content, question, name).is_empty() {
        return true;
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let lexicon = content.lexicon();
    (0..words.len()).any(|from| {
        (from + 1..words.len()).any(|to| {
            let not = words.get(from..to).unwrap_or_default().join(" ");
            let rest = words.get(to..).unwrap_or_default().join(" ");
            // A code among codes is one.
            let is_code = rest.len() <= CODE && !exact(content, question, &not).is_empty();
            let is_place = || !named(content, question, &rest).is_empty() || town::is_one(content, &rest);
            lexicon.means(&spaced(&not), Sense::Not) && !is_code && is_place()
        })
    })
}

/// Whether words such as "from" stand before a later name of a list and not before the first: "Haitian, from Chile".
pub(super) fn adds_origin(content: &Content, question: &Question, typed: &str) -> bool {
    let is_from = |name: &String| {
        let words = spaced(name);
        let blanks = words.match_indices(' ').filter_map(|(at, _)| words.get(..at));
        let is_origin = |word: &str| content.lexicon().means(word, Sense::Origin);
        exact(content, question, name).is_empty() && blanks.into_iter().any(is_origin)
    };
    let items = items(content, question, typed);
    items.split_first().is_some_and(|(first, later)| !is_from(first) && later.iter().any(is_from))
}

/// What is between signs and words such as "and".
pub(super) fn parts(content: &Content, typed: &str) -> Vec<String> {
    let joins = |word: &&str| content.lexicon().means(&spaced(word), Sense::Joins);
    let in_sign = typed.split(|c| SIGNS.contains(&c) || c == '&').map(|part| part.split_whitespace().collect());
    let parts = in_sign.flat_map(|words: Vec<&str>| words.split(joins).map(|part| part.join(" ")).collect::<Vec<_>>());
    parts.filter(|part| says_something(part)).collect()
}

/// The names, each as it was typed. A single country is one name with its blanks.
pub(super) fn items(content: &Content, question: &Question, typed: &str) -> Vec<String> {
    let typed = without_genders(typed).replace('&', " and ");
    // Of a list, no part is taken for a word that says nothing: "ES,VE" are two.
    let is_one = if typed.contains(SIGNS) { exact } else { named };
    if question.kind == FactKind::Country || !is_one(content, question, &typed).is_empty() {
        return Some(typed.trim().to_owned()).filter(|name| says_something(name)).into_iter().collect();
    }
    let chunks = typed.split(SIGNS).map(str::trim).filter(|chunk| says_something(chunk));
    chunks.flat_map(|chunk| in_chunk(content, question, chunk)).collect()
}

/// The names between two signs: one, or several with "and" or blanks between.
fn in_chunk(content: &Content, question: &Question, chunk: &str) -> Vec<String> {
    if !named(content, question, chunk).is_empty() || is_negated(content, question, chunk) {
        return vec![chunk.to_owned()];
    }
    let parts = halves(content, chunk);
    if !parts.is_empty() && parts.iter().all(|part| !exact(content, question, part).is_empty()) {
        return parts.into_iter().map(str::to_owned).collect();
    }
    let words: Vec<&str> = chunk.split_whitespace().collect();
    let joins = |word: &&str| content.lexicon().means(&spaced(word), Sense::Joins);
    if words.len() < 2 {
        return vec![chunk.to_owned()];
    }
    words
        .split(joins)
        .filter(|part| !part.is_empty())
        .flat_map(|part| one_after_another(content, question, part))
        .collect()
}

/// The two nationalities with a dash between or in one word, or one behind a word that adds none: `colombo-venezolana`,
/// `colombovenezolana`, `afrocolombiano`.
fn halves<'a>(content: &'a Content, chunk: &'a str) -> Vec<&'a str> {
    let parts: Vec<&str> = chunk.split(DASHES).map(str::trim).collect();
    if let [_] = parts.as_slice() {
        let both = (1..chunk.len()).find_map(|at| {
            let (half, rest) = chunk.split_at_checked(at)?;
            Some([content.half(half)?, rest])
        });
        return both.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    }
    let (last, firsts) = parts.split_last().unwrap_or((&"", &[]));
    let named = firsts.iter().map(|part| content.half(part).unwrap_or(part));
    named.chain([*last]).filter(|part| !part.is_empty()).collect()
}

/// Names with only blanks between: each in full, and either all of them codes or none.
fn one_after_another(content: &Content, question: &Question, words: &[&str]) -> Vec<String> {
    let whole = vec![words.join(" ")];
    if words.len() < 2 || !named(content, question, &whole.join(" ")).is_empty() {
        return whole;
    }
    let mut rest = words;
    let mut found: Vec<String> = Vec::new();
    while !rest.is_empty() {
        let name = (1..=rest.len()).rev().find_map(|count| {
            let (name, after) = rest.split_at_checked(count)?;
            let name = name.join(" ");
            (!exact(content, question, &name).is_empty()).then_some((name, after))
        });
        match name {
            Some((name, after)) => {
                found.push(name);
                rest = after;
            }
            None => return whole,
        }
    }
    let codes = found.iter().filter(|name| name.len() <= 3).count();
    if codes == 0 || codes == found.len() { found } else { whole }
}

/// `venezolano/a`, `venezolano(a)` and `venezolan@` in one gender.
fn without_genders(typed: &str) -> String {
    let mut out = String::new();
    let mut rest = typed;
    while let Some(at) = rest.find(['/', '(', '@']) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let sign = after.chars().next().unwrap_or_default();
        let after = after.get(sign.len_utf8()..).unwrap_or_default();
        let ending: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
        let follows_letter = before.chars().next_back().is_some_and(char::is_alphabetic);
        // Beside small letters, two capital ones are a code: "Venezuela/ES".
        let letters = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let is_capital = |text: &str| text.chars().all(char::is_uppercase);
        let is_code = ending.len() > 1 && is_capital(&ending) && (letters.len() <= CODE || !is_capital(letters));
        let known = !is_code && GENDERS.contains(&ending.to_lowercase().as_str());
        match sign {
            '@' if follows_letter => {
                out.push('o');
                rest = after;
            }
            '/' | '(' if follows_letter && known => {
                rest = after.get(ending.len()..).unwrap_or_default();
                rest = rest.strip_prefix(')').unwrap_or(rest);
            }
            _ => {
                out.push(sign);
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// What a list means where one country is asked: several are too many.
pub(super) fn one(content: &Content, question: &Question, typed: &str) -> Option<Reading> {
    if !candidates::named(content, question, &typed.replace('&', " and ")).is_empty() {
        return None;
    }
    let parts = parts(content, typed);
    let mut known: Vec<Value> = parts
        .iter()
        .filter_map(|part| match digit(part) {
            Some(digit) => chosen(&usual(content, question), digit),
            None => {
                candidates::of(content, question, part).sure().cloned().or_else(|| town::only(content, question, part))
            }
        })
        .collect();
    // "Guatemala, Guatemala" is a town and its country.
    let is_said_of_all = known.len() == parts.len();
    known.dedup();
    match (parts.len(), known.as_slice()) {
        (2.., [one]) if is_said_of_all => Some(Reading::Answer(Answer::Known(one.clone()))),
        (2.., [_, _, ..]) => Some(Reading::Invalid(AnswerError::OneCountry)),
        _ => None,
    }
}
