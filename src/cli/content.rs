//! `smo content`: checks, tries and compares content, and carries it to translators and editors. In English, as its problems are.

mod diff;
mod po;
mod schema;
mod test;

use std::sync::Arc;

use super::args::{ContentAction, Global, Switch};
use super::cases::NOTHING_STORED;
use super::error::{CommandError, Printed};
use super::session;
use crate::content::{Content, export};
use crate::text::clean;
use diff::Wanted;

pub(super) fn run(global: &Global, action: &ContentAction) -> Result<Printed, CommandError> {
    let (given, ascii) = (global.content.as_deref(), global.ascii == Some(Switch::Yes));
    match action {
        ContentAction::Check { folder } => {
            let folder = folder.as_deref().or(given);
            let content = session::load(folder)?;
            Ok(format!("{}\n{}", summary(&content), po::stale(folder, &content.languages)?).into())
        }
        ContentAction::Test { folder, json, missing } => {
            let content = Arc::new(session::load(folder.as_deref().or(given))?);
            let day = session::day_of_asking(global)?;
            let content = content.in_force(day);
            if *missing { Ok(test::missing(&content, day).into()) } else { test::run(&content, day, *json, ascii) }
        }
        ContentAction::Diff { before, after, cases, json } => {
            if *cases && global.no_store {
                return Err(CommandError::Usage(NOTHING_STORED.to_owned()));
            }
            let day = session::day_of_asking(global)?;
            diff::run([before, after], Wanted { day, cases: *cases, json: *json, ascii })
        }
        ContentAction::Po { folder, read, to } => {
            po::run(folder.as_deref().or(given), global.lang.as_deref(), read.as_deref(), to)
        }
        ContentAction::Schema { kind } => schema::run(kind.as_deref(), ascii),
        ContentAction::Export { folder } => {
            let shown = clean(&folder.display().to_string());
            let written =
                export(folder).map_err(|cause| CommandError::io(&format!("cannot export to {shown}"), &cause))?;
            Ok(format!("{} written to {shown}\n", count(written.len(), "file")).into())
        }
    }
}

fn summary(content: &Content) -> String {
    let requirements = content.offices.iter().map(|office| office.requirements.len()).sum();
    let counts = [
        count(content.offices.len(), "office"),
        count(requirements, "requirement"),
        count(content.questions.len(), "question"),
        count(content.process.steps.len(), "step"),
        count(content.pathways.len(), "pathway"),
        count(content.languages.len(), "language"),
        count(content.texts.len(), "text"),
    ];
    format!("{}, check-code {}", counts.join(", "), content.check_code)
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
