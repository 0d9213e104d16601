//! What is asked before a case is deleted, or taken from another desk: a choice of which the first is to leave it; before
//! it is deleted, also its code. No letter that somebody types for something else can be an answer.
//!
//! ```text
//! > M3XD  [+] Ecuador       Haitian     minimum answered        kept  2 d
//!     (!) Delete this case? Until 30 Nov 2026 it can be brought back from the
//!         trash folder.
//!         > leave it as it is
//!           delete it
//!           or type its code, then Enter: M3
//! ```

use ratatui::style::Style;
use tui_input::{Input, InputRequest};

use super::LONGEST;
use super::view::LEAD;
use crate::case::Code;
use crate::content::Msg;
use crate::tui::component::View;
use crate::tui::field;
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::page::{Page, Paragraph};

/// What is about to be done with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operation {
    Delete,
    TakeOver,
}

/// What is asked, and what was said so far.
#[derive(Debug)]
pub(super) struct Asking {
    operation: Operation,
    /// The case's code; none where nothing is stored.
    code: Option<Code>,
    is_selected: bool,
    input: Input,
}

impl Asking {
    pub(super) fn new(operation: Operation, code: Option<Code>) -> Self {
        Self { operation, code, is_selected: false, input: Input::default() }
    }

    pub(super) fn operation(&self) -> Operation {
        self.operation
    }

    pub(super) fn code(&self) -> Option<&Code> {
        self.code.as_ref()
    }

    /// The code that can be typed in place of a choice.
    fn typed_code(&self) -> Option<&Code> {
        self.code.as_ref().filter(|_| self.operation == Operation::Delete)
    }

    /// Whether Enter does it now.
    fn is_sure(&self) -> bool {
        let typed = self.input.value().trim();
        match self.typed_code() {
            _ if typed.is_empty() => self.is_selected,
            Some(code) => code.as_str().eq_ignore_ascii_case(typed),
            None => false,
        }
    }

    pub(super) fn scopes(&self) -> &'static [Scope] {
        if self.is_sure() { &[Scope::Surely, Scope::Asked, Scope::Always] } else { &[Scope::Asked, Scope::Always] }
    }

    /// Selects a choice; what was typed is no longer meant, also where a key was only held too long.
    pub(super) fn step(&mut self, cmd: Cmd) {
        (self.is_selected, self.input) = (cmd == Cmd::Down, Input::default());
    }

    pub(super) fn edit(&mut self, request: InputRequest) {
        if self.typed_code().is_some() && field::edit(&mut self.input, request, LONGEST) {
            self.is_selected = false;
        }
    }

    /// Adds the question to the page, below the line of the case.
    pub(super) fn draw(&self, view: &View<'_>, page: &mut Page) {
        let phrases = view.desk.phrases();
        let until = view.desk.trash_until().filter(|_| self.code.is_some());
        let (asked, operation) = match (self.operation, until) {
            (Operation::Delete, Some(until)) => {
                (phrases.fill(Msg::CaseDelete, &[("date", &phrases.day(until))]), Msg::KeyDeleteSurely)
            }
            (Operation::Delete, None) => (phrases.get(Msg::CaseDeleteForGood).to_owned(), Msg::KeyDeleteSurely),
            (Operation::TakeOver, _) => (phrases.get(Msg::CaseTakeOver).to_owned(), Msg::KeyTakeOver),
        };
        let set = Paragraph { indent: LEAD, mark: ("    (!)", view.theme.alert()), ..Paragraph::default() };
        page.paragraph(&asked, set);
        for (msg, is_chosen) in [(Msg::KeyLeaveIt, !self.is_sure()), (operation, self.is_sure())] {
            if is_chosen && self.input.value().is_empty() {
                page.focus_next(u16::try_from(LEAD).unwrap_or_default());
            }
            let (mark, style) = if is_chosen { (">", view.theme.strong()) } else { (" ", Style::new()) };
            page.text(LEAD, &format!("{mark} {}", phrases.get(msg)), style);
        }
        if self.typed_code().is_some() {
            let label = format!("  {} ", phrases.get(Msg::CaseDeleteCode));
            if !self.input.value().is_empty() {
                let column = LEAD + unicode_width::UnicodeWidthStr::width(&*label) + self.input.visual_cursor();
                page.focus_next(u16::try_from(column).unwrap_or_default());
            }
            page.text(LEAD, &format!("{label}{}", self.input.value()), Style::new());
        }
    }
}
