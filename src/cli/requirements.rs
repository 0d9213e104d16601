//! `smo requirements`: every rule with its words, its source, what is left open and what was said later.

use serde_json::{Value, json};
use std::sync::Arc;

use super::args::Which;
use super::error::{CommandError, Printed};
use super::page::Page;
use super::session::Session;
use super::{head, json};
use crate::content::{Aspect, Office, Requirement, Statement};

/// Prints the requirements.
pub(super) fn run(session: &Session, args: &Which) -> Result<Printed, CommandError> {
    let offices = session.offices(args.one.as_deref())?;
    Ok(if args.json { as_json(session, &offices) } else { as_text(session, &offices) }.into())
}

fn as_text(session: &Session, offices: &[&Arc<Office>]) -> String {
    let mut page = Page::new(session.ascii, session.color);
    head::put(session, &mut page);
    for office in offices {
        page.gap();
        page.heading("", &format!("{} ({})", office.name.get(session.lang).to_uppercase(), office.id));
        head::put_intake(session, office, &mut page);
        for requirement in &office.requirements {
            put(session, requirement, &mut page);
        }
    }
    page.finish()
}

fn put(session: &Session, requirement: &Requirement, page: &mut Page) {
    let phrases = session.phrases();
    let name = session.content.aspects.iter().find(|(id, _)| *id == requirement.aspect);
    let name = name.map_or("", |(_, name)| name.get(session.lang));
    page.put("  ", &format!("{name}: {}", phrases.requirement(requirement)));
    let label = requirement.source.label.get(session.lang);
    page.put("      ", &format!("[{label}, {}] {}", requirement.section, requirement.id));
    page.list("    ? ", requirement.open.iter().map(|open| open.get(session.lang)));
    page.list("    + ", later(session, requirement).map(|said| head::cited(session, said)));
}

fn later<'a>(session: &Session, requirement: &'a Requirement) -> impl Iterator<Item = &'a Statement> {
    let day = session.as_of;
    requirement.later.iter().filter(move |said| said.made_by(day))
}

fn as_json(session: &Session, offices: &[&Arc<Office>]) -> String {
    let office = |office: &&Arc<Office>| {
        json!({
            "id": *office.id,
            "name": office.name.get(session.lang),
            "intake": json::intake_of(session, office),
            "requirements": office.requirements.iter().map(|r| value(session, r)).collect::<Vec<_>>(),
        })
    };
    let offices: Vec<Value> = offices.iter().map(office).collect();
    json::print(&json::with_head(session, "offices", &offices), session.ascii)
}

fn value(session: &Session, requirement: &Requirement) -> Value {
    let phrases = session.phrases();
    json!({
        "id": *requirement.id,
        "aspect": aspect(requirement.aspect),
        "text": phrases.requirement(requirement),
        "short": phrases.requirement_short(requirement),
        "rule": json::rule(session, &requirement.rule),
        "source": *requirement.source.id,
        "section": *requirement.section,
        "open": requirement.open.iter().map(|open| open.get(session.lang)).collect::<Vec<_>>(),
        "later": later(session, requirement).map(|said| json::statement(session, said)).collect::<Vec<_>>(),
    })
}

fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Place => "place",
        Aspect::Nationality => "nationality",
        Aspect::Presence => "presence",
        Aspect::Age => "age",
        Aspect::Status => "status",
    }
}
