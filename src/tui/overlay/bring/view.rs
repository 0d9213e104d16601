//! How it looks.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{Bring, Row, rows};
use crate::content::{Item, ItemKind, Msg, Topic};
use crate::desk::Desk;
use crate::rules;
use crate::tui::page::{Page, Set, cut};
use crate::tui::state::State;

/// Cells before the words of a row: the focus and the mark.
const LEAD: usize = 6;

/// The list, under what everyone should hear before it.
#[must_use]
pub fn page(state: &State, overlay: &Bring, width: u16) -> Page {
    let (desk, mut page) = (&state.desk, Page::new(width));
    let ready = desk.content().items.iter().filter(|item| desk.bring().is_ready(&item.id)).count();
    let title = desk.phrases().get(Msg::BringTitle);
    page.paragraph(
        title,
        Set { tag: (&count(desk, ready), Style::new()), style: state.theme.strong(), ..Set::default() },
    );
    before(state, &mut page);
    page.gap();
    for (n, row) in rows(desk).into_iter().enumerate() {
        let focused = n == overlay.row;
        if focused {
            page.focus_next(0);
        }
        match row {
            Row::Item(item) => {
                let Some(item) = desk.content().items.get(item) else { continue };
                line(state, &mut page, (LEAD, focused), item.text.get(desk.lang()), desk.bring().is_ready(&item.id));
                if focused {
                    beneath(state, overlay, item, &mut page);
                }
            }
            Row::Relative(place) => {
                let Some(relative) = desk.bring().family().get(place) else { continue };
                let relation = desk.content().relations.iter().find(|relation| relation.id == relative.relation);
                let name = relation.map_or(&*relative.relation, |relation| relation.text.get(desk.lang()));
                line(state, &mut page, (LEAD + 4, focused), name, relative.ready);
            }
        }
    }
    page
}

/// How many items are ready.
pub(in crate::tui) fn count(desk: &Desk, ready: usize) -> String {
    let of = desk.content().items.len();
    desk.phrases().fill(Msg::BringCount, &[("n", &ready.to_string()), ("of", &of.to_string())])
}

/// That it costs nothing, and what must be said before contact data.
fn before(state: &State, page: &mut Page) {
    let desk = &state.desk;
    let (content, lang) = (desk.content(), desk.lang());
    for said in content.on(Topic::Money) {
        page.paragraph(said.text.get(lang), Set { tag: (said.source.label.get(lang), Style::new()), ..Set::default() });
    }
    for advice in rules::before_contact(content, desk.check().answers()) {
        let label = advice.source.as_ref().map_or("", |source| source.label.get(lang));
        let set = Set { indent: 4, mark: ("(!)", state.theme.alert()), tag: (label, Style::new()), ..Set::default() };
        page.paragraph(advice.text.get(lang), set);
    }
}

fn line(state: &State, page: &mut Page, (indent, focused): (usize, bool), name: &str, ready: bool) {
    let word = state.desk.phrases().get(if ready { Msg::BringReady } else { Msg::BringMissing });
    let mark = if ready { "[x]" } else { "[ ]" };
    let lead = format!("{}{}{mark} ", if focused { "> " } else { "  " }, " ".repeat(indent - LEAD));
    let style = if focused { state.theme.strong() } else { Style::new() };
    let room = page.width().saturating_sub(indent + word.width() + 2);
    let name = cut(name, room);
    let blanks = " ".repeat(page.width().saturating_sub(indent + name.width() + word.width()));
    page.line(Line::from(vec![Span::styled(format!("{lead}{name}"), style), Span::raw(format!("{blanks}{word}"))]));
}

/// The hint, and what can be typed here.
fn beneath(state: &State, overlay: &Bring, item: &Item, page: &mut Page) {
    let (desk, phrases) = (&state.desk, state.desk.phrases());
    if overlay.input.value().is_empty() {
        page.text(LEAD, item.hint.get(desk.lang()), state.theme.quiet());
    }
    match item.kind {
        ItemKind::Plain => {}
        ItemKind::Family => {
            let relations = desk.content().relations.iter().zip(1..);
            let all: Vec<String> = relations.map(|(r, n)| format!("{n} {}", r.text.get(desk.lang()))).collect();
            page.text(LEAD, &phrases.fill(Msg::BringAdd, &[("relations", &all.join("  "))]), Style::new());
        }
        _ if overlay.input.value().is_empty() => {
            page.text(LEAD, phrases.get(Msg::BringType), state.theme.quiet());
        }
        kind => checked(state, overlay, kind, page),
    }
}

/// What is typed, and how it looks: at once where it is right, on Enter where it is not.
fn checked(state: &State, overlay: &Bring, kind: ItemKind, page: &mut Page) {
    let typed = overlay.input.value();
    let column = LEAD + overlay.input.visual_cursor();
    page.focus_next(u16::try_from(column.min(page.width() - 1)).unwrap_or_default());
    page.text(LEAD, typed, state.theme.strong());
    if state.desk.looks_right(kind, typed) {
        page.text(LEAD, &state.desk.looks(kind, typed), state.theme.accent());
    } else if overlay.wrong {
        let set = Set { indent: LEAD + 4, mark: ("      (!)", state.theme.alert()), ..Set::default() };
        page.paragraph(&state.desk.looks(kind, typed), set);
    }
}
