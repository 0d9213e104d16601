//! What is known of one step.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{LinkRef, Mark, incoming};
use crate::content::{EndKind, Link, Notice, ProcessModel, Statement, Step, Wait};

/// What is known of a step.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Detail<'a> {
    /// From 1.
    pub number: usize,
    pub step: &'a Step,
    pub wait: Option<&'a Wait>,
    /// What happens first, then the details.
    pub statements: Vec<&'a Statement>,
    pub out: Vec<Way<'a>>,
    pub incoming: Vec<Way<'a>>,
    pub notices: Vec<&'a Arc<Notice>>,
    pub end: Option<EndKind>,
}

/// A link, as seen from one of its steps.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Way<'a> {
    pub at: LinkRef,
    pub link: &'a Link,
    /// The step at the other end, by index in [`ProcessModel::steps`].
    pub other: usize,
    pub mark: Mark,
}

impl Way<'_> {
    /// The number of the step at the other end, from 1.
    pub fn number(&self) -> usize {
        self.other + 1
    }
}

impl<'a> Detail<'a> {
    /// What is known on a day: statements and notices dated after it are left out. `None` where there is no such step.
    pub fn of(model: &'a ProcessModel, step: usize, day: NaiveDate) -> Option<Self> {
        let at = step;
        let step = model.steps.get(at)?;
        let way = |at: LinkRef, link: &'a Link, other| Way { at, link, other, mark: Mark::of_link(model, link) };
        let statements = std::iter::once(&step.statement).chain(&step.details);
        let out = step.links.iter().enumerate().map(|(i, link)| way(LinkRef { from: at, link: i }, link, link.to));
        Some(Self {
            number: at + 1,
            step,
            wait: step.wait.as_ref(),
            statements: statements.filter(|s| s.published_by(day)).collect(),
            out: out.collect(),
            incoming: incoming(model, at).map(|(i, link)| way(i, link, i.from)).collect(),
            notices: step.notices.iter().filter(|n| n.statement.published_by(day)).collect(),
            end: super::end_of(step),
        })
    }

    /// The numbers of the other steps that lead here, in order, each once.
    pub fn comes_from(&self) -> Vec<usize> {
        let mut numbers: Vec<_> = self.incoming.iter().map(Way::number).filter(|n| *n != self.number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

#[cfg(test)]
mod tests;
