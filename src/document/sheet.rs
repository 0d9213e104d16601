//! What a person takes home: an office, how they stand there, and what to do, short enough for one page.
//!
//! The headings are the person's questions. The last part of a heading's anchor says what it is about (`bring`, `next`,
//! `ask`, `beware`), so that a renderer can choose a pictogram by it.

mod minimum;
mod next;
mod referral;
mod sources;

use std::cmp::Reverse;

use super::{Block, Context, Document, Kind, PersonState, advice, notices, office};
use crate::check::{Check, ResumePoint};
use crate::content::{Content, Id, ItemKind, Msg, Notice, Office, Situation, Topic};
use crate::rules::{self, Answers, OfficeFinding, intake};

pub use referral::referral;

/// Whether a sheet speaks of the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Personal {
    /// How they stand, what they have ready, where they are in the process.
    Told,
    /// Nothing of any person: the requirements alone.
    LeftOut,
}

/// What is blank on a sheet, to be filled in by hand.
const BLANK: &str = "________________________________";

/// The sheet on an office. Of the person it says no more than may be stored: no answer that is withheld, and nothing that
/// rests on one. Where nothing was answered it says the requirements alone.
pub fn sheet(ctx: &Context<'_>, office: &Office, personal: Personal) -> Document {
    let told = ctx.person.filter(|_| personal == Personal::Told);
    let leaves_out = told.is_some_and(|person| !person.check.withheld(ctx.content()).is_empty());
    let on_paper = told.map(|person| person.on_paper(ctx.content()));
    let ctx = Context { person: on_paper.as_ref(), ..*ctx };
    let known = ctx.finding(office).filter(|_| ctx.person.is_some_and(|person| !person.check.is_empty()));
    let sheet = SheetWriter { ctx: &ctx, office, base: format!("sheet.{}", office.id), finding: known, leaves_out };
    let is_closed = intake::of(ctx.content(), office, ctx.day).state.is_closed();
    let (apply, applying) = if is_closed { ("applied", Msg::SheetApplied) } else { ("apply", Msg::SheetApply) };
    let doc = sheet.filled(
        sheet.head(),
        [
            ("news", Msg::SheetNews, sheet.news()),
            ("minimum", if known.is_some() { Msg::SheetMinimum } else { Msg::SheetMinimumOf }, sheet.minimum()),
            ("find", Msg::SheetFind, sheet.to_find_out()),
            ("bring", Msg::SheetBring, sheet.bring()),
            (apply, applying, sheet.apply()),
            ("next", Msg::SheetNext, sheet.next()),
            ("ask", Msg::SheetAsk, sheet.ask()),
            ("beware", Msg::SheetBeware, sheet.beware()),
        ],
    );
    doc.blocks.into_iter().map(Block::for_paper).collect()
}

struct SheetWriter<'a> {
    ctx: &'a Context<'a>,
    office: &'a Office,
    base: String,
    /// None where nothing was answered, or nothing is to be said of it.
    finding: Option<&'a OfficeFinding>,
    /// Whether there are answers that are on no paper.
    leaves_out: bool,
}

impl SheetWriter<'_> {
    /// A document with parts under their headings, and what it rests on as the last.
    fn filled<const N: usize>(&self, mut doc: Document, parts: [(&str, Msg, Document); N]) -> Document {
        for (part, heading, blocks) in parts {
            doc.part(self.at(part), self.ctx.msg(heading), blocks);
        }
        let about = self.about(&doc);
        doc.part(self.at("about"), self.ctx.msg(Msg::SheetAbout), about);
        doc
    }

    /// Whether what is for some offices only is for that of the sheet.
    fn is_for(&self, offices: &[Id]) -> bool {
        offices.is_empty() || offices.contains(&self.office.id)
    }

    fn at(&self, part: &str) -> String {
        format!("{}.{part}", self.base)
    }

    fn head(&self) -> Document {
        let ctx = self.ctx;
        let names = [("programme", ctx.content().name.get(ctx.lang())), ("office", self.office.name.get(ctx.lang()))];
        let name = Kind::Value { name: ctx.msg(Msg::SheetName).to_owned(), number: None };
        let mut doc = Document::default();
        doc.push(Block::new(&*self.base, Kind::Title, ctx.phrases.fill(Msg::SheetTitle, &names)));
        doc.push(self.day());
        doc.push(Block::new(self.at("name"), name, BLANK));
        doc
    }

    fn day(&self) -> Block {
        let day = self.ctx.phrases.fill(Msg::PictureDay, &[("date", &self.ctx.phrases.day(self.ctx.day))]);
        Block::new(self.at("day"), Kind::Paragraph, day)
    }

    /// Every notice, and what is said of the office's intake; newest first, after what the person's situation asks to be
    /// told before anything else.
    fn news(&self) -> Document {
        let (ctx, content) = (self.ctx, self.ctx.content());
        let notices = rules::notices(content, ctx.day);
        let notice = |one: &Notice| office::notice(ctx, &self.base, &one.statement).short(ctx.phrases.headline(one));
        let mut all: Vec<_> = notices.iter().map(|one| (&one.statement, notice(one))).collect();
        let intake = intake::of(content, self.office, ctx.day);
        for line in intake.at_a_glance(ctx.day) {
            if all.iter().all(|(said, _)| *said != line.statement) {
                all.push((line.statement, office::intake_line(ctx, &self.base, line)));
            }
        }
        let advised = ctx.person.map(|person| rules::advice(content, person.check.answers(), self.finding, ctx.day));
        let notices: Vec<_> = advised.iter().flatten().flat_map(|one| &one.notices).collect();
        let is_own = |id: &Id| notices.iter().any(|notice| notice.statement.id == *id);
        all.sort_by_key(|(said, _)| Reverse((is_own(&said.id), said.known_by(ctx.day), said.order())));
        let contradiction = office::contradiction(ctx, &self.base, &intake);
        contradiction.into_iter().chain(all.into_iter().map(|(_, block)| block)).collect()
    }

    /// With whom data is shared, where that is to be known before any is given; then what the application asks for, each
    /// ready or missing as noted.
    fn bring(&self) -> Document {
        let (ctx, content, mut doc) = (self.ctx, self.ctx.content(), Document::default());
        let nothing = Answers::default();
        let answers = ctx.person.map_or(&nothing, |person| person.check.answers());
        if !content.items.is_empty() && !rules::before_contact(content, answers).is_empty() {
            doc.append(self.statements(Topic::Privacy));
        }
        // Where nobody went through the list, nothing is known to be missing.
        let list = ctx.person.map(|person| &person.checklist).filter(|list| !list.is_empty());
        for item in content.items.iter().filter(|item| self.is_for(&item.offices)) {
            let (anchor, text) = (self.at(&format!("item.{}", item.id)), item.text.get(ctx.lang()));
            let Some(list) = list else {
                doc.push(Block::new(anchor, Kind::Item { number: None }, text));
                continue;
            };
            let ready = |is: bool| ctx.msg(if is { Msg::BringReady } else { Msg::BringMissing });
            let kind = Kind::Value { name: text.to_owned(), number: None };
            let mut said = ready(list.is_ready(&item.id)).to_owned();
            if item.kind == ItemKind::Family && !list.family().is_empty() {
                let one = |one: &crate::check::Relative| {
                    format!("{}: {}", content.relation(&one.relation, ctx.lang()), ready(one.ready))
                };
                let family: Vec<String> = list.family().iter().map(one).collect();
                said = format!("{said} ({})", family.join("; "));
            }
            doc.push(Block::new(anchor, kind, said));
        }
        doc
    }

    /// How to apply at the office; in general where it says nothing of its own.
    fn apply(&self) -> Document {
        let (ctx, own) = (self.ctx, self.office.apply.iter());
        let own = own.filter(|said| said.published_by(ctx.day));
        let doc: Document = own.map(|said| ctx.statement(self.at(&format!("apply.{}", said.id)), said)).collect();
        let mut doc = if doc.blocks.is_empty() { self.statements(Topic::Applying) } else { doc };
        office::fees(ctx, &self.base, self.office, &mut doc);
        doc
    }

    /// The office's help lines, the portal, and who else helps everyone.
    fn ask(&self) -> Document {
        let (ctx, mut doc) = (self.ctx, Document::default());
        office::help_lines(ctx, &self.base, self.office, &mut doc);
        if let Some(address) = &ctx.content().portal.address {
            let kind = Kind::Value { name: ctx.msg(Msg::SheetPortal).to_owned(), number: None };
            doc.push(Block::new(self.at("portal"), kind, address));
        }
        let for_everyone = ctx.content().advice.iter().filter(|one| one.situation == Situation::Always);
        for one in for_everyone.filter(|one| one.rule.is_none()) {
            let block = advice::block(ctx, &self.at("now"), self.finding, one);
            doc.push(block.short(Some(one.short.get(ctx.lang()).to_owned())));
        }
        doc
    }

    /// That it is free, and who gets in touch.
    fn beware(&self) -> Document {
        let mut doc = self.statements(Topic::Money);
        doc.append(self.statements(Topic::Contact));
        doc
    }

    fn statements(&self, topic: Topic) -> Document {
        let all = self.ctx.on(topic);
        all.map(|said| self.ctx.statement(self.at(&format!("{}.{}", <&str>::from(topic), said.id)), said)).collect()
    }

    /// Of when the guide is, what the sheet is not, and the sources of what stands above.
    fn about(&self, above: &Document) -> Document {
        let (ctx, mut doc) = (self.ctx, Document::default());
        doc.push(Block::new(self.at("guide"), Kind::Paragraph, format!("{}.", notices::guide_age(ctx))));
        doc.push(Block::new(self.at("no_advice"), Kind::Paragraph, ctx.msg(Msg::SheetNoAdvice)));
        notices::unreviewed(ctx, &mut doc);
        doc.push(sources::cited(ctx, self.at("sources"), above));
        doc
    }
}

impl PersonState {
    /// The person without answers that are withheld and what rests on them, as a case is stored.
    fn on_paper(&self, content: &Content) -> Self {
        let (given, withheld) = (self.check.answers(), self.check.withheld(content));
        let mut answers = Answers::default();
        for question in content.questions.iter().filter(|question| !withheld.contains(&question.id)) {
            if let Some(answer) = given.get(&question.id) {
                answers.set(content, question, answer.clone());
            }
        }
        let check = Check::resume(content, ResumePoint { answers, ..ResumePoint::default() });
        Self { check, stored_verdicts: Vec::new(), ..self.clone() }
    }
}

impl Block {
    /// Without what leads to other pages: the numbers of the answers, the section of a source.
    fn for_paper(mut self) -> Self {
        self.answers.clear();
        self.citation = self.citation.map(|citation| super::Citation { section: None, ..citation });
        self
    }
}
