//! The names in a list of nationalities.

use super::candidates::{exact, named};
use crate::content::hearing::spaced;
use crate::content::{Content, Kind, Question, Sense};

/// Between the masculine form of a word and the ending of the other one.
const GENDERS: [&str; 9] = ["a", "as", "o", "os", "e", "es", "s", "ne", "nes"];

/// The signs between two names.
const SIGNS: [char; 6] = [',', ';', '+', '/', '|', '\n'];

/// Whether a text has letters or digits.
pub(super) fn says_something(typed: &str) -> bool {
    !spaced(typed).is_empty()
}

/// Whether the last name of a list is yet to be typed.
pub(super) fn is_open(question: &Question, typed: &str) -> bool {
    let last = typed.rsplit(SIGNS).next().unwrap_or_default();
    question.kind != Kind::Country && !says_something(last)
}

/// The names, each as it was typed. A single country is one name with its blanks.
pub(super) fn items(content: &Content, question: &Question, typed: &str) -> Vec<String> {
    let typed = without_genders(typed).replace('&', " and ");
    // Of a list, no part is taken for a word that says nothing: "ES,VE" are two.
    let is_one = if typed.contains(SIGNS) { exact } else { named };
    if question.kind == Kind::Country || !is_one(content, question, &typed).is_empty() {
        return Some(typed.trim().to_owned()).filter(|name| says_something(name)).into_iter().collect();
    }
    let chunks = typed.split(SIGNS).map(str::trim).filter(|chunk| says_something(chunk));
    chunks.flat_map(|chunk| in_chunk(content, question, chunk)).collect()
}

/// The names between two signs: one, or several with "and" or blanks between.
fn in_chunk(content: &Content, question: &Question, chunk: &str) -> Vec<String> {
    if !named(content, question, chunk).is_empty() {
        return vec![chunk.to_owned()];
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
        let known = GENDERS.contains(&ending.to_lowercase().as_str());
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
