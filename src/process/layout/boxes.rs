//! The boxes: number and label, the letter of the track, the wait, and stubs for the links that are no lines. Their
//! sides are brackets: on a slow connection a frame of line characters costs more than its content.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, DOWN, UP};
use super::rows::{Item, Rows, What};
use super::{Map, Rect, Sheet, Spot};
use crate::content::{ProcessModel, Step};
use crate::process::spine::cut;
use crate::process::{LinkRef, Mark};

/// Cells of the brackets.
const EDGES: usize = 2;
const BETWEEN: usize = 2;
/// The least cells inside: a stub with a long number.
const LEAST: usize = 7;
const WAIT: &str = "~ ";

pub(super) fn width(model: &ProcessModel, step: usize, sheet: Sheet) -> usize {
    let widest = model.steps.get(step).map_or(0, |known| {
        let wait = wait(known, sheet).map_or(0, |wait| wait.width());
        let letter = letter(known).map_or(0, |letter| 1 + letter.width());
        wait.max(label(step, known, sheet).width() + letter)
    });
    widest.max(LEAST) + EDGES
}

fn letter(step: &Step) -> Option<&str> {
    step.track.as_ref().and_then(|track| track.mark.graphemes(true).next())
}

fn label(at: usize, step: &Step, sheet: Sheet) -> String {
    format!("{} {}", at + 1, step.short.get(sheet.lang))
}

fn wait(step: &Step, sheet: Sheet) -> Option<String> {
    step.wait.as_ref().map(|wait| format!("{WAIT}{}", wait.short.get(sheet.lang)))
}

/// A stub, with its line below the label and its column in the box.
struct Stub {
    link: LinkRef,
    line: usize,
    col: usize,
    words: String,
}

/// Draws a row of boxes; returns its height.
pub(super) fn draw(
    model: &ProcessModel,
    rows: &Rows,
    row: &[Item],
    (top, sheet): (usize, Sheet),
    canvas: &mut Canvas,
    map: &mut Map,
) -> usize {
    let mut heights = Vec::with_capacity(row.len());
    for item in row {
        let What::Step(at) = item.what else { continue };
        let Some(step) = model.steps.get(at) else { continue };
        heights.push(one(model, rows, item, (at, step), (top, sheet), canvas, map));
    }
    let height = heights.into_iter().max().unwrap_or_default();
    for item in row {
        let (from, leaves) = match item.what {
            What::Pass(_) => (top, true),
            What::Step(step) => {
                let bottom = map.rect(step).map_or(top, |rect| rect.row + rect.height);
                (bottom, rows.lines.iter().any(|line| line.link.from == step))
            }
        };
        for line in (from..top + height).filter(|_| leaves) {
            canvas.line(line, item.port, UP | DOWN);
        }
    }
    height
}

fn one(
    model: &ProcessModel,
    rows: &Rows,
    item: &Item,
    (at, step): (usize, &Step),
    (top, sheet): (usize, Sheet),
    canvas: &mut Canvas,
    map: &mut Map,
) -> usize {
    let room = item.width.saturating_sub(EDGES);
    let stubs = stubs(model, rows, (at, step), room, sheet);
    let mut words = vec![label(at, step, sheet)];
    words.extend(wait(step, sheet));
    let first_stub = top + words.len();
    let height = words.len() + stubs.last().map_or(0, |stub| stub.line + 1);
    let right = item.x + item.width - 1;
    for row in top..top + height {
        canvas.text(row, item.x, "[");
        canvas.text(row, right, "]");
    }
    let letter = letter(step).unwrap_or_default();
    canvas.text(top, right - letter.width(), letter);
    for (nth, words) in words.iter().enumerate() {
        let room = if nth == 0 && !letter.is_empty() { room - letter.width() - 1 } else { room };
        canvas.text(top + nth, item.x + 1, &cut(words, room, sheet.charset));
    }
    for stub in stubs {
        let (row, col) = (first_stub + stub.line, item.x + 1 + stub.col);
        canvas.text(row, col, &stub.words);
        let spot = Rect { row, col, width: stub.words.width(), height: 1 };
        map.ways.push((stub.link, Spot::Stub(spot)));
    }
    let rect = Rect { row: top, col: item.x, width: item.width, height };
    map.boxes.get_mut(at).into_iter().for_each(|known| *known = Some(rect));
    height
}

fn stubs(model: &ProcessModel, rows: &Rows, (from, step): (usize, &Step), room: usize, sheet: Sheet) -> Vec<Stub> {
    let (mut line, mut col) = (0, 0);
    let mut stubs = Vec::new();
    for (nth, link) in step.links.iter().enumerate() {
        let at = LinkRef { from, link: nth };
        if rows.is_line(at) {
            continue;
        }
        let words = format!("{} {}", Mark::of_link(model, link).glyph(sheet.charset), link.to + 1);
        if col > 0 && col + words.width() > room {
            (line, col) = (line + 1, 0);
        }
        let next = col + words.width() + BETWEEN;
        stubs.push(Stub { link: at, line, col, words });
        col = next;
    }
    stubs
}
