//! A sheet as lines of text, which print as they are.

use super::Sheet;
use crate::document::Document;
use crate::plain::{Options, TextPage};
use crate::wording::Phrases;

/// Columns of a line: what every printer has room for, with margins.
const WIDTH: usize = 72;

/// Where one copy is cut from the next.
const CUT: &str = "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -";

/// The lines. The size of print is that of whoever prints them.
pub fn text(sheet: &Sheet, phrases: Phrases<'_>, ascii: bool) -> TextPage {
    let mut page = TextPage::new(Options { width: Some(WIDTH), ascii, bold: false });
    for (n, copy) in sheet.copies().enumerate() {
        if n > 0 {
            page.gap();
            page.say(CUT);
            page.gap();
        }
        page.show(&Document { blocks: copy.to_vec() }, phrases);
    }
    page
}
