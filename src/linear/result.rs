//! What the answers come to: intake first, then the verdict with its reasons, what to say and what now.

use crate::content::Msg;
use crate::desk::Desk;
use crate::rules::{Answer, OfficeFinding, RequirementFinding, Verdict};
use crate::wording::mark;

use super::command::Command;
use super::page::Page;
use super::{info, pathway, verdict};

/// The commands that are of use once everything is asked.
const AFTER: &[Command] =
    &[Command::Change, Command::Pathways, Command::Bring, Command::Keep, Command::Next, Command::Help, Command::Quit];

/// The result, for the office in the person's country or else for all, and what can be done next.
pub(super) fn result(desk: &Desk, page: &mut Page) {
    info::headline(desk, page);
    if let Some(finding) = desk.finding_here() {
        here(desk, finding, page);
    } else {
        for finding in &desk.found().offices {
            verdict::alone(desk, finding, page);
            first_reason(desk, finding, page);
        }
    }
    contradictions(desk, page);
    advice(desk, page);
    if desk.check().asks_for_pathways() {
        pathway::of_person(desk, page);
    }
    page.gap();
    info::words(desk, AFTER, page);
}

/// Every answer under its number.
pub(super) fn answers(desk: &Desk, page: &mut Page) {
    let phrases = desk.phrases();
    let answered = desk.check().answered(desk.content());
    if answered.is_empty() {
        page.say(phrases.get(Msg::LinearNoAnswers));
    }
    for (n, given) in answered.iter().enumerate() {
        let name = given.question.name.get(desk.lang());
        let parked = if given.parked { format!(" ({})", phrases.get(Msg::NotUsed)) } else { String::new() };
        let words = format!("{name}: {}{parked}", phrases.answer(given.question, given.answer));
        page.set(&format!("{}  ", n + 1), &words);
    }
}

fn here(desk: &Desk, finding: &OfficeFinding, page: &mut Page) {
    verdict::intake(desk, &finding.office, page);
    page.gap();
    let met = finding.requirements.iter().filter(|r| r.applies && r.verdict == Verdict::Met).count().to_string();
    let of = finding.requirements.len().to_string();
    let count = desk.phrases().fill(Msg::ResultCount, &[("met", &met), ("of", &of)]);
    verdict::line(desk, finding, &format!(", {count}"), page);
    verdict::caveats(desk, finding, page);
    for requirement in &finding.requirements {
        reason(desk, requirement, page);
    }
    settles(desk, finding, page);
}

fn reason(desk: &Desk, finding: &RequirementFinding, page: &mut Page) {
    let name = desk.phrases().aspect(finding.requirement.aspect);
    let because = desk.phrases().because(finding);
    let lead = format!("  {} ", mark(finding.verdict, finding.applies));
    page.set(&lead, &format!("{name}: {because}{}", answer_numbers(desk, finding)));
}

/// The numbers of the answers that a reason rests on, as `change` takes them.
fn answer_numbers(desk: &Desk, finding: &RequirementFinding) -> String {
    let answered = desk.check().answered(desk.content());
    let number = |id: &str| answered.iter().position(|a| !a.parked && *a.question.id == *id).map(|n| n + 1);
    let tests = finding.tests.iter().filter(|_| finding.applies);
    let numbers: Vec<String> = tests.filter_map(|test| number(&test.question.id)).map(|n| n.to_string()).collect();
    if numbers.is_empty() {
        return String::new();
    }
    format!(" ({})", desk.phrases().fill(Msg::AnswerNo, &[("n", &numbers.join(", "))]))
}

fn settles(desk: &Desk, finding: &OfficeFinding, page: &mut Page) {
    if finding.verdict != Verdict::Unclear {
        return;
    }
    let phrases = desk.phrases();
    let open = finding.requirements.iter().filter(|r| r.applies && r.verdict == Verdict::Unclear);
    let rules: Vec<String> = open.map(|r| phrases.requirement(&r.requirement)).collect();
    page.set("    ", &phrases.fill(Msg::WouldSettle, &[("what", &rules.join("; "))]));
    let (answers, check) = (desk.check().answers(), desk.check());
    let unknown = |id: &str| matches!(answers.get(id), Some(Answer::DontKnow)) || check.is_forgotten(id);
    let names = finding.missing.iter().filter(|question| unknown(&question.id));
    let names: Vec<&str> = names.map(|question| question.name.get(desk.lang())).collect();
    if !names.is_empty() {
        page.set("    ", &format!("{}: {}", phrases.get(Msg::ToFindOut), names.join(", ")));
    }
}

/// Why an office cannot help: its first requirement that is not met.
fn first_reason(desk: &Desk, finding: &OfficeFinding, page: &mut Page) {
    let failed = finding.requirements.iter().find(|r| r.applies && r.verdict == Verdict::NotMet);
    if let Some(failed) = failed {
        page.set("    ", &desk.phrases().because(failed));
    }
}

fn contradictions(desk: &Desk, page: &mut Page) {
    for text in desk.contradictions() {
        page.set("(?) ", &text);
    }
}

fn advice(desk: &Desk, page: &mut Page) {
    for section in desk.advice() {
        page.gap();
        page.say(&format!("{}:", desk.phrases().get(section.title)));
        for (text, source) in section.advice {
            let label = source.map(|source| format!(" [{}]", source.label.get(desk.lang())));
            page.set("- ", &format!("{text}{}", label.unwrap_or_default()));
        }
    }
}
