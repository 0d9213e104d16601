//! What happens next on a sheet: from where the person is, with days; or from the beginning, in short.

use super::SheetWriter;
use std::collections::BTreeSet;

use crate::content::{EndKind, Link, LinkKind, Msg, ProcessModel, Statement, Step, StepKind};
use crate::document::due::only_on_track;
use crate::document::{Block, Document, Kind, Mark, Role};
use crate::process::{Expected, Place, WindowState, end_of};

/// From so many ways on a step is told with where each of them leads.
const MANY: usize = 3;

impl SheetWriter<'_> {
    pub(super) fn next(&self) -> Document {
        let model = &self.ctx.content().process;
        let place = self.ctx.person.map(|person| &person.place);
        match place.and_then(|place| Some((place, place.known(model).next_back()?))) {
            Some((place, (at, day))) => self.onward(model, place, at, &self.ctx.phrases.day(day)),
            None => self.whole_way(model),
        }
    }

    /// Where the person is since when, where that can lead, and each wait ahead: with its days where they are known.
    fn onward(&self, model: &ProcessModel, place: &Place, at: usize, day: &str) -> Document {
        let (ctx, mut doc) = (self.ctx, Document::default());
        let here = Kind::Value { name: model.step(at).title.get(ctx.lang()).to_owned(), number: None };
        doc.push(Block::new(self.at("next.here"), here, day));
        let ways = model.step(at).links.iter().filter(|link| link.kind != LinkKind::Loop && self.is_way(link));
        for (link, n) in ways.zip(1..) {
            let (when, title) = (link.text.get(ctx.lang()), model.step(link.to).title.get(ctx.lang()));
            let text = format!("{when}{}: {title}", ctx.phrases.how_certain(link.certainty));
            doc.push(Block::new(self.at(&format!("next.way.{n}")), Kind::Item { number: None }, text));
        }
        match end_of(model.step(at)) {
            None => {}
            Some(EndKind::Stated) => {
                doc.push(Block::new(self.at("next.end"), Kind::Paragraph, ctx.msg(Msg::ProcessEnds)));
            }
            Some(EndKind::NotStated) => doc.push(Block::open(self.at("next.end"), ctx.msg(Msg::ProcessOpenEnd))),
        }
        let mut ahead = Expected::ahead(model, place, ctx.day);
        ahead.retain(|expected| self.is_for(&model.step(expected.step).offices));
        doc.blocks.extend(ahead.iter().map(|expected| self.ahead(model, at, expected)));
        // No days without what others say of every wait.
        if ahead.iter().any(|expected| expected.from.is_some()) {
            self.of_every_wait(&model.waits_later, &mut doc);
        }
        doc
    }

    fn ahead(&self, model: &ProcessModel, at: usize, expected: &Expected<'_>) -> Block {
        let (ctx, step) = (self.ctx, model.step(expected.step));
        let anchor = self.at(&format!("next.ahead.{}", step.id));
        if expected.from.is_none() {
            return Block::new(anchor, Kind::Item { number: None }, self.brief(step));
        }
        let mut text = format!("{}: {}", step.short.get(ctx.lang()), ctx.phrases.waiting_days(expected));
        text.extend(only_on_track(ctx, Some(at), step).map(|track| format!("; {track}")));
        if expected.max.is_none() {
            // An end that the source has in words alone is not left out.
            text = format!("{text}. {}", expected.wait.statement.text.get(ctx.lang()));
        }
        let said = ctx.cite(&expected.wait.statement);
        let block = Block::new(anchor, Kind::Item { number: None }, text).cited(said);
        match expected.state {
            WindowState::Longer(_) => block.role(Role::Notice).mark(Mark::Notice),
            _ => block,
        }
    }

    /// The steps on no track, in between each track with its waits. Where many ways part they are told as ways, not as one
    /// sequence.
    fn whole_way(&self, model: &ProcessModel) -> Document {
        let (ctx, mut doc) = (self.ctx, Document::default());
        let parting = model.steps.iter().position(|step| step.track.is_some()).unwrap_or(model.steps.len());
        let (before, after) = model.steps.split_at_checked(parting).unwrap_or((&model.steps, &[]));
        doc.blocks.extend(self.shared("next.before", before));
        for track in &model.tracks {
            let of_track = model.steps.iter().filter(|step| step.track.as_ref() == Some(track));
            let own: Vec<&Step> = of_track.clone().filter(|step| self.is_for(&step.offices)).collect();
            if own.is_empty() && of_track.count() > 0 {
                continue;
            }
            let waits = own.into_iter().filter(|step| step.wait.is_some());
            let waits: Vec<String> = waits.map(|step| self.brief(step)).collect();
            let name = track.name.get(ctx.lang());
            let text = if waits.is_empty() { name.to_owned() } else { format!("{name}: {}", waits.join("; ")) };
            let anchor = self.at(&format!("next.track.{}", track.id));
            doc.push(Block::new(anchor, Kind::Item { number: None }, text).level(1));
        }
        doc.blocks.extend(self.shared("next.after", after));
        if model.steps.iter().any(|step| step.wait.is_some() && self.is_for(&step.offices)) {
            self.of_every_wait(&model.waits_later, &mut doc);
        }
        doc
    }

    /// Whether a link is for the office of the sheet, and the step that it leads to.
    fn is_way(&self, link: &Link) -> bool {
        self.is_for(&link.offices) && self.is_for(&self.ctx.content().process.step(link.to).offices)
    }

    /// What others say of every wait: no wait stands without it.
    fn of_every_wait<'s>(&self, later: impl IntoIterator<Item = &'s Statement>, doc: &mut Document) {
        for said in later.into_iter().filter(|said| said.published_by(self.ctx.day)) {
            doc.push(self.ctx.statement(self.at(&format!("next.later.{}", said.id)), said));
        }
    }

    /// Of some steps those that belong to no track: a line up to each step from which many ways part, with those ways.
    fn shared(&self, part: &str, steps: &[Step]) -> Vec<Block> {
        let model = &self.ctx.content().process;
        let (mut lines, mut line, mut told) = (Vec::new(), Vec::new(), BTreeSet::new());
        for step in steps.iter().filter(|step| step.track.is_none() && self.is_for(&step.offices)) {
            let forward = step.links.iter().filter(|link| link.kind == LinkKind::Forward && self.is_way(link));
            let onward = forward.map(|link| link.to);
            let ways: Vec<&Step> = onward.map(|to| model.step(to)).collect();
            if told.contains(&step.id) || !matches!(step.kind, StepKind::Act | StepKind::Decision) {
                continue;
            }
            let mut said = self.brief(step);
            if ways.len() >= MANY {
                let all: Vec<String> = ways.iter().map(|way| self.brief(way)).collect();
                told.extend(ways.iter().map(|way| way.id.clone()));
                said = self.ctx.phrases.fill(Msg::SheetOneOf, &[("step", &said), ("ways", &all.join("; "))]);
            }
            line.push(said);
            if ways.len() >= MANY {
                lines.push(std::mem::take(&mut line));
            }
        }
        lines.push(line);
        let lines = lines.iter().filter(|line| !line.is_empty()).zip(1..);
        let kind = || Kind::Item { number: None };
        lines.map(|(line, n)| Block::new(self.at(&format!("{part}.{n}")), kind(), line.join("; "))).collect()
    }

    /// "Phone call (a few weeks)".
    fn brief(&self, step: &Step) -> String {
        let lang = self.ctx.lang();
        let wait = step.wait.as_ref().map(|wait| format!(" ({})", wait.short.get(lang)));
        format!("{}{}", step.short.get(lang), wait.unwrap_or_default())
    }
}
