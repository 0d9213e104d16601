//! Details of made-up steps.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;
use crate::content::{Certainty, EndKind, Lang, LinkKind};
use crate::process::tests::{ProcessBuilder, day};

fn model() -> ProcessModel {
    ProcessBuilder::new(4)
        .go(0, 1)
        .link(1, 0, LinkKind::Loop, Certainty::May)
        .link(1, 1, LinkKind::Loop, Certainty::Stated)
        .go(1, 2)
        .go(1, 3)
        .go(0, 3)
        .link(0, 3, LinkKind::Forward, Certainty::Likely)
        .end(2, EndKind::Stated)
        .end(3, EndKind::NotStated)
        .detail(1, "undated", None)
        .detail(1, "later", Some("2025-02"))
        .notice(1, "stop", Some("2025-01-27"))
        .model()
}

#[test]
fn links_are_seen_from_both_sides() {
    let model = model();
    let detail = Detail::of(&model, 1, day("2026-01-01"));
    let out: Vec<_> = detail.out.iter().map(|way| (way.link.to + 1, way.mark)).collect();
    assert_eq!(out, [(1, LinkMark::Back), (2, LinkMark::Back), (3, LinkMark::End), (4, LinkMark::OpenEnd)]);
    assert_eq!(detail.comes_from, [1].into(), "the step itself is not where one comes from");
    let last = Detail::of(&model, 3, day("2026-01-01"));
    assert_eq!(last.comes_from, [1, 2].into());
    let beyond = Detail::of(&model, 4, day("2026-01-01"));
    assert_eq!(beyond.step.title.get(Lang(0)), "(?)", "what is not there is seen, not left out");
}

#[test]
fn what_is_said_later_is_left_out() {
    let model = model();
    let counts = |iso| {
        let detail = Detail::of(&model, 1, day(iso));
        (detail.statements.len(), detail.notices.len())
    };
    assert_eq!(counts("2025-01-26"), (2, 0));
    assert_eq!(counts("2025-01-27"), (2, 1));
    assert_eq!(counts("2025-02-01"), (3, 1));
}
