//! A name with something around it that is no name: a number, "another:", since when.

use super::{candidates, chosen, kin, town, which};
use crate::check::reading::Reading;
use crate::content::hearing::spaced;
use crate::content::{Content, Question, Sense};
use crate::rules::Answer;

/// What is typed as a row of the list; `None` where it is none.
pub(super) fn read(content: &Content, question: &Question, typed: &str) -> Option<Reading> {
    let row = beside_number(typed).map(|(number, name)| numbered_name(content, question, number, name));
    let part = || after_other(content, typed).or_else(|| before_time(content, typed));
    let is_name = !candidates::named(content, question, typed).is_empty();
    let beside = || kin::read(content, question, typed).or_else(|| town::of_nationality(content, question, typed));
    row.or_else(|| if is_name { None } else { beside() })
        .or_else(|| part().map(|name| asked(super::read(content, question, name))))
}

/// The number and the name of what looks like a row of the list: "1 Ecuador", "2) cuban".
fn beside_number(typed: &str) -> Option<(u32, &str)> {
    let name = typed.trim_start().strip_prefix(|c: char| c.is_ascii_digit())?;
    let number = typed.trim_start().chars().next()?.to_digit(10)?;
    let rest = name.trim_start_matches(['.', ')', ':', '-', ' ']);
    let is_name = rest.len() < name.len() && rest.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '\''));
    (is_name && !rest.is_empty()).then_some((number, rest))
}

/// A row by its number and its name, where both are of the same; else which of the two is meant.
fn numbered_name(content: &Content, question: &Question, number: u32, name: &str) -> Reading {
    let row = chosen(&candidates::usual(content, question), number).map(Answer::Known);
    match super::read(content, question, name) {
        Reading::Answer(named) if row.as_ref() == Some(&named) => Reading::Answer(named),
        Reading::Answer(named) => which(row.into_iter().chain([named])),
        read => read,
    }
}

/// What follows "another:", which is a name and no second country.
fn after_other<'t>(content: &Content, typed: &'t str) -> Option<&'t str> {
    let (other, name) = typed.split_once(':')?;
    content.lexicon().means(&spaced(other), Sense::Other).then_some(name)
}

/// What stands before how long it has been so: "vive en Colombia desde 2020".
fn before_time<'t>(content: &Content, typed: &'t str) -> Option<&'t str> {
    let blanks = typed.match_indices(' ').filter_map(|(at, _)| typed.split_at_checked(at));
    let mut parts = blanks.filter(|(name, _)| !spaced(name).is_empty());
    let (name, _) = parts.find(|(_, rest)| {
        let word = rest.split_whitespace().next().unwrap_or_default();
        content.lexicon().means(&spaced(word), Sense::Lasting)
    })?;
    Some(name)
}

/// An answer that is asked back.
fn asked(read: Reading) -> Reading {
    if let Reading::Answer(answer) = read { which([answer]) } else { read }
}
