//! What each action at the desk may cost the line, at 80x24: the table of DESIGN.md 9, to the byte.
//!
//! `cargo test --test wire budgets -- --nocapture` prints what each costs now.

use super::journeys::{Class, JOURNEYS, WHOLE_CHECK};
use super::trace::{LANGUAGES, Played, frugal, play, sum};
use crate::play::script::start_in;
use std::slice;

const SIZE: (u16, u16) = (80, 24);

/// The most of the whole check under zlib.
const WHOLE_CHECK_ZLIB: usize = 2000;

/// What is dearer in the middle of a session, in English: a verdict stands on the panes with its reasons and its notices,
/// and a key also takes away what was said before.
const WITH_A_VERDICT: [(Class, usize); 2] = [(Class::ChangePane, 1026), (Class::TypeAndFollow, 61)];

/// The most of the whole trace, in hundredths of what the stock backend sends: as it is, and under zlib.
///
/// At 120x40 all of a detail stands beside its list: more letters change with a key, and letters cost every backend alike.
const SHARES: [((u16, u16), usize, usize); 2] = [((80, 24), 38, 36), ((120, 40), 38, 32)];

/// 15 % more in the other languages.
fn in_language(lang: usize, budget: usize) -> usize {
    if lang == 0 { budget } else { budget * 115 / 100 }
}

/// What costs more than it may, after a list of the dearest of each class.
fn over(played: &[Played], name: &str, budget: impl Fn(Class) -> Option<usize>) -> Vec<String> {
    let mut over = Vec::new();
    for class in Class::ALL {
        let Some(most) = budget(class) else { continue };
        let of = || played.iter().filter(|one| one.class == class);
        let dearest = of().max_by_key(|one| one.frugal.raw).unwrap();
        println!("{name} {class:?}: {} of {most} ({})", dearest.frugal.raw, dearest.key);
        over.extend(
            of().filter(|one| one.frugal.raw > most)
                .map(|one| format!("{name} {class:?} {} costs {} of {most}", one.key, one.frugal.raw)),
        );
    }
    over
}

#[test]
fn each_action_costs_what_it_may() {
    for (lang, name) in LANGUAGES.into_iter().enumerate() {
        let apart: Vec<Played> = JOURNEYS.iter().flat_map(|one| play(slice::from_ref(one), lang, SIZE)).collect();
        let over = over(&apart, name, |class| Some(in_language(lang, class.budget()?)));
        assert!(over.is_empty(), "\n{}", over.join("\n"));
    }
}

#[test]
fn in_the_middle_of_a_session_it_costs_little_more() {
    for (lang, name) in LANGUAGES.into_iter().enumerate() {
        let with_a_verdict = |class| WITH_A_VERDICT.into_iter().find(|(of, _)| *of == class).map(|(_, most)| most);
        let budget = |class: Class| Some(in_language(lang, with_a_verdict(class).or(class.budget())?));
        let over = over(&play(JOURNEYS, lang, SIZE), name, budget);
        assert!(over.is_empty(), "\n{}", over.join("\n"));
    }
}

#[test]
fn a_picture_that_changes_is_one_write_and_any_other_none() {
    for (size, _, _) in SHARES {
        for one in play(JOURNEYS, 0, size) {
            assert_eq!(one.frugal.writes, usize::from(one.changes), "{} at {size:?}", one.key);
        }
    }
}

#[test]
fn the_whole_check_costs_what_it_may() {
    let journey = JOURNEYS.iter().find(|journey| journey.0 == WHOLE_CHECK.0).unwrap();
    for (lang, name) in LANGUAGES.into_iter().enumerate() {
        let (_, cost) = sum(&play(slice::from_ref(journey), lang, SIZE));
        println!("{name}: whole check {}, packed {}", cost.raw, cost.packed);
        assert!(cost.raw <= in_language(lang, WHOLE_CHECK.1), "{name}: {}", cost.raw);
        assert!(cost.packed <= in_language(lang, WHOLE_CHECK_ZLIB), "{name}: {}", cost.packed);
    }
}

#[test]
fn the_whole_trace_costs_its_share_of_what_the_stock_backend_sends() {
    for (size, raw, packed) in SHARES {
        for (lang, name) in LANGUAGES.into_iter().enumerate() {
            let (stock, frugal) = sum(&play(JOURNEYS, lang, size));
            println!("{name} {size:?}: {} of {}, packed {} of {}", frugal.raw, stock.raw, frugal.packed, stock.packed);
            assert!(100 * frugal.raw <= raw * stock.raw, "{name} {size:?}: {} of {}", frugal.raw, stock.raw);
            assert!(100 * frugal.packed <= packed * stock.packed, "{name} {size:?}: {}", frugal.packed);
        }
    }
}

#[test]
fn an_idle_desk_sends_nothing() {
    for lang in 0..LANGUAGES.len() {
        let state = start_in(lang, false, SIZE);
        let mut session = frugal(SIZE);
        assert!(session.draw(&state).raw > 0);
        assert_eq!(session.draw(&state).raw, 0);
    }
}
