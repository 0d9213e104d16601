//! Words that a question has for its own answers, alone, after a yes, or with when it was.

use chrono::NaiveDate;

use super::{country, date};
use crate::content::hearing::spaced;
use crate::content::{Content, FactKind, Office, Question, Sense};
use crate::rules::{self, Answer, parse_value};

/// The answer that the question's own words stand for.
pub(super) fn own_words(content: &Content, question: &Question, text: &str, as_of: NaiveDate) -> Option<Answer> {
    let is_one = |_: &&str| question.kind == FactKind::OneOf;
    let (after, before) = (after_yes(content, text).filter(is_one), before_time(content, text).filter(is_one));
    let all = [Some(text), after, before].into_iter().flatten();
    let answer = all.into_iter().find_map(|t| content.answer_of(&question.id, &spaced(t)))?;
    parse_value(content, question, answer, as_of).ok()
}

/// What stands before since when it is so: "regular since 2020".
fn before_time<'t>(content: &Content, text: &'t str) -> Option<&'t str> {
    let mut parts = text.match_indices(' ').filter_map(|(at, _)| text.split_at_checked(at));
    let is_lasting = |when: &str| {
        let first = when.split_whitespace().next().unwrap_or_default();
        content.lexicon().means(&spaced(first), Sense::Lasting) && date::read(content, None, when).is_ok()
    };
    parts.find(|(_, when)| is_lasting(when.trim_start())).map(|(before, _)| before)
}

/// What follows a yes.
pub(super) fn after_yes<'t>(content: &Content, text: &'t str) -> Option<&'t str> {
    let (yes, after) = text.split_once([' ', ',']).unwrap_or((text, ""));
    content.lexicon().means(&spaced(yes), Sense::Yes).then(|| after.trim_start_matches([' ', ',']))
}

/// Whether a yes has nothing behind it but when it was, or that it was in the country that the question names: "yes, in
/// June 2022", "la pedí en 2022".
pub(super) fn is_confirmed(content: &Content, question: &Question, office: Option<&Office>, text: &str) -> bool {
    let after_own = || {
        let mut parts = text.match_indices(' ').filter_map(|(at, _)| text.split_at_checked(at));
        let own = parts.find(|(own, _)| content.answer_of(&question.id, &spaced(own)) == Some("yes"));
        own.map(|(_, after)| after.trim_start())
    };
    let after = after_yes(content, text).or_else(after_own).filter(|_| question.age.is_none());
    let Some(after) = after else { return false };
    let here = office.map(|office| &*office.country);
    let is_asked = || question.ask.all().any(|ask| ask.contains("{country}"));
    let named = || country::code(content, rules::place_question(content)?, after);
    date::read(content, here, after).is_ok()
        || (is_asked() && named().is_some_and(|code| here.is_some_and(|here| here.id == code)))
}
