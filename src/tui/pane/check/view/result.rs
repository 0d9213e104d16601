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

use crate::document;
use crate::tui::blocks;
use crate::tui::component::View;
use crate::tui::focus::Focus;
use crate::tui::page::Page;

/// The result, for the office in the person's country or else for all.
pub(in crate::tui::pane::check) fn page(view: &View<'_>, width: u16) -> Page {
    let mut page = Page::new(width);
    if view.is_on(Focus::Detail) {
        page.focus_next(0);
    }
    blocks::render(&document::result(&view.desk.context()), view, &mut page);
    page
}
