//! The process: its steps in order, or one step with where it goes.

use crate::content::{Certainty, EndKind, LinkKind, Msg, Statement, Step};
use crate::desk::Desk;
use crate::process::text::{Plain, certainty_word};
use crate::process::{Comparison, Detail, Way};

use super::command::{self, Command};
use super::info;
use super::page::Page;
use super::pathway;

/// Columns in which no entry is broken: the page breaks its own lines.
const WHOLE: usize = 10_000;

/// Every step under its number, with how long until it comes.
pub(super) fn all(desk: &Desk, page: &mut Page) {
    for (n, step) in desk.content().process.steps.iter().enumerate() {
        let wait = step.wait.as_ref().map(|wait| format!(" ({})", wait.short.get(desk.lang())));
        let words = format!("{}{}", step.title.get(desk.lang()), wait.unwrap_or_default());
        page.set(&format!("{:>2}  ", n + 1), &words);
    }
}

/// The current step: who acts, how long it takes, what is said of it, where it goes.
pub(super) fn one(desk: &Desk, page: &mut Page) {
    let (lang, phrases) = (desk.lang(), desk.phrases());
    let Some(detail) = Detail::of(&desk.content().process, desk.walk().at, desk.as_of()) else { return };
    let step = detail.step;
    page.set(&format!("{}  ", detail.number), step.title.get(lang));
    if let Some(actor) = &step.actor {
        page.say(&phrases.fill(Msg::ProcessActor, &[("actor", actor.name.get(lang))]));
    }
    if let Some(track) = &step.track {
        let values = [("mark", track.mark.as_str()), ("track", track.name.get(lang))];
        page.say(&phrases.fill(Msg::ProcessTrack, &values));
    }
    here(desk, detail.number - 1, page);
    if let Some(wait) = detail.wait {
        page.say(&phrases.fill(Msg::ProcessWait, &[("wait", wait.statement.text.get(lang))]));
    }
    for notice in &detail.notices {
        info::notice_of(desk, &notice.statement, page);
    }
    for statement in &detail.statements {
        info::said(desk, statement, page);
    }
    for open in &step.open {
        page.set("(?) ", open.get(lang));
    }
    pathways(desk, step, page);
    ways(desk, &detail, page);
}

/// Since when the person is at the step, and what they wait for there.
fn here(desk: &Desk, step: usize, page: &mut Page) {
    let (model, phrases) = (&desk.content().process, desk.phrases());
    let Some((_, day)) = desk.place().known(model).next_back().filter(|(at, _)| *at == step) else { return };
    page.say(&phrases.fill(Msg::HereSince, &[("date", &phrases.day(day))]));
    for (text, longer) in desk.waits_ahead() {
        page.set(if longer { "(!) " } else { "- " }, &text);
    }
}

/// The tracks one after the other: columns cannot be listened to.
pub(super) fn tracks(desk: &Desk, page: &mut Page) {
    let (content, phrases) = (desk.content(), desk.phrases());
    let cite = |said: &Statement| phrases.said_by(said);
    let plain =
        Plain { model: &content.process, catalog: &content.catalog, lang: desk.lang(), day: desk.as_of(), cite: &cite };
    for track in 0..content.process.tracks.len() {
        page.gap();
        let text = plain.compare_within(&Comparison::of(&content.process, &[track], desk.as_of()), WHOLE);
        for line in text.lines() {
            match line.strip_prefix("- ") {
                Some(entry) => page.set("- ", entry),
                None if line.is_empty() => page.gap(),
                None => page.say(line),
            }
        }
    }
}

fn ways(desk: &Desk, detail: &Detail<'_>, page: &mut Page) {
    let phrases = desk.phrases();
    page.gap();
    let from: Vec<String> = detail.comes_from().iter().map(ToString::to_string).collect();
    if detail.number == 1 {
        page.say(phrases.get(Msg::ProcessBegins));
    }
    if !from.is_empty() {
        page.say(&phrases.fill(Msg::ProcessFrom, &[("steps", &from.join(", "))]));
    }
    match detail.end {
        Some(EndKind::Stated) => page.say(phrases.get(Msg::ProcessEnds)),
        Some(EndKind::NotStated) => page.set("(?) ", phrases.get(Msg::ProcessOpenEnd)),
        None => {}
    }
    if !detail.out.is_empty() {
        let follow = phrases.get(command::name(Command::Follow));
        page.say(&phrases.fill(Msg::LinearWays, &[("follow", follow)]));
    }
    let mut onward = Msg::ProcessThen;
    for (n, way) in detail.out.iter().enumerate() {
        page.set(&format!("{}  ", n + 1), &way_words(desk, way, &mut onward));
    }
}

/// "then 6: Routing", "or 11, not qualified (usual): Other help".
fn way_words(desk: &Desk, way: &Way<'_>, onward: &mut Msg) -> String {
    let (lang, phrases) = (desk.lang(), desk.phrases());
    let word = match way.link.kind {
        LinkKind::Forward => std::mem::replace(onward, Msg::ProcessOr),
        LinkKind::Transfer => Msg::ProcessCross,
        LinkKind::Loop if way.other == way.at.from => Msg::ProcessAgain,
        LinkKind::Loop => Msg::ProcessBack,
    };
    let mut words = phrases.fill(word, &[("step", &way.number().to_string())]);
    let title = desk.content().process.title(way.other, lang);
    let when = way.link.text.get(lang);
    if !when.is_empty() {
        words += ", ";
        words += when;
    }
    words += &sure(desk, way.link.certainty);
    words += ": ";
    words + title
}

fn sure(desk: &Desk, certainty: Certainty) -> String {
    certainty_word(certainty).map(|word| format!(" ({})", desk.phrases().get(word))).unwrap_or_default()
}

/// What the step's track can end in, with the first step of the track; later status first.
fn pathways(desk: &Desk, step: &Step, page: &mut Page) {
    let Some(track) = &step.track else { return };
    let content = desk.content();
    let first = content.process.steps.iter().find(|other| other.track.as_ref() == Some(track));
    let mut all = content.pathways.iter().filter(|pathway| pathway.track == *track).peekable();
    if all.peek().is_none() || first != Some(step) {
        return;
    }
    page.gap();
    page.say(&format!("{}:", desk.phrases().get(Msg::PathwaysHere)));
    for one in all {
        pathway::one(desk, one, Some(step), None, page);
    }
}
