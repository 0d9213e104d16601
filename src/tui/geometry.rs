//! Where everything stands on a screen of a size: plain data, computed before keys are handled and before drawing.
//!
//! ```text
//! header    SMO  [o Offices]  r Requirements  p Process  c Check       en  no person
//! notice    (!) Reported ended, Feb 2025. Guide: Aug 2024 or later.
//!
//! body      > Colombia    (!)    COLOMBIA
//!             Costa Rica  (!)    (!) No longer active, takes no applications
//! message                                                                       more
//! footer    ? help  Enter open  c check a person  n next person  / find  q quit
//! ```

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::focus::{PaneId, Part};
use super::notice::Notice;
use crate::desk::Desk;

/// Columns and rows from which all four panes can show at once.
pub(super) const FOUR: (u16, u16) = (120, 36);

/// The smallest screen on which a question can be answered.
const LEAST: (u16, u16) = (24, 8);

/// The parts of the screen from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Geometry {
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    pub header: Rect,
    pub notice: Rect,
    pub body: Rect,
    /// The row of messages; the footer's where there is no row to spare.
    pub message: Rect,
    pub footer: Rect,
    /// Whether all four panes share the body.
    pub shows_four: bool,
}

impl Geometry {
    /// The geometry of a size. `four` says whether all four panes are wanted at once: they show where there is room.
    pub fn of(size: (u16, u16), desk: &Desk, four: bool) -> Self {
        let (width, height) = size;
        let margin = u16::from(width >= 60);
        let inner = width.saturating_sub(2 * margin);
        let notice_rows = if Notice::of(desk).line().width() <= usize::from(inner) { 1 } else { 2 };
        let air = u16::from(height >= 20);
        let mut y = 0;
        let mut take = |rows: u16| {
            let (at, rows) = (y, rows.min(height - y));
            y += rows;
            Rect::new(margin, at, inner, rows)
        };
        let header = take(1);
        let notice = take(notice_rows);
        take(air);
        let body = take(height.saturating_sub(2 + notice_rows + 2 * air));
        let gap = take(air);
        let footer = take(1);
        let message = if air == 0 { footer } else { gap };
        Self { size, header, notice, body, message, footer, shows_four: four && has_room_for_four(size) }
    }

    /// Cut to an area: a terminal that has shrunk since is never drawn outside of.
    pub fn within(mut self, area: Rect) -> Self {
        let Self { header, notice, body, message, footer, .. } = &mut self;
        for part in [header, notice, body, message, footer] {
            *part = part.intersection(area);
        }
        self
    }

    /// Whether there is no room to work in.
    pub fn is_too_small(&self) -> bool {
        self.footer.width < LEAST.0 || self.footer.bottom() < LEAST.1
    }

    /// Where a pane stands: all of the body, or below its title in its quarter of it.
    pub fn pane(&self, pane: PaneId) -> Rect {
        if !self.shows_four {
            return self.body;
        }
        let quarter = self.quarter(pane);
        Rect { y: quarter.y + 1, height: quarter.height.saturating_sub(1), ..quarter }.intersection(self.body)
    }

    /// A pane's quarter of the body, its title included.
    pub fn quarter(&self, pane: PaneId) -> Rect {
        let body = self.body;
        let left = (LEFT + body.width.saturating_sub(LEFT + GAP + RIGHT) / 3).min(body.width);
        let upper = UPPER.max(body.height * 2 / 5).min(body.height);
        let (x, width) = match pane {
            PaneId::Offices | PaneId::Process => (body.x, left),
            PaneId::Requirements | PaneId::Check => (body.x + left + GAP, body.width.saturating_sub(left + GAP)),
        };
        let (y, height) = match pane {
            PaneId::Offices | PaneId::Requirements => (body.y, upper),
            PaneId::Process | PaneId::Check => (body.y + upper + 1, body.height.saturating_sub(upper + 1)),
        };
        Rect { x, y, width, height }
    }
}

/// Whether all four panes fit a screen.
pub(super) fn has_room_for_four(size: (u16, u16)) -> bool {
    size.0 >= FOUR.0 && size.1 >= FOUR.1
}

/// Rows of the upper panes with their titles: a matrix, and the current rule.
const UPPER: u16 = 14;

/// The least cells of the panes on the left, and of those on the right: a matrix whose cells are not cut.
const LEFT: u16 = 36;
const RIGHT: u16 = 80;

/// Cells between panes beside each other.
const GAP: u16 = 2;

/// How the list and the detail of a pane share its area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrangement {
    /// The list alone: there is no detail.
    Alone,
    /// Side by side, with so many cells for the list, or the focused one where it is narrow.
    Beside(u16),
    /// The list, and below it one line about the selected entry; or the detail alone once it is opened.
    OverALine,
    /// The list above the detail. `opens_whole`: an opened detail has the area to itself.
    Stacked { opens_whole: bool },
}

/// Where the list and the detail of a pane are; at least one of them shows.
pub(super) type Split = (Option<Rect>, Option<Rect>);

/// The width from which list and detail stand side by side.
const WIDE: u16 = 70;

/// Rows of a body from which a line on the selected entry stands below the list.
const GLANCE: u16 = 10;

/// The size of an area in which list and detail stand one above the other.
const STACKED: (u16, u16) = (50, 12);

/// Rows of a focused detail below which it has the area to itself.
const LEAST_DETAIL: u16 = 8;

/// The least rows of an unfocused detail in a quarter of the screen.
const LEAST_GLANCE: u16 = 3;

impl Arrangement {
    /// Divides an area between a list of so many rows and the detail. `focus` is the focused part of the pane.
    pub fn split(self, area: Rect, rows: usize, focus: Option<Part>) -> Split {
        let is_opened = focus == Some(Part::Detail);
        let one = |is_detail: bool| if is_detail { (None, Some(area)) } else { (Some(area), None) };
        match self {
            Self::Alone => (Some(area), None),
            Self::Beside(_) if area.width < WIDE => one(is_opened),
            Self::Beside(list) => {
                let at = list + GAP;
                let detail = Rect { x: area.x + at, width: area.width.saturating_sub(at), ..area };
                (Some(Rect { width: list, ..area }), Some(detail))
            }
            Self::OverALine if is_opened || area.height < GLANCE => one(is_opened),
            Self::OverALine => stacked(area, area.height - 2),
            Self::Stacked { opens_whole } => {
                let rows = clamped(rows).min(area.height / 2);
                let is_squeezed = is_opened && (opens_whole || area.height.saturating_sub(rows + 1) < LEAST_DETAIL);
                if area.width < STACKED.0 || area.height < STACKED.1 || is_squeezed {
                    return one(is_opened);
                }
                stacked(area, rows)
            }
        }
    }

    /// The same in a quarter of the screen, where the list always stands above. `keeps_list`: the list stays above an
    /// opened detail where there is room for both.
    pub fn split_quarter(self, area: Rect, rows: usize, focus: Option<Part>) -> Split {
        if self == Self::Alone {
            return (Some(area), None);
        }
        let rows = clamped(rows).min(area.height * 3 / 5);
        let left = area.height.saturating_sub(rows + 1);
        let keeps_list = self == Self::Stacked { opens_whole: false };
        if focus == Some(Part::Detail) && (!keeps_list || left < LEAST_DETAIL) {
            return (None, Some(area));
        }
        if left < LEAST_GLANCE { (Some(area), None) } else { stacked(area, rows) }
    }
}

fn stacked(area: Rect, rows: u16) -> Split {
    let below = Rect { y: area.y + rows + 1, height: area.height.saturating_sub(rows + 1), ..area };
    (Some(Rect { height: rows, ..area }), Some(below))
}

fn clamped(rows: usize) -> u16 {
    u16::try_from(rows).unwrap_or(u16::MAX)
}
