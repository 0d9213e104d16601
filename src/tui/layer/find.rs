//! Go to or find anything: panes and commands, offices, rules, steps, pathways, in any language.

use tui_input::{Input, InputRequest};

use crate::desk::Desk;
use crate::tui::keymap::Cmd;
use crate::tui::page::Page;
use crate::tui::state::State;

/// What is typed, and what was found.
#[derive(Debug)]
pub struct Find {
    input: Input,
    selected: usize,
}

impl Find {
    /// An empty field.
    #[must_use]
    pub fn new(_desk: &Desk) -> Self {
        Self { input: Input::default(), selected: 0 }
    }

    /// Moves along what was found.
    pub fn run(&mut self, _cmd: Cmd) {}
}

/// Changes what is typed.
pub fn edit(_state: &mut State, _request: InputRequest) {}

/// Goes to what is selected.
pub fn go(_state: &mut State) {}

/// The field and what was found.
#[must_use]
pub fn page(_state: &State, find: &Find, width: u16) -> Page {
    let _ = (&find.input, find.selected);
    Page::new(width)
}
