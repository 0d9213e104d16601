//! What happens next on a sheet: from where the person is, with days; or from the beginning, in short.

use super::Sheet;
use crate::content::{EndKind, LinkKind, Msg, ProcessModel, Step, StepKind};
use crate::document::step::sure;
use crate::document::{Block, Document, Kind, Mark, Role};
use crate::process::{Expected, Place, WindowState, end_of};

impl Sheet<'_> {
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
        let here = Kind::Value { name: model.title(at, ctx.lang()).to_owned(), number: None };
        doc.push(Block::new(self.at("next.here"), here, day));
        let links = model.steps.get(at).into_iter().flat_map(|step| &step.links);
        for (link, n) in links.filter(|link| link.kind != LinkKind::Loop).zip(1..) {
            let (when, title) = (link.text.get(ctx.lang()), model.title(link.to, ctx.lang()));
            let text = format!("{when}{}: {title}", sure(ctx, link.certainty));
            doc.push(Block::new(self.at(&format!("next.way.{n}")), Kind::Item { number: None }, text));
        }
        match model.steps.get(at).and_then(end_of) {
            None => {}
            Some(EndKind::Stated) => {
                doc.push(Block::new(self.at("next.end"), Kind::Paragraph, ctx.msg(Msg::ProcessEnds)));
            }
            Some(EndKind::NotStated) => doc.push(Block::open(self.at("next.end"), ctx.msg(Msg::ProcessOpenEnd))),
        }
        let ahead = Expected::ahead(model, place, ctx.day);
        doc.blocks.extend(ahead.iter().map(|expected| self.ahead(model, expected)));
        // No days without what others say of every wait.
        for said in ahead.iter().find(|expected| expected.from.is_some()).iter().flat_map(|expected| &expected.later) {
            doc.push(ctx.statement(self.at(&format!("next.later.{}", said.id)), said));
        }
        doc
    }

    fn ahead(&self, model: &ProcessModel, expected: &Expected<'_>) -> Block {
        let (ctx, step) = (self.ctx, model.steps.get(expected.step));
        let anchor = self.at(&format!("next.ahead.{}", step.map_or("", |step| &step.id)));
        if expected.from.is_none() {
            return Block::new(
                anchor,
                Kind::Item { number: None },
                step.map(|one| self.brief(one)).unwrap_or_default(),
            );
        }
        let text = format!("{}: {}", model.short(expected.step, ctx.lang()), ctx.phrases.waiting_days(expected));
        let said = ctx.cite(&expected.wait.statement);
        let block = Block::new(anchor, Kind::Item { number: None }, text).cited(said);
        match expected.state {
            WindowState::Longer(_) => block.role(Role::Notice).mark(Mark::Notice),
            _ => block,
        }
    }

    /// The steps that everyone takes, in between each track with its waits.
    fn whole_way(&self, model: &ProcessModel) -> Document {
        let (ctx, mut doc) = (self.ctx, Document::default());
        let parting = model.steps.iter().position(|step| step.track.is_some()).unwrap_or(model.steps.len());
        let (before, after) = model.steps.split_at_checked(parting).unwrap_or((&model.steps, &[]));
        doc.blocks.extend(self.shared("next.before", before));
        for track in &model.tracks {
            let waits = model.steps.iter().filter(|step| step.wait.is_some() && step.track.as_ref() == Some(track));
            let waits: Vec<String> = waits.map(|step| self.brief(step)).collect();
            let name = track.name.get(ctx.lang());
            let text = if waits.is_empty() { name.to_owned() } else { format!("{name}: {}", waits.join("; ")) };
            let anchor = self.at(&format!("next.track.{}", track.id));
            doc.push(Block::new(anchor, Kind::Item { number: None }, text).level(1));
        }
        doc.blocks.extend(self.shared("next.after", after));
        doc
    }

    /// Of some steps those that belong to no track, in one line.
    fn shared(&self, part: &str, steps: &[Step]) -> Option<Block> {
        let is_shared = |step: &&Step| step.track.is_none() && matches!(step.kind, StepKind::Act | StepKind::Decision);
        let shared: Vec<String> = steps.iter().filter(is_shared).map(|step| self.brief(step)).collect();
        (!shared.is_empty()).then(|| Block::new(self.at(part), Kind::Item { number: None }, shared.join("; ")))
    }

    /// "Phone call (a few weeks)".
    fn brief(&self, step: &Step) -> String {
        let lang = self.ctx.lang();
        let wait = step.wait.as_ref().map(|wait| format!(" ({})", wait.short.get(lang)));
        format!("{}{}", step.short.get(lang), wait.unwrap_or_default())
    }
}
