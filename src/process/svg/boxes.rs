//! The boxes of the steps: number and label, actor, and stubs for the links that are no lines.

use maud::{Markup, html};

use super::typeset::{Align, Type, paragraph, text};
use super::{Canvas, Frame, GREY, INK, ROOM, UNIT, hue};
use crate::content::{EndKind, Link, Step};
use crate::process::picture::Picture;
use crate::process::{Charset, LinkMark, end_of};

/// Inside a box.
const PAD: usize = 18;
const LEAST: usize = 9;
const MOST: usize = 20;
const BESIDE: usize = 4;

pub(super) fn columns(picture: &Picture<'_>, at: usize) -> usize {
    let label = Type::LABEL.width(&picture.short(at));
    let actor = picture.actor(picture.model.step(at));
    let widest = actor.map_or(0, |actor| Type::NOTE.width(actor)).max(label);
    let onward = picture.links().filter(|(from, link)| link.to == at && from.from < at).count();
    let lines = onward.saturating_sub(1) * ROOM.apart + BESIDE;
    (widest + 2 * PAD).div_ceil(UNIT).max(lines).clamp(LEAST, MOST)
}

/// "→ 10   ↑ 1": the links that are no lines.
fn stubs(page: &Canvas<'_>, from: usize, step: &Step) -> Option<String> {
    let stub = |link: &Link| {
        let mark = LinkMark::of_link(page.picture.model, link).glyph(Charset::Unicode);
        format!("{} {}", mark.trim_start_matches(['─', '═']), link.to + 1)
    };
    let all: Vec<String> = page.plan.rows.stubs(from, step).map(stub).collect();
    (!all.is_empty()).then(|| all.join("   "))
}

/// The height of a step's box. The lines into it are placed before.
pub(super) fn height(page: &Canvas<'_>, at: usize) -> usize {
    2 * PAD - 4 + Type::LABEL.line + notes(page, at).len() * Type::NOTE.line
}

/// The lines below the label, with their colours.
fn notes(page: &Canvas<'_>, at: usize) -> Vec<(String, &'static str)> {
    let picture = page.picture;
    let step = picture.model.step(at);
    let ink = hue(picture, at).map_or(INK, |hue| hue.0);
    let wait = step.wait.as_ref().filter(|_| !page.shows_wait(at));
    let wait = wait.map(|wait| (format!("~ {}", picture.get(&wait.short)), GREY));
    let actor = picture.actor(step).map(|actor| (actor.to_owned(), GREY));
    let stubs = stubs(page, at, step).map(|stubs| (stubs, ink));
    actor.into_iter().chain(wait).chain(stubs).collect()
}

pub(super) fn draw(page: &Canvas<'_>) -> Markup {
    html! {
        @for (at, frame) in &page.boxes {
            (one(page, *at, page.picture.model.step(*at), *frame))
        }
    }
}

fn one(page: &Canvas<'_>, at: usize, step: &Step, frame: Frame) -> Markup {
    let picture = page.picture;
    let (ink, _) = hue(picture, at).unwrap_or((INK, "#ffffff"));
    let end = end_of(step);
    let round = if end.is_some() { frame.height / 2 } else { 16 };
    let dashes = if end == Some(EndKind::NotStated) { "14 10" } else { "none" };
    let weight = if end == Some(EndKind::Stated) { 9 } else { 5 };
    let middle = frame.x + frame.width / 2;
    let room = frame.width - PAD;
    let mut y = frame.y + PAD;
    let (label, below) = paragraph(&picture.short(at), Type::LABEL, (middle, y), room, (Align::Middle, ink));
    y = below;
    let mut notes = Vec::new();
    for (line, color) in self::notes(page, at) {
        notes.push(text(&line, Type::NOTE, (middle, y + Type::NOTE.size), (Align::Middle, color)));
        y += Type::NOTE.line;
    }
    html! {
        g {
            title { (picture.title(at, step)) }
            rect x=(frame.x) y=(frame.y) width=(frame.width) height=(frame.height) rx=(round)
                fill="#ffffff" stroke=(ink) stroke-width=(weight) stroke-dasharray=(dashes) {}
            (label)
            @for note in &notes { (note) }
        }
    }
}
