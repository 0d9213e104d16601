//! `smo process`: how a case moves.

use super::args::{self, ProcessFormat};
use super::failure::Printed;
use super::page::Page;
use super::session::Session;
use super::{head, json};
use crate::content::Statement;
use crate::process::{json as process_json, text::Plain};

/// Prints the process.
pub(super) fn run(session: &Session, args: &args::Process) -> Printed {
    match args.format {
        ProcessFormat::Text => as_text(session).into(),
        ProcessFormat::Json => as_json(session).into(),
    }
}

fn as_text(session: &Session) -> String {
    let speaker = session.speaker();
    let cite = |said: &Statement| match &said.section {
        Some(section) => format!("{}, {section}", speaker.said_by(said)),
        None => speaker.said_by(said),
    };
    let plain = Plain {
        model: &session.content.process,
        words: &session.content.words,
        lang: session.lang,
        day: session.as_of,
        cite: &cite,
    };
    let mut page = Page::new(session.ascii, session.color);
    head::put(session, &mut page);
    page.gap();
    page.wrapped(&plain.write(&[]));
    page.finish()
}

fn as_json(session: &Session) -> String {
    let content = &session.content;
    let value = process_json::value(&content.process, &content.guide, &content.notices, session.lang, session.as_of);
    json::print(&value, session.ascii)
}
