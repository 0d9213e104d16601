//! `smo rules`: all rules of a programme on one page, as data, or in the language of another engine.

use chrono::NaiveDate;
use serde::Serialize;
use std::io::{self, IsTerminal as _};

use super::args::{RulesArgs, RulesFormat};
use super::error::{CommandError, DONE, Printed};
use super::json::{self, Head, RuleTree};
use super::output;
use super::session::Session;
use crate::content::{Alternative, Certainty, Office, Pathway, Requirement};
use crate::document;
use crate::export;

/// What a language of SQL is asked for without.
const NOT_SQL: &str = "--dialect is for --format sql";

/// A terminal would obey some of the bytes.
const NO_TEXT: &str = "a form is a workbook, which is not shown on a terminal; write it to a file with `-o FILE`";

pub(super) fn run(session: &Session, args: &RulesArgs) -> Result<Printed, CommandError> {
    if args.dialect.is_some() && args.format != RulesFormat::Sql {
        return Err(CommandError::Usage(NOT_SQL.to_owned()));
    }
    let printed = match args.format {
        RulesFormat::Text => text(session).into(),
        RulesFormat::Json => json::print(session, &data(session))?,
        RulesFormat::Sql => {
            export::sql(&session.content, args.dialect.unwrap_or(export::Dialect::Duckdb), session.as_of).into()
        }
        RulesFormat::Xlsform if output::is_printed(&args.to) && io::stdout().is_terminal() => {
            return Err(CommandError::Usage(NO_TEXT.to_owned()));
        }
        RulesFormat::Xlsform => {
            let name = session.content.name.get(session.lang);
            let form = export::xlsform(&session.content, name, session.as_of);
            Printed { bytes: form.map_err(|cause| CommandError::io("cannot write the form", &cause))?, code: DONE }
        }
    };
    output::save(&args.to, printed)
}

fn text(session: &Session) -> String {
    let (phrases, lang, mut page) = (session.phrases(), session.lang, session.page());
    session.show(&mut page, &document::head(&session.context(None)));
    for office in &session.content.offices {
        page.gap();
        page.heading("", office.name.get(lang));
        for one in &office.requirements {
            page.put("  - ", &format!("{} ({}, {})", phrases.requirement(one), one.source.id, one.section));
            for other in &one.others {
                let words = phrases.alternative(other);
                page.put("    | ", &format!("{words} ({}, {})", other.source.id, other.section));
            }
        }
    }
    session.show(&mut page, &document::pathways(&session.context(None)));
    page.finish()
}

#[derive(Serialize)]
struct Rules<'a> {
    #[serde(flatten)]
    head: Head,
    offices: Vec<OfficeRules<'a>>,
    pathways: Vec<PathwayRule<'a>>,
}

#[derive(Serialize)]
struct OfficeRules<'a> {
    id: &'a str,
    country: &'a str,
    requirements: Vec<RequirementRule<'a>>,
}

#[derive(Serialize)]
struct RequirementRule<'a> {
    id: &'a str,
    text: String,
    rule: RuleTree<'a>,
    source: &'a str,
    section: &'a str,
    certainty: Certainty,
    /// Further sources of the same.
    also: Vec<&'a str>,
    /// The days on which it is in force, where that is not always.
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    /// What other sources state instead; `rule` then holds as far as all agree.
    other: Vec<OtherRule<'a>>,
}

/// A requirement as another source has it.
#[derive(Serialize)]
pub(super) struct OtherRule<'a> {
    text: String,
    rule: RuleTree<'a>,
    source: &'a str,
    section: &'a str,
    certainty: Certainty,
}

#[derive(Serialize)]
struct PathwayRule<'a> {
    id: &'a str,
    text: String,
    rule: RuleTree<'a>,
    source: &'a str,
    section: &'a str,
}

fn data(session: &Session) -> Rules<'_> {
    Rules {
        head: Head::of(session),
        offices: session.content.offices.iter().map(|office| of_office(session, office)).collect(),
        pathways: session.content.pathways.iter().map(|pathway| of_pathway(session, pathway)).collect(),
    }
}

fn of_office<'a>(session: &'a Session, office: &'a Office) -> OfficeRules<'a> {
    let requirements = office.requirements.iter().map(|one| of_requirement(session, one)).collect();
    OfficeRules { id: &office.id, country: &office.country.id, requirements }
}

fn of_requirement<'a>(session: &'a Session, one: &'a Requirement) -> RequirementRule<'a> {
    RequirementRule {
        id: &one.id,
        text: session.phrases().requirement(one),
        rule: RuleTree::of(&one.rule, session.lang),
        source: &one.source.id,
        section: &one.section,
        certainty: one.certainty,
        also: one.also.iter().map(|source| &*source.id).collect(),
        from: one.from,
        until: one.until,
        other: one.others.iter().map(|other| OtherRule::of(session, other)).collect(),
    }
}

impl<'a> OtherRule<'a> {
    pub(super) fn of(session: &'a Session, other: &'a Alternative) -> Self {
        Self {
            text: session.phrases().alternative(other),
            rule: RuleTree::of(&other.rule, session.lang),
            source: &other.source.id,
            section: &other.section,
            certainty: other.certainty,
        }
    }
}

fn of_pathway<'a>(session: &'a Session, pathway: &'a Pathway) -> PathwayRule<'a> {
    PathwayRule {
        id: &pathway.id,
        text: session.phrases().pathway(pathway),
        rule: RuleTree::of(&pathway.rule, session.lang),
        source: &pathway.source.id,
        section: &pathway.section,
    }
}
