//! The tracks side by side: what differs for a person who is routed to one or to another, and what can make one change.
//!
//! ```text
//! The tracks side by side
//!
//! Who decides     United States      Canada
//!                 an officer         an officer
//! ```

use ratatui::style::Style;
use ratatui::text::Line;

use crate::content::{Msg, Statement};
use crate::desk::Desk;
use crate::process::Comparison;
use crate::process::text::Plain;
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
        let desk = view.desk;
        let (content, phrases) = (desk.content(), desk.phrases());
        let cite = |said: &Statement| phrases.said_by(said);
        let plain = Plain {
            model: &content.process,
            catalog: &content.catalog,
            lang: desk.lang(),
            day: desk.as_of(),
            cite: &cite,
        };
        let all: Vec<usize> = (0..content.process.tracks.len()).collect();
        let together = if width < BESIDE { all.chunks(1) } else { all.chunks(all.len().max(1)) };
        let mut page = Page::new(width);
        page.focus_next(0);
        page.text(0, phrases.get(Msg::TracksTitle), view.theme.strong());
        page.pin();
        for tracks in together {
            page.gap();
            let text =
                plain.compare_within(&Comparison::of(&content.process, tracks, desk.as_of()), usize::from(width));
            let mut after_gap = true;
            for line in text.lines() {
                let style = if after_gap { view.theme.accent() } else { Style::new() };
                page.line(Line::styled(line.to_owned(), style));
                after_gap = line.is_empty();
            }
        }
        page
    }
}
