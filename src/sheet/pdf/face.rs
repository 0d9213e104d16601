//! The font: which letters it has, how wide they are, and a text as glyphs.
//!
//! Letters are set one after the other, so that what is measured is what is drawn. The three languages need no more;
//! letters that join or run from right to left would need a library for shaping.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

use super::PdfError;
use super::look::Look;
use crate::text::clean;

/// Made as `font/README.md` says.
const DATA: &[u8] = include_bytes!("font/sheet.ttf");

/// Stands for a letter that the font lacks.
const REPLACEMENT: char = '\u{fffd}';

/// A font, ready to be measured and drawn.
pub(super) struct Face {
    /// As it is embedded.
    pub font: Font,
    letters: Charmap<'static>,
    widths: GlyphMetrics<'static>,
}

/// Whether a character only tells how others are set, which is done without it.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

impl Face {
    pub(super) fn new() -> Result<Self, PdfError> {
        let font = Font::new(DATA.into(), 0).ok_or(PdfError::Font)?;
        let data = FontRef::new(DATA).map_err(|_| PdfError::Font)?;
        let widths = data.glyph_metrics(Size::new(1.0), LocationRef::default());
        Ok(Self { font, letters: data.charmap(), widths })
    }

    /// Whether it has a letter.
    pub(super) fn has(&self, c: char) -> bool {
        self.letters.map(c).is_some()
    }

    /// A text as it is set: one line, and nothing in it that the font lacks.
    pub(super) fn settable(&self, text: &str) -> String {
        let seen = clean(text);
        seen.chars().filter(|c| !is_unseen(*c)).map(|c| if self.has(c) { c } else { REPLACEMENT }).collect()
    }

    /// How wide a text is, in sizes of its letters.
    pub(super) fn width(&self, text: &str, look: Look) -> f32 {
        text.chars().map(|c| self.glyph(c, look).1).sum()
    }

    /// A text as glyphs, each with the place of its letter.
    pub(super) fn glyphs(&self, text: &str, look: Look) -> Vec<KrillaGlyph> {
        let letters = text.char_indices();
        letters
            .map(|(at, c)| {
                let (id, width) = self.glyph(c, look);
                KrillaGlyph::new(id, width, 0.0, 0.0, 0.0, at..at + c.len_utf8(), None)
            })
            .collect()
    }

    fn glyph(&self, c: char, look: Look) -> (GlyphId, f32) {
        let id = self.letters.map(c).unwrap_or_default();
        let width = self.widths.advance_width(id).unwrap_or_default();
        // Marks that stand on a letter have no width of their own.
        (GlyphId::new(id.to_u32()), if width > 0.0 { width + look.spread() } else { width })
    }
}
