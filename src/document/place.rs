//! The person's way through the process so far, and the windows of the waits ahead.

use super::step::wait_ahead;
use super::{Block, Context, Document, Kind};
use crate::content::Msg;
use crate::process::Expected;
use crate::rules;

/// Each step that was reached with its day, then every wait ahead with its window. Empty without a person.
pub fn place(ctx: &Context<'_>) -> Document {
    let (mut doc, model) = (Document::default(), &ctx.content().process);
    let Some(place) = ctx.person.map(|person| &person.place) else { return doc };
    doc.push(Block::new("place", Kind::Heading, ctx.msg(Msg::CasePlace)));
    for (made, n) in place.moves.iter().zip(1..) {
        let known = model.find(&made.step);
        // A step that the content no longer has goes by its id.
        let name = known.map(|at| format!("{} {}", at + 1, model.step(at).title.get(ctx.lang())));
        let kind = Kind::Value { name: name.unwrap_or_else(|| made.step.to_string()), number: None };
        doc.push(Block::new(format!("place.{n}"), kind, ctx.phrases.day(made.day)));
    }
    if place.at(model).is_none() {
        doc.push(Block::new("place.none", Kind::Paragraph, ctx.msg(Msg::CaseNoPlace)));
    }
    let ahead = Expected::ahead(model, place, ctx.day);
    for expected in &ahead {
        doc.push(wait_ahead(ctx, "place", expected));
    }
    // No window without what was reported of the whole programme.
    for notice in rules::notices(ctx.content(), ctx.day).into_iter().filter(|_| !ahead.is_empty()) {
        doc.push(ctx.notice(format!("place.notice.{}", notice.statement.id), &notice.statement));
    }
    doc
}
