//! Answering: a question is put, its field takes what is typed, and the answer is taken.

use tui_input::InputRequest;

use super::field::Field;
use super::rows::rows;
use super::{CheckPane, Mode, current_row};
use crate::content::{Msg, Question};
use crate::desk::{Action, Desk};
use crate::rules::{Answer, Value};
use crate::tui::component::{Effect, EventContext};
use crate::tui::field::digit;
use crate::tui::focus::Focus;
use crate::tui::keymap::Cmd;

impl CheckPane {
    /// Puts the current question; with none current, shows what the answers come to. Where nothing is chosen yet, the
    /// focus is on the choice of `offered`.
    pub fn begin(&mut self, offered: Option<&Value>, cx: &mut EventContext<'_>) {
        self.has_ended = false;
        self.set_aside();
        let Some(question) = cx.desk.question().cloned() else {
            self.browse(current_row(cx.desk));
            *cx.scroll = 0;
            return cx.effect(Effect::Focus(Focus::Detail));
        };
        let at = self.left.iter().position(|field| field.question == question.id);
        let field = at.map_or_else(|| Field::of(cx.desk, &question), |at| self.left.remove(at));
        self.answer(field, &question, offered, cx);
    }

    /// Sets the open field aside; it waits for its question.
    pub(super) fn set_aside(&mut self) {
        if let Mode::Answering(field) = std::mem::take(&mut self.mode) {
            self.left.retain(|left| left.question != field.question);
            self.left.push(field);
        }
    }

    fn answer(&mut self, mut field: Field, question: &Question, offered: Option<&Value>, cx: &mut EventContext<'_>) {
        if let Some(offered) = offered.filter(|_| field.is_empty() && field.selected.is_none()) {
            let choices = field.choices(cx.desk, question);
            field.selected = choices.iter().position(|choice| choice.answer.value() == Some(offered));
        }
        self.mode = Mode::Answering(field);
        cx.effect(Effect::Focus(Focus::List));
    }

    /// Leaves the field for the list of answers. What is typed waits there for its question.
    pub(super) fn leave_field(&mut self, desk: &Desk) {
        let Mode::Answering(field) = &self.mode else { return };
        let rows = rows(desk);
        let at = rows.iter().position(|row| row.question().is_some_and(|q| q.id == field.question));
        let row = at.unwrap_or(rows.len().saturating_sub(1));
        self.set_aside();
        self.browse(row);
    }

    pub(super) fn answering(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) {
        match cmd {
            Cmd::Choose => self.commit(cx),
            Cmd::PartBefore => {
                cx.apply(Action::Back);
                self.begin(None, cx);
            }
            Cmd::Back | Cmd::NextPart => self.leave_field(cx.desk),
            Cmd::Withhold => self.withhold(cx),
            Cmd::Up | Cmd::Down => {
                if let (Mode::Answering(field), Some(question)) = (&mut self.mode, cx.desk.question()) {
                    field.step(cmd, cx.desk, question);
                }
            }
            _ => {}
        }
    }

    /// Takes the focused choice, or else what is typed. What is no answer stays as it is, with the reason.
    pub(super) fn commit(&mut self, cx: &mut EventContext<'_>) {
        let (Mode::Answering(field), Some(question)) = (&mut self.mode, cx.desk.question().cloned()) else { return };
        let Some(answer) = field.commit(cx.desk, &question) else { return };
        let answer = match answer {
            Answer::Known(value) if field.withheld => Answer::Withheld(value),
            other => other,
        };
        cx.apply(Action::Answer(question.id.clone(), answer));
        self.browse(current_row(cx.desk));
        // A choice in a field that was left can be another one after this answer.
        self.left.retain(|field| field.question != question.id && (field.is_typed() || field.withheld));
        self.begin(None, cx);
    }

    /// Types into the field. On one page it goes on by itself where nothing longer can begin with what is typed then.
    pub(super) fn type_in(&mut self, request: InputRequest, cx: &mut EventContext<'_>) {
        let (Mode::Answering(field), Some(question)) = (&mut self.mode, cx.desk.question().cloned()) else { return };
        if field.is_given && request == InputRequest::InsertChar('*') {
            return self.withhold(cx);
        }
        if cx.desk.settings().one_page && digit(request).is_some() && field.is_named_in_full(cx.desk, &question) {
            // No name has a digit in it: it is for the question after this one.
            self.go_on(cx);
            return if self.field().is_some_and(|field| field.question != question.id) {
                self.type_in(request, cx);
            };
        }
        if field.edit(request) && cx.desk.settings().one_page && field.is_complete(cx.desk, &question) {
            self.go_on(cx);
        }
    }

    /// Takes the answer without Enter.
    fn go_on(&mut self, cx: &mut EventContext<'_>) {
        self.commit(cx);
        self.has_ended = self.field().is_none();
        if self.has_ended {
            cx.tell(Msg::SaidFormEnded);
        }
    }

    /// The current answer is used and not stored, or stored after all.
    fn withhold(&mut self, cx: &mut EventContext<'_>) {
        let Mode::Answering(field) = &mut self.mode else { return };
        field.withheld = !field.withheld;
        if field.withheld {
            // What was typed before and cleared is not to stay in the case either.
            let drafts = cx.desk.drafts().iter().filter(|draft| *draft.question != *field.question);
            let drafts = drafts.cloned().collect();
            cx.apply(Action::Drafts(drafts));
        }
        cx.tell(if field.withheld { Msg::SaidWithhold } else { Msg::SaidStore });
    }
}
