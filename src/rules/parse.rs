//! Values as they are written on the command line: strict, and an error says what is wrong and how to write it.

mod date;
mod error;
mod near;
mod value;

use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::content::{Content, Question};

use super::answer::{Answer, Answers};

pub use error::{FactError, Forms, ValueError};
pub use value::{parse_value, values};

/// Reads a list of `FACT=VALUE`.
///
/// # Errors
/// The first one without `=`, of an unknown or repeated fact, or with a wrong value.
pub fn parse_facts(content: &Content, facts: &[String], as_of: NaiveDate) -> Result<Answers, FactError> {
    let mut seen = BTreeSet::new();
    let mut parsed = Vec::new();
    for fact in facts {
        let (question, answer) = parse_fact(content, fact, as_of)?;
        if !seen.insert(question.id.clone()) {
            return Err(FactError::Repeated(question.id.clone()));
        }
        parsed.push((question, answer));
    }
    let mut answers = Answers::default();
    for (question, answer) in parsed {
        answers.set(content, &question, answer);
    }
    Ok(answers)
}

fn parse_fact(content: &Content, fact: &str, as_of: NaiveDate) -> Result<(Arc<Question>, Answer), FactError> {
    let Some((name, text)) = fact.split_once('=') else {
        return Err(FactError::NoEquals { text: fact.to_owned(), example: example(content, fact) });
    };
    let Some(question) = content.question(name) else { return Err(unknown_fact(content, name)) };
    let answer = parse_value(content, question, text, as_of)
        .map_err(|cause| FactError::Value { fact: question.id.clone(), cause })?;
    Ok((Arc::clone(question), answer))
}

fn unknown_fact(content: &Content, name: &str) -> FactError {
    let all: Vec<String> = content.questions.iter().map(|question| question.id.to_string()).collect();
    let near = near::nearest(name, all.iter().map(|id| (id.as_str(), id.clone())));
    FactError::Unknown { text: name.to_owned(), near, all }
}

/// An example of a fact, if possible the one that was meant.
fn example(content: &Content, text: &str) -> String {
    let ids = content.questions.iter().map(|question| (&*question.id, question.id.to_string()));
    let meant = near::nearest(text, ids).into_iter().next();
    let question = meant.as_deref().and_then(|id| content.question(id)).or(content.questions.first());
    let (name, value) = question.map_or(("fact", "unknown"), |question| (&*question.id, value::example(question)));
    format!("{name}={value}")
}
