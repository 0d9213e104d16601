//! The boxes: number and label, the wait before the step, and stubs for the links that are no lines.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, DOWN, LEFT, RIGHT, UP};
use super::rows::{Item, Rows, What};
use super::{Map, Rect, Sheet, Spot};
use crate::content::{ProcessModel, Step};
use crate::process::spine::cut;
use crate::process::{LinkRef, Mark};

/// Borders and a blank at either side.
const EDGES: usize = 4;
/// Cells between two stubs.
const BETWEEN: usize = 2;
/// The least room in a box: a stub with a long number.
const LEAST: usize = 7;
/// What stands before a wait.
const WAIT: &str = "~ ";

/// How many cells wide the box of a step is.
pub(super) fn width(model: &ProcessModel, step: usize, sheet: Sheet) -> usize {
    let widest = model.steps.get(step).map_or(0, |known| {
        let wait = wait(known, sheet).map_or(0, |wait| wait.width());
        label(step, known, sheet).width().max(wait)
    });
    widest.max(LEAST) + EDGES
}

fn label(at: usize, step: &Step, sheet: Sheet) -> String {
    format!("{} {}", at + 1, step.short.say(sheet.lang))
}

fn wait(step: &Step, sheet: Sheet) -> Option<String> {
    step.wait.as_ref().map(|wait| format!("{WAIT}{}", wait.short.say(sheet.lang)))
}

/// A stub, and where in the box it stands: line below the words, cell from the left.
struct Stub {
    link: LinkRef,
    line: usize,
    col: usize,
    words: String,
}

/// Draws a row of boxes; says how many lines of the picture it takes.
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
    let first_stub = top + 1 + words.len();
    let height = words.len() + stubs.last().map_or(0, |stub| stub.line + 1) + 2;
    let leaves = rows.lines.iter().any(|line| line.link.from == at);
    frame(item, top, height, leaves, canvas);
    if let Some(letter) = step.track.as_ref().and_then(|track| track.mark.graphemes(true).next()) {
        canvas.text(top, item.x + item.width - 2, letter);
    }
    for (nth, words) in words.iter().enumerate() {
        canvas.text(top + 1 + nth, item.x + 2, &cut(words, room, sheet.charset));
    }
    for stub in stubs {
        let (row, col) = (first_stub + stub.line, item.x + 2 + stub.col);
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

fn frame(item: &Item, top: usize, height: usize, leaves: bool, canvas: &mut Canvas) {
    let (left, right, bottom) = (item.x, item.x + item.width - 1, top + height - 1);
    for col in left + 1..right {
        canvas.line(top, col, LEFT | RIGHT);
        let down = if leaves && col == item.port { DOWN } else { 0 };
        canvas.line(bottom, col, LEFT | RIGHT | down);
    }
    for row in top + 1..bottom {
        canvas.line(row, left, UP | DOWN);
        canvas.line(row, right, UP | DOWN);
    }
    canvas.line(top, left, DOWN | RIGHT);
    canvas.line(top, right, DOWN | LEFT);
    canvas.line(bottom, left, UP | RIGHT);
    canvas.line(bottom, right, UP | LEFT);
}
