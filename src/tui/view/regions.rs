//! Which part of the screen holds what, at every size.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::header;
use crate::tui::pane::process::map;
use crate::tui::state::{Pane, Part, State};

/// The parts of the screen from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Regions {
    pub(super) header: Rect,
    pub(super) notice: Rect,
    pub(super) body: Rect,
    pub(super) said: Rect,
    pub(super) footer: Rect,
}

/// Where the list and the detail of a pane are; at least one of them shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) list: Option<Rect>,
    pub(super) detail: Option<Rect>,
}

/// The smallest screen on which a question can be answered.
const LEAST: (u16, u16) = (24, 8);

/// The width from which list and detail stand together.
const WIDE: u16 = 70;

/// Rows of a body from which a line on the step stands below the map.
const GLANCE: u16 = 10;

/// The size of a body in which list and detail stand together, one above the other.
const STACKED: (u16, u16) = (50, 12);

/// The regions of the screen as it is.
pub(super) fn of(state: &State) -> Regions {
    let (width, height) = state.size;
    let margin = u16::from(width >= 60);
    let inner = width.saturating_sub(2 * margin);
    let notice_rows = if header::notice_line(state).width() <= usize::from(inner) { 1 } else { 2 };
    let air = u16::from(height >= 20);
    let mut y = 0;
    let mut take = |rows: u16| {
        let at = y.min(height);
        let rows = rows.min(height - at);
        y = at + rows;
        Rect::new(margin, at, inner, rows)
    };
    let header = take(1);
    let notice = take(notice_rows);
    take(air);
    let rest = height.saturating_sub(1 + notice_rows + air);
    let below = 1 + air;
    let body = take(rest.saturating_sub(below));
    let gap = take(air);
    let footer = take(1);
    // Where there is no row to spare, what was just said stands in the footer's place for as long as it is news.
    Regions { header, notice, body, said: if air == 0 { footer } else { gap }, footer }
}

impl Regions {
    /// The regions, cut to an area: a terminal that shrank since is never drawn outside of.
    pub(super) fn within(self, area: Rect) -> Self {
        Self {
            header: self.header.intersection(area),
            notice: self.notice.intersection(area),
            body: self.body.intersection(area),
            said: self.said.intersection(area),
            footer: self.footer.intersection(area),
        }
    }

    /// Whether there is no room to work in.
    pub(super) fn is_too_small(&self) -> bool {
        self.footer.width < LEAST.0 || self.footer.bottom() < LEAST.1
    }
}

/// Rows of a detail with the focus below which it has the body for itself.
const LEAST_DETAIL: u16 = 8;

/// List and detail side by side, or the one with the focus.
pub(super) fn beside(state: &State, area: Rect, list: u16) -> Shape {
    if area.width < WIDE {
        return alone(state, area);
    }
    let gap = 2;
    let left = Rect { width: list, ..area };
    let right = Rect { x: area.x + list + gap, width: area.width.saturating_sub(list + gap), ..area };
    Shape { list: Some(left), detail: Some(right) }
}

/// The map beside the detail, where both are wide enough; else with a line on the step below it, or the detail alone.
pub(super) fn map(state: &State, area: Rect) -> Shape {
    if map::is_beside(state) {
        return beside(state, area, map::width(area.width));
    }
    if state.part == Part::Detail || area.height < GLANCE {
        return alone(state, area);
    }
    let above = Rect { height: area.height - 2, ..area };
    let below = Rect { y: area.bottom() - 1, height: 1, ..area };
    Shape { list: Some(above), detail: Some(below) }
}

/// The list above the detail, or the one with the focus. A list that fills the body stands alone.
pub(super) fn stacked(state: &State, area: Rect, rows: usize) -> Shape {
    if state.is_one_page(state.pane) {
        return Shape { list: Some(area), detail: None };
    }
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).min(area.height / 2);
    // A rule that was opened has the body for itself.
    if state.part == Part::Detail && state.pane == Pane::Requirements {
        return alone(state, area);
    }
    let squeezed = state.part == Part::Detail && area.height.saturating_sub(rows + 1) < LEAST_DETAIL;
    if area.width < STACKED.0 || area.height < STACKED.1 || squeezed {
        return alone(state, area);
    }
    let top = Rect { height: rows, ..area };
    let below = Rect { y: area.y + rows + 1, height: area.height.saturating_sub(rows + 1), ..area };
    Shape { list: Some(top), detail: Some(below) }
}

/// The least of a detail that is worth a look beneath its list, in a quarter of the screen.
const LEAST_GLANCE: u16 = 3;

/// The list above the detail in a quarter of the screen; what was opened there has it for itself.
pub(super) fn quarter(state: &State, pane: Pane, area: Rect, rows: usize) -> Shape {
    if state.is_one_page(pane) {
        return Shape { list: Some(area), detail: None };
    }
    let opened = state.is_on(pane, Part::Detail);
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).min(area.height * 3 / 5);
    let left = area.height.saturating_sub(rows + 1);
    if opened && (pane != Pane::Check || left < LEAST_DETAIL) {
        return Shape { list: None, detail: Some(area) };
    }
    if left < LEAST_GLANCE {
        return Shape { list: Some(area), detail: None };
    }
    let below = Rect { y: area.y + rows + 1, height: left, ..area };
    Shape { list: Some(Rect { height: rows, ..area }), detail: Some(below) }
}

fn alone(state: &State, area: Rect) -> Shape {
    if state.part == Part::Detail {
        Shape { list: None, detail: Some(area) }
    } else {
        Shape { list: Some(area), detail: None }
    }
}
