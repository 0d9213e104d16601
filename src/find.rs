//! Search over the content: every language is looked through, what is found is shown in the one asked for.
//!
//! Floor 4: imports content and wording. A hit on a name stands before one in a text, a whole word before a part of one,
//! and letters that only stand in the same order come last, if at all. Accents and case count for nothing.

mod entry;
mod folded;
mod grade;
mod query;
mod writer;

use chrono::NaiveDate;
use std::cmp::Reverse;

use crate::content::{Content, Id, Lang};
use crate::text::fold;
use entry::Entry;
use folded::Folded;
use grade::{Grade, Grader};
use query::Query;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum HitKind {
    /// An office, by its place in [`Content::offices`].
    Office(usize),
    /// A requirement, by the place of its office and its own place there.
    Requirement(usize, usize),
    /// A step, by its place in the process.
    Step(usize),
    /// A pathway, by its place in [`Content::pathways`].
    Pathway(usize),
    /// A country without an office, by its code.
    Country(Id),
    /// A question, by its id.
    Question(Id),
    /// Something that the application asks for, by its place in [`Content::items`].
    Item(usize),
    /// A statement about the programme, by its place in [`Content::statements`].
    Statement(usize),
    /// A notice, by its place in [`Content::notices`].
    Notice(usize),
}

/// A place where the words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Hit {
    pub kind: HitKind,
    /// Its name in the language asked for, or its text where it has no name.
    pub title: String,
    /// The text in which the words stand, in the language asked for; empty where only the name has them.
    pub snippet: String,
    /// How well it fits: the higher the better, comparable within one search.
    pub score: u32,
}

/// Everything that can be found.
#[derive(Debug)]
pub struct Index {
    entries: Vec<Entry>,
}

impl Index {
    /// Lists what a content holds; statements dated after the day of asking are left out.
    #[must_use]
    pub fn new(content: &Content, day: NaiveDate) -> Self {
        Self { entries: entry::all(content, day) }
    }

    /// What has every one of the words, best first; where nothing has, what has some of them. Nothing for no words.
    #[must_use]
    pub fn search(&self, words: &str, lang: Lang) -> Vec<Hit> {
        let query = Query::new(words);
        if query.is_empty() {
            return Vec::new();
        }
        let mut grader = Grader::new();
        let mut found = self.matching(&query, &mut grader, true);
        if found.is_empty() {
            // Only where nothing fits are words taken for misspelt ones, and at last some of them for all.
            grader.allow_slips();
            found = self.matching(&query, &mut grader, true);
        }
        if found.is_empty() {
            found = self.matching(&query, &mut grader, false);
        }
        without_scatter(&mut found, |(_, fit)| fit.loose);
        found.sort_by_key(|(_, fit)| Reverse(fit.score));
        found.into_iter().map(|(entry, fit)| entry.hit(lang, fit.body, fit.score)).collect()
    }

    fn matching(&self, query: &Query, grader: &mut Grader, every: bool) -> Vec<(&Entry, Fit)> {
        self.entries.iter().filter_map(|entry| Some((entry, fit(entry, query, grader, every)?))).collect()
    }
}

/// How an entry fits a query.
#[derive(Debug, Clone, Copy)]
struct Fit {
    score: u32,
    body: Option<usize>,
    /// Whether some word fits only loosely.
    loose: bool,
}

fn fit(entry: &Entry, query: &Query, grader: &mut Grader, every: bool) -> Option<Fit> {
    let mut total = Fit { score: 0, body: None, loose: false };
    let mut best_body = 0;
    for needle in query.needles() {
        let names = entry.names.iter().flat_map(Folded::plain);
        let name = names.filter_map(|name| grader.name(needle, name)).max();
        let mut body: Option<(Grade, usize)> = None;
        for (place, text) in entry.body.iter().enumerate() {
            let grade = text.plain().filter_map(|words| grader.text(needle, words)).max();
            if let Some(grade) = grade.filter(|grade| body.is_none_or(|(best, _)| *grade > best)) {
                body = Some((grade, place));
            }
        }
        let of_name = name.map_or(0, Grade::in_name);
        let of_body = body.map_or(0, |(grade, _)| grade.in_text());
        if every && of_name.max(of_body) == 0 {
            return None;
        }
        if let Some((_, place)) = body.filter(|_| of_body > best_body) {
            (best_body, total.body) = (of_body, Some(place));
        }
        total.loose |= of_body == 0 && name.is_some_and(Grade::is_loose);
        total.score += of_name.max(of_body);
    }
    let whole = entry.names.iter().any(|name| name.plain().any(|name| query.is(name)));
    total.score += if whole { WHOLE_NAME } else { 0 };
    (total.score > 0).then_some(total)
}

/// For a name that is just what was typed.
const WHOLE_NAME: u32 = 500;

/// Where something fits well, what fits only loosely is noise.
fn without_scatter<T>(found: &mut Vec<T>, loose: impl Fn(&T) -> bool) {
    if found.iter().any(|hit| !loose(hit)) {
        found.retain(|hit| !loose(hit));
    }
}

/// Ranks labels of any kind by the same rules: places and scores of those that have every word, best first; all of
/// them in their order for no words.
#[must_use]
pub fn rank<S: AsRef<str>>(words: &str, labels: &[S]) -> Vec<(usize, u32)> {
    let query = Query::new(words);
    let mut grader = Grader::new();
    let mut found: Vec<(usize, u32, bool)> = Vec::new();
    for (place, label) in labels.iter().enumerate() {
        let label = fold(label.as_ref());
        let all: Option<Vec<Grade>> = query.needles().map(|needle| grader.name(needle, &label)).collect();
        if let Some(all) = all {
            let whole = if query.is(&label) { WHOLE_NAME } else { 0 };
            let score = all.iter().map(|grade| grade.in_name()).sum::<u32>() + whole;
            found.push((place, score, all.iter().any(|grade| grade.is_loose())));
        }
    }
    without_scatter(&mut found, |(_, _, loose)| *loose);
    found.sort_by_key(|(_, score, _)| Reverse(*score));
    found.into_iter().map(|(place, score, _)| (place, score)).collect()
}

/// The office that a hit is about, by its place; a country that has one gives it as a hit of its own.
#[must_use]
pub fn office_of(kind: &HitKind) -> Option<usize> {
    match kind {
        HitKind::Office(office) | HitKind::Requirement(office, _) => Some(*office),
        _ => None,
    }
}
