//! Hits of a search as a document.

use crate::content::{Lookup, Statement};
use crate::document::{self, Block, Context, Document, Kind};
use crate::find::{Hit, HitKind};
use crate::rules;

/// A hit: what it is, what must not be left out beside it, and who says it or where the words stand.
pub fn found(ctx: &Context<'_>, hit: &Hit) -> Document {
    let title = format!("{} ({})", hit.title, ctx.msg(hit.kind.msg()));
    let mut document = Document { blocks: vec![Block::new("hit", Kind::Title, title)] };
    let beside = beside(ctx, &hit.kind);
    let is_shown = beside.blocks.first().is_some_and(|beside| hit.snippet.starts_with(&beside.text));
    document.append(beside);
    if let Some(said) = statement(ctx, &hit.kind) {
        let source = format!("[{}]", ctx.phrases.said_by(said));
        document.push(Block::new("hit.source", Kind::Paragraph, source));
    } else if !is_shown && !hit.snippet.is_empty() {
        document.push(Block::new("hit.text", Kind::Paragraph, &hit.snippet));
    }
    document
}

/// The newest statement on an office's intake, or on a pathway's later status.
fn beside(ctx: &Context<'_>, kind: &HitKind) -> Document {
    match kind {
        HitKind::Office(n) | HitKind::Requirement(n, _) => document::newest_intake(ctx, ctx.content().offices.at(*n)),
        HitKind::Pathway(n) => {
            let said = rules::latest(ctx.content().pathways.at(*n), ctx.day).statement;
            said.map(|said| ctx.notice("hit.later", said)).into_iter().collect()
        }
        _ => Document::default(),
    }
}

fn statement<'a>(ctx: &Context<'a>, kind: &HitKind) -> Option<&'a Statement> {
    match kind {
        HitKind::Statement(n) => Some(&ctx.content().statements.at(*n).statement),
        HitKind::Notice(n) => Some(&ctx.content().notices.at(*n).statement),
        _ => None,
    }
}
