//! The page of what to bring.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{Bring, Row, rows};
use crate::content::{Item, ItemKind, Msg, Topic};
use crate::rules;
use crate::tui::component::View;
use crate::tui::page::{Page, Paragraph, cut};

/// Cells before the words of a row: the focus and the mark.
const LEAD: usize = 6;

/// The list, under what everyone should hear before it.
pub(super) fn page(overlay: &Bring, view: &View<'_>, width: u16) -> Page {
    let (desk, mut page) = (view.desk, Page::new(width));
    let title = desk.phrases().get(Msg::BringTitle);
    page.paragraph(
        title,
        Paragraph { tag: (&view.ready_count(), Style::new()), style: view.theme.strong(), ..Paragraph::default() },
    );
    before(view, &mut page);
    page.gap();
    for (n, row) in rows(desk).into_iter().enumerate() {
        let focused = n == overlay.row;
        if focused {
            page.focus_next(0);
        }
        match row {
            Row::Item(item) => {
                let Some(item) = desk.content().items.get(item) else { continue };
                line(view, &mut page, (LEAD, focused), item.text.get(desk.lang()), desk.checklist().is_ready(&item.id));
                if focused {
                    beneath(view, overlay, item, &mut page);
                }
            }
            Row::Relative(place) => {
                let Some(relative) = desk.checklist().family().get(place) else { continue };
                let name = desk.content().relation(&relative.relation, desk.lang());
                line(view, &mut page, (LEAD + 4, focused), name, relative.ready);
            }
        }
    }
    page
}

/// That it costs nothing, and what must be said before contact data.
fn before(view: &View<'_>, page: &mut Page) {
    let desk = view.desk;
    let (content, lang) = (desk.content(), desk.lang());
    for said in content.on(Topic::Money) {
        page.paragraph(
            said.text.get(lang),
            Paragraph { tag: (said.source.label.get(lang), Style::new()), ..Paragraph::default() },
        );
    }
    for advice in rules::before_contact(content, desk.check().answers()) {
        let label = advice.source.as_ref().map_or("", |source| source.label.get(lang));
        let set = Paragraph {
            indent: 4,
            mark: ("(!)", view.theme.alert()),
            tag: (label, Style::new()),
            ..Paragraph::default()
        };
        page.paragraph(advice.text.get(lang), set);
    }
}

fn line(view: &View<'_>, page: &mut Page, (indent, focused): (usize, bool), name: &str, ready: bool) {
    let word = view.desk.phrases().get(if ready { Msg::BringReady } else { Msg::BringMissing });
    let mark = if ready { "[x]" } else { "[ ]" };
    let lead = format!("{}{}{mark} ", if focused { "> " } else { "  " }, " ".repeat(indent - LEAD));
    let style = if focused { view.theme.strong() } else { Style::new() };
    let room = page.width().saturating_sub(indent + word.width() + 2);
    let name = cut(name, room);
    let blanks = " ".repeat(page.width().saturating_sub(indent + name.width() + word.width()));
    page.line(Line::from(vec![Span::styled(format!("{lead}{name}"), style), Span::raw(format!("{blanks}{word}"))]));
}

/// The hint, and what can be typed here.
fn beneath(view: &View<'_>, overlay: &Bring, item: &Item, page: &mut Page) {
    let (desk, phrases) = (view.desk, view.desk.phrases());
    if overlay.input.value().is_empty() {
        page.text(LEAD, item.hint.get(desk.lang()), view.theme.quiet());
    }
    match item.kind {
        ItemKind::Plain => {}
        ItemKind::Family => {
            let relations = desk.content().relations.iter().zip(1..);
            let all: Vec<String> = relations.map(|(r, n)| format!("{n} {}", r.text.get(desk.lang()))).collect();
            page.text(LEAD, &phrases.fill(Msg::BringAdd, &[("relations", &all.join("  "))]), Style::new());
        }
        _ if overlay.input.value().is_empty() => {
            page.text(LEAD, phrases.get(Msg::BringType), view.theme.quiet());
        }
        kind => checked(view, overlay, kind, page),
    }
}

/// What is typed, and how it looks: at once where it is right, on Enter where it is not.
fn checked(view: &View<'_>, overlay: &Bring, kind: ItemKind, page: &mut Page) {
    let typed = overlay.input.value();
    let column = LEAD + overlay.input.visual_cursor();
    page.focus_next(u16::try_from(column.min(page.width() - 1)).unwrap_or_default());
    page.text(LEAD, typed, view.theme.strong());
    if view.desk.looks_right(kind, typed) {
        page.text(LEAD, &view.desk.looks(kind, typed), view.theme.accent());
    } else if overlay.wrong {
        let set = Paragraph { indent: LEAD + 4, mark: ("      (!)", view.theme.alert()), ..Paragraph::default() };
        page.paragraph(&view.desk.looks(kind, typed), set);
    }
}
