#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::content::{Certainty, EndKind};
use crate::process::tests::{ProcessBuilder, day};

/// `s0` leads to track A (`s1`, its interview `s2`, an end `s3`) and to track B (`s4`); both lead to the end `s5`.
fn model() -> ProcessModel {
    let builder = ProcessBuilder::new(6).track(1, 0).track(2, 0).track(3, 0).track(4, 1).go(0, 1).go(0, 4);
    let builder = builder.go(1, 2).link(1, 4, LinkKind::Transfer, Certainty::Stated).go(2, 3).go(2, 5).go(4, 5);
    let builder =
        builder.link(4, 4, LinkKind::Loop, Certainty::May).wait(2, "a week", None, None).wait(5, "long", None, None);
    let builder = builder.notice(1, "stop", Some("2025-03")).notice(2, "stop", Some("2025-03"));
    let builder = builder.detail(1, "later", Some("2025-02")).end(3, EndKind::NotStated).end(5, EndKind::Stated);
    builder.model()
}

/// What is said of each side, in signs.
fn seen(model: &ProcessModel, aspect: TrackAspect, on: &str) -> Vec<Vec<String>> {
    let sign = |entry: &TrackEntry<'_>| match entry {
        TrackEntry::Actor(actor) => actor.id.to_string(),
        TrackEntry::Step(at) => format!("s{at}"),
        TrackEntry::Way(at) => format!("s{} to s{}", at.from, at.get(model).to),
        TrackEntry::Wait(at) => format!("wait s{at}"),
        TrackEntry::Statement(said) => said.id.to_string(),
    };
    let sides = [0, 1].map(|track| Side::of(model, track, day(on)));
    sides.iter().map(|side| side.entries(aspect).iter().map(sign).collect()).collect()
}

#[test]
fn each_row_says_what_differs() {
    let model = model();
    let seen = |aspect| seen(&model, aspect, "2026-01-01");
    assert_eq!(seen(TrackAspect::Since), [vec!["stop"], vec![]]);
    assert_eq!(seen(TrackAspect::Entry), [vec!["s0 to s1"], vec!["s0 to s4", "s1 to s4"]]);
    assert_eq!(seen(TrackAspect::First), [vec!["text", "later"], vec!["text"]]);
    assert_eq!(seen(TrackAspect::Steps), [vec!["s1", "s2"], vec!["s4"]]);
    assert_eq!(seen(TrackAspect::Waits), [vec!["wait s2", "wait s5"], vec!["wait s5"]]);
    assert_eq!(seen(TrackAspect::Ends), [vec!["s3", "s5"], vec!["s5"]]);
    assert_eq!(seen(TrackAspect::Change), [vec!["s1 to s4"], vec![]]);
    assert_eq!(seen(TrackAspect::Handles), [Vec::<String>::new(), Vec::new()]);
}

#[test]
fn what_is_said_later_is_left_out() {
    let model = model();
    assert_eq!(seen(&model, TrackAspect::First, "2025-01-31"), [vec!["text"], vec!["text"]]);
    assert_eq!(seen(&model, TrackAspect::Since, "2025-02-28"), [Vec::<String>::new(), Vec::new()]);
    assert_eq!(Side::of(&model, 9, day("2026-01-01")).track.mark, "(?)");
}
