//! What keys do: a key becomes a command by THE table, and the topmost overlay or the pane with the focus does it.

mod parts;
mod person;

use tui_input::InputRequest;

use super::clamp;
use super::key::{Key, is_text};
use super::keymap::{self, Cmd};
use super::overlay::{Overlay, bring, cases, find, help, notices, reached};
use super::pane::{check, offices, process, requirements};
use super::state::{Message, Pane, Part, State};
use super::view;
use crate::content::Msg;
use crate::desk::Action;

use parts::{beside, neighbour, next_part, part_before, turn_four};
pub use person::{another, check_a_person, keep_draft, next_person, offer_cases};
use person::{history, keep};

/// What the loop has to do after a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Nothing but to show what changed.
    GoOn,
    /// Draw everything anew.
    Redraw,
    /// Throw away keys typed ahead: a question of the program's own has opened, and they were not meant for it.
    Flush,
    /// End.
    Quit,
}

/// Does what a key means here.
pub fn key(state: &mut State, key: Key) -> Flow {
    state.said = Message::Nothing;
    let flow = if let Some(cmd) = keymap::lookup(state.scopes(), key) {
        command(state, cmd)
    } else {
        typed(state, key);
        Flow::GoOn
    };
    clamp::clamp(state);
    flow
}

/// Takes pasted text: into a field, never as commands.
pub fn paste(state: &mut State, text: &str) {
    // Without a field there is nowhere for it to go: a digit would choose a row.
    if state.overlays.is_empty() && !state.is_answering() && !state.is_filtering() {
        return;
    }
    for c in text.chars().filter(|c| is_text(*c)).take(check::update::LONGEST) {
        insert(state, InputRequest::InsertChar(c));
    }
    clamp::clamp(state);
}

/// Takes a new size; the place is kept.
pub fn resize(state: &mut State, columns: u16, rows: u16) {
    state.size = (columns, rows);
    clamp::clamp(state);
}

/// Where a list goes by a command, within `0..=last`.
#[must_use]
pub fn moved(at: usize, last: usize, cmd: Cmd) -> usize {
    const PAGE: usize = 10;
    match cmd {
        Cmd::Up => at.saturating_sub(1),
        Cmd::Down => at.saturating_add(1).min(last),
        Cmd::PageUp => at.saturating_sub(PAGE),
        Cmd::PageDown => at.saturating_add(PAGE).min(last),
        Cmd::Home => 0,
        Cmd::End => last,
        _ => at,
    }
}

/// Where a page is scrolled to by a command; [`settle`] keeps it on the page.
#[must_use]
pub fn scrolled(state: &State, at: usize, cmd: Cmd) -> usize {
    // Two lines of what was read stay in sight.
    scrolled_by(usize::from(view::detail_height(state)).saturating_sub(2).max(1), at, cmd)
}

fn scrolled_by(page: usize, at: usize, cmd: Cmd) -> usize {
    match cmd {
        Cmd::Up => at.saturating_sub(1),
        Cmd::Down => at.saturating_add(1),
        Cmd::PageUp => at.saturating_sub(page),
        Cmd::PageDown => at.saturating_add(page),
        Cmd::Home => 0,
        Cmd::End => usize::MAX / 2,
        _ => at,
    }
}

fn command(state: &mut State, cmd: Cmd) -> Flow {
    match cmd {
        Cmd::QuitNow => return Flow::Quit,
        Cmd::Redraw => return Flow::Redraw,
        _ => {}
    }
    if state.overlays.is_empty() {
        return below(state, cmd);
    }
    over(state, cmd)
}

/// A command while an overlay lies over the panes.
fn over(state: &mut State, cmd: Cmd) -> Flow {
    let page = usize::from(view::overlay_height(state)).saturating_sub(1).max(1);
    let Some(overlay) = state.overlays.last_mut() else { return Flow::GoOn };
    match (overlay, cmd) {
        (Overlay::Hidden, Cmd::Show) => drop(state.overlays.pop()),
        (Overlay::Hidden, _) => {}
        (_, Cmd::Hide) => state.overlays.push(Overlay::Hidden),
        (Overlay::ConfirmQuit, Cmd::Choose) => return Flow::Quit,
        (Overlay::Find(_), Cmd::Choose) => return find::go(state),
        (_, Cmd::Back) => drop(state.overlays.pop()),
        (_, Cmd::Language) => drop(state.desk.apply(Action::SpeakNext)),
        (Overlay::Cases(_), _) => {
            cases::run(state, cmd);
            if cmd == Cmd::Delete {
                return Flow::Flush;
            }
        }
        (Overlay::Reached(_), Cmd::Choose) => reached::take(state),
        (Overlay::Bring(_), _) => bring::run(state, cmd),
        (Overlay::Find(overlay), _) => overlay.run(cmd),
        (Overlay::Help(overlay), _) => overlay.scroll = scrolled_by(page, overlay.scroll, cmd),
        (Overlay::Tracks(overlay), _) => overlay.scroll = scrolled_by(page, overlay.scroll, cmd),
        (Overlay::Notices(overlay), _) => overlay.scroll = scrolled_by(page, overlay.scroll, cmd),
        (Overlay::ConfirmQuit | Overlay::Reached(_), _) => {}
    }
    Flow::GoOn
}

/// A command for the panes.
pub fn below(state: &mut State, cmd: Cmd) -> Flow {
    match cmd {
        Cmd::Help => state.overlays.push(Overlay::Help(help::Help::of(state.scopes()))),
        Cmd::Find => state.overlays.push(Overlay::Find(find::Find::new(&state.desk))),
        Cmd::Notices => state.overlays.push(Overlay::Notices(notices::Notices::default())),
        Cmd::Hide => state.overlays.push(Overlay::Hidden),
        Cmd::Quit if state.desk.has_unsaved() => {
            state.overlays.push(Overlay::ConfirmQuit);
            return Flow::Flush;
        }
        Cmd::Quit => return Flow::Quit,
        Cmd::Language => drop(state.desk.apply(Action::SpeakNext)),
        Cmd::PaneOffices => open(state, Pane::Offices),
        Cmd::PaneRequirements => open(state, Pane::Requirements),
        Cmd::PaneProcess => open(state, Pane::Process),
        Cmd::Map => process::update::open_map(state),
        Cmd::PaneCheck if state.pane == Pane::Check => check_a_person(state),
        Cmd::PaneCheck => open(state, Pane::Check),
        Cmd::NextPerson => next_person(state),
        Cmd::Bring | Cmd::Pathways if state.desk.check().is_empty() => state.said = Message::Msg(Msg::SaidNobody),
        Cmd::Bring => state.overlays.push(Overlay::Bring(bring::Bring::default())),
        Cmd::Pathways => check::update::pathways(state),
        Cmd::Cases => {
            keep_draft(state);
            state.overlays.push(Overlay::Cases(cases::Cases::new(&state.desk, false)));
        }
        Cmd::Keep => keep(state),
        Cmd::FourPanes => turn_four(state),
        Cmd::OnePage if !state.is_answering() => check::update::turn_page(state),
        Cmd::Undo => history(state, Action::Undo),
        Cmd::Redo => history(state, Action::Redo),
        _ if state.is_answering() => check::update::answering(state, cmd),
        _ => within(state, cmd),
    }
    Flow::GoOn
}

/// A command for the pane with the focus, or for its tabs.
fn within(state: &mut State, cmd: Cmd) {
    match (cmd, state.part) {
        (_, Part::List) if state.is_filtering() => requirements::update::run(state, cmd),
        (Cmd::NextPart | Cmd::PartBefore, _) if state.shows_four() => open(state, beside(state.pane, cmd)),
        (Cmd::NextPart, part) => state.part = next_part(state.pane, part),
        (Cmd::PartBefore, part) => state.part = part_before(state.pane, part),
        (Cmd::Back, Part::List) if process::map::is_shown(state) => process::update::back(state),
        (Cmd::Back, Part::List | Part::Detail) if state.pane == Pane::Requirements => {
            requirements::update::run(state, cmd);
        }
        (Cmd::Back, _) => state.part = Part::List,
        (Cmd::Choose, Part::Tabs(pane)) => open(state, pane),
        (_, Part::Tabs(pane)) => state.part = Part::Tabs(neighbour(pane, cmd)),
        (_, _) => match state.pane {
            Pane::Offices => offices::update::run(state, cmd),
            Pane::Requirements => requirements::update::run(state, cmd),
            Pane::Process => process::update::run(state, cmd),
            Pane::Check => check::update::browse(state, cmd),
        },
    }
}

/// Shows a pane, browsing.
pub fn open(state: &mut State, pane: Pane) {
    state.pane = pane;
    state.part = Part::List;
    state.process.digits.clear();
    requirements::update::leave(state);
    if pane == Pane::Check {
        state.check.answering = false;
        state.check.row = check::update::current_row(state);
        let content = state.desk.content();
        if state.desk.check().next(content, state.desk.as_of()).is_none() {
            state.part = Part::Detail;
        }
    }
}

/// A key that commands nothing: it types, where something can be typed.
fn typed(state: &mut State, key: Key) {
    let request = match key {
        Key::Char(c) if is_text(c) => InputRequest::InsertChar(c),
        Key::Backspace => InputRequest::DeletePrevChar,
        Key::Delete => InputRequest::DeleteNextChar,
        Key::Left => InputRequest::GoToPrevChar,
        Key::Right => InputRequest::GoToNextChar,
        Key::Home | Key::Ctrl('a') => InputRequest::GoToStart,
        Key::End | Key::Ctrl('e') => InputRequest::GoToEnd,
        Key::Ctrl('u') => InputRequest::DeleteLine,
        Key::Ctrl('w') => InputRequest::DeletePrevWord,
        _ => return,
    };
    insert(state, request);
}

fn insert(state: &mut State, request: InputRequest) {
    if let Some(overlay) = state.overlays.last_mut() {
        match overlay {
            Overlay::Help(overlay) => overlay.edit(request),
            Overlay::Find(_) => find::edit(state, request),
            Overlay::Bring(_) => bring::edit(state, request),
            Overlay::Reached(overlay) => reached::edit(overlay, request),
            Overlay::Notices(_) | Overlay::Tracks(_) | Overlay::Cases(_) | Overlay::ConfirmQuit | Overlay::Hidden => {}
        }
    } else if state.is_answering() {
        check::update::edit(state, request);
    } else if state.is_filtering() {
        requirements::update::edit(state, request);
    } else if let InputRequest::InsertChar(c) = request {
        digit(state, c);
    }
}

/// A digit while browsing: the row or the step of that number.
fn digit(state: &mut State, digit: char) {
    let Some(number) = digit.to_digit(10) else { return };
    let number = usize::try_from(number).ok();
    match (state.pane, number.and_then(|n| n.checked_sub(1))) {
        (Pane::Process, _) => process::update::digit(state, digit),
        (Pane::Check, Some(row)) if row < check::rows::rows(state).len() => {
            state.check.row = row;
            check::update::answer_row(state, row);
        }
        (Pane::Offices, Some(row)) if row < state.desk.content().offices.len() => {
            state.desk.apply(Action::SelectOffice(row));
        }
        _ => state.said = Message::Msg(Msg::SaidNoNumber),
    }
}
