//! The page of what to bring.

use ratatui::style::Style;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

use super::{Bring, Row};
use crate::content::{ItemKind, Lookup, Msg};
use crate::document::{self, Block, Document, Kind};
use crate::tui::blocks;
use crate::tui::component::View;
use crate::tui::page::{Page, Paragraph, cut, spread};

/// Cells before the words of a row: the focus and the mark.
const LEAD: usize = 6;

/// The list, under what everyone should hear before it. A row's hint folds away while the focus is elsewhere.
pub(super) fn page(overlay: &Bring, view: &View<'_>, width: u16) -> Page {
    let (doc, mut page) = (document::bring(&view.desk.context()), Page::new(width));
    let selected = overlay.selected(view.desk);
    let mut current = None;
    for block in &doc.blocks {
        if let Kind::Value { name, number } = &block.kind {
            // Before the first row.
            if current.is_none() {
                page.gap();
            }
            current = number.and_then(|number| Row::of_number(view.desk, number));
            page.anchor(&block.anchor);
            row(view, current, current == selected, (name, &block.text), &mut page);
        } else if let Some(row) = current {
            if current == selected {
                beneath(view, overlay, row, block, &mut page);
            }
        } else {
            blocks::render(&Document { blocks: vec![block.clone()] }, view, &mut page);
        }
    }
    page
}

fn row(view: &View<'_>, row: Option<Row>, focused: bool, (name, state): (&str, &str), page: &mut Page) {
    let list = view.desk.checklist();
    let (indent, ready) = match row {
        Some(Row::Item(n)) => (LEAD, list.is_ready(&view.desk.content().items.at(n).id)),
        Some(Row::Relative(n)) => (LEAD + 4, list.family().get(n).is_some_and(|relative| relative.ready)),
        None => (LEAD, false),
    };
    if focused {
        page.focus_next(0);
    }
    let (sign, style) = if focused { (">", view.theme.strong()) } else { ("", Style::new()) };
    let mark = if ready { "[x]" } else { "[ ]" };
    let name = cut(name, page.width().saturating_sub(indent + state.width() + 2));
    let left = Span::styled(format!("{sign:width$}{mark} {name}", width = indent - 4), style);
    page.line(spread(vec![left], Span::raw(state.to_owned()), page.width()));
}

/// What a document says below the focused row, and what can be typed there.
fn beneath(view: &View<'_>, overlay: &Bring, row: Row, block: &Block, page: &mut Page) {
    let Row::Item(n) = row else { return };
    let kind = view.desk.content().items.at(n).kind;
    let types = matches!(kind, ItemKind::Email | ItemKind::Phone | ItemKind::BirthDate);
    page.anchor(&block.anchor);
    if types && !overlay.input.value().is_empty() {
        return checked(view, overlay, kind, page);
    }
    page.text(LEAD, &block.text, view.theme.quiet());
    if types {
        page.text(LEAD, view.desk.phrases().get(Msg::BringType), view.theme.quiet());
    }
}

/// What is typed, and how it looks: at once where it is right, on Enter where it is not.
fn checked(view: &View<'_>, overlay: &Bring, kind: ItemKind, page: &mut Page) {
    let typed = overlay.input.value();
    let column = LEAD + overlay.input.visual_cursor();
    page.focus_next(u16::try_from(column.min(page.width() - 1)).unwrap_or_default());
    page.text(LEAD, typed, view.theme.strong());
    match view.desk.looks(kind, typed) {
        Ok(said) => page.text(LEAD, &said, view.theme.accent()),
        Err(said) if overlay.wrong => {
            let set = Paragraph { indent: LEAD + 4, mark: ("      (!)", view.theme.alert()), ..Paragraph::default() };
            page.paragraph(&said, set);
        }
        Err(_) => {}
    }
}
