//! A sheet as lines of text, which print as they are.

use super::Sheet;
use crate::plain::{Options, TextPage};
use crate::wording::Phrases;

/// Columns of a line: what every printer has room for, with margins.
const WIDTH: usize = 72;

/// The lines. The size of print is that of whoever prints them.
pub fn text(sheet: &Sheet, phrases: Phrases<'_>, ascii: bool) -> TextPage {
    let mut page = TextPage::new(Options { width: Some(WIDTH), ascii, bold: false });
    page.show(&sheet.document, phrases);
    page
}
