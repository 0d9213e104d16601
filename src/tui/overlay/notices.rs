//! What was reported about the programme, by whom and when; what the guide is; what it does not promise.
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

use crate::desk::Desk;
use crate::document;
use crate::tui::blocks;
use crate::tui::component::{Extent, Overlay, View};
use crate::tui::keymap::Scope;
use crate::tui::page::Page;

/// The width to which the texts are set: lines that the eye can follow.
const WIDTH: u16 = 66;

/// Every notice, newest first, then the guide itself and what it does not promise.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Notices {
    scroll: usize,
}

impl Overlay for Notices {
    fn scopes(&self, _desk: &Desk) -> &'static [Scope] {
        &[Scope::Reading, Scope::Always]
    }

    fn extent(&self) -> Extent {
        Extent::TwoThirds
    }

    fn scroll(&mut self) -> Option<&mut usize> {
        Some(&mut self.scroll)
    }

    fn scrolled(&self) -> Option<usize> {
        Some(self.scroll)
    }

    fn page(&self, view: &View<'_>, width: u16, _rows: u16) -> Page {
        let mut page = Page::new(width.min(WIDTH));
        page.focus_next(0);
        blocks::render(&document::notices(&view.desk.context()), view, &mut page);
        page
    }
}
