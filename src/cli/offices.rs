//! `smo offices`: each office's intake, its stated minimum, how to apply there.

use chrono::NaiveDate;
use serde::Serialize;

use super::args::WhichArgs;
use super::error::{CommandError, Printed};
use super::json::{self, Head, IntakeData, Said};
use super::session::Session;
use crate::content::{HelpLine, Office};
use crate::document::{self, Context, Depth, Document};

pub(super) fn run(session: &Session, args: &WhichArgs) -> Result<Printed, CommandError> {
    let document = |ctx: &Context<'_>, office: &Office| {
        let mut document = document::office(ctx, office, Depth::Whole);
        if let Some(title) = document.blocks.first_mut() {
            title.text = format!("{} ({})", title.text, office.id);
        }
        document
    };
    each(session, args, document, shown)
}

/// The head, then one object for each office.
#[derive(Serialize)]
struct Offices<T> {
    #[serde(flatten)]
    head: Head,
    offices: Vec<T>,
}

/// What there is to say about each of the offices that are asked for.
pub(super) fn each<'a, T: Serialize>(
    session: &'a Session,
    args: &WhichArgs,
    document: impl Fn(&Context<'_>, &Office) -> Document,
    shown: impl Fn(&'a Session, &'a Office) -> T,
) -> Result<Printed, CommandError> {
    let offices = session.offices(args.one.as_deref())?.iter();
    if args.json {
        let offices = offices.map(|office| shown(session, office)).collect();
        return json::print(session, &Offices { head: Head::of(session), offices });
    }
    let (ctx, mut page) = (session.context(None), session.page());
    session.show(&mut page, &document::head(&ctx));
    offices.for_each(|office| session.show(&mut page, &document(&ctx, office)));
    Ok(page.finish().into())
}

#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    country: &'a str,
    name: &'a str,
    intake: IntakeData<'a>,
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

fn shown<'a>(session: &'a Session, office: &'a Office) -> Shown<'a> {
    let help_lines = session.content.help_lines.iter().filter(|line| line.country == office.country.id);
    let line = |line: &'a HelpLine| Line {
        number: &line.number,
        verified: false,
        source: &line.source.id,
        read: line.source.read,
    };
    Shown {
        id: &office.id,
        country: &office.country.id,
        name: office.name.get(session.lang),
        intake: IntakeData::of(session, office),
        help_lines: help_lines.map(line).collect(),
        apply: Said::made(session, &office.apply),
        listed: office.listed.as_ref().map(|listed| listed.get(session.lang)),
    }
}
