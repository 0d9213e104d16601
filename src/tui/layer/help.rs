//! The keys that hold in the place below, from THE table, narrowed by typing.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};

use crate::check::country::fold;
use crate::content::Word;
use crate::process::mark::{Charset, Mark};
use crate::tui::keymap::{self, Binding, Cmd, Scope};
use crate::tui::page::Page;
use crate::tui::state::State;
use crate::tui::update::moved;

/// Cells of the column with the keys.
const KEYS: usize = 20;

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
    let column = unicode_width::UnicodeWidthStr::width(lead.as_str()) + help.filter.visual_cursor();
    page.focus_next(u16::try_from(column).unwrap_or_default());
    page.line(Line::from(vec![Span::styled(lead, state.look.quiet()), Span::raw(help.filter.value().to_owned())]));
    page.gap();
    let wanted = fold(help.filter.value());
    for row in keymap::rows(help.scopes) {
        let (keys, words) = (keys(row), speaker.word(row.word));
        if fold(&keys).contains(&wanted) || fold(words).contains(&wanted) {
            page.line(Line::from(vec![
                Span::styled(format!("  {keys:KEYS$}"), state.look.accent()),
                Span::raw(words.to_owned()),
            ]));
        }
    }
    if wanted.is_empty() {
        marks(state, &mut page);
    }
    page
}

fn keys(row: &Binding) -> String {
    row.keys.iter().map(ToString::to_string).collect::<Vec<_>>().join("  ")
}

/// What the marks on the screen mean.
fn marks(state: &State, page: &mut Page) {
    let speaker = state.desk.speaker();
    page.heading(speaker.word(Word::HelpMarks), state.look.accent());
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
    for (mark, word) in verdicts.into_iter().chain(links) {
        page.line(Line::from(vec![
            Span::styled(format!("  {mark:KEYS$}"), Style::new()),
            Span::raw(speaker.word(word).to_owned()),
        ]));
    }
}
