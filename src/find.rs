//! Search over the content, in all languages at once; hits are shown in one.
//!
//! Floor 4: imports content and wording. A hit on a name stands before one in a text, a whole word before a part of one,
//! and letters that only stand in the same order come last, if at all. Accents and case count for nothing.

mod also;
mod entry;
mod folded;
mod grade;
mod query;
mod writer;

use chrono::NaiveDate;
use std::cmp::Reverse;

use crate::content::{Content, Id, Lang, Lookup, Msg, StatementTopic, Topic};
use crate::text::fold;
use also::Also;
use entry::Entry;
use folded::Folded;
use grade::{Grade, Grader};
use query::Query;

/// What was found: an index in the list of [`Content`], if not stated otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum HitKind {
    Office(usize),
    /// By office, then by index among its requirements.
    Requirement(usize, usize),
    Step(usize),
    Pathway(usize),
    /// A country without an office, by its code.
    Country(Id),
    Question(Id),
    Item(usize),
    Statement(usize),
    Notice(usize),
    /// A language in which the desk speaks.
    Language(usize),
    /// The tracks of the process side by side, and how long each is in all.
    Tracks,
}

impl HitKind {
    /// What it is called.
    pub fn msg(&self) -> Msg {
        match self {
            Self::Office(_) => Msg::KindOffice,
            Self::Requirement(..) => Msg::KindRequirement,
            Self::Step(_) => Msg::KindStep,
            Self::Pathway(_) => Msg::KindPathway,
            Self::Country(_) => Msg::KindCountry,
            Self::Question(_) => Msg::KindQuestion,
            Self::Item(_) => Msg::KindItem,
            Self::Statement(_) => Msg::KindStatement,
            Self::Notice(_) => Msg::KindNotice,
            Self::Language(_) => Msg::KeyLanguage,
            Self::Tracks => Msg::PaneProcess,
        }
    }
}

/// Where a statement on applying or on pathways stands, which is not among the notices: with the office that is looked at,
/// or with a pathway.
pub fn place(content: &Content, hit: &HitKind, office: usize) -> Option<HitKind> {
    let HitKind::Statement(n) = hit else { return None };
    match &content.statements.at(*n).topic {
        StatementTopic::Known(Topic::Applying | Topic::Contact | Topic::Money) => Some(HitKind::Office(office)),
        StatementTopic::Known(Topic::Pathways) => (!content.pathways.is_empty()).then_some(HitKind::Pathway(0)),
        _ => None,
    }
}

/// A record that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Hit {
    pub kind: HitKind,
    /// Its name, or its text where it has none.
    pub title: String,
    /// The text that was found; empty where only the name was.
    pub snippet: String,
    /// The higher the better, comparable within one search.
    pub score: u32,
}

/// What can be found.
#[derive(Debug)]
pub struct Index {
    entries: Vec<Entry>,
}

impl Index {
    /// Indexes a content; statements dated after the day are left out.
    pub fn new(content: &Content, day: NaiveDate) -> Self {
        Self { entries: entry::all(content, day) }
    }

    /// What has all of the words, best first; where nothing has, what has some of them.
    pub fn search(&self, words: &str, lang: Lang) -> Vec<Hit> {
        let query = Query::new(words);
        if query.needles.is_empty() {
            return Vec::new();
        }
        let mut grader = Grader::new();
        let mut found = self.matching(&query, &mut grader, true);
        if found.is_empty() {
            // Spelling errors are allowed only where nothing fits; at last, some of the words are enough.
            grader.slips = true;
            found = self.matching(&query, &mut grader, true);
        }
        if found.is_empty() {
            found = self.matching(&query, &mut grader, false);
        }
        without_scatter(&mut found, |(_, fit)| fit.loose);
        // A country without an office is only a name: whatever a text says stands before it.
        found.sort_by_key(|(entry, fit)| (entry.is_bare_country(), Reverse(fit.score)));
        found.into_iter().map(|(entry, fit)| entry.hit(lang, &fit)).collect()
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
    /// The word by which people look for it.
    also: Option<usize>,
    loose: bool,
}

/// By all that was typed as one of the words that lead to it, or by word after word: whichever is better.
fn fit(entry: &Entry, query: &Query, grader: &mut Grader, every: bool) -> Option<Fit> {
    let whole = best(&entry.also, |also| also.whole(query));
    let whole = whole.map(|(place, score)| Fit { score, body: None, also: Some(place), loose: false });
    whole.into_iter().chain(by_words(entry, query, grader, every)).max_by_key(|fit| fit.score)
}

fn by_words(entry: &Entry, query: &Query, grader: &mut Grader, every: bool) -> Option<Fit> {
    let mut total = Fit { score: 0, body: None, also: None, loose: false };
    let mut best_body = 0;
    for needle in &query.needles {
        let names = entry.names.iter().flat_map(Folded::plain);
        let name = names.filter_map(|name| grader.name(needle, name)).max();
        let mut body: Option<(Grade, usize)> = None;
        for (place, text) in entry.body.iter().enumerate() {
            let grade = text.plain().filter_map(|words| grader.text(needle, words)).max();
            if let Some(grade) = grade.filter(|grade| body.is_none_or(|(best, _)| *grade > best)) {
                body = Some((grade, place));
            }
        }
        let also = best(&entry.also, |also| also.one(needle));
        let of_name = name.map_or(0, Grade::in_name).max(also.map_or(0, |(_, score)| score));
        let of_body = body.map_or(0, |(grade, _)| grade.in_text());
        if every && of_name.max(of_body) == 0 {
            return None;
        }
        if let Some((_, place)) = body.filter(|_| of_body > best_body) {
            (best_body, total.body) = (of_body, Some(place));
        }
        total.loose |= of_body == 0 && name.is_some_and(Grade::is_loose);
        total.also = total.also.or(also.map(|(place, _)| place));
        total.score += of_name.max(of_body);
    }
    let whole = entry.names.iter().any(|name| name.plain().any(|name| query.is(name)));
    total.score += if whole { WHOLE_NAME } else { 0 };
    (total.score > 0).then_some(total)
}

/// The place and the score of the best, where it has one.
fn best(all: &[Also], score: impl Fn(&Also) -> u32) -> Option<(usize, u32)> {
    let scored = all.iter().enumerate().map(|(place, also)| (place, score(also)));
    scored.max_by_key(|(_, score)| *score).filter(|(_, score)| *score > 0)
}

/// The score of a name that is exactly what was typed.
const WHOLE_NAME: u32 = 500;

/// Removes loose fits where something fits well.
fn without_scatter<T>(found: &mut Vec<T>, loose: impl Fn(&T) -> bool) {
    if found.iter().any(|hit| !loose(hit)) {
        found.retain(|hit| !loose(hit));
    }
}

/// Ranks labels by the same rules: indices and scores of those that have every word, best first; all of them in their
/// order where there are no words.
pub fn rank<S: AsRef<str>>(words: &str, labels: &[S]) -> Vec<(usize, u32)> {
    let query = Query::new(words);
    let mut grader = Grader::new();
    let mut found: Vec<(usize, u32, bool)> = Vec::new();
    for (place, label) in labels.iter().enumerate() {
        let label = fold(label.as_ref());
        let all: Option<Vec<Grade>> = query.needles.iter().map(|needle| grader.name(needle, &label)).collect();
        if let Some(all) = all {
            // Also before a record that people look for by that word.
            let whole = if query.is(&label) { 2 * WHOLE_NAME } else { 0 };
            let score = all.iter().map(|grade| grade.in_name()).sum::<u32>() + whole;
            found.push((place, score, all.iter().any(|grade| grade.is_loose())));
        }
    }
    without_scatter(&mut found, |(_, _, loose)| *loose);
    found.sort_by_key(|(_, score, _)| Reverse(*score));
    found.into_iter().map(|(place, score, _)| (place, score)).collect()
}
