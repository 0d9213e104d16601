//! A relative beside a nationality: "Haitian, son Brazilian". Whose it is cannot be told, so that each is asked.

use super::candidates::{CODE, exact};
use super::{is_people, which};
use crate::check::reading::Reading;
use crate::content::hearing::{Lexicon, spaced};
use crate::content::{Content, FactKind, Question, Sense};
use crate::rules::{Answer, Value};

/// The most words of a nationality, and of a relative.
const WORDS: usize = 5;

/// A word, and what it stands behind.
struct Heard<'t> {
    typed: &'t str,
    word: String,
    /// Whether a sign or "and" stands before it.
    is_after: bool,
}

/// The nationalities that a text names beside a relative, each by itself; `None` where there is no relative in it, or one
/// of them is said not to be meant.
pub(super) fn read(content: &Content, question: &Question, typed: &str) -> Option<Reading> {
    let lexicon = content.lexicon();
    let heard = parted(lexicon, typed);
    let is_not =
        |heard: &Heard<'_>| !heard.typed.chars().all(char::is_uppercase) && lexicon.means(&heard.word, Sense::Not);
    let has_kin = || (0..heard.len()).any(|from| is_kin(lexicon, heard.get(from..).unwrap_or_default()));
    if question.kind != FactKind::Countries || heard.iter().any(is_not) || !has_kin() {
        return None;
    }
    let named = in_words(content, question, &heard);
    (!named.is_empty()).then(|| which(named.into_iter().map(Answer::Known)))
}

/// The countries that a text names among words that are not understood.
pub(super) fn mentioned(content: &Content, question: &Question, typed: &str) -> Vec<Value> {
    in_words(content, question, &parted(content.lexicon(), typed))
}

fn in_words(content: &Content, question: &Question, heard: &[Heard<'_>]) -> Vec<Value> {
    let (mut named, mut from) = (Vec::new(), 0);
    while let Some(rest) = heard.get(from..).filter(|rest| !rest.is_empty()) {
        let found = (1..=rest.len().min(WORDS)).rev().find_map(|count| {
            let words = rest.get(..count)?;
            let name = words.iter().map(|heard| &*heard.word).collect::<Vec<_>>().join(" ");
            // A short word is a code only where it is written as one.
            let is_word = name.len() > CODE || words.iter().all(|heard| heard.typed.chars().all(char::is_uppercase));
            // Where somebody is from is not where they are.
            let is_asked = question.kind == FactKind::Countries || !is_people(content, &name);
            let is_named = is_word && is_asked && !content.lexicon().means(&name, Sense::Other);
            let values = if is_named { exact(content, question, &name) } else { Vec::new() };
            (!values.is_empty()).then_some((count, values))
        });
        let (count, values) = found.unwrap_or((1, Vec::new()));
        named.extend(values.into_iter().filter(|value| !named.contains(value)).collect::<Vec<_>>());
        from += count;
    }
    named
}

/// The words of a text.
fn parted<'t>(lexicon: &Lexicon, typed: &'t str) -> Vec<Heard<'t>> {
    let mut heard: Vec<Heard<'t>> = Vec::new();
    for part in typed.split([',', ';', ':', '.', '+', '/', '|', '(', ')', '-', '&', '\n']) {
        let mut is_after = !heard.is_empty();
        for typed in part.split_whitespace() {
            let word = spaced(typed);
            let is_joined = lexicon.means(&word, Sense::Joins);
            heard.push(Heard { typed, word, is_after });
            is_after = is_joined;
        }
    }
    heard
}

/// Whether words begin with a relative. What also stands around a country is one only where something new begins: "son
/// haitianos" tells of several.
fn is_kin(lexicon: &Lexicon, heard: &[Heard<'_>]) -> bool {
    let is_after = heard.first().is_some_and(|heard| heard.is_after);
    (1..=heard.len().min(WORDS)).any(|count| {
        let phrase = heard.iter().take(count).map(|heard| &*heard.word).collect::<Vec<_>>().join(" ");
        lexicon.means(&phrase, Sense::Kin) && (is_after || !lexicon.means(&phrase, Sense::Around))
    })
}
