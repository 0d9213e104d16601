//! All four panes at once, linked by one office and one person. No lines part them: titles and space do.
//!
//! ```text
//! [o Offices]                          r Requirements
//! > Colombia            (!) [+]                      [Colombia]    Costa Rica
//!   Costa Rica          (!) [-]        Nationality  +CU HT VE      NI VE EC
//!
//!  p Process                            c Check
//!    1 |   Online form                   1 Country  Colombia   2 Has a case  no
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::{header, pane};
use crate::tui::state::{Pane, State};

/// Rows of the upper panes with their titles: a matrix, and the current rule.
const UPPER: u16 = 14;

/// The least cells of the panes on the left, and of those on the right: a matrix whose cells are not cut.
const LEFT: u16 = 36;
const RIGHT: u16 = 80;

/// Cells between panes beside each other.
const GAP: u16 = 2;

/// Where a pane stands, below its title.
pub(super) fn area_of(pane: Pane, body: Rect) -> Rect {
    let quarter = quarter(pane, body);
    Rect { y: quarter.y + 1, height: quarter.height.saturating_sub(1), ..quarter }
}

fn quarter(pane: Pane, body: Rect) -> Rect {
    let left = (LEFT + body.width.saturating_sub(LEFT + GAP + RIGHT) / 3).min(body.width);
    let upper = UPPER.max(body.height * 2 / 5).min(body.height);
    let (x, width) = match pane {
        Pane::Offices | Pane::Process => (body.x, left),
        Pane::Requirements | Pane::Check => (body.x + left + GAP, body.width.saturating_sub(left + GAP)),
    };
    let (y, height) = match pane {
        Pane::Offices | Pane::Requirements => (body.y, upper),
        Pane::Process | Pane::Check => (body.y + upper + 1, body.height.saturating_sub(upper + 1)),
    };
    Rect { x, y, width, height }
}

/// Draws all four. Says where the focus is, and whether there is more below in the pane that has it.
pub(super) fn draw(state: &State, body: Rect, buf: &mut Buffer) -> (Option<(u16, u16)>, bool) {
    let mut focused = (None, false);
    for one in Pane::ALL {
        let title = Rect { height: 1, ..quarter(one, body) }.intersection(body);
        Line::styled(header::label(state, one), state.theme.strong()).render(title, buf);
        let drawn = pane(state, one, area_of(one, body).intersection(body), buf);
        if one == state.pane {
            focused = drawn;
        }
    }
    focused
}
