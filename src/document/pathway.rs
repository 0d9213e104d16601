//! Pathways: each with its later status first, whom it suits, what it gives and what it needs.

use super::{Block, Context, Document, Kind, Mark, Role, verdict};
use crate::content::{Certainty, Msg, Pathway, Topic, Track};
use crate::rules::{self, Verdict};

/// One pathway, with the person's verdict once pathways were asked for.
pub fn pathway(ctx: &Context<'_>, pathway: &Pathway) -> Document {
    let (base, mut doc) = (format!("pathway.{}", pathway.id), Document::default());
    doc.push(Block::new(base.clone(), Kind::Heading, pathway.name.get(ctx.lang())));
    let notices = pathway.notices.iter().map(|notice| &notice.statement);
    let later = pathway.later.iter().map(|later| &later.statement);
    for said in later.chain(notices).filter(|said| said.published_by(ctx.day)) {
        doc.push(ctx.notice(format!("{base}.later.{}", said.id), said));
    }
    let person = ctx.person.filter(|person| person.check.asks_for_pathways());
    if let Some(finding) = person.map(|person| person.check.found().pathway(pathway)) {
        let words = match finding.verdict {
            Verdict::Met => Msg::PathwayFits,
            Verdict::NotMet => Msg::PathwayDoesNotFit,
            Verdict::Unclear => Msg::CannotTell,
        };
        let block = Block::new(format!("{base}.verdict"), Kind::Paragraph, ctx.msg(words));
        doc.push(block.role(Role::Finding(finding.verdict)).mark(Mark::Verdict(finding.verdict)));
        doc.blocks.extend(different(ctx, &base, pathway));
    }
    let text = ctx.phrases.pathway(pathway);
    let citation = ctx.cite_source(&pathway.source, Some(&pathway.section));
    doc.push(Block::new(format!("{base}.suits"), Kind::Paragraph, text).role(Role::Rule).cited(citation));
    if let Some(gives) = &pathway.gives {
        doc.push(Block::new(format!("{base}.gives"), Kind::Paragraph, gives.get(ctx.lang())));
    }
    let sponsor = match pathway.sponsor {
        Some(Certainty::Most | Certainty::Usual) => Some(Msg::UsuallyNeedsSponsor),
        Some(Certainty::Stated) => Some(Msg::NeedsSponsor),
        _ => None,
    };
    doc.blocks.extend(sponsor.map(|msg| Block::new(format!("{base}.sponsor"), Kind::Paragraph, ctx.msg(msg))));
    for (open, n) in pathway.open.iter().zip(1..) {
        doc.push(Block::open(format!("{base}.open.{n}"), open.get(ctx.lang())));
    }
    doc
}

/// The parts of its rule that stand in the way; none unless it does not fit.
fn different(ctx: &Context<'_>, base: &str, pathway: &Pathway) -> Option<Block> {
    let parts = rules::unmet_parts(&pathway.rule, ctx.person?.check.answers(), ctx.day);
    let parts: Vec<String> = parts.iter().map(|part| ctx.phrases.unmet_part(part)).collect();
    (!parts.is_empty()).then(|| verdict::would_differ(ctx, base, &parts))
}

/// Every pathway, under what holds for each of them.
pub fn pathways(ctx: &Context<'_>) -> Document {
    under(ctx, Msg::RowPathways, ctx.content().pathways.iter())
}

/// What all pathways come to for the person, under what holds for each of them.
pub(super) fn of_person(ctx: &Context<'_>) -> Document {
    under(ctx, Msg::PathwaysPerson, ctx.content().pathways.iter())
}

/// The pathways that a track can end in.
pub(super) fn of_track(ctx: &Context<'_>, track: &Track) -> Document {
    under(ctx, Msg::PathwaysHere, ctx.content().pathways.iter().filter(|pathway| *pathway.track == *track))
}

fn under<'a>(ctx: &Context<'_>, heading: Msg, pathways: impl Iterator<Item = &'a Pathway>) -> Document {
    let mut doc = Document::default();
    let mut pathways = pathways.peekable();
    if pathways.peek().is_none() {
        return doc;
    }
    doc.push(Block::new("pathways", Kind::Heading, ctx.msg(heading)));
    doc.push(verdict::promises_nothing(ctx, "pathways"));
    for said in ctx.on(Topic::Pathways) {
        doc.push(ctx.statement(format!("pathways.{}", said.id), said));
    }
    for one in pathways {
        doc.append(pathway(ctx, one));
    }
    doc
}
