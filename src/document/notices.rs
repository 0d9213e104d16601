//! What was reported about the programme, by whom and when; what the guide is; what it does not promise.

use super::{Block, Context, Document, Kind, Mark, Role};
use crate::content::{LanguageState, Lookup, Msg, StatementTopic, Topic};
use crate::rules;
use std::sync::Arc;

/// What else is said of the programme, in order.
const TOPICS: [(Topic, Msg); 6] = [
    (Topic::Caveat, Msg::NoticesCaveats),
    (Topic::About, Msg::NoticesAbout),
    (Topic::Access, Msg::NoticesAccess),
    (Topic::Privacy, Msg::NoticesPrivacy),
    (Topic::OtherHelp, Msg::NoticesOtherHelp),
    (Topic::Guide, Msg::NoticesOfItself),
];

/// Every notice, newest first, then the guide itself and everything else that is said of the programme.
pub fn notices(ctx: &Context<'_>) -> Document {
    let mut doc = Document::default();
    doc.push(Block::new("notices", Kind::Title, ctx.msg(Msg::NoticesTitle)));
    unreviewed(ctx, &mut doc);
    reported(ctx, &mut doc);
    guide(ctx, &mut doc);
    for (topic, heading) in TOPICS {
        let id = <&str>::from(topic);
        doc.push(Block::new(format!("notices.{id}"), Kind::Heading, ctx.msg(heading)));
        for said in ctx.on(topic) {
            doc.push(ctx.statement(format!("notices.{id}.{}", said.id), said));
        }
    }
    for topic in &ctx.content().topics {
        let about = ctx.content().about(StatementTopic::Own(Arc::clone(topic)));
        let said = about.filter(|said| said.published_by(ctx.day));
        let said = said.map(|said| ctx.statement(format!("notices.own.{}.{}", topic.id, said.id), said));
        doc.part(format!("notices.own.{}", topic.id), topic.name.get(ctx.lang()), said.collect());
    }
    doc
}

/// Every notice in full, then of when the guide is and whether the language is reviewed: what heads every print.
pub fn head(ctx: &Context<'_>) -> Document {
    let mut doc = Document::default();
    reported(ctx, &mut doc);
    doc.push(Block::new("notices.guide.age", Kind::Paragraph, format!("{}.", guide_age(ctx))));
    unreviewed(ctx, &mut doc);
    doc
}

/// What stands on every screen and before every print, in one line: the later notice, then how old the guide is.
pub fn headline(ctx: &Context<'_>) -> Document {
    let notice = rules::headline(ctx.content(), ctx.day).and_then(|notice| ctx.phrases.headline(notice));
    let notice = notice.map(|words| format!("{words} ")).unwrap_or_default();
    let text = format!("{notice}{}.", guide_age(ctx));
    let block = Block::new("headline", Kind::Paragraph, text).role(Role::Notice).mark(Mark::Notice);
    Document { blocks: vec![block] }
}

/// What heads a print that says every notice further on: the headline, and whether the language is reviewed.
pub fn brief(ctx: &Context<'_>) -> Document {
    let mut doc = headline(ctx);
    unreviewed(ctx, &mut doc);
    doc
}

/// "Guide: Aug 2024 or later, up to 27 months old"; that it is later than the day of asking, where it is.
pub(super) fn guide_age(ctx: &Context<'_>) -> String {
    let is_later = ctx.content().guide.date.is_some_and(|date| date.first() > ctx.day);
    let later = is_later.then(|| ctx.msg(Msg::GuideLater).to_owned());
    let age = ctx.phrases.guide_age(ctx.day).or(later).map(|age| format!(", {age}"));
    format!("{}{}", ctx.phrases.guide_date(), age.unwrap_or_default())
}

pub(super) fn unreviewed(ctx: &Context<'_>, doc: &mut Document) {
    let language = ctx.content().languages.at(ctx.lang().0);
    if language.state != LanguageState::Reviewed {
        let text = format!("{}: {}", language.name, ctx.msg(Msg::NotReviewed));
        doc.push(Block::new("notices.language", Kind::Paragraph, text).role(Role::Notice).mark(Mark::Notice));
    }
}

fn reported(ctx: &Context<'_>, doc: &mut Document) {
    for notice in rules::notices(ctx.content(), ctx.day) {
        doc.push(ctx.notice(format!("notices.notice.{}", notice.statement.id), &notice.statement));
    }
}

fn guide(ctx: &Context<'_>, doc: &mut Document) {
    let guide = &ctx.content().guide;
    doc.push(Block::new("notices.guide_itself", Kind::Heading, ctx.msg(Msg::NoticesGuide)));
    doc.push(Block::new("notices.guide.age", Kind::Paragraph, format!("{}.", guide_age(ctx))));
    doc.push(Block::new("notices.guide.source", Kind::Paragraph, ctx.phrases.source(guide)).role(Role::Aside));
    if let Some(note) = &guide.note {
        doc.push(Block::new("notices.guide.note", Kind::Paragraph, note.get(ctx.lang())).role(Role::Aside));
    }
}
