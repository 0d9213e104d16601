//! Towns, where a country is asked for.

use super::candidates::named;
use super::{around, which};
use crate::check::reading::Reading;
use crate::content::hearing::spaced;
use crate::content::{Content, Question};
use crate::rules::Answer;

/// What a town comes to: its country is asked back, beside a country that is called so.
pub(super) fn read(content: &Content, question: &Question, typed: &str) -> Option<Reading> {
    let words = spaced(typed);
    let name = country(content, question, &words)
        .or_else(|| country(content, question, &around::bare(content.lexicon(), &words, &around::ANY)))?;
    let mut values = named(content, question, typed);
    values.extend(named(content, question, name));
    Some(which(values.into_iter().map(Answer::Known)))
}

/// The country of a town that is named alone, or with its country after it.
fn country<'c>(content: &'c Content, question: &Question, words: &str) -> Option<&'c str> {
    let with_country = words.match_indices(' ').find_map(|(at, _)| {
        let (town, after) = words.split_at_checked(at)?;
        let country = content.town(town)?;
        (named(content, question, after.trim()) == named(content, question, country)).then_some(country)
    });
    content.town(words).or(with_country)
}
