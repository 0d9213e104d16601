//! The check as JSON, format 1.

use serde::Serialize;

use super::Checked;
use crate::cli::error::{CommandError, Printed};
use crate::cli::json::{self, Head, Intake, Said};
use crate::content::{Pathway, Question};
use crate::rules::{Obstacle, OfficeFinding, RequirementFinding, Verdict, obstacles};

use std::sync::Arc;

#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    head: Head,
    next_question: Option<&'a str>,
    offices: Vec<OfficeFound<'a>>,
    pathways: Vec<PathwayFound<'a>>,
    advice: Vec<String>,
}

#[derive(Serialize)]
struct OfficeFound<'a> {
    id: &'a str,
    verdict: Verdict,
    missing: Vec<&'a str>,
    intake: Intake<'a>,
    requirements: Vec<RequirementFound<'a>>,
    /// What stands in the way where the minimum is not met.
    different: Vec<Different<'a>>,
}

#[derive(Serialize)]
struct Different<'a> {
    requirement: &'a str,
    text: String,
    /// Whether nobody can change it any more.
    fixed: bool,
}

#[derive(Serialize)]
struct RequirementFound<'a> {
    id: &'a str,
    verdict: Verdict,
    applies: bool,
    facts: Vec<&'a str>,
    because: String,
    source: &'a str,
    section: &'a str,
}

#[derive(Serialize)]
struct PathwayFound<'a> {
    id: &'a str,
    verdict: Verdict,
    missing: Vec<&'a str>,
    latest: Option<Said<'a>>,
}

pub(super) fn print(checked: &Checked<'_>) -> Result<Printed, CommandError> {
    let session = checked.session;
    let whole = Whole {
        head: Head::of(session),
        next_question: checked.next_question().map(|question| &*question.id),
        offices: checked.findings().iter().map(|finding| office(checked, finding)).collect(),
        pathways: session.content.pathways.iter().filter_map(|known| pathway(checked, known)).collect(),
        advice: checked.advice(),
    };
    json::print(session, &whole)
}

fn office<'a>(checked: &'a Checked<'_>, finding: &'a OfficeFinding) -> OfficeFound<'a> {
    let requirement = |found: &'a RequirementFinding| RequirementFound {
        id: &found.requirement.id,
        verdict: found.verdict,
        applies: found.applies,
        facts: found.tests.iter().map(|test| &*test.question.id).collect(),
        because: checked.session.phrases().because(found),
        source: &found.requirement.source.id,
        section: &found.requirement.section,
    };
    OfficeFound {
        id: &finding.office.id,
        verdict: finding.verdict,
        missing: ids(&finding.missing),
        intake: Intake::of(checked.session, &finding.office),
        requirements: finding.requirements.iter().map(requirement).collect(),
        different: different(checked, finding),
    }
}

fn different<'a>(checked: &Checked<'_>, finding: &'a OfficeFinding) -> Vec<Different<'a>> {
    let in_the_way = obstacles(finding, checked.person.check.answers(), checked.session.as_of).into_iter();
    let different = |Obstacle { finding, is_fixed }: Obstacle<'a>| Different {
        requirement: &finding.requirement.id,
        text: checked.session.phrases().requirement(&finding.requirement),
        fixed: is_fixed,
    };
    in_the_way.map(different).collect()
}

fn pathway<'a>(checked: &'a Checked<'_>, pathway: &'a Pathway) -> Option<PathwayFound<'a>> {
    let finding = checked.person.check.found().pathway(&pathway.id)?;
    Some(PathwayFound {
        id: &pathway.id,
        verdict: finding.verdict,
        missing: ids(&finding.missing),
        latest: super::latest(checked.session, pathway).map(|said| Said::of(said, checked.session.lang)),
    })
}

fn ids(questions: &[Arc<Question>]) -> Vec<&str> {
    questions.iter().map(|question| &*question.id).collect()
}
