//! What the application shows: its places and pages, to be read.

use super::App;
use crate::tui::component::View;
use crate::tui::focus::{Focus, PaneId};
use crate::tui::geometry::Geometry;
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::layout::{self, PanePages, Placed};
use crate::tui::pane::check::Field;

impl App {
    /// The field of the question that is being answered.
    pub fn field(&self) -> Option<&Field> {
        self.panes.check.field()
    }

    /// Where keys are looked up now, most particular first.
    pub fn scopes(&self) -> &'static [Scope] {
        match (self.overlays.last(), self.focus) {
            (Some(layer), _) => layer.overlay.scopes(&self.desk),
            (None, Focus::Tabs(_)) => &[Scope::Tabs, Scope::Browse, Scope::Always],
            (None, _) => self.panes.get(self.pane).0.scopes(&self.view(self.pane, &self.geometry)),
        }
    }

    /// The geometry of the size, the language and the day.
    pub fn geometry_now(&self) -> Geometry {
        Geometry::of(self.geometry.size, &self.desk, self.four)
    }

    /// What a pane sees.
    pub fn view<'a>(&'a self, pane: PaneId, geometry: &'a Geometry) -> View<'a> {
        let focus = (pane == self.pane).then_some(self.focus);
        let found = self.found.as_deref().filter(|_| pane == self.pane);
        View {
            desk: &self.desk,
            geometry,
            theme: self.theme,
            pane,
            focus,
            scroll: self.panes.get(pane).1,
            found,
            is_below: false,
            haste: self.haste,
        }
    }

    pub(super) fn pages(&self) -> PanePages {
        PanePages::of(self.panes.get(self.pane).0, &self.view(self.pane, &self.geometry))
    }

    pub(super) fn overlay_page(&self) -> Option<Placed> {
        Some(layout::overlay(self.overlays.last()?, &self.view(self.pane, &self.geometry)))
    }

    /// Lines that a key scrolls the detail by. Of a page two lines of what was read stay in sight; in columns, where each
    /// key changes every line, a statement is never parted from its source.
    pub(super) fn lines_of(&self, cmd: Cmd) -> usize {
        let is_page = matches!(cmd, Cmd::PageUp | Cmd::PageDown);
        let is_line = self.focus == Focus::Detail && matches!(cmd, Cmd::Up | Cmd::Down);
        if !(is_page || is_line) {
            return 1;
        }
        let detail = self.pages().detail;
        let height = detail.as_ref().map_or(self.geometry.pane(self.pane).height, |detail| detail.area.height);
        let folded = detail.as_ref().and_then(Placed::folded).unwrap_or(usize::MAX);
        let lines = if is_page { usize::from(height).saturating_sub(2).min(folded).max(1) } else { 1 };
        detail.map_or(lines, |detail| detail.whole_statements(lines, matches!(cmd, Cmd::Down | Cmd::PageDown)))
    }

    /// Lines that a page key scrolls the overlay by.
    pub(super) fn overlay_rows(&self) -> usize {
        let height = self.overlay_page().map_or(0, |placed| placed.area.height);
        usize::from(height).saturating_sub(1).max(1)
    }
}
