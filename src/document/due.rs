//! What is due: the steps that the people of kept cases wait for, by the day on which the first can come.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Block, Context, Document, Kind, Mark, Role};
use crate::case::{Code, Record, StoreError, StoredMove};
use crate::content::{Msg, Step};
use crate::process::{Expected, Move, Place, WindowState};

/// A case as far as it matters for what is due: nothing that the person answered.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Waiting {
    pub code: Code,
    pub place: Place,
    /// Whether it stays until somebody deletes it; others are gone before most steps come.
    pub kept: bool,
}

impl Waiting {
    /// The case of a record.
    pub fn of_record(record: &Record) -> Self {
        let moved = |stored: &StoredMove| Move { step: stored.step.as_str().into(), day: stored.date };
        let place = Place { moves: record.place.iter().map(moved).collect() };
        Self { code: record.code().clone(), place, kept: record.kept }
    }
}

/// A step that somebody waits for.
#[derive(Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Due<'a> {
    pub case: &'a Waiting,
    pub step: &'a Step,
    pub expected: Expected<'a>,
}

impl<'a> Due<'a> {
    /// What is due of some cases: by day, then what has no day.
    pub fn of(ctx: &Context<'a>, cases: impl IntoIterator<Item = &'a Waiting>) -> Vec<Self> {
        let model = &ctx.content().process;
        let of_case = |case: &'a Waiting| {
            let ahead = Expected::ahead(model, &case.place, ctx.day).into_iter();
            ahead.map(move |expected| Self { case, step: model.step(expected.step), expected })
        };
        let mut all: Vec<Self> = cases.into_iter().flat_map(of_case).collect();
        all.sort_by_cached_key(|due| {
            let last = due.expected.max.unwrap_or(NaiveDate::MAX);
            (due.day().is_none(), due.day(), last, due.case.code.clone(), due.expected.step)
        });
        all
    }

    /// The same for the cases that are kept, which are the ones that are listed.
    pub fn of_kept(ctx: &Context<'a>, cases: &'a [Waiting]) -> Vec<Self> {
        Self::of(ctx, cases.iter().filter(|case| case.kept))
    }

    /// The day under which it is listed: the first of its window, or the last where no first is stated.
    pub fn day(&self) -> Option<NaiveDate> {
        self.expected.min.or(self.expected.max)
    }

    /// Code, step, window and who acts: "K7Q2: Counselling session, 17-31 May 2026, by IOM". Nothing else of the person.
    pub fn headline(&self, ctx: &Context<'_>) -> String {
        let Expected { min, max, .. } = self.expected;
        let window = ctx.phrases.window(min, max);
        let by = self.step.actor.as_ref().map(|actor| actor.name.get(ctx.lang()));
        let by = by.map(|who| ctx.phrases.fill(Msg::DueBy, &[("who", who)]));
        let parts = [Some(self.step.title.get(ctx.lang()).to_owned()), Some(window), by];
        let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        format!("{}: {}", self.case.code, parts.join(", "))
    }

    fn block(&self, ctx: &Context<'_>) -> Block {
        let is_longer = matches!(self.expected.state, WindowState::Longer(_));
        let parts = [Some(self.summary(ctx)), self.counted(ctx)];
        let text = self.with_wait(ctx, parts.into_iter().flatten().collect::<Vec<_>>().join("; "));
        let anchor = format!("due.{}.{}", self.case.code, self.step.id);
        let block = Block::new(anchor, Kind::Item { number: None }, text);
        let block = block.cited(ctx.cite(&self.expected.wait.statement));
        if is_longer { block.mark(Mark::Notice) } else { block }
    }

    /// A text, and behind it the wait in its words where no day is counted.
    pub fn with_wait(&self, ctx: &Context<'_>, text: String) -> String {
        if self.expected.from.is_some() { text } else { format!("{text}. {}", ctx.phrases.waiting(&self.expected)) }
    }

    /// From when the window counts; none where there is none.
    fn counted(&self, ctx: &Context<'_>) -> Option<String> {
        let (from, day) = self.expected.from?;
        let (wait, step) =
            (self.expected.wait.short.get(ctx.lang()), ctx.content().process.step(from).short.get(ctx.lang()));
        Some(ctx.phrases.fill(Msg::WaitAfter, &[("wait", wait), ("day", &ctx.phrases.day(day)), ("step", step)]))
    }

    fn on_track(&self, ctx: &Context<'_>) -> Option<String> {
        only_on_track(ctx, self.case.place.at(&ctx.content().process), self.step)
    }

    /// The headline, on which track it holds where the person may be on another, and whether it takes longer than said.
    pub fn summary(&self, ctx: &Context<'_>) -> String {
        let is_longer = matches!(self.expected.state, WindowState::Longer(_));
        let longer = is_longer.then(|| ctx.msg(Msg::WaitLonger).to_owned());
        [Some(self.headline(ctx)), self.on_track(ctx), longer].into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}

/// The track of a step, where a person at another step may be on another one.
pub(super) fn only_on_track(ctx: &Context<'_>, at: Option<usize>, step: &Step) -> Option<String> {
    let track = step.track.as_ref()?;
    let here = at.and_then(|at| ctx.content().process.step(at).track.as_ref());
    let values = [("mark", track.mark.as_str()), ("track", track.name.get(ctx.lang()))];
    (here != Some(track)).then(|| ctx.phrases.fill(Msg::DueOnTrack, &values))
}

/// What no window stands without: the newest notice on the programme in a line, and what other sources say of waits.
pub fn due_caveats(ctx: &Context<'_>) -> Document {
    let mut doc = super::headline(ctx);
    let later = ctx.content().process.waits_later.iter().filter(|said| said.published_by(ctx.day));
    later.for_each(|said| doc.push(ctx.notice(format!("due.waits.{}", said.id), said)));
    doc
}

/// What is due of kept cases, by day; below the days what has none, what is not listed, which cases cannot be read, and
/// every notice.
pub fn due(ctx: &Context<'_>, cases: &[Waiting], troubles: &[StoreError]) -> Document {
    let mut doc = Document::default();
    doc.push(Block::new("due", Kind::Title, ctx.msg(Msg::DueTitle)));
    doc.append(due_caveats(ctx));
    let all = Due::of_kept(ctx, cases);
    if all.is_empty() {
        doc.push(Block::new("due.none", Kind::Paragraph, ctx.msg(Msg::DueNone)));
    }
    for of_day in all.chunk_by(|a, b| a.day() == b.day()) {
        let day = of_day.first().and_then(Due::day);
        let (anchor, heading) = day.map_or_else(
            || ("due.undated".to_owned(), ctx.msg(Msg::DueUndated).to_owned()),
            |day| (format!("due.{day}"), ctx.phrases.day(day)),
        );
        doc.push(Block::new(anchor, Kind::Heading, heading));
        doc.blocks.extend(of_day.iter().map(|due| due.block(ctx)));
    }
    let codes: BTreeSet<&str> = not_kept(ctx, cases).map(Code::as_str).collect();
    if !codes.is_empty() {
        let codes: Vec<&str> = codes.into_iter().collect();
        let text = ctx.phrases.fill(Msg::DueNotKept, &[("codes", &codes.join(", "))]);
        doc.push(Block::open("due.not_kept", text));
    }
    for (trouble, n) in troubles.iter().zip(1..) {
        let block = Block::new(format!("due.trouble.{n}"), Kind::Paragraph, ctx.phrases.case_error(trouble));
        doc.push(block.role(Role::Notice).mark(Mark::Notice));
    }
    doc.part_once("due.notices", ctx.msg(Msg::NoticesTitle), super::head(ctx));
    doc
}

/// The cases whose people wait for something, and that nobody keeps.
pub fn not_kept<'a>(ctx: &Context<'a>, cases: &'a [Waiting]) -> impl Iterator<Item = &'a Code> {
    let others = cases.iter().filter(|case| !case.kept);
    Due::of(ctx, others).into_iter().map(|due| &due.case.code)
}
