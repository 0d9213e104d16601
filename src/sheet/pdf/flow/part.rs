//! The parts of a sheet that are not set like the others, known by the last part of their heading's anchor.

use crate::document::{Block, Kind, Mark, Role};
use crate::sheet::pdf::look::{Look, of_role};

/// How a part is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Said,
    /// To be ticked off: each entry begins a line or half of one, as long as there is room.
    Checklist,
    /// Where the rest comes from, in small letters.
    Sources,
}

impl Part {
    /// That of a heading; what stands above the first one is said like the rest.
    pub(super) fn of(heading: &Block) -> Self {
        match heading.anchor.rsplit('.').next().filter(|_| heading.kind == Kind::Heading) {
            Some("bring") => Self::Checklist,
            Some("about") => Self::Sources,
            _ => Self::Said,
        }
    }

    /// How a block's text looks in it.
    pub(super) fn look(self, block: &Block) -> Look {
        if self == Self::Sources { Look::Small } else { of_role(block.role) }
    }

    /// Whether a block is put on the lines of the one before it, where there is little room: what belongs to an entry or
    /// to the open point or notice before it, what a verdict does not promise, and entries without marks.
    pub(super) fn puts_behind(self, before: &Block, next: &Block) -> bool {
        let is_entry = |block: &Block| block.kind == Kind::Item { number: None } && block.mark == Mark::None;
        let is_plain = |block: &Block| block.kind == Kind::Paragraph && block.role != Role::Notice;
        match self {
            Self::Said if matches!(before.role, Role::Verdict(_)) && next.kind == Kind::Paragraph => true,
            Self::Said if is_entry(before) && is_entry(next) => true,
            Self::Sources if is_plain(before) && is_plain(next) => true,
            _ => is_below(before, next),
        }
    }
}

fn is_below(before: &Block, next: &Block) -> bool {
    let is_below = matches!(before.kind, Kind::Item { .. } | Kind::Value { .. }) && next.level > before.level;
    let goes_on = before.kind == Kind::Paragraph && next.level == before.level && before.mark != Mark::None;
    next.kind == Kind::Paragraph && next.level > 0 && next.mark != Mark::None && (is_below || goes_on)
}
