//! What a component sees while it draws itself.

use ratatui::layout::Rect;

use crate::desk::Desk;
use crate::tui::focus::{Focus, PaneId};
use crate::tui::geometry::Geometry;
use crate::tui::pace::Haste;
use crate::tui::theme::Theme;

/// What a component may use while it draws itself.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the names say it")]
pub struct View<'a> {
    pub desk: &'a Desk,
    pub geometry: &'a Geometry,
    pub theme: Theme,
    pub pane: PaneId,
    /// The focused part of this pane; none where another pane has the focus.
    pub focus: Option<Focus>,
    /// Whether its detail stands below the list: then a title of it is none of the pane.
    pub is_below: bool,
    /// Lines of its detail above the visible ones.
    pub scroll: usize,
    /// The words that a search led to.
    pub found: Option<&'a str>,
    pub haste: Haste,
}

/// Rows of a pane from which all of a detail stands beside its list: where there is time for it, and always.
const REST: u16 = 24;
pub(in crate::tui) const LEISURE: u16 = 37;

impl View<'_> {
    /// Whether a part of this pane has the focus.
    pub fn is_on(&self, focus: Focus) -> bool {
        self.focus == Some(focus)
    }

    /// Where the pane stands.
    pub fn area(&self) -> Rect {
        self.geometry.pane(self.pane)
    }

    /// Whether what is open about a reason is only a sign behind it: on the first screen of a low one there has to be room
    /// for what to say, and the words follow with the next.
    pub fn folds_open_points(&self) -> bool {
        self.area().height < LEISURE && self.scroll == 0 && self.found.is_none()
    }

    /// Whether a detail beside a list is only glanced at: it says what matters most, and the rest follows when it is
    /// opened.
    pub fn is_glance(&self) -> bool {
        let room = if self.haste == Haste::None { REST } else { LEISURE };
        !self.is_on(Focus::Detail) && self.area().height < room
    }
}
