//! The cases: go to one, begin with the next person, or delete one.
//!
//! ```text
//! Cases                                                                 4
//!   K7Q2  Colombia    answers: 4  to ask: 18 or older               current
//! > M3XD  Ecuador     answers: 5  nothing open                    kept  2 d
//!   T9GH  Costa Rica  answers: 2  to ask: Came               open elsewhere
//! ```

mod view;

use super::Overlay;
use crate::case::StoreError;
use crate::content::Msg;
use crate::desk::{Case, CaseLine, Desk};
use crate::tui::keymap::Cmd;
use crate::tui::pane::check;
use crate::tui::state::{Message, Pane, Part, State};
use crate::tui::update::{self, moved};

pub use view::page;

/// Lines that are read ahead of what can show: no screen is higher.
const READ: usize = 60;

/// The list, and what was read of it so far.
#[derive(Debug)]
pub struct Cases {
    all: Vec<Case>,
    /// What the rows around the focus say.
    lines: Vec<(usize, Result<CaseLine, StoreError>)>,
    row: usize,
    /// Whether the current case is about to be deleted, if confirmed.
    confirms: bool,
    /// Whether it opened by itself, because cases were left over.
    at_start: bool,
    trouble: Option<StoreError>,
}

impl Cases {
    /// The list, with the focus on the person who was at the desk before this one.
    #[must_use]
    pub fn new(desk: &Desk, at_start: bool) -> Self {
        let (all, trouble) = desk.cases();
        let here = all.first() == Some(&Case::Current);
        let row = usize::from(here && all.len() > 1);
        let mut cases = Self { all, lines: Vec::new(), row, confirms: false, at_start, trouble };
        cases.read(desk);
        cases
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether a deletion waits to be confirmed.
    #[must_use]
    pub fn confirms(&self) -> bool {
        self.confirms
    }

    /// Reads the rows around the focus that were not read yet: a folder of thousands is never read whole.
    fn read(&mut self, desk: &Desk) {
        let first = self.row.saturating_sub(READ / 2);
        for row in first..(first + READ).min(self.all.len()) {
            if self.lines.iter().all(|(read, _)| *read != row)
                && let Some(case) = self.all.get(row)
            {
                self.lines.push((row, desk.case_line(case)));
            }
        }
    }

    fn line(&self, row: usize) -> Option<&Result<CaseLine, StoreError>> {
        self.lines.iter().find(|(read, _)| *read == row).map(|(_, line)| line)
    }
}

/// Does a command.
pub fn run(state: &mut State, cmd: Cmd) {
    let Some(Overlay::Cases(overlay)) = state.overlays.last_mut() else { return };
    match (overlay.confirms, cmd) {
        (true, Cmd::DeleteSurely) => delete(state),
        (true, _) => overlay.confirms = false,
        (false, Cmd::Choose) => go(state),
        (false, Cmd::Delete) => overlay.confirms = !overlay.all.is_empty(),
        (false, Cmd::NextPerson) => {
            state.overlays.pop();
            update::next_person(state);
        }
        _ => {
            overlay.row = moved(overlay.row, overlay.all.len().saturating_sub(1), cmd);
            overlay.read(&state.desk);
        }
    }
}

fn go(state: &mut State) {
    let Some(Overlay::Cases(overlay)) = state.overlays.last() else { return };
    let Some(case) = overlay.all.get(overlay.row).cloned() else {
        state.overlays.pop();
        return;
    };
    update::keep_draft(state);
    match state.desk.go_to_case(&case) {
        Ok(unread) => {
            state.overlays.pop();
            state.said = state.desk.phrases().unread(&unread).map_or(Message::Nothing, Message::Text);
            state.pane = Pane::Check;
            update::another(state);
            state.check.row = check::update::current_row(state);
            check::update::begin(state);
        }
        Err(trouble) => refused(state, &trouble),
    }
}

fn delete(state: &mut State) {
    let Some(Overlay::Cases(overlay)) = state.overlays.last_mut() else { return };
    overlay.confirms = false;
    let (row, Some(case)) = (overlay.row, overlay.all.get(overlay.row).cloned()) else { return };
    let at_start = overlay.at_start;
    match state.desk.delete_case(&case) {
        Ok(()) => {
            if case == Case::Current {
                state.part = Part::List;
                update::another(state);
            }
            let mut cases = Cases::new(&state.desk, at_start);
            cases.row = row.min(cases.all.len().saturating_sub(1));
            cases.read(&state.desk);
            state.overlays.pop();
            state.overlays.push(Overlay::Cases(cases));
            state.said = Message::Msg(Msg::SaidDeleted);
        }
        Err(trouble) => refused(state, &trouble),
    }
}

/// Says why not; the list is read anew, since what it said is no longer so.
fn refused(state: &mut State, trouble: &StoreError) {
    state.said = Message::Text(state.desk.phrases().case_error(trouble));
    let Some(Overlay::Cases(overlay)) = state.overlays.pop() else { return };
    let mut cases = Cases::new(&state.desk, overlay.at_start);
    cases.row = overlay.row.min(cases.all.len().saturating_sub(1));
    cases.read(&state.desk);
    state.overlays.push(Overlay::Cases(cases));
}
