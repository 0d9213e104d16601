//! Texts as lines, with what stands at their left.

use super::TextFlow;
use crate::sheet::pdf::line::{Drawing, Piece, PlacedDrawing, StyledText, Tag, TextLine, broken};
use crate::sheet::pdf::look::Look;
use crate::sheet::pdf::tags::Element;
use crate::sheet::pictogram::Pictogram;

/// The foot of the letters below the top of their line, in their size.
const BASELINE: f32 = 1.02;

/// What stands at the left of a text.
pub(super) enum Lead {
    None,
    Sign(String),
    Pictogram(Pictogram),
}

/// Where a text goes.
pub(super) struct Placement {
    /// From the left margin, in points.
    pub(super) indent: f32,
    /// The element of what stands at its left.
    pub(super) label: Tag,
    /// Above it, in sizes of the text.
    pub(super) gap: f32,
}

impl TextFlow<'_> {
    /// Texts after a lead, their later lines below their first.
    pub(super) fn put(&mut self, texts: &[StyledText<'_>], lead: Lead, place: &Placement) {
        let Some(look) = texts.first().map(|text| text.look) else { return };
        let size = look.size(self.setting);
        let x = place.indent + self.room(&lead, size);
        let lines = broken(self.face, self.setting, texts, self.width - x);
        let first = self.lines.len();
        let mut top = self.line(look);
        top.before = place.gap * self.setting.gaps * self.setting.points;
        self.lead(lead, look, place, &mut top);
        let mut top = Some(top);
        for pieces in lines {
            let mut line = top.take().unwrap_or_else(|| self.line(look));
            line.pieces.extend(pieces.into_iter().map(|piece| piece.further(x)));
            self.lines.push(line);
        }
        // Neither a first nor a last line stands alone.
        let last = self.lines.len().saturating_sub(1);
        for n in [first, last.saturating_sub(1)] {
            if let Some(line) = self.lines.get_mut(n).filter(|_| (first..last).contains(&n)) {
                line.keeps = true;
            }
        }
    }

    /// An empty line for letters of a look.
    pub(super) fn line(&self, look: Look) -> TextLine {
        let (height, baseline) = (look.leading(self.setting), look.size(self.setting) * BASELINE);
        TextLine { height, baseline, ..TextLine::default() }
    }

    /// How far a text is from its lead.
    fn room(&self, lead: &Lead, size: f32) -> f32 {
        match lead {
            Lead::None => 0.0,
            Lead::Sign(sign) => self.column().max(self.face.width(&format!("{sign} "), Look::Sign) * size),
            Lead::Pictogram(_) => size * 1.6,
        }
    }

    /// The column of the marks: as wide as the widest of them.
    pub(super) fn column(&self) -> f32 {
        self.setting.points * 1.6
    }

    fn lead(&mut self, lead: Lead, look: Look, place: &Placement, line: &mut TextLine) {
        match lead {
            Lead::None => {}
            Lead::Sign(sign) => {
                let look = if look == Look::Body { Look::Sign } else { look };
                let text = format!("{sign} ");
                line.pieces.push(Piece { x: place.indent, text, look, tag: place.label, link: None });
            }
            Lead::Pictogram(pictogram) => {
                let instead = self.phrases.get(pictogram.instead()).to_owned();
                let tag = self.tags.add(Element::Figure(instead), Some(place.label));
                let side = look.size(self.setting) * 1.25;
                let (x, down) = (place.indent, line.baseline - side * 0.83);
                line.pictures.push(PlacedDrawing { drawing: Drawing::Pictogram(pictogram), x, down, side, tag });
            }
        }
    }
}

impl Piece {
    /// Moved to the right.
    pub(super) fn further(self, by: f32) -> Self {
        Self { x: self.x + by, ..self }
    }
}
