//! The Check pane: one question while it is answered; the answers and what they come to while browsing.
//!
//! ```text
//! > 1 Country       Colombia                4 Came          some day in 2019
//!   2 Has a case    no                      5 Adult         prefers not to say
//!
//! COLOMBIA [?] CANNOT TELL YET: 1 of 5 met
//! ```

mod answering;
mod field;
pub mod rows;
mod view;

use tui_input::InputRequest;

use crate::case::Draft;
use crate::content::Msg;
use crate::desk::{Action, Desk};
use crate::find::HitKind;
use crate::tui::arrangement::{Arrangement, Shown};
use crate::tui::component::{Effect, EventContext, Pane, Title, View};
use crate::tui::field::digit;
use crate::tui::focus::Focus;
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::motion::moved;
use crate::tui::page::Page;

pub use field::{Field, FieldError};
use rows::{Row, rows};

/// The pane; the answers and the current question are the desk's.
#[derive(Debug, Default)]
pub struct CheckPane {
    mode: Mode,
    /// The fields that were left, each waiting for its question to be put again.
    left: Vec<Field>,
    /// Whether it went on by itself to the end: what is typed then was meant for it and is no command.
    has_ended: bool,
}

#[derive(Debug)]
enum Mode {
    /// Letters command.
    Browsing {
        row: usize,
    },
    Answering(Field),
}

impl Default for Mode {
    fn default() -> Self {
        Self::Browsing { row: 0 }
    }
}

impl CheckPane {
    /// The field of the question that is being answered.
    pub fn field(&self) -> Option<&Field> {
        match &self.mode {
            Mode::Answering(field) => Some(field),
            Mode::Browsing { .. } => None,
        }
    }

    /// The row of the list of answers, while browsing.
    pub fn row(&self) -> usize {
        match &self.mode {
            Mode::Browsing { row } => *row,
            Mode::Answering(_) => 0,
        }
    }

    /// What is half typed and may be stored, what was typed last as the last.
    pub fn drafts(&self) -> Vec<Draft> {
        let fields = self.left.iter().chain(self.field()).filter(|field| field.is_typed() && !field.withheld);
        let draft =
            |field: &Field| Draft { question: field.question.to_string(), text: field.input.value().to_owned() };
        fields.map(draft).collect()
    }

    /// Shows what undo or redo changed, in the list of answers. A field in which something is typed or marked goes on
    /// waiting for its question; a choice in it was that of an answer which is gone.
    pub fn answers_changed(&mut self, desk: &Desk) {
        self.set_aside();
        self.left.retain(|field| field.is_typed() || field.withheld);
        self.browse(current_row(desk));
    }

    fn browse(&mut self, row: usize) {
        self.mode = Mode::Browsing { row };
    }

    fn browsing(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) -> bool {
        match (cx.focus, cmd) {
            (_, Cmd::Back) if std::mem::take(&mut self.has_ended) => {}
            (_, Cmd::PartBefore) if std::mem::take(&mut self.has_ended) => {
                cx.apply(Action::Back);
                self.begin(None, cx);
            }
            (_, Cmd::Back | Cmd::NextPart | Cmd::PartBefore) => return false,
            (_, Cmd::ForRecord) => {
                cx.apply(Action::ForRecord);
                self.begin(None, cx);
            }
            (Focus::List, Cmd::Choose) => self.open_row(self.row(), cx),
            (Focus::List, _) if !matches!(cmd, Cmd::PageUp | Cmd::PageDown) => {
                self.set_row(moved(self.row(), rows(cx.desk).len().saturating_sub(1), cmd));
            }
            (_, Cmd::Choose) => {
                self.set_row(0);
                cx.effect(Effect::Focus(Focus::List));
            }
            (_, Cmd::Left | Cmd::Right) => {}
            _ => cx.scroll(cmd),
        }
        true
    }

    fn set_row(&mut self, to: usize) {
        if let Mode::Browsing { row } = &mut self.mode {
            *row = to;
        }
    }

    /// Puts the question of a row, answered before or not; or opens what the row stands for.
    fn open_row(&mut self, row: usize, cx: &mut EventContext<'_>) {
        match rows(cx.desk).get(row).copied() {
            Some(Row::Question(question)) => {
                let id = question.id.clone();
                cx.apply(Action::Put(id));
                self.begin(None, cx);
            }
            Some(Row::Pathways) => cx.effect(Effect::Do(Cmd::Pathways)),
            Some(Row::Bring) => cx.effect(Effect::Do(Cmd::Bring)),
            None => {}
        }
    }
}

impl Pane for CheckPane {
    fn scopes(&self, view: &View<'_>) -> &'static [Scope] {
        match (view.is_on(Focus::List), self.field()) {
            _ if self.has_ended && view.focus.is_some_and(|part| !matches!(part, Focus::Tabs(_))) => {
                &[Scope::FormEnded, Scope::Always]
            }
            (true, Some(field)) if field.is_empty() => &[Scope::EmptyField, Scope::Answering, Scope::Always],
            (true, Some(_)) => &[Scope::Answering, Scope::Always],
            (true, None) => &[Scope::Answers, Scope::Browse, Scope::Always],
            (false, _) => &[Scope::Result, Scope::Browse, Scope::Always],
        }
    }

    fn command(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) -> bool {
        if self.field().is_none() {
            return self.browsing(cmd, cx);
        }
        self.answering(cmd, cx);
        true
    }

    fn edit(&mut self, request: InputRequest, cx: &mut EventContext<'_>) {
        if self.field().is_some() {
            self.type_in(request, cx);
        } else if let Some(digit) = digit(request).filter(|_| !self.has_ended) {
            match digit.checked_sub(1).filter(|row| *row < rows(cx.desk).len()) {
                Some(row) => {
                    self.set_row(row);
                    self.open_row(row, cx);
                }
                None => cx.tell(Msg::SaidNoNumber),
            }
        }
    }

    fn paste(&mut self, text: &str, _cx: &mut EventContext<'_>) {
        if let Mode::Answering(field) = &mut self.mode {
            for c in text.chars() {
                field.edit(InputRequest::InsertChar(c));
            }
        }
    }

    fn has_field(&self) -> bool {
        self.field().is_some()
    }

    fn shown(&self, view: &View<'_>) -> Shown {
        match (self.has_field(), view.desk.check().is_empty()) {
            // In a quarter of the screen there is room for the question alone.
            (true, _) if view.geometry.shows_four => Shown::Nobody,
            (true, _) => Shown::Question,
            // Before the first answer there is nothing beside the questions.
            (false, true) => Shown::Nobody,
            (false, false) => Shown::Answers,
        }
    }

    fn title(&self, view: &View<'_>) -> Title {
        match self.shown(view).arrangement(view.area()) {
            _ if self.has_field() => Title::Own,
            Arrangement::Beside(_) | Arrangement::Alone => Title::Named(view.pane.msg()),
            // Above the result every row counts, and its bytes: the answers begin by themselves.
            _ => Title::Blank,
        }
    }

    fn list(&self, view: &View<'_>, width: u16) -> Page {
        match (self.field(), view.desk.question()) {
            (Some(field), Some(question)) => view::asked(view, field, question, width),
            _ => view::list(view, self.row(), width),
        }
    }

    fn detail(&self, view: &View<'_>, width: u16) -> Page {
        if self.has_field() { view::beside::page(view, width) } else { view::result::page(view, width) }
    }

    fn show(&mut self, hit: &HitKind, cx: &mut EventContext<'_>) {
        if let HitKind::Question(id) = hit {
            cx.desk.apply(Action::Put(id.clone()));
            self.begin(None, cx);
        }
    }

    fn opened(&mut self, cx: &mut EventContext<'_>) {
        self.set_row(current_row(cx.desk));
        if cx.desk.check().next(cx.desk.content(), cx.desk.as_of()).is_none() {
            cx.effect(Effect::Focus(Focus::Detail));
        }
    }

    fn left(&mut self, cx: &mut EventContext<'_>) {
        self.has_ended = false;
        self.leave_field(cx.desk);
    }

    fn clamp(&mut self, desk: &Desk) {
        if let Mode::Browsing { row } = &mut self.mode
            && *row > 0
        {
            *row = (*row).min(rows(desk).len().saturating_sub(1));
        }
    }

    fn reset(&mut self, cx: &mut EventContext<'_>) {
        *cx.scroll = 0;
        *self = Self::default();
    }
}

/// The row of the question that is needed next; the last answer where none is.
fn current_row(desk: &Desk) -> usize {
    let answered = desk.check().answered(desk.content());
    let used = answered.iter().filter(|a| !a.parked).count();
    let next = desk.check().next(desk.content(), desk.as_of());
    if next.is_some() { used } else { used.saturating_sub(1) }
}
