//! `smo sheet`: what a person takes home, or the slip for another organisation, in a format.

use std::io::{self, IsTerminal as _};

use super::error::{CommandError, DONE, Printed};
use super::session::Session;
use super::{args, cases, facts, names, output};
use crate::content::{Lookup, Office};
use crate::desk::PersonState;
use crate::document::Personal;
use crate::sheet::{Format, Print, Sheet};

/// A terminal would obey some of the bytes.
const NO_TEXT: &str = "a PDF file is not shown on a terminal; write it to a file with `-o FILE`";
const UNSIGNED: &str = "a referral slip is paper to sign: --format takes text, html or pdf with --referral";
const TWO_OFFICES: &str = "OFFICE and --office are two offices; name one";
const CASE_OR_FACTS: &str = "--case and facts are two people; give one";

pub(super) fn run(session: &Session, args: &args::SheetArgs) -> Result<Printed, CommandError> {
    if args.referral && !args.format.is_signed() {
        return Err(CommandError::Usage(UNSIGNED.to_owned()));
    }
    let (named, first) = office(session, args)?;
    let (code, person) = person(session, args, first)?;
    let none = || CommandError::Usage(format!("which office? {}", names::offices(&session.content)));
    let office = named.or_else(|| office_of(session, person.as_ref()?)).ok_or_else(none)?;
    let office = session.content.offices.at(office);
    let print = if args.large { Print::Large } else { Print::Normal };
    let ctx = session.context(person.as_ref());
    let sheet = if args.referral {
        Sheet::referral(&ctx, office, code.as_deref(), print)
    } else {
        let personal = if args.impersonal { Personal::LeftOut } else { Personal::Told };
        Sheet::of(&ctx, office, personal, print)
    };
    if args.format == Format::Pdf && output::is_printed(&args.to) && io::stdout().is_terminal() {
        return Err(CommandError::Usage(NO_TEXT.to_owned()));
    }
    let bytes = args.format.write(&sheet, session.phrases(), session.ascii);
    let printed = Printed { bytes: bytes.map_err(|cause| CommandError::Files(cause.to_string()))?, code: DONE };
    output::save(&args.to, printed)
}

/// The office, named as an argument or by `--office`, if it is; the argument may be a fact already.
fn office<'a>(session: &Session, args: &'a args::SheetArgs) -> Result<(Option<usize>, Option<&'a str>), CommandError> {
    let (named, first) = match args.of.as_deref() {
        Some(fact) if fact == "-" || fact.contains('=') => (None, Some(fact)),
        named => (named.map(|id| names::office(&session.content, id)).transpose()?, None),
    };
    if named.is_some() && session.office.is_some_and(|office| Some(office) != named) {
        return Err(CommandError::Usage(TWO_OFFICES.to_owned()));
    }
    Ok((named.or(session.office), first))
}

/// The office in the country of the person; none where it has several and none of them is nearer than the others.
fn office_of(session: &Session, person: &PersonState) -> Option<usize> {
    let (content, check) = (&session.content, &person.check);
    let nearest = check.finding_here(content)?;
    let verdict = |office: &Office| check.found().office(&office.id).map(|finding| finding.verdict);
    if check.offices(content).filter(|office| verdict(office) == Some(nearest.verdict)).nth(1).is_some() {
        return None;
    }
    content.offices.iter().position(|one| one.id == nearest.office.id)
}

/// The person of a case with its code, or of facts; none where nothing is said of one.
fn person(
    session: &Session,
    args: &args::SheetArgs,
    first: Option<&str>,
) -> Result<(Option<String>, Option<PersonState>), CommandError> {
    let given: Vec<String> = first.into_iter().map(str::to_owned).chain(args.facts.iter().cloned()).collect();
    match &args.case {
        Some(_) if !given.is_empty() => Err(CommandError::Usage(CASE_OR_FACTS.to_owned())),
        Some(code) => cases::person(session, code).map(|(code, person)| (Some(code.to_string()), Some(person))),
        None if given.is_empty() => Ok((None, None)),
        None => facts::person(session, &given).map(|person| (None, Some(person))),
    }
}
