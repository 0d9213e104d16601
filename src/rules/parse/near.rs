//! The nearest names to an unknown one.

use crate::content::Content;
use crate::text;

const MOST: usize = 3;

/// The names nearest to a text, best first, at most three: each `(compared, shown)`.
pub(super) fn nearest<'a>(text: &str, names: impl Iterator<Item = (&'a str, String)>) -> Vec<String> {
    let text = fold(text);
    let near = |(name, shown): (&str, String)| Some((closeness(&text, &fold(name))?, shown));
    let mut found: Vec<_> = names.filter_map(near).collect();
    found.sort_by_key(|(distance, _)| *distance);
    // Beside a name itself, or one that is only not written to its end, what is spelled like it is not meant.
    let best = found.first().map_or(0, |(distance, _)| *distance);
    if best <= 1 {
        found.retain(|(distance, _)| *distance == best);
    }
    let mut shown: Vec<String> = Vec::new();
    for (_, name) in found {
        if shown.len() < MOST && !shown.contains(&name) {
            shown.push(name);
        }
    }
    shown
}

/// The country codes nearest to a text, which may be a country's name or a nationality in any language.
pub(super) fn codes(content: &Content, words: &[String], text: &str) -> Vec<String> {
    let named = content.countries.iter().flat_map(|country| {
        let shown = format!("{} for {}", country.id, country.name.get(crate::content::Lang::default()));
        let names = country.name.all().chain(country.demonym.all());
        let names = names.chain(country.also.iter().map(String::as_str)).chain([&*country.id]);
        names.map(move |name| (name, shown.clone()))
    });
    nearest(text, named.chain(words.iter().map(|word| (word.as_str(), word.clone()))))
}

/// `a`, `a or b`, `a, b or c`.
pub(super) fn or_list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// Lower case without accents, surrounding blanks, or more of the text than any name has.
fn fold(text: &str) -> String {
    const LONGEST: usize = 60;
    let start: String = text.trim().chars().take(LONGEST).collect();
    text::fold(&start).replace('-', "_")
}

/// The edit distance, if it is small for the length; a name that begins with the text is nearly as good as a hit.
fn closeness(text: &str, name: &str) -> Option<usize> {
    let (length, other) = (text.chars().count(), name.chars().count());
    if length >= 3 && name.starts_with(text) {
        return Some(usize::from(other > length));
    }
    // Of two letters the first is the one that people get right.
    let one_slip = length > 2 || (length, other) == (2, 2) && text.chars().next() == name.chars().next();
    let most = (length.max(other) / 3).max(usize::from(one_slip));
    let distance = strsim::osa_distance(text, name);
    (distance <= most).then_some(distance + usize::from(distance > 0))
}
