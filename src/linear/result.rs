//! What the answers come to, and which verdicts an answer changed.

use crate::content::Msg;
use crate::desk::Desk;
use crate::document;
use crate::plain::Page;
use crate::rules::{OfficeFinding, Verdict};

use super::command::Command;
use super::info;

/// The commands that are of use once everything is asked.
const AFTER: &[Command] =
    &[Command::Change, Command::Pathways, Command::Bring, Command::Keep, Command::Next, Command::Help, Command::Quit];

/// The result, for the office in the person's country or else for all, and what can be done next.
pub(super) fn result(desk: &Desk, page: &mut Page) {
    let (ctx, phrases) = (desk.context(), desk.phrases());
    page.show(&document::headline(&ctx), phrases);
    page.show(&document::result(&ctx), phrases);
    page.gap();
    info::words(desk, AFTER, page);
}

/// Every answer under its number.
pub(super) fn answers(desk: &Desk, page: &mut Page) {
    if desk.check().is_empty() {
        page.say(desk.phrases().get(Msg::LinearNoAnswers));
    }
    page.show(&document::answers(&desk.context()), desk.phrases());
}

/// The verdicts of all offices, in their order.
pub(super) fn verdicts(desk: &Desk) -> Vec<Verdict> {
    desk.found().offices.iter().map(|finding| finding.verdict).collect()
}

/// The verdicts that are others than before. The one of the person's office is left to the result where that follows.
pub(super) fn changes(desk: &Desk, before: &[Verdict], page: &mut Page) {
    let here = desk.finding_here().filter(|_| desk.question().is_none());
    let follows = |finding: &OfficeFinding| here.is_some_and(|here| here.office.id == finding.office.id);
    for (finding, before) in desk.found().offices.iter().zip(before) {
        if finding.verdict != *before && !follows(finding) {
            page.show(&document::verdict(&desk.context(), finding), desk.phrases());
        }
    }
}
