//! The tracks side by side: what differs for a person who is routed to one or to another, and what can make one change.
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

/// Cells below which the tracks stand one after the other.
const BESIDE: u16 = 56;

/// All tracks of the process.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tracks {
    scroll: usize,
}

impl Overlay for Tracks {
    fn scopes(&self, _desk: &Desk) -> &'static [Scope] {
        &[Scope::Reading, Scope::Always]
    }

    fn extent(&self) -> Extent {
        Extent::Whole
    }

    fn scroll(&mut self) -> Option<&mut usize> {
        Some(&mut self.scroll)
    }

    fn scrolled(&self) -> Option<usize> {
        Some(self.scroll)
    }

    fn page(&self, view: &View<'_>, width: u16, _rows: u16) -> Page {
        let context = view.desk.context();
        let all: Vec<usize> = (0..view.desk.content().process.tracks.len()).collect();
        let together = if width < BESIDE { all.chunks(1) } else { all.chunks(all.len().max(1)) };
        let mut page = Page::new(width);
        page.focus_next(0);
        for (n, tracks) in together.enumerate() {
            let mut doc = document::tracks(&context, tracks);
            if n > 0 {
                page.gap();
                doc.blocks.retain(|block| block.kind != Kind::Title);
            }
            blocks::render(&doc, view, &mut page);
        }
        page
    }
}
