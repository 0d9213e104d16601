//! The whole screen.
//!
//! ```text
//!  SMO  o Offices  r Requirements  p Process  c Check             en  no person
//!  (!) Reported ended, Feb 2025. Guide: Aug 2024 or later.               ! all
//!  Offices_____________|_Colombia_____________________________________________
//!  > Colombia    (!)   | (!) No longer active, takes no applications     portal
//!    Costa Rica  (!)   |
//!
//!  ? help  Enter open  c check a person  n next person  / find  q quit
//! ```

pub mod footer;
mod header;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use super::app::App;
use super::component::{Extent, View};
use super::focus::{Focus, PaneId};
use super::geometry::Geometry;
use super::layout::{self, PanePages};
use super::page::Page;
use crate::content::Msg;
use crate::text::is_text;

/// Where the focus is on the screen, and whether there is more below than shows.
type Drawn = (Option<(u16, u16)>, bool);

/// Draws the screen. The real cursor stands where the focus is: screen readers follow it.
pub fn draw(app: &App, frame: &mut Frame<'_>) {
    let cursor = render(app, frame.area(), frame.buffer_mut());
    frame.set_cursor_position(cursor);
}

/// Draws the screen into a buffer and says where the focus is.
pub fn render(app: &App, area: Rect, buf: &mut Buffer) -> Position {
    let geometry = app.geometry_now().within(area);
    let cursor = if geometry.is_too_small() {
        too_small(app, area, buf)
    } else {
        header::draw(app, &geometry, buf);
        let (cursor, more) = body(app, &geometry, buf);
        footer::draw(app, &geometry, more, buf);
        cursor.or_else(|| header::cursor(app, &geometry))
    };
    if app.theme.ascii {
        to_ascii(buf);
    }
    only_text(buf);
    // Over a terminal that shrank since, the focus can be outside of it.
    let inside = cursor.map(Position::from).filter(|at| area.contains(*at));
    inside.unwrap_or_else(|| area.as_position())
}

fn too_small(app: &App, area: Rect, buf: &mut Buffer) -> Option<(u16, u16)> {
    let mut page = Page::new(area.width);
    page.focus_next(0);
    page.text(0, app.desk.phrases().get(Msg::TooSmall), app.theme.strong());
    page.draw(area, 0, buf)
}

fn body(app: &App, geometry: &Geometry, buf: &mut Buffer) -> Drawn {
    let Some(layer) = app.overlays.last() else { return panes(app, geometry, buf) };
    if layer.overlay.extent() != Extent::Cover {
        panes(app, geometry, buf);
    }
    let placed = layout::overlay(layer, &app.view(app.pane, geometry));
    let area = placed.area;
    let gap = u16::from(area.y > geometry.body.y);
    let edge = Rect { y: area.y - gap, height: gap, ..area };
    Clear.render(edge.union(area), buf);
    buf.set_style(edge, app.theme.edge());
    // What is scrolled away from its focus is read from the top of what shows.
    (placed.draw(buf).or(Some((area.x, area.y))), placed.goes_on())
}

/// All four panes at once, or the one with the focus. A line parts left from right, titles part what is above each other.
///
/// ```text
/// o Offices__________________________ | r Requirements________________________
/// > Colombia            (!) [+]                      [Colombia]    Costa Rica
///   Costa Rica          (!) [-]        Nationality  +CU HT VE      NI VE EC
///
///  p Process                            c Check
///    1 |   Online form                   1 Country  Colombia   2 Has a case  no
/// ```
fn panes(app: &App, geometry: &Geometry, buf: &mut Buffer) -> Drawn {
    if !geometry.shows_four {
        return pane(app, &app.view(app.pane, geometry), buf);
    }
    let mut focused = (None, false);
    let right = geometry.quarter(PaneId::Requirements);
    let line = Rect { x: right.x.saturating_sub(2), width: 1, ..geometry.body };
    for row in line.intersection(geometry.body).rows() {
        Line::raw("│").render(row, buf);
    }
    for id in PaneId::ALL {
        let title = Rect { height: 1, ..geometry.quarter(id) }.intersection(geometry.body);
        let blanks = " ".repeat(title.width.into());
        let style = app.theme.title_of(id == app.pane);
        Line::styled(format!("{}{blanks}", header::label(app, id).trim_start()), style).render(title, buf);
        let drawn = pane(app, &app.view(id, geometry), buf);
        if id == app.pane {
            focused = drawn;
        }
    }
    focused
}

fn pane(app: &App, view: &View<'_>, buf: &mut Buffer) -> Drawn {
    let (pane, _) = app.panes.get(view.pane);
    let pages = PanePages::of(pane, view);
    for row in pages.line().into_iter().flat_map(Rect::rows) {
        Line::raw("│").render(row, buf);
    }
    let PanePages { list, detail } = pages;
    let mut cursor = list.as_ref().and_then(|list| list.draw(buf));
    let mut more = list.is_some_and(|list| list.goes_on());
    if let Some(detail) = detail {
        let at = detail.draw(buf);
        if !(pane.pages_list() && view.is_on(Focus::List)) {
            more = pane.is_glance(view) || detail.goes_on();
        }
        if view.is_on(Focus::Detail) {
            // A page that is scrolled away from its focus is being read from the top of what shows.
            cursor = at.or(Some((detail.area.x, detail.area.y)));
            mark_focus(cursor.filter(|at| view.area().contains(Position::from(*at))), buf);
        }
    }
    (cursor, more)
}

/// Points at the focused line of a detail from the blank beside it, where it has no mark of its own: without colours
/// nothing else would tell that the list has the focus no more.
fn mark_focus(cursor: Option<(u16, u16)>, buf: &mut Buffer) {
    let Some((x, y)) = cursor else { return };
    let is = |x, symbol| buf.cell((x, y)).is_some_and(|cell| cell.symbol() == symbol);
    let Some(beside) = x.checked_sub(1).filter(|beside| is(*beside, " ") && !is(x, ">")) else { return };
    buf.set_string(beside, y, ">", Style::new());
}

/// Puts an ASCII character for every other one: the screen keeps its columns.
fn to_ascii(buf: &mut Buffer) {
    for cell in &mut buf.content {
        if !cell.symbol().is_ascii() {
            // A single full stop would end the sentence that is cut there.
            let plain = if cell.symbol() == "…" { "~".to_owned() } else { crate::text::ascii(cell.symbol()) };
            let mut letter = [0; 4];
            let first = plain.chars().next().filter(|c| !c.is_control()).unwrap_or('?');
            cell.set_symbol(first.encode_utf8(&mut letter));
        }
    }
}

/// Blanks what is no text, from whatever file or variable it came: a mark on a letter is none that could be seen.
fn only_text(buf: &mut Buffer) {
    let is_other = |symbol: &str| !symbol.is_ascii() && !symbol.chars().all(is_text);
    for cell in buf.content.iter_mut().filter(|cell| is_other(cell.symbol())) {
        cell.set_char(' ');
    }
}

#[cfg(test)]
mod tests;
