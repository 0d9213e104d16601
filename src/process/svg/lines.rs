//! The lines between the boxes, and their heads.

use maud::{Markup, html};

use super::super::layout::connectors::{Drop, Net};
use super::super::layout::rows::{RowItem, What};
use super::beside::Beside;
use super::typeset::{Type, text};
use super::{Canvas, GREY, INK, Row, TRACK};
use crate::process::picture::{LineStyle, line_style};

/// The least height of the end of a line with its head.
const HEAD: usize = 52;
/// Between two rows that no line joins.
const APART: usize = 30;

/// The height of the heads below a row, with the words beside them.
pub(super) fn head_room(nets: &[Net], beside: &[Beside]) -> usize {
    match beside.iter().map(|beside| beside.lines.len()).max() {
        None if nets.is_empty() => APART,
        None => HEAD,
        Some(lines) => (lines * Type::SMALL.line + 26).max(HEAD),
    }
}

pub(super) fn draw(page: &Canvas<'_>) -> Markup {
    html! {
        @for (row, items) in page.rows.iter().zip(&page.plan.rows.each) {
            @for item in items {
                @if let Some(from) = above(page, row, item) {
                    (stroke(&format!("M{} {from}V{}", page.column(item.port), row.bottom), LineStyle::Plain))
                }
            }
            @for net in &row.nets { (bus(page, net, row.bottom)) }
            @for net in &row.nets { @for drop in &net.drops { (falls(page, net, drop, row)) } }
            @for beside in &row.beside { (words(beside, row.next)) }
        }
    }
}

/// Where a line begins that goes down to the bottom of a row: above it where it passes the row, else at its box.
fn above(page: &Canvas<'_>, row: &Row, item: &RowItem) -> Option<usize> {
    match item.what {
        What::Pass(_) => Some(row.top),
        What::Step(step) => {
            let frame = page.boxes.get(&step).filter(|_| row.nets.iter().any(|net| net.exit == item.port))?;
            Some(frame.y + frame.height)
        }
    }
}

fn level(net: &Net, top: usize) -> usize {
    net.track.map_or(top, |track| top + track * TRACK + TRACK / 2)
}

/// The horizontal part of a line, and the part that leads down to it.
fn bus(page: &Canvas<'_>, net: &Net, top: usize) -> Markup {
    let (left, right) = net.span();
    let y = level(net, top);
    let across = format!("M{} {y}H{}", page.column(left), page.column(right));
    html! {
        (stroke(&format!("M{} {top}V{y}", page.column(net.exit)), LineStyle::Plain))
        @if left < right { (stroke(&across, LineStyle::Plain)) }
    }
}

/// The part of a line that goes down to the next row.
fn falls(page: &Canvas<'_>, net: &Net, drop: &Drop, row: &Row) -> Markup {
    let (x, y) = (page.column(drop.col), level(net, row.bottom));
    let line_style = if drop.ends { line_style(drop.link.get(page.picture.model)) } else { LineStyle::Plain };
    let end = if drop.ends { row.next - 18 } else { row.next };
    html! {
        // Makes horizontal lines appear to pass beneath.
        path d={ "M" (x) " " (y + 6) "V" (end) } stroke="#ffffff" stroke-width="16" stroke-opacity="0.8" fill="none" {}
        (stroke(&format!("M{x} {y}V{end}"), line_style))
        @if drop.ends { (head(x, row.next, line_style)) }
    }
}

pub(super) fn stroke(path: &str, line_style: LineStyle) -> Markup {
    let dashes = if line_style == LineStyle::Maybe { "14 9" } else { "none" };
    let wide = if line_style == LineStyle::Cross { 13 } else { 5 };
    html! {
        path d=(path) fill="none" stroke=(INK) stroke-width=(wide) stroke-dasharray=(dashes) stroke-linecap="round" {}
        @if line_style == LineStyle::Cross { path d=(path) fill="none" stroke="#ffffff" stroke-width="5" {} }
    }
}

/// The head of a line above a height.
pub(super) fn head(x: usize, y: usize, line_style: LineStyle) -> Markup {
    let fill = if line_style == LineStyle::Maybe { "#ffffff" } else { INK };
    let half = if line_style == LineStyle::Cross { 16 } else { 11 };
    html! {
        path d={ "M" (x) " " (y - 3) "L" (x - half) " " (y - 27) "H" (x + half) "Z" }
            fill=(fill) stroke=(INK) stroke-width="4" stroke-linejoin="round" {}
    }
}

fn words(beside: &Beside, bottom: usize) -> Markup {
    let kind = Type::SMALL;
    let count = beside.lines.len();
    html! {
        @for (nth, line) in beside.lines.iter().enumerate() {
            (text(line, kind, (beside.x, bottom - 12 - (count - 1 - nth) * kind.line), (beside.align, GREY)))
        }
    }
}
