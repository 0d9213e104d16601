//! The check as JSON, format 1. `docs/check.schema.json` describes it.

use serde::Serialize;

use super::Checked;
use crate::cli::error::{CommandError, Printed};
use crate::cli::json::{self, Head, IntakeData, Said};
use crate::content::{Certainty, Pathway, PathwayStatus, Question};
use crate::document::Role;
use crate::rules::{self, Answer, Obstacle, OfficeFinding, RequirementFinding, UnmetPart, Verdict};

use std::collections::BTreeSet;
use std::sync::Arc;

#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    head: Head,
    next_question: Option<&'a str>,
    /// In asking order.
    not_known: Vec<NotKnown<'a>>,
    contradictions: Vec<Contradiction>,
    offices: Vec<OfficeFound<'a>>,
    pathways: Vec<PathwayFound<'a>>,
    advice: Vec<String>,
}

/// A fact without a value.
#[derive(Serialize)]
struct NotKnown<'a> {
    fact: &'a str,
    reason: Reason,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Reason {
    NotAsked,
    Unknown,
    Declined,
    /// Known, and not to be stored or passed on.
    Masked,
}

/// Two facts that cannot both be right. It changes no verdict.
#[derive(Serialize)]
struct Contradiction {
    facts: [String; 2],
    text: String,
}

#[derive(Serialize)]
struct OfficeFound<'a> {
    id: &'a str,
    verdict: Verdict,
    missing: Vec<&'a str>,
    intake: IntakeData<'a>,
    requirements: Vec<RequirementFound<'a>>,
    /// What stands in the way where the minimum is not met.
    different: Vec<Different<'a>>,
    /// What it asks besides where the person is in another country.
    then: Vec<Different<'a>>,
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
    certainty: Certainty,
    /// What the source leaves open for this person.
    open: Vec<Open<'a>>,
    /// What other sources say of it.
    later: Vec<Said<'a>>,
}

#[derive(Serialize)]
struct Open<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct PathwayFound<'a> {
    id: &'a str,
    verdict: Verdict,
    missing: Vec<&'a str>,
    /// The parts of the rule that stand in the way where it does not fit.
    different: Vec<DifferentPart<'a>>,
    state: PathwayStatus,
    latest: Option<Latest<'a>>,
}

#[derive(Serialize)]
struct DifferentPart<'a> {
    facts: Vec<&'a str>,
    text: String,
    /// Whether nobody can change it any more.
    fixed: bool,
}

#[derive(Serialize)]
struct Latest<'a> {
    state: PathwayStatus,
    #[serde(flatten)]
    said: Said<'a>,
}

pub(super) fn print(checked: &Checked<'_>) -> Result<Printed, CommandError> {
    let session = checked.session;
    let whole = Whole {
        head: Head::of(session).with_first(&checked.said(&[Role::Notice])),
        next_question: checked.next_question().map(|question| &*question.id),
        not_known: session.content.questions.iter().filter_map(|question| not_known(checked, question)).collect(),
        contradictions: contradictions(checked),
        offices: checked.findings().iter().map(|finding| office(checked, finding)).collect(),
        pathways: session.content.pathways.iter().map(|known| pathway(checked, known)).collect(),
        advice: checked.advice(),
    };
    json::print(session, &whole)
}

fn not_known<'a>(checked: &Checked<'_>, question: &'a Question) -> Option<NotKnown<'a>> {
    let reason = match checked.person.check.answers().get(&question.id) {
        Some(Answer::Known(_)) => return None,
        None => Reason::NotAsked,
        Some(Answer::DontKnow) => Reason::Unknown,
        Some(Answer::Declined) => Reason::Declined,
        Some(Answer::Withheld(_)) => Reason::Masked,
    };
    Some(NotKnown { fact: &question.id, reason })
}

fn contradictions(checked: &Checked<'_>) -> Vec<Contradiction> {
    let session = checked.session;
    let found = rules::contradictions(&session.content, checked.person.check.answers()).into_iter();
    let contradiction = |(early, late): (Arc<Question>, Arc<Question>)| Contradiction {
        facts: [early.id.to_string(), late.id.to_string()],
        text: session.phrases().contradiction(&early, &late),
    };
    found.map(contradiction).collect()
}

fn office<'a>(checked: &'a Checked<'_>, finding: &'a OfficeFinding) -> OfficeFound<'a> {
    let requirement = |found: &'a RequirementFinding| RequirementFound {
        id: &found.requirement.id,
        verdict: found.verdict,
        applies: found.applies,
        facts: each_once(found.tests.iter().map(|test| &*test.question.id)),
        because: checked.session.phrases().because(found),
        source: &found.requirement.source.id,
        section: &found.requirement.section,
        certainty: found.requirement.certainty,
        open: open(checked, found),
        later: Said::made(checked.session, &found.requirement.later),
    };
    OfficeFound {
        id: &finding.office.id,
        verdict: finding.verdict,
        missing: ids(&finding.missing),
        intake: IntakeData::of(checked.session, &finding.office),
        requirements: finding.requirements.iter().map(requirement).collect(),
        different: different(checked, rules::obstacles(finding, checked.person.check.answers(), checked.session.as_of)),
        then: different(checked, rules::asked_besides(finding, checked.session.as_of)),
    }
}

fn open<'a>(checked: &Checked<'_>, found: &'a RequirementFinding) -> Vec<Open<'a>> {
    let touching = found.requirement.open.iter().filter(|point| found.is_touched_by(point));
    touching.map(|point| Open { text: point.text.get(checked.session.lang) }).collect()
}

fn different<'a>(checked: &Checked<'_>, rules: Vec<Obstacle<'a>>) -> Vec<Different<'a>> {
    let different = |rule: Obstacle<'a>| Different {
        requirement: &rule.finding.requirement.id,
        text: checked.session.phrases().obstacle(&rule),
        fixed: rule.fixed.is_some(),
    };
    rules.into_iter().map(different).collect()
}

fn pathway<'a>(checked: &'a Checked<'_>, pathway: &'a Pathway) -> PathwayFound<'a> {
    let (session, check) = (checked.session, &checked.person.check);
    let finding = check.found().pathway(pathway);
    let latest = rules::latest(pathway, session.as_of);
    let different = rules::unmet_parts(&pathway.rule, check.answers(), session.as_of);
    PathwayFound {
        id: &pathway.id,
        verdict: finding.verdict,
        missing: ids(&finding.missing),
        different: different.iter().map(|part| different_part(checked, part)).collect(),
        state: latest.status,
        latest: latest.statement.map(|said| Latest { state: latest.status, said: Said::of(said, session.lang) }),
    }
}

fn different_part<'a>(checked: &Checked<'_>, part: &UnmetPart<'a>) -> DifferentPart<'a> {
    let facts = each_once(part.0.iter().flatten().map(|unmet| &*unmet.test.fact.id));
    DifferentPart { facts, text: checked.session.phrases().unmet_part(part), fixed: part.fixed().is_some() }
}

/// Facts that are tested several times, once.
fn each_once<'a>(facts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    facts.filter(|fact| seen.insert(*fact)).collect()
}

fn ids(questions: &[Arc<Question>]) -> Vec<&str> {
    questions.iter().map(|question| &*question.id).collect()
}
