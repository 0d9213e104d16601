//! The tracks side by side: what differs for a person who is routed to one or to another, and what can make one change.

use ratatui::style::Style;
use ratatui::text::Line;

use crate::content::{Msg, Statement};
use crate::process::Comparison;
use crate::process::text::Plain;
use crate::tui::page::Page;
use crate::tui::state::State;

/// Cells below which the tracks stand one after the other.
const BESIDE: u16 = 56;

/// How far the page is scrolled.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tracks {
    /// Lines above the visible ones.
    pub scroll: usize,
}

/// All tracks of the process.
#[must_use]
pub fn page(state: &State, width: u16) -> Page {
    let desk = &state.desk;
    let (content, phrases) = (desk.content(), desk.phrases());
    let cite = |said: &Statement| phrases.said_by(said);
    let plain =
        Plain { model: &content.process, catalog: &content.catalog, lang: desk.lang(), day: desk.as_of(), cite: &cite };
    let all: Vec<usize> = (0..content.process.tracks.len()).collect();
    let together = if width < BESIDE { all.chunks(1) } else { all.chunks(all.len().max(1)) };
    let mut page = Page::new(width);
    page.focus_next(0);
    page.text(0, phrases.get(Msg::TracksTitle), state.theme.strong());
    page.pin();
    for tracks in together {
        page.gap();
        let text = plain.compare_within(&Comparison::of(&content.process, tracks, desk.as_of()), usize::from(width));
        let mut after_gap = true;
        for line in text.lines() {
            let style = if after_gap { state.theme.accent() } else { Style::new() };
            page.line(Line::styled(line.to_owned(), style));
            after_gap = line.is_empty();
        }
    }
    page
}
