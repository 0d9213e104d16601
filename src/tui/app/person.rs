//! Commands about the person: the next one, what was done last, keeping their case, and what is half typed.

use std::sync::Arc;

use super::App;
use crate::content::{Msg, Question};
use crate::desk::{Action, Change, Outcome};
use crate::rules::{Answers, Value};
use crate::tui::component::{Effect, EventContext, Extent, Message};
use crate::tui::focus::PaneId;
use crate::tui::idle::IdleStep;
use crate::tui::keymap::Cmd;

impl App {
    /// Hands what is half typed to the desk, so that it is there when the person is gone on with.
    pub fn keep_draft(&mut self) {
        let drafts = self.panes.check.drafts();
        if self.desk.drafts() != drafts {
            self.desk.apply(Action::Drafts(drafts));
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
            Cmd::LetGo => drop(self.apply(Action::Keep(false))),
            // A letter keeps, and one more of the same word lets nothing go.
            Cmd::Keep if self.desk.is_kept() => self.message = Message::Msg(Msg::SaidKeptAlready),
            Cmd::Keep => drop(self.apply(Action::Keep(true))),
            Cmd::OnePage => {
                self.apply(Action::TurnPage);
                let is_on = self.desk.settings().one_page;
                self.message = Message::Msg(if is_on { Msg::SaidOnePage } else { Msg::SaidGuided });
            }
            Cmd::Undo if self.by_letter && self.desk.is_kept() => self.message = Message::Msg(Msg::SaidUndoKept),
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
        let before = self.desk.check().answers().clone();
        let outcome = self.apply(action);
        if outcome == Outcome::Undone(Change::Answer)
            && let Some(words) = self.taken_back(&before)
        {
            self.message = Message::Text(words);
        }
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

    /// Says which answer is no longer there, or no longer the same.
    fn taken_back(&self, before: &Answers) -> Option<String> {
        let (content, after, phrases) = (self.desk.content(), self.desk.check().answers(), self.desk.phrases());
        let is_other = |question: &&Arc<Question>| {
            before.get(&question.id).is_some_and(|given| after.get(&question.id) != Some(given))
        };
        let question = content.questions.iter().find(is_other)?;
        let answer = phrases.answer(question, before.get(&question.id)?);
        let values = [("name", question.name.get(self.desk.lang())), ("answer", &answer)];
        Some(phrases.fill(Msg::SaidTakenBack, &values))
    }

    /// Another person is current: nothing of the one before stays on the screen.
    pub(super) fn forget_person(&mut self) {
        for pane in PaneId::ALL {
            self.with_pane(pane, 1, |pane, cx| pane.reset(cx));
        }
    }

    /// Does what is done with a desk that nobody uses.
    pub fn idle(&mut self, step: IdleStep) {
        if step == IdleStep::SetAside {
            self.keep_draft();
            self.desk.apply(Action::Leave);
            // What lies over the panes can say something of the person too.
            self.overlays.clear();
            self.forget_person();
            self.open(PaneId::Offices);
            self.found = None;
        }
        self.message = Message::Nothing;
        let is_hidden = self.overlays.last().is_some_and(|layer| layer.overlay.extent() == Extent::Cover);
        if !is_hidden {
            self.effects.push_back(Effect::Overlay(Cmd::Hide));
        }
        self.finish(self.desk.office_index());
    }

    pub(super) fn begin_answering(&mut self, offered: Option<&Value>) {
        self.pane = PaneId::Check;
        let Self { desk, geometry, theme, focus, message, effects, panes, .. } = self;
        let [.., scroll] = &mut panes.scrolled;
        let mut cx = EventContext { desk, geometry, theme: *theme, focus: *focus, lines: 1, scroll, message, effects };
        panes.check.begin(offered, &mut cx);
    }
}
