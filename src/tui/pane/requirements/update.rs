//! What keys do in the Requirements pane.

use tui_input::InputRequest;

use super::state::Filter;
use crate::check::filter::{self, meanings};
use crate::desk::Action;
use crate::tui::keymap::Cmd;
use crate::tui::pane::check::update::LONGEST;
use crate::tui::state::{Part, State};
use crate::tui::update;

/// Does a command of the pane.
pub fn run(state: &mut State, cmd: Cmd) {
    if state.is_filtering() {
        return filtering(state, cmd);
    }
    match (state.part, cmd) {
        (Part::List, Cmd::Filter) => state.requirements.filter.is_open = true,
        (_, Cmd::Differ) => compare(state),
        (_, Cmd::Back) => back(state),
        (Part::List, Cmd::Choose) => state.part = Part::Detail,
        (_, Cmd::Left | Cmd::Right) if state.requirements.beside.is_some() => other_beside(state, cmd),
        (_, Cmd::Left | Cmd::Right) => next_office(state, cmd),
        (Part::List, _) if !matches!(cmd, Cmd::PageUp | Cmd::PageDown) => {
            let last = state.desk.content().aspects.len().saturating_sub(1);
            state.requirements.row = update::moved(state.requirements.row, last, cmd);
            state.requirements.scroll = 0;
        }
        _ => state.requirements.scroll = update::scrolled(state, state.requirements.scroll, cmd),
    }
}

/// Leaves what was opened; in the matrix itself, takes the filter off.
fn back(state: &mut State) {
    if state.part == Part::List {
        state.requirements.filter = Filter::default();
    }
    leave(state);
    state.part = Part::List;
}

/// Nothing is typed here any more, and no two offices are compared.
pub fn leave(state: &mut State) {
    state.requirements.filter.is_open = false;
    if state.requirements.beside.take().is_some() {
        state.requirements.scroll = 0;
    }
}

fn next_office(state: &mut State, cmd: Cmd) {
    let to = stepped(state, state.desk.office_index(), cmd);
    state.requirements.scroll = 0;
    state.desk.apply(Action::SelectOffice(to));
}

fn stepped(state: &State, from: usize, cmd: Cmd) -> usize {
    let last = state.desk.content().offices.len().saturating_sub(1);
    let step = if cmd == Cmd::Left { Cmd::Up } else { Cmd::Down };
    update::moved(from, last, step)
}

/// Puts the next office beside the selected one, or the one before where there is none.
fn compare(state: &mut State) {
    let at = state.desk.office_index();
    let other = [Cmd::Right, Cmd::Left].map(|cmd| stepped(state, at, cmd)).into_iter().find(|other| *other != at);
    if other.is_some() {
        state.requirements.beside = other;
        state.requirements.scroll = 0;
        state.part = Part::Detail;
    }
}

/// Puts another office beside the selected one, past that one itself.
fn other_beside(state: &mut State, cmd: Cmd) {
    let Some(other) = state.requirements.beside else { return };
    let at = state.desk.office_index();
    let next = stepped(state, other, cmd);
    let next = if next == at { stepped(state, next, cmd) } else { next };
    if next != at {
        state.requirements.beside = Some(next);
        state.requirements.scroll = 0;
    }
}

/// What the filter can mean, best first.
#[must_use]
pub fn filters(state: &State) -> Vec<filter::Filter> {
    meanings(state.desk.content(), state.requirements.filter.input.value(), state.desk.as_of())
}

/// The answer by which the rules are looked at.
#[must_use]
pub fn chosen(state: &State) -> Option<filter::Filter> {
    filters(state).into_iter().nth(state.requirements.filter.chosen)
}

fn filtering(state: &mut State, cmd: Cmd) {
    let last = filters(state).len().saturating_sub(1);
    let filter = &mut state.requirements.filter;
    match cmd {
        Cmd::Up | Cmd::Down => filter.chosen = update::moved(filter.chosen, last, cmd),
        Cmd::Choose => keep(state),
        Cmd::Back => *filter = Filter::default(),
        _ => {}
    }
}

/// Closes the field; the focus goes to the row that the answer is about. What is no answer is not kept.
fn keep(state: &mut State) {
    let Some(filter) = chosen(state) else {
        // What is typed stays, with what is said of it, until it is mended or given up.
        state.requirements.filter.is_open = !state.requirements.filter.input.value().is_empty();
        return;
    };
    state.requirements.filter.is_open = false;
    let content = state.desk.content();
    let about = |office: &crate::content::Office| {
        let mut rules = office.requirements.iter();
        rules.find(|r| r.rule.tests().iter().any(|test| test.fact == filter.question)).map(|r| r.aspect)
    };
    let aspect = content.offices.iter().find_map(|office| about(office));
    let row = aspect.and_then(|aspect| content.aspects.iter().position(|(own, _)| *own == aspect));
    state.requirements.row = row.unwrap_or(state.requirements.row);
}

/// Changes what is typed.
pub fn edit(state: &mut State, request: InputRequest) {
    let filter = &mut state.requirements.filter;
    let full = filter.input.value().chars().count() >= LONGEST;
    if full && matches!(request, InputRequest::InsertChar(_)) {
        return;
    }
    if filter.input.handle(request).is_some_and(|change| change.value) {
        filter.chosen = 0;
    }
}
