//! The question whether to quit although answers would be lost.
//!
//! ```text
//! Quit?
//!
//! The answers are not stored: quitting loses them.
//! ```

use ratatui::style::Style;

use crate::content::Msg;
use crate::desk::Desk;
use crate::tui::component::{Context, Effect, Flow, Overlay, View};
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::page::Page;

/// The question.
#[derive(Debug)]
pub(super) struct ConfirmQuit;

impl Overlay for ConfirmQuit {
    fn scopes(&self, _desk: &Desk) -> &'static [Scope] {
        &[Scope::Confirm, Scope::Always]
    }

    fn command(&mut self, cmd: Cmd, cx: &mut Context<'_>) {
        if cmd == Cmd::Choose {
            cx.effect(Effect::Loop(Flow::Quit));
        }
    }

    fn page(&self, view: &View<'_>, width: u16, _rows: u16) -> Page {
        let phrases = view.desk.phrases();
        let mut page = Page::new(width);
        page.text(0, phrases.get(Msg::QuitTitle), view.theme.strong());
        page.gap();
        page.focus_next(0);
        page.text(0, phrases.get(Msg::QuitWhy), Style::new());
        page
    }
}
