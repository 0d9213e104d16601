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
use crate::content::Word;
use crate::tui::layer::{Layer, bring, cases, confirm, find, help, notices, reached, tracks};
use crate::tui::page::Page;
use crate::tui::state::State;

/// Rows of a body below which a layer may take all of them.
const LEAST: u16 = 12;

/// The page of the topmost layer and where it stands; nothing where there is none.
pub(super) fn page(state: &State, body: Rect) -> Option<(Page, Rect)> {
    let layer = state.layers.last()?;
    let most = most(layer, body.height);
    let page = match layer {
        Layer::Help(layer) => help::page(state, layer, body.width),
        Layer::Find(layer) => find::page(state, layer, body.width, most),
        Layer::Notices(_) => notices::page(state, body.width),
        Layer::Bring(layer) => bring::page(state, layer, body.width),
        Layer::Cases(layer) => cases::page(state, layer, body.width),
        Layer::Tracks(_) => tracks::page(state, body.width),
        Layer::Reached(layer) => reached::page(state, layer, body.width),
        Layer::ConfirmQuit => confirm::page(state, body.width),
        Layer::Hidden => return Some((hidden(state, body.width), body)),
    };
    let needed = u16::try_from(page.len()).unwrap_or(u16::MAX);
    let rows = needed.min(most);
    Some((page, Rect { y: body.bottom() - rows, height: rows, ..body }))
}

/// The most rows of a layer: what is read has more of the body than what is looked up.
fn most(layer: &Layer, body: u16) -> u16 {
    match layer {
        _ if body < LEAST => body,
        // A task of its own: nothing above it is needed for it.
        Layer::Bring(_) | Layer::Tracks(_) => body,
        Layer::Notices(_) | Layer::Cases(_) => body * 2 / 3,
        _ => body / 2,
    }
}

fn hidden(state: &State, width: u16) -> Page {
    let mut page = Page::new(width);
    page.focus_next(0);
    page.text(0, state.desk.speaker().word(Word::HiddenScreen), state.look.quiet());
    page
}

/// Whether nothing of the panes may show.
pub(super) fn is_hidden(state: &State) -> bool {
    matches!(state.layers.last(), Some(Layer::Hidden))
}

/// Draws the topmost layer. Says where the hand is, and whether there is more below than shows.
pub(super) fn draw(state: &State, body: Rect, buf: &mut Buffer) -> Option<(Option<(u16, u16)>, bool)> {
    let (page, area) = page(state, body)?;
    let gap = u16::from(area.y > body.y);
    Clear.render(Rect { y: area.y - gap, height: area.height + gap, ..area }, buf);
    let scroll = match state.layers.last() {
        Some(Layer::Help(layer)) => layer.scroll,
        Some(Layer::Notices(layer)) => layer.scroll,
        Some(Layer::Tracks(layer)) => layer.scroll,
        _ => following(&page, area),
    };
    Some((page.draw(area, scroll, buf), below(&page, scroll, area)))
}
