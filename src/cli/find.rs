//! `smo find`: search over the whole content.

use super::args;
use super::error::Printed;
use super::session::Session;
use crate::content::{Msg, Statement};
use crate::document::{self, Block, Context, Document, Kind};
use crate::find::{Hit, HitKind, Index};

/// More hits than this are counted, not shown.
const MOST: usize = 20;

pub(super) fn run(session: &Session, args: &args::Find) -> Printed {
    let phrases = session.phrases();
    let words = args.words.join(" ");
    let hits = Index::new(&session.content, session.as_of).search(&words, session.lang);
    let (ctx, mut page) = (session.context(None), session.page());
    session.show(&mut page, &document::brief(&ctx));
    page.gap();
    if hits.is_empty() {
        page.put("", phrases.get(Msg::FindNothing));
    }
    for hit in hits.iter().take(MOST) {
        session.show(&mut page, &shown(session, &ctx, hit));
    }
    if hits.len() > MOST {
        page.gap();
        page.put("", &phrases.fill(Msg::FoundMore, &[("count", &(hits.len() - MOST).to_string())]));
    }
    page.finish().into()
}

/// A hit: what it is, what must not be left out beside it, and who says it or where the words stand.
fn shown(session: &Session, ctx: &Context<'_>, hit: &Hit) -> Document {
    let title = format!("{} ({})", hit.title, session.phrases().get(hit.kind.msg()));
    let mut document = Document { blocks: vec![Block::new("hit", Kind::Title, title)] };
    let beside = beside(session, ctx, &hit.kind);
    let is_shown = beside.as_ref().is_some_and(|beside| hit.snippet.starts_with(&beside.text));
    document.blocks.extend(beside);
    if let Some(said) = statement(session, &hit.kind) {
        let source = format!("[{}]", session.phrases().said_by(said));
        document.push(Block::new("hit.source", Kind::Paragraph, source));
    } else if !is_shown && !hit.snippet.is_empty() {
        document.push(Block::new("hit.text", Kind::Paragraph, &hit.snippet));
    }
    document
}

/// The newest statement on an office's intake, or on a pathway's later status.
fn beside(session: &Session, ctx: &Context<'_>, kind: &HitKind) -> Option<Block> {
    match kind {
        HitKind::Office(n) | HitKind::Requirement(n, _) => {
            document::newest_intake(ctx, session.content.offices.get(*n)?)
        }
        HitKind::Pathway(n) => {
            let said = super::check::latest(session, session.content.pathways.get(*n)?)?;
            Some(ctx.notice("hit.later", said))
        }
        _ => None,
    }
}

fn statement<'a>(session: &'a Session, kind: &HitKind) -> Option<&'a Statement> {
    match kind {
        HitKind::Statement(n) => session.content.statements.get(*n).map(|said| &said.statement),
        HitKind::Notice(n) => session.content.notices.get(*n).map(|notice| &notice.statement),
        _ => None,
    }
}
