//! Words around a country: "from", "citizen of", "vive en".

use super::candidates::{CODE, exactly};
use crate::content::hearing::{Lexicon, spaced};
use crate::content::{Content, FactKind, NameKind, Question, Sense};
use crate::rules::Value;

/// All that words around a country can mean.
pub(super) const ANY: [Sense; 4] = [Sense::Around, Sense::Lives, Sense::Origin, Sense::Born];

/// What a text names in full between words of some senses.
pub(super) fn within(content: &Content, question: &Question, text: &str, around: &[Sense]) -> Vec<Value> {
    let (typed, text) = (text, spaced(text));
    let (bare, names) = (bare(content.lexicon(), &text, around), content.names());
    // Where one country is asked, a small "in" or "is" before it is no code.
    let is_small =
        |word: &str| typed.split_whitespace().any(|raw| spaced(raw) == word && !raw.contains(char::is_uppercase));
    let is_in = |word: &str| {
        let is_it = [Sense::Lives, Sense::Around].iter().any(|sense| content.lexicon().means(word, *sense));
        question.kind == FactKind::Country && is_it && is_small(word)
    };
    // Beside a code, what could be a word that says nothing may be a code too: "ES VE".
    let could_be_code = |word: &str| {
        word.len() == 1 || names.exactly(word).any(|name| matches!(name.kind, NameKind::Code | NameKind::Passport))
    };
    let is_list = bare.len() <= CODE && text.split(' ').any(|word| word != bare && could_be_code(word) && !is_in(word));
    if is_list || bare == text { Vec::new() } else { exactly(content, question, &bare) }
}

/// The text without words such as "from" and "citizen of" before it and after it. Words of another sense end them.
pub(super) fn bare(lexicon: &Lexicon, text: &str, senses: &[Sense]) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    let is_any = |words: &[&str], senses: &[Sense]| senses.iter().any(|sense| lexicon.means(&words.join(" "), *sense));
    let is_around = |words: &[&str]| is_any(words, &ANY);
    while let Some(count) = (1..=words.len()).rev().find(|count| words.get(..*count).is_some_and(is_around)) {
        if !words.get(..count).is_some_and(|words| is_any(words, senses)) {
            return String::new();
        }
        words.drain(..count);
    }
    while let Some(from) = (0..words.len()).find(|from| words.get(*from..).is_some_and(is_around)) {
        if !words.get(from..).is_some_and(|words| is_any(words, senses)) {
            return String::new();
        }
        words.truncate(from);
    }
    words.join(" ")
}
