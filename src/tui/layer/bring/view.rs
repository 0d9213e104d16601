//! How it looks.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{Bring, Row, rows};
use crate::content::{Item, ItemKind, Topic, Word};
use crate::desk::Desk;
use crate::rules;
use crate::tui::page::{Page, Set, cut};
use crate::tui::state::State;

/// Cells before the words of a row: the hand and the mark.
const LEAD: usize = 6;

/// The list, under what everyone should hear before it.
#[must_use]
pub fn page(state: &State, layer: &Bring, width: u16) -> Page {
    let (desk, mut page) = (&state.desk, Page::new(width));
    let ready = desk.content().items.iter().filter(|item| desk.bring().is_ready(&item.id)).count();
    let title = desk.speaker().word(Word::BringTitle);
    page.paragraph(
        title,
        Set { tag: (&count(desk, ready), Style::new()), style: state.look.strong(), ..Set::default() },
    );
    before(state, &mut page);
    page.gap();
    for (n, row) in rows(desk).into_iter().enumerate() {
        let hand = n == layer.row;
        if hand {
            page.focus_next(0);
        }
        match row {
            Row::Item(item) => {
                let Some(item) = desk.content().items.get(item) else { continue };
                line(state, &mut page, (LEAD, hand), item.text.say(desk.lang()), desk.bring().is_ready(&item.id));
                if hand {
                    beneath(state, layer, item, &mut page);
                }
            }
            Row::Relative(place) => {
                let Some(relative) = desk.bring().family().get(place) else { continue };
                let relation = desk.content().relations.iter().find(|relation| relation.id == relative.relation);
                let name = relation.map_or(&*relative.relation, |relation| relation.text.say(desk.lang()));
                line(state, &mut page, (LEAD + 4, hand), name, relative.ready);
            }
        }
    }
    page
}

/// How many items are ready.
pub(in crate::tui) fn count(desk: &Desk, ready: usize) -> String {
    let of = desk.content().items.len();
    desk.speaker().fill(Word::BringCount, &[("n", &ready.to_string()), ("of", &of.to_string())])
}

/// That it costs nothing, and what must be said before contact data.
fn before(state: &State, page: &mut Page) {
    let desk = &state.desk;
    let (content, lang) = (desk.content(), desk.lang());
    for said in content.on(Topic::Money) {
        page.paragraph(said.text.say(lang), Set { tag: (said.source.label.say(lang), Style::new()), ..Set::default() });
    }
    for advice in rules::before_contact(content, desk.check().answers()) {
        let label = advice.source.as_ref().map_or("", |source| source.label.say(lang));
        let set = Set { indent: 4, mark: ("(!)", state.look.alert()), tag: (label, Style::new()), ..Set::default() };
        page.paragraph(advice.text.say(lang), set);
    }
}

fn line(state: &State, page: &mut Page, (indent, hand): (usize, bool), name: &str, ready: bool) {
    let word = state.desk.speaker().word(if ready { Word::BringReady } else { Word::BringMissing });
    let mark = if ready { "[x]" } else { "[ ]" };
    let lead = format!("{}{}{mark} ", if hand { "> " } else { "  " }, " ".repeat(indent - LEAD));
    let style = if hand { state.look.strong() } else { Style::new() };
    let room = page.width().saturating_sub(indent + word.width() + 2);
    let name = cut(name, room);
    let blanks = " ".repeat(page.width().saturating_sub(indent + name.width() + word.width()));
    page.line(Line::from(vec![Span::styled(format!("{lead}{name}"), style), Span::raw(format!("{blanks}{word}"))]));
}

/// The hint, and what can be typed here.
fn beneath(state: &State, layer: &Bring, item: &Item, page: &mut Page) {
    let (desk, speaker) = (&state.desk, state.desk.speaker());
    if layer.input.value().is_empty() {
        page.text(LEAD, item.hint.say(desk.lang()), state.look.quiet());
    }
    match item.kind {
        ItemKind::Plain => {}
        ItemKind::Family => {
            let relations = desk.content().relations.iter().zip(1..);
            let all: Vec<String> = relations.map(|(r, n)| format!("{n} {}", r.text.say(desk.lang()))).collect();
            page.text(LEAD, &speaker.fill(Word::BringAdd, &[("relations", &all.join("  "))]), Style::new());
        }
        _ if layer.input.value().is_empty() => {
            page.text(LEAD, speaker.word(Word::BringType), state.look.quiet());
        }
        kind => checked(state, layer, kind, page),
    }
}

/// What is typed, and how it looks: at once where it is right, on Enter where it is not.
fn checked(state: &State, layer: &Bring, kind: ItemKind, page: &mut Page) {
    let typed = layer.input.value();
    let column = LEAD + layer.input.visual_cursor();
    page.focus_next(u16::try_from(column.min(page.width() - 1)).unwrap_or_default());
    page.text(LEAD, typed, state.look.strong());
    if state.desk.looks_right(kind, typed) {
        page.text(LEAD, &state.desk.looks(kind, typed), state.look.accent());
    } else if layer.wrong {
        let set = Set { indent: LEAD + 4, mark: ("      (!)", state.look.alert()), ..Set::default() };
        page.paragraph(&state.desk.looks(kind, typed), set);
    }
}
