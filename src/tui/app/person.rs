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

    pub(super) fn of_person(&mut self, cmd: Cmd) {
        // These can lead to another person.
        if matches!(cmd, Cmd::NextPerson | Cmd::Cases | Cmd::Undo | Cmd::Redo) {
            self.keep_draft();
        }
        match cmd {
            Cmd::PaneCheck => self.ask(Action::GoOn),
            Cmd::Pathways => self.ask(Action::ForPathways),
            Cmd::NextPerson => {
                // Also where nobody was there: what was typed is not for the next one.
                self.effects.push_back(Effect::PersonChanged);
                self.ask(Action::NextPerson);
            }
            Cmd::Cases => self.effects.push_back(Effect::Overlay(cmd)),
            Cmd::Keep => drop(self.apply(Action::Keep(!self.desk.is_kept()))),
            Cmd::OnePage => self.message = Message::Msg(self.panes.check.turn_page()),
            Cmd::Undo => self.history(Action::Undo),
            Cmd::Redo => self.history(Action::Redo),
            _ => self.within(cmd),
        }
    }

    fn apply(&mut self, action: Action) -> Outcome {
        let outcome = self.desk.apply(action);
        self.message = Message::of(&outcome, self.desk.phrases());
        outcome
    }

    fn ask(&mut self, action: Action) {
        self.apply(action);
        self.effects.push_back(Effect::BeginAnswering(None));
    }

    /// Undo and redo: what was current then is current again.
    fn history(&mut self, action: Action) {
        let is_answering = self.field().is_some();
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
            self.effects.push_back(Effect::BeginAnswering(None));
        }
    }

    /// Another person is current: nothing of the one before stays on the screen.
    pub(super) fn forget_person(&mut self) {
        for pane in PaneId::ALL {
            self.with_pane(pane, 1, |pane, cx| pane.reset(cx));
        }
    }

    pub(super) fn begin_answering(&mut self, offered: Option<&Value>) {
        self.pane = PaneId::Check;
        let Self { desk, geometry, theme, part, message, effects, panes, .. } = self;
        let [.., scroll] = &mut panes.scrolled;
        let mut cx = Context { desk, geometry, theme: *theme, focus: *part, page: 1, scroll, message, effects };
        panes.check.begin(offered, &mut cx);
    }
}
