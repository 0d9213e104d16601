//! The check as JSON: exactly the contract, key by key.

use serde_json::{Value, json};

use super::Checked;
use crate::cli::json;
use crate::content::Pathway;
use crate::rules::{OfficeFinding, RequirementFinding};

/// The whole check.
pub(super) fn print(checked: &Checked<'_>) -> String {
    let session = checked.session;
    let pathways = session.content.pathways.iter();
    let value = json!({
        "format": 1,
        "guide": json::guide(&session.content.guide),
        "as_of": session.as_of.to_string(),
        "notices": json::notice_texts(session),
        "next_question": checked.next_question().map(|question| &*question.id),
        "offices": checked.findings().map(|finding| office(checked, finding)).collect::<Vec<_>>(),
        "pathways": pathways.filter_map(|p| pathway(checked, p)).collect::<Vec<_>>(),
        "advice": checked.advice(),
    });
    json::print(&value, session.ascii)
}

fn office(checked: &Checked<'_>, finding: &OfficeFinding) -> Value {
    json!({
        "id": *finding.office.id,
        "verdict": finding.verdict.id(),
        "missing": json::ids(finding.missing.iter().map(|question| &*question.id)),
        "intake": json::intake_of(checked.session, &finding.office),
        "requirements": finding.requirements.iter().map(|r| requirement(checked, r)).collect::<Vec<_>>(),
    })
}

fn requirement(checked: &Checked<'_>, finding: &RequirementFinding) -> Value {
    json!({
        "id": *finding.requirement.id,
        "verdict": finding.verdict.id(),
        "applies": finding.applies,
        "facts": json::ids(finding.tests.iter().map(|test| &*test.question.id)),
        "because": checked.session.phrases().because(finding),
        "source": *finding.requirement.source.id,
        "section": *finding.requirement.section,
    })
}

fn pathway(checked: &Checked<'_>, pathway: &Pathway) -> Option<Value> {
    let finding = checked.found.pathway(&pathway.id)?;
    let latest = super::latest(checked.session, pathway);
    Some(json!({
        "id": *pathway.id,
        "verdict": finding.verdict.id(),
        "missing": json::ids(finding.missing.iter().map(|question| &*question.id)),
        "latest": latest.map(|said| json::statement(checked.session, said)),
    }))
}
