//! Windows right to the day, counted by hand.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::content::Period::{Months as M, Weeks as W};
use crate::content::{Certainty, Period};
use crate::process::place::Move;
use crate::process::tests::{ProcessBuilder, day, statement};

/// `s0` is the step from which waits count; `s1` and `s3` are on one track, `s2` and `s4` on the other, `s5` on none.
/// The wait of the step asked for is put in by the case.
fn builder() -> ProcessBuilder {
    ProcessBuilder::new(6).track(1, 0).track(3, 0).track(2, 1).track(4, 1)
}

/// From the day on which the first step was reached, the shortest and the longest time, and the day of asking: the
/// window and where that day lies in it.
type Case = (&'static str, Option<Period>, Option<Period>, &'static str, &'static str, &'static str, WindowState);

const TWO: Option<Period> = Some(W(2));
const FOUR: Option<Period> = Some(W(4));
const MONTH: Option<Period> = Some(M(1));

/// An empty day is none.
#[rustfmt::skip]
const CASES: &[Case] = &[
    // From the example: 2 to 4 weeks after 3 May 2026.
    ("2026-05-03", TWO, FOUR, "2026-05-03", "2026-05-17", "2026-05-31", WindowState::Early),
    ("2026-05-03", TWO, FOUR, "2026-05-16", "2026-05-17", "2026-05-31", WindowState::Early),
    ("2026-05-03", TWO, FOUR, "2026-05-17", "2026-05-17", "2026-05-31", WindowState::Within),
    ("2026-05-03", TWO, FOUR, "2026-05-30", "2026-05-17", "2026-05-31", WindowState::Within),
    ("2026-05-03", TWO, FOUR, "2026-05-31", "2026-05-17", "2026-05-31", WindowState::Within),
    ("2026-05-03", TWO, FOUR, "2026-06-01", "2026-05-17", "2026-05-31", WindowState::Longer(1)),
    ("2026-05-03", TWO, FOUR, "2027-05-31", "2026-05-17", "2026-05-31", WindowState::Longer(365)),
    // Weeks over the end of February, with a leap day and without.
    ("2024-02-15", TWO, FOUR, "2024-02-28", "2024-02-29", "2024-03-14", WindowState::Early),
    ("2024-02-15", TWO, FOUR, "2024-02-29", "2024-02-29", "2024-03-14", WindowState::Within),
    ("2023-02-15", TWO, FOUR, "2023-02-28", "2023-03-01", "2023-03-15", WindowState::Early),
    ("2024-02-29", TWO, FOUR, "2024-03-29", "2024-03-14", "2024-03-28", WindowState::Longer(1)),
    ("2024-01-31", TWO, FOUR, "2024-02-28", "2024-02-14", "2024-02-28", WindowState::Within),
    ("2024-01-31", TWO, FOUR, "2024-02-29", "2024-02-14", "2024-02-28", WindowState::Longer(1)),
    ("2024-01-31", TWO, FOUR, "2024-03-01", "2024-02-14", "2024-02-28", WindowState::Longer(2)),
    ("2023-01-31", TWO, FOUR, "2023-03-01", "2023-02-14", "2023-02-28", WindowState::Longer(1)),
    // Weeks over the end of a year.
    ("2025-12-20", TWO, FOUR, "2025-12-31", "2026-01-03", "2026-01-17", WindowState::Early),
    ("2025-12-20", TWO, FOUR, "2026-01-18", "2026-01-03", "2026-01-17", WindowState::Longer(1)),
    ("2024-12-31", TWO, FOUR, "2025-01-14", "2025-01-14", "2025-01-28", WindowState::Within),
    ("2025-12-31", TWO, FOUR, "2026-01-14", "2026-01-14", "2026-01-28", WindowState::Within),
    ("2023-12-25", Some(W(10)), None, "2024-03-03", "2024-03-04", "", WindowState::Early),
    ("2026-05-03", Some(W(0)), Some(W(0)), "2026-05-03", "2026-05-03", "2026-05-03", WindowState::Within),
    // Months: a month without such a day gives its last one.
    ("2026-01-31", MONTH, None, "2026-02-27", "2026-02-28", "", WindowState::Early),
    ("2024-01-31", MONTH, None, "2024-02-28", "2024-02-29", "", WindowState::Early),
    ("2100-01-31", MONTH, None, "2100-02-28", "2100-02-28", "", WindowState::Within),
    ("2024-01-30", MONTH, None, "2024-02-29", "2024-02-29", "", WindowState::Within),
    ("2023-01-29", MONTH, None, "2023-02-28", "2023-02-28", "", WindowState::Within),
    ("2023-01-28", MONTH, None, "2023-02-27", "2023-02-28", "", WindowState::Early),
    ("2026-02-28", MONTH, None, "2026-03-28", "2026-03-28", "", WindowState::Within),
    ("2026-03-31", MONTH, Some(M(2)), "2026-06-01", "2026-04-30", "2026-05-31", WindowState::Longer(1)),
    ("2026-08-31", MONTH, Some(M(6)), "2027-02-28", "2026-09-30", "2027-02-28", WindowState::Within),
    ("2027-08-31", MONTH, Some(M(6)), "2028-02-29", "2027-09-30", "2028-02-29", WindowState::Within),
    ("2027-08-31", MONTH, Some(M(6)), "2028-03-01", "2027-09-30", "2028-02-29", WindowState::Longer(1)),
    ("2024-02-29", Some(M(12)), None, "2025-02-27", "2025-02-28", "", WindowState::Early),
    ("2024-02-29", Some(M(48)), None, "2028-02-28", "2028-02-29", "", WindowState::Early),
    ("2096-02-29", Some(M(48)), None, "2100-02-28", "2100-02-28", "", WindowState::Within),
    // Months over the end of a year.
    ("2025-11-30", Some(M(3)), None, "2026-02-28", "2026-02-28", "", WindowState::Within),
    ("2023-11-30", Some(M(3)), None, "2024-02-28", "2024-02-29", "", WindowState::Early),
    ("2025-10-15", Some(M(3)), None, "2026-01-14", "2026-01-15", "", WindowState::Early),
    ("2026-10-31", MONTH, Some(M(3)), "2027-01-31", "2026-11-30", "2027-01-31", WindowState::Within),
    ("2026-12-31", MONTH, Some(M(2)), "2027-03-01", "2027-01-31", "2027-02-28", WindowState::Longer(1)),
    // Weeks to months: the units stay what they are.
    ("2026-01-31", TWO, MONTH, "2026-03-01", "2026-02-14", "2026-02-28", WindowState::Longer(1)),
    // An open end is never over.
    ("2026-05-03", TWO, None, "2026-05-16", "2026-05-17", "", WindowState::Early),
    ("2026-05-03", TWO, None, "2026-05-17", "2026-05-17", "", WindowState::Within),
    ("2026-05-03", TWO, None, "2036-05-17", "2026-05-17", "", WindowState::Within),
    // An open beginning.
    ("2026-05-03", None, FOUR, "2026-05-02", "", "2026-05-31", WindowState::Early),
    ("2026-05-03", None, FOUR, "2026-05-03", "", "2026-05-31", WindowState::Within),
    ("2026-05-03", None, FOUR, "2026-05-31", "", "2026-05-31", WindowState::Within),
    ("2026-05-03", None, FOUR, "2026-06-01", "", "2026-05-31", WindowState::Longer(1)),
];

fn at(moves: &[(usize, &str)]) -> Place {
    Place { moves: moves.iter().map(|(s, on)| Move { step: format!("s{s}").into(), day: day(on) }).collect() }
}

#[test]
fn windows_are_right_to_the_day() {
    assert!(CASES.len() >= 40);
    for case in CASES {
        let (from, min, max, as_of, first, last, state) = case;
        let mut model = builder().wait(1, "a time", *min, Some(0)).model();
        model.steps[1].wait.as_mut().unwrap().max = *max;
        let place = at(&[(0, from)]);
        let found = Expected::of(&model, &place, 1, day(as_of)).unwrap();
        let shown = |day: Option<NaiveDate>| day.map_or(String::new(), |day| day.to_string());
        assert_eq!((shown(found.min).as_str(), shown(found.max).as_str()), (*first, *last), "{case:?}");
        assert_eq!((found.state, found.from), (*state, Some((0, day(from)))), "{case:?}");
    }
}

/// Which window a wait of two weeks from `s0` before a step has after these moves.
fn after(step: usize, moves: &[(usize, &str)]) -> Result<String, Undated> {
    let model = builder().wait(step, "2 weeks", TWO, Some(0)).model();
    let place = at(moves);
    let found = Expected::of(&model, &place, step, day("2026-12-31")).unwrap();
    match found.state {
        WindowState::Undated(why) => {
            assert_eq!((found.from, found.min, found.max), (None, None, None));
            Err(why)
        }
        _ => Ok(found.min.unwrap().to_string()),
    }
}

#[test]
fn it_counts_from_the_latest_record() {
    assert_eq!(after(3, &[(0, "2026-05-03")]), Ok("2026-05-17".into()));
    assert_eq!(after(3, &[(0, "2026-05-03"), (1, "2026-05-05")]), Ok("2026-05-17".into()));
    assert_eq!(after(3, &[(0, "2026-05-03"), (5, "2026-05-04"), (0, "2026-06-01")]), Ok("2026-06-15".into()));
    assert_eq!(after(4, &[(0, "2026-05-03"), (2, "2026-05-05")]), Ok("2026-05-17".into()), "straight to that track");
}

#[test]
fn what_was_never_recorded_gives_no_date() {
    assert_eq!(after(3, &[]), Err(Undated::NotRecorded));
    assert_eq!(after(3, &[(5, "2026-05-01"), (1, "2026-05-05")]), Err(Undated::NotRecorded));
}

#[test]
fn where_two_bodies_may_have_begun_there_is_no_date() {
    let [first, second, third] = ["2026-05-03", "2026-05-05", "2026-05-20"];
    assert_eq!(after(4, &[(0, first), (1, second), (2, third)]), Err(Undated::InDoubt), "moved over");
    assert_eq!(after(4, &[(0, first), (1, second)]), Err(Undated::InDoubt), "only by being moved over");
    assert_eq!(after(5, &[(0, first), (1, second), (2, third)]), Err(Undated::InDoubt));
    assert_eq!(after(4, &[(0, first), (1, second), (5, second), (2, third)]), Err(Undated::InDoubt));
    let begun_again = [(0, first), (1, second), (2, second), (0, third), (2, third)];
    assert_eq!(after(4, &begun_again), Ok("2026-06-03".into()), "what came before the latest record is past");
}

#[test]
fn what_the_source_does_not_state_gives_words() {
    let place = at(&[(0, "2026-05-03")]);
    let state = |min, from| {
        let model = builder().wait(3, "a few weeks", min, from).model();
        Expected::of(&model, &place, 3, day("2026-05-20")).unwrap().state
    };
    assert_eq!(state(None, None), WindowState::Undated(Undated::NoStart));
    assert_eq!(state(Some(M(3)), None), WindowState::Undated(Undated::NoStart));
    assert_eq!(state(None, Some(0)), WindowState::Undated(Undated::NoLength));
    assert_eq!(state(Some(M(u32::MAX)), Some(0)), WindowState::Undated(Undated::TooFar));
    assert_eq!(state(Some(W(u32::MAX)), Some(0)), WindowState::Undated(Undated::TooFar));
    assert!(Expected::of(&builder().model(), &place, 3, day("2026-05-20")).is_none(), "no wait is stated");
    assert!(Expected::of(&builder().model(), &place, 9, day("2026-05-20")).is_none(), "no such step");
}

#[test]
fn every_wait_ahead_is_told_and_none_behind() {
    let model = builder()
        .go(0, 1)
        .go(1, 3)
        .link(1, 2, LinkKind::Transfer, Certainty::Stated)
        .go(2, 4)
        .link(4, 0, LinkKind::Loop, Certainty::Stated)
        .wait(0, "at once", TWO, None)
        .wait(3, "2 weeks", TWO, Some(0))
        .wait(4, "2 weeks", TWO, Some(0))
        .model();
    let steps = |moves: &[(usize, &str)]| {
        let place = at(moves);
        let ahead = Expected::ahead(&model, &place, day("2026-06-01"));
        ahead.iter().map(|expected| (expected.step, expected.min.is_some())).collect::<Vec<_>>()
    };
    assert_eq!(steps(&[(0, "2026-05-03")]), [(3, true), (4, true)]);
    assert_eq!(steps(&[(0, "2026-05-03"), (1, "2026-05-05")]), [(3, true), (4, false)]);
    assert_eq!(steps(&[(0, "2026-05-03"), (3, "2026-05-05")]), []);
    assert_eq!(steps(&[]), []);
}

#[test]
fn what_others_said_later_stands_with_it_from_its_day() {
    let mut model = builder().wait(3, "2 weeks", TWO, Some(0)).model();
    model.waits_later = vec![statement("undated", "None can be given", None), statement("x", "x", Some("2026-07"))];
    let place = at(&[(0, "2026-05-03")]);
    let told = |on| Expected::of(&model, &place, 3, day(on)).unwrap().later.len();
    assert_eq!((told("2026-06-30"), told("2026-07-01")), (1, 2));
}
