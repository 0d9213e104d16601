//! What the answers come to, which verdicts an answer changed, and what undo and redo changed.

use crate::content::Msg;
use crate::desk::{self, Desk};
use crate::document::{self, Anchor, Document, Kind};
use crate::plain::TextPage;
use crate::rules::{OfficeFinding, Verdict};

use super::command::Command::{self, Bring, Change, Help, Keep, Next, Pathways, Quit};
use super::info;

/// The commands that are of use once everything is asked.
const AFTER: &[Command] = &[Change, Pathways, Bring, Keep, Next, Help, Quit];

/// The result, for the office in the person's country or else for all, and what can be done next.
pub(super) fn result(desk: &Desk, page: &mut TextPage) {
    let (ctx, phrases) = (desk.context(), desk.phrases());
    headline(desk, page);
    page.show(&document::result(&ctx), phrases);
    page.gap();
    info::words(desk, AFTER, page);
}

/// What was reported of the programme, once in a reply: no verdict and no step stands without it.
pub(super) fn headline(desk: &Desk, page: &mut TextPage) {
    let headline = document::headline(&desk.context());
    if !headline.anchors().all(|anchor| page.anchors().iter().any(|(said, _)| **said == *anchor)) {
        page.show(&headline, desk.phrases());
    }
}

/// Every answer under its number.
pub(super) fn answers(desk: &Desk, page: &mut TextPage) {
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
pub(super) fn changes(desk: &Desk, before: &[Verdict], page: &mut TextPage) {
    let here = desk.finding_here().filter(|_| desk.question().is_none());
    let follows = |finding: &OfficeFinding| here.is_some_and(|here| here.office.id == finding.office.id);
    for (finding, before) in desk.found().offices.iter().zip(before) {
        if finding.verdict != *before && !follows(finding) {
            headline(desk, page);
            page.show(&document::verdict(&desk.context(), finding), desk.phrases());
        }
    }
}

/// The values of a document, "Nationality: Venezuelan", each with its anchor.
pub(super) fn values(document: Document) -> impl Iterator<Item = (Anchor, String)> {
    document.blocks.into_iter().filter(|block| matches!(block.kind, Kind::Value { .. })).map(|block| {
        let line = block.line();
        (block.anchor, line)
    })
}

/// All that is noted of the person and used, by what undo takes back at once.
pub(super) fn noted(desk: &Desk) -> Vec<(desk::Change, String)> {
    let ctx = desk.context();
    let answers = ctx.answered().into_iter().filter(|given| !given.parked).map(|given| {
        let answer = desk.phrases().answer(given.question, given.answer);
        (desk::Change::Answer, format!("{}: {answer}", given.question.name.get(desk.lang())))
    });
    let others = [(desk::Change::Checklist, document::bring(&ctx)), (desk::Change::Move, document::place(&ctx))];
    let of = |(change, document)| values(document).map(move |(_, value)| (change, value));
    answers.chain(others.into_iter().flat_map(of)).collect()
}

/// What of a kind is in the first list and not, or less often, in the other one.
pub(super) fn missing(
    change: desk::Change,
    mut all: Vec<(desk::Change, String)>,
    others: &[(desk::Change, String)],
) -> Vec<String> {
    for other in others {
        all.iter().position(|one| one == other).map(|n| all.remove(n));
    }
    all.into_iter().filter(|(of, _)| *of == change).map(|(_, value)| value).collect()
}
