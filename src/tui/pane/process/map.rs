//! The map in the Process pane: the whole process as boxes and arrows, or the neighbourhood of the step at hand.
//!
//! ```text
//!            >8 Phone call <
//!            [~ a few weeks]
//!                  ↓
//!             [9 Screening]
//!
//!  8 A phone call for the screening  SMO staff  a few weeks
//! ```

use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::state::Shown;
use super::view;
use crate::process::detail::Detail;
use crate::process::{Map, Rect, Sheet};
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

/// Whether the step at hand stands beside the map, and not in one line below it.
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
    let sheet = Sheet { lang: state.desk.lang(), width: usize::from(width), charset: state.look.charset() };
    if state.process.shown == Shown::Near || !fits(state) {
        Map::around(model, state.desk.walk().at, NEAR, sheet)
    } else {
        Map::of(model, sheet)
    }
}

/// The map, the box of the step at hand marked in it.
#[must_use]
pub fn list(state: &State, width: u16) -> Page {
    let mut page = Page::new(width);
    let map = of(state, width);
    let hand = map.rect(state.desk.walk().at);
    for (row, line) in map.lines.iter().enumerate() {
        match hand.filter(|rect| rect.row == row) {
            Some(rect) => {
                page.focus_next(u16::try_from(rect.col).unwrap_or(u16::MAX));
                page.line(marked(state, line, rect));
            }
            None => page.line(Line::raw(line.clone())),
        }
    }
    page
}

/// A line with the box of the hand in it.
fn marked(state: &State, line: &str, hand: Rect) -> Line<'static> {
    let (left, from_hand) = split(line, hand.col);
    let (label, right) = split(from_hand, hand.width);
    let inner = label.trim_start_matches('[').trim_end_matches(']');
    let label = if state.part == Part::List { format!(">{inner}<") } else { label.to_owned() };
    Line::from(vec![Span::raw(left.to_owned()), Span::styled(label, state.look.strong()), Span::raw(right.to_owned())])
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

/// The step at hand in one line: its title, who acts, how long it takes; and whether a notice bears on it.
#[must_use]
pub fn glance(state: &State, width: u16) -> Page {
    let mut page = Page::new(width);
    let desk = &state.desk;
    let Some(detail) = Detail::of(&desk.content().process, desk.walk().at, desk.as_of()) else { return page };
    let mark = if detail.notices.is_empty() { "" } else { "(!) " };
    let title = format!("{} {}", detail.number, detail.step.title.say(desk.lang()));
    let wait = detail.wait.map(|wait| wait.short.say(desk.lang()));
    let who = view::who(state, detail.step);
    let rest: String = [who.as_str()].into_iter().chain(wait).filter(|text| !text.is_empty()).map(apart).collect();
    let room = usize::from(width).saturating_sub(mark.width() + title.width());
    page.line(Line::from(vec![
        Span::styled(mark, state.look.alert()),
        Span::styled(title, state.look.strong()),
        Span::raw(cut(&rest, room)),
    ]));
    page
}

fn apart(text: &str) -> String {
    format!("  {text}")
}

/// The first line to show, so that the hand stands in the middle: what leads to it and what comes next is seen too.
#[must_use]
pub fn scroll(page: &Page, height: u16) -> usize {
    let height = usize::from(height);
    let most = page.len().saturating_sub(height);
    page.focus().map_or(0, |(line, _)| line.saturating_sub(height / 2)).min(most)
}

#[cfg(test)]
mod tests;
