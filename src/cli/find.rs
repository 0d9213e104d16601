//! `smo find`: words looked for in everything that the desk knows.

use super::args;
use super::failure::Printed;
use super::head;
use super::page::Page;
use super::session::Session;
use crate::content::{Statement, Word};
use crate::find::{Hit, HitKind, Index};

/// More hits than this are counted, not shown.
const MOST: usize = 20;

/// Looks for words.
pub(super) fn run(session: &Session, args: &args::Find) -> Printed {
    let speaker = session.speaker();
    let words = args.words.join(" ");
    let hits = Index::new(&session.content, session.as_of).search(&words, session.lang);
    let mut page = Page::new(session.ascii, session.color);
    page.heading(head::NOTICE, &head::brief(session));
    page.gap();
    if hits.is_empty() {
        page.put("", speaker.word(Word::FindNothing));
    }
    for hit in hits.iter().take(MOST) {
        put(session, hit, &mut page);
    }
    if hits.len() > MOST {
        page.put("", &speaker.fill(Word::FoundMore, &[("count", &(hits.len() - MOST).to_string())]));
    }
    page.finish().into()
}

fn put(session: &Session, hit: &Hit, page: &mut Page) {
    page.heading("", &format!("{} ({})", hit.title, session.speaker().word(kind(&hit.kind))));
    let beside = beside(session, &hit.kind);
    if let Some((mark, said)) = beside {
        page.put(mark, &head::cited(session, said));
    }
    let is_shown = beside.is_some_and(|(_, said)| hit.snippet.starts_with(said.text.say(session.lang)));
    if let Some(said) = statement(session, &hit.kind) {
        page.put("    ", &format!("[{}]", session.speaker().said_by(said)));
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

fn kind(kind: &HitKind) -> Word {
    match kind {
        HitKind::Office(_) => Word::KindOffice,
        HitKind::Requirement(..) => Word::KindRequirement,
        HitKind::Step(_) => Word::KindStep,
        HitKind::Pathway(_) => Word::KindPathway,
        HitKind::Question(_) => Word::KindQuestion,
        HitKind::Item(_) => Word::KindItem,
        HitKind::Statement(_) => Word::KindStatement,
        HitKind::Notice(_) => Word::KindNotice,
        HitKind::Country(_) => Word::KindCountry,
    }
}
