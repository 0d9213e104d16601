//! What the answers come to: the newest statement on intake, the verdict with its reasons and what is open about each, what
//! to say and what to do now; then everything that must stand with it.

use super::{Block, Context, Document, Kind, Mark, PersonState, Role, advice, office, pathway, rule, verdict};
use crate::content::{Aspect, Msg, Office, Requirement};
use crate::rules::{self, Answer, OfficeFinding, RequirementFinding, Value, Verdict, intake, kleene};

/// The result for the office in the person's country, or else for all; empty before the first answer.
pub fn result(ctx: &Context<'_>) -> Document {
    let Some(person) = ctx.person else { return Document::default() };
    match person.check.finding_here(ctx.content()) {
        Some(finding) => of(ctx, finding, true),
        None => everywhere(ctx),
    }
}

/// The result for one office alone.
pub fn of_office(ctx: &Context<'_>, finding: &OfficeFinding) -> Document {
    of(ctx, finding, false)
}

fn of(ctx: &Context<'_>, finding: &OfficeFinding, with_others: bool) -> Document {
    let (base, mut doc) = (format!("result.{}", finding.office.id), Document::default());
    let mut advice = advice::advice(ctx, Some(finding));
    doc.append(notices_of(&mut advice, &base));
    office::intake_of(ctx, &base, &finding.office, office::IntakePart::Newest, &mut doc);
    let met = finding.requirements.iter().filter(|r| r.applies && r.verdict == Verdict::Met).count().to_string();
    let of = finding.requirements.len().to_string();
    let count = ctx.phrases.fill(Msg::ResultCount, &[("met", &met), ("of", &of)]);
    doc.push(verdict::line(ctx, &base, finding, &format!(", {count}")));
    verdict::promise(ctx, &base, finding, &mut doc);
    for requirement in decided_first(finding) {
        doc.push(reason(ctx, &base, requirement));
        rule::below(ctx, &base, requirement, &mut doc);
    }
    doc.blocks.extend(settles(ctx, &base, finding));
    contradictions(ctx, &base, &mut doc);
    doc.blocks.extend(to_find_out(ctx, &base, finding));
    doc.append(advice);
    let mut beside = Document::default();
    verdict::caveats(ctx, &base, finding, &mut beside);
    doc.part(format!("{base}.beside"), ctx.msg(Msg::StatedMinimum), beside);
    asked_pathways(ctx, &mut doc);
    if with_others {
        doc.part(format!("{base}.others"), ctx.msg(Msg::OtherOffices), others(ctx, &base, finding));
    }
    let mut reported = Document::default();
    office::notices_beside(ctx, &base, &mut reported);
    office::intake_of(ctx, &base, &finding.office, office::IntakePart::Others, &mut reported);
    doc.part_once(format!("{base}.reported"), ctx.msg(Msg::NoticesTitle), reported);
    doc
}

/// Takes out of the advice the notices that stand in it: they are said before anything else, and once.
fn notices_of(advice: &mut Document, base: &str) -> Document {
    let mut first = Document::default();
    for block in advice.blocks.extract_if(.., |block| block.role == Role::Notice) {
        let id = block.anchor.rsplit('.').next().unwrap_or_default();
        first.push_once(Block { anchor: format!("{base}.notice.{id}").into(), ..block });
    }
    first
}

/// Where no office is the person's own: each with its first reason.
fn everywhere(ctx: &Context<'_>) -> Document {
    let (base, mut doc) = ("result", Document::default());
    let mut advice = advice::advice(ctx, None);
    doc.append(notices_of(&mut advice, base));
    let mut intake = intake::everywhere(ctx.content(), ctx.day).into_iter();
    doc.blocks.extend(intake.next().map(|newest| office::intake_line(ctx, base, &newest)));
    let none = no_office(ctx);
    let is_elsewhere = none.is_some();
    doc.blocks.extend(none);
    for finding in ctx.findings() {
        let base = format!("{base}.{}", finding.office.id);
        if finding.verdict == Verdict::Met {
            office::intake_of(ctx, &base, &finding.office, office::IntakePart::Whole, &mut doc);
        }
        doc.push(first_reason(ctx, &base, finding));
        verdict::with_caveats(ctx, &base, finding, &mut doc);
        if !is_elsewhere {
            doc.blocks.extend(settles(ctx, &base, finding));
        }
    }
    contradictions(ctx, base, &mut doc);
    doc.append(advice);
    asked_pathways(ctx, &mut doc);
    let mut reported = Document { blocks: intake.map(|older| office::intake_line(ctx, base, &older)).collect() };
    office::notices_beside(ctx, base, &mut reported);
    doc.part_once(format!("{base}.reported"), ctx.msg(Msg::NoticesTitle), reported);
    doc
}

/// That there is no office in the person's country, where that is known and so.
pub fn no_office(ctx: &Context<'_>) -> Option<Block> {
    let country = ctx.person?.check.country(ctx.content())?;
    let text = match country {
        rules::OTHER => ctx.msg(Msg::NoOfficeHere).to_owned(),
        code if ctx.content().offices_in(code).next().is_none() => {
            ctx.phrases.fill(Msg::NoOfficeIn, &[("country", ctx.phrases.country(code))])
        }
        _ => return None,
    };
    Some(Block::new("result.no_office", Kind::Paragraph, text).role(Role::Advice))
}

/// The requirements in the office's order, those that decided first.
pub(super) fn decided_first(finding: &OfficeFinding) -> Vec<&RequirementFinding> {
    let mut all: Vec<&RequirementFinding> = finding.requirements.iter().collect();
    all.sort_by_key(|requirement| !requirement.applies || requirement.verdict != finding.verdict);
    all
}

pub(super) fn reason(ctx: &Context<'_>, base: &str, finding: &RequirementFinding) -> Block {
    let kind = Kind::Value { name: ctx.phrases.aspect(&finding.requirement.aspect).to_owned(), number: None };
    let block = rule::because(ctx, format!("{base}.reason.{}", finding.requirement.name()), kind, finding).level(1);
    Block { text: ctx.phrases.because_labelled(finding), ..block }
}

/// An office in one line: what speaks against it, else its verdict.
fn first_reason(ctx: &Context<'_>, base: &str, finding: &OfficeFinding) -> Block {
    let against = finding.requirements.iter().find(|r| r.applies && r.verdict == Verdict::NotMet);
    let line = verdict::line(ctx, base, finding, "");
    match against {
        Some(against) => Block { text: format!("{}: {}", line.text, ctx.phrases.because_labelled(against)), ..line },
        None => line,
    }
}

/// The rules that are still open and that answers can settle. No answer settles what a source leaves open, as for a
/// stateless person: that stands with the reason.
pub(super) fn settles(ctx: &Context<'_>, base: &str, finding: &OfficeFinding) -> Option<Block> {
    let stateless = |answer: &Answer| matches!(answer.value(), Some(Value::Stateless));
    let open = finding.requirements.iter().filter(|r| {
        let asked_in_vain = r.tests.iter().any(|test| test.answer.as_ref().is_some_and(stateless));
        let settles = r.tests.iter().any(|test| finding.settles.contains(&test.question));
        r.applies && r.verdict == Verdict::Unclear && settles && !asked_in_vain
    });
    let rules: Vec<String> = open.map(|r| ctx.phrases.requirement(&r.requirement)).collect();
    let text = ctx.phrases.fill(Msg::WouldSettle, &[("what", &rules.join("; "))]);
    (!rules.is_empty()).then(|| Block::new(format!("{base}.settles"), Kind::Paragraph, text).role(Role::Rule).level(1))
}

/// What the person did not know and what was not stored: with it the check can go on.
fn to_find_out(ctx: &Context<'_>, base: &str, finding: &OfficeFinding) -> Option<Block> {
    let check = &ctx.person?.check;
    let unknown = |id: &str| matches!(check.answers().get(id), Some(Answer::DontKnow)) || check.is_forgotten(id);
    let names = finding.missing.iter().filter(|question| unknown(&question.id));
    let names: Vec<&str> = names.map(|question| question.name.get(ctx.lang())).collect();
    let kind = Kind::Value { name: ctx.msg(Msg::ToFindOut).to_owned(), number: None };
    let block = Block::new(format!("{base}.to_find_out"), kind, names.join(", "));
    (!names.is_empty()).then(|| block.role(Role::Advice).level(1))
}

/// Answers that do not fit each other. They change no verdict.
pub(super) fn contradictions(ctx: &Context<'_>, base: &str, doc: &mut Document) {
    let Some(person) = ctx.person else { return };
    for (early, late) in rules::contradictions(ctx.content(), person.check.answers()) {
        let text = ctx.phrases.contradiction(&early, &late);
        doc.push(Block::open(format!("{base}.contradiction.{}", early.id), text));
    }
}

fn asked_pathways(ctx: &Context<'_>, doc: &mut Document) {
    if ctx.person.is_some_and(|person| person.check.asks_for_pathways()) {
        doc.append(pathway::of_person(ctx));
    }
}

fn others(ctx: &Context<'_>, base: &str, here: &OfficeFinding) -> Document {
    let mut doc = Document::default();
    for finding in ctx.findings().filter(|finding| finding.office.id != here.office.id) {
        let base = format!("{base}.other.{}", finding.office.id);
        doc.push(verdict::line(ctx, &base, finding, ""));
        verdict::with_caveats(ctx, &base, finding, &mut doc);
    }
    doc
}

impl<'a> Context<'a> {
    /// What the answers come to for every office; none before the first answer.
    pub fn findings(&self) -> impl Iterator<Item = &'a OfficeFinding> {
        self.person.into_iter().flat_map(|person| &person.check.found().offices)
    }

    /// What the answers come to for an office.
    pub fn finding(&self, office: &Office) -> Option<&'a OfficeFinding> {
        Some(self.person?.check.found().of(office))
    }

    /// What a requirement comes to for the person.
    pub fn requirement_finding(&self, requirement: &Requirement) -> Option<&'a RequirementFinding> {
        let mut all = self.findings().flat_map(|finding| &finding.requirements);
        all.find(|finding| finding.requirement.id == requirement.id)
    }

    /// The mark of all that an office states of one aspect, together: none before the first answer.
    pub fn mark_of_aspect(&self, office: &Office, aspect: &Aspect) -> Mark {
        let findings: Vec<_> = office.stated(aspect).filter_map(|stated| self.requirement_finding(stated)).collect();
        let apply = findings.iter().filter(|finding| finding.applies);
        match findings.iter().any(|finding| finding.applies) {
            true => Mark::Verdict(kleene::all(apply.map(|finding| finding.verdict))),
            false if findings.is_empty() => Mark::None,
            false => Mark::NotApplicable,
        }
    }
}

impl PersonState {
    /// An office's verdict under the content that the case was last worked on with, where that is another now.
    pub fn stored_verdict(&self, office: &str) -> Option<Verdict> {
        let stored = self.stored_verdicts.iter().find(|stored| stored.office == office)?.verdict;
        (self.check.found().office(office)?.verdict != stored).then_some(stored)
    }
}
