//! `smo questions`: what can be asked and answered, for whoever writes facts, tables or forms.

use serde::Serialize;

use super::args::QuestionsArgs;
use super::error::{CommandError, Printed};
use super::json;
use super::session::Session;
use crate::content::{CheckPart, FactKind, FactScope, PeriodUnit, Question};
use crate::rules::{self, values};

#[derive(Serialize)]
struct Questions<'a> {
    format: u32,
    questions: Vec<Shown<'a>>,
}

#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    kind: FactKind,
    /// Whether it is about the stay in one country.
    scope: FactScope,
    part: CheckPart,
    name: &'a str,
    ask: String,
    why: String,
    unit: Option<&'a str>,
    /// What a length of time is counted in.
    counts: Option<PeriodUnit>,
    options: Vec<QuestionChoice<'a>>,
    /// What can be written for it.
    values: Vec<String>,
    /// The requirements, and pathways, whose rules test it.
    used_by: Vec<&'a str>,
}

#[derive(Serialize)]
struct QuestionChoice<'a> {
    id: &'a str,
    text: &'a str,
}

pub(super) fn run(session: &Session, args: &QuestionsArgs) -> Result<Printed, CommandError> {
    let questions: Vec<Shown<'_>> = session.content.questions.iter().map(|one| shown(session, one)).collect();
    if args.json {
        return json::print(session, &Questions { format: 1, questions });
    }
    let mut page = session.page();
    for one in &questions {
        page.gap();
        page.heading("", &format!("{}: {}", one.id, one.name));
        page.put("  ", &one.ask);
        page.put("  ", &one.values.join(", "));
        if !one.used_by.is_empty() {
            page.put("  ", &format!("-> {}", one.used_by.join(", ")));
        }
    }
    Ok(page.finish().into())
}

fn shown<'a>(session: &'a Session, question: &'a Question) -> Shown<'a> {
    let (content, lang) = (&session.content, session.lang);
    let uses = |rule: &crate::content::Rule| rule.tests().iter().any(|test| *test.fact == *question);
    let requirements = content.offices.iter().flat_map(|office| &office.requirements);
    let requirements = requirements.filter(|one| uses(&one.rule)).map(|one| &*one.id);
    let pathways = content.pathways.iter().filter(|one| uses(&one.rule)).map(|one| &*one.id);
    Shown {
        id: &question.id,
        kind: question.kind,
        scope: if rules::is_of_stay(question) { FactScope::Country } else { FactScope::Person },
        part: question.part,
        name: question.name.get(lang),
        ask: session.phrases().ask(question, None),
        why: session.phrases().why(question, None),
        unit: question.unit.as_ref().map(|unit| unit.get(lang)),
        counts: question.counts,
        options: question.options.iter().map(|one| QuestionChoice { id: &one.id, text: one.text.get(lang) }).collect(),
        values: values(question),
        used_by: requirements.chain(pathways).collect(),
    }
}
