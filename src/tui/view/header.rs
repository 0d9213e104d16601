//! The two lines at the top: where one is and who is at the desk; what was reported and how old the guide is.
//!
//! ```text
//! SMO  [o Offices]  r Requirements  p Process  c Check             en  no person
//! (!) Reported ended, Feb 2025. Guide: Aug 2024 or later, up to 27 months old.  ! all
//! ```

use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use crate::content::{LanguageState, Msg};
use crate::desk::Saving;
use crate::tui::app::App;
use crate::tui::focus::{PaneId, Part};
use crate::tui::geometry::Geometry;
use crate::tui::notice::Notice;
use crate::tui::page::cut;

/// The width from which it is also said that there is no person; below it the panes keep their names instead.
const WITH_PERSON: usize = 60;

/// The width below which what becomes of the answers is said by the code alone, or that they are not saved.
const NARROW: usize = 56;

/// Draws both.
pub(super) fn draw(app: &App, geometry: &Geometry, buf: &mut Buffer) {
    let width = usize::from(geometry.header.width);
    let right = right(app, width);
    let room = width.saturating_sub(right.width() + 1);
    let spans = tabs(app, room);
    let used: usize = spans.iter().map(Span::width).sum();
    let blanks = " ".repeat(width.saturating_sub(used + right.width()));
    let mut line = spans;
    line.extend([Span::raw(blanks), Span::styled(right, right_style(app))]);
    Line::from(line).render(geometry.header, buf);
    notice(app, geometry, buf);
}

/// Where the focus is while it is on the tabs.
pub(super) fn cursor(app: &App, geometry: &Geometry) -> Option<(u16, u16)> {
    let Part::Tabs(tab) = app.part() else { return None };
    let width = usize::from(geometry.header.width);
    let mut column = 0;
    for (span, pane) in labelled(app, width.saturating_sub(right(app, width).width() + 1)) {
        if pane == Some(tab) {
            let at = u16::try_from(column).ok()?;
            return Some((geometry.header.x + at, geometry.header.y));
        }
        column += span.width();
    }
    None
}

fn tabs(app: &App, room: usize) -> Vec<Span<'static>> {
    labelled(app, room).into_iter().map(|(span, _)| span).collect()
}

/// The tabs with their names where all fit; else only the pane shown has its name.
fn labelled(app: &App, room: usize) -> Vec<(Span<'static>, Option<PaneId>)> {
    let long = spans(app, true);
    let width: usize = long.iter().map(|(span, _)| span.width()).sum();
    if width <= room { long } else { spans(app, false) }
}

fn spans(app: &App, names: bool) -> Vec<(Span<'static>, Option<PaneId>)> {
    let phrases = app.desk.phrases();
    let mut list = vec![(Span::styled("SMO ", app.theme.strong()), None)];
    for pane in PaneId::ALL {
        let (key, word) = tab(pane);
        let shown = pane == app.pane();
        let focused = app.part() == Part::Tabs(pane);
        let label = if names || shown { format!("{key} {}", phrases.get(word)) } else { key.to_string() };
        let label = if shown { format!("[{label}]") } else { format!(" {label} ") };
        let label = if focused { format!(">{}", label.trim_start()) } else { label };
        let style = if focused { app.theme.accent().add_modifier(Modifier::BOLD) } else { Style::new() };
        list.push((Span::styled(label, style), Some(pane)));
    }
    list
}

/// A pane's key and name, in brackets where it has the focus.
pub(super) fn label(app: &App, pane: PaneId) -> String {
    let (key, word) = tab(pane);
    let label = format!("{key} {}", app.desk.phrases().get(word));
    if pane == app.pane() { format!("[{label}]") } else { format!(" {label}") }
}

fn tab(pane: PaneId) -> (char, Msg) {
    match pane {
        PaneId::Offices => ('o', Msg::PaneOffices),
        PaneId::Requirements => ('r', Msg::PaneRequirements),
        PaneId::Process => ('p', Msg::PaneProcess),
        PaneId::Check => ('c', Msg::PaneCheck),
    }
}

/// The language, whether a native speaker has read it (a star where there is no room for words: the notices say it
/// too), and whether what is answered is stored.
fn right(app: &App, width: usize) -> String {
    let Some(language) = app.desk.content().languages.get(app.desk.lang().0) else { return String::new() };
    let unread = language.state != LanguageState::Reviewed;
    let nothing = app.desk.check().is_empty() && matches!(app.desk.saving(), Saving::Off | Saving::Nothing);
    if width < NARROW || (width < WITH_PERSON && nothing) {
        let short = format!("{}{}", language.id, if unread { "*" } else { "" });
        return [saving_short(app), short].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    }
    let unread = if unread { app.desk.phrases().get(Msg::NotReviewedShort) } else { "" };
    let parts = [&language.id, unread].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    format!("{parts}  {}", saving(app))
}

/// What became of the answers. It is true when it is drawn: saving comes before showing.
fn saving(app: &App) -> String {
    let phrases = app.desk.phrases();
    match app.desk.saving() {
        Saving::Off if app.desk.check().is_empty() => phrases.get(Msg::NoPerson).to_owned(),
        Saving::Off => phrases.get(Msg::NotStored).to_owned(),
        Saving::Nothing => phrases.get(Msg::NoPerson).to_owned(),
        Saving::Failed(_) => phrases.get(Msg::NotSaved).to_owned(),
        Saving::Saved { code, saved, of } => {
            let values = [("code", code.as_str()), ("n", &saved.to_string()), ("of", &of.to_string())];
            phrases.fill(if app.desk.goes_at_quit() { Msg::GoesAtQuit } else { Msg::SavedCount }, &values)
        }
    }
}

/// The same where there is little room: what is not saved, or the code of what is.
fn saving_short(app: &App) -> String {
    match app.desk.saving() {
        Saving::Failed(_) => app.desk.phrases().get(Msg::NotSaved).to_owned(),
        Saving::Saved { code, .. } => code.to_string(),
        Saving::Off | Saving::Nothing => String::new(),
    }
}

/// How loud that is said.
fn right_style(app: &App) -> Style {
    if matches!(app.desk.saving(), Saving::Failed(_)) { app.theme.alert() } else { app.theme.quiet() }
}

fn notice(app: &App, geometry: &Geometry, buf: &mut Buffer) {
    let (notice, theme) = (Notice::of(&app.desk), app.theme);
    let width = usize::from(geometry.notice.width);
    let sign = Span::styled(Notice::SIGN, theme.alert());
    let headline = |room| Span::styled(cut(&notice.headline, room), theme.strong());
    let used = notice.line().width();
    let lines = if used <= width {
        let mut line = vec![sign, headline(width), Span::raw(format!(" {}", notice.guide))];
        // How to read them all stands beside, where there is room for it.
        let all = app.desk.phrases().get(Msg::NoticesAll);
        if used + 2 + all.width() <= width {
            line.push(Span::raw(" ".repeat(width - used - all.width())));
            line.push(Span::styled(all.to_owned(), theme.quiet()));
        }
        vec![Line::from(line)]
    } else {
        let room = width.saturating_sub(4);
        let guide = if notice.guide.width() <= room { &notice.guide } else { &notice.guide_short };
        vec![Line::from(vec![sign, headline(room)]), Line::from(format!("    {}", cut(guide, room)))]
    };
    for (line, row) in lines.into_iter().zip(geometry.notice.rows()) {
        line.render(row, buf);
    }
}
