//! What the answers come to.
//!
//! ```text
//! (!) No longer active, takes no applications
//!     portal, undated, read 23 Nov 2026
//! [?] COLOMBIA: cannot tell yet, 4 of 5 met
//! [+] Place        in Colombia                                     answer 1
//! [?] Age          not given                                       answer 5
//!   Would settle it: 18 or older
//!
//! Say this
//! - No new applications are taken. The minimum promises nothing.
//! ```

use super::verdicts;
use crate::document::{self, Document};
use crate::tui::blocks;
use crate::tui::component::View;
use crate::tui::focus::Part;
use crate::tui::page::Page;

/// The result, for the office in the person's country or else for all.
pub(in crate::tui::pane::check) fn page(view: &View<'_>, width: u16) -> Page {
    let mut page = Page::new(width);
    if view.is_on(Part::Detail) {
        page.focus_next(0);
    }
    // The verdicts of all offices share a line.
    let (mut before, mut after, mut all) = (Document::default(), Document::default(), Vec::new());
    for block in document::result(&view.desk.context()).blocks {
        match &block.anchor {
            anchor if anchor.contains(".all.") => all.push(anchor.clone()),
            _ if all.is_empty() => before.push(block),
            _ => after.push(block),
        }
    }
    blocks::render(&before, view, &mut page);
    if !all.is_empty() {
        page.gap();
        for anchor in &all {
            page.anchor(anchor);
        }
        page.line(verdicts(view, usize::from(width)));
        page.gap();
    }
    blocks::render(&after, view, &mut page);
    page
}
