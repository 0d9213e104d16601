//! What a table came to, as text with bars and as JSON.

use serde::Serialize;

use crate::batch::{BatchSummary, Tally};
use crate::cli::error::CommandError;
use crate::cli::json::{self, Head};
use crate::cli::session::Session;
use crate::content::Msg;
use crate::text::{clean, pad};

/// Cells of the longest bar.
const BAR: u64 = 24;

/// Cells of a name before its number.
const NAME: usize = 34;

/// How many reasons, and how many columns, are listed.
const REASONS: usize = 8;

#[derive(Serialize)]
struct Report<'a> {
    #[serde(flatten)]
    head: Head,
    #[serde(flatten)]
    summary: &'a BatchSummary,
}

pub(super) fn json(session: &Session, summary: &BatchSummary) -> Result<String, CommandError> {
    json::written(&Report { head: Head::of(session), summary }, session.ascii)
}

pub(super) fn text(session: &Session, summary: &BatchSummary) -> String {
    let phrases = session.phrases();
    let count = |msg, rows: u64| phrases.fill(msg, &[("count", &rows.to_string())]) + "\n";
    let mut text = count(Msg::BatchRows, summary.rows);
    for (msg, rows) in [(Msg::BatchBad, summary.bad_rows), (Msg::BatchNoOffice, summary.no_office)] {
        if rows > 0 {
            text += &count(msg, rows);
        }
    }
    if !summary.kept_columns.is_empty() {
        text += &phrases.fill(Msg::BatchKept, &[("columns", &listed(&summary.kept_columns))]);
        text += "\n";
    }
    let verdicts = [Msg::Meets, Msg::CannotTell, Msg::DoesNotMeet].map(|msg| phrases.get(msg).to_owned());
    for (tally, office) in summary.offices.iter().zip(&session.content.offices) {
        let rows = [tally.met, tally.unclear, tally.not_met];
        if rows.iter().any(|rows| *rows > 0) {
            let tallies = verdicts.iter().zip(rows).map(|(id, rows)| Tally { id: id.clone(), rows });
            text += &bars(office.name.get(session.lang), &tallies.collect::<Vec<_>>());
        }
    }
    let reasons = [
        (Msg::BatchNotMet, &summary.not_met),
        (Msg::BatchMissing, &summary.missing),
        (Msg::BatchProblems, &summary.problems),
    ];
    for (msg, all) in reasons.iter().filter(|(_, all)| !all.is_empty()) {
        text += &bars(phrases.get(*msg), all.get(..REASONS).unwrap_or(all));
    }
    text += "\n";
    text += phrases.get(Msg::PromisesNothing);
    text += "\n";
    if session.ascii { crate::text::ascii(&text) } else { text }
}

/// The first of some names, and how many more there are.
fn listed(names: &[String]) -> String {
    let first = names.iter().take(REASONS).map(|name| clean(name)).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(REASONS) {
        0 => first,
        more => format!("{first}, +{more}"),
    }
}

/// A title, and a line with a bar for each number.
fn bars(title: &str, all: &[Tally]) -> String {
    let most = all.iter().map(|one| one.rows).max().unwrap_or_default().max(1);
    let digits = most.to_string().len();
    let line = |one: &Tally| {
        // Whatever is there at all is seen.
        let cells = (one.rows.saturating_mul(BAR) / most).max(u64::from(one.rows > 0));
        let bar = "#".repeat(usize::try_from(cells).unwrap_or_default());
        format!("  {} {:>digits$} {bar}", pad(&one.id, NAME), one.rows).trim_end().to_owned() + "\n"
    };
    format!("\n{title}\n") + &all.iter().map(line).collect::<String>()
}
