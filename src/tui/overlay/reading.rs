//! What is only read: the notices, or the tracks of the process.
//!
//! ```text
//! Notices
//!
//! (!) The programme was reported to have ended.
//!     press, Feb 2025, read 23 Nov 2026
//!
//! The guide
//!   Aug 2024 or later, up to 27 months old
//! ```
//!
//! ```text
//! The tracks side by side
//!
//! Who decides     United States      Canada
//!                 an officer         an officer
//! ```

use crate::desk::Desk;
use crate::document::{self, Kind};
use crate::tui::blocks;
use crate::tui::component::{Extent, Overlay, View};
use crate::tui::keymap::Scope;
use crate::tui::page::Page;

/// The width to which notices are set: lines that the eye can follow.
const WIDTH: u16 = 66;

/// Cells below which the tracks stand one after the other.
const BESIDE: u16 = 56;

#[derive(Debug)]
pub(super) enum ReadOnly {
    /// What was reported about the programme, by whom and when, newest first; what the guide is, and what it does not
    /// promise.
    Notices,
    /// What differs for a person who is routed to one track or to another, and what can make one change.
    Tracks,
}

impl Overlay for ReadOnly {
    fn scopes(&self, _desk: &Desk) -> &'static [Scope] {
        &[Scope::Reading, Scope::Moving, Scope::Always]
    }

    fn extent(&self) -> Extent {
        match self {
            Self::Notices => Extent::TwoThirds,
            Self::Tracks => Extent::Whole,
        }
    }

    fn page(&self, view: &View<'_>, width: u16, _rows: u16) -> Page {
        let context = view.desk.context();
        let (width, documents) = match self {
            Self::Notices => (width.min(WIDTH), vec![document::notices(&context)]),
            Self::Tracks => {
                let all: Vec<usize> = (0..view.desk.content().process.tracks.len()).collect();
                let together = if width < BESIDE { 1 } else { all.len().max(1) };
                (width, all.chunks(together).map(|tracks| document::tracks(&context, tracks)).collect())
            }
        };
        let mut page = Page::new(width);
        page.focus_next(0);
        for (n, mut doc) in documents.into_iter().enumerate() {
            if n > 0 {
                page.gap();
                doc.blocks.retain(|block| block.kind != Kind::Title);
            }
            blocks::render(&doc, view, &mut page);
        }
        page
    }
}
