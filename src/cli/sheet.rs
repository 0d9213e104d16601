//! `smo sheet`: what a person takes home, in a format.

use std::io::{self, IsTerminal as _};

use super::args::{self, SheetFormat};
use super::error::{CommandError, DONE, Printed};
use super::output::{self, Existing};
use super::session::Session;
use super::{cases, facts, names};
use crate::desk::PersonState;
use crate::document::Personal;
use crate::sheet::{self, Print, Sheet, pdf};

/// A terminal would obey some of the bytes.
const NO_TEXT: &str = "a PDF file is not shown on a terminal; write it to a file with `-o FILE`";

pub(super) fn run(session: &Session, args: &args::Sheet) -> Result<Printed, CommandError> {
    let office = names::office(&session.content, &args.of)?;
    let person = person(session, args)?;
    let Some(office) = session.content.offices.get(office) else { return Ok(String::new().into()) };
    let personal = if args.impersonal { Personal::LeftOut } else { Personal::Told };
    let print = if args.large { Print::Large } else { Print::Normal };
    let sheet = Sheet::of(&session.context(person.as_ref()), office, personal, print);
    let printed = written(session, &sheet, args.format)?;
    if args.format == SheetFormat::Pdf && args.output.is_none() && io::stdout().is_terminal() {
        return Err(CommandError::Usage(NO_TEXT.to_owned()));
    }
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
fn written(session: &Session, sheet: &Sheet, format: SheetFormat) -> Result<Printed, CommandError> {
    let phrases = session.phrases();
    let ascii = |text: String| if session.ascii { crate::text::ascii(&text) } else { text };
    Ok(match format {
        SheetFormat::Text => sheet::text(sheet, phrases, session.ascii).finish().into(),
        SheetFormat::Message => ascii(sheet::message(sheet, phrases)).into(),
        SheetFormat::Script => ascii(sheet::script(sheet, phrases)).into(),
        SheetFormat::Html => sheet::html(sheet, phrases).into(),
        SheetFormat::Pdf => {
            let bytes = pdf::render(sheet, phrases).map_err(|cause| CommandError::Files(cause.to_string()))?;
            Printed { bytes, code: DONE }
        }
    })
}
