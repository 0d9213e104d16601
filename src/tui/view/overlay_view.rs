//! What lies over the panes: a band at the foot of the body, beneath an empty row. The pane above stays as it is, and
//! on a slow line is not sent again.
//!
//! ```text
//! > Colombia    (!)    COLOMBIA
//!   Costa Rica  (!)    (!) No longer active, takes no applications     portal
//!
//! Keys here   type to find one:
//!   Enter           open                   c               check a person
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::{below, following};
use crate::content::Msg;
use crate::tui::overlay::{Overlay, bring, cases, confirm, find, help, notices, reached, tracks};
use crate::tui::page::Page;
use crate::tui::state::State;

/// Rows of a body below which an overlay may take all of them.
const LEAST: u16 = 12;

/// The page of the topmost overlay and where it stands; nothing where there is none.
pub(super) fn page(state: &State, body: Rect) -> Option<(Page, Rect)> {
    let overlay = state.overlays.last()?;
    let most = most(overlay, body.height);
    let page = match overlay {
        Overlay::Help(overlay) => help::page(state, overlay, body.width),
        Overlay::Find(overlay) => find::page(state, overlay, body.width, most),
        Overlay::Notices(_) => notices::page(state, body.width),
        Overlay::Bring(overlay) => bring::page(state, overlay, body.width),
        Overlay::Cases(overlay) => cases::page(state, overlay, body.width),
        Overlay::Tracks(_) => tracks::page(state, body.width),
        Overlay::Reached(overlay) => reached::page(state, overlay, body.width),
        Overlay::ConfirmQuit => confirm::page(state, body.width),
        Overlay::Hidden => return Some((hidden(state, body.width), body)),
    };
    let needed = u16::try_from(page.len()).unwrap_or(u16::MAX);
    let rows = needed.min(most);
    Some((page, Rect { y: body.bottom() - rows, height: rows, ..body }))
}

/// The most rows of an overlay: what is read has more of the body than what is looked up.
fn most(overlay: &Overlay, body: u16) -> u16 {
    match overlay {
        _ if body < LEAST => body,
        // A task of its own: nothing above it is needed for it.
        Overlay::Bring(_) | Overlay::Tracks(_) => body,
        Overlay::Notices(_) | Overlay::Cases(_) => body * 2 / 3,
        _ => body / 2,
    }
}

fn hidden(state: &State, width: u16) -> Page {
    let mut page = Page::new(width);
    page.focus_next(0);
    page.text(0, state.desk.phrases().get(Msg::HiddenScreen), state.theme.quiet());
    page
}

/// Whether nothing of the panes may show.
pub(super) fn is_hidden(state: &State) -> bool {
    matches!(state.overlays.last(), Some(Overlay::Hidden))
}

/// Draws the topmost overlay. Says where the focus is, and whether there is more below than shows.
pub(super) fn draw(state: &State, body: Rect, buf: &mut Buffer) -> Option<(Option<(u16, u16)>, bool)> {
    let (page, area) = page(state, body)?;
    let gap = u16::from(area.y > body.y);
    Clear.render(Rect { y: area.y - gap, height: area.height + gap, ..area }, buf);
    let scroll = match state.overlays.last() {
        Some(Overlay::Help(overlay)) => overlay.scroll,
        Some(Overlay::Notices(overlay)) => overlay.scroll,
        Some(Overlay::Tracks(overlay)) => overlay.scroll,
        _ => following(&page, area),
    };
    Some((page.draw(area, scroll, buf), below(&page, scroll, area)))
}
