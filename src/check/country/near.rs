//! Countries by a name with a letter wrong.

use super::candidates::{Candidates, sorted};
use super::value;
use crate::content::{Content, Id, NameKind, Question};
use crate::rules::Value;

/// The countries of which a name has nearly the same letters: always asked, since a word of another kind resembles one as
/// often, "create", "médico".
pub(super) fn resembling(content: &Content, question: &Question, letters: &str) -> Candidates {
    let length = letters.chars().count();
    let most = match length {
        0..=3 => return Candidates::default(),
        4..=8 => 1,
        _ => 2,
    };
    let distance = |name: &str| {
        let close = name.len().abs_diff(letters.len()) <= most && name.len() > 3;
        close.then(|| strsim::osa_distance(name, letters)).filter(|distance| *distance <= most)
    };
    let words = |kind| matches!(kind, NameKind::Name | NameKind::People | NameKind::Fixed);
    let near: Vec<(usize, &Id)> = content
        .names()
        .iter()
        .filter(|name| words(name.kind))
        .filter_map(|name| Some((distance(&name.joined)?, &name.code)))
        .collect();
    let Some(best) = near.iter().map(|(distance, _)| *distance).min() else {
        return Candidates::default();
    };
    // Where another one is near too, which of the two is meant is asked.
    let mut values = sorted(content, question, near.iter().map(|(_, code)| (*code).clone()).collect());
    let nearest =
        |wanted: &Value| near.iter().any(|(d, code)| *d == best && value(question, (*code).clone()) == *wanted);
    values.sort_by_key(|value| !nearest(value));
    Candidates::guessed(values)
}
