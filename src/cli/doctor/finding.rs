//! What is found, and how it is written.

use serde::Serialize;
use std::fmt::Write as _;
use strum::IntoStaticStr;

use crate::text::clean;

/// The column in which what is said begins.
const COLUMN: usize = 22;
/// The width of the text.
const WIDTH: usize = 80;

/// What was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub(super) enum Examined {
    Terminal,
    Locale,
    State,
    Locks,
    Cases,
    Content,
    Clock,
    Cores,
    Recording,
    Line,
    Configuration,
    Sshd,
    Limits,
    Disk,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Gravity {
    Ok,
    /// To be known; the work goes on.
    Note,
    Problem,
}

/// One thing that was found, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Finding {
    pub(super) check: Examined,
    pub(super) mark: Gravity,
    pub(super) text: String,
    pub(super) advice: Option<String>,
}

impl Finding {
    pub(super) fn ok(check: Examined, text: impl Into<String>) -> Self {
        Self { check, mark: Gravity::Ok, text: clean(&text.into()), advice: None }
    }

    pub(super) fn note(check: Examined, text: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { mark: Gravity::Note, advice: Some(clean(&advice.into())), ..Self::ok(check, text) }
    }

    pub(super) fn problem(check: Examined, text: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { mark: Gravity::Problem, ..Self::note(check, text, advice) }
    }
}

/// All that was found.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    format: u32,
    problems: usize,
    notes: usize,
    findings: Vec<Finding>,
}

impl Report {
    pub(super) fn of(findings: Vec<Finding>) -> Self {
        let count = |mark| findings.iter().filter(|finding| finding.mark == mark).count();
        Self { format: 1, problems: count(Gravity::Problem), notes: count(Gravity::Note), findings }
    }

    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for finding in &self.findings {
            let mark = match finding.mark {
                Gravity::Ok => "ok",
                Gravity::Note => "note",
                Gravity::Problem => "PROBLEM",
            };
            let head = format!("{mark:8} {:13}", <&str>::from(finding.check));
            put(&mut text, &head, COLUMN, &finding.text);
            let head = " ".repeat(COLUMN) + "- ";
            finding.advice.iter().for_each(|advice| put(&mut text, &head, COLUMN + 2, advice));
        }
        let _ = writeln!(text, "\nproblems: {}, notes: {}", self.problems, self.notes);
        text
    }
}

fn put(text: &mut String, head: &str, column: usize, words: &str) {
    let after = " ".repeat(column);
    let options = textwrap::Options::new(WIDTH).initial_indent(head).subsequent_indent(&after);
    let _ = writeln!(text, "{}", textwrap::fill(words, options));
}
