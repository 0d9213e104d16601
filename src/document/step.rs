//! A step of the process, and the list of all steps.

use super::{Block, Context, Depth, Document, Kind, Mark, Role};
use crate::content::{EndKind, Id, Link, LinkKind, Msg, Notification};
use crate::process::{Detail, Expected, WindowState, end_of};

/// Every step under its number, with how long until it comes, and the parts of the process above their first steps.
pub fn steps(ctx: &Context<'_>) -> Document {
    let mut doc = Document::default();
    for (step, number) in ctx.content().process.steps.iter().zip(1..) {
        if let Some(heading) = ctx.content().process.heading(number - 1, ctx.lang()) {
            let track = step.track.as_ref().map(|track| format!("{} ", track.mark)).unwrap_or_default();
            doc.push(Block::new(format!("part.{}", step.id), Kind::Heading, track + heading));
        }
        let wait = step.wait.as_ref().map(|wait| format!(" ({})", wait.short.get(ctx.lang())));
        let text = format!("{}{}", step.title.get(ctx.lang()), wait.unwrap_or_default());
        doc.push(Block::new(format!("step.{}", step.id), Kind::Item { number: Some(number) }, text));
    }
    doc
}

/// One step, by its index: who acts, what was reported since, where the person stands, how long it takes, where it leads,
/// what is said of it, and at the first step what the application asks for.
pub fn step(ctx: &Context<'_>, step: usize, depth: Depth) -> Document {
    let detail = Detail::of(&ctx.content().process, step, ctx.day);
    let mut builder = Builder { ctx, base: format!("step.{}", detail.step.id), detail, doc: Document::default() };
    builder.head(depth);
    builder.ways(depth);
    builder.end();
    if depth == Depth::Whole {
        builder.notifications();
        builder.statements();
        builder.items();
        builder.pathways();
    }
    builder.doc
}

/// A wait that lies ahead of the person, with its window.
pub(super) fn wait_ahead(ctx: &Context<'_>, base: &str, expected: &Expected<'_>) -> Block {
    let step = ctx.content().process.step(expected.step);
    let text = format!("{} {}: {}", expected.step + 1, step.short.get(ctx.lang()), ctx.phrases.waiting(expected));
    let longer = matches!(expected.state, WindowState::Longer(_));
    let block = Block::new(format!("{base}.ahead.{}", step.id), Kind::Item { number: None }, text);
    if longer { block.role(Role::Notice).mark(Mark::Notice) } else { block }
}

/// Which offices something is for; nothing where it is for all.
fn offices_of(ctx: &Context<'_>, ids: &[Id]) -> Option<String> {
    let known = ids.iter().filter_map(|id| ctx.content().office(id));
    let names: Vec<&str> = known.map(|office| office.name.get(ctx.lang())).collect();
    (!names.is_empty()).then(|| ctx.phrases.fill(Msg::OnlyFor, &[("a", &ctx.phrases.all_of(&names))]))
}

struct Builder<'a> {
    ctx: &'a Context<'a>,
    base: String,
    detail: Detail<'a>,
    doc: Document,
}

impl Builder<'_> {
    fn at(&self, part: &str) -> String {
        format!("{}.{part}", self.base)
    }

    fn say(&mut self, part: &str, text: impl Into<String>) {
        self.doc.push(Block::new(self.at(part), Kind::Paragraph, text));
    }

    /// Title, who acts, what was reported since, the person, the wait.
    fn head(&mut self, depth: Depth) {
        let (ctx, step) = (self.ctx, self.detail.step);
        let title = format!("{} {}", self.detail.number, step.title.get(ctx.lang()));
        self.doc.push(Block::new(self.base.clone(), Kind::Title, title));
        if let Some(actor) = &step.actor {
            let name = actor.name.get(ctx.lang());
            let whole = ctx.phrases.fill(Msg::ProcessActor, &[("actor", name)]);
            self.say("who", if depth == Depth::Whole { whole } else { name.to_owned() });
        }
        if let Some(track) = &step.track {
            let values = [("mark", track.mark.as_str()), ("track", track.name.get(ctx.lang()))];
            self.say("track", ctx.phrases.fill(Msg::ProcessTrack, &values));
        }
        self.only_for();
        self.notices(depth);
        self.person();
        self.wait();
    }

    /// The offices that the step is for, where it is not for all.
    fn only_for(&mut self) {
        if let Some(offices) = offices_of(self.ctx, &self.detail.step.offices) {
            self.say("offices", offices);
        }
    }

    /// At a glance only a sign behind who acts shows that there are notices: before it, it would be said of them. The whole
    /// step quotes the notices.
    fn notices(&mut self, depth: Depth) {
        if depth == Depth::Glance {
            match self.doc.blocks.last_mut().filter(|_| !self.detail.notices.is_empty()) {
                Some(title) if title.kind == Kind::Title => title.mark = Mark::Notice,
                Some(who) => who.text = format!("{} {}", who.text, Mark::Notice.sign()),
                None => {}
            }
            return;
        }
        for notice in &self.detail.notices {
            let said = &notice.statement;
            self.doc.push(self.ctx.notice(self.at(&format!("notice.{}", said.id)), said));
        }
    }

    /// Since when the person has been at the step with the waits that follow, or when they were there.
    fn person(&mut self) {
        let (ctx, model, step) = (self.ctx, &self.ctx.content().process, self.detail.number - 1);
        let Some(place) = ctx.person.map(|person| &person.place) else { return };
        let Some((_, day)) = place.known(model).rfind(|(reached, _)| *reached == step) else { return };
        let is_here = place.at(model) == Some(step);
        let word = if is_here { Msg::HereSince } else { Msg::ReachedOn };
        self.say("person", ctx.phrases.fill(word, &[("date", &ctx.phrases.day(day))]));
        if is_here {
            for expected in place.next(model, ctx.day) {
                self.doc.push(wait_ahead(ctx, &self.base, &expected));
            }
        }
    }

    /// How long until the step comes: by the calendar once the person's place is known.
    fn wait(&mut self) {
        let (ctx, model) = (self.ctx, &self.ctx.content().process);
        let Some(wait) = &self.detail.step.wait else { return };
        let place = ctx.person.map(|person| &person.place).filter(|place| place.at(model).is_some());
        let expected = place.and_then(|place| Expected::of(model, place, self.detail.number - 1, ctx.day));
        let is_dated = expected.as_ref().is_some_and(|expected| expected.from.is_some());
        let said = expected.map(|expected| ctx.phrases.waiting(&expected));
        let said = said.unwrap_or_else(|| wait.statement.text.get(ctx.lang()).to_owned());
        let text = ctx.phrases.fill(Msg::ProcessWait, &[("wait", &said)]);
        let block = Block::new(self.at("wait"), Kind::Paragraph, text);
        // A dated wait names its sources sentence by sentence.
        self.doc.push(if is_dated { block } else { block.cited(ctx.cite(&wait.statement)) });
    }

    /// Where it comes from and leads; at a glance where it leads, in numbers.
    fn ways(&mut self, depth: Depth) {
        if depth != Depth::Whole {
            let to: Vec<String> = self.detail.out.iter().map(|way| (way.link.to + 1).to_string()).collect();
            return self.listed("to", Msg::ProcessTo, &to);
        }
        if self.detail.number == 1 {
            self.say("begins", self.ctx.msg(Msg::ProcessBegins));
        }
        let from: Vec<String> = self.detail.comes_from.iter().map(ToString::to_string).collect();
        self.listed("from", Msg::ProcessFrom, &from);
        let mut onward = Msg::ProcessThen;
        for (way, n) in self.detail.out.iter().zip(1..) {
            let text = way_text(self.ctx, self.detail.number, way.link, &mut onward);
            self.doc.push(Block::new(self.at(&format!("way.{n}")), Kind::Item { number: Some(n) }, text));
        }
    }

    /// How the person hears where it leads: what a source says of several ways is said once.
    fn notifications(&mut self) {
        let ctx = self.ctx;
        let mut said: Vec<(&Notification, Vec<String>)> = Vec::new();
        for way in &self.detail.out {
            for one in &way.link.notifications {
                let number = (way.link.to + 1).to_string();
                match said.iter_mut().find(|(known, _)| *known == one) {
                    Some((_, numbers)) => numbers.push(number),
                    None => said.push((one, vec![number])),
                }
            }
        }
        for ((one, numbers), n) in said.into_iter().zip(1..) {
            let text = ctx.phrases.notification(&numbers, one);
            let citation = ctx.cite_source(&one.source, one.section.as_deref());
            self.doc.push(Block::new(self.at(&format!("told.{n}")), Kind::Paragraph, text).cited(citation));
        }
    }

    fn statements(&mut self) {
        let (ctx, step) = (self.ctx, self.detail.step);
        for said in &self.detail.statements {
            self.doc.push(ctx.statement(self.at(&format!("statement.{}", said.id)), said));
        }
        for (note, n) in step.open.iter().zip(1..) {
            self.doc.push(Block::open(self.at(&format!("open.{n}")), note.get(ctx.lang())));
        }
    }

    /// What the application asks for, with the step where everyone begins.
    fn items(&mut self) {
        let (ctx, items) = (self.ctx, &self.ctx.content().items);
        if self.detail.number > 1 || items.is_empty() {
            return;
        }
        self.doc.push(Block::new(self.at("items"), Kind::Heading, ctx.msg(Msg::ToProvide)));
        for item in items {
            let citation = ctx.cite_source(&item.source, Some(&item.section));
            let anchor = self.at(&format!("item.{}", item.id));
            let hint = Block::new(format!("{anchor}.hint"), Kind::Paragraph, item.hint.get(ctx.lang()));
            self.doc.push(Block::new(anchor, Kind::Item { number: None }, item.text.get(ctx.lang())).cited(citation));
            self.doc.push(hint.role(Role::Aside).level(1));
        }
    }

    /// The pathways of the track, at its first step.
    fn pathways(&mut self) {
        let Some(track) = &self.detail.step.track else { return };
        if self.ctx.content().process.first_of(track) + 1 == self.detail.number {
            self.doc.append(super::pathway::of_track(self.ctx, track));
        }
    }

    fn listed(&mut self, part: &str, msg: Msg, numbers: &[String]) {
        if !numbers.is_empty() {
            self.say(part, self.ctx.phrases.fill(msg, &[("steps", &numbers.join(", "))]));
        }
    }

    fn end(&mut self) {
        match end_of(self.detail.step) {
            None => {}
            Some(EndKind::Stated) => self.say("end", self.ctx.msg(Msg::ProcessEnds)),
            Some(EndKind::NotStated) => {
                self.doc.push(Block::open(self.at("end"), self.ctx.msg(Msg::ProcessOpenEnd)));
            }
        }
    }
}

/// "then 6: Routing", "or 11, not qualified (usual): Other help". `onward` is the word for the next way on.
fn way_text(ctx: &Context<'_>, from: usize, link: &Link, onward: &mut Msg) -> String {
    let word = match link.kind {
        LinkKind::Forward => std::mem::replace(onward, Msg::ProcessOr),
        LinkKind::Transfer => Msg::ProcessCross,
        LinkKind::Loop if link.to + 1 == from => Msg::ProcessAgain,
        LinkKind::Loop => Msg::ProcessBack,
    };
    let mut text = ctx.phrases.fill(word, &[("step", &(link.to + 1).to_string())]);
    let when = link.text.get(ctx.lang());
    if !when.is_empty() {
        text += ", ";
        text += when;
    }
    text += &offices_of(ctx, &link.offices).map(|offices| format!(" ({offices})")).unwrap_or_default();
    text += &ctx.phrases.how_certain(link.certainty);
    let title = ctx.content().process.step(link.to).title.get(ctx.lang());
    text + ": " + title
}
