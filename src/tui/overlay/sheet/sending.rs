//! What is asked before a sheet leaves by the terminal: a choice of which the first is to leave it. No letter sends it.
//!
//! ```text
//! (!) Send 3214 bytes to the printer at this terminal? …
//!     > leave it as it is
//!       send it
//! ```

use ratatui::style::Style;

use crate::content::Msg;
use crate::tui::component::View;
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::media::{MOST, Medium};
use crate::tui::page::{Page, Paragraph};
use crate::wording::Phrases;

/// How far the choices stand from the left.
const INDENT: usize = 4;

/// A text on its way, as long as nobody said that it may go.
#[derive(Debug)]
pub(super) struct Sending {
    medium: Medium,
    bytes: Vec<u8>,
    is_chosen: bool,
}

impl Sending {
    /// Asks about a text; where it is too long, what is said instead.
    pub(super) fn new(medium: Medium, text: &str, phrases: Phrases<'_>) -> Result<Self, String> {
        if text.len() > MOST {
            let values = [("n", &*text.len().to_string()), ("most", &*MOST.to_string())];
            return Err(phrases.fill(Msg::SheetTooLarge, &values));
        }
        Ok(Self { medium, bytes: medium.bytes(text), is_chosen: false })
    }

    pub(super) fn scopes(&self) -> &'static [Scope] {
        if self.is_chosen { &[Scope::Surely, Scope::Asked, Scope::Always] } else { &[Scope::Asked, Scope::Always] }
    }

    pub(super) fn step(&mut self, cmd: Cmd) {
        self.is_chosen = cmd == Cmd::Down;
    }

    /// What is sent, and what is said then.
    pub(super) fn send(self, phrases: Phrases<'_>) -> (Vec<u8>, String) {
        let said = self.counted(phrases, Msg::SheetPrinted, Msg::SheetCopied);
        (self.bytes, said)
    }

    pub(super) fn draw(&self, view: &View<'_>, page: &mut Page) {
        let phrases = view.desk.phrases();
        let asked = self.counted(phrases, Msg::SheetPrintAsks, Msg::SheetCopyAsks);
        page.paragraph(&asked, Paragraph { indent: INDENT, mark: ("(!)", view.theme.alert()), ..Paragraph::default() });
        for (msg, is_chosen) in [(Msg::KeyLeaveIt, !self.is_chosen), (Msg::KeySheetSend, self.is_chosen)] {
            let (mark, style) = if is_chosen { (">", view.theme.strong()) } else { (" ", Style::new()) };
            if is_chosen {
                page.focus_next(u16::try_from(INDENT).unwrap_or_default());
            }
            page.text(INDENT, &format!("{mark} {}", phrases.get(msg)), style);
        }
        page.gap();
    }

    fn counted(&self, phrases: Phrases<'_>, printer: Msg, clipboard: Msg) -> String {
        let msg = if self.medium == Medium::Printer { printer } else { clipboard };
        phrases.fill(msg, &[("n", &self.bytes.len().to_string())])
    }
}
