//! `smo sheet`: what a person takes home, in a format.

use super::args::{self, SheetFormat};
use super::error::{CommandError, Printed};
use super::output::{self, Existing};
use super::session::Session;
use super::{cases, facts, names};
use crate::desk::PersonState;
use crate::document::Personal;
use crate::sheet::{self, Print, Sheet};

pub(super) fn run(session: &Session, args: &args::Sheet) -> Result<Printed, CommandError> {
    let office = names::office(&session.content, &args.of)?;
    let person = person(session, args)?;
    let Some(office) = session.content.offices.get(office) else { return Ok(String::new().into()) };
    let personal = if args.impersonal { Personal::LeftOut } else { Personal::Told };
    let print = if args.large { Print::Large } else { Print::Normal };
    let sheet = Sheet::of(&session.context(person.as_ref()), office, personal, print);
    let printed = written(session, &sheet, args.format);
    match &args.output {
        Some(file) => output::save(file, Existing::of(args.force), printed),
        None => Ok(printed),
    }
}

/// The person of a case, or of facts; none where nothing is said of one.
fn person(session: &Session, args: &args::Sheet) -> Result<Option<PersonState>, CommandError> {
    match &args.case {
        Some(code) => Ok(Some(cases::person(session, code)?.1)),
        None if args.facts.is_empty() => Ok(None),
        None => facts::person(session, &args.facts).map(Some),
    }
}

/// The sheet in a format, by its renderer.
fn written(session: &Session, sheet: &Sheet, format: SheetFormat) -> Printed {
    let phrases = session.phrases();
    let ascii = |text: String| if session.ascii { crate::text::ascii(&text) } else { text };
    match format {
        SheetFormat::Text => sheet::text(sheet, phrases, session.ascii).finish().into(),
        SheetFormat::Message => ascii(sheet::message(sheet, phrases)).into(),
        SheetFormat::Script => ascii(sheet::script(sheet, phrases)).into(),
        SheetFormat::Html => sheet::html(sheet).into(),
    }
}
