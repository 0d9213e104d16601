//! The question whether to quit although answers would be lost.

use ratatui::style::Style;

use crate::content::Msg;
use crate::tui::page::Page;
use crate::tui::state::State;

/// The question in full.
#[must_use]
pub fn page(state: &State, width: u16) -> Page {
    let phrases = state.desk.phrases();
    let mut page = Page::new(width);
    page.text(0, phrases.get(Msg::QuitTitle), state.theme.strong());
    page.gap();
    page.focus_next(0);
    page.text(0, phrases.get(Msg::QuitWhy), Style::new());
    page
}
