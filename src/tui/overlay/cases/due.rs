//! What is due, in place of the list of cases.

use crate::case::StoreError;
use crate::desk::Desk;
use crate::document::{self, Waiting};
use crate::tui::blocks;
use crate::tui::component::View;
use crate::tui::page::Page;

/// The cases as they were when it was asked: nothing is read while it is drawn.
#[derive(Debug)]
pub(super) struct WhatIsDue {
    waiting: Vec<Waiting>,
    troubles: Vec<StoreError>,
}

impl WhatIsDue {
    pub(super) fn at(desk: &Desk) -> Self {
        let (waiting, troubles) = desk.waiting();
        Self { waiting, troubles }
    }

    pub(super) fn page(&self, view: &View<'_>, width: u16) -> Page {
        let mut page = Page::new(width);
        page.focus_next(0);
        blocks::render(&document::due(&view.desk.context(), &self.waiting, &self.troubles), view, &mut page);
        page
    }
}
