//! Towns, where a country is asked for.

use super::candidates::{CODE, named};
use super::{around, candidates, list, which};
use crate::check::reading::{AnswerError, Reading};
use crate::content::hearing::spaced;
use crate::content::{Content, FactKind, Question, Sense};
use crate::rules::{Answer, Value};

/// What a town comes to: its countries are asked back, beside a country that is called so. With its country it is that
/// one.
pub(super) fn read(content: &Content, question: &Question, typed: &str) -> Option<Reading> {
    if let Some(read) = in_state(content, question, typed) {
        return Some(read);
    }
    if let Some(named) = named_with_country(content, question, typed) {
        return Some(match named {
            Ok(country) if typed.contains(['?', '\u{bf}']) => which([Answer::Known(country)]),
            Ok(country) => Reading::Answer(Answer::Known(country)),
            Err(error) => Reading::Invalid(error),
        });
    }
    let towns = countries(content, question, &bare(content, typed));
    if towns.is_empty() {
        return None;
    }
    let mut values = named(content, question, typed);
    // A name in full is that country: "Granada".
    let is_full = |value: &Value| match value {
        Value::Country(code) => {
            content.country(code).is_some_and(|it| it.name.all().any(|name| spaced(name) == spaced(typed)))
        }
        _ => false,
    };
    if values.iter().any(is_full) {
        return None;
    }
    values.extend(towns);
    values.dedup();
    Some(which(values.into_iter().map(Answer::Known)))
}

/// What a town and the code of a state behind it come to: "Denver, CO" is in the country of that state, and of a town
/// that is not known the state is asked beside the country of the same code.
fn in_state(content: &Content, question: &Question, typed: &str) -> Option<Reading> {
    if !named(content, question, typed).is_empty() {
        return None;
    }
    // What stands around a country can be part of a town, or the code of a state: "Los Angeles, CA", "Wilmington, DE".
    let (all, bare) = (spaced(typed), bare(content, typed));
    let of_state = |words: &str| {
        let (town, code) = words.rsplit_once(' ')?;
        let country = named(content, question, content.state(code)?).into_iter().next()?;
        Some((town.to_owned(), code.to_owned(), country))
    };
    // Behind the state its country may stand.
    let before_country = || {
        let parted = all.match_indices(' ').filter_map(|(at, _)| all.split_at_checked(at));
        let mut pairs = parted.filter_map(|(first, last)| Some((of_state(first)?, named(content, question, last))));
        pairs.find_map(|(found, last)| (last.as_slice() == [found.2.clone()]).then_some(found))
    };
    let is_town = |(town, ..): &(String, String, Value)| content.towns(town).next().is_some();
    let (town, code, country) = of_state(&all)
        .filter(is_town)
        .or_else(|| of_state(&bare))
        .or_else(|| of_state(&all))
        .or_else(before_country)?;
    let (towns, own) = (countries(content, question, &town), named(content, question, &code));
    // "Florida, CO" can be both.
    let is_both = own.iter().any(|country| towns.contains(country));
    if towns.contains(&country) && !is_both {
        let answer = Answer::Known(country);
        return Some(if typed.contains(['?', '\u{bf}']) { which([answer]) } else { Reading::Answer(answer) });
    }
    let is_unknown = towns.is_empty()
        && typed.contains(',')
        && town.chars().all(|c| c.is_alphabetic() || c == ' ')
        && town.len() > CODE
        && candidates::of(content, question, &town).values.is_empty();
    let is_elsewhere = !towns.is_empty() && own.is_empty() && typed.contains(',');
    let is_asked = is_unknown || is_elsewhere || (is_both && towns.contains(&country));
    let offered = if is_both { own } else { [towns, own].concat() };
    is_asked.then(|| which(offered.into_iter().chain([country]).map(Answer::Known)))
}

/// What a town in a state comes to where a nationality is asked: none, and no country of the state's code.
pub(super) fn of_nationality(content: &Content, question: &Question, typed: &str) -> Option<Reading> {
    let words = spaced(typed);
    let (town, code) = words.rsplit_once(' ').filter(|_| question.kind == FactKind::Countries)?;
    let country = content.state(code)?;
    content.towns(town).any(|of| of == country).then_some(Reading::Invalid(AnswerError::Region))
}

/// Whether a text names the country of a town beside it, or the state.
pub(super) fn is_named(content: &Content, question: &Question, typed: &str) -> bool {
    let in_state =
        question.kind == FactKind::Country && matches!(in_state(content, question, typed), Some(Reading::Answer(_)));
    in_state || named_with_country(content, question, typed).is_some_and(|named| named.is_ok())
}

/// Whether a text is a town.
pub(super) fn is_one(content: &Content, text: &str) -> bool {
    content.towns(&bare(content, text)).next().is_some()
}

/// The country that is named beside a town, in either order.
///
/// # Errors
/// The town is in another country.
pub(super) fn named_with_country(
    content: &Content,
    question: &Question,
    typed: &str,
) -> Option<Result<Value, AnswerError>> {
    let lexicon = content.lexicon();
    let words = bare(content, typed);
    let words: Vec<&str> = words.split(' ').filter(|word| !lexicon.means(word, Sense::Joins)).collect();
    let words = words.join(" ");
    if question.kind != FactKind::Country || !named(content, question, typed).is_empty() {
        return None;
    }
    let parted = words.match_indices(' ').filter_map(|(at, _)| words.split_at_checked(at));
    let pairs = parted.flat_map(|(first, last)| [(first, last), (last, first)]);
    // "Pa" is a code too.
    let is_not = |word: &str| lexicon.means(word, Sense::Not);
    let pairs = pairs.filter(|(_, country)| !country.split(' ').any(is_not));
    let found = pairs.filter_map(|(town, country)| {
        let (towns, countries) = (countries(content, question, town), named(content, question, country));
        let agreed = countries.iter().find(|country| {
            towns.contains(country) || (!towns.is_empty() && named(content, question, town).contains(country))
        });
        match (agreed, towns.first(), countries.as_slice()) {
            (Some(country), ..) => Some(Ok(country.clone())),
            (None, Some(Value::Country(of)), [Value::Country(named)]) => {
                Some(Err(AnswerError::Town { of: of.clone(), named: named.clone() }))
            }
            _ => None,
        }
    });
    found.min_by_key(Result::is_err)
}

/// The words without "in" and "lives in".
fn bare(content: &Content, typed: &str) -> String {
    let words = spaced(typed);
    let bare = around::bare(content.lexicon(), &words, &around::ANY);
    if bare.is_empty() || content.towns(&words).next().is_some() { words } else { bare }
}

/// The country of a town that is in one alone.
pub(super) fn only(content: &Content, question: &Question, typed: &str) -> Option<Value> {
    match countries(content, question, &bare(content, typed)).as_slice() {
        [country] => Some(country.clone()),
        _ => None,
    }
}

/// Whether a text names one country, once as such and once as a town in it.
pub(super) fn all_of_one(content: &Content, question: &Question, typed: &str) -> bool {
    let parts = list::parts(content, typed);
    let of =
        |part: &String| named(content, question, part).into_iter().next().or_else(|| only(content, question, part));
    let all: Option<Vec<Value>> = parts.iter().map(of).collect();
    parts.len() > 1 && all.is_some_and(|all| all.windows(2).all(|pair| matches!(pair, [a, b] if a == b)))
}

/// The countries of a town.
fn countries(content: &Content, question: &Question, town: &str) -> Vec<Value> {
    content.towns(town).flat_map(|country| named(content, question, country)).collect()
}
