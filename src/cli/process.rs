//! `smo process`: how a case moves, as text, data or a picture.

mod person;
mod picture;

use serde::Serialize;
use std::collections::BTreeSet;
use std::path::Path;

use super::args::{self, ProcessFormat};
use super::error::{CommandError, Printed};
use super::page::Page;
use super::session::Session;
use super::{cases, head, json, names};
use crate::content::Statement;
use crate::process::json::Process as ProcessData;
use crate::process::{Comparison, dot, mermaid, reach, svg, text::Plain};
use person::{Person, PersonData};

/// Which part of the process is asked for.
struct Part {
    /// The tracks, by their place in the process; all where none is given.
    tracks: Vec<usize>,
    from: Option<usize>,
    steps: BTreeSet<usize>,
    person: Option<Person>,
}

/// Prints the process, or writes it to a file.
pub(super) fn run(session: &Session, no_store: bool, args: &args::Process) -> Result<Printed, CommandError> {
    let part = part(session, no_store, args)?;
    let text = match args.format {
        ProcessFormat::Text => as_text(session, &part),
        ProcessFormat::Json => as_json(session, &part)?,
        ProcessFormat::Dot => picture::print(&dot::write(&picture::of(session, &part)), session.ascii.then_some("&#")),
        ProcessFormat::Svg => picture::print(&svg::write(&picture::of(session, &part)), session.ascii.then_some("&#")),
        ProcessFormat::Mermaid => {
            picture::print(&mermaid::write(&picture::of(session, &part)), session.ascii.then_some("#"))
        }
    };
    match &args.output {
        Some(file) => save(file, &text).map(|()| String::new().into()),
        None => Ok(text.into()),
    }
}

fn part(session: &Session, no_store: bool, args: &args::Process) -> Result<Part, CommandError> {
    let content = &session.content;
    let tracks: Vec<usize> = args.track.iter().map(|id| names::track(content, id)).collect::<Result<_, _>>()?;
    let from = args.from.as_deref().map(|step| names::step(content, step)).transpose()?;
    let person = args.case.as_deref().map(|text| cases::place(no_store, text)).transpose()?;
    let person = person.map(|(code, place)| Person { code, place });
    let at = person.as_ref().and_then(|person| person.place.at(&content.process));
    let from = from.or(at);
    let steps = reach(&content.process, from.unwrap_or_default(), &tracks);
    Ok(Part { tracks, from, steps, person })
}

fn save(file: &Path, text: &str) -> Result<(), CommandError> {
    std::fs::write(file, text).map_err(|cause| CommandError::io(&file.display().to_string(), &cause))
}

fn as_text(session: &Session, part: &Part) -> String {
    let phrases = session.phrases();
    let cite = |said: &Statement| match &said.section {
        Some(section) => format!("{}, {section}", phrases.said_by(said)),
        None => phrases.said_by(said),
    };
    let plain = Plain {
        model: &session.content.process,
        catalog: &session.content.catalog,
        lang: session.lang,
        day: session.as_of,
        cite: &cite,
    };
    let mut page = Page::new(session.ascii, session.color);
    head::put(session, &mut page);
    if let Some(person) = &part.person {
        person.put(session, &mut page);
    }
    page.gap();
    if part.tracks.len() > 1 {
        page.wrapped(&plain.compare(&Comparison::of(&session.content.process, &part.tracks, session.as_of)));
    } else {
        page.wrapped(&plain.write_steps(&[], part.steps.iter().copied()));
    }
    page.finish()
}

#[derive(Serialize)]
struct Data<'a> {
    #[serde(flatten)]
    process: ProcessData<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<PersonData<'a>>,
}

fn as_json(session: &Session, part: &Part) -> Result<String, CommandError> {
    let content = &session.content;
    let (model, notices) = (&content.process, &content.notices);
    let data = Data {
        process: ProcessData::of(model, &part.steps, &content.guide, notices, session.lang, session.as_of),
        case: part.person.as_ref().map(|person| person.data(session)),
    };
    json::print(&data, session.ascii)
}
