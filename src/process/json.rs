//! The process as JSON, format 1: steps with everything said of them, and the links between them by id.

#![allow(missing_docs, reason = "the keys of the format")]

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Detail, links};
use crate::content::{
    Certainty, Channel, EndKind, Lang, Link, LinkKind, Notice, PartialDate, Period, ProcessModel, Source, Statement,
    StepKind,
};

/// The process, or a part of it.
#[derive(Debug, Serialize)]
pub struct ProcessData<'a> {
    pub format: u32,
    pub guide: Guide,
    pub as_of: NaiveDate,
    pub notices: Vec<StatementData<'a>>,
    pub steps: Vec<StepData<'a>>,
    /// Those that leave the steps.
    pub links: Vec<LinkData<'a>>,
}

/// The date of the guide, and how sure it is.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Guide {
    pub date: Option<PartialDate>,
    pub certainty: Certainty,
}

/// A step.
#[derive(Debug, Serialize)]
pub struct StepData<'a> {
    pub id: &'a str,
    pub number: usize,
    pub kind: StepKind,
    pub end: Option<EndKind>,
    pub track: Option<&'a str>,
    pub actor: Option<&'a str>,
    pub title: &'a str,
    pub short: &'a str,
    pub text: &'a str,
    pub certainty: Certainty,
    pub source: &'a str,
    pub section: Option<&'a str>,
    pub wait: Option<WaitData<'a>>,
    pub details: Vec<StatementData<'a>>,
    pub links: Vec<LinkData<'a>>,
    /// Ids of those that bear on it.
    pub notices: Vec<&'a str>,
    pub open: Vec<&'a str>,
}

/// How long until a step comes.
#[derive(Debug, Serialize)]
pub struct WaitData<'a> {
    pub min: Option<Period>,
    pub max: Option<Period>,
    pub from: Option<&'a str>,
    pub text: &'a str,
    pub source: &'a str,
    pub section: Option<&'a str>,
}

/// A statement.
#[derive(Debug, Serialize)]
pub struct StatementData<'a> {
    pub id: &'a str,
    pub text: &'a str,
    pub certainty: Certainty,
    pub source: &'a str,
    pub section: Option<&'a str>,
    pub date: Option<PartialDate>,
    pub read: NaiveDate,
}

/// A link, by the ids of its steps.
#[derive(Debug, Serialize)]
pub struct LinkData<'a> {
    pub from: &'a str,
    pub to: &'a str,
    pub kind: LinkKind,
    pub certainty: Certainty,
    pub text: &'a str,
    pub notifications: Vec<NotificationData<'a>>,
}

/// By which channel and from whom the person hears of a link, as one source has it.
#[derive(Debug, Serialize)]
pub struct NotificationData<'a> {
    /// One of these.
    pub channels: &'a [Channel],
    /// The id of one of these actors; `not_said` alone where the source names none.
    pub senders: Vec<&'a str>,
    pub source: &'a str,
    pub section: Option<&'a str>,
}

impl<'a> ProcessData<'a> {
    /// Some steps in a language, with the links that leave them, as it stands on a day: what is dated after it is left
    /// out. The notices keep their order.
    pub fn of(
        model: &'a ProcessModel,
        steps: &BTreeSet<usize>,
        guide: &Source,
        notices: &[&'a Arc<Notice>],
        lang: Lang,
        day: NaiveDate,
    ) -> Self {
        let writer = Writer { model, lang };
        let leaving = links(model).filter(|(at, _)| steps.contains(&at.from));
        let details = steps.iter().map(|step| Detail::of(model, *step, day));
        let made = notices.iter().filter(|notice| notice.statement.published_by(day));
        Self {
            format: 1,
            guide: Guide::of(guide),
            as_of: day,
            notices: made.map(|notice| writer.said(&notice.statement)).collect(),
            steps: details.map(|detail| writer.step(&detail)).collect(),
            links: leaving.map(|(at, link)| writer.way(at.from, link)).collect(),
        }
    }
}

impl<'a> NotificationData<'a> {
    fn of(said: &'a crate::content::Notification) -> Self {
        let senders: Vec<&str> = said.senders.iter().map(|actor| &*actor.id).collect();
        Self {
            channels: &said.channels,
            senders: if senders.is_empty() { vec!["not_said"] } else { senders },
            source: &said.source.id,
            section: said.section.as_deref(),
        }
    }
}

impl Guide {
    /// The date of a source.
    pub fn of(source: &Source) -> Self {
        Self { date: source.date, certainty: source.certainty }
    }
}

struct Writer<'a> {
    model: &'a ProcessModel,
    lang: Lang,
}

impl<'a> Writer<'a> {
    fn step(&self, detail: &Detail<'a>) -> StepData<'a> {
        let (step, said) = (detail.step, &detail.step.statement);
        let details = detail.statements.iter().filter(|s| !std::ptr::eq(**s, said));
        StepData {
            id: &step.id,
            number: detail.number,
            kind: step.kind,
            end: step.end,
            track: step.track.as_ref().map(|track| &*track.id),
            actor: step.actor.as_ref().map(|actor| &*actor.id),
            title: step.title.get(self.lang),
            short: step.short.get(self.lang),
            text: said.text.get(self.lang),
            certainty: said.certainty,
            source: &said.source.id,
            section: said.section.as_deref(),
            wait: step.wait.as_ref().map(|wait| self.wait(wait)),
            details: details.map(|said| self.said(said)).collect(),
            links: step.links.iter().map(|link| self.way(detail.number - 1, link)).collect(),
            notices: detail.notices.iter().map(|notice| &*notice.statement.id).collect(),
            open: step.open.iter().map(|note| note.get(self.lang)).collect(),
        }
    }

    fn said(&self, said: &'a Statement) -> StatementData<'a> {
        StatementData {
            id: &said.id,
            text: said.text.get(self.lang),
            certainty: said.certainty,
            source: &said.source.id,
            section: said.section.as_deref(),
            date: said.date,
            read: said.source.read,
        }
    }

    fn wait(&self, wait: &'a crate::content::Wait) -> WaitData<'a> {
        WaitData {
            min: wait.min,
            max: wait.max,
            from: wait.from.map(|step| self.id(step)),
            text: wait.statement.text.get(self.lang),
            source: &wait.statement.source.id,
            section: wait.statement.section.as_deref(),
        }
    }

    fn way(&self, from: usize, link: &'a Link) -> LinkData<'a> {
        LinkData {
            from: self.id(from),
            to: self.id(link.to),
            kind: link.kind,
            certainty: link.certainty,
            text: link.text.get(self.lang),
            notifications: link.notifications.iter().map(NotificationData::of).collect(),
        }
    }

    fn id(&self, step: usize) -> &'a str {
        &self.model.step(step).id
    }
}

#[cfg(test)]
mod tests;
