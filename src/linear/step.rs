//! The process: one step with where it leads, and the tracks.

use crate::content::Msg;
use crate::desk::Desk;
use crate::document::{self, Block, Depth, Document, Kind};
use crate::plain::Page;

use super::command::{self, Command};

/// The current step, and how to go on from it.
pub(super) fn one(desk: &Desk, page: &mut Page) {
    let phrases = desk.phrases();
    let step = document::step(&desk.context(), desk.walk().at, Depth::Whole);
    let is_way = |block: &Block| matches!(block.kind, Kind::Item { number: Some(_) });
    for part in step.blocks.chunk_by(|a, b| is_way(a) == is_way(b)) {
        page.gap();
        if part.iter().all(is_way) {
            let follow = phrases.get(command::name(Command::Follow));
            page.say(&phrases.fill(Msg::LinearWays, &[("follow", follow)]));
        }
        page.show(&Document { blocks: part.to_vec() }, phrases);
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
