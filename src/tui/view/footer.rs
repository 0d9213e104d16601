//! The last lines: what was just done, and the keys that hold here, from THE table.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use crate::content::Msg;
use crate::desk::Saving;
use crate::tui::app::App;
use crate::tui::component::Message;
use crate::tui::geometry::Geometry;
use crate::tui::keymap::{self, Binding, Cmd, Scope};
use crate::tui::page::{cut, spread};

/// How many keys stand in the footer beside the first.
const MOST: usize = 5;

/// Draws both. Where nothing was said and there is `more` below than shows, the line says so.
pub(super) fn draw(app: &App, geometry: &Geometry, more: bool, buf: &mut Buffer) {
    let said = said(app);
    let shares_row = geometry.message == geometry.footer;
    if said.is_none() && !shares_row {
        let more = if more { app.desk.phrases().get(Msg::MoreBelow) } else { "" };
        // With nobody at the desk there is room to say what this is, and what each pane answers.
        let welcome = || app.newer().unwrap_or_else(|| app.desk.phrases().get(Msg::Welcome).to_owned());
        let welcome = if is_idle(app) { welcome() } else { String::new() };
        let room = usize::from(geometry.message.width).saturating_sub(more.width() + 1);
        let welcome = Span::raw(cut(&welcome, room));
        spread(vec![welcome], Span::raw(more.to_owned()), geometry.message.width.into()).render(geometry.message, buf);
    }
    if said.is_none() || !shares_row {
        // Without a row for words, a sign at the end of the keys says that there is more.
        let sign = match (more && shares_row, app.theme.ascii) {
            (true, true) => " ...",
            (true, false) => " …",
            (false, _) => "",
        };
        let room = usize::from(geometry.footer.width).saturating_sub(sign.width());
        Line::from(keys(app, room)).render(geometry.footer, buf);
        Line::raw(sign).right_aligned().render(geometry.footer, buf);
    }
    if let Some(said) = said {
        let text = cut(&said, usize::from(geometry.message.width));
        Line::styled(text, app.theme.accent()).render(geometry.message, buf);
    }
}

/// Whether nobody is at the desk and nothing is asked.
fn is_idle(app: &App) -> bool {
    app.desk.check().is_empty() && app.field().is_none() && app.overlays.is_empty()
}

/// What was just done; else that something is not saved, for as long as it is not.
fn said(app: &App) -> Option<String> {
    match (&app.message, app.desk.saving()) {
        (Message::Text(text), _) => Some(text.clone()),
        (Message::Msg(word), _) => Some(app.desk.phrases().get(*word).to_owned()),
        (Message::Nothing, Saving::Failed(trouble)) => Some(app.desk.phrases().case_error(trouble)),
        (Message::Nothing, _) => None,
    }
}

/// The keys that fit, the most needed first: the first of the table always does. They stand in an order of their own:
/// `?`, then what holds in every pane, which keeps its place from pane to pane, then what holds here.
pub fn keys(app: &App, width: usize) -> Vec<Span<'static>> {
    let mut chosen: Vec<(&Binding, String)> = Vec::new();
    let mut used = 0;
    for row in keymap::footer(app.scopes()).into_iter().take(MOST + 1) {
        let key = row.keys.first().map(|key| key.name(app.desk.phrases())).unwrap_or_default();
        let gap = if chosen.is_empty() { 0 } else { 2 };
        let cells = gap + key.width() + 1 + app.desk.phrases().get(row.word).width();
        if used + cells <= width || chosen.is_empty() {
            used += cells;
            chosen.push((row, key));
        }
    }
    chosen.sort_by_key(|(row, _)| (row.cmd != Cmd::Help, row.scope != Scope::Browse));
    let mut spans = Vec::new();
    for (n, (row, key)) in chosen.into_iter().enumerate() {
        let gap = if n == 0 { "" } else { "  " };
        let word = app.desk.phrases().get(row.word);
        spans.extend([Span::raw(gap), Span::styled(key, app.theme.strong()), Span::raw(format!(" {word}"))]);
    }
    spans
}
