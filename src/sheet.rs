//! Sheets: documents on paper, for the person to take home.
//!
//! Floor 6: imports documents and what lies below them. Each format is a renderer in a file of its own; none of them says
//! anything that is not in the document.

pub mod file;
mod format;
mod html;
pub mod message;
pub mod pdf;
pub mod pictogram;
pub mod qr;
pub mod script;
mod text;

use crate::content::{Lookup, Office};
use crate::document::{self, Block, Context, Document, Kind, Personal};

pub use format::Format;
pub use html::html;
pub use message::message;
pub use script::script;
pub use text::text;

/// What is to be printed, and what a renderer cannot know from the document alone.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The language of the texts, as a tag of BCP 47: "es".
    pub language: String,
    /// The document's title, for the head of a file.
    pub title: String,
    /// What is said, in reading order.
    pub document: Document,
    /// The address that is also printed as a QR code, as it is to be opened: with its scheme. Empty for none.
    pub address: String,
    /// How large the letters are.
    pub print: Print,
}

/// How large the letters on paper are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Print {
    /// 12 points, on one page.
    Normal,
    /// 16 points, on two pages.
    Large,
}

impl Sheet {
    /// What a block is on the sheet: its anchor behind that of the title.
    pub fn part<'b>(&self, block: &'b Block) -> &'b str {
        let title = self.document.blocks.first().map(|title| &*title.anchor).unwrap_or_default();
        block.anchor.strip_prefix(title).and_then(|rest| rest.strip_prefix('.')).unwrap_or(&block.anchor)
    }

    /// The sheet on an office in the language of the context.
    pub fn of(ctx: &Context<'_>, office: &Office, personal: Personal, print: Print) -> Self {
        let portal = ctx.content().portal.address.as_deref().unwrap_or_default();
        let scheme = if portal.contains("://") { "" } else { "https://" };
        Self::made(ctx, document::sheet(ctx, office, personal), format!("{scheme}{portal}"), print)
    }

    /// The slip for an organisation that the person is sent to; `code` is that of their case. It sends nobody to the
    /// portal.
    pub fn referral(ctx: &Context<'_>, office: &Office, code: Option<&str>, print: Print) -> Self {
        Self::made(ctx, document::referral(ctx, office, code), String::new(), print)
    }

    fn made(ctx: &Context<'_>, document: Document, address: String, print: Print) -> Self {
        let title = document.blocks.iter().find(|block| block.kind == Kind::Title);
        Self {
            language: ctx.content().languages.at(ctx.lang().0).id.to_string(),
            title: title.map(|block| block.text.clone()).unwrap_or_default(),
            address,
            document,
            print,
        }
    }

    /// The copies of which it consists: each begins with a title, and on a page of its own.
    pub fn copies(&self) -> impl Iterator<Item = &[Block]> {
        self.document.blocks.chunk_by(|_, next| next.kind != Kind::Title)
    }
}
