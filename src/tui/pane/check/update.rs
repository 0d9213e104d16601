//! What keys do in the Check pane, browsing and answering.

use tui_input::InputRequest;

use super::rows::{Row, rows};
use super::state::{Field, FieldError};
use crate::check::{self, Choice, Reading};
use crate::content::{Id, Kind, Msg, Question};
use crate::desk::Action;
use crate::rules::Answer;
use crate::tui::keymap::Cmd;
use crate::tui::overlay::{Overlay, bring};
use crate::tui::state::{Message, Pane, Part, State};
use crate::tui::update;

/// The longest answer that is taken, in characters: pasted megabytes end here.
pub const LONGEST: usize = 120;

/// Does a command of the pane while browsing.
pub fn browse(state: &mut State, cmd: Cmd) {
    match (state.part, cmd) {
        (_, Cmd::ForRecord) => {
            let said = state.desk.apply(Action::ForRecord);
            state.said = said.map_or(Message::Nothing, Message::Msg);
            begin(state);
        }
        (Part::List, Cmd::Choose) => answer_row(state, state.check.row),
        (Part::List, _) if !matches!(cmd, Cmd::PageUp | Cmd::PageDown) => {
            let last = rows(state).len().saturating_sub(1);
            state.check.row = update::moved(state.check.row, last, cmd);
        }
        (_, Cmd::Choose) => {
            state.part = Part::List;
            state.check.row = 0;
        }
        (_, Cmd::Left | Cmd::Right) => {}
        _ => state.check.scroll = update::scrolled(state, state.check.scroll, cmd),
    }
}

/// Does a command of the pane while a question is answered.
pub fn answering(state: &mut State, cmd: Cmd) {
    match cmd {
        Cmd::Choose => commit(state),
        Cmd::Up | Cmd::Down => step_through(state, cmd),
        Cmd::PartBefore => go_back(state),
        Cmd::Back | Cmd::NextPart => browse_answers(state),
        Cmd::Withhold => withhold(state),
        Cmd::OnePage => turn_page(state),
        _ => {}
    }
}

/// The row of the question that is needed next; the last answer where none is.
#[must_use]
pub fn current_row(state: &State) -> usize {
    let answered = state.desk.check().answered(state.desk.content());
    let used = answered.iter().filter(|a| !a.parked).count();
    let next = state.desk.check().next(state.desk.content(), state.desk.as_of());
    if next.is_some() { used } else { used.saturating_sub(1) }
}

/// Puts the question of a row, answered before or not; or opens what the row stands for.
pub fn answer_row(state: &mut State, row: usize) {
    match rows(state).get(row).copied() {
        Some(Row::Question(question)) => {
            let id = question.id.clone();
            state.desk.apply(Action::Put(id));
            begin(state);
        }
        Some(Row::Pathways) => pathways(state),
        Some(Row::Bring) => state.overlays.push(Overlay::Bring(bring::Bring::default())),
        None => {}
    }
}

/// Asks what pathways need; with nothing more to ask, shows what the answers come to.
pub fn pathways(state: &mut State) {
    state.pane = Pane::Check;
    state.desk.apply(Action::ForPathways);
    begin(state);
}

/// Begins to answer the current question; with none current, shows what the answers come to.
pub fn begin(state: &mut State) {
    let Some(question) = state.desk.question().cloned() else {
        state.check.answering = false;
        state.check.scroll = 0;
        state.part = Part::Detail;
        return;
    };
    if state.check.field.question.as_ref() != Some(&question.id) {
        state.check.field = Field { question: Some(question.id.clone()), ..Field::default() };
        state.check.field.selected = given(state, &question).or_else(|| offered(state, &question));
        // What was not to be stored stays so when it is mended, or asked again by another desk.
        state.check.field.withheld = state.desk.check().is_withheld(&question.id);
        take_draft(state);
    }
    state.check.answering = true;
    state.part = Part::List;
}

/// What was half typed when the person was left.
fn take_draft(state: &mut State) {
    let Some(draft) = state.desk.draft().cloned() else { return };
    if state.check.field.question.as_ref().is_some_and(|id| **id == *draft.question) {
        state.check.field.input = draft.text.into();
        state.check.field.selected = None;
    }
}

/// The choice that is the answer of the person before.
fn offered(state: &State, question: &Question) -> Option<usize> {
    let answer = state.desk.offered()?;
    choices(state, question).iter().position(|choice| choice.answer == *answer)
}

/// The choice that is the answer given before.
fn given(state: &State, question: &Question) -> Option<usize> {
    let answer = state.desk.check().answers().get(&question.id)?;
    let same =
        |choice: &Choice| choice.answer == *answer || choice.answer.value().is_some_and(|v| answer.value() == Some(v));
    choices(state, question).iter().position(same)
}

/// What can be chosen now: what a text can mean, or what the question offers.
#[must_use]
pub fn choices(state: &State, question: &Question) -> Vec<Choice> {
    let field = &state.check.field;
    if !field.which.is_empty() {
        return field.which.clone();
    }
    let content = state.desk.content();
    let office = state.desk.check().office(content);
    // What is typed narrows names alone: any other choice stays where it is.
    let named = matches!(question.kind, Kind::Country | Kind::Countries);
    let typed = if named { field.input.value() } else { "" };
    check::choices(content, question, office.map(AsRef::as_ref), typed)
}

/// What is typed, as it is read now.
#[must_use]
pub fn reading(state: &State, question: &Question) -> Reading {
    let (content, field) = (state.desk.content(), &state.check.field);
    if let Some(choice) = which_by_digit(field) {
        return Reading::Answer(choice.answer.clone());
    }
    let office = state.desk.check().office(content);
    check::read(content, question, office.map(AsRef::as_ref), field.input.value(), state.desk.as_of())
}

fn which_by_digit(field: &Field) -> Option<&Choice> {
    field.which.iter().find(|choice| choice.key.is_some_and(|key| field.input.value() == key.to_string()))
}

fn step_through(state: &mut State, cmd: Cmd) {
    let Some(question) = state.desk.question().cloned() else { return };
    let Some(last) = choices(state, &question).len().checked_sub(1) else { return };
    let to = match (state.check.field.selected, cmd) {
        (None, Cmd::Up) => last,
        (None, _) => 0,
        (Some(n), _) => update::moved(n, last, cmd),
    };
    state.check.field.selected = Some(to);
    state.check.field.trouble = None;
}

/// Takes the choice under the focus, or else what is typed. What is no answer stays as it is, with the reason.
fn commit(state: &mut State) {
    let Some(question) = state.desk.question().cloned() else { return };
    if let Some(choice) = state.check.field.selected.and_then(|n| choices(state, &question).into_iter().nth(n)) {
        return take(state, question.id.clone(), choice.answer);
    }
    match reading(state, &question) {
        Reading::Answer(answer) => take(state, question.id.clone(), answer),
        Reading::Which(which) => {
            state.check.field.which = which;
            state.check.field.selected = None;
            state.check.field.input.reset();
        }
        Reading::Empty => state.check.field.trouble = Some(FieldError::Nothing),
        Reading::Invalid(trouble) => state.check.field.trouble = Some(FieldError::Invalid(trouble)),
    }
}

fn take(state: &mut State, question: Id, answer: Answer) {
    let answer = match answer {
        Answer::Known(value) if state.check.field.withheld => Answer::Withheld(value),
        other => other,
    };
    state.desk.apply(Action::Answer(question, answer));
    state.check.field = Field::default();
    state.check.row = current_row(state);
    begin(state);
}

/// The form on one page, or one question a page.
pub fn turn_page(state: &mut State) {
    state.check.on_one_page = !state.check.on_one_page;
    state.said = Message::Msg(if state.check.on_one_page { Msg::SaidOnePage } else { Msg::SaidGuided });
}

/// The current answer is used and not stored, or stored after all.
fn withhold(state: &mut State) {
    let field = &mut state.check.field;
    field.withheld = !field.withheld;
    let withheld = field.withheld;
    if withheld {
        // What was typed before and cleared is not to stay in the case either.
        state.desk.apply(Action::Draft(None));
    }
    state.said = Message::Msg(if withheld { Msg::SaidWithhold } else { Msg::SaidStore });
}

fn go_back(state: &mut State) {
    let said = state.desk.apply(Action::Back);
    state.said = said.map_or(Message::Nothing, Message::Msg);
    begin(state);
}

/// Stops answering; what is typed stays in the field for when the question is put again.
fn browse_answers(state: &mut State) {
    let at = state.desk.question().map(|q| q.id.clone());
    let rows = rows(state);
    state.check.row = at
        .and_then(|id| rows.iter().position(|row| row.question().is_some_and(|q| q.id == id)))
        .unwrap_or(rows.len().saturating_sub(1));
    state.check.answering = false;
}

/// Changes the text in the field.
pub fn edit(state: &mut State, request: InputRequest) {
    let field = &mut state.check.field;
    let full = field.input.value().chars().count() >= LONGEST;
    if full && matches!(request, InputRequest::InsertChar(_)) {
        return;
    }
    if field.is_empty() && matches!(request, InputRequest::DeletePrevChar) {
        field.which.clear();
    }
    let changed = field.input.handle(request).is_some_and(|change| change.value);
    if changed {
        field.trouble = None;
        field.selected = None;
    }
    if changed && state.check.on_one_page && is_complete(state) {
        commit(state);
    }
}

/// Whether what is typed can mean nothing more: the digit of a choice, a country's code. A date could always go on.
fn is_complete(state: &State) -> bool {
    let Some(question) = state.desk.question() else { return false };
    let typed = state.check.field.input.value();
    let mut keys = choices(state, question).into_iter().filter_map(|choice| choice.key);
    let is_digit = state.check.field.which.is_empty() && typed.len() == 1 && typed.bytes().all(|b| b.is_ascii_digit());
    match question.kind {
        Kind::YesNo | Kind::OneOf => keys.any(|key| typed == key.to_string()),
        Kind::Country | Kind::Countries => {
            let offered = || check::choices(state.desk.content(), question, None, "").into_iter();
            let is_offered = is_digit && offered().any(|choice| choice.key.is_some_and(|key| typed == key.to_string()));
            is_offered || state.desk.content().country(&typed.to_uppercase()).is_some()
        }
        Kind::Date | Kind::DateOrNo => false,
    }
}
