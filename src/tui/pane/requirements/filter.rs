//! The answer by which the offices in the matrix are marked.

use tui_input::{Input, InputRequest};

use crate::check::filter::{self, meanings};
use crate::content::{Content, Office};
use crate::desk::Desk;
use crate::tui::field::{self, LONGEST};
use crate::tui::keymap::Cmd;
use crate::tui::motion::moved;

/// Whether the offices are marked, and by what.
#[derive(Debug, Clone, Default)]
pub enum Filter {
    #[default]
    /// Every office is shown alike.
    Off,
    /// The answer is being typed.
    Typing(Typed),
    /// The offices are marked by what was typed.
    On(Typed),
}

/// An answer as it is typed.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Typed {
    pub input: Input,
    /// Which of its meanings is meant, best first.
    pub chosen: usize,
}

impl Filter {
    /// What is typed.
    pub fn typed(&self) -> &str {
        self.text().map_or("", |typed| typed.input.value())
    }

    pub(super) fn text(&self) -> Option<&Typed> {
        match self {
            Self::Off => None,
            Self::Typing(typed) | Self::On(typed) => Some(typed),
        }
    }

    pub(super) fn meanings(&self, desk: &Desk) -> Vec<filter::Filter> {
        let Some(typed) = self.text() else { return Vec::new() };
        meanings(desk.content(), typed.input.value(), desk.as_of()).into_iter().skip(typed.chosen).collect()
    }

    /// The answer that is meant.
    pub fn meaning(&self, desk: &Desk) -> Option<filter::Filter> {
        self.meanings(desk).into_iter().next()
    }

    /// Goes on typing.
    pub(super) fn open(&mut self) {
        *self = Self::Typing(self.text().cloned().unwrap_or_default());
    }

    /// Ends typing; what is typed stays.
    pub(super) fn close(&mut self) {
        *self = match std::mem::take(self) {
            Self::Typing(typed) if typed.input.value().is_empty() => Self::Off,
            Self::Typing(typed) => Self::On(typed),
            other => other,
        };
    }

    pub(super) fn choose(&mut self, cmd: Cmd, desk: &Desk) {
        if let Self::Typing(typed) = self {
            let last = meanings(desk.content(), typed.input.value(), desk.as_of()).len().saturating_sub(1);
            typed.chosen = moved(typed.chosen, last, cmd);
        }
    }

    /// Changes the text.
    pub(super) fn edit(&mut self, request: InputRequest) {
        if let Self::Typing(typed) = self
            && field::edit(&mut typed.input, request, LONGEST)
        {
            typed.chosen = 0;
        }
    }
}

/// The row of the matrix that an answer is about.
pub(super) fn row(content: &Content, meant: &filter::Filter) -> Option<usize> {
    let about = |office: &Office| {
        let mut rules = office.requirements.iter();
        rules.find(|r| r.rule.tests().iter().any(|test| test.fact == meant.question)).map(|r| r.aspect)
    };
    let aspect = content.offices.iter().find_map(|office| about(office))?;
    content.aspects.iter().position(|(own, _)| *own == aspect)
}
