//! The process: one step with where it leads, and the tracks.

use crate::content::Msg;
use crate::desk::Desk;
use crate::document::{self, Block, Depth, Document, Kind};
use crate::plain::Page;

use super::command::{self, Command};

/// The current step, and how to go on from it.
pub(super) fn one(desk: &Desk, page: &mut Page) {
    let phrases = desk.phrases();
    let mut step = document::step(&desk.context(), desk.walk().at, Depth::Whole);
    let is_way = |block: &Block| matches!(block.kind, Kind::Item { number: Some(_) });
    let ways = step.blocks.iter().position(is_way).map(|first| step.blocks.split_off(first));
    page.show(&step, phrases);
    if let Some(blocks) = ways {
        let follow = phrases.get(command::name(Command::Follow));
        page.gap();
        page.say(&phrases.fill(Msg::LinearWays, &[("follow", follow)]));
        page.show(&Document { blocks }, phrases);
    }
}

/// The tracks one after the other: columns cannot be listened to.
pub(super) fn tracks(desk: &Desk, page: &mut Page) {
    for track in 0..desk.content().process.tracks.len() {
        page.gap();
        let mut document = document::tracks(&desk.context(), &[track]);
        // The title is said once.
        document.blocks.retain(|block| track == 0 || block.kind != Kind::Title);
        page.show(&document, desk.phrases());
    }
}
