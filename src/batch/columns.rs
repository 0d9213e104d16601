//! Which column of a table is which fact.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::error::BatchError;
use crate::content::{Content, FactKind, Lang, Question};
use crate::text::{fold, nearest};
use crate::wording::Phrases;

/// The columns that are added to each row, in this order. `read_FACT` follows for each fact where answers are heard as at
/// the desk.
pub(super) const ADDED: [&str; 7] = ["office", "verdict", "not_met", "missing", "intake", "problem", "settles"];

/// What a column adds where it says how an answer was understood, before the id of the fact.
pub(super) const READ: &str = "read_";

/// The fewest bytes of names of which one can be meant for the other.
const SHORTEST_NEAR: usize = 5;

/// The facts of a table's columns.
#[derive(Debug)]
pub(super) struct Columns {
    /// One for each column; none where it is kept and not read.
    pub(super) questions: Vec<Option<Arc<Question>>>,
    /// Names of columns that are kept and not read; but for those that a form adds.
    pub(super) kept: Vec<String>,
    /// Those of them that are called nearly as a fact, each with it.
    pub(super) near: Vec<(String, String)>,
}

impl Columns {
    /// Matches the names of columns with the ids of questions, their names and what is asked in every language, without regard to
    /// capitals, accents and the groups of a form before them (`group/name`).
    pub(super) fn of(content: &Content, header: &[&str]) -> Result<Self, BatchError> {
        refuse_repeated(header)?;
        let names = names(content);
        let mut columns = Self { questions: Vec::with_capacity(header.len()), kept: Vec::new(), near: Vec::new() };
        for (at, name) in header.iter().enumerate() {
            let key = key(name);
            // Forms put their own columns beside the answers: `_status` says how one came in.
            let is_of_form = name.starts_with('_');
            let question = names.get(&key).filter(|_| !is_of_form).cloned();
            if question.is_none() && !is_of_form && !key.is_empty() {
                columns.kept.push((*name).to_owned());
                // A short word is near to too many.
                let long = names.keys().map(String::as_str).filter(|name| name.len().min(key.len()) >= SHORTEST_NEAR);
                let near = nearest(&key, long).and_then(|near| names.get(near));
                columns.near.extend(near.map(|near| ((*name).to_owned(), near.id.to_string())));
            }
            let is_same = |other: &Option<Arc<Question>>| question.is_some() && *other == question;
            if let (Some(fact), Some(first)) = (&question, columns.questions.iter().position(is_same)) {
                return Err(BatchError::FactTwice { fact: fact.id.clone(), first: first + 1, second: at + 1 });
            }
            columns.questions.push(question);
        }
        if columns.questions.iter().all(Option::is_none) {
            return Err(BatchError::NoFact(content.questions.iter().map(|one| one.id.to_string()).collect()));
        }
        Ok(columns)
    }
}

/// A name as it is compared.
fn key(name: &str) -> String {
    let last = name.rsplit('/').next().unwrap_or(name);
    fold(&last.replace(['_', '-'], " ")).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every name of a question that is that of no other. An id goes before a name.
fn names(content: &Content) -> BTreeMap<String, Arc<Question>> {
    let mut said: BTreeMap<String, Option<Arc<Question>>> = BTreeMap::new();
    let languages = || (0..content.languages.len()).map(|at| Phrases::new(content, Lang(at)));
    for question in &content.questions {
        // A form that is saved with its words has what is asked, but of a date only how exactly it is known.
        let is_asked = !matches!(question.kind, FactKind::Date | FactKind::DateOrNo);
        let asked = languages().filter(|_| is_asked).map(|phrases| phrases.ask(question, None));
        for name in question.name.all().map(str::to_owned).chain(asked).map(|name| key(&name)) {
            let found = said.entry(name).or_insert_with(|| Some(Arc::clone(question)));
            if found.as_ref().is_some_and(|other| other != question) {
                *found = None;
            }
        }
    }
    let ids = content.questions.iter().map(|question| (key(&question.id), Some(Arc::clone(question))));
    said.extend(ids);
    said.into_iter().filter_map(|(name, question)| Some((name, question?))).collect()
}

fn refuse_repeated(header: &[&str]) -> Result<(), BatchError> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, name) in header.iter().enumerate() {
        if ADDED.contains(name) || name.starts_with(READ) {
            return Err(BatchError::OwnName { name: (*name).to_owned(), at: at + 1 });
        }
        // Columns without a name are told apart by their place.
        if name.trim().is_empty() {
            continue;
        }
        if let Some(first) = seen.insert(name, at) {
            return Err(BatchError::NameTwice { name: (*name).to_owned(), first: first + 1, second: at + 1 });
        }
    }
    Ok(())
}
