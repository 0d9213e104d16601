//! A sheet as a PDF file: A4, tagged for screen readers, with one embedded font.
//!
//! ```text
//!   blocks --flow--> lines --pages--> lines on pages --draw--> file
//!             |                                        ^
//!             +--------> tags of the structure --------+
//! ```
//!
//! The same sheet gives the same bytes: nothing of the day, the machine or the person is in the file but what the
//! document says. It is exported under krilla's checks for PDF/UA-1, which see what a program can see of that standard.

mod draw;
mod face;
mod flow;
mod line;
mod look;
mod pages;
mod tags;

use krilla::error::KrillaError;
use std::collections::BTreeSet;

use super::Sheet;
use crate::wording::Phrases;
use face::Face;

/// Why there is no file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The embedded font cannot be read.
    #[error("the font of the sheet cannot be read")]
    Font,
    /// The file would not be what it claims to be.
    #[error("the sheet does not pass the checks for PDF/UA-1: {0}")]
    Refused(String),
}

impl From<KrillaError> for PdfError {
    fn from(cause: KrillaError) -> Self {
        match cause {
            KrillaError::Font(..) => Self::Font,
            KrillaError::Validation(all) => {
                let all: Vec<String> = all.iter().map(|one| format!("{one:?}")).collect();
                Self::Refused(crate::text::cut(&all.join(", "), 200))
            }
            other => Self::Refused(crate::text::cut(&format!("{other:?}"), 200)),
        }
    }
}

/// The bytes of the file. The words for pictures are those of the phrases, which are in the language of the sheet.
///
/// # Errors
///
/// Where the checks for PDF/UA-1 find something: a sheet without a title or a language.
pub fn render(sheet: &Sheet, phrases: Phrases<'_>) -> Result<Vec<u8>, PdfError> {
    let face = Face::new()?;
    let mut laid = look::Setting::all(sheet.print).map(|setting| {
        let flow = flow::TextFlow::of(sheet, phrases, &face, setting);
        draw::Laid { setting, pages: pages::paginate(flow.lines), tags: flow.tags }
    });
    // The roomiest that is on its page, else with one page more; what is longer is read anyway.
    let most = look::pages(sheet.print) * sheet.copies().count().max(1);
    let (mut longer, mut best) = (usize::MAX, None);
    while longer > most
        && let Some(next) = laid.next()
    {
        let pages = next.pages.len().clamp(most, most + 2);
        if pages < longer {
            (longer, best) = (pages, Some(next));
        }
    }
    draw::file(sheet, &face, best.ok_or(PdfError::Font)?)
}

/// The letters of a text that the font lacks. They are printed as a replacement sign.
pub fn missing_letters(text: &str) -> BTreeSet<char> {
    let Ok(face) = Face::new() else { return BTreeSet::new() };
    let seen = text.chars().filter(|c| crate::text::is_text(*c) && !face::is_unseen(*c));
    seen.filter(|c| !face.has(*c)).collect()
}
