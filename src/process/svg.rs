//! The process as a picture to print: one upright page of A4, with a width of 2400 units.
//!
//! [`Plan`] places the boxes in columns of [`UNIT`]; rows are as high as their content. Nothing is fetched: no fonts, no
//! style sheets, no scripts.

mod beside;
mod boxes;
mod lanes;
mod legend;
mod lines;
mod typeset;

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::layout::connectors::{self, Drop, Net};
use super::layout::rows::{RowItem, What};
use super::layout::{Plan, Room};
use super::picture::Picture;
use beside::Beside;
use typeset::{Type, paragraphs};

/// Width and height of A4, in units.
const PAGE: (usize, usize) = (2400, 3394);
/// The width in millimetres.
const WIDE: usize = 210;
/// On every side.
const MARGIN: usize = 100;
/// The width of a column.
const UNIT: usize = 25;
const COLUMNS: usize = (PAGE.0 - 2 * MARGIN) / UNIT;
/// Lines stand apart, so that there is room for words beside them.
const ROOM: Room = Room { width: COLUMNS, gap: 5, pass: 3, apart: 8 };
/// The distance between two tracks of lines.
const TRACK: usize = 22;
/// The colour of lines and text that belong to no track.
const INK: &str = "#222222";
/// Secondary text.
const GREY: &str = "#555555";
/// Notices.
const ALARM: &str = "#9a3412";
/// Ink and background of a track; repeated where there are more tracks.
const HUES: [(&str, &str); 4] =
    [("#1d4f91", "#eef4fb"), ("#8a5a00", "#fdf6e7"), ("#3d6b35", "#f0f6ee"), ("#6b3f7d", "#f6f0f8")];

/// A box on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Frame {
    x: usize,
    y: usize,
    width: usize,
    height: usize,
}

/// A row of boxes, and the space between it and the next one.
struct Row {
    top: usize,
    bottom: usize,
    /// The top of the next row.
    next: usize,
    nets: Vec<Net>,
    beside: Vec<Beside>,
}

/// Everything placed so far, row by row.
struct Canvas<'a> {
    picture: &'a Picture<'a>,
    plan: &'a Plan,
    /// From the left margin to the first column.
    left: usize,
    boxes: BTreeMap<usize, Frame>,
    rows: Vec<Row>,
}

/// The picture as an SVG document.
pub fn write(picture: &Picture<'_>) -> String {
    let plan = Plan::of(picture.model, &picture.steps, ROOM, &|step| boxes::columns(picture, step));
    let (head, top) = head(picture);
    let page = Canvas::of(picture, &plan, top);
    let bottom = page.rows.last().map_or(top, |row| row.bottom);
    let (foot, bottom) = legend::draw(picture, bottom + 60);
    let height = bottom + MARGIN;
    let millimetres = |length: usize| format!("{}mm", length * WIDE / PAGE.0);
    let body = html! {
        svg xmlns="http://www.w3.org/2000/svg" lang=(picture.code) "xml:lang"=(picture.code) role="img"
            width=(millimetres(PAGE.0)) height=(millimetres(height.min(PAGE.1)))
            viewBox={ "0 0 " (PAGE.0) " " (height) }
            font-family="Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif" {
            title { (picture.title) }
            rect width=(PAGE.0) height=(height) fill="#ffffff" {}
            (head)
            (lanes::draw(&page))
            (lines::draw(&page))
            (boxes::draw(&page))
            (foot)
        }
    };
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", body.into_string())
}

/// Title, part, notices and the date of the guide; and the height at which the steps begin.
fn head(picture: &Picture<'_>) -> (Markup, usize) {
    let width = PAGE.0 - 2 * MARGIN;
    let titles = [(&picture.title, Type::TITLE)].into_iter().chain(picture.part.iter().map(|part| (part, Type::PART)));
    let (titles, below) = paragraphs(titles.map(|(words, kind)| (words, kind, INK)), (MARGIN, MARGIN), width);
    let top = below + 16;
    let notices = picture.notices.iter().map(|words| (words, Type::NOTICE, ALARM));
    let (notices, below) = paragraphs(notices, (MARGIN + 24, top + 14), width - 2 * 24);
    let has_notices = !picture.notices.is_empty();
    let guide = picture.guide.iter().map(|words| (words, Type::NOTE, GREY));
    let (guide, bottom) = paragraphs(guide, (MARGIN, if has_notices { below + 14 + 10 } else { top }), width);
    let markup = html! {
        @if has_notices {
            rect x=(MARGIN) y=(top) width=(width) height=(below + 14 - top) rx="14"
                fill="#fff4ec" stroke=(ALARM) stroke-width="4" {}
        }
        (titles)
        (notices)
        (guide)
    };
    (markup, bottom + 40)
}

impl<'a> Canvas<'a> {
    fn of(picture: &'a Picture<'a>, plan: &'a Plan, top: usize) -> Self {
        let right = plan.rows.each.iter().flatten().map(|item| item.x + item.width).max().unwrap_or_default();
        let left = MARGIN + (COLUMNS.saturating_sub(right)) * UNIT / 2;
        let mut page = Self { picture, plan, left, boxes: BTreeMap::new(), rows: Vec::new() };
        let mut top = top;
        for (at, items) in plan.rows.each.iter().enumerate() {
            let bottom = top + items.iter().map(|item| page.place(item, top)).max().unwrap_or_default();
            let nets = connectors::nets(&plan.rows, at, &plan.entries);
            let beside = beside::all(&page, &nets);
            let next = bottom + connectors::height(&nets) * TRACK + lines::head_room(&nets, &beside);
            page.rows.push(Row { top, bottom, next, nets, beside });
            top = next;
        }
        page
    }

    fn place(&mut self, item: &RowItem, y: usize) -> usize {
        let What::Step(step) = item.what else { return 0 };
        let height = boxes::height(self, step);
        let (x, width) = self.across(item);
        let frame = Frame { x, y, width, height };
        self.boxes.insert(step, frame);
        height
    }

    /// Whether every line to a step has the wait beside it; else it stands in the box.
    fn shows_wait(&self, step: usize) -> bool {
        let drops = self.rows.iter().flat_map(|row| row.nets.iter().flat_map(|net| &net.drops));
        let leads = |drop: &&Drop| drop.link.get(self.picture.model).to == step;
        let lines = drops.filter(|drop| drop.ends).filter(leads).count();
        let shown = self.rows.iter().flat_map(|row| &row.beside).filter(|beside| beside.to == step && beside.wait);
        lines > 0 && shown.count() == lines
    }

    fn across(&self, item: &RowItem) -> (usize, usize) {
        (self.left + item.x * UNIT, item.width * UNIT)
    }

    /// The middle of a column.
    fn column(&self, column: usize) -> usize {
        self.left + column * UNIT + UNIT / 2
    }
}

fn hue(picture: &Picture<'_>, step: usize) -> Option<(&'static str, &'static str)> {
    let track = picture.model.step(step).track.as_ref()?;
    let nth = picture.model.tracks.iter().position(|known| known.id == track.id)?;
    HUES.get(nth % HUES.len()).copied()
}

#[cfg(test)]
mod tests;
