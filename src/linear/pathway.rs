//! Pathways in lines: later status first, then whom each suits, what it gives and what it needs.

use crate::content::{Certainty, Pathway, Step, Topic, Word};
use crate::desk::Desk;
use crate::rules::Verdict;
use crate::wording::mark;

use super::about;
use super::page::Page;

/// What pathways come to for the person, under what holds for all of them.
pub(super) fn of_person(desk: &Desk, page: &mut Page) {
    let speaker = desk.speaker();
    page.gap();
    page.say(&format!("{}:", speaker.word(Word::PathwaysPerson)));
    page.say(speaker.word(Word::PromisesNothing));
    for general in desk.content().on(Topic::Pathways) {
        about::said(desk, general, page);
    }
    for pathway in &desk.content().pathways {
        let verdict = desk.found().pathway(&pathway.id).map(|finding| finding.verdict);
        one(desk, pathway, None, verdict, page);
    }
}

/// A pathway with its later status, which comes first; what was said with a step before is not said again.
pub(super) fn one(desk: &Desk, pathway: &Pathway, step: Option<&Step>, verdict: Option<Verdict>, page: &mut Page) {
    let (lang, speaker) = (desk.lang(), desk.speaker());
    let name = pathway.name.say(lang);
    match verdict {
        Some(verdict) => {
            page.set(&format!("{} ", mark(verdict, true)), &format!("{name}: {}", speaker.verdict(verdict)));
        }
        None => page.set("- ", name),
    }
    let was_said = |notice| step.is_some_and(|step: &Step| step.notices.contains(notice));
    let notices = pathway.notices.iter().filter(|notice| !was_said(notice));
    let later = pathway.later.iter().chain(notices.map(|notice| &notice.statement));
    for statement in later.filter(|said| said.made_by(desk.as_of())) {
        about::notice_of(desk, statement, page);
    }
    page.set("  ", &speaker.ruled(pathway.text.say(lang), &pathway.rule));
    if let Some(gives) = &pathway.gives {
        page.set("  ", gives.say(lang));
    }
    match pathway.sponsor {
        Some(Certainty::Most | Certainty::Usual) => page.set("  ", speaker.word(Word::UsuallyNeedsSponsor)),
        Some(Certainty::Stated) => page.set("  ", speaker.word(Word::NeedsSponsor)),
        _ => {}
    }
    for open in &pathway.open {
        page.set("(?) ", open.say(lang));
    }
}
