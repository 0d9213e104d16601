//! `smo find`: words looked for in everything that the desk knows.

use super::args;
use super::error::Printed;
use super::head;
use super::page::Page;
use super::session::Session;
use crate::content::{Msg, Statement};
use crate::find::{Hit, HitKind, Index};

/// More hits than this are counted, not shown.
const MOST: usize = 20;

/// Looks for words.
pub(super) fn run(session: &Session, args: &args::Find) -> Printed {
    let phrases = session.phrases();
    let words = args.words.join(" ");
    let hits = Index::new(&session.content, session.as_of).search(&words, session.lang);
    let mut page = Page::new(session.ascii, session.color);
    page.heading(head::NOTICE, &head::brief(session));
    page.gap();
    if hits.is_empty() {
        page.put("", phrases.get(Msg::FindNothing));
    }
    for hit in hits.iter().take(MOST) {
        put(session, hit, &mut page);
    }
    if hits.len() > MOST {
        page.put("", &phrases.fill(Msg::FoundMore, &[("count", &(hits.len() - MOST).to_string())]));
    }
    page.finish().into()
}

fn put(session: &Session, hit: &Hit, page: &mut Page) {
    page.heading("", &format!("{} ({})", hit.title, session.phrases().get(kind(&hit.kind))));
    let beside = beside(session, &hit.kind);
    if let Some((mark, said)) = beside {
        page.put(mark, &head::cited(session, said));
    }
    let is_shown = beside.is_some_and(|(_, said)| hit.snippet.starts_with(said.text.get(session.lang)));
    if let Some(said) = statement(session, &hit.kind) {
        page.put("    ", &format!("[{}]", session.phrases().said_by(said)));
    } else if !is_shown && !hit.snippet.is_empty() {
        page.put("    ", &hit.snippet);
    }
}

/// What must not be left out beside a hit: an office's intake, a pathway's later status.
fn beside<'a>(session: &'a Session, kind: &HitKind) -> Option<(&'static str, &'a Statement)> {
    match kind {
        HitKind::Office(n) | HitKind::Requirement(n, _) => {
            let line = head::newest_intake(session, session.content.offices.get(*n)?)?;
            Some((head::intake_mark(&line), line.statement))
        }
        HitKind::Pathway(n) => {
            let said = super::check::latest(session, session.content.pathways.get(*n)?)?;
            Some(("  (!) ", said))
        }
        _ => None,
    }
}

/// The statement that a hit is.
fn statement<'a>(session: &'a Session, kind: &HitKind) -> Option<&'a Statement> {
    match kind {
        HitKind::Statement(n) => session.content.statements.get(*n).map(|said| &said.statement),
        HitKind::Notice(n) => session.content.notices.get(*n).map(|notice| &notice.statement),
        _ => None,
    }
}

fn kind(kind: &HitKind) -> Msg {
    match kind {
        HitKind::Office(_) => Msg::KindOffice,
        HitKind::Requirement(..) => Msg::KindRequirement,
        HitKind::Step(_) => Msg::KindStep,
        HitKind::Pathway(_) => Msg::KindPathway,
        HitKind::Question(_) => Msg::KindQuestion,
        HitKind::Item(_) => Msg::KindItem,
        HitKind::Statement(_) => Msg::KindStatement,
        HitKind::Notice(_) => Msg::KindNotice,
        HitKind::Country(_) => Msg::KindCountry,
    }
}
