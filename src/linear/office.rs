//! The offices: all of them in short, or one in full.

use crate::content::{Msg, Office, Topic};
use crate::desk::Desk;
use crate::text::fold;
use crate::wording::mark;

use super::page::Page;
use super::{info, rule, verdict};

/// Every office under its number, with the newest word on its intake, then the person's verdict.
pub(super) fn all(desk: &Desk, page: &mut Page) {
    for (n, office) in desk.content().offices.iter().enumerate() {
        page.set(&format!("{}  ", n + 1), office.name.get(desk.lang()));
        verdict::newest_intake(desk, office, page);
        of_person(desk, office, page);
    }
}

/// The person's verdict, once there is a person; intake has been said before it.
fn of_person(desk: &Desk, office: &Office, page: &mut Page) {
    if let Some(finding) = desk.finding(&office.id).filter(|_| !desk.check().is_empty()) {
        verdict::line(desk, finding, "", page);
        verdict::caveats(desk, finding, page);
    }
}

/// One office: its intake first, then what it asks for, how to apply, whom to call.
pub(super) fn one(desk: &Desk, office: &Office, page: &mut Page) {
    let phrases = desk.phrases();
    page.say(office.name.get(desk.lang()));
    verdict::intake(desk, office, page);
    of_person(desk, office, page);
    page.gap();
    let guide = desk.content().guide.label.get(desk.lang());
    page.say(&format!("{} [{guide}]:", phrases.get(Msg::StatedMinimum)));
    for (n, requirement) in office.requirements.iter().enumerate() {
        let found = rule::finding(desk, office, n);
        let lead = found.map_or("- ".to_owned(), |found| format!("{} ", mark(found.verdict, found.applies)));
        page.set(&lead, &phrases.requirement(requirement));
    }
    page.gap();
    page.say(&format!("{}:", phrases.get(Msg::HowToApply)));
    let general = desk.content().on(Topic::Applying).chain(desk.content().on(Topic::Money));
    for statement in office.apply.iter().chain(general) {
        info::said(desk, statement, page);
    }
    help_lines(desk, office, page);
}

/// The office that a number, a code, an id or the beginning of a name in any language means.
pub(super) fn named(desk: &Desk, text: &str) -> Option<usize> {
    let offices = &desk.content().offices;
    if let Ok(number) = text.parse::<usize>() {
        return number.checked_sub(1).filter(|n| *n < offices.len());
    }
    let exact = |office: &Office| fold(&office.id) == text || fold(&office.country.id) == text;
    let begins = |office: &Office| {
        let names = office.name.all().chain(office.country.name.all());
        names.into_iter().any(|name| fold(name).starts_with(text))
    };
    let mut found = offices.iter().enumerate().filter(|(_, office)| begins(office)).map(|(n, _)| n);
    let only = found.next().filter(|_| found.next().is_none());
    offices.iter().position(|office| exact(office)).or(only)
}

/// That no office is meant by what was typed, and which there are.
pub(super) fn none(desk: &Desk, page: &mut Page) {
    let offices = desk.content().offices.iter().enumerate();
    let names: Vec<String> = offices.map(|(n, office)| format!("{} {}", n + 1, office.name.get(desk.lang()))).collect();
    page.set("(!) ", &desk.phrases().fill(Msg::LinearNoOffice, &[("offices", &names.join(", "))]));
}

fn help_lines(desk: &Desk, office: &Office, page: &mut Page) {
    let phrases = desk.phrases();
    for line in desk.content().help_lines.iter().filter(|line| line.country == office.country.id) {
        let number = phrases.fill(Msg::HelpLineNumber, &[("number", &line.number)]);
        let label = line.source.label.get(desk.lang());
        page.gap();
        page.say(&format!("{}: {number} [{label}]", phrases.get(Msg::HelpLine)));
    }
}
