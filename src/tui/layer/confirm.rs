//! The question whether to quit although answers would be lost.

use ratatui::style::Style;

use crate::content::Word;
use crate::tui::page::Page;
use crate::tui::state::State;

/// The question in full.
#[must_use]
pub fn page(state: &State, width: u16) -> Page {
    let speaker = state.desk.speaker();
    let mut page = Page::new(width);
    page.text(0, speaker.word(Word::QuitTitle), state.look.strong());
    page.gap();
    page.focus_next(0);
    page.text(0, speaker.word(Word::QuitWhy), Style::new());
    page
}
