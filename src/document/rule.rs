//! The rules of an office: what each asks, who states it, what is left open, what others say.

use super::{Block, Citation, Context, Depth, Document, Kind, Mark, Role, office};
use crate::content::{Aspect, Msg, Office, Question, Requirement};
use crate::rules::RequirementFinding;

/// One kind of rule at an office, also where the office states none.
pub fn rule(ctx: &Context<'_>, office: &Office, aspect: &Aspect) -> Document {
    let (base, mut doc) = (format!("rule.{}", office.id), Document::default());
    let name = ctx.phrases.aspect(aspect);
    let title = format!("{}: {name}", office.name.get(ctx.lang()));
    doc.push(Block::new(base.clone(), Kind::Title, title).mark(ctx.mark_of_aspect(office, aspect)));
    office::intake_of(ctx, &base, office, office::IntakePart::Newest, &mut doc);
    stated(ctx, &base, office, aspect, &mut doc);
    doc
}

/// Every kind of rule at an office, under its intake.
pub fn requirements(ctx: &Context<'_>, office: &Office) -> Document {
    let (base, mut doc) = (format!("rules.{}", office.id), Document::default());
    doc.push(Block::new(base.clone(), Kind::Title, office.name.get(ctx.lang())));
    office::intake_of(ctx, &base, office, office::IntakePart::Whole, &mut doc);
    kinds(ctx, &base, office, None, &mut doc);
    doc
}

/// Every kind of rule at an office but one, for a page that says that one already.
pub fn other_requirements(ctx: &Context<'_>, office: &Office, said: &Aspect) -> Document {
    let mut doc = Document::default();
    kinds(ctx, &format!("rules.{}", office.id), office, Some(said), &mut doc);
    doc
}

fn kinds(ctx: &Context<'_>, base: &str, office: &Office, said: Option<&Aspect>, doc: &mut Document) {
    for aspect in ctx.content().aspects.iter().filter(|aspect| said.is_none_or(|said| said.id != aspect.id)) {
        let anchor = format!("{base}.{}", aspect.id);
        doc.push(Block::new(anchor, Kind::Heading, ctx.phrases.aspect(aspect)));
        stated(ctx, base, office, aspect, doc);
    }
}

/// Why a question is asked, and the rule of the person's office that needs the answer: in one line, that rule is the best
/// reason. Only the whole says what the rule leaves open, and what others say of it.
pub fn why(ctx: &Context<'_>, question: &Question, depth: Depth) -> Document {
    let mut doc = Document::default();
    let check = ctx.person.map(|person| &person.check);
    let needed_by = check.and_then(|check| check.needed_by(ctx.content(), question));
    if depth > Depth::Line || needed_by.is_none() {
        let why = ctx.phrases.why(question, check.and_then(|check| check.country(ctx.content())));
        let why = ctx.phrases.fill(Msg::WhyAsked, &[("why", &why)]);
        doc.push(Block::new("why", Kind::Paragraph, why).role(Role::Aside));
    }
    if let Some(requirement) = needed_by {
        let msg = if depth > Depth::Line { Msg::WhyRule } else { Msg::WhyIsRule };
        let text = ctx.phrases.fill(msg, &[("rule", &ctx.phrases.requirement(requirement))]);
        doc.push(Block { text, ..words(ctx, "why", requirement, Kind::Paragraph) }.mark(Mark::None));
        if depth == Depth::Whole {
            beside(ctx, "why", requirement, &mut doc);
        }
    }
    doc
}

fn stated(ctx: &Context<'_>, base: &str, office: &Office, aspect: &Aspect, doc: &mut Document) {
    let before = doc.blocks.len();
    for requirement in office.stated(aspect) {
        doc.push(words(ctx, base, requirement, Kind::Paragraph).mark(Mark::None));
        if let Some(finding) = ctx.requirement_finding(requirement) {
            let anchor = format!("{base}.because.{}", requirement.name());
            doc.push(because(ctx, anchor, Kind::Paragraph, finding));
        }
        beside(ctx, base, requirement, doc);
    }
    versions(ctx, base, office, aspect, doc);
    if doc.blocks.len() == before {
        let text = ctx.msg(Msg::NotStatedHere);
        doc.push(Block::new(format!("{base}.{}.none", aspect.id), Kind::Paragraph, text).role(Role::Aside));
    }
}

/// Why a requirement has its verdict, and on which answers that rests.
pub(super) fn because(ctx: &Context<'_>, anchor: String, kind: Kind, finding: &RequirementFinding) -> Block {
    let block = Block::new(anchor, kind, ctx.phrases.because(finding)).role(Role::Finding(finding.verdict));
    Block { answers: ctx.answer_numbers(finding), ..block.mark(Mark::of(finding)) }
}

/// A requirement in its words, marked for the person.
pub(super) fn words(ctx: &Context<'_>, base: &str, requirement: &Requirement, kind: Kind) -> Block {
    let anchor = format!("{base}.requirement.{}", requirement.name());
    let citation = ctx.cite_sources(&requirement.source, &requirement.also, Some(&requirement.section));
    let block = Block::new(anchor, kind, ctx.phrases.requirement(requirement)).role(Role::Rule);
    let finding = ctx.requirement_finding(requirement);
    block.mark(finding.map_or(Mark::None, Mark::of)).cited(citation)
}

/// The requirement as other sources have it, each with the verdict that it comes to by that source. Where there are
/// verdicts the first source comes first, in a block of its own: its verdict can differ from that of all together.
pub(super) fn alternatives(ctx: &Context<'_>, base: &str, requirement: &Requirement, level: usize, doc: &mut Document) {
    if requirement.others.is_empty() {
        return;
    }
    let finding = ctx.requirement_finding(requirement).filter(|finding| finding.applies);
    let mark = |n: usize| finding.and_then(|found| found.by_source.get(n)).map_or(Mark::None, |v| Mark::Verdict(*v));
    let said = |id: &str, text: String, citation: Citation, mark: Mark| {
        let anchor = format!("{base}.alternative.{}.{id}", requirement.name());
        Block::new(anchor, Kind::Item { number: None }, text).role(Role::Rule).cited(citation).mark(mark).level(level)
    };
    if finding.is_some() {
        let own = ctx.cite_sources(&requirement.source, &requirement.also, Some(&requirement.section));
        doc.push(said("own", ctx.phrases.requirement(requirement), own, mark(0)));
    }
    for (other, n) in requirement.others.iter().zip(1..) {
        let citation = ctx.cite_sources(&other.source, &other.also, Some(&other.section));
        doc.push(said(&other.id, ctx.phrases.alternative(other), citation, mark(n)));
    }
}

/// The versions of a requirement that are not in force on the day.
fn versions(ctx: &Context<'_>, base: &str, office: &Office, aspect: &Aspect, doc: &mut Document) {
    let others = office.versions.iter().filter(|stated| stated.aspect.id == aspect.id && !stated.is_in_force(ctx.day));
    for stated in others {
        let mut text = ctx.phrases.requirement(stated);
        for (msg, day) in [(Msg::RuleUntil, stated.until), (Msg::RuleFrom, stated.from)] {
            if let Some(day) = day {
                text = ctx.phrases.fill(msg, &[("date", &ctx.phrases.day(day)), ("rule", &text)]);
            }
        }
        let citation = ctx.cite_sources(&stated.source, &stated.also, Some(&stated.section));
        let anchor = format!("{base}.version.{}", stated.name());
        doc.push(Block::new(anchor, Kind::Paragraph, text).role(Role::Aside).cited(citation));
    }
}

/// What the source of a requirement leaves open, and what other sources say of it by the day.
pub(super) fn beside(ctx: &Context<'_>, base: &str, requirement: &Requirement, doc: &mut Document) {
    let name = requirement.name();
    alternatives(ctx, base, requirement, 0, doc);
    for (open, n) in requirement.open.iter().zip(1..) {
        doc.push(Block::open(format!("{base}.open.{name}.{n}"), open.text.get(ctx.lang())));
    }
    later(ctx, base, requirement, 0, doc);
}

/// The same below what a requirement comes to for the person: in short forms, without what is about others.
pub(super) fn below(ctx: &Context<'_>, base: &str, finding: &RequirementFinding, doc: &mut Document) {
    let (requirement, name) = (&finding.requirement, finding.requirement.name());
    alternatives(ctx, base, requirement, 2, doc);
    for (open, n) in requirement.open.iter().zip(1..).filter(|(open, _)| finding.is_touched_by(open)) {
        doc.push(Block::open(format!("{base}.open.{name}.{n}"), open.brief().get(ctx.lang())).level(2));
    }
    later(ctx, base, requirement, 2, doc);
}

pub(super) fn later(ctx: &Context<'_>, base: &str, requirement: &Requirement, level: usize, doc: &mut Document) {
    let name = requirement.name();
    for later in requirement.later.iter().filter(|said| said.published_by(ctx.day)) {
        doc.push(ctx.notice(format!("{base}.later.{name}.{}", later.id), later).level(level));
    }
}
