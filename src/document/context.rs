//! What a document is made from, and the blocks for statements, the same in every document.

use chrono::NaiveDate;
use std::sync::Arc;

use super::{Anchor, Block, Citation, Kind, Mark, Role};
use crate::case::StoredVerdict;
use crate::check::{Check, Checklist};
use crate::content::{Content, Lang, Msg, Source, Statement, Topic};
use crate::process::Place;
use crate::wording::Phrases;

/// Content, language and day; and the person who is being checked, if there is one.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Context<'a> {
    pub phrases: Phrases<'a>,
    /// The day of asking: what is dated after it is left out.
    pub day: NaiveDate,
    /// None before anything is known of one.
    pub person: Option<&'a PersonState>,
}

/// All that is known of a person: what undo brings back, what a case stores and what documents are made from.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonState {
    /// The answers, and what they come to.
    pub check: Check,
    /// What the person has ready.
    pub checklist: Checklist,
    /// Where the person stands in the process, and how they came there.
    pub place: Place,
    /// The verdicts of when the case was last worked on, where that was under other content.
    pub stored_verdicts: Vec<StoredVerdict>,
}

impl<'a> Context<'a> {
    /// What is known.
    pub fn content(&self) -> &'a Content {
        self.phrases.content
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.phrases.lang
    }

    /// A message of the program in the language.
    pub fn msg(&self, msg: Msg) -> &'a str {
        self.phrases.get(msg)
    }

    /// What is said on a topic, as far as it was published by the day.
    pub fn on(&self, topic: Topic) -> impl Iterator<Item = &'a Statement> + use<'a> {
        let day = self.day;
        self.content().on(topic).filter(move |said| said.published_by(day))
    }

    /// Cites a source for a text that is not a statement.
    pub fn cite_source(&self, source: &Source, section: Option<&str>) -> Citation {
        Citation {
            label: source.label.get(self.lang()).to_owned(),
            dated: self.phrases.source_dated(source),
            section: section.map(str::to_owned),
        }
    }

    /// A source that is cited, with the others that say the same.
    pub fn cite_sources(&self, source: &Source, also: &[Arc<Source>], section: Option<&str>) -> Citation {
        let one = self.cite_source(source, section);
        if also.is_empty() {
            return one;
        }
        let labels: Vec<&str> = also.iter().map(|source| source.label.get(self.lang())).collect();
        let also = self.phrases.fill(Msg::AlsoSaid, &[("a", &labels.join(", "))]);
        Citation { label: format!("{} ({also})", one.label), ..one }
    }

    /// Who makes a statement, and when.
    pub fn cite(&self, said: &Statement) -> Citation {
        let citation = self.cite_sources(&said.source, &said.also, said.section.as_deref());
        Citation { dated: self.phrases.said_by(said), ..citation }
    }

    /// A statement as an entry of a list, with who says it.
    pub fn statement(&self, anchor: impl Into<Anchor>, said: &Statement) -> Block {
        let text = said.text.get(self.lang());
        let text =
            if said.known_by(self.day) { text.to_owned() } else { format!("{text} ({})", self.msg(Msg::MayBeLater)) };
        Block::new(anchor, Kind::Item { number: None }, text).cited(self.cite(said))
    }

    /// A statement that limits what else is said.
    pub fn notice(&self, anchor: impl Into<Anchor>, said: &Statement) -> Block {
        let block = self.statement(anchor, said).role(Role::Notice).mark(Mark::Notice);
        Block { kind: Kind::Paragraph, ..block }
    }
}
