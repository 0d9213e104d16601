//! Blocks for statements, the same in every document.

use super::{Block, Citation, Context, Kind, Mark, Role};
use crate::content::{Msg, Source, Statement, Text, Topic};

impl<'a> Context<'a> {
    /// What is said on a topic, as far as it was published by the day.
    pub fn on(&self, topic: Topic) -> impl Iterator<Item = &'a Statement> + use<'a> {
        let day = self.day;
        self.content().on(topic).filter(move |said| said.published_by(day))
    }
}

impl Context<'_> {
    /// A statement as an entry of a list, with who says it.
    pub fn statement(&self, anchor: impl Into<super::Anchor>, said: &Statement) -> Block {
        let text = said.text.get(self.lang());
        let text =
            if said.known_by(self.day) { text.to_owned() } else { format!("{text} ({})", self.msg(Msg::MayBeLater)) };
        Block::new(anchor, Kind::Item { number: None }, text).cited(self.cite(said))
    }

    /// A statement that limits what else is said.
    pub fn notice(&self, anchor: impl Into<super::Anchor>, said: &Statement) -> Block {
        let mut block = self.statement(anchor, said).role(Role::Notice).mark(Mark::Notice);
        block.kind = Kind::Paragraph;
        block
    }

    /// What a source leaves open.
    pub fn open(&self, anchor: impl Into<super::Anchor>, note: &Text) -> Block {
        Block::new(anchor, Kind::Paragraph, note.get(self.lang())).role(Role::Open).mark(Mark::Open)
    }

    /// Cites a source for a text that is not a statement.
    pub fn cite_source(&self, source: &Source, section: Option<&str>) -> Citation {
        Citation {
            label: source.label.get(self.lang()).to_owned(),
            dated: self.phrases.source_dated(source),
            section: section.map(str::to_owned),
        }
    }
}
