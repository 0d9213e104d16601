//! Answering: a question is put, its field takes what is typed, and the answer is taken.

use super::field::Field;
use super::rows::rows;
use super::{Check, Mode, current_row};
use crate::content::{Msg, Question};
use crate::desk::{Action, Desk};
use crate::rules::{Answer, Value};
use crate::tui::component::{Context, Effect};
use crate::tui::focus::Part;
use crate::tui::keymap::Cmd;

impl Check {
    /// Puts the current question; with none current, shows what the answers come to. Where nothing is chosen yet, the
    /// focus is on the choice of `offered`.
    pub fn begin(&mut self, offered: Option<&Value>, cx: &mut Context<'_>) {
        let Some(question) = cx.desk.question().cloned() else {
            self.browse(current_row(cx.desk));
            *cx.scroll = 0;
            return cx.effect(Effect::Focus(Part::Detail));
        };
        let (Mode::Answering(field) | Mode::Browsing { left: Some(field), .. }) = std::mem::take(&mut self.mode) else {
            return self.answer(Field::of(cx.desk, &question), &question, offered, cx);
        };
        let field = if field.question == question.id { field } else { Field::of(cx.desk, &question) };
        self.answer(field, &question, offered, cx);
    }

    fn answer(&mut self, mut field: Field, question: &Question, offered: Option<&Value>, cx: &mut Context<'_>) {
        if let Some(offered) = offered.filter(|_| field.is_empty() && field.selected.is_none()) {
            let choices = field.choices(cx.desk, question);
            field.selected = choices.iter().position(|choice| choice.answer.value() == Some(offered));
        }
        self.mode = Mode::Answering(field);
        cx.effect(Effect::Focus(Part::List));
    }

    /// Leaves the field for the list of answers. What is typed waits there for its question.
    pub(super) fn leave_field(&mut self, desk: &Desk) {
        let Mode::Answering(field) = &self.mode else { return };
        let rows = rows(desk);
        let at = rows.iter().position(|row| row.question().is_some_and(|q| q.id == field.question));
        let row = at.unwrap_or(rows.len().saturating_sub(1));
        self.mode = Mode::Browsing { row, left: Some(field.clone()) };
    }

    pub(super) fn answering(&mut self, cmd: Cmd, cx: &mut Context<'_>) {
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
    pub(super) fn commit(&mut self, cx: &mut Context<'_>) {
        let (Mode::Answering(field), Some(question)) = (&mut self.mode, cx.desk.question().cloned()) else { return };
        let Some(answer) = field.commit(cx.desk, &question) else { return };
        let answer = match answer {
            Answer::Known(value) if field.withheld => Answer::Withheld(value),
            other => other,
        };
        cx.apply(Action::Answer(question.id.clone(), answer));
        self.browse(current_row(cx.desk));
        self.begin(None, cx);
    }

    /// The current answer is used and not stored, or stored after all.
    fn withhold(&mut self, cx: &mut Context<'_>) {
        let Mode::Answering(field) = &mut self.mode else { return };
        field.withheld = !field.withheld;
        if field.withheld {
            // What was typed before and cleared is not to stay in the case either.
            cx.apply(Action::Draft(None));
        }
        cx.tell(if field.withheld { Msg::SaidWithhold } else { Msg::SaidStore });
    }
}
