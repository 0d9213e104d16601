//! What components ask of the application, carried out.

use super::{App, Flow};
use crate::find::{self, HitKind};
use crate::tui::component::Effect;
use crate::tui::focus::{Focus, PaneId};
use crate::tui::keymap::Cmd;
use crate::tui::overlay;

impl App {
    /// Carries out what a key has asked for, and keeps every place within what there is to show. `office` was selected
    /// before the key.
    pub(super) fn finish(&mut self, office: usize) -> Flow {
        let mut flow = Flow::GoOn;
        let had_found = self.found.is_some();
        let mut is_step = false;
        while let Some(effect) = self.effects.pop_front() {
            match effect {
                Effect::Focus(focus) => self.focus = focus,
                Effect::Show(hit, words) => {
                    self.show(&hit);
                    is_step = matches!(hit, HitKind::Step(_));
                    self.found = Some(words);
                }
                Effect::Do(cmd) => self.below(cmd),
                Effect::Overlay(cmd) => self.overlays.extend(overlay::open(cmd, &self.desk, self.scopes())),
                Effect::Pop => drop(self.overlays.pop()),
                Effect::PersonChanged => self.forget_person(),
                Effect::BeginAnswering(offered) => self.begin_answering(offered.as_ref()),
                Effect::Send(bytes) => (self.outgoing, flow) = (bytes, Flow::Send),
                Effect::Loop(asked) => flow = asked,
            }
        }
        if self.desk.office_index() != office {
            // What is said about another office is read from its beginning.
            self.panes.scrolled = [0; 4];
        }
        self.clamp();
        if !had_found {
            self.scroll_to_found(is_step);
        }
        flow
    }

    /// Scrolls to what a search led to, a few lines of what is before it in sight.
    fn scroll_to_found(&mut self, is_step: bool) {
        if self.found.is_none() {
            return;
        }
        let placed = if self.overlays.is_empty() { self.pages().detail } else { self.overlay_page() };
        let Some(scroll) = placed.and_then(|placed| placed.scroll_to_found(is_step)) else { return };
        match self.overlays.last_mut() {
            Some(layer) => layer.scroll = scroll,
            None => *self.panes.get_mut(self.pane).1 = scroll,
        }
    }

    fn show(&mut self, hit: &HitKind) {
        let place = find::place(self.desk.content(), hit, self.desk.office_index());
        let hit = place.as_ref().unwrap_or(hit);
        let pane = match hit {
            HitKind::Office(_) => PaneId::Offices,
            HitKind::Requirement(..) => PaneId::Requirements,
            HitKind::Step(_) | HitKind::Item(_) | HitKind::Pathway(_) => PaneId::Process,
            HitKind::Question(_) => PaneId::Check,
            HitKind::Statement(_) | HitKind::Notice(_) => {
                return self.overlays.extend(overlay::open(Cmd::Notices, &self.desk, self.scopes()));
            }
            HitKind::Tracks => return self.overlays.extend(overlay::open(Cmd::Tracks, &self.desk, self.scopes())),
            HitKind::Country(_) | HitKind::Language(_) => return,
        };
        self.open(pane);
        self.with_pane(pane, 1, |pane, cx| pane.show(hit, cx));
    }

    /// Keeps every place within what there is to show: after a change of size, of language or of the person.
    pub(super) fn clamp(&mut self) {
        self.geometry = self.geometry_now();
        for pane in PaneId::ALL {
            self.panes.get_mut(pane).0.clamp(&self.desk);
        }
        // Four panes have no tabs: the focus is in one of them.
        if self.geometry.shows_four && matches!(self.focus, Focus::Tabs(_)) {
            self.focus = Focus::List;
        }
        // Pages are built only where one is scrolled: a key costs no more than its picture.
        if self.panes.get(self.pane).1 > 0 {
            let most = self.pages().detail.map_or(0, |detail| detail.most());
            let (_, scroll) = self.panes.get_mut(self.pane);
            *scroll = (*scroll).min(most);
        }
        if self.overlays.last().is_some_and(|layer| layer.scroll > 0) {
            let most = self.overlay_page().map_or(0, |placed| placed.most());
            if let Some(layer) = self.overlays.last_mut() {
                layer.scroll = layer.scroll.min(most);
            }
        }
    }
}
