//! The person at the desk: the next one, the one before, keeping their case, and what is half typed.

use crate::case::Draft;
use crate::content::Msg;
use crate::desk::Action;
use crate::tui::overlay::{Overlay, cases};
use crate::tui::pane::{check, requirements};
use crate::tui::state::{Message, Pane, State};

/// Shows the Check pane and puts the question that is needed next, or the result where none is.
pub fn check_a_person(state: &mut State) {
    state.pane = Pane::Check;
    state.desk.apply(Action::GoOn);
    check::update::begin(state);
}

/// Keeps the case until somebody deletes it, or no longer.
pub(super) fn keep(state: &mut State) {
    let kept = !state.desk.is_kept();
    state.said = Message::Msg(match (state.desk.keep_case(kept), kept) {
        (false, _) => Msg::SaidNothingToKeep,
        (true, true) => Msg::SaidKept,
        (true, false) => Msg::SaidNotKept,
    });
}

/// Hands what is half typed to the desk, so that it is there when the person is gone on with. What is not to be
/// stored is not.
pub fn keep_draft(state: &mut State) {
    let field = &state.check.field;
    let typed = field.question.as_ref().filter(|_| !field.is_empty() && !field.withheld);
    let draft = typed.map(|id| Draft { question: id.to_string(), text: field.input.value().to_owned() });
    if state.desk.draft() != draft.as_ref() {
        state.desk.apply(Action::Draft(draft));
    }
}

/// Where cases were left over, they are offered before anything else: never resumed silently.
pub fn offer_cases(state: &mut State) {
    if state.desk.has_left_over() {
        state.overlays.push(Overlay::Cases(cases::Cases::new(&state.desk, true)));
    }
}

/// Begins with the next person.
pub fn next_person(state: &mut State) {
    keep_draft(state);
    say(state, Action::NextPerson);
    state.pane = Pane::Check;
    another(state);
    check::update::begin(state);
}

/// Another person is current: nothing of the one before stays on the screen.
pub fn another(state: &mut State) {
    // It may have been that person's answer.
    state.requirements.filter = requirements::Filter::default();
    state.check = state.check.anew();
}

/// Undo and redo: what was current then is current again.
pub(super) fn history(state: &mut State, action: Action) {
    // Where the process is looked at, a move in it is what was done last.
    if state.pane == Pane::Process && action == Action::Undo && state.desk.take_back_move() {
        state.said = Message::Msg(Msg::SaidMoveBack);
        return;
    }
    keep_draft(state);
    say(state, action);
    state.check.field = check::Field::default();
    if state.said == Message::Msg(Msg::SaidPersonBack) {
        let answering = state.check.answering;
        another(state);
        state.check.answering = answering;
    }
    if state.is_answering() {
        check::update::begin(state);
    } else if state.pane == Pane::Check {
        state.check.row = check::update::current_row(state);
    }
}

fn say(state: &mut State, action: Action) {
    state.said = state.desk.apply(action).map_or(Message::Nothing, Message::Msg);
}
