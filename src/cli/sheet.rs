//! `smo sheet`: what a person takes home, in a format.

use super::error::{CommandError, DONE, Printed};
use super::session::Session;
use super::{args, cases, facts, names, output};
use crate::desk::PersonState;
use crate::document::Personal;
use crate::sheet::{Print, Sheet};

pub(super) fn run(session: &Session, args: &args::Sheet) -> Result<Printed, CommandError> {
    let office = names::office(&session.content, &args.of)?;
    let person = person(session, args)?;
    let Some(office) = session.content.offices.get(office) else { return Ok(String::new().into()) };
    let personal = if args.impersonal { Personal::LeftOut } else { Personal::Told };
    let print = if args.large { Print::Large } else { Print::Normal };
    let sheet = Sheet::of(&session.context(person.as_ref()), office, personal, print);
    let printed = Printed { bytes: args.format.write(&sheet, session.phrases(), session.ascii), code: DONE };
    match &args.output {
        Some(file) => output::save(file, args.force, &printed),
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
