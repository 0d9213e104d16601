//! Verdicts in words. Whatever says one says it through here, so that none that is positive stands alone.

use crate::content::{Msg, Office, Topic};
use crate::desk::Desk;
use crate::rules::{IntakeLine, OfficeFinding, Verdict};
use crate::wording::mark;

use super::page::Page;

/// The verdicts of all offices, in their order.
pub(super) fn all(desk: &Desk) -> Vec<Verdict> {
    desk.found().offices.iter().map(|finding| finding.verdict).collect()
}

/// What is another verdict than before. The office of the result is left to the result where that follows.
pub(super) fn changes(desk: &Desk, before: &[Verdict], page: &mut Page) {
    let here = desk.finding_here().filter(|_| desk.question().is_none());
    let told = |finding: &OfficeFinding| here.is_some_and(|here| here.office.id == finding.office.id);
    for (finding, before) in desk.found().offices.iter().zip(before) {
        if finding.verdict != *before && !told(finding) {
            alone(desk, finding, page);
        }
    }
}

/// An office's verdict on its own. A positive one stands between the newest word on intake and what it does not
/// promise.
pub(super) fn alone(desk: &Desk, finding: &OfficeFinding, page: &mut Page) {
    if finding.verdict == Verdict::Met {
        newest_intake(desk, &finding.office, page);
    }
    line(desk, finding, "", page);
    caveats(desk, finding, page);
}

/// The verdict itself, with what is to be said behind it; only for whom has said intake before.
pub(super) fn line(desk: &Desk, finding: &OfficeFinding, more: &str, page: &mut Page) {
    let phrases = desk.phrases();
    let name = finding.office.name.get(desk.lang());
    let previous = desk.check().previous(&finding.office.id).filter(|previous| *previous != finding.verdict);
    let previous = previous
        .map(|previous| format!(" {}", phrases.fill(Msg::ResultWas, &[("verdict", phrases.verdict(previous))])));
    let stored = desk.stored_verdict(&finding.office.id);
    let stored =
        stored.map(|stored| format!(" {}", phrases.fill(Msg::VerdictThen, &[("verdict", phrases.verdict(stored))])));
    let (previous, stored) = (previous.unwrap_or_default(), stored.unwrap_or_default());
    let words = format!("{name}: {}{more}{previous}{stored}", phrases.verdict(finding.verdict));
    page.set(&format!("{} ", mark(finding.verdict, true)), &words);
}

/// What meeting the minimum does not mean; nothing where it is not met.
pub(super) fn caveats(desk: &Desk, finding: &OfficeFinding, page: &mut Page) {
    if finding.verdict == Verdict::Met {
        let said: Vec<&str> = desk.content().on(Topic::Caveat).map(|said| said.text.get(desk.lang())).collect();
        page.set("    ", &said.join(" "));
    }
}

/// What is said of an office's intake, newest first.
pub(super) fn intake(desk: &Desk, office: &Office, page: &mut Page) {
    for line in desk.intake(office).statements {
        said_of_intake(desk, &line, page);
    }
}

/// The newest word on an office's intake.
pub(super) fn newest_intake(desk: &Desk, office: &Office, page: &mut Page) {
    if let Some(line) = desk.intake(office).statements.first() {
        said_of_intake(desk, line, page);
    }
}

fn said_of_intake(desk: &Desk, line: &IntakeLine<'_>, page: &mut Page) {
    let mark = if line.state.is_closed() { "(!) " } else { "    " };
    let by = desk.phrases().said_by(line.statement);
    page.set(mark, &format!("{} [{by}]", line.statement.text.get(desk.lang())));
}
