//! What keys do in the Requirements pane.

use crate::desk::Action;
use crate::tui::keymap::Cmd;
use crate::tui::state::{Part, State};
use crate::tui::update;

/// Does a command of the pane.
pub fn run(state: &mut State, cmd: Cmd) {
    match (state.part, cmd) {
        (Part::List, Cmd::Choose) => state.part = Part::Detail,
        (_, Cmd::Left | Cmd::Right) => next_office(state, cmd),
        (Part::List, _) if !matches!(cmd, Cmd::PageUp | Cmd::PageDown) => {
            let last = state.desk.content().aspects.len().saturating_sub(1);
            state.requirements.row = update::moved(state.requirements.row, last, cmd);
            state.requirements.scroll = 0;
        }
        _ => state.requirements.scroll = update::scrolled(state, state.requirements.scroll, cmd),
    }
}

fn next_office(state: &mut State, cmd: Cmd) {
    let last = state.desk.content().offices.len().saturating_sub(1);
    let step = if cmd == Cmd::Left { Cmd::Up } else { Cmd::Down };
    let to = update::moved(state.desk.office_index(), last, step);
    state.requirements.scroll = 0;
    state.desk.apply(Action::SelectOffice(to));
}
