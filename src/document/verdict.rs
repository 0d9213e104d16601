//! An office's verdict. None that is positive stands without the newest statement on intake and what it does not promise.

use super::{Block, Context, Document, Kind, Mark, Role, office};
use crate::content::{Msg, Topic};
use crate::rules::{self, Obstacle, OfficeFinding, Verdict};

/// An office's verdict on its own.
pub fn verdict(ctx: &Context<'_>, finding: &OfficeFinding) -> Document {
    let (base, mut doc) = (format!("verdict.{}", finding.office.id), Document::default());
    if finding.verdict == Verdict::Met {
        office::intake_of(ctx, &base, &finding.office, office::IntakePart::Newest, &mut doc);
    }
    doc.push(line(ctx, &base, finding, ""));
    with_caveats(ctx, &base, finding, &mut doc);
    doc
}

/// "Colombia: meets the stated minimum", with `more` behind it, and what it was before where that was another.
pub(super) fn line(ctx: &Context<'_>, base: &str, finding: &OfficeFinding, more: &str) -> Block {
    let (phrases, id) = (ctx.phrases, &*finding.office.id);
    let stored = ctx.person.and_then(|person| person.stored_verdict(id));
    let previous = ctx.person.and_then(|person| person.check.previous(id)).filter(|was| *was != finding.verdict);
    let before = [(previous, Msg::ResultWas), (stored, Msg::VerdictThen)].into_iter().filter_map(|(verdict, msg)| {
        let verdict = phrases.verdict(verdict?);
        Some(format!(" {}", phrases.fill(msg, &[("verdict", verdict)])))
    });
    let text = format!("{}{more}{}", phrases.verdict(finding.verdict), before.collect::<String>());
    let kind = Kind::Value { name: finding.office.name.get(ctx.lang()).to_owned(), number: None };
    let block = Block::new(format!("{base}.verdict"), kind, text);
    block.role(Role::Verdict(finding.verdict)).mark(Mark::Verdict(finding.verdict))
}

/// That a met minimum promises nothing, and what else it does not mean; nothing where it is not met.
pub(super) fn with_caveats(ctx: &Context<'_>, base: &str, finding: &OfficeFinding, doc: &mut Document) {
    promise(ctx, base, finding, doc);
    caveats(ctx, base, finding, doc);
}

/// What stands right behind a verdict, in one line: that a met minimum promises nothing, or what would have to be
/// different where it is not met.
pub(super) fn promise(ctx: &Context<'_>, base: &str, finding: &OfficeFinding, doc: &mut Document) {
    if finding.verdict == Verdict::Met {
        doc.push(promises_nothing(ctx, base).level(1));
    }
    doc.blocks.extend(different(ctx, base, finding));
}

/// The rules that stand in the way, as they are written, those whose day is past marked so; and what would be asked then:
/// to be in the country of an office is never enough.
pub(super) fn different(ctx: &Context<'_>, base: &str, finding: &OfficeFinding) -> Option<Block> {
    let words = |all: &[Obstacle<'_>]| all.iter().map(|one| ctx.phrases.obstacle(one)).collect::<Vec<_>>();
    let rules = words(&rules::obstacles(finding, ctx.person?.check.answers(), ctx.day));
    let mut block = (!rules.is_empty()).then(|| would_differ(ctx, base, &rules).level(1))?;
    let besides = words(&rules::asked_besides(finding, ctx.day));
    if !besides.is_empty() {
        block.text += ". ";
        block.text += &ctx.phrases.fill(Msg::ThenAsked, &[("what", &besides.join("; "))]);
    }
    Some(block)
}

/// What would have to be different, as the rules say it.
pub(super) fn would_differ(ctx: &Context<'_>, base: &str, rules: &[String]) -> Block {
    let text = ctx.phrases.fill(Msg::WouldDiffer, &[("what", &rules.join("; "))]);
    Block::new(format!("{base}.different"), Kind::Paragraph, text).role(Role::Rule)
}

/// What the sources say that a met minimum does not mean; nothing where it is not met.
pub(super) fn caveats(ctx: &Context<'_>, base: &str, finding: &OfficeFinding, doc: &mut Document) {
    if finding.verdict != Verdict::Met {
        return;
    }
    for said in ctx.on(Topic::Caveat) {
        let block = ctx.statement(format!("{base}.caveat.{}", said.id), said).level(1);
        doc.push(Block { kind: Kind::Paragraph, ..block });
    }
}

pub(super) fn promises_nothing(ctx: &Context<'_>, base: &str) -> Block {
    Block::new(format!("{base}.no_promise"), Kind::Paragraph, ctx.msg(Msg::PromisesNothing)).role(Role::Notice)
}
