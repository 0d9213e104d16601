//! Moves through a made-up process.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::content::{Certainty, EndKind, Period};
use crate::process::tests::{ProcessBuilder, day};

fn model() -> ProcessModel {
    ProcessBuilder::new(4)
        .go(0, 1)
        .go(0, 2)
        .link(1, 1, LinkKind::Loop, Certainty::Stated)
        .go(1, 2)
        .go(2, 3)
        .wait(1, "a week", Some(Period::Weeks(1)), Some(0))
        .end(3, EndKind::Stated)
        .model()
}

#[test]
fn the_place_is_the_last_move() {
    let (model, mut place) = (model(), Place::default());
    let today = day("2026-05-10");
    assert_eq!(place.at(&model), None);
    assert!(place.next(&model, today).is_empty());
    place.moved(&model, "s0", day("2026-05-01"), today).unwrap();
    place.moved(&model, "s3", day("2026-05-10"), today).unwrap();
    assert_eq!(place.at(&model), Some(3), "a move needs no link");
    assert!(place.next(&model, today).is_empty(), "an end goes no further");
    assert_eq!(place.moves.len(), 2);
}

#[test]
fn a_move_that_cannot_be_is_refused_and_changes_nothing() {
    let (model, mut place) = (model(), Place::default());
    let [before, first, today, later] = ["2026-05-01", "2026-05-02", "2026-05-10", "2026-05-11"].map(day);
    place.moved(&model, "s0", first, today).unwrap();
    let kept = place.clone();
    assert_eq!(place.moved(&model, "s1", later, today), Err(MoveError::Future { day: later, as_of: today }));
    assert_eq!(place.moved(&model, "s1", before, today), Err(MoveError::BeforeLast { day: before, last: first }));
    assert_eq!(place.moved(&model, "s9", today, today), Err(MoveError::NoStep("s9".into())));
    assert_eq!(place, kept);
    assert_eq!(place.moved(&model, "s1", first, today), Ok(()), "on the day of the last move");
    assert_eq!(place.moved(&model, "s2", today, today), Ok(()), "on the day of asking");
}

#[test]
fn what_comes_next_says_when() {
    let (model, today) = (model(), day("2026-05-02"));
    let place = |step: &str| Place { moves: vec![Move { step: step.into(), day: day("2026-05-01") }] };
    let begin = place("s0");
    let next = begin.next(&model, today);
    let seen: Vec<_> = next.iter().map(|expected| (expected.step, expected.min)).collect();
    assert_eq!(seen, [(1, Some(day("2026-05-08")))], "no wait is stated before the other one");
    assert!(place("s1").next(&model, today).is_empty(), "a loop is not waited for");
}

#[test]
fn a_step_that_the_content_lost_is_kept_and_leads_nowhere() {
    let model = model();
    let moved = |step: &str| Move { step: step.into(), day: day("2026-05-01") };
    let place = Place { moves: vec![moved("s0"), moved("gone")] };
    assert_eq!((place.at(&model), place.moves.len()), (None, 2));
    assert_eq!(place.known(&model).map(|(step, _)| step).collect::<Vec<_>>(), [0]);
}
