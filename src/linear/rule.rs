//! The rules of an office: what each asks, who says so, what is left open, what others say.

use crate::content::{Msg, Office, Requirement};
use crate::desk::Desk;
use crate::rules::RequirementFinding;
use crate::wording::mark;

use super::page::Page;
use super::{info, verdict};

/// Every kind of rule for an office, those that it does not state included; its intake first.
pub(super) fn all(desk: &Desk, office: &Office, page: &mut Page) {
    let phrases = desk.phrases();
    page.say(office.name.get(desk.lang()));
    verdict::intake(desk, office, page);
    for (aspect, name) in &desk.content().aspects {
        page.gap();
        let name = name.get(desk.lang());
        let mut stated = false;
        for (n, requirement) in office.requirements.iter().enumerate().filter(|(_, r)| r.aspect == *aspect) {
            stated = true;
            page.say(&format!("{name}: {}", phrases.requirement(requirement)));
            because(desk, finding(desk, office, n), page);
            said_of(desk, requirement, page);
        }
        if !stated {
            page.say(&format!("{name}: {}", phrases.get(Msg::NotStatedHere)));
        }
    }
}

/// Who states a rule and where, what is left open, what other sources say.
pub(super) fn said_of(desk: &Desk, requirement: &Requirement, page: &mut Page) {
    let lang = desk.lang();
    let source = format!("{}, {}", requirement.source.label.get(lang), requirement.section);
    page.set("    ", &desk.phrases().fill(Msg::ProcessSource, &[("source", &source)]));
    for open in &requirement.open {
        page.set("(?) ", open.get(lang));
    }
    for later in requirement.later.iter().filter(|said| said.published_by(desk.as_of())) {
        info::notice_of(desk, later, page);
    }
}

/// What a requirement comes to for the person being checked; nothing before there is one.
pub(super) fn finding<'d>(desk: &'d Desk, office: &Office, requirement: usize) -> Option<&'d RequirementFinding> {
    desk.finding(&office.id).filter(|_| !desk.check().is_empty())?.requirements.get(requirement)
}

fn because(desk: &Desk, finding: Option<&RequirementFinding>, page: &mut Page) {
    if let Some(finding) = finding {
        let words = desk.phrases().because(finding);
        page.set(&format!("{} ", mark(finding.verdict, finding.applies)), &words);
    }
}
