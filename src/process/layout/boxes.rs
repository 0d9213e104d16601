//! The boxes: number and label, the letter of the track, the wait, and stubs for the links that are no lines. Their
//! sides are brackets: on a slow connection a frame of line characters costs more than its content.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, DOWN, UP};
use super::rows::{RowItem, Rows, What};
use super::{MapOptions, Rect};
use crate::content::{ProcessModel, Step};
use crate::process::LinkMark;
use crate::process::spine::cut;

/// Cells of the brackets.
const EDGES: usize = 2;
const BETWEEN: &str = "  ";
/// The least cells inside: a stub with a long number.
const LEAST: usize = 7;

pub(super) fn width(model: &ProcessModel, step: usize, options: MapOptions) -> usize {
    let known = model.step(step);
    let wait = wait(known, options).map_or(0, |wait| wait.width());
    let letter = letter(known).map_or(0, |letter| 1 + letter.width());
    wait.max(label(step, known, options).width() + letter).max(LEAST) + EDGES
}

fn letter(step: &Step) -> Option<&str> {
    step.track.as_ref().and_then(|track| track.mark.graphemes(true).next())
}

fn label(at: usize, step: &Step, options: MapOptions) -> String {
    format!("{} {}", at + 1, step.short.get(options.lang))
}

fn wait(step: &Step, options: MapOptions) -> Option<String> {
    step.wait.as_ref().map(|wait| format!("~ {}", wait.short.get(options.lang)))
}

/// Draws a row of boxes; returns its height.
pub(super) fn draw(
    model: &ProcessModel,
    rows: &Rows,
    row: &[RowItem],
    top: usize,
    canvas: &mut Canvas,
    boxes: &mut [Option<Rect>],
) -> usize {
    let mut bottoms = Vec::with_capacity(row.len());
    for item in row {
        let mut bottom = top;
        if let What::Step(at) = item.what
            && let Some(slot) = boxes.get_mut(at)
        {
            let height = one(model, rows, item, (at, model.step(at)), top, canvas);
            *slot = Some(Rect { row: top, col: item.x, width: item.width, height });
            bottom += height;
        }
        bottoms.push(bottom);
    }
    let lowest = bottoms.iter().copied().max().unwrap_or(top);
    for (item, bottom) in row.iter().zip(bottoms) {
        let leaves = match item.what {
            What::Pass(_) => true,
            What::Step(step) => rows.leaves(step),
        };
        for line in (bottom..lowest).filter(|_| leaves) {
            canvas.line(line, item.port, UP | DOWN);
        }
    }
    lowest - top
}

/// Draws a box; returns its height.
fn one(
    model: &ProcessModel,
    rows: &Rows,
    item: &RowItem,
    (at, step): (usize, &Step),
    top: usize,
    canvas: &mut Canvas,
) -> usize {
    let options = canvas.options;
    let room = item.width.saturating_sub(EDGES);
    let letter = letter(step).unwrap_or_default();
    let beside = if letter.is_empty() { 0 } else { letter.width() + 1 };
    let mut lines = vec![cut(&label(at, step, options), room - beside, options.charset)];
    lines.extend(wait(step, options).map(|wait| cut(&wait, room, options.charset)));
    lines.extend(stubs(model, rows, (at, step), room, options));
    let right = item.x + item.width - 1;
    for (row, words) in (top..).zip(&lines) {
        canvas.text(row, item.x, "[");
        canvas.text(row, item.x + 1, words);
        canvas.text(row, right, "]");
    }
    canvas.text(top, right - letter.width(), letter);
    lines.len()
}

/// The stubs of a step, as many in a line as fit.
fn stubs(
    model: &ProcessModel,
    rows: &Rows,
    (from, step): (usize, &Step),
    room: usize,
    options: MapOptions,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for link in rows.stubs(from, step) {
        let stub = format!("{} {}", LinkMark::of_link(model, link).glyph(options.charset), link.to + 1);
        match lines.last_mut().filter(|line| line.width() + BETWEEN.len() + stub.width() <= room) {
            Some(line) => line.extend([BETWEEN, &stub]),
            None => lines.push(stub),
        }
    }
    lines
}
