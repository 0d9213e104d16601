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

use super::regions::Regions;
use crate::content::{LanguageState, Msg};
use crate::desk::Saving;
use crate::rules;
use crate::tui::page::cut;
use crate::tui::state::{Pane, Part, State};

/// The width from which it is also said that there is no person; below it the panes keep their names instead.
const WITH_PERSON: usize = 60;

/// The width below which what becomes of the answers is said by the code alone, or that they are not saved.
const NARROW: usize = 56;

/// Draws both.
pub(super) fn draw(state: &State, regions: &Regions, buf: &mut Buffer) {
    let width = usize::from(regions.header.width);
    let right = right(state, width);
    let room = width.saturating_sub(right.width() + 1);
    let spans = tabs(state, room);
    let used: usize = spans.iter().map(Span::width).sum();
    let blanks = " ".repeat(width.saturating_sub(used + right.width()));
    let mut line = spans;
    line.extend([Span::raw(blanks), Span::styled(right, right_style(state))]);
    Line::from(line).render(regions.header, buf);
    notice(state, regions, buf);
}

/// Where the focus is while it is on the tabs.
pub(super) fn cursor(state: &State, regions: &Regions) -> Option<(u16, u16)> {
    let Part::Tabs(tab) = state.part else { return None };
    let width = usize::from(regions.header.width);
    let mut column = 0;
    for (span, pane) in labelled(state, width.saturating_sub(right(state, width).width() + 1)) {
        if pane == Some(tab) {
            let at = u16::try_from(column).ok()?;
            return Some((regions.header.x + at, regions.header.y));
        }
        column += span.width();
    }
    None
}

fn tabs(state: &State, room: usize) -> Vec<Span<'static>> {
    labelled(state, room).into_iter().map(|(span, _)| span).collect()
}

/// The tabs with their names where all fit; else only the pane shown has its name.
fn labelled(state: &State, room: usize) -> Vec<(Span<'static>, Option<Pane>)> {
    let long = spans(state, true);
    let width: usize = long.iter().map(|(span, _)| span.width()).sum();
    if width <= room { long } else { spans(state, false) }
}

fn spans(state: &State, names: bool) -> Vec<(Span<'static>, Option<Pane>)> {
    let phrases = state.desk.phrases();
    let mut list = vec![(Span::styled("SMO ", state.theme.strong()), None)];
    for pane in Pane::ALL {
        let (key, word) = tab(pane);
        let shown = pane == state.pane;
        let focused = state.part == Part::Tabs(pane);
        let label = if names || shown { format!("{key} {}", phrases.get(word)) } else { key.to_string() };
        let label = if shown { format!("[{label}]") } else { format!(" {label} ") };
        let label = if focused { format!(">{}", label.trim_start()) } else { label };
        let style = if focused { state.theme.accent().add_modifier(Modifier::BOLD) } else { Style::new() };
        list.push((Span::styled(label, style), Some(pane)));
    }
    list
}

/// A pane's key and name, in brackets where it has the focus.
pub(super) fn label(state: &State, pane: Pane) -> String {
    let (key, word) = tab(pane);
    let label = format!("{key} {}", state.desk.phrases().get(word));
    if pane == state.pane { format!("[{label}]") } else { format!(" {label}") }
}

fn tab(pane: Pane) -> (char, Msg) {
    match pane {
        Pane::Offices => ('o', Msg::PaneOffices),
        Pane::Requirements => ('r', Msg::PaneRequirements),
        Pane::Process => ('p', Msg::PaneProcess),
        Pane::Check => ('c', Msg::PaneCheck),
    }
}

/// The language, whether a native speaker has read it (a star where there is no room for words: the notices say it
/// too), and whether what is answered is stored.
fn right(state: &State, width: usize) -> String {
    let Some(language) = state.desk.content().languages.get(state.desk.lang().0) else { return String::new() };
    let unread = language.state != LanguageState::Reviewed;
    let nothing = state.desk.check().is_empty() && matches!(state.desk.saving(), Saving::Off | Saving::Nothing);
    if width < NARROW || (width < WITH_PERSON && nothing) {
        let short = format!("{}{}", language.id, if unread { "*" } else { "" });
        return [saving_short(state), short].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    }
    let unread = if unread { state.desk.phrases().get(Msg::NotReviewedShort) } else { "" };
    let parts = [&language.id, unread].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    format!("{parts}  {}", saving(state))
}

/// What became of the answers. It is true when it is drawn: saving comes before showing.
fn saving(state: &State) -> String {
    let phrases = state.desk.phrases();
    match state.desk.saving() {
        Saving::Off if state.desk.check().is_empty() => phrases.get(Msg::NoPerson).to_owned(),
        Saving::Off => phrases.get(Msg::NotStored).to_owned(),
        Saving::Nothing => phrases.get(Msg::NoPerson).to_owned(),
        Saving::Failed(_) => phrases.get(Msg::NotSaved).to_owned(),
        Saving::Saved { code, saved, of } => {
            let values = [("code", code.as_str()), ("n", &saved.to_string()), ("of", &of.to_string())];
            phrases.fill(Msg::SavedCount, &values)
        }
    }
}

/// The same where there is little room: what is not saved, or the code of what is.
fn saving_short(state: &State) -> String {
    match state.desk.saving() {
        Saving::Failed(_) => state.desk.phrases().get(Msg::NotSaved).to_owned(),
        Saving::Saved { code, .. } => code.to_string(),
        Saving::Off | Saving::Nothing => String::new(),
    }
}

/// How loud that is said.
fn right_style(state: &State) -> Style {
    if matches!(state.desk.saving(), Saving::Failed(_)) { state.theme.alert() } else { state.theme.quiet() }
}

/// What stands on every screen, in one line: the later notice, then how old the guide is.
pub(super) fn notice_line(state: &State) -> String {
    let (headline, guide) = notice_parts(state);
    format!("(!) {headline} {guide}")
}

fn notice_parts(state: &State) -> (String, String) {
    let (desk, phrases) = (&state.desk, state.desk.phrases());
    let headline = rules::headline(desk.content(), desk.as_of()).and_then(|notice| phrases.headline(notice));
    let age = phrases.guide_age(desk.as_of()).map(|age| format!(", {age}")).unwrap_or_default();
    (headline.unwrap_or_default(), format!("{}{age}", phrases.guide_date()))
}

fn guide_short(state: &State) -> String {
    let (desk, phrases) = (&state.desk, state.desk.phrases());
    let age = phrases.guide_age_short(desk.as_of()).map(|age| format!(" {age}")).unwrap_or_default();
    format!("{}{age}", phrases.guide_date())
}

fn notice(state: &State, regions: &Regions, buf: &mut Buffer) {
    let (headline, guide) = notice_parts(state);
    let width = usize::from(regions.notice.width);
    let mark = Span::styled("(!) ", state.theme.alert());
    let headline = |room| Span::styled(cut(&headline, room), state.theme.strong());
    let used = notice_line(state).width();
    let lines = if used <= width {
        let mut line = vec![mark, headline(width), Span::raw(format!(" {guide}"))];
        // How to read them all stands beside, where there is room for it.
        let all = state.desk.phrases().get(Msg::NoticesAll);
        if used + 2 + all.width() <= width {
            line.push(Span::raw(" ".repeat(width - used - all.width())));
            line.push(Span::styled(all.to_owned(), state.theme.quiet()));
        }
        vec![Line::from(line)]
    } else {
        let room = width.saturating_sub(4);
        let guide = if guide.width() <= room { guide } else { guide_short(state) };
        vec![Line::from(vec![mark, headline(room)]), Line::from(format!("    {}", cut(&guide, room)))]
    };
    for (line, row) in lines.into_iter().zip(regions.notice.rows()) {
        line.render(row, buf);
    }
}
