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

use crate::content::{Item, ItemKind, Lookup, Msg};
use crate::desk::{Action, ChecklistEdit, Desk};
use crate::tui::component::{EventContext, Extent, Overlay, View};
use crate::tui::field::{self, digit};
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::motion::moved;
use crate::tui::page::Page;

/// The longest text that is taken, in characters.
const LONGEST: usize = 80;

/// The list, and what is typed to be checked.
#[derive(Debug, Default)]
pub(super) struct Bring {
    row: usize,
    /// It never leaves this field.
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

impl Row {
    /// The row of a number in the document: the family's numbers follow those of the items.
    fn of_number(desk: &Desk, number: usize) -> Option<Self> {
        let (n, items) = (number.checked_sub(1)?, desk.content().items.len());
        Some(n.checked_sub(items).map_or(Self::Item(n), Self::Relative))
    }
}

/// The rows: the family stands below the item that asks for it.
fn rows(desk: &Desk) -> Vec<Row> {
    let items = desk.content().items.iter().enumerate();
    let family = |item: &Item| if item.kind == ItemKind::Family { desk.checklist().family().len() } else { 0 };
    items.flat_map(|(n, item)| std::iter::once(Row::Item(n)).chain((0..family(item)).map(Row::Relative))).collect()
}

impl Overlay for Bring {
    fn scopes(&self, desk: &Desk) -> &'static [Scope] {
        match self.selected(desk) {
            Some(Row::Relative(_)) => &[Scope::Relative, Scope::Bring, Scope::Always],
            _ if self.input.value().is_empty() => &[Scope::Bring, Scope::Always],
            _ => &[Scope::Checking, Scope::Bring, Scope::Always],
        }
    }

    fn command(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) {
        match (cmd, self.selected(cx.desk)) {
            (Cmd::Choose, Some(row)) => self.choose(row, cx),
            (Cmd::TakeOut, Some(Row::Relative(n))) => self.apply(ChecklistEdit::Remove(n), cx),
            _ => self.select(moved(self.row, rows(cx.desk).len().saturating_sub(1), cmd)),
        }
    }

    /// At the family a digit adds a relation, at contact data the text is checked.
    fn edit(&mut self, request: InputRequest, cx: &mut EventContext<'_>) {
        let kind = self.item(cx.desk).map_or(ItemKind::Plain, |item| item.kind);
        match (kind, request) {
            (ItemKind::Family, InputRequest::InsertChar(_)) => self.add(digit(request), cx),
            (ItemKind::Plain, InputRequest::InsertChar(_)) => cx.tell(Msg::SaidNothingToType),
            (ItemKind::Family | ItemKind::Plain, _) => {}
            _ => self.wrong &= !field::edit(&mut self.input, request, LONGEST),
        }
    }

    /// Only where something is checked: a pasted digit adds nobody to the family.
    fn paste(&mut self, text: &str, cx: &mut EventContext<'_>) {
        if !matches!(self.item(cx.desk).map(|item| item.kind), None | Some(ItemKind::Plain | ItemKind::Family)) {
            text.chars().for_each(|c| self.edit(InputRequest::InsertChar(c), cx));
        }
    }

    fn extent(&self) -> Extent {
        Extent::Whole
    }

    fn page(&self, view: &View<'_>, width: u16, _rows: u16) -> Page {
        view::page(self, view, width)
    }
}

impl Bring {
    /// The selected row: the last one where those below it are gone.
    fn selected(&self, desk: &Desk) -> Option<Row> {
        let rows = rows(desk);
        rows.get(self.row).or(rows.last()).copied()
    }

    fn item<'d>(&self, desk: &'d Desk) -> Option<&'d Item> {
        match self.selected(desk)? {
            Row::Item(n) => Some(desk.content().items.at(n)),
            Row::Relative(_) => None,
        }
    }

    /// Goes to a row; what was typed at another one is forgotten.
    fn select(&mut self, row: usize) {
        if row != self.row {
            *self = Self { row, ..Self::default() };
        }
    }

    /// Marks the row ready or missing. With something typed, checks that first; what is wrong stays to be mended.
    fn choose(&mut self, row: Row, cx: &mut EventContext<'_>) {
        let (desk, typed) = (&*cx.desk, self.input.value());
        let edit = match row {
            Row::Relative(n) => {
                let ready = desk.checklist().family().get(n).is_some_and(|relative| relative.ready);
                ChecklistEdit::Relative(n, !ready)
            }
            Row::Item(n) => {
                let item = desk.content().items.at(n);
                if !typed.is_empty() && desk.looks(item.kind, typed).is_err() {
                    // What does not look right is not ready either, whatever was noted before.
                    let id = item.id.clone();
                    if desk.checklist().is_ready(&id) {
                        let typed = std::mem::take(&mut self.input);
                        self.apply(ChecklistEdit::Item(id, false), cx);
                        self.input = typed;
                    }
                    self.wrong = true;
                    return;
                }
                let was_ready = desk.checklist().is_ready(&item.id);
                // Where only a part can be typed, Enter with an empty field says that the rest is there.
                let ready = match typed {
                    "" => !was_ready,
                    _ => was_ready || item.kind.is_checked_whole(),
                };
                ChecklistEdit::Item(item.id.clone(), ready)
            }
        };
        self.apply(edit, cx);
    }

    fn add(&mut self, digit: Option<usize>, cx: &mut EventContext<'_>) {
        let place = digit.and_then(|n| n.checked_sub(1));
        let relation = place.and_then(|n| cx.desk.content().relations.get(n)).map(|relation| relation.id.clone());
        match relation {
            Some(relation) => self.apply(ChecklistEdit::Add(relation), cx),
            None => cx.tell(Msg::SaidNoNumber),
        }
    }

    fn apply(&mut self, edit: ChecklistEdit, cx: &mut EventContext<'_>) {
        cx.apply(Action::Checklist(edit));
        let row = self.row.min(rows(cx.desk).len().saturating_sub(1));
        *self = Self { row, ..Self::default() };
    }
}
