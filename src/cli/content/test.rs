//! `smo content test`: whether the examples beside a content come to what they say and show every rule.

use chrono::NaiveDate;
use serde::Serialize;
use std::fmt::Write as _;
use std::sync::Arc;

use crate::cli::error::{CONTENT, CommandError, DONE, Printed};
use crate::cli::json;
use crate::content::Content;
use crate::proof::{self, ExampleError, FailedExample, Flaw, FlawKind, Mutant, Subject};
use crate::rules::Verdict;

/// What was found, in the order in which it is to be mended.
#[derive(Serialize)]
struct Report<'a> {
    format: u32,
    examples: usize,
    failed: Vec<Failed<'a>>,
    flaws: Vec<Flawed>,
    unnoticed: Vec<Unnoticed>,
}

#[derive(Serialize)]
struct Failed<'a> {
    example: &'a str,
    text: String,
}

#[derive(Serialize)]
struct Flawed {
    of: String,
    text: &'static str,
    person: Option<String>,
}

#[derive(Serialize)]
struct Unnoticed {
    of: String,
    change: String,
    /// Somebody whose example would notice it.
    person: String,
    verdict: Verdict,
    /// The day on which the rule is in force, where that matters.
    as_of: Option<NaiveDate>,
}

/// Tries a content. What is found is the result, on standard output, with the exit code of bad content.
pub(super) fn run(content: &Arc<Content>, day: NaiveDate, is_json: bool, ascii: bool) -> Result<Printed, CommandError> {
    let report = Report {
        format: 1,
        examples: content.examples.len(),
        failed: proof::failed_examples(content).iter().map(failed).collect(),
        flaws: proof::flaws(content, day).iter().map(flawed).collect(),
        unnoticed: proof::survivors(content, day).iter().map(unnoticed).collect(),
    };
    let text = if is_json { json::written(&report, ascii)? } else { report.text() };
    let is_good = report.failed.is_empty() && report.flaws.is_empty() && report.unnoticed.is_empty();
    Ok(Printed { bytes: text.into_bytes(), code: if is_good { DONE } else { CONTENT } })
}

/// An example for each change that none notices, as they are written in `examples.toml`.
pub(super) fn missing(content: &Content, day: NaiveDate) -> String {
    let mut text = String::new();
    for (mutant, number) in proof::missing_people(content, day).iter().zip(content.examples.len() + 1..) {
        let (table, id, rule) = match &mutant.of {
            Subject::Pathway(id) => ("pathways", &**id, id.to_string()),
            Subject::Advice(id) => ("advice", &**id, id.to_string()),
            of => ("offices", of.id().split('.').next().unwrap_or_default(), of.id().replace('.', "-")),
        };
        let facts: Vec<String> =
            mutant.witness.0.iter().map(|(question, value)| format!("\"{}={value}\"", question.id)).collect();
        let (change, facts) = (mutant.change.replace('`', ""), facts.join(", "));
        let verdict = <&str>::from(mutant.verdict);
        let as_of = mutant.as_of.map(|day| format!("as_of = {day}\n")).unwrap_or_default();
        let _ = writeln!(text, "[[example]]\nid = \"{rule}-{number}\"\nwhy = \"{}: {change}\"", mutant.of);
        let _ = writeln!(text, "facts = [{facts}]\n{as_of}{table} = {{ \"{id}\" = \"{verdict}\" }}\n");
    }
    text
}

impl Report<'_> {
    fn text(&self) -> String {
        let mut text = String::new();
        for failed in &self.failed {
            let _ = writeln!(text, "example {}: {}", failed.example, failed.text);
        }
        for flaw in &self.flaws {
            let person = flaw.person.as_ref().map(|person| format!(" ({person})")).unwrap_or_default();
            let _ = writeln!(text, "{}: {}{person}", flaw.of, flaw.text);
        }
        for mutant in &self.unnoticed {
            let _ = writeln!(
                text,
                "{}: no example notices the change \"{}\"; this person would{}: {} is {}",
                mutant.of,
                mutant.change,
                mutant.as_of.map(|day| format!(", asked on {day}")).unwrap_or_default(),
                mutant.person,
                <&str>::from(mutant.verdict)
            );
        }
        let (failed, flaws, unnoticed) = (self.failed.len(), self.flaws.len(), self.unnoticed.len());
        let _ = writeln!(
            text,
            "{} examples: {failed} wrong, {flaws} rules that cannot be meant, {unnoticed} changes unnoticed",
            self.examples
        );
        text
    }
}

fn failed<'a>(failed: &FailedExample<'a>) -> Failed<'a> {
    let text = match &failed.error {
        ExampleError::Facts(cause) => cause.to_string(),
        ExampleError::Verdict { id, expected, found } => {
            format!("{id} is {}, not {}", <&str>::from(*found), <&str>::from(*expected))
        }
    };
    Failed { example: &failed.example.id, text }
}

fn flawed(flaw: &Flaw) -> Flawed {
    let text = match flaw.kind {
        FlawKind::NobodyMeets => "nobody can meet the minimum of this office",
        FlawKind::Contradictory => "nobody can meet this rule",
        FlawKind::Vacuous => "everybody meets this rule",
        FlawKind::Subsumed => "whoever meets the other rules meets this one",
    };
    Flawed { of: flaw.of.to_string(), text, person: flaw.witness.as_ref().map(ToString::to_string) }
}

fn unnoticed(mutant: &Mutant) -> Unnoticed {
    Unnoticed {
        of: mutant.of.to_string(),
        change: mutant.change.clone(),
        person: mutant.witness.to_string(),
        verdict: mutant.verdict,
        as_of: mutant.as_of,
    }
}
