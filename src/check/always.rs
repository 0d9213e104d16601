//! Whether somebody was born in the country, or always lived there.

use super::country;
use crate::content::hearing::spaced;
use crate::content::{Content, Office, Question, Sense};
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
    let words: Vec<&str> = words.split(' ').collect();
    let begins = |count: &usize| words.get(..*count).is_some_and(|w| lexicon.means(&w.join(" "), Sense::Born));
    let Some(rest) = (1..=words.len()).rev().find(begins).and_then(|count| words.get(count..)) else { return false };
    let place = rest.join(" ");
    let is_here = lexicon.means(&place, Sense::Here)
        || rest.split_first().is_some_and(|(_, after)| lexicon.means(&after.join(" "), Sense::Here));
    let asked = rules::place_question(content);
    let named = asked.and_then(|asked| country::code(content, asked, &place));
    is_here || named.is_some_and(|code| country.is_some_and(|country| country.id == code))
}
