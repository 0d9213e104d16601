//! The map in the Process pane: the whole process as boxes and arrows, or the neighbourhood of the current step.
//!
//! ```text
//!            >8 Phone call <
//!            [~ a few weeks]
//!                  ↓
//!             [9 Screening]
//!
//!  8 A phone call for the screening  a few weeks  SMO staff
//! ```
//!
//! `@` closes the box of the step at which the person is.

use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::state::Shown;
use super::view;
use crate::content::Msg;
use crate::process::detail::Detail;
use crate::process::{Expected, Map, Rect, Sheet, WindowState};
use crate::tui::page::{Page, cut};
use crate::tui::state::{Pane, Part, State};

/// The narrowest screen for the whole map, in cells.
const NARROWEST: u16 = 60;

/// The narrowest screen for map and detail side by side, in cells.
const WIDE: u16 = 120;

/// Links to either side of the step in its neighbourhood.
const NEAR: usize = 1;

/// Cells of a detail beside the map, and of the gap between them.
const BESIDE: u16 = 40;

/// The most cells that the map takes: a wider one is no lower.
const WIDEST: u16 = 100;

/// What closes the box of the step at which the person is.
const PLACE: &str = "@";

/// Whether the pane is shown with the map.
#[must_use]
pub fn is_shown(state: &State) -> bool {
    state.pane == Pane::Process && !state.shows_four() && state.process.shown != Shown::Spine
}

/// Whether there is room for all of the map, and not for a neighbourhood alone.
#[must_use]
pub fn fits(state: &State) -> bool {
    state.size.0 >= NARROWEST
}

/// Whether the current step stands beside the map, and not in one line below it.
#[must_use]
pub fn is_beside(state: &State) -> bool {
    state.size.0 >= WIDE
}

/// Whether one line stands for all that there is on the step.
#[must_use]
pub fn is_over_a_line(state: &State) -> bool {
    is_shown(state) && !is_beside(state) && state.part != Part::Detail
}

/// Cells of the map where a detail stands beside it.
#[must_use]
pub fn width(body: u16) -> u16 {
    body.saturating_sub(BESIDE).min(WIDEST)
}

/// The map as it is shown, in so many cells.
#[must_use]
pub fn of(state: &State, width: u16) -> Map {
    let model = &state.desk.content().process;
    let sheet = Sheet { lang: state.desk.lang(), width: usize::from(width), charset: state.theme.charset() };
    if state.process.shown == Shown::Near || !fits(state) {
        Map::around(model, state.desk.walk().at, NEAR, sheet)
    } else {
        Map::of(model, sheet)
    }
}

/// The map, the box of the current step marked in it.
#[must_use]
pub fn list(state: &State, width: u16) -> Page {
    let mut page = Page::new(width);
    let map = of(state, width);
    let focused = map.rect(state.desk.walk().at);
    let place = state.desk.place().at(&state.desk.content().process).and_then(|step| map.rect(step));
    for (row, line) in map.lines.iter().enumerate() {
        let line = match place.filter(|rect| rect.row == row) {
            Some(rect) => put(line, rect.col + rect.width - 1, PLACE),
            None => line.clone(),
        };
        match focused.filter(|rect| rect.row == row) {
            Some(rect) => {
                page.focus_next(u16::try_from(rect.col).unwrap_or(u16::MAX));
                page.line(marked(state, &line, rect));
            }
            None => page.line(Line::raw(line)),
        }
    }
    page
}

/// A line with the box of the focus in it.
fn marked(state: &State, line: &str, focused: Rect) -> Line<'static> {
    let (left, from_hand) = split(line, focused.col);
    let (label, right) = split(from_hand, focused.width);
    let inner = label.trim_start_matches('[');
    let label = match (state.part, inner.strip_suffix(']')) {
        (Part::List, Some(inner)) => format!(">{inner}<"),
        (Part::List, None) => format!(">{inner}"),
        _ => label.to_owned(),
    };
    Line::from(vec![Span::raw(left.to_owned()), Span::styled(label, state.theme.strong()), Span::raw(right.to_owned())])
}

/// A line with another sign in a cell.
fn put(line: &str, col: usize, sign: &str) -> String {
    let (left, from_cell) = split(line, col);
    let (_, right) = split(from_cell, 1);
    format!("{left}{sign}{right}")
}

/// A line before and after a cell.
fn split(line: &str, cells: usize) -> (&str, &str) {
    let mut used = 0;
    let inside = |piece: &&str| {
        used += piece.width();
        used <= cells
    };
    let bytes = line.graphemes(true).take_while(inside).map(str::len).sum();
    line.split_at_checked(bytes).unwrap_or((line, ""))
}

/// The current step in one line: its title, whether the person is there, how long it takes, who acts; and whether a notice bears on it.
#[must_use]
pub fn glance(state: &State, width: u16) -> Page {
    let mut page = Page::new(width);
    let desk = &state.desk;
    let Some(detail) = Detail::of(&desk.content().process, desk.walk().at, desk.as_of()) else { return page };
    let mark = if detail.notices.is_empty() { "" } else { "(!) " };
    let title = format!("{} {}", detail.number, detail.step.title.get(desk.lang()));
    let is_place = desk.place().at(&desk.content().process) == Some(detail.number - 1);
    let here = if is_place { desk.phrases().get(Msg::YouAreHere) } else { "" };
    let said = [here.to_owned(), wait(state, &detail), view::who(state, detail.step)];
    let said: Vec<&str> = said.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let rest = [&[""], said.as_slice()].concat().join("  ");
    let room = usize::from(width).saturating_sub(mark.width() + title.width());
    page.line(Line::from(vec![
        Span::styled(mark, state.theme.alert()),
        Span::styled(title, state.theme.strong()),
        Span::raw(cut(&rest, room)),
    ]));
    page
}

/// How long the step takes; since the person is on the way to it, also when it is to be expected.
fn wait(state: &State, detail: &Detail<'_>) -> String {
    let (desk, phrases) = (&state.desk, state.desk.phrases());
    let Some(wait) = detail.wait else { return String::new() };
    let mut said = wait.short.get(desk.lang()).to_owned();
    let expected = Expected::of(&desk.content().process, desk.place(), detail.number - 1, desk.as_of());
    if let Some(expected) = expected.filter(|expected| expected.from.is_some()) {
        said = format!("{said}: {}", phrases.window(expected.min, expected.max));
        if matches!(expected.state, WindowState::Longer(_)) {
            said = format!("{said}; {}", phrases.get(Msg::WaitLonger));
        }
    }
    said
}

/// The first line to show, so that the focus stands in the middle: what leads to it and what comes next is seen too.
#[must_use]
pub fn scroll(page: &Page, height: u16) -> usize {
    let height = usize::from(height);
    let most = page.len().saturating_sub(height);
    page.focus().map_or(0, |(line, _)| line.saturating_sub(height / 2)).min(most)
}

#[cfg(test)]
mod tests;
