//! How it looks.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{Bring, Row, rows};
use crate::check::contact::{self, Phone};
use crate::content::{Item, ItemKind, Topic, Word};
use crate::desk::Desk;
use crate::rules::{self, Verdict};
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
    let (desk, quiet) = (&state.desk, state.look.quiet());
    let (content, lang) = (desk.content(), desk.lang());
    for said in content.on(Topic::Money) {
        page.paragraph(said.text.say(lang), Set { tag: (said.source.label.say(lang), quiet), ..Set::default() });
    }
    for advice in rules::before_contact(content, desk.check().answers()) {
        let label = advice.source.as_ref().map_or("", |source| source.label.say(lang));
        let set = Set { indent: 4, mark: ("(!)", state.look.alert()), tag: (label, quiet), ..Set::default() };
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
    page.text(LEAD, item.hint.say(desk.lang()), state.look.quiet());
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
    if is_right(&state.desk, kind, typed) {
        page.text(LEAD, &looks(&state.desk, kind, typed), state.look.accent());
    } else if layer.wrong {
        let set = Set { indent: LEAD + 4, mark: ("      (!)", state.look.alert()), ..Set::default() };
        page.paragraph(&looks(&state.desk, kind, typed), set);
    }
}

/// Whether what is typed looks right.
pub(super) fn is_right(desk: &Desk, kind: ItemKind, typed: &str) -> bool {
    match kind {
        ItemKind::Email => contact::is_email(typed),
        ItemKind::Phone => matches!(phone(desk, typed), Phone::Right(_)),
        ItemKind::BirthDate => birth(desk, typed).is_some_and(|read| read.is_ok()),
        ItemKind::Plain | ItemKind::Family => false,
    }
}

fn phone<'d>(desk: &'d Desk, typed: &str) -> Phone<'d> {
    contact::phone(desk.content(), desk.check().country(desk.content()), typed)
}

fn birth(desk: &Desk, typed: &str) -> Option<Result<contact::Reached, crate::check::Trouble>> {
    let (_, age) = contact::age_question(desk.content())?;
    Some(contact::birth(desk.content(), age, typed, desk.as_of()))
}

/// What there is to say about what is typed.
fn looks(desk: &Desk, kind: ItemKind, typed: &str) -> String {
    let speaker = desk.speaker();
    match kind {
        ItemKind::Email if contact::is_email(typed) => speaker.word(Word::LooksRight).to_owned(),
        ItemKind::Email => speaker.word(Word::EmailForm).to_owned(),
        ItemKind::Phone => match phone(desk, typed) {
            Phone::Right(_) => speaker.word(Word::LooksRight).to_owned(),
            Phone::Digits(dialling, typed) => {
                let counts: Vec<String> = dialling.digits.iter().map(ToString::to_string).collect();
                let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
                let values = [("code", &*dialling.code), ("of", &speaker.any_of(&counts)), ("n", &typed.to_string())];
                speaker.fill(Word::PhoneDigits, &values)
            }
            Phone::NoNumber => speaker.word(Word::PhoneForm).to_owned(),
            Phone::Unknown => speaker.word(Word::PhoneUnknown).to_owned(),
        },
        ItemKind::BirthDate => birth_looks(desk, typed),
        ItemKind::Plain | ItemKind::Family => String::new(),
    }
}

fn birth_looks(desk: &Desk, typed: &str) -> String {
    let speaker = desk.speaker();
    let (Some((question, _)), Some(read)) = (contact::age_question(desk.content()), birth(desk, typed)) else {
        return String::new();
    };
    match read {
        Ok(reached) => {
            let said = match reached.verdict {
                Verdict::Met => Word::Yes,
                Verdict::NotMet => Word::No,
                Verdict::Unclear => Word::CannotTell,
            };
            let date = speaker.day(desk.as_of());
            let values = [("name", question.name.say(desk.lang())), ("date", &date), ("answer", speaker.word(said))];
            speaker.fill(Word::BirthReached, &values)
        }
        Err(trouble) => speaker.trouble(trouble),
    }
}
