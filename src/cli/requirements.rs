//! `smo requirements`: every rule with its words, its source, what is left open and what was said later.

use serde::Serialize;

use super::args::WhichArgs;
use super::error::{CommandError, Printed};
use super::json::{IntakeData, RuleTree, Said};
use super::offices;
use super::rules::OtherRule;
use super::session::Session;
use crate::content::{Certainty, Office, Requirement};
use crate::document;

pub(super) fn run(session: &Session, args: &WhichArgs) -> Result<Printed, CommandError> {
    offices::each(session, args, document::requirements, shown)
}

#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    name: &'a str,
    intake: IntakeData<'a>,
    requirements: Vec<ShownRule<'a>>,
}

#[derive(Serialize)]
struct ShownRule<'a> {
    id: &'a str,
    aspect: &'a str,
    text: String,
    short: String,
    rule: RuleTree<'a>,
    source: &'a str,
    section: &'a str,
    certainty: Certainty,
    /// Further sources of the same.
    also: Vec<&'a str>,
    /// What other sources state instead.
    other: Vec<OtherRule<'a>>,
    open: Vec<&'a str>,
    later: Vec<Said<'a>>,
}

fn shown<'a>(session: &'a Session, office: &'a Office) -> Shown<'a> {
    Shown {
        id: &office.id,
        name: office.name.get(session.lang),
        intake: IntakeData::of(session, office),
        requirements: office.requirements.iter().map(|rule| shown_rule(session, rule)).collect(),
    }
}

fn shown_rule<'a>(session: &'a Session, requirement: &'a Requirement) -> ShownRule<'a> {
    ShownRule {
        id: &requirement.id,
        aspect: &requirement.aspect.id,
        text: session.phrases().requirement(requirement),
        short: session.phrases().requirement_short(requirement),
        rule: RuleTree::of(&requirement.rule, session.lang),
        source: &requirement.source.id,
        section: &requirement.section,
        certainty: requirement.certainty,
        also: requirement.also.iter().map(|source| &*source.id).collect(),
        other: requirement.others.iter().map(|other| OtherRule::of(session, other)).collect(),
        open: requirement.open.iter().map(|open| open.text.get(session.lang)).collect(),
        later: Said::made(session, &requirement.later),
    }
}
