//! The formats of a sheet, each with its renderer. Another one is a value here and a file beside this one.

use clap::ValueEnum;
use std::io;
use std::path::{Path, PathBuf};

use super::pdf::{self, PdfError};
use super::{Sheet, file, html, message, script, text};
use crate::content::{Msg, Office};
use crate::wording::Phrases;

/// How a sheet is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Format {
    /// Text of 72 columns
    Text,
    /// Messages for a phone, of at most 480 characters; each stands alone
    Message,
    /// A page for a browser, which prints on one page of A4
    Html,
    /// What an interpreter or a caller reads out, a sentence a line
    Script,
    /// A tagged PDF file, which prints on A4
    Pdf,
}

impl Format {
    /// Each, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Text, Self::Message, Self::Html, Self::Script, Self::Pdf];

    /// The format after this one.
    pub fn next(self) -> Self {
        Self::ALL.into_iter().cycle().skip_while(|format| *format != self).nth(1).unwrap_or(self)
    }

    /// Whether a slip for another organisation is written so: on paper, to be signed.
    pub fn is_signed(self) -> bool {
        matches!(self, Self::Text | Self::Html | Self::Pdf)
    }

    /// Its name for staff.
    pub fn msg(self) -> Msg {
        match self {
            Self::Text => Msg::SheetFormatText,
            Self::Message => Msg::SheetFormatMessage,
            Self::Html => Msg::SheetFormatHtml,
            Self::Pdf => Msg::SheetFormatPdf,
            Self::Script => Msg::SheetFormatScript,
        }
    }

    /// The ending of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Text | Self::Message | Self::Script => "txt",
        }
    }

    /// The sheet in this format: what a file holds. In ASCII alone where that is asked for, and the format is text.
    ///
    /// # Errors
    ///
    /// Where a PDF file does not pass its checks.
    pub fn write(self, sheet: &Sheet, phrases: Phrases<'_>, ascii: bool) -> Result<Vec<u8>, PdfError> {
        let plain = |text: String| if ascii { crate::text::ascii(&text) } else { text };
        let text = match self {
            Self::Text => text(sheet, phrases, ascii).finish(),
            Self::Message => message(sheet, phrases, ascii),
            Self::Script => plain(script(sheet, phrases)),
            Self::Html => html(sheet, phrases),
            Self::Pdf => return pdf::render(sheet, phrases),
        };
        Ok(text.into_bytes())
    }

    /// Writes the sheet into the folder of sheets, under a name that says nothing of the person.
    ///
    /// # Errors
    ///
    /// As [`Self::write`] and [`file::write_new`].
    pub fn save(
        self,
        sheet: &Sheet,
        office: &Office,
        phrases: Phrases<'_>,
        ascii: bool,
        folder: &Path,
    ) -> io::Result<PathBuf> {
        let bytes = self.write(sheet, phrases, ascii).map_err(io::Error::other)?;
        let what = if sheet.copies().count() > 1 { "-referral" } else { "" };
        let name = format!("{}-{}-{}{what}", office.id, sheet.language, <&str>::from(self));
        file::write_new(folder, &name, self.ending(), &bytes)
    }
}
