//! Walks through a made-up process.

use super::*;
use crate::content::{Certainty, LinkKind};
use crate::process::tests::ProcessBuilder;

fn model() -> ProcessModel {
    ProcessBuilder::new(4)
        .go(0, 1)
        .go(0, 3)
        .go(1, 2)
        .link(2, 2, LinkKind::Loop, Certainty::Stated)
        .link(2, 0, LinkKind::Loop, Certainty::Stated)
        .go(2, 3)
        .model()
}

#[test]
fn back_retraces_links_and_jumps() {
    let model = model();
    let mut walk = Walk::default();
    assert!(walk.follow(&model, 0) && walk.follow(&model, 0) && walk.follow(&model, 1));
    assert_eq!(walk, Walk { at: 0, back: vec![0, 1, 2] });
    assert!(walk.jump(&model, 3));
    let mut trail = Vec::new();
    while walk.go_back() {
        trail.push(walk.at);
    }
    assert_eq!(trail, [0, 2, 1, 0]);
}

#[test]
fn what_leads_nowhere_leaves_no_trace() {
    let model = model();
    let mut walk = Walk { at: 2, back: Vec::new() };
    assert!(!walk.follow(&model, 0), "a link to the same step");
    assert!(!walk.follow(&model, 9), "no such link");
    assert!(!walk.jump(&model, 4), "no such step");
    assert!(!walk.go_back());
    walk.stand(&model, 99);
    assert_eq!(walk, Walk { at: 3, back: Vec::new() });
}

#[test]
fn an_empty_process_has_nowhere_to_go() {
    let (model, mut walk) = (ProcessModel::default(), Walk::default());
    walk.stand(&model, 3);
    assert!(!walk.follow(&model, 0) && !walk.jump(&model, 0) && !walk.go_back());
    assert_eq!(walk, Walk::default());
}

#[test]
fn what_can_be_reached_keeps_to_the_tracks_given() {
    let builder = ProcessBuilder::new(6).go(0, 1).go(0, 2).track(1, 0).track(2, 1).go(1, 3).go(2, 3).go(3, 4);
    let model = builder.link(1, 2, LinkKind::Transfer, Certainty::Stated).link(4, 3, LinkKind::Loop, Certainty::May);
    let model = model.model();
    let steps = |from, tracks: &[usize]| reach(&model, from, tracks).into_iter().collect::<Vec<_>>();
    assert_eq!(steps(0, &[]), [0, 1, 2, 3, 4]);
    assert_eq!(steps(0, &[0]), [0, 1, 3, 4]);
    assert_eq!(steps(0, &[1]), [0, 2, 3, 4]);
    assert_eq!(steps(0, &[0, 1]), [0, 1, 2, 3, 4]);
    assert_eq!(steps(4, &[]), [3, 4], "ways back can be gone too");
    assert_eq!(steps(1, &[1]), [1, 2, 3, 4], "where one begins is shown, whatever its track");
    assert_eq!(steps(9, &[]), [0_usize; 0]);
}
