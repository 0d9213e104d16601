//! The whole screen.
//!
//! ```text
//!  SMO  [o Offices]  r Requirements  p Process  c Check           en  no person
//!  (!) Reported ended, Feb 2025. Guide: Aug 2024 or later.               ! all
//!
//!  > Colombia    (!)    COLOMBIA
//!    Costa Rica  (!)    (!) No longer active, takes no applications     portal
//!
//!  ? help  Enter open  c check a person  n next person  / find  q quit
//! ```

pub mod footer;
mod four;
mod header;
mod overlay_view;
mod regions;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::page::Page;
use super::pane::{check, offices, process, requirements};
use super::state::{Pane, Part, State};
use crate::content::Msg;
use regions::Shape;

/// Rows of a body from which all of a detail stands beside its list at once.
const LEISURE: u16 = 24;

/// How far the page shown can be scrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The pane's detail.
    pub pane: usize,
    /// The topmost overlay.
    pub overlay: usize,
}

/// The scroll limits of what is shown.
#[must_use]
pub fn scroll_limits(state: &State) -> Limits {
    let regions = regions::of(state);
    let unseen = |page: &Page, area: Rect| page.len().saturating_sub(usize::from(area.height));
    let overlay = overlay_view::page(state, regions.body).map_or(0, |(page, area)| unseen(&page, area));
    let shape = shape(state, state.pane, area_of(state, state.pane, regions.body));
    let pane = shape.detail.map_or(0, |area| unseen(&detail(state, state.pane, area.width), area));
    Limits { pane, overlay }
}

/// Rows that a pane has.
#[must_use]
pub fn height_of(state: &State, pane: Pane) -> u16 {
    area_of(state, pane, regions::of(state).body).height
}

/// Where a pane stands: all of the body, or below its title in its quarter of it.
fn area_of(state: &State, pane: Pane, body: Rect) -> Rect {
    if state.shows_four() { four::area_of(pane, body) } else { body }
}

/// Where the list of the pane is; the body where its detail has that for itself.
#[must_use]
pub fn list_area(state: &State) -> Rect {
    let body = regions::of(state).body;
    shape(state, state.pane, body).list.unwrap_or(body)
}

/// Whether the focus goes along a list and what stands beside is only glanced at: it says what matters most, and what
/// is read at leisure follows when it is opened or scrolled.
#[must_use]
pub fn is_glance(state: &State, pane: Pane) -> bool {
    let scroll = match pane {
        Pane::Offices => state.offices.scroll,
        Pane::Process => 0,
        Pane::Requirements | Pane::Check => return false,
    };
    !state.is_on(pane, Part::Detail) && scroll == 0 && height_of(state, pane) < LEISURE
}

/// Rows of the topmost overlay; of the body where there is none.
#[must_use]
pub fn overlay_height(state: &State) -> u16 {
    let body = regions::of(state).body;
    overlay_view::page(state, body).map_or(body.height, |(_, area)| area.height)
}

/// Rows of the pane's detail: those of the body where it does not show.
#[must_use]
pub fn detail_height(state: &State) -> u16 {
    let area = area_of(state, state.pane, regions::of(state).body);
    shape(state, state.pane, area).detail.map_or(area.height, |area| area.height)
}

/// Draws the screen. The real cursor stands where the focus is: screen readers follow it.
pub fn draw(state: &State, frame: &mut Frame<'_>) {
    let cursor = render(state, frame.area(), frame.buffer_mut());
    frame.set_cursor_position(cursor);
}

/// Draws the screen into a buffer and says where the focus is.
pub fn render(state: &State, area: Rect, buf: &mut Buffer) -> Position {
    let regions = regions::of(state);
    let regions = regions.within(area);
    let cursor = if regions.is_too_small() {
        too_small(state, area, buf)
    } else {
        header::draw(state, &regions, buf);
        let (cursor, more) = body(state, regions.body, buf);
        footer::draw(state, &regions, more, buf);
        cursor.or_else(|| header::cursor(state, &regions))
    };
    if state.theme.ascii {
        to_ascii(buf);
    }
    // Over a terminal that shrank since, the focus can be outside of it.
    let inside = cursor.map(Position::from).filter(|at| area.contains(*at));
    inside.unwrap_or_else(|| area.as_position())
}

fn too_small(state: &State, area: Rect, buf: &mut Buffer) -> Option<(u16, u16)> {
    let mut page = Page::new(area.width);
    page.focus_next(0);
    page.text(0, state.desk.phrases().get(Msg::TooSmall), state.theme.strong());
    page.draw(area, 0, buf)
}

/// Whether a page goes on below an area.
fn below(page: &Page, scroll: usize, area: Rect) -> bool {
    page.len() > scroll + usize::from(area.height)
}

/// Draws the body. Says where the focus is, and whether there is more below than shows.
fn body(state: &State, area: Rect, buf: &mut Buffer) -> (Option<(u16, u16)>, bool) {
    let beneath = if overlay_view::is_hidden(state) {
        (None, false)
    } else if state.shows_four() {
        four::draw(state, area, buf)
    } else {
        pane(state, state.pane, area, buf)
    };
    overlay_view::draw(state, area, buf).unwrap_or(beneath)
}

fn pane(state: &State, of: Pane, area: Rect, buf: &mut Buffer) -> (Option<(u16, u16)>, bool) {
    let shape = shape(state, of, area);
    let (mut cursor, mut more) = (None, false);
    if let Some(area) = shape.list {
        let page = list(state, of, area.width);
        let on_map = of == Pane::Process && process::map::is_shown(state);
        let around = of == Pane::Process && state.shows_four();
        let scroll = match (on_map, around) {
            (true, _) => process::map::scroll(&page, area.height),
            (_, true) => centred(&page, area),
            _ => following(&page, area),
        };
        cursor = page.draw(area, scroll, buf);
        more = below(&page, scroll, area);
    }
    if let Some(area) = shape.detail {
        let mut page = detail(state, of, area.width);
        let scroll = detail_scroll(state, of, &page, area);
        if state.shows_four() && !state.is_on(of, Part::Detail) {
            page.cut(scroll + usize::from(area.height));
        }
        let at = page.draw(area, scroll, buf);
        // In the list of steps, PgDn moves along the list and not through the step.
        if !state.is_on(Pane::Process, Part::List) {
            more = is_glance(state, of) || below(&page, scroll, area);
        }
        if state.is_on(of, Part::Detail) {
            // A page that is scrolled away from its focus is being read from the top of what shows.
            cursor = at.or(Some((area.x, area.y)));
        }
    }
    (cursor, more)
}

fn shape(state: &State, pane: Pane, area: Rect) -> Shape {
    let rows = |width| list(state, pane, width).len();
    match pane {
        _ if state.shows_four() => regions::quarter(state, pane, area, rows(area.width)),
        Pane::Offices => regions::beside(state, area, offices::view::LIST),
        Pane::Process if process::map::is_shown(state) => regions::map(state, area),
        Pane::Process => regions::beside(state, area, process::view::LIST),
        Pane::Requirements | Pane::Check => regions::stacked(state, area, rows(area.width)),
    }
}

fn list(state: &State, pane: Pane, width: u16) -> Page {
    match pane {
        Pane::Offices => offices::view::list(state, width),
        Pane::Requirements => requirements::view::list(state, width),
        Pane::Process if process::map::is_shown(state) => process::map::list(state, width),
        Pane::Process => process::view::list(state, width),
        Pane::Check => check::view::list(state, width),
    }
}

fn detail(state: &State, pane: Pane, width: u16) -> Page {
    match pane {
        Pane::Offices => offices::view::page(state, width),
        Pane::Requirements => requirements::view::page(state, width),
        Pane::Process if process::map::is_over_a_line(state) => process::map::glance(state, width),
        Pane::Process => process::view::page(state, width),
        Pane::Check => check::view::result::page(state, width),
    }
}

fn detail_scroll(state: &State, of: Pane, page: &Page, area: Rect) -> usize {
    // Beside the pane with the focus, the others show what they begin with: an office's intake, before any verdict.
    if of != state.pane {
        return 0;
    }
    let scroll = match of {
        Pane::Offices => state.offices.scroll,
        Pane::Requirements => state.requirements.scroll,
        // The page opens at its title; from the second link on, the current link stays in sight.
        Pane::Process if state.process.link > 0 => state.process.scroll.max(following(page, area)),
        Pane::Process => state.process.scroll,
        Pane::Check => state.check.scroll,
    };
    scroll.min(page.len().saturating_sub(usize::from(area.height)))
}

/// The scroll that keeps the focus on the screen, with a line below it where there is one.
fn following(page: &Page, area: Rect) -> usize {
    let height = usize::from(area.height);
    let most = page.len().saturating_sub(height);
    page.focus().map_or(0, |(line, _)| (line + 2).saturating_sub(height)).min(most)
}

/// The scroll that has as much above the focus as below it.
fn centred(page: &Page, area: Rect) -> usize {
    let height = usize::from(area.height);
    let most = page.len().saturating_sub(height);
    page.focus().map_or(0, |(line, _)| line.saturating_sub(height / 2)).min(most)
}

/// Puts an ASCII character for every other one: the screen keeps its columns.
fn to_ascii(buf: &mut Buffer) {
    for cell in &mut buf.content {
        if !cell.symbol().is_ascii() {
            let plain = crate::text::ascii(cell.symbol());
            let mut letter = [0; 4];
            let first = plain.chars().next().filter(|c| !c.is_control()).unwrap_or('?');
            cell.set_symbol(first.encode_utf8(&mut letter));
        }
    }
}
