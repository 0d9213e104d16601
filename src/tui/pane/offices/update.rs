//! What keys do in the Offices pane.

use crate::desk::Action;
use crate::tui::keymap::Cmd;
use crate::tui::state::{Part, State};
use crate::tui::update;

/// Does a command of the pane.
pub fn run(state: &mut State, cmd: Cmd) {
    match (state.part, cmd) {
        (Part::List, Cmd::Choose | Cmd::Right) => state.part = Part::Detail,
        // The list is short: a page up or down is meant for the office beside it.
        (Part::List, _) if !matches!(cmd, Cmd::PageUp | Cmd::PageDown) => select(state, cmd),
        (_, Cmd::Choose) => update::check_a_person(state),
        (_, Cmd::Left) => state.part = Part::List,
        _ => state.offices.scroll = update::scrolled(state, state.offices.scroll, cmd),
    }
}

fn select(state: &mut State, cmd: Cmd) {
    let last = state.desk.content().offices.len().saturating_sub(1);
    let to = update::moved(state.desk.office_index(), last, cmd);
    if to != state.desk.office_index() {
        state.offices.scroll = 0;
        state.desk.apply(Action::SelectOffice(to));
    }
}
