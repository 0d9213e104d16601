//! `smo cases list`: one line a case.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::{failed, held_by, marks, name};
use crate::case::{Code, Holder, Store, StoreError, Summary};
use crate::cli::clock;
use crate::cli::error::{CommandError, Printed};
use crate::cli::json;
use crate::cli::session::Session;
use crate::content::{Content, Msg};
use crate::document;
use crate::rules::Verdict;

const COUNTRY: usize = 14;
const AGE: usize = 6;

pub(super) fn run(session: &Session, store: &Store, json: bool) -> Result<Printed, CommandError> {
    let listing = store.list().map_err(failed)?;
    // A case ages by the clock, whatever the day is on which rules are judged.
    let today = clock::now().date();
    let row = |code: Code| {
        // A lock that cannot be read counts as none: the list stays useful.
        let held = store.held_by(&code).unwrap_or_default();
        let summary = store.read(&code).map(|record| Summary::of(record, &session.content));
        CaseRow { code, summary, held: held.is_some(), holder: held.flatten() }
    };
    let rows: Vec<CaseRow> = listing.cases.into_iter().map(|listed| row(listed.code)).collect();
    if json {
        let cases = rows.iter().map(|row| row.listed(&session.content, today)).collect();
        return json::print(session, &CaseFile { format: 1, cases, set_aside: &listing.aside });
    }
    Ok(as_text(session, &rows, &listing.aside, today).into())
}

fn as_text(session: &Session, rows: &[CaseRow], aside: &[String], today: NaiveDate) -> String {
    let phrases = session.phrases();
    let mut page = session.page();
    session.show(&mut page, &document::brief(&session.context(None)));
    page.gap();
    if rows.is_empty() {
        page.say(phrases.get(Msg::CasesNone));
    }
    for row in rows {
        let words = row.summary.as_ref().map_or_else(ToString::to_string, |summary| line(session, summary, today));
        page.put(&format!("{}  ", row.code), &words);
        if row.held {
            page.put("      ", &held_by(session, row.holder.as_ref()));
        }
    }
    if !aside.is_empty() {
        page.gap();
        page.say(&phrases.fill(Msg::CasesAside, &[("files", &aside.join(", "))]));
    }
    page.finish()
}

fn line(session: &Session, summary: &Summary, today: NaiveDate) -> String {
    let phrases = session.phrases();
    let country =
        summary.gist.country.as_deref().map_or_else(|| phrases.get(Msg::CaseNoCountry), |c| phrases.country(c));
    let mut parts = Vec::new();
    parts.extend(summary.nationality(&session.content).map(|(asked, said)| phrases.answer_short(asked, said)));
    parts.extend(summary.gist.verdict.map(|verdict| phrases.verdict(verdict).to_owned()));
    parts.push(phrases.fill(Msg::CaseAnswers, &[("n", &summary.record.answers.len().to_string())]));
    if !summary.gist.open.is_empty() {
        let facts: Vec<&str> = summary.gist.open.iter().map(|fact| name(session, fact)).collect();
        parts.push(phrases.fill(Msg::CaseOpen, &[("facts", &facts.join(", "))]));
    }
    let step =
        summary.step().and_then(|id| session.content.process.find(id)).map(|at| session.content.process.step(at));
    parts.extend(step.map(|step| format!("@ {}", step.short.get(session.lang))));
    parts.extend(marks(session, summary.record.finished, summary.record.kept));
    format!("{country:<COUNTRY$} {:>AGE$}  {}", phrases.case_age(summary.days(today)), parts.join("; "))
}

struct CaseRow {
    code: Code,
    summary: Result<Summary, StoreError>,
    held: bool,
    holder: Option<Holder>,
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
        /// As it is written on the command line; `null` where it was not asked or is not stored.
        nationality: Option<&'a str>,
        /// Of the office there.
        verdict: Option<Verdict>,
        created: NaiveDateTime,
        changed: NaiveDateTime,
        /// Negative where it is dated after today.
        days: i64,
        answers: usize,
        open: Vec<&'a str>,
        step: Option<&'a str>,
        kept: bool,
        finished: bool,
    },
}

/// As it is stored.
fn nationality<'a>(summary: &'a Summary, content: &Content) -> Option<&'a str> {
    let (question, _) = summary.nationality(content)?;
    let stored = summary.record.answers.iter().find(|stored| *stored.fact == *question.id)?;
    Some(&stored.value)
}

impl CaseRow {
    fn listed(&self, content: &Content, today: NaiveDate) -> ListedCase<'_> {
        let stored = match &self.summary {
            Err(error) => Stored::Unread { problem: error.to_string() },
            Ok(summary) => Stored::Read {
                country: summary.gist.country.as_deref(),
                office: summary.gist.office.as_deref(),
                nationality: nationality(summary, content),
                verdict: summary.gist.verdict,
                created: summary.record.created,
                changed: summary.record.changed,
                days: summary.days(today),
                answers: summary.record.answers.len(),
                open: summary.gist.open.iter().map(|id| &**id).collect(),
                step: summary.step(),
                kept: summary.record.kept,
                finished: summary.record.finished,
            },
        };
        ListedCase { code: &self.code, stored, held: self.held, held_by: self.holder.as_ref() }
    }
}
