//! Where everything stands on a screen of a size: plain data, computed before keys are handled and before drawing.
//!
//! ```text
//! header    SMO  o Offices  r Requirements  p Process  c Check         en  no person
//! notice    (!) Reported ended, Feb 2025. Guide: Aug 2024 or later.
//! body      Offices_____________ | Colombia_________________________________________
//!           > Colombia    (!)    | (!) No longer active, takes no applications
//!             Costa Rica  (!)    |
//! message                                                                       more
//! footer    ? help  Enter open  c check a person  n next person  / find  q quit
//! ```

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::arrangement::GAP;
use super::focus::PaneId;
use super::notice::HeaderNotice;
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
    /// Whether lists have titles; else every row is needed.
    pub has_titles: bool,
}

impl Geometry {
    /// The geometry of a size. `four` says whether all four panes are wanted at once: they show where there is room.
    pub fn of(size: (u16, u16), desk: &Desk, four: bool) -> Self {
        let (width, height) = size;
        let margin = u16::from(width >= 60);
        let inner = width.saturating_sub(2 * margin);
        let notice_rows = if HeaderNotice::of(desk).line().width() <= usize::from(inner) { 1 } else { 2 };
        let air = u16::from(height >= 20);
        let mut y = 0;
        let mut take = |rows: u16| {
            let (at, rows) = (y, rows.min(height - y));
            y += rows;
            Rect::new(margin, at, inner, rows)
        };
        let header = take(1);
        let notice = take(notice_rows);
        // The titles part the body from what is above.
        let body = take(height.saturating_sub(2 + notice_rows + air));
        let gap = take(air);
        let footer = take(1);
        let message = if air == 0 { footer } else { gap };
        let shows_four = four && has_room_for_four(size);
        Self { size, header, notice, body, message, footer, shows_four, has_titles: air > 0 }
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
