//! What keys do in the Offices pane.

use crate::desk::Action;
use crate::rules::Value;
use crate::tui::keymap::Cmd;
use crate::tui::pane::check;
use crate::tui::state::{Part, State};
use crate::tui::update;

/// Does a command of the pane.
pub fn run(state: &mut State, cmd: Cmd) {
    match (state.part, cmd) {
        (Part::List, Cmd::Choose | Cmd::Right) => state.part = Part::Detail,
        // The list is short: a page up or down is meant for the office beside it.
        (Part::List, _) if !matches!(cmd, Cmd::PageUp | Cmd::PageDown) => select(state, cmd),
        (_, Cmd::Choose) => check_here(state),
        (_, Cmd::Left) => state.part = Part::List,
        _ => state.offices.scroll = update::scrolled(state, state.offices.scroll, cmd),
    }
}

/// Puts the next question; where it asks for the country, the office's own is under the focus.
fn check_here(state: &mut State) {
    let country = state.desk.office().map(|office| Value::Country(office.country.id.clone()));
    update::check_a_person(state);
    let Some(question) = state.desk.question().cloned() else { return };
    let choices = check::update::choices(state, &question);
    let own = choices.iter().position(|choice| choice.answer.value() == country.as_ref());
    if state.check.field.is_empty() && state.check.field.selected.is_none() {
        state.check.field.selected = own;
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
