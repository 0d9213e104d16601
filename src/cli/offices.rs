//! `smo offices`: each office's intake, its stated minimum, how to apply there.

use chrono::NaiveDate;
use serde::Serialize;
use std::sync::Arc;

use super::args::Which;
use super::error::{CommandError, Printed};
use super::json;
use super::json::{Head, Intake, Said};
use super::session::Session;
use crate::content::{HelpLine, Office};
use crate::document::{self, Depth};

pub(super) fn run(session: &Session, args: &Which) -> Result<Printed, CommandError> {
    let offices = session.offices(args.one.as_deref())?;
    Ok(if args.json { as_json(session, &offices)? } else { as_text(session, &offices) }.into())
}

fn as_text(session: &Session, offices: &[&Arc<Office>]) -> String {
    let (ctx, mut page) = (session.context(None), session.page());
    session.show(&mut page, &document::head(&ctx));
    for office in offices {
        let mut document = document::office(&ctx, office, Depth::Whole);
        if let Some(title) = document.blocks.first_mut() {
            title.text = format!("{} ({})", title.text, office.id);
        }
        session.show(&mut page, &document);
    }
    page.finish()
}

fn help_lines<'a>(session: &'a Session, office: &'a Office) -> impl Iterator<Item = &'a HelpLine> {
    session.content.help_lines.iter().filter(|line| line.country == office.country.id)
}

#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    country: &'a str,
    name: &'a str,
    intake: Intake<'a>,
    help_lines: Vec<Line<'a>>,
    apply: Vec<Said<'a>>,
    listed: Option<&'a str>,
}

/// A help line. Nobody has verified that it still answers, and the output says so.
#[derive(Serialize)]
struct Line<'a> {
    number: &'a str,
    verified: bool,
    source: &'a str,
    read: NaiveDate,
}

fn as_json(session: &Session, offices: &[&Arc<Office>]) -> Result<String, CommandError> {
    let offices = offices.iter().map(|office| shown(session, office)).collect();
    json::print(&json::Offices { head: Head::of(session), offices }, session.ascii)
}

fn shown<'a>(session: &'a Session, office: &'a Office) -> Shown<'a> {
    let apply = office.apply.iter().filter(|said| said.published_by(session.as_of));
    Shown {
        id: &office.id,
        country: &office.country.id,
        name: office.name.get(session.lang),
        intake: Intake::of(session, office),
        help_lines: help_lines(session, office).map(line).collect(),
        apply: apply.map(|said| Said::of(said, session.lang)).collect(),
        listed: office.listed.as_ref().map(|listed| listed.get(session.lang)),
    }
}

fn line(line: &HelpLine) -> Line<'_> {
    Line { number: &line.number, verified: false, source: &line.source.id, read: line.source.read }
}
