//! Commands about the person: the next one, what was done last, keeping their case, and what is half typed.

use super::App;
use crate::desk::{Action, Change, Outcome};
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
                // Also where nobody was there: what was typed is not for the next one.
                effects.push(Effect::PersonChanged);
                self.ask(Action::NextPerson, effects);
            }
            Cmd::Cases => effects.push(Effect::Overlay(cmd)),
            Cmd::Keep => drop(self.apply(Action::Keep(!self.desk.is_kept()))),
            Cmd::OnePage => {
                let msg = self.panes.check.turn_page();
                self.tell(msg);
            }
            Cmd::Undo => self.history(Action::Undo, effects),
            Cmd::Redo => self.history(Action::Redo, effects),
            _ => self.within(cmd, effects),
        }
    }

    fn apply(&mut self, action: Action) -> Outcome {
        let outcome = self.desk.apply(action);
        self.message = Message::of(&outcome, self.desk.phrases());
        outcome
    }

    fn ask(&mut self, action: Action, effects: &mut Vec<Effect>) {
        self.apply(action);
        effects.push(Effect::BeginAnswering(None));
    }

    /// Undo and redo: what was current then is current again.
    fn history(&mut self, action: Action, effects: &mut Vec<Effect>) {
        let is_answering = self.panes.check.field().is_some();
        let outcome = self.apply(action);
        if let Outcome::NothingToUndo
        | Outcome::NothingToRedo
        | Outcome::Undone(Change::Move)
        | Outcome::Redone(Change::Move) = outcome
        {
            return;
        }
        if outcome.changes_person() {
            self.forget_person();
        }
        self.panes.check.answers_changed(&self.desk);
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
