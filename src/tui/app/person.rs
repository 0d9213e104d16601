//! Commands about the person: the next one, what was done last, keeping their case, and what is half typed.

use super::App;
use crate::content::Msg;
use crate::desk::Action;
use crate::rules::Value;
use crate::tui::component::{Context, Effect, Message};
use crate::tui::focus::PaneId;
use crate::tui::keymap::Cmd;

impl App {
    /// Hands what is half typed to the desk, so that it is there when the person is gone on with.
    pub fn keep_draft(&mut self) {
        let draft = self.panes.check.draft();
        if self.desk.draft() != draft.as_ref() {
            self.desk.apply(Action::Draft(draft));
        }
    }

    pub(super) fn of_person(&mut self, cmd: Cmd, effects: &mut Vec<Effect>) {
        // These can lead to another person.
        if matches!(cmd, Cmd::NextPerson | Cmd::Cases | Cmd::Undo | Cmd::Redo) {
            self.keep_draft();
        }
        match cmd {
            Cmd::PaneCheck => self.ask(Action::GoOn, effects),
            Cmd::Pathways => self.ask(Action::ForPathways, effects),
            Cmd::NextPerson => {
                effects.push(Effect::PersonChanged);
                self.ask(Action::NextPerson, effects);
            }
            Cmd::Cases => effects.push(Effect::Overlay(cmd)),
            Cmd::Keep => self.keep(),
            Cmd::OnePage => {
                let msg = self.panes.check.turn_page();
                self.tell(msg);
            }
            Cmd::Undo => self.history(Action::Undo, effects),
            Cmd::Redo => self.history(Action::Redo, effects),
            _ => self.within(cmd, effects),
        }
    }

    fn apply(&mut self, action: Action) -> Option<Msg> {
        let msg = self.desk.apply(action);
        self.message = msg.map_or(Message::Nothing, Message::Msg);
        msg
    }

    fn ask(&mut self, action: Action, effects: &mut Vec<Effect>) {
        self.apply(action);
        effects.push(Effect::BeginAnswering(None));
    }

    /// Keeps the case until somebody deletes it, or no longer.
    fn keep(&mut self) {
        let kept = !self.desk.is_kept();
        let msg = match (self.desk.keep_case(kept), kept) {
            (false, _) => Msg::SaidNothingToKeep,
            (true, true) => Msg::SaidKept,
            (true, false) => Msg::SaidNotKept,
        };
        self.tell(msg);
    }

    /// Undo and redo: what was current then is current again.
    fn history(&mut self, action: Action, effects: &mut Vec<Effect>) {
        // Where the process is looked at, a move in it is what was done last.
        if self.pane == PaneId::Process && action == Action::Undo && self.desk.take_back_move() {
            return self.tell(Msg::SaidMoveBack);
        }
        let is_answering = self.panes.check.field().is_some();
        if self.apply(action) == Some(Msg::SaidPersonBack) {
            self.forget_person();
        }
        self.panes.check.give_up(&self.desk);
        if is_answering {
            effects.push(Effect::BeginAnswering(None));
        }
    }

    /// Another person is current: nothing of the one before stays on the screen.
    pub(super) fn forget_person(&mut self) {
        for pane in PaneId::ALL {
            self.panes.get_mut(pane).reset();
        }
    }

    pub(super) fn begin_answering(&mut self, offered: Option<&Value>, effects: &mut Vec<Effect>) {
        self.pane = PaneId::Check;
        let (geometry, theme, focus) = (&self.geometry, self.theme, self.part);
        let mut cx = Context { desk: &mut self.desk, geometry, theme, focus, page: 1, effects };
        self.panes.check.begin(offered, &mut cx);
    }
}
