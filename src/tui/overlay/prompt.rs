//! What says one thing and waits for the key that ends it: the question whether to quit although answers would be lost,
//! whether to begin anew with newer content, and the hidden screen, on which nothing of the person can be seen.
//!
//! ```text
//! Quit?
//!
//! The answers are not stored: quitting loses them.
//! ```
//!
//! ```text
//! The screen is hidden. The answers are kept.
//! ```

use ratatui::style::Style;

use crate::content::Msg;
use crate::desk::Desk;
use crate::tui::component::{Effect, EventContext, Extent, Flow, Overlay, View};
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::page::Page;

#[derive(Debug)]
pub(super) enum Prompt {
    Quit,
    Newer,
    Hidden,
}

impl Overlay for Prompt {
    fn scopes(&self, _desk: &Desk) -> &'static [Scope] {
        match self {
            Self::Quit => &[Scope::Confirm, Scope::Always],
            Self::Newer => &[Scope::Newer, Scope::Always],
            Self::Hidden => &[Scope::Hidden, Scope::Always],
        }
    }

    fn command(&mut self, cmd: Cmd, cx: &mut EventContext<'_>) {
        match (self, cmd) {
            (Self::Quit, Cmd::Choose) => cx.effect(Effect::Loop(Flow::Quit)),
            (Self::Newer, Cmd::Choose) => cx.effect(Effect::Loop(Flow::Anew)),
            (Self::Hidden, Cmd::Show) => cx.effect(Effect::Pop),
            _ => {}
        }
    }

    fn extent(&self) -> Extent {
        match self {
            Self::Quit | Self::Newer => Extent::Half,
            Self::Hidden => Extent::Cover,
        }
    }

    fn page(&self, view: &View<'_>, width: u16, _rows: u16) -> Page {
        let (phrases, mut page) = (view.desk.phrases(), Page::new(width));
        let (text, style) = match self {
            Self::Quit => {
                page.text(0, phrases.get(Msg::QuitTitle), view.theme.strong());
                page.gap();
                (Msg::QuitWhy, Style::new())
            }
            Self::Newer => {
                page.text(0, phrases.get(Msg::NewerTitle), view.theme.strong());
                page.gap();
                let loses = view.desk.has_unsaved();
                (if loses { Msg::QuitWhy } else { Msg::NewerWhy }, Style::new())
            }
            Self::Hidden => (Msg::HiddenScreen, view.theme.quiet()),
        };
        page.focus_next(0);
        page.text(0, phrases.get(text), style);
        page
    }
}
