//! Towns, where a country is asked for.

use super::candidates::named;
use super::{around, which};
use crate::check::reading::Reading;
use crate::content::hearing::spaced;
use crate::content::{Content, Question};
use crate::rules::{Answer, Value};

/// What a town comes to: its countries are asked back, beside a country that is called so.
pub(super) fn read(content: &Content, question: &Question, typed: &str) -> Option<Reading> {
    let words = spaced(typed);
    let mut towns = countries(content, question, &words);
    if towns.is_empty() {
        towns = countries(content, question, &around::bare(content.lexicon(), &words, &around::ANY));
    }
    if towns.is_empty() {
        return None;
    }
    let mut values = named(content, question, typed);
    values.extend(towns);
    values.dedup();
    Some(which(values.into_iter().map(Answer::Known)))
}

/// The countries of a town that is named alone, or the one that is named after it.
fn countries(content: &Content, question: &Question, words: &str) -> Vec<Value> {
    let of = |town: &str| content.towns(town).flat_map(|country| named(content, question, country)).collect::<Vec<_>>();
    let with_country = words.match_indices(' ').find_map(|(at, _)| {
        let (town, after) = words.split_at_checked(at)?;
        let after = named(content, question, after.trim());
        let is_of = of(town).iter().any(|country| after.contains(country));
        is_of.then_some(after)
    });
    with_country.unwrap_or_else(|| of(words))
}
