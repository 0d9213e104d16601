//! What to bring: each thing ready or missing. What is typed to be checked is forgotten with the next move.
//!
//! ```text
//! What to bring                                                  2 of 6 ready
//! The application is free. Beware of anyone who asks for money for it.  guide
//!
//! > [ ] Valid phone number                                            missing
//!       The call that sets the screening comes to this number.
//!       300 123                          After +57 come 8 or 10 digits, not 6
//!   [x] A clear photo of the person                                     ready
//! ```

mod view;

use tui_input::{Input, InputRequest};

use crate::content::{Item, ItemKind, Msg};
use crate::desk::{Action, ChecklistEdit, Desk};
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::overlay::Overlay;
use crate::tui::state::{Message, State};
use crate::tui::update::moved;

pub(in crate::tui) use view::count;
pub use view::page;

/// The longest text that is taken, in characters.
const LONGEST: usize = 80;

/// Where the focus is, and what is being checked.
#[derive(Debug, Default)]
pub struct Bring {
    row: usize,
    /// Whether the row of the focus is somebody of the family, who can be taken out.
    on_relative: bool,
    /// What is typed to be checked. It never leaves this field.
    input: Input,
    /// Whether the text was checked by Enter and found wrong.
    wrong: bool,
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// An item, by its place in the content.
    Item(usize),
    /// Somebody of the family, by their place.
    Relative(usize),
}

impl Bring {
    /// Where keys are looked up.
    #[must_use]
    pub fn scopes(&self) -> &'static [Scope] {
        match (self.on_relative, self.input.value().is_empty()) {
            (true, _) => &[Scope::Relative, Scope::Bring, Scope::Always],
            (false, false) => &[Scope::Checking, Scope::Bring, Scope::Always],
            (false, true) => &[Scope::Bring, Scope::Always],
        }
    }

    fn forget(&mut self) {
        self.input.reset();
        self.wrong = false;
    }
}

/// The rows: the family stands below the item that asks for it.
fn rows(desk: &Desk) -> Vec<Row> {
    let items = desk.content().items.iter().enumerate();
    let family = |item: &Item| if item.kind == ItemKind::Family { desk.bring().family().len() } else { 0 };
    items.flat_map(|(n, item)| std::iter::once(Row::Item(n)).chain((0..family(item)).map(Row::Relative))).collect()
}

/// The item of a row that is one.
fn item_at(desk: &Desk, row: usize) -> Option<&Item> {
    match rows(desk).get(row)? {
        Row::Item(n) => desk.content().items.get(*n),
        Row::Relative(_) => None,
    }
}

/// Does a command.
pub fn run(state: &mut State, cmd: Cmd) {
    let last = rows(&state.desk).len().saturating_sub(1);
    let Some(Overlay::Bring(overlay)) = state.overlays.last_mut() else { return };
    match cmd {
        Cmd::Choose => choose(state),
        Cmd::TakeOut => take_out(state),
        _ => {
            let to = moved(overlay.row, last, cmd);
            if to != overlay.row {
                overlay.forget();
            }
            overlay.row = to;
        }
    }
    clamp(state);
}

/// Marks the row ready or missing. With something typed, checks that first; what is wrong stays to be mended.
fn choose(state: &mut State) {
    let Some(Overlay::Bring(overlay)) = state.overlays.last_mut() else { return };
    let (row, typed) = (overlay.row, overlay.input.value().to_owned());
    let edit = match rows(&state.desk).get(row) {
        Some(Row::Relative(n)) => {
            let ready = state.desk.bring().family().get(*n).is_some_and(|relative| relative.ready);
            ChecklistEdit::Relative(*n, !ready)
        }
        Some(Row::Item(n)) => {
            let Some(item) = state.desk.content().items.get(*n) else { return };
            if !typed.is_empty() && !state.desk.looks_right(item.kind, &typed) {
                overlay.wrong = true;
                return;
            }
            let ready = !typed.is_empty() || !state.desk.bring().is_ready(&item.id);
            ChecklistEdit::Item(item.id.clone(), ready)
        }
        None => return,
    };
    overlay.forget();
    apply(state, edit);
}

fn take_out(state: &mut State) {
    let Some(Overlay::Bring(overlay)) = state.overlays.last() else { return };
    if let Some(Row::Relative(n)) = rows(&state.desk).get(overlay.row).copied() {
        apply(state, ChecklistEdit::Remove(n));
    }
}

fn apply(state: &mut State, edit: ChecklistEdit) {
    state.said = state.desk.apply(Action::Bring(edit)).map_or(Message::Nothing, Message::Msg);
}

/// Types: at the family a digit adds a relation, at contact data the text is checked.
pub fn edit(state: &mut State, request: InputRequest) {
    let Some(Overlay::Bring(overlay)) = state.overlays.last_mut() else { return };
    let kind = item_at(&state.desk, overlay.row).map_or(ItemKind::Plain, |item| item.kind);
    match (kind, request) {
        (ItemKind::Family, InputRequest::InsertChar(c)) => add(state, c),
        (ItemKind::Plain, InputRequest::InsertChar(_)) => state.said = Message::Msg(Msg::SaidNothingToType),
        (ItemKind::Family | ItemKind::Plain, _) => {}
        (_, InputRequest::InsertChar(_)) if overlay.input.value().chars().count() >= LONGEST => {}
        _ => {
            let changed = overlay.input.handle(request).is_some_and(|change| change.value);
            overlay.wrong &= !changed;
        }
    }
    clamp(state);
}

fn add(state: &mut State, digit: char) {
    let place = digit.to_digit(10).and_then(|n| usize::try_from(n).ok()).and_then(|n| n.checked_sub(1));
    let relation = place.and_then(|n| state.desk.content().relations.get(n)).map(|relation| relation.id.clone());
    match relation {
        Some(relation) => apply(state, ChecklistEdit::Add(relation)),
        None => state.said = Message::Msg(Msg::SaidNoNumber),
    }
}

/// Keeps the focus on a row that there is.
fn clamp(state: &mut State) {
    let rows = rows(&state.desk);
    let Some(Overlay::Bring(overlay)) = state.overlays.last_mut() else { return };
    overlay.row = overlay.row.min(rows.len().saturating_sub(1));
    overlay.on_relative = matches!(rows.get(overlay.row), Some(Row::Relative(_)));
}
