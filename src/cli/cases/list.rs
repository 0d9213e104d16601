//! `smo cases list`: one line a case.

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::case::{Code, Holder, Store, StoreError, Summary};
use crate::cli::error::{CommandError, Printed};
use crate::cli::json;
use crate::cli::session::Session;
use crate::content::{Msg, PartialDate};
use crate::document;

const COUNTRY: usize = 14;
const AGE: usize = 6;

struct CaseRow {
    code: Code,
    summary: Result<Summary, StoreError>,
    held: bool,
    holder: Option<Holder>,
}

pub(super) fn run(session: &Session, store: &Store, json: bool) -> Result<Printed, CommandError> {
    let listing = store.list().map_err(super::failed)?;
    let row = |code: Code| {
        // A lock that cannot be read counts as none: the list stays useful.
        let held = store.held_by(&code).unwrap_or_default();
        let summary = store.read(&code).map(|record| Summary::of(record, &session.content));
        CaseRow { code, summary, held: held.is_some(), holder: held.flatten() }
    };
    let rows: Vec<CaseRow> = listing.cases.into_iter().map(|listed| row(listed.code)).collect();
    Ok(if json { as_json(session, &rows, &listing.aside)? } else { as_text(session, &rows, &listing.aside) }.into())
}

/// Whole days since a case was last changed.
fn age(session: &Session, summary: &Summary) -> i64 {
    session.as_of.signed_duration_since(summary.record.changed.date()).num_days().max(0)
}

fn as_text(session: &Session, rows: &[CaseRow], aside: &[String]) -> String {
    let phrases = session.phrases();
    let mut page = session.page();
    session.show(&mut page, &document::brief(&session.context(None)));
    page.gap();
    if rows.is_empty() {
        page.put("", phrases.get(Msg::CasesNone));
    }
    for row in rows {
        let words = row.summary.as_ref().map_or_else(ToString::to_string, |summary| line(session, summary));
        page.put(&format!("{}  ", row.code), &words);
        if row.held {
            page.put("      ", &held_by(session, row.holder.as_ref()));
        }
    }
    if !aside.is_empty() {
        page.gap();
        page.put("", &phrases.fill(Msg::CasesAside, &[("files", &aside.join(", "))]));
    }
    page.finish()
}

fn line(session: &Session, summary: &Summary) -> String {
    let phrases = session.phrases();
    let country = summary.country.as_deref().map_or_else(|| phrases.get(Msg::CaseNoCountry), |c| phrases.country(c));
    let days = phrases.fill(Msg::CaseDays, &[("n", &age(session, summary).to_string())]);
    let mut parts = vec![phrases.fill(Msg::CaseAnswers, &[("n", &summary.record.answers.len().to_string())])];
    if !summary.open.is_empty() {
        let facts: Vec<&str> = summary.open.iter().map(|fact| name(session, fact)).collect();
        parts.push(phrases.fill(Msg::CaseOpen, &[("facts", &facts.join(", "))]));
    }
    let step = summary.step().and_then(|id| session.content.process.steps.iter().find(|step| *step.id == *id));
    parts.extend(step.map(|step| format!("@ {}", step.short.get(session.lang))));
    let marks = [(summary.record.finished, Msg::CaseFinished), (summary.record.kept, Msg::CaseKept)];
    parts.extend(marks.into_iter().filter(|(is, _)| *is).map(|(_, word)| phrases.get(word).to_owned()));
    format!("{country:<COUNTRY$} {days:>AGE$}  {}", parts.join("; "))
}

/// The name of a fact; its id where the content has none for it.
pub(super) fn name<'a>(session: &'a Session, fact: &'a str) -> &'a str {
    session.content.question(fact).map_or(fact, |question| question.name.get(session.lang))
}

pub(super) fn held_by(session: &Session, holder: Option<&Holder>) -> String {
    let phrases = session.phrases();
    let Some(holder) = holder else { return phrases.get(Msg::CaseHeld).to_owned() };
    let terminal = if holder.terminal.is_empty() { "-" } else { &holder.terminal };
    let values = [
        ("terminal", terminal),
        ("host", &holder.host),
        ("time", &holder.since.format("%H:%M").to_string()),
        ("date", &phrases.date_short(PartialDate::Day(holder.since.date()))),
        ("pid", &holder.pid.to_string()),
    ];
    phrases.fill(Msg::CaseHeldBy, &values)
}

#[derive(Serialize)]
struct CaseFile<'a> {
    format: u32,
    cases: Vec<ListedCase<'a>>,
    set_aside: &'a [String],
}

#[derive(Serialize)]
struct ListedCase<'a> {
    code: &'a Code,
    #[serde(flatten)]
    stored: Stored<'a>,
    held: bool,
    held_by: Option<&'a Holder>,
}

/// What is stored of a case, or why that cannot be read.
#[derive(Serialize)]
#[serde(untagged)]
enum Stored<'a> {
    Unread {
        problem: String,
    },
    Read {
        country: Option<&'a str>,
        office: Option<&'a str>,
        created: NaiveDateTime,
        changed: NaiveDateTime,
        days: i64,
        answers: usize,
        open: Vec<&'a str>,
        step: Option<&'a str>,
        kept: bool,
        finished: bool,
    },
}

fn as_json(session: &Session, rows: &[CaseRow], aside: &[String]) -> Result<String, CommandError> {
    let cases = rows.iter().map(|row| ListedCase {
        code: &row.code,
        stored: stored(session, row),
        held: row.held,
        held_by: row.holder.as_ref(),
    });
    json::print(&CaseFile { format: 1, cases: cases.collect(), set_aside: aside }, session.ascii)
}

fn stored<'a>(session: &Session, row: &'a CaseRow) -> Stored<'a> {
    match &row.summary {
        Err(error) => Stored::Unread { problem: error.to_string() },
        Ok(summary) => Stored::Read {
            country: summary.country.as_deref(),
            office: summary.office.as_deref(),
            created: summary.record.created,
            changed: summary.record.changed,
            days: age(session, summary),
            answers: summary.record.answers.len(),
            open: summary.open.iter().map(|id| &**id).collect(),
            step: summary.step(),
            kept: summary.record.kept,
            finished: summary.record.finished,
        },
    }
}
