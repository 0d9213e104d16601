//! The cases: go to one, begin with the next person, or delete one.
//!
//! ```text
//! Cases                                                                 4
//!   K7Q2  [?] Colombia      Venezuelan  to ask: 18 or older         current
//! > M3XD  [+] Ecuador       Haitian     minimum answered        kept  2 d
//!   T9GH  [?] Costa Rica    Nicaraguan  to ask: Came       open elsewhere
//! ```
//!
//! `w` shows what is due in place of the list:
//!
//! ```text
//! What is due
//!
//! 17 May 2026
//!   K7Q2: Counselling session in IOM's office, 17-31 May 2026, by IOM
//! ```

mod asking;
mod due;
mod view;

use tui_input::{Input, InputRequest};

use crate::case::{Code, StoreError};
use crate::content::Msg;
use crate::desk::{Action, Case, CaseLine, Desk, Outcome};
use crate::text::fold;
use crate::tui::component::{Effect, EventContext, Extent, Flow, Message, Overlay, View};
use crate::tui::field;
use crate::tui::focus::Focus;
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::motion::moved;
use crate::tui::page::Page;

use asking::{Asking, Operation};
use due::WhatIsDue;

/// The longest code that is taken, in characters.
const LONGEST: usize = 8;

/// Lines that are read ahead of what can show: no screen is higher.
const READ: usize = 60;

/// The list, and what was read of it so far.
#[derive(Debug)]
pub(super) struct Cases {
    all: Vec<Case>,
    lines: Vec<(usize, Result<CaseLine, StoreError>)>,
    row: usize,
    /// The code that is being typed, which leads to its case.
    typed: Input,
    /// What is asked about the selected case, where something is about to be done with it.
    asks: Option<Asking>,
    /// What is due, while that is shown and not the list.
    due: Option<WhatIsDue>,
    /// Whether it opened by itself, because cases were left over.
    at_start: bool,
    /// Why the folder could not be listed.
    error: Option<StoreError>,
}

impl Cases {
    /// The list, with the focus on the person who was at the desk before this one.
    pub(super) fn new(desk: &Desk, at_start: bool) -> Self {
        let (all, error) = desk.cases();
        let here = all.first() == Some(&Case::Current);
        let row = usize::from(here && all.len() > 1);
        let mut cases =
            Self { all, lines: Vec::new(), row, typed: Input::default(), asks: None, due: None, at_start, error };
        cases.read(desk);
        cases
    }

    /// Lists anew: what was listed is no longer so.
    fn reread(&mut self, desk: &Desk) {
        let cases = Self::new(desk, self.at_start);
        *self = Self { row: self.row.min(cases.last()), ..cases };
        self.read(desk);
    }

    fn last(&self) -> usize {
        self.all.len().saturating_sub(1)
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

    fn code(&self, row: usize) -> Option<Code> {
        match self.all.get(row)? {
            Case::Stored(code) => Some(code.clone()),
            Case::Current | Case::AtDesk(_) => self.line(row)?.as_ref().ok()?.code.clone(),
        }
    }

    /// Whether a row is the case of the code that is typed so far.
    fn is_typed(&self, row: usize) -> bool {
        let typed = fold(self.typed.value().trim()).to_uppercase();
        self.code(row).is_some_and(|code| code.as_str().starts_with(&typed))
    }

    /// Whether another case than the one in focus is typed, or a code that more than one begins with.
    fn is_elsewhere(&self) -> bool {
        let is_only = || (0..self.all.len()).filter(|row| self.is_typed(*row)).count() == 1;
        !self.typed.value().is_empty() && (!self.is_typed(self.row) || !is_only())
    }

    /// Puts the focus on the case whose code is being typed.
    fn follow(&mut self, cx: &mut EventContext<'_>) {
        match (0..self.all.len()).find(|row| self.is_typed(*row)) {
            Some(row) => self.row = row,
            None => cx.tell(Msg::SaidNoCase),
        }
        self.read(cx.desk);
    }

    fn go(&mut self, cx: &mut EventContext<'_>) {
        if self.is_elsewhere() {
            return cx.tell(Msg::SaidNoCase);
        }
        let Some(case) = self.all.get(self.row) else { return cx.effect(Effect::Pop) };
        let outcome = cx.apply(Action::GoToCase(case.clone()));
        let held = if let Outcome::StoreFailed(StoreError::HeldBy { code, .. }) = &outcome { Some(code) } else { None };
        let asks = held.map(|code| Asking::new(Operation::TakeOver, Some(code.clone())));
        self.gone(&outcome, cx);
        if asks.is_some() {
            self.asks = asks;
            cx.effect(Effect::Loop(Flow::Flush));
        }
    }

    fn take_over(&mut self, asked: &Asking, cx: &mut EventContext<'_>) {
        if let Some(code) = asked.code() {
            let outcome = cx.apply(Action::TakeOver(code.clone()));
            self.gone(&outcome, cx);
        }
    }

    /// Leaves the list for the case, unless that could not be opened.
    fn gone(&mut self, outcome: &Outcome, cx: &mut EventContext<'_>) {
        if let Outcome::StoreFailed(_) = outcome {
            return self.reread(cx.desk);
        }
        cx.effect(Effect::Pop);
        cx.effect(Effect::BeginAnswering(None));
    }

    /// What is asked before the selected case is deleted.
    fn asked(&self) -> Option<Asking> {
        self.all.get(self.row).map(|_| Asking::new(Operation::Delete, self.code(self.row)))
    }

    fn delete(&mut self, cx: &mut EventContext<'_>) {
        let Some(case) = self.all.get(self.row) else { return };
        let outcome = cx.apply(Action::Delete(case.clone()));
        if outcome == Outcome::Deleted {
            *cx.message = Message::Text(cx.desk.deleted());
            if *case == Case::Current {
                cx.effect(Effect::Focus(Focus::List));
                cx.effect(Effect::PersonChanged);
            }
        }
        self.reread(cx.desk);
    }
}

impl Overlay for Cases {
    fn scopes(&self, _desk: &Desk) -> &'static [Scope] {
        match (&self.asks, self.all.is_empty()) {
            _ if self.due.is_some() => &[Scope::Due, Scope::Reading, Scope::Moving, Scope::Always],
            (Some(asks), _) => asks.scopes(),
            (None, true) => &[Scope::NoCases, Scope::Always],
            (None, false) if !self.typed.value().is_empty() => &[Scope::CaseCode, Scope::Always],
            (None, false) => &[Scope::Cases, Scope::Moving, Scope::Always],
        }
    }

    fn command(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) {
        match (&mut self.asks, cmd) {
            _ if self.due.is_some() => match cmd {
                Cmd::CaseList => (self.due, *cx.scroll) = (None, 0),
                _ => cx.scroll(cmd),
            },
            (None, Cmd::Due) => (self.due, *cx.scroll) = (Some(WhatIsDue::at(cx.desk)), 0),
            (Some(asks), Cmd::Up | Cmd::Down) => asks.step(cmd),
            (Some(_), _) => match (self.asks.take(), cmd) {
                (Some(asked), Cmd::Surely) if asked.operation() == Operation::TakeOver => self.take_over(&asked, cx),
                (Some(_), Cmd::Surely) => self.delete(cx),
                _ => *cx.message = Message::Msg(Msg::LinearLeft),
            },
            (None, Cmd::Choose) => self.go(cx),
            (None, Cmd::Stay) => self.typed.reset(),
            (None, Cmd::Delete) => {
                self.asks = self.asked();
                cx.effect(Effect::Loop(Flow::Flush));
            }
            (None, Cmd::NextPerson) => {
                cx.effect(Effect::Pop);
                cx.effect(Effect::Do(cmd));
            }
            _ => {
                self.typed.reset();
                self.row = moved(self.row, self.last(), cmd);
                self.read(cx.desk);
            }
        }
    }

    fn edit(&mut self, request: InputRequest, cx: &mut EventContext<'_>) {
        match &mut self.asks {
            Some(asks) => asks.edit(request),
            None if field::edit(&mut self.typed, request, LONGEST) => self.follow(cx),
            None => {}
        }
    }

    fn extent(&self) -> Extent {
        Extent::TwoThirds
    }

    fn page(&self, view: &View<'_>, width: u16, _rows: u16) -> Page {
        self.due.as_ref().map_or_else(|| view::page(self, view, width), |due| due.page(view, width))
    }
}
