//! What to say in the person's situation, and what there is for everyone.

use super::{Block, Context, Document, Kind, Role};
use crate::content::{Advice, Msg, Situation};
use crate::rules::{self, OfficeFinding};

/// What to say, then what now, each under its heading: at an office, or where none is the person's own.
#[must_use]
pub fn advice(ctx: &Context<'_>, finding: Option<&OfficeFinding>) -> Document {
    let mut doc = Document::default();
    let Some(person) = ctx.person else { return doc };
    let all = rules::advice(ctx.content(), person.check.answers(), finding, ctx.day);
    let for_everyone = |advice: &&Advice| advice.situation == Situation::Always && advice.rule.is_none();
    let (now, say): (Vec<&Advice>, Vec<&Advice>) = all.into_iter().partition(for_everyone);
    for (anchor, heading, list) in [("advice.say", Msg::SayThis, say), ("advice.now", Msg::WhatNow, now)] {
        let mut part = Document::default();
        for one in list {
            for notice in one.notices.iter().map(|notice| &notice.statement).filter(|said| said.published_by(ctx.day)) {
                part.push(ctx.notice(format!("advice.{}.notice.{}", one.id, notice.id), notice));
            }
            part.push(block(ctx, "advice", finding, one));
        }
        doc.part(anchor, ctx.msg(heading), part);
    }
    doc
}

/// Advice in the words of the person's country, and of the office if there is one.
pub(super) fn block(ctx: &Context<'_>, base: &str, finding: Option<&OfficeFinding>, advice: &Advice) -> Block {
    let country = ctx.person.and_then(|person| person.check.country(ctx.content()));
    let country = finding.map(|finding| &*finding.office.country.id).or(country);
    let here = ctx.phrases.here(country);
    let office = finding.map_or(here, |finding| finding.office.name.get(ctx.lang()));
    let text = advice.text.fill(ctx.lang(), &[("office", office), ("country", here)]);
    let anchor = format!("{base}.{}", advice.id);
    let citation = advice.source.as_ref().map(|source| ctx.cite_source(source, advice.section.as_deref()));
    let block = Block::new(anchor, Kind::Item { number: None }, text).role(Role::Advice);
    Block { citation, ..block }
}
