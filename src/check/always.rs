//! Whether somebody was born in the country, or always lived there.

use super::reading::AnswerError;
use super::{country, date};
use crate::content::hearing::spaced;
use crate::content::{Content, Id, Office, Question, Sense};
use crate::rules;

/// Whether words say so, and of this country: `siempre`, `born here`, `nacida en` and its name. `words` are in the form
/// that [`spaced`] gives them.
pub(super) fn is_meant(content: &Content, question: &Question, office: Option<&Office>, words: &str) -> bool {
    let Some(always) = &question.always else { return false };
    let lexicon = content.lexicon();
    let country = office.map(|office| &office.country);
    let offered = always.all().flat_map(|text| {
        let named = country.into_iter().flat_map(|country| country.name.all());
        named.map(|name| spaced(&crate::content::fill(text, &[("country", name)])))
    });
    if lexicon.means(words, Sense::Always) || offered.into_iter().any(|text| text == words) {
        return true;
    }
    let Some(rest) = after(content, words, &[Sense::Born, Sense::Always]) else { return false };
    let is_here = |place: &[&str]| {
        let named = named(content, place);
        lexicon.means(&place.join(" "), Sense::Here)
            || place.split_first().is_some_and(|(_, after)| lexicon.means(&after.join(" "), Sense::Here))
            || named.is_some_and(|code| country.is_some_and(|country| country.id == code))
    };
    // The day of birth may stand after it.
    (1..=rest.len()).rev().any(|count| {
        let (place, day) = rest.split_at_checked(count).unwrap_or_default();
        is_here(place) && (day.is_empty() || date::read(content, None, &day.join(" ")).is_ok())
    })
}

/// Whether words speak of a birth.
pub(super) fn is_birth(content: &Content, words: &str) -> bool {
    after(content, words, &[Sense::Born]).is_some()
}

/// Why a birth is no answer: it was at some time or in another country, or nobody knows the place.
pub(super) fn elsewhere(content: &Content, words: &str, typed: &str) -> AnswerError {
    let rest = after(content, words, &[Sense::Born]).unwrap_or_default();
    let is_known = rest.is_empty()
        || named(content, &rest).is_some()
        || date::read(content, None, &rest.join(" ")).is_ok()
        || rest.iter().any(|word| content.lexicon().means(word, Sense::Other));
    let place = typed.split_whitespace().next_back().filter(|place| !is_known && rest.len() <= 3 && place.len() > 2);
    place.map_or(AnswerError::Birth, |place| AnswerError::UnknownName { name: place.to_owned(), kept: None })
}

/// What follows the longest phrase of some senses that words begin with.
fn after<'w>(content: &Content, words: &'w str, senses: &[Sense]) -> Option<Vec<&'w str>> {
    let words: Vec<&str> = words.split(' ').collect();
    let means = |words: &[&str]| senses.iter().any(|sense| content.lexicon().means(&words.join(" "), *sense));
    let count = (1..=words.len()).rev().find(|count| words.get(..*count).is_some_and(means))?;
    words.get(count..).map(<[&str]>::to_vec)
}

/// The country that words name.
fn named(content: &Content, place: &[&str]) -> Option<Id> {
    let question = rules::place_question(content)?;
    if let Some(country) = country::code(content, question, &place.join(" ")) {
        return Some(country);
    }
    let town = (0..place.len()).find_map(|at| {
        let town = place.get(at..)?.join(" ");
        let mut countries = content.towns(&town);
        // A name of several towns tells no country.
        countries.next().filter(|_| countries.next().is_none()).map(str::to_owned)
    });
    country::code(content, question, &town?)
}
