//! Pathways in lines: later status first, then whom each suits, what it gives and what it needs.

use crate::content::{Certainty, Msg, Pathway, Step, Topic};
use crate::desk::Desk;
use crate::rules::Verdict;
use crate::wording::mark;

use super::info;
use super::page::Page;

/// What pathways come to for the person, under what holds for all of them.
pub(super) fn of_person(desk: &Desk, page: &mut Page) {
    let phrases = desk.phrases();
    page.gap();
    page.say(&format!("{}:", phrases.get(Msg::PathwaysPerson)));
    page.say(phrases.get(Msg::PromisesNothing));
    for general in desk.content().on(Topic::Pathways) {
        info::said(desk, general, page);
    }
    for pathway in &desk.content().pathways {
        let verdict = desk.found().pathway(&pathway.id).map(|finding| finding.verdict);
        one(desk, pathway, None, verdict, page);
    }
}

/// A pathway with its later status, which comes first; what was said with a step before is not said again.
pub(super) fn one(desk: &Desk, pathway: &Pathway, step: Option<&Step>, verdict: Option<Verdict>, page: &mut Page) {
    let (lang, phrases) = (desk.lang(), desk.phrases());
    let name = pathway.name.get(lang);
    match verdict {
        Some(verdict) => {
            page.set(&format!("{} ", mark(verdict, true)), &format!("{name}: {}", phrases.verdict(verdict)));
        }
        None => page.set("- ", name),
    }
    let was_said = |notice| step.is_some_and(|step: &Step| step.notices.contains(notice));
    let notices = pathway.notices.iter().filter(|notice| !was_said(notice));
    let later = pathway.later.iter().chain(notices.map(|notice| &notice.statement));
    for statement in later.filter(|said| said.published_by(desk.as_of())) {
        info::notice_of(desk, statement, page);
    }
    page.set("  ", &phrases.ruled(pathway.text.get(lang), &pathway.rule));
    if let Some(gives) = &pathway.gives {
        page.set("  ", gives.get(lang));
    }
    match pathway.sponsor {
        Some(Certainty::Most | Certainty::Usual) => page.set("  ", phrases.get(Msg::UsuallyNeedsSponsor)),
        Some(Certainty::Stated) => page.set("  ", phrases.get(Msg::NeedsSponsor)),
        _ => {}
    }
    for open in &pathway.open {
        page.set("(?) ", open.get(lang));
    }
}
