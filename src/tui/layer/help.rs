//! The keys that hold in the place below, from THE table, narrowed by typing.

use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};
use unicode_width::UnicodeWidthStr;

use crate::check::country::fold;
use crate::content::Word;
use crate::process::mark::{Charset, Mark};
use crate::tui::keymap::{self, Binding, Cmd, Scope};
use crate::tui::page::{Page, cut};
use crate::tui::state::State;
use crate::tui::update::moved;

/// Cells of the column with the keys.
const KEYS: usize = 16;

/// The least width of keys and words together.
const COLUMN: u16 = 38;

/// The scopes of the place below, the filter, and how far the list is scrolled.
#[derive(Debug, Clone)]
pub struct Help {
    scopes: &'static [Scope],
    filter: Input,
    /// Lines above the visible ones.
    pub scroll: usize,
}

impl Help {
    /// Help for a place.
    #[must_use]
    pub fn of(scopes: &'static [Scope]) -> Self {
        Self { scopes, filter: Input::default(), scroll: 0 }
    }

    /// Scrolls.
    pub fn run(&mut self, cmd: Cmd) {
        self.scroll = moved(self.scroll, usize::MAX / 2, cmd);
    }

    /// Changes the filter.
    pub fn edit(&mut self, request: InputRequest) {
        self.filter.handle(request);
        self.scroll = 0;
    }
}

/// The list of keys.
#[must_use]
pub fn page(state: &State, help: &Help, width: u16) -> Page {
    let speaker = state.desk.speaker();
    let mut page = Page::new(width);
    page.text(0, speaker.word(Word::HelpTitle), state.look.strong());
    let lead = format!("{} ", speaker.word(Word::HelpFilter));
    let column = lead.width() + help.filter.visual_cursor();
    page.focus_next(u16::try_from(column).unwrap_or_default());
    page.line(Line::from(vec![Span::styled(lead, state.look.quiet()), Span::raw(help.filter.value().to_owned())]));
    page.gap();
    let wanted = fold(help.filter.value());
    let found: Vec<(String, &str)> = keymap::rows(help.scopes)
        .into_iter()
        .map(|row| (keys(row), speaker.word(row.word)))
        .filter(|(keys, words)| fold(keys).contains(&wanted) || fold(words).contains(&wanted))
        .collect();
    columns(state, &found, width, &mut page);
    if wanted.is_empty() {
        page.heading(speaker.word(Word::HelpMarks), state.look.accent());
        columns(state, &marks(state), width, &mut page);
    }
    page
}

fn keys(row: &Binding) -> String {
    row.keys.iter().map(ToString::to_string).collect::<Vec<_>>().join("  ")
}

/// Rows of something and its meaning, down and then across where there is room.
fn columns(state: &State, rows: &[(String, &str)], width: u16, page: &mut Page) {
    let columns = if width >= 2 * COLUMN { 2 } else { 1 };
    let (high, room) = (rows.len().div_ceil(columns).max(1), usize::from(width) / columns);
    for line in 0..rows.len().min(high) {
        let cells = rows.iter().skip(line).step_by(high).flat_map(|(left, words)| {
            let words = cut(words, room.saturating_sub(KEYS + 3));
            let blanks = " ".repeat(room.saturating_sub(KEYS + 2 + words.width()));
            [Span::styled(format!("  {left:KEYS$}"), state.look.accent()), Span::raw(format!("{words}{blanks}"))]
        });
        page.line(Line::from(cells.collect::<Vec<_>>()));
    }
}

/// What the marks on the screen mean.
fn marks(state: &State) -> Vec<(String, &str)> {
    let verdicts = [
        ("[+]", Word::Meets),
        ("[-]", Word::DoesNotMeet),
        ("[?]", Word::CannotTell),
        ("[ ]", Word::NotAbout),
        ("(!)", Word::MarkNotice),
        ("(?)", Word::MarkLeftOpen),
    ];
    let charset: Charset = state.look.charset();
    let links = Mark::ALL.iter().map(|mark| (mark.glyph(charset), mark.word()));
    let all = verdicts.into_iter().chain(links);
    all.map(|(mark, word)| (mark.to_owned(), state.desk.speaker().word(word))).collect()
}
