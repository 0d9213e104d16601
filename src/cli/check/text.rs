//! The check as text: intake first, then the verdict with its reasons, then what to say.

use super::Checked;
use crate::cli::head;
use crate::cli::page::Page;
use crate::content::{Aspect, Certainty, Msg, Part, Pathway, Question, Topic};
use crate::rules::{OfficeFinding, RequirementFinding, Verdict, contradictions};
use crate::wording::mark;

use std::sync::Arc;

/// The whole check.
pub(super) fn print(checked: &Checked<'_>) -> String {
    let session = checked.session;
    let mut page = Page::new(session.ascii, session.color);
    page.heading(head::NOTICE, &head::brief(session));
    let (full, short) = parted(checked);
    for finding in full {
        page.gap();
        office(checked, finding, &mut page);
    }
    next(checked, &mut page);
    if !short.is_empty() {
        page.gap();
        page.heading("", session.phrases().get(Msg::OtherOffices));
        for finding in short {
            in_short(checked, finding, &mut page);
        }
    }
    pathways(checked, &mut page);
    page.gap();
    page.heading("", session.phrases().get(Msg::WhatNow));
    page.list("  - ", checked.advice());
    page.gap();
    head::put(session, &mut page);
    page.finish()
}

/// The offices to show in full, and those of which a line is enough: not met, and not in the person's country.
fn parted<'a>(checked: &'a Checked<'_>) -> (Vec<&'a OfficeFinding>, Vec<&'a OfficeFinding>) {
    let here = checked.current().map(|finding| &finding.office.id);
    let in_full = |finding: &&OfficeFinding| match here {
        Some(here) => finding.office.id == *here || finding.verdict != Verdict::NotMet,
        None => true,
    };
    let (mut full, short): (Vec<_>, Vec<_>) = checked.findings().partition(in_full);
    full.sort_by_key(|finding| Some(&finding.office.id) != here);
    (full, short)
}

fn office(checked: &Checked<'_>, finding: &OfficeFinding, page: &mut Page) {
    let session = checked.session;
    let phrases = session.phrases();
    let name = finding.office.name.get(session.lang).to_uppercase();
    page.heading("", &name);
    head::put_intake(session, &finding.office, page);
    let met = finding.requirements.iter().filter(|r| r.applies && r.verdict == Verdict::Met).count();
    let all = finding.requirements.len();
    let count = phrases.fill(Msg::ResultCount, &[("met", &met.to_string()), ("of", &all.to_string())]);
    let verdict = phrases.verdict(finding.verdict).to_uppercase();
    page.heading("", &format!("{name} {} {verdict}, {count}", mark(finding.verdict, true)));
    if finding.verdict == Verdict::Met {
        let caveats: Vec<&str> = session.content.on(Topic::Caveat).map(|said| said.text.get(session.lang)).collect();
        page.put("  (!) ", &caveats.join(" "));
    }
    for requirement in &finding.requirements {
        self::requirement(checked, requirement, page);
    }
    let named = [(Msg::MissingAre, "facts", &finding.missing), (Msg::WouldSettle, "what", &finding.settles)];
    for (word, name, questions) in named.into_iter().filter(|(_, _, questions)| !questions.is_empty()) {
        page.put("  ", &phrases.fill(word, &[(name, &names(checked, questions))]));
    }
}

fn requirement(checked: &Checked<'_>, finding: &RequirementFinding, page: &mut Page) {
    let phrases = checked.session.phrases();
    let aspect = aspect_name(checked, finding.requirement.aspect);
    let first = format!("  {} ", mark(finding.verdict, finding.applies));
    page.put(&first, &format!("{aspect}: {}", phrases.requirement(&finding.requirement)));
    page.put("      ", &phrases.because(finding));
}

fn aspect_name<'a>(checked: &Checked<'a>, aspect: Aspect) -> &'a str {
    let session = checked.session;
    let name = session.content.aspects.iter().find(|(id, _)| *id == aspect);
    name.map_or("", |(_, name)| name.get(session.lang))
}

/// An office that is of no use to the person: intake, verdict, and the first reason.
fn in_short(checked: &Checked<'_>, finding: &OfficeFinding, page: &mut Page) {
    let session = checked.session;
    let phrases = session.phrases();
    let name = finding.office.name.get(session.lang);
    if let Some(line) = head::newest_intake(session, &finding.office) {
        page.put(head::intake_mark(&line), &format!("{name}: {}", head::cited(session, line.statement)));
    }
    let reason = finding.requirements.iter().find(|r| r.verdict == finding.verdict);
    let reason = reason.map_or_else(String::new, |r| phrases.because(r));
    let first = format!("  {} ", mark(finding.verdict, true));
    page.put(&first, &format!("{name}: {}, {reason}", phrases.verdict(finding.verdict)));
}

/// What to ask next, and answers that cannot both be right.
fn next(checked: &Checked<'_>, page: &mut Page) {
    let session = checked.session;
    let phrases = session.phrases();
    let country = checked.country();
    let pairs = contradictions(&session.content, &checked.answers);
    let question = checked.next_question();
    if question.is_some() || !pairs.is_empty() {
        page.gap();
    }
    for (early, late) in &pairs {
        let (a, b) = (early.name.get(session.lang), late.name.get(session.lang));
        page.put(head::NOTICE, &phrases.fill(Msg::Contradiction, &[("a", a), ("b", b)]));
    }
    if let Some(question) = question {
        let ask = phrases.ask(question, country.as_deref());
        page.put("", &phrases.fill(Msg::NextToAsk, &[("question", &ask)]));
    }
}

/// Pathways that fit, once something was said that is asked for their sake; each with its later status.
fn pathways(checked: &Checked<'_>, page: &mut Page) {
    let session = checked.session;
    let phrases = session.phrases();
    let is_of_pathways = |question: &Arc<Question>| question.part == Part::Pathways;
    let mut asked = session.content.questions.iter().filter(|q| is_of_pathways(q));
    if !asked.any(|question| checked.answers.get(&question.id).is_some()) {
        return;
    }
    let met = |pathway: &&Pathway| checked.found.pathway(&pathway.id).is_some_and(|f| f.verdict == Verdict::Met);
    let fitting: Vec<&Pathway> = session.content.pathways.iter().filter(met).collect();
    if fitting.is_empty() {
        return;
    }
    page.gap();
    page.heading("", phrases.get(Msg::PathwaysThatFit));
    for pathway in fitting {
        page.put("  - ", pathway.name.get(session.lang));
        if let Some(said) = super::latest(session, pathway) {
            page.put("    (!) ", &head::cited(session, said));
        }
        page.put("    ", &phrases.ruled(pathway.text.get(session.lang), &pathway.rule));
        if let Some(sponsor) = pathway.sponsor {
            let always = sponsor == Certainty::Stated;
            page.put("    ", phrases.get(if always { Msg::NeedsSponsor } else { Msg::UsuallyNeedsSponsor }));
        }
    }
}

fn names(checked: &Checked<'_>, questions: &[Arc<Question>]) -> String {
    let names: Vec<&str> = questions.iter().map(|question| question.name.get(checked.session.lang)).collect();
    names.join(", ")
}
