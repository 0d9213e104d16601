//! The answer by which the offices in the matrix are marked.

use tui_input::{Input, InputRequest};

use crate::check::filter::{self, is_sure, meanings};
use crate::content::{Content, Office};
use crate::desk::Desk;
use crate::tui::field::{self, LONGEST};
use crate::tui::keymap::Cmd;
use crate::tui::motion::moved;

/// An answer as it is typed. Where nothing is typed, every office is shown alike.
#[derive(Debug, Clone, Default)]
pub struct FilterField {
    pub(super) input: Input,
    /// Which of its meanings was chosen, best first; before that only what can be no other is meant.
    chosen: Option<usize>,
    /// Whether it is being typed.
    pub is_open: bool,
}

impl FilterField {
    /// What is typed.
    pub fn typed(&self) -> &str {
        self.input.value()
    }

    pub(super) fn meanings(&self, desk: &Desk) -> Vec<filter::Filter> {
        meanings(desk.content(), self.typed(), desk.as_of()).into_iter().skip(self.chosen.unwrap_or_default()).collect()
    }

    /// The answer that is meant.
    pub fn meaning(&self, desk: &Desk) -> Option<filter::Filter> {
        let meanings = self.meanings(desk);
        let is_meant = self.chosen.is_some() || is_sure(desk.content(), &meanings, self.typed(), desk.as_of());
        meanings.into_iter().next().filter(|_| is_meant)
    }

    pub(super) fn choose(&mut self, cmd: Cmd, desk: &Desk) {
        let last = meanings(desk.content(), self.typed(), desk.as_of()).len().saturating_sub(1);
        let is_meant = self.chosen.is_some() || self.meaning(desk).is_some();
        self.chosen = Some(if is_meant { moved(self.chosen.unwrap_or_default(), last, cmd) } else { 0 });
    }

    /// Changes the text.
    pub(super) fn edit(&mut self, request: InputRequest) {
        if field::edit(&mut self.input, request, LONGEST) {
            self.chosen = None;
        }
    }
}

/// The row of the matrix that an answer is about.
pub(super) fn row(content: &Content, meant: &filter::Filter) -> Option<usize> {
    let about = |office: &Office| {
        let mut rules = office.requirements.iter();
        rules.find(|r| r.rule.tests().iter().any(|test| test.fact == meant.question)).map(|r| r.aspect.id.clone())
    };
    let aspect = content.offices.iter().find_map(|office| about(office))?;
    content.aspects.iter().position(|own| own.id == aspect)
}
