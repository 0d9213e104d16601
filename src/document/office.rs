//! An office: its intake first, then the person's verdict, whom to call, the stated minimum and how to apply.

use super::{Block, Context, Depth, Document, Kind, Mark, Role, rule, verdict};
use crate::content::{Msg, Office, Requirement, Statement, Topic};
use crate::rules::{IntakeLine, OfficeIntake, RequirementFinding, Verdict, intake};

/// One office. A glance leaves out how to apply, whom to call, what is open, and what a later notice overtook.
pub fn office(ctx: &Context<'_>, office: &Office, depth: Depth) -> Document {
    let (base, mut doc) = (format!("office.{}", office.id), Document::default());
    doc.push(Block::new(base.clone(), Kind::Title, office.name.get(ctx.lang())));
    match depth {
        Depth::Whole => intake_of(ctx, &base, office, IntakePart::Whole, &mut doc),
        _ => intake_glanced_at(ctx, &base, office, &mut doc),
    }
    let finding = ctx.finding(office);
    if let Some(finding) = finding {
        doc.push(verdict::line(ctx, &base, finding, ""));
        verdict::promise(ctx, &base, finding, &mut doc);
    }
    if depth == Depth::Whole {
        help_lines(ctx, &base, office, &mut doc);
    }
    let guide = ctx.cite_source(&ctx.content().guide, None);
    doc.push(Block::new(format!("{base}.minimum"), Kind::Heading, ctx.msg(Msg::StatedMinimum)).cited(guide));
    for requirement in
        office.requirements.iter().filter(|rule| depth == Depth::Whole || !goes_without_saying(ctx, office, rule))
    {
        doc.push(rule::words(ctx, &base, requirement, Kind::Item { number: None }));
        match depth {
            Depth::Whole => rule::beside(ctx, &base, requirement, &mut doc),
            // Sources that disagree are never said one without the other.
            _ => rule::alternatives(ctx, &base, requirement, 0, &mut doc),
        }
    }
    if depth == Depth::Whole {
        if let Some(finding) = finding {
            verdict::caveats(ctx, &base, finding, &mut doc);
        }
        apply(ctx, &base, office, &mut doc);
        if finding.is_some_and(|finding| finding.verdict == Verdict::Met) {
            notices_beside(ctx, &base, &mut doc);
        }
    }
    doc
}

/// Whether a glance leaves a requirement out: that an office is for people in its country its name says, unless that is
/// what stands in a person's way.
fn goes_without_saying(ctx: &Context<'_>, office: &Office, requirement: &Requirement) -> bool {
    let is_open = |finding: &RequirementFinding| finding.verdict != Verdict::Met;
    office.place().is_some_and(|place| place.id == requirement.id)
        && !ctx.requirement_finding(requirement).is_some_and(is_open)
}

/// Every office under its number, with the newest statement on its intake and the person's verdict.
pub fn list(ctx: &Context<'_>) -> Document {
    let mut doc = Document::default();
    for (office, number) in ctx.content().offices.iter().zip(1..) {
        let base = format!("offices.{}", office.id);
        let kind = Kind::Item { number: Some(number) };
        doc.push(Block::new(base.clone(), kind, office.name.get(ctx.lang())));
        let mut below = Document::default();
        intake_of(ctx, &base, office, IntakePart::Newest, &mut below);
        if let Some(finding) = ctx.finding(office) {
            below.push(verdict::line(ctx, &base, finding, ""));
            verdict::with_caveats(ctx, &base, finding, &mut below);
        }
        doc.blocks.extend(below.blocks.into_iter().map(|block| Block { level: block.level + 1, ..block }));
    }
    doc
}

/// Which statements on an office's intake.
#[derive(Clone, Copy)]
pub(super) enum IntakePart {
    /// The newest one, with those that it disagrees with.
    Newest,
    /// All but these.
    Others,
    Whole,
}

/// Statements on an office's intake, newest first.
pub(super) fn intake_of(ctx: &Context<'_>, base: &str, office: &Office, part: IntakePart, doc: &mut Document) {
    let intake = intake::of(ctx.content(), office, ctx.day);
    let (newest, others) = intake.statements.split_at_checked(intake.newest).unwrap_or((&intake.statements, &[]));
    let chosen = match part {
        IntakePart::Newest => newest,
        IntakePart::Others => others,
        IntakePart::Whole => &intake.statements,
    };
    if !matches!(part, IntakePart::Others) {
        doc.blocks.extend(contradiction(ctx, base, &intake));
    }
    for line in chosen {
        doc.push_once(intake_line(ctx, base, line));
    }
}

/// What of an office's intake is said where not all of it is.
fn intake_glanced_at(ctx: &Context<'_>, base: &str, office: &Office, doc: &mut Document) {
    let intake = intake::of(ctx.content(), office, ctx.day);
    doc.blocks.extend(contradiction(ctx, base, &intake));
    for line in intake.at_a_glance(ctx.day) {
        doc.push_once(intake_line(ctx, base, line));
    }
}

/// That the statements which follow contradict each other.
pub(super) fn contradiction(ctx: &Context<'_>, base: &str, intake: &OfficeIntake<'_>) -> Option<Block> {
    let said = || Block::open(format!("{base}.intake.contradictory"), ctx.msg(Msg::IntakeDisputed));
    intake.is_contradictory.then(said)
}

/// The newest statement on an office's intake, with those that it disagrees with.
pub fn newest_intake(ctx: &Context<'_>, office: &Office) -> Document {
    let mut doc = Document::default();
    intake_of(ctx, &format!("office.{}", office.id), office, IntakePart::Newest, &mut doc);
    doc
}

pub(super) fn intake_line(ctx: &Context<'_>, base: &str, line: &IntakeLine<'_>) -> Block {
    let Some(state) = line.state else { return notice(ctx, base, line.statement) };
    let block = ctx.notice(format!("{base}.intake.{}", line.statement.id), line.statement);
    if state.is_closed() { block } else { block.role(Role::Reported).mark(Mark::None) }
}

/// A notice that says nothing of intake, under one anchor wherever it stands in a document.
pub(super) fn notice(ctx: &Context<'_>, base: &str, said: &Statement) -> Block {
    ctx.notice(format!("{base}.notice.{}", said.id), said)
}

/// How to apply, as far as it was said by the day, and what an application costs.
fn apply(ctx: &Context<'_>, base: &str, office: &Office, doc: &mut Document) {
    let closed = intake::of(ctx.content(), office, ctx.day).state.is_closed();
    let heading = ctx.msg(if closed { Msg::HowToApply } else { Msg::Applying });
    doc.push(Block::new(format!("{base}.apply"), Kind::Heading, heading));
    let here = office.apply.iter().filter(|said| said.published_by(ctx.day)).map(|said| ("apply", said));
    let topics = [Topic::Applying, Topic::Contact, Topic::Money].into_iter();
    let general = topics.flat_map(|topic| ctx.on(topic)).map(|said| ("applying", said));
    for (part, said) in here.chain(general) {
        doc.push(ctx.statement(format!("{base}.{part}.{}", said.id), said));
    }
    fees(ctx, base, office, doc);
    if let Some(listed) = &office.listed {
        doc.push(Block::new(format!("{base}.listed"), Kind::Paragraph, listed.get(ctx.lang())).role(Role::Aside));
    }
}

/// What the office asks for, in money.
pub(super) fn fees(ctx: &Context<'_>, base: &str, office: &Office, doc: &mut Document) {
    for fee in office.fees.iter().filter(|fee| fee.statement.published_by(ctx.day)) {
        let block = ctx.statement(format!("{base}.fee.{}", fee.statement.id), &fee.statement);
        let price = format!("{} {}", fee.amount, fee.currency);
        doc.push(Block { text: format!("{price}: {}", block.text), ..block });
    }
}

/// Whom to call: near the top, since it is looked for in a hurry.
pub(super) fn help_lines(ctx: &Context<'_>, base: &str, office: &Office, doc: &mut Document) {
    for line in ctx.content().help_lines.iter().filter(|line| line.country == office.country.id) {
        // A number never stands without saying that it is not verified.
        let number = ctx.phrases.fill(Msg::HelpLineNumber, &[("number", &line.number)]);
        let kind = Kind::Value { name: ctx.msg(Msg::HelpLine).to_owned(), number: None };
        let citation = ctx.cite_source(&line.source, None);
        doc.push(Block::new(format!("{base}.help.{}", line.id), kind, number).cited(citation));
    }
}

/// The notices that say nothing of intake, as far as they are not said yet: those that do stand with it.
pub(super) fn notices_beside(ctx: &Context<'_>, base: &str, doc: &mut Document) {
    let notices = crate::rules::notices(ctx.content(), ctx.day).into_iter();
    for one in notices.filter(|notice| notice.intake.is_none()) {
        doc.push_once(notice(ctx, base, &one.statement));
    }
}
