//! What components ask of the application, carried out.

use std::collections::VecDeque;

use super::{App, Flow};
use crate::find::HitKind;
use crate::tui::component::Effect;
use crate::tui::focus::{PaneId, Part};
use crate::tui::overlay;

impl App {
    /// Carries out what a key has asked for, and keeps every place within what there is to show. `office` was selected
    /// before the key.
    pub(super) fn finish(&mut self, office: usize, effects: Vec<Effect>) -> Flow {
        let mut flow = Flow::GoOn;
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            let mut more = Vec::new();
            match effect {
                Effect::Quit => flow = Flow::Quit,
                Effect::Redraw => flow = Flow::Redraw,
                Effect::FlushInput => flow = Flow::Flush,
                other => self.carry_out(other, &mut more),
            }
            effects.extend(more);
        }
        if self.desk.office_index() != office {
            self.rewind();
        }
        self.clamp();
        flow
    }

    fn carry_out(&mut self, effect: Effect, more: &mut Vec<Effect>) {
        match effect {
            Effect::Focus(part) => self.part = part,
            Effect::Show(hit) => self.show(&hit, more),
            Effect::Do(cmd) => self.below(cmd, more),
            Effect::Overlay(cmd) => self.overlays.extend(overlay::open(cmd, &self.desk, self.scopes())),
            Effect::Pop => drop(self.overlays.pop()),
            Effect::Tell(message) => self.message = message,
            Effect::PersonChanged => self.forget_person(),
            Effect::BeginAnswering(offered) => self.begin_answering(offered.as_ref(), more),
            Effect::Quit | Effect::Redraw | Effect::FlushInput => {}
        }
    }

    fn show(&mut self, hit: &HitKind, more: &mut Vec<Effect>) {
        let pane = match hit {
            HitKind::Office(_) => PaneId::Offices,
            HitKind::Requirement(..) => PaneId::Requirements,
            HitKind::Step(_) | HitKind::Item(_) | HitKind::Pathway(_) => PaneId::Process,
            HitKind::Question(_) => PaneId::Check,
            HitKind::Country(_) | HitKind::Statement(_) | HitKind::Notice(_) => return,
        };
        self.open(pane, more);
        self.with_pane(1, more, |pane, cx| pane.show(hit, cx));
    }

    /// Another office is selected: what is said about it is read from its beginning.
    fn rewind(&mut self) {
        for pane in PaneId::ALL {
            *self.panes.get_mut(pane).scroll() = 0;
        }
    }

    /// Keeps every place within what there is to show: after a change of size, of language or of the person.
    pub(super) fn clamp(&mut self) {
        self.geometry = self.geometry_now();
        for pane in PaneId::ALL {
            self.panes.get_mut(pane).clamp(&self.desk);
        }
        // Four panes have no tabs: the focus is in one of them.
        if self.geometry.shows_four && matches!(self.part, Part::Tabs(_)) {
            self.part = Part::List;
        }
        // Pages are built only where one is scrolled: a key costs no more than its picture.
        if self.panes.get(self.pane).scrolled() > 0 {
            let most = self.pages().detail.map_or(0, |detail| detail.most());
            let scroll = self.panes.get_mut(self.pane).scroll();
            *scroll = (*scroll).min(most);
        }
        if self.overlays.last().is_some_and(|overlay| overlay.scrolled() > Some(0)) {
            let most = self.overlay_page().map_or(0, |placed| placed.most());
            if let Some(scroll) = self.overlays.last_mut().and_then(|overlay| overlay.scroll()) {
                *scroll = (*scroll).min(most);
            }
        }
    }
}
