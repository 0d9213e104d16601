//! `smo sheet`: what a person takes home, in a format.

use std::io::{self, IsTerminal as _};

use super::error::{CommandError, DONE, Printed};
use super::session::Session;
use super::{args, cases, facts, names, output};
use crate::content::Lookup;
use crate::desk::PersonState;
use crate::document::Personal;
use crate::sheet::{Format, Print, Sheet};

/// A terminal would obey some of the bytes.
const NO_TEXT: &str = "a PDF file is not shown on a terminal; write it to a file with `-o FILE`";

pub(super) fn run(session: &Session, args: &args::SheetArgs) -> Result<Printed, CommandError> {
    let office = session.content.offices.at(names::office(&session.content, &args.of)?);
    let person = person(session, args)?;
    let personal = if args.impersonal { Personal::LeftOut } else { Personal::Told };
    let print = if args.large { Print::Large } else { Print::Normal };
    let sheet = Sheet::of(&session.context(person.as_ref()), office, personal, print);
    if args.format == Format::Pdf && args.to.output.is_none() && io::stdout().is_terminal() {
        return Err(CommandError::Usage(NO_TEXT.to_owned()));
    }
    let bytes = args.format.write(&sheet, session.phrases(), session.ascii);
    let printed = Printed { bytes: bytes.map_err(|cause| CommandError::Files(cause.to_string()))?, code: DONE };
    output::save(&args.to, printed)
}

/// The person of a case, or of facts; none where nothing is said of one.
fn person(session: &Session, args: &args::SheetArgs) -> Result<Option<PersonState>, CommandError> {
    match &args.case {
        Some(code) => Ok(Some(cases::person(session, code)?.1)),
        None if args.facts.is_empty() => Ok(None),
        None => facts::person(session, &args.facts).map(Some),
    }
}
