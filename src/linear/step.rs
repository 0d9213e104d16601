//! The process: its steps in order, or one step with where it goes.

use crate::content::{Certainty, EndKind, LinkKind, Statement, Step, Word};
use crate::desk::Desk;
use crate::process::text::{Plain, certainty_word};
use crate::process::{Comparison, Detail, Way};

use super::about;
use super::command::{self, Command};
use super::page::Page;
use super::pathway;

/// Columns in which no entry is broken: the page breaks its own lines.
const WHOLE: usize = 10_000;

/// Every step under its number, with how long until it comes.
pub(super) fn all(desk: &Desk, page: &mut Page) {
    for (n, step) in desk.content().process.steps.iter().enumerate() {
        let wait = step.wait.as_ref().map(|wait| format!(" ({})", wait.short.say(desk.lang())));
        let words = format!("{}{}", step.title.say(desk.lang()), wait.unwrap_or_default());
        page.set(&format!("{:>2}  ", n + 1), &words);
    }
}

/// The step at hand: who acts, how long it takes, what is said of it, where it goes.
pub(super) fn one(desk: &Desk, page: &mut Page) {
    let (lang, speaker) = (desk.lang(), desk.speaker());
    let Some(detail) = Detail::of(&desk.content().process, desk.walk().at, desk.as_of()) else { return };
    let step = detail.step;
    page.set(&format!("{}  ", detail.number), step.title.say(lang));
    if let Some(actor) = &step.actor {
        page.say(&speaker.fill(Word::ProcessActor, &[("actor", actor.name.say(lang))]));
    }
    if let Some(track) = &step.track {
        let values = [("mark", track.mark.as_str()), ("track", track.name.say(lang))];
        page.say(&speaker.fill(Word::ProcessTrack, &values));
    }
    here(desk, detail.number - 1, page);
    if let Some(wait) = detail.wait {
        page.say(&speaker.fill(Word::ProcessWait, &[("wait", wait.statement.text.say(lang))]));
    }
    for notice in &detail.notices {
        about::notice_of(desk, &notice.statement, page);
    }
    for statement in &detail.statements {
        about::said(desk, statement, page);
    }
    for open in &step.open {
        page.set("(?) ", open.say(lang));
    }
    pathways(desk, step, page);
    ways(desk, &detail, page);
}

/// Since when the person is at the step, and what they wait for there.
fn here(desk: &Desk, step: usize, page: &mut Page) {
    let (model, speaker) = (&desk.content().process, desk.speaker());
    let Some((_, day)) = desk.place().known(model).next_back().filter(|(at, _)| *at == step) else { return };
    page.say(&speaker.fill(Word::HereSince, &[("date", &speaker.day(day))]));
    for (text, longer) in desk.waits_ahead() {
        page.set(if longer { "(!) " } else { "- " }, &text);
    }
}

/// The tracks one after the other: columns cannot be listened to.
pub(super) fn tracks(desk: &Desk, page: &mut Page) {
    let (content, speaker) = (desk.content(), desk.speaker());
    let cite = |said: &Statement| speaker.said_by(said);
    let plain =
        Plain { model: &content.process, words: &content.words, lang: desk.lang(), day: desk.as_of(), cite: &cite };
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
    let speaker = desk.speaker();
    page.gap();
    let from: Vec<String> = detail.comes_from().iter().map(ToString::to_string).collect();
    if detail.number == 1 {
        page.say(speaker.word(Word::ProcessBegins));
    }
    if !from.is_empty() {
        page.say(&speaker.fill(Word::ProcessFrom, &[("steps", &from.join(", "))]));
    }
    match detail.end {
        Some(EndKind::Stated) => page.say(speaker.word(Word::ProcessEnds)),
        Some(EndKind::NotStated) => page.set("(?) ", speaker.word(Word::ProcessOpenEnd)),
        None => {}
    }
    if !detail.out.is_empty() {
        let follow = speaker.word(command::name(Command::Follow));
        page.say(&speaker.fill(Word::LinearWays, &[("follow", follow)]));
    }
    let mut onward = Word::ProcessThen;
    for (n, way) in detail.out.iter().enumerate() {
        page.set(&format!("{}  ", n + 1), &way_words(desk, way, &mut onward));
    }
}

/// "then 6: Routing", "or 11, not qualified (usual): Other help".
fn way_words(desk: &Desk, way: &Way<'_>, onward: &mut Word) -> String {
    let (lang, speaker) = (desk.lang(), desk.speaker());
    let word = match way.link.kind {
        LinkKind::Forward => std::mem::replace(onward, Word::ProcessOr),
        LinkKind::Transfer => Word::ProcessCross,
        LinkKind::Loop if way.other == way.at.from => Word::ProcessAgain,
        LinkKind::Loop => Word::ProcessBack,
    };
    let mut words = speaker.fill(word, &[("step", &way.number().to_string())]);
    let title = desk.content().process.steps.get(way.other).map_or("", |step| step.title.say(lang));
    let when = way.link.text.say(lang);
    if !when.is_empty() {
        words += ", ";
        words += when;
    }
    words += &sure(desk, way.link.certainty);
    words += ": ";
    words + title
}

fn sure(desk: &Desk, certainty: Certainty) -> String {
    certainty_word(certainty).map(|word| format!(" ({})", desk.speaker().word(word))).unwrap_or_default()
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
    page.say(&format!("{}:", desk.speaker().word(Word::PathwaysHere)));
    for one in all {
        pathway::one(desk, one, Some(step), None, page);
    }
}
