//! Marks differ and say where a link goes and how sure it is.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::LinkMark::{Back, Cross, CrossMaybe, End, Go, Maybe, OpenEnd};
use super::*;
use crate::content::Certainty;
use crate::process::tests::{ProcessBuilder, ends};
use std::collections::BTreeSet;
use strum::IntoEnumIterator;
use unicode_width::UnicodeWidthStr;

#[test]
fn each_mark_differs_from_the_others_and_is_two_cells() {
    for charset in [Charset::Unicode, Charset::Ascii] {
        let seen: BTreeSet<_> = LinkMark::iter().map(|m| m.glyph(charset)).collect();
        assert_eq!(seen.len(), LinkMark::iter().count());
        assert!(seen.iter().all(|g| g.width() == 2));
        assert!(Rail::iter().all(|r| r.glyph(charset).width() == 1));
    }
    assert!(LinkMark::iter().all(|m| m.glyph(Charset::Ascii).is_ascii()));
    assert!(Rail::iter().all(|r| r.glyph(Charset::Ascii).is_ascii()));
}

#[test]
fn a_mark_says_where_and_how_sure() {
    let model = ProcessBuilder::new(4)
        .end(2, EndKind::Stated)
        .end(3, EndKind::NotStated)
        .link(0, 1, LinkKind::Forward, Certainty::Usual)
        .link(0, 1, LinkKind::Forward, Certainty::Likely)
        .link(0, 0, LinkKind::Loop, Certainty::May)
        .link(0, 1, LinkKind::Transfer, Certainty::Stated)
        .link(0, 1, LinkKind::Transfer, Certainty::NotStated)
        .link(0, 2, LinkKind::Forward, Certainty::Stated)
        .link(0, 2, LinkKind::Forward, Certainty::Some)
        .link(0, 3, LinkKind::Forward, Certainty::Stated)
        .link(0, 3, LinkKind::Forward, Certainty::NotStated)
        .model();
    let marks: Vec<_> = model.steps[0].links.iter().map(|l| LinkMark::of_link(&model, l)).collect();
    assert_eq!(marks, [Go, Maybe, Back, Cross, CrossMaybe, End, Maybe, OpenEnd, OpenEnd]);
    assert_eq!(ends(&model), [2, 3]);
}
