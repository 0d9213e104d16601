//! `smo requirements`: every rule with its words, its source, what is left open and what was said later.

use serde::Serialize;
use std::sync::Arc;

use super::args::Which;
use super::error::{CommandError, Printed};
use super::json;
use super::json::{Head, Intake, RuleTree, Said};
use super::session::Session;
use crate::content::{Aspect, Office, Requirement, Statement};
use crate::document;

pub(super) fn run(session: &Session, args: &Which) -> Result<Printed, CommandError> {
    let offices = session.offices(args.one.as_deref())?;
    Ok(if args.json { as_json(session, &offices)? } else { as_text(session, &offices) }.into())
}

fn as_text(session: &Session, offices: &[&Arc<Office>]) -> String {
    let (ctx, mut page) = (session.context(None), session.page());
    session.show(&mut page, &document::head(&ctx));
    for office in offices {
        session.show(&mut page, &document::requirements(&ctx, office));
    }
    page.finish()
}

fn later<'a>(session: &Session, requirement: &'a Requirement) -> impl Iterator<Item = &'a Statement> {
    let day = session.as_of;
    requirement.later.iter().filter(move |said| said.published_by(day))
}

#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    name: &'a str,
    intake: Intake<'a>,
    requirements: Vec<ShownRule<'a>>,
}

#[derive(Serialize)]
struct ShownRule<'a> {
    id: &'a str,
    aspect: Aspect,
    text: String,
    short: String,
    rule: RuleTree<'a>,
    source: &'a str,
    section: &'a str,
    open: Vec<&'a str>,
    later: Vec<Said<'a>>,
}

fn as_json(session: &Session, offices: &[&Arc<Office>]) -> Result<String, CommandError> {
    let offices = offices.iter().map(|office| shown(session, office)).collect();
    json::print(&json::Offices { head: Head::of(session), offices }, session.ascii)
}

fn shown<'a>(session: &'a Session, office: &'a Office) -> Shown<'a> {
    Shown {
        id: &office.id,
        name: office.name.get(session.lang),
        intake: Intake::of(session, office),
        requirements: office.requirements.iter().map(|rule| shown_rule(session, rule)).collect(),
    }
}

fn shown_rule<'a>(session: &'a Session, requirement: &'a Requirement) -> ShownRule<'a> {
    let phrases = session.phrases();
    ShownRule {
        id: &requirement.id,
        aspect: requirement.aspect,
        text: phrases.requirement(requirement),
        short: phrases.requirement_short(requirement),
        rule: RuleTree::of(&requirement.rule, session.lang),
        source: &requirement.source.id,
        section: &requirement.section,
        open: requirement.open.iter().map(|open| open.get(session.lang)).collect(),
        later: later(session, requirement).map(|said| Said::of(said, session.lang)).collect(),
    }
}
