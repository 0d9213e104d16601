//! What is known of one step, in the order in which it is shown.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{LinkRef, Mark, incoming};
use crate::content::{EndKind, Link, Notice, ProcessModel, Statement, Step, Wait};

/// What is known of a step.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Detail<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// The step, with title, actor, track and what the source leaves open.
    pub step: &'a Step,
    pub wait: Option<&'a Wait>,
    /// What is said of it on the day: what happens first, then the details.
    pub statements: Vec<&'a Statement>,
    pub out: Vec<Way<'a>>,
    pub incoming: Vec<Way<'a>>,
    /// Notices made by the day that bear on it.
    pub notices: Vec<&'a Arc<Notice>>,
    pub end: Option<EndKind>,
}

/// A link, as seen from one of its steps.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Way<'a> {
    pub at: LinkRef,
    pub link: &'a Link,
    /// The step at its other end, by place in [`ProcessModel::steps`].
    pub other: usize,
    /// Its mark in the picture.
    pub mark: Mark,
}

impl Way<'_> {
    /// The number of the step at the other end, from 1.
    #[must_use]
    pub fn number(&self) -> usize {
        self.other + 1
    }
}

impl<'a> Detail<'a> {
    /// What is known of a step on a day: statements and notices dated after it are left out. `None` where there is no
    /// such step.
    #[must_use]
    pub fn of(model: &'a ProcessModel, step: usize, day: NaiveDate) -> Option<Self> {
        let at = step;
        let step = model.steps.get(at)?;
        let way = |at: LinkRef, link: &'a Link, other| Way { at, link, other, mark: Mark::of_link(model, link) };
        let said = std::iter::once(&step.statement).chain(&step.details);
        let out = step.links.iter().enumerate().map(|(i, link)| way(LinkRef { from: at, link: i }, link, link.to));
        Some(Self {
            number: at + 1,
            step,
            wait: step.wait.as_ref(),
            statements: said.filter(|s| s.made_by(day)).collect(),
            out: out.collect(),
            incoming: incoming(model, at).map(|(i, link)| way(i, link, i.from)).collect(),
            notices: step.notices.iter().filter(|n| n.statement.made_by(day)).collect(),
            end: super::end_of(step),
        })
    }

    /// The numbers of the other steps that lead here, in order, each once.
    #[must_use]
    pub fn comes_from(&self) -> Vec<usize> {
        let mut numbers: Vec<_> = self.incoming.iter().map(Way::number).filter(|n| *n != self.number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::content::{Certainty, LinkKind};
    use crate::process::testing::{Sketch, day};

    fn model() -> ProcessModel {
        Sketch::new(4)
            .go(0, 1)
            .link(1, 0, LinkKind::Loop, Certainty::May)
            .link(1, 1, LinkKind::Loop, Certainty::Stated)
            .go(1, 2)
            .go(1, 3)
            .go(0, 3)
            .link(0, 3, LinkKind::Forward, Certainty::Likely)
            .end(2, EndKind::Stated)
            .end(3, EndKind::NotStated)
            .detail(1, "undated", None)
            .detail(1, "later", Some("2025-02"))
            .notice(1, "stop", Some("2025-01-27"))
            .model()
    }

    #[test]
    fn links_are_seen_from_both_sides() {
        let model = model();
        let detail = Detail::of(&model, 1, day("2026-01-01")).unwrap();
        let out: Vec<_> = detail.out.iter().map(|way| (way.number(), way.mark)).collect();
        assert_eq!(out, [(1, Mark::Back), (2, Mark::Back), (3, Mark::End), (4, Mark::OpenEnd)]);
        assert_eq!(detail.comes_from(), [1], "the step itself is not where one comes from");
        let last = Detail::of(&model, 3, day("2026-01-01")).unwrap();
        assert_eq!((last.comes_from(), last.incoming.len()), (vec![1, 2], 3));
        assert_eq!(last.end, Some(EndKind::NotStated));
        assert!(Detail::of(&model, 4, day("2026-01-01")).is_none());
    }

    #[test]
    fn what_is_said_later_is_left_out() {
        let model = model();
        let counts = |iso| {
            let detail = Detail::of(&model, 1, day(iso)).unwrap();
            (detail.statements.len(), detail.notices.len())
        };
        assert_eq!(counts("2025-01-26"), (2, 0));
        assert_eq!(counts("2025-01-27"), (2, 1));
        assert_eq!(counts("2025-02-01"), (3, 1));
    }
}
