//! What is known of one step.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{LinkMark, links};
use crate::content::{Link, Notice, ProcessModel, Statement, Step};

/// What is known of a step.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Detail<'a> {
    /// From 1.
    pub number: usize,
    pub step: &'a Step,
    /// What happens first, then the details.
    pub statements: Vec<&'a Statement>,
    pub out: Vec<Way<'a>>,
    /// The numbers of the other steps that lead here.
    pub comes_from: BTreeSet<usize>,
    pub notices: Vec<&'a Arc<Notice>>,
}

/// A link, as seen from the step that it leaves.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Way<'a> {
    pub link: &'a Link,
    pub mark: LinkMark,
}

impl<'a> Detail<'a> {
    /// What is known on a day: statements and notices dated after it are left out.
    pub fn of(model: &'a ProcessModel, at: usize, day: NaiveDate) -> Self {
        let step = model.step(at);
        let statements = std::iter::once(&step.statement).chain(&step.details);
        let into = links(model).filter(|(from, link)| link.to == at && from.from != at);
        Self {
            number: at + 1,
            step,
            statements: statements.filter(|s| s.published_by(day)).collect(),
            out: step.links.iter().map(|link| Way { link, mark: LinkMark::of_link(model, link) }).collect(),
            comes_from: into.map(|(from, _)| from.from + 1).collect(),
            notices: step.notices.iter().filter(|n| n.statement.published_by(day)).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
