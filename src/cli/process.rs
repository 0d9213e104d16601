//! `smo process`: how a case moves, as text, data or a picture.

mod picture;
mod place;

use serde::Serialize;
use std::collections::BTreeSet;

use super::args::{self, ProcessFormat};
use super::error::{CommandError, Printed};
use super::session::Session;
use super::{cases, json, names, output};
use crate::case::Code;
use crate::desk::PersonState;
use crate::document::{self, Depth};
use crate::process::json::ProcessData;
use crate::process::{Picture, dot, mermaid, reach, svg};
use crate::rules;
use place::CasePlace;

/// The part of the process that the options select.
struct Selection {
    /// Indices; empty for all.
    tracks: Vec<usize>,
    from: Option<usize>,
    steps: BTreeSet<usize>,
    case: Option<(Code, PersonState)>,
}

pub(super) fn run(session: &Session, args: &args::ProcessArgs) -> Result<Printed, CommandError> {
    let part = part(session, args)?;
    let picture = |write: fn(&Picture<'_>) -> String, reference: &str| {
        picture::print(&write(&picture::of(session, &part)), session.ascii.then_some(reference)).into()
    };
    let printed = match args.format {
        ProcessFormat::Text => as_text(session, &part).into(),
        ProcessFormat::Json => as_json(session, &part)?,
        ProcessFormat::Dot => picture(dot::write, "&#"),
        ProcessFormat::Svg => picture(svg::write, "&#"),
        ProcessFormat::Mermaid => picture(mermaid::write, "#"),
    };
    output::save(&args.to, printed)
}

fn part(session: &Session, args: &args::ProcessArgs) -> Result<Selection, CommandError> {
    let content = &session.content;
    let tracks: Vec<usize> = args.track.iter().map(|id| names::track(content, id)).collect::<Result<_, _>>()?;
    let from = args.from.as_deref().map(|step| names::step(content, step)).transpose()?;
    let case = args.case.as_deref().map(|text| cases::person(session, text)).transpose()?;
    let from = from.or_else(|| case.as_ref()?.1.place.at(&content.process));
    let steps = reach(&content.process, from.unwrap_or_default(), &tracks);
    Ok(Selection { tracks, from, steps, case })
}

fn as_text(session: &Session, part: &Selection) -> String {
    let ctx = session.context(part.case.as_ref().map(|(_, person)| person));
    let mut page = session.page();
    session.show(&mut page, &document::head(&ctx));
    if let Some((code, _)) = &part.case {
        page.gap();
        page.heading("", code.as_str());
        session.show(&mut page, &document::place(&ctx));
    }
    if part.tracks.len() > 1 {
        session.show(&mut page, &document::tracks(&ctx, &part.tracks));
    } else {
        for step in &part.steps {
            session.show(&mut page, &document::step(&ctx, *step, Depth::Whole));
        }
    }
    page.finish()
}

#[derive(Serialize)]
struct Data<'a> {
    #[serde(flatten)]
    process: ProcessData<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<CasePlace<'a>>,
}

fn as_json(session: &Session, part: &Selection) -> Result<Printed, CommandError> {
    let content = &session.content;
    let (model, notices) = (&content.process, rules::notices(content, session.as_of));
    let data = Data {
        process: ProcessData::of(model, &part.steps, &content.guide, &notices, session.lang, session.as_of),
        case: part.case.as_ref().map(|(code, person)| place::of(session, code, &person.place)),
    };
    json::print(session, &data)
}
