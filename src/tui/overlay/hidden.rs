//! The hidden screen: nothing of the person can be seen.
//!
//! ```text
//! The screen is hidden. The answers are kept.
//! ```

use crate::content::Msg;
use crate::desk::Desk;
use crate::tui::component::{Context, Effect, Extent, Overlay, View};
use crate::tui::keymap::{Cmd, Scope};
use crate::tui::page::Page;

/// The cover.
#[derive(Debug)]
pub(super) struct Hidden;

impl Overlay for Hidden {
    fn scopes(&self, _desk: &Desk) -> &'static [Scope] {
        &[Scope::Hidden, Scope::Always]
    }

    fn command(&mut self, cmd: Cmd, cx: &mut Context<'_>) {
        if cmd == Cmd::Show {
            cx.effect(Effect::Pop);
        }
    }

    fn extent(&self) -> Extent {
        Extent::Cover
    }

    fn page(&self, view: &View<'_>, width: u16, _rows: u16) -> Page {
        let mut page = Page::new(width);
        page.focus_next(0);
        page.text(0, view.desk.phrases().get(Msg::HiddenScreen), view.theme.quiet());
        page
    }
}
