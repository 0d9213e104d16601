//! The map in the Process pane: the whole process as boxes and arrows, or the neighbourhood of the current step.
//!
//! ```text
//!            >8 Phone call <
//!            [~ a few weeks]
//!                  ↓
//!             [9 Screening]
//!
//!  8 A phone call for the screening  a few weeks  SMO staff
//! ```
//!
//! `@` closes the box of the step at which the person is.

use std::sync::{Arc, Mutex, PoisonError};

use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::view::{detail, who};
use super::{PictureMode, ProcessPane};
use crate::content::Msg;
use crate::process::detail::Detail;
use crate::process::{Expected, Map, MapOptions, Rect, WindowState};
use crate::tui::component::View;
use crate::tui::focus::Focus;
use crate::tui::geometry::Geometry;
use crate::tui::page::{Page, cut};

const NARROWEST: u16 = 60;

/// Links to either side of the step in its neighbourhood.
const NEAR: usize = 1;

/// Rows of a page that stay in sight: a box with its wait, and the line that leads on.
pub(super) const OVERLAP: u16 = 4;

/// What closes the box of the step at which the person is.
pub(super) const PLACE: &str = "@";

/// Whether there is room for all of the map, and not for a neighbourhood alone.
pub(super) fn fits(geometry: &Geometry) -> bool {
    geometry.size.0 >= NARROWEST
}

/// The map that was laid out last, and for what: a key and the picture after it need the same one. The content of a desk
/// never changes.
#[derive(Debug, Default)]
pub(super) struct Laid(Mutex<Option<(For, Arc<Map>)>>);

/// The options, and for a neighbourhood the step in its middle.
type For = (MapOptions, Option<usize>);

/// The map as it is shown, in so many cells.
pub(super) fn of(process: &ProcessPane, view: &View<'_>, width: u16) -> Arc<Map> {
    let model = &view.desk.content().process;
    let options = MapOptions { lang: view.desk.lang(), width: usize::from(width), charset: view.theme.charset() };
    let is_near = process.picture == PictureMode::Near || !fits(view.geometry);
    let wanted = (options, is_near.then(|| view.desk.walk().at));
    let mut last = process.laid.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, map)) = last.as_ref().filter(|(laid, _)| *laid == wanted) {
        return Arc::clone(map);
    }
    let map = Arc::new(wanted.1.map_or_else(|| Map::of(model, options), |at| Map::around(model, at, NEAR, options)));
    *last = Some((wanted, Arc::clone(&map)));
    map
}

/// The map, the box of the current step marked in it.
pub(super) fn list(process: &ProcessPane, view: &View<'_>, width: u16) -> Page {
    let mut page = Page::new(width);
    let map = of(process, view, width);
    let focused = map.rect(view.desk.walk().at);
    let place = view.desk.place().at(&view.desk.content().process).and_then(|step| map.rect(step));
    for (row, line) in map.lines.iter().enumerate() {
        let place = place.filter(|rect| rect.row == row);
        let line = place.map_or(line.clone(), |rect| put(line, rect.col + rect.width - 1));
        match focused.filter(|rect| rect.row == row) {
            Some(rect) => {
                page.focus_next(u16::try_from(rect.col).unwrap_or(u16::MAX));
                page.line(marked(view, &line, rect));
            }
            None => page.line(Line::raw(line)),
        }
    }
    page
}

fn marked(view: &View<'_>, line: &str, focused: Rect) -> Line<'static> {
    let (left, from_focus) = split(line, focused.col);
    let (label, right) = split(from_focus, focused.width);
    let inner = label.trim_start_matches('[');
    let label = match (view.is_on(Focus::List), inner.strip_suffix(']')) {
        (true, Some(inner)) => format!(">{inner}<"),
        (true, None) => format!(">{inner}"),
        _ => label.to_owned(),
    };
    Line::from(vec![Span::raw(left.to_owned()), Span::styled(label, view.theme.strong()), Span::raw(right.to_owned())])
}

fn put(line: &str, col: usize) -> String {
    let (left, from_cell) = split(line, col);
    format!("{left}{PLACE}{}", split(from_cell, 1).1)
}

/// A line before and after a cell.
fn split(line: &str, cells: usize) -> (&str, &str) {
    let mut used = 0;
    let inside = |piece: &&str| {
        used += piece.width();
        used <= cells
    };
    let bytes = line.graphemes(true).take_while(inside).map(str::len).sum();
    line.split_at_checked(bytes).unwrap_or((line, ""))
}

/// The current step in one line: its title, whether the person is there, how long it takes, who acts; and whether a notice bears on it.
pub(super) fn glance(view: &View<'_>, width: u16) -> Page {
    let mut page = Page::new(width);
    let desk = view.desk;
    let detail = detail(view);
    let mark = if detail.notices.is_empty() { "" } else { " (!)" };
    let title = format!("{} {}", detail.number, detail.step.title.get(desk.lang()));
    let is_place = desk.place().at(&desk.content().process) == Some(detail.number - 1);
    let here = if is_place { desk.phrases().get(Msg::YouAreHere) } else { "" };
    let said = [here.to_owned(), wait(view, &detail), who(view, detail.step)];
    let rest: String = said.iter().filter(|text| !text.is_empty()).flat_map(|text| ["  ", text]).collect();
    let room = usize::from(width).saturating_sub(mark.width() + title.width());
    page.line(Line::from(vec![
        Span::styled(title, view.theme.strong()),
        Span::styled(mark, view.theme.alert()),
        Span::raw(cut(&rest, room)),
    ]));
    page
}

/// How long the step takes; since the person is on the way to it, also when it is to be expected.
fn wait(view: &View<'_>, detail: &Detail<'_>) -> String {
    let (desk, phrases) = (view.desk, view.desk.phrases());
    let Some(wait) = &detail.step.wait else { return String::new() };
    let mut said = wait.short.get(desk.lang()).to_owned();
    let expected = Expected::of(&desk.content().process, desk.place(), detail.number - 1, desk.as_of());
    if let Some(expected) = expected.filter(|expected| expected.from.is_some()) {
        said = format!("{said}: {}", phrases.window(expected.min, expected.max));
        if matches!(expected.state, WindowState::Longer(_)) {
            said = format!("{said}; {}", phrases.get(Msg::WaitLonger));
        }
    }
    said
}
