//! A screen as SVG: a window with one element of text for each row, so that rows can be selected and read.
//!
//! Every letter has its own place: whatever font there is, columns stay columns. A gap is one blank, since viewers make
//! one of several, and begins a span, for those that know the place of the first letter only. Nothing is fetched, and
//! there is no style sheet or script.

use std::collections::BTreeMap;
use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use super::contrast::Rgb;
use super::glyph::{self, CELL};
use super::palette::{BAR, BUTTON, EDGE, GROUND, Ink, SIXTEEN, TEXT, hex};

/// Around the rows.
const MARGIN: usize = 20;
/// The height of the window's bar.
const TOP: usize = 36;
const SIZE_OF_LETTERS: usize = 15;
/// From the top of a cell to the line on which letters stand, and to the line under them.
const BASELINE: usize = 15;
const UNDERLINE: usize = 18;
/// Fonts whose letters are about 0.6 em wide, as the grid is.
const FONTS: &str = "ui-monospace, 'SF Mono', Menlo, 'Cascadia Mono', 'DejaVu Sans Mono', 'Liberation Mono', Consolas, \
                     'Courier New', monospace";
const ACCENT: Rgb = SIXTEEN[12];

/// The whole picture of a buffer, with its cursor; the words are for those who do not see it.
pub(crate) fn write(buffer: &Buffer, cursor: Position, words: &str) -> String {
    let (columns, rows) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (width, height) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + TOP + 2 * MARGIN);
    let words = escaped(words);
    let mut out = String::new();
    let mut line = |text: String| out.push_str(&(text + "\n"));
    line(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-label=\"{words}\">"
    ));
    line(format!("<title>{words}</title>"));
    window((width, height)).into_iter().for_each(&mut line);
    let cells: Vec<&[Cell]> = buffer.content.chunks(columns.max(1)).collect();
    for (row, cells) in cells.iter().enumerate() {
        grounds(cells, top(row)).into_iter().for_each(&mut line);
    }
    line(caret(cursor));
    lines(&cells).into_iter().for_each(&mut line);
    line(format!("<g font-family=\"{FONTS}\" font-size=\"{SIZE_OF_LETTERS}\">"));
    for (row, cells) in cells.iter().enumerate() {
        letters(cells, top(row)).into_iter().for_each(&mut line);
    }
    line("</g>\n</svg>".to_owned());
    out
}

fn left(column: usize) -> usize {
    MARGIN + column * CELL.0
}

fn top(row: usize) -> usize {
    TOP + MARGIN + row * CELL.1
}

/// The frame and its bar with three buttons.
fn window((width, height): (usize, usize)) -> Vec<String> {
    let (edge, bar, button) = (hex(EDGE), hex(BAR), hex(BUTTON));
    let (inner_width, inner_height, middle) = (width - 1, height - 1, TOP / 2);
    let frame = format!("x=\"0.5\" y=\"0.5\" width=\"{inner_width}\" height=\"{inner_height}\" rx=\"10\"");
    let mut parts = vec![
        format!("<rect {frame} fill=\"{}\"/>", hex(GROUND)),
        format!(
            "<path d=\"M0.5 {TOP}V10.5a10 10 0 0 1 10 -10H{}a10 10 0 0 1 10 10V{TOP}z\" fill=\"{bar}\"/>",
            width - 11
        ),
        format!("<path d=\"M0.5 {TOP}.5H{inner_width}.5\" stroke=\"{edge}\"/>"),
        format!("<rect {frame} fill=\"none\" stroke=\"{edge}\"/>"),
    ];
    parts.extend([20, 40, 60].map(|x| format!("<circle cx=\"{x}\" cy=\"{middle}\" r=\"6\" fill=\"{button}\"/>")));
    parts
}

/// What colours a cell and what lines it, over as many cells as are alike.
fn grounds(cells: &[Cell], y: usize) -> Vec<String> {
    let inks: Vec<(usize, Ink)> = cells.iter().map(Ink::of).enumerate().collect();
    let mut parts = Vec::new();
    for alike in inks.chunk_by(|(_, one), (_, next)| one.ground == next.ground) {
        let Some((first, ink)) = alike.first() else { continue };
        if ink.ground != GROUND {
            let (x, width, fill) = (left(*first), alike.len() * CELL.0, hex(ink.ground));
            parts.push(format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{fill}\"/>", CELL.1));
        }
    }
    for alike in inks.chunk_by(|(_, one), (_, next)| one.underlined == next.underlined && one.color == next.color) {
        let Some((first, ink)) = alike.first() else { continue };
        if ink.underlined {
            let (x, y, to, stroke) = (left(*first), y + UNDERLINE, left(first + alike.len()), hex(ink.color));
            parts.push(format!("<path d=\"M{x} {y}.5H{to}\" stroke=\"{stroke}\"/>"));
        }
    }
    parts
}

/// The cursor, as a bar before its cell: what stands there stays readable.
fn caret(at: Position) -> String {
    let (x, y) = (left(usize::from(at.x)) - 3, top(usize::from(at.y)) + 1);
    format!("<rect x=\"{x}\" y=\"{y}\" width=\"2\" height=\"{}\" fill=\"{}\"/>", CELL.1 - 2, hex(ACCENT))
}

/// The line characters of the whole screen, a path for each colour.
fn lines(rows: &[&[Cell]]) -> Vec<String> {
    let mut paths: BTreeMap<Rgb, String> = BTreeMap::new();
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            if let Some(path) = glyph::path(cell.symbol(), (left(column), top(row))) {
                paths.entry(Ink::of(cell).color).or_default().push_str(&path);
            }
        }
    }
    let path = |(color, path)| format!("<path d=\"{path}\" stroke=\"{}\" fill=\"none\"/>", hex(color));
    paths.into_iter().map(path).collect()
}

/// Letters of one look. Lines are written too, and not seen: they are drawn.
#[derive(Default)]
struct Run {
    look: String,
    places: String,
    text: String,
}

impl Run {
    /// A sign of several characters has its place several times.
    fn push(&mut self, symbol: &str, column: usize) {
        for _ in symbol.chars() {
            let gap = if self.places.is_empty() { "" } else { " " };
            let _ = write!(self.places, "{gap}{}", left(column));
        }
        self.text.push_str(&escaped(symbol));
    }
}

fn look(cell: &Cell) -> String {
    let ink = Ink::of(cell);
    let mut look = String::new();
    if ink.color != TEXT {
        let _ = write!(look, " fill=\"{}\"", hex(ink.color));
    }
    if ink.bold {
        look.push_str(" font-weight=\"700\"");
    }
    if ink.italic {
        look.push_str(" font-style=\"italic\"");
    }
    if glyph::path(cell.symbol(), (0, 0)).is_some() {
        look.push_str(" fill-opacity=\"0\"");
    }
    look
}

/// A row of text; nothing where it is empty.
fn letters(cells: &[Cell], y: usize) -> Option<String> {
    let mut runs: Vec<Run> = Vec::new();
    let mut end = 0;
    for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.symbol().trim().is_empty()) {
        if let Some(last) = runs.last_mut().filter(|_| column > end) {
            last.push(" ", end);
        }
        let look = look(cell);
        if column > end + 1 || runs.last().is_none_or(|last| last.look != look) {
            runs.push(Run { look, ..Run::default() });
        }
        if let Some(last) = runs.last_mut() {
            last.push(cell.symbol(), column);
        }
        end = column + cell.symbol().width().max(1);
    }
    let spans = runs.iter().map(|run| format!("<tspan x=\"{}\"{}>{}</tspan>", run.places, run.look, run.text));
    let spans: String = spans.collect();
    (!spans.is_empty()).then(|| format!("<text y=\"{}\" fill=\"{}\">{spans}</text>", y + BASELINE, hex(TEXT)))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
