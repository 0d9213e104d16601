//! What is drawn: letters, strokes and squares.

use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::paint::{Fill, LineCap, LineJoin, Stroke};
use krilla::surface::Surface;

use crate::sheet::pdf::face::Face;
use crate::sheet::pdf::look::{Ink, Look};
use crate::sheet::pictogram::{BOX, Draw, Pictogram, STROKE};
use crate::sheet::qr::Modules;

const RULE: Ink = (170, 184, 204);

/// Text on a line, from a point at the foot of its first letter.
pub(super) fn write(surface: &mut Surface<'_>, face: &Face, text: &str, look: Look, size: f32, at: Point) {
    surface.set_fill(Some(fill(look.ink())));
    surface.set_stroke(look.weight().map(|weight| stroke(look.ink(), size * weight)));
    surface.draw_glyphs(at, &face.glyphs(text, look), face.font.clone(), text, size, false);
}

/// A pictogram in a square.
pub(super) fn pictogram(surface: &mut Surface<'_>, pictogram: Pictogram, at: (f32, f32), side: f32) {
    let scale = side / BOX;
    let placed = |x: f32, y: f32| (at.0 + x * scale, at.1 + y * scale);
    let mut path = PathBuilder::new();
    for part in pictogram.strokes() {
        match *part {
            Draw::Move(x, y) => {
                let to = placed(x, y);
                path.move_to(to.0, to.1);
            }
            Draw::Line(x, y) => {
                let to = placed(x, y);
                path.line_to(to.0, to.1);
            }
            Draw::Curve(one, two, to) => {
                let [one, two, to] = [one, two, to].map(|(x, y)| placed(x, y));
                path.cubic_to(one.0, one.1, two.0, two.1, to.0, to.1);
            }
            Draw::Close => path.close(),
        }
    }
    surface.set_fill(None);
    surface.set_stroke(Some(stroke(Look::Heading.ink(), STROKE * scale)));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

/// A code in a square. Without strokes, and as bars: seams between modules would be read as light.
pub(super) fn code(surface: &mut Surface<'_>, modules: &Modules, at: (f32, f32), side: f32) {
    #[allow(clippy::cast_precision_loss, reason = "a code has at most 185 modules")]
    let scaled = |modules_from_edge: usize| modules_from_edge as f32 * side / modules.side() as f32;
    let mut path = PathBuilder::new();
    for (column, row, length) in modules.bars() {
        if let Some(bar) = Rect::from_xywh(at.0 + scaled(column), at.1 + scaled(row), scaled(length), scaled(1)) {
            path.push_rect(bar);
        }
    }
    surface.set_fill(Some(fill((0, 0, 0))));
    surface.set_stroke(None);
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

/// A thin line across the page.
pub(super) fn rule(surface: &mut Surface<'_>, x: f32, y: f32, length: f32) {
    let mut path = PathBuilder::new();
    path.move_to(x, y);
    path.line_to(x + length, y);
    surface.set_fill(None);
    surface.set_stroke(Some(stroke(RULE, 0.8)));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

fn fill(ink: Ink) -> Fill {
    Fill { paint: color(ink).into(), ..Fill::default() }
}

fn stroke(ink: Ink, width: f32) -> Stroke {
    let (line_cap, line_join) = (LineCap::Round, LineJoin::Round);
    Stroke { paint: color(ink).into(), width, line_cap, line_join, ..Stroke::default() }
}

fn color((red, green, blue): Ink) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}
