//! Things side by side: tracks of the process, and two offices.

use strum::IntoEnumIterator;

use super::{Block, Context, Document, Kind, Mark, Role, office};
use crate::content::{Aspect, EndKind, Msg, Office, Statement, Track};
use crate::process::LinkRef;
use crate::process::compare::{Side, TrackAspect, TrackEntry};
use crate::rules::{self, IntakeLine, intake};

/// Tracks side by side, by index: a heading for each thing that is compared, and a cell for each track.
pub fn tracks(ctx: &Context<'_>, tracks: &[usize]) -> Document {
    let sides = tracks.iter().map(|track| Side::of(&ctx.content().process, *track, ctx.day));
    let sides: Vec<Side<'_>> = sides.collect();
    let mut doc = Document::default();
    doc.push(Block::new("tracks", Kind::Title, ctx.msg(Msg::TracksTitle)));
    let name = |track: &Track| vec![format!("{} {}", track.mark, track.name.get(ctx.lang()))];
    let names = sides.iter().map(|side| name(side.track));
    doc.push(Block::new("tracks.names", Kind::Row { cells: names.collect() }, ""));
    for aspect in TrackAspect::iter() {
        let base = format!("tracks.{}", <&str>::from(aspect));
        doc.push(Block::new(base.clone(), Kind::Heading, ctx.msg(aspect.msg())));
        let cells = sides.iter().map(|side| track_cell(ctx, aspect, side)).collect();
        doc.push(Block::new(format!("{base}.row"), Kind::Row { cells }, ""));
    }
    doc
}

fn track_cell(ctx: &Context<'_>, aspect: TrackAspect, side: &Side<'_>) -> Vec<String> {
    let entries = side.entries(aspect);
    let mut lines = match aspect {
        TrackAspect::Whole => how_long(ctx, &entries),
        _ => entries.iter().map(|entry| track_entry(ctx, aspect, *entry)).collect(),
    };
    if aspect == TrackAspect::Since {
        let pathways = ctx.content().pathways.iter().filter(|pathway| pathway.track == *side.track);
        lines.extend(pathways.filter_map(|pathway| {
            let latest = rules::latest(pathway, ctx.day).statement?;
            let is_new = |said: &Statement| !entries.contains(&TrackEntry::Statement(said));
            is_new(latest).then(|| format!("{}: {}", pathway.name.get(ctx.lang()), sourced(ctx, latest)))
        }));
    }
    if lines.is_empty() {
        lines.push(ctx.msg(Msg::NotStated).to_owned());
    }
    lines
}

/// The times that are said along a way, and for which steps none is: together they say why there is no sum.
fn how_long(ctx: &Context<'_>, way: &[TrackEntry<'_>]) -> Vec<String> {
    let process = &ctx.content().process;
    let (mut said, mut unsaid) = (Vec::new(), Vec::new());
    for at in way.iter().filter_map(|entry| if let TrackEntry::Step(at) = entry { Some(*at) } else { None }) {
        match &process.step(at).wait {
            Some(wait) => {
                said.push(format!(
                    "{} {}: {}",
                    at + 1,
                    process.step(at).short.get(ctx.lang()),
                    wait.short.get(ctx.lang())
                ));
            }
            None => unsaid.push((at + 1).to_string()),
        }
    }
    if !unsaid.is_empty() {
        said.push(ctx.phrases.fill(Msg::CompareUnsaid, &[("steps", &unsaid.join(", "))]));
    }
    said
}

fn track_entry(ctx: &Context<'_>, aspect: TrackAspect, entry: TrackEntry<'_>) -> String {
    let (lang, process) = (ctx.lang(), &ctx.content().process);
    let short = |at: usize| format!("{} {}", at + 1, process.step(at).short.get(lang));
    match entry {
        TrackEntry::Actor(actor) => actor.name.get(lang).to_owned(),
        TrackEntry::Step(at) => {
            let step = process.step(at);
            let actor = step.actor.as_ref().map(|actor| format!(" ({})", actor.name.get(lang)));
            let is_open = aspect == TrackAspect::Ends && step.end == Some(EndKind::NotStated);
            let open = is_open.then(|| format!(" {}", Mark::Open.sign()));
            format!("{} {}{}{}", at + 1, step.title.get(lang), actor.unwrap_or_default(), open.unwrap_or_default())
        }
        TrackEntry::Way(at @ LinkRef { from, .. }) => {
            let link = at.get(process);
            let other = if aspect == TrackAspect::Entry { from } else { link.to };
            format!("{}: {}{}", short(other), link.text.get(lang), ctx.phrases.how_certain(link.certainty))
        }
        TrackEntry::Wait(at) => {
            let wait = process.step(at).wait.as_ref();
            wait.map_or_else(String::new, |wait| format!("{}: {}", short(at), sourced(ctx, &wait.statement)))
        }
        TrackEntry::Statement(said) => sourced(ctx, said),
    }
}

/// A statement in a cell, where there is no room for more than who says it.
fn sourced(ctx: &Context<'_>, said: &Statement) -> String {
    format!("{} [{}]", said.text.get(ctx.lang()), said.source.label.get(ctx.lang()))
}

/// What differs between two offices: intake first, then each rule that is not the same, with the person's finding.
pub fn offices(ctx: &Context<'_>, a: &Office, b: &Office) -> Document {
    let (lang, phrases) = (ctx.lang(), ctx.phrases);
    let base = format!("differ.{}.{}", a.id, b.id);
    let names = [("a", a.name.get(lang)), ("b", b.name.get(lang))];
    let mut doc = Document::default();
    doc.push(Block::new(base.clone(), Kind::Title, phrases.fill(Msg::DifferTitle, &names)));
    intakes(ctx, &base, [a, b], &mut doc);
    let mut alike = Vec::new();
    for aspect in &ctx.content().aspects {
        let [of_a, of_b] = [a, b].map(|office| rule_text(ctx, office, aspect));
        if of_a == of_b {
            alike.push(phrases.aspect(aspect));
            continue;
        }
        let base = format!("{base}.{}", aspect.id);
        doc.push(Block::new(base.clone(), Kind::Heading, phrases.aspect(aspect)));
        for (office, text) in [(a, of_a), (b, of_b)] {
            let kind = Kind::Value { name: office.name.get(lang).to_owned(), number: None };
            let block = Block::new(format!("{base}.{}", office.id), kind, text).role(Role::Rule);
            doc.push(block.mark(ctx.mark_of_aspect(office, aspect)));
        }
    }
    if !alike.is_empty() {
        let text = phrases.fill(Msg::DifferAlike, &[("what", &alike.join(", "))]);
        doc.push(Block::new(format!("{base}.alike"), Kind::Paragraph, text).role(Role::Aside));
    }
    doc
}

/// What an office states of an aspect, in its words.
fn rule_text(ctx: &Context<'_>, office: &Office, aspect: &Aspect) -> String {
    let rules: Vec<String> = office.stated(aspect).map(|rule| ctx.phrases.requirement(rule)).collect();
    if rules.is_empty() { ctx.msg(Msg::NotStatedHere).to_owned() } else { rules.join("; ") }
}

/// Statements on both intakes once, then those on each alone; newest first.
fn intakes(ctx: &Context<'_>, base: &str, offices: [&Office; 2], doc: &mut Document) {
    let intakes = offices.map(|office| intake::of(ctx.content(), office, ctx.day));
    for (office, intake) in offices.into_iter().zip(&intakes) {
        let said = office::contradiction(ctx, &format!("{base}.{}", office.id), intake);
        doc.blocks.extend(
            said.map(|block| Block { text: format!("{}: {}", office.name.get(ctx.lang()), block.text), ..block }),
        );
    }
    let [a, b] = intakes.map(|intake| intake.statements);
    let is_in = |line: &IntakeLine<'_>, others: &[IntakeLine<'_>]| others.iter().any(|o| o.statement == line.statement);
    let (shared, only_a): (Vec<_>, Vec<_>) = a.iter().partition(|line| is_in(line, &b));
    let only_b = b.iter().filter(|line| !is_in(line, &a)).collect();
    let names = offices.map(|office| (&*office.id, office.name.get(ctx.lang())));
    let parts = [("both", ctx.msg(Msg::DifferBoth))].into_iter().chain(names);
    for ((id, name), lines) in parts.zip([shared, only_a, only_b]).filter(|(_, lines)| !lines.is_empty()) {
        let base = format!("{base}.intake.{id}");
        doc.push(Block::new(base.clone(), Kind::Heading, name));
        let entry = |line| Block { kind: Kind::Item { number: None }, ..office::intake_line(ctx, &base, line) };
        doc.blocks.extend(lines.into_iter().map(entry));
    }
}
