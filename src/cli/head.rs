//! What stands with everything that is printed: of when the guide is, what was reported since, and intake.

use super::page::Page;
use super::session::Session;
use crate::content::{LanguageState, Msg, Office, Statement};
use crate::rules::{IntakeLine, headline, intake, notices};

/// What stands before a notice.
pub(super) const NOTICE: &str = "(!) ";

/// The notice in a few words, and the guide's date with its possible age: one short paragraph.
pub(super) fn brief(session: &Session) -> String {
    let phrases = session.phrases();
    let notice = headline(&session.content, session.as_of).and_then(|notice| phrases.headline(notice));
    let guide = guide(session);
    notice.map_or(guide.clone(), |notice| format!("{notice} {guide}"))
}

/// The guide's date with its possible age.
fn guide(session: &Session) -> String {
    let phrases = session.phrases();
    let date = phrases.guide_date();
    match phrases.guide_age(session.as_of) {
        Some(age) => format!("{date} ({age})."),
        None => format!("{date}."),
    }
}

/// Says so where nobody who speaks the language has read its texts yet.
fn unreviewed(session: &Session) -> Option<String> {
    let language = session.content.languages.get(session.lang.0)?;
    let said = || format!("{}: {}", language.name, session.phrases().get(Msg::NotReviewed));
    (language.state != LanguageState::Reviewed).then(said)
}

/// Every notice with its source, then the guide's date.
pub(super) fn paragraphs(session: &Session) -> Vec<String> {
    let said = notices(&session.content, session.as_of).into_iter();
    let notices = said.map(|notice| format!("{NOTICE}{}", cited(session, &notice.statement)));
    notices.chain([guide(session)]).chain(unreviewed(session)).collect()
}

/// Puts every notice and the guide's date at the head of a page.
pub(super) fn put(session: &Session, page: &mut Page) {
    for paragraph in paragraphs(session) {
        match paragraph.strip_prefix(NOTICE) {
            Some(words) => page.heading(NOTICE, words),
            None => page.put("", &paragraph),
        }
    }
}

/// Puts what is said of an office's intake, newest first.
pub(super) fn put_intake(session: &Session, office: &Office, page: &mut Page) {
    for line in intake::of(&session.content, office, session.as_of).statements {
        page.put(intake_mark(&line), &cited(session, line.statement));
    }
}

/// The newest statement on an office's intake, with its source.
pub(super) fn newest_intake<'a>(session: &'a Session, office: &'a Office) -> Option<IntakeLine<'a>> {
    intake::of(&session.content, office, session.as_of).statements.into_iter().next()
}

/// What stands before a statement on intake: a mark where it says that no application is taken.
pub(super) fn intake_mark(line: &IntakeLine<'_>) -> &'static str {
    if line.state.is_closed() { "  (!) " } else { "      " }
}

/// What a statement says, with who says it and when in brackets.
pub(super) fn cited(session: &Session, said: &Statement) -> String {
    format!("{} [{}]", said.text.get(session.lang), session.phrases().said_by(said))
}
