//! What is found, and how it is written.

use serde::Serialize;
use strum::IntoStaticStr;

use crate::plain::{Options, TextPage};
use crate::text::clean;

/// The column in which what is said begins.
const COLUMN: usize = 23;

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
    Accounts,
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
    pub(super) fn ok(check: Examined, text: &str) -> Self {
        Self { check, mark: Gravity::Ok, text: clean(text), advice: None }
    }

    pub(super) fn note(check: Examined, text: &str, advice: &str) -> Self {
        Self { mark: Gravity::Note, advice: Some(clean(advice)), ..Self::ok(check, text) }
    }

    pub(super) fn problem(check: Examined, text: &str, advice: &str) -> Self {
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
        let mut page = TextPage::new(Options { ascii: false, bold: false, ..Options::default() });
        for finding in &self.findings {
            let mark = match finding.mark {
                Gravity::Ok => "ok",
                Gravity::Note => "note",
                Gravity::Problem => "PROBLEM",
            };
            page.put(&format!("{mark:8} {:14}", <&str>::from(finding.check)), &finding.text);
            if let Some(advice) = &finding.advice {
                page.put(&format!("{:COLUMN$}- ", ""), advice);
            }
        }
        page.gap();
        page.say(&format!("problems: {}, notes: {}", self.problems, self.notes));
        page.finish()
    }
}
