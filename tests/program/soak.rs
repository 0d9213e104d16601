//! Sessions at random, one after the other on the same folder: whatever is typed, pasted, answered by a terminal, claimed
//! of a window, stopped, refused by the disk, damaged between sessions, and however it ends. After each: no panic, no
//! hang, a clean terminal, what the screen called saved is on the disk, and nothing that is not to be stored is in a file.
//!
//! `SOAK_SESSIONS` says how many (10,000 is the whole of it), `SOAK_SEED` plays one folder again, `SOAK_PROGRAM` names
//! another build of the program, as the one that is released.

mod damage;
mod deeds;
mod outcome;
mod quiet;
mod session;

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use super::survival::folder::Folder;
use super::survival::oracle::Chance;
use damage::Damage;
use session::{Played, Setting};

/// Sessions on one folder.
const EACH: u64 = 5;

/// Sessions where nobody says how many.
const USUAL: u64 = 40;

fn number(name: &str) -> Option<u64> {
    env::var(name).ok().map(|text| text.parse().unwrap())
}

/// Plays as many sessions as were asked for; each lane takes the next folder.
fn play(setting: Setting) {
    if let Some(seed) = number("SOAK_SEED") {
        return folder(seed, setting, true);
    }
    let folders = number("SOAK_SESSIONS").unwrap_or(USUAL).div_ceil(EACH);
    // Each session waits for the disk, the program and deadlines most of the time.
    let lanes = thread::available_parallelism().map_or(8, |cores| 8 * cores.get());
    let next = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..lanes {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= folders {
                        break;
                    }
                    let played = catch_unwind(AssertUnwindSafe(|| folder(seed, setting, false)));
                    assert!(played.is_ok(), "SOAK_SEED={seed}");
                }
            });
        }
    });
    println!("{} sessions", folders * EACH);
}

/// The sessions on one folder, with damage done in between.
fn folder(seed: u64, setting: Setting, is_told: bool) {
    let (mut chance, folder) = (Chance(seed), Folder::new());
    let mut damage = Damage::default();
    for n in 0..EACH {
        let played = Played::new(&folder, &mut chance, setting).session(&mut chance);
        if is_told {
            println!("session {n}: {}", played.deeds.join(", "));
        }
        outcome::check(&folder, &played, &damage);
        if chance.below(2) == 0 {
            damage.add(&folder, &mut chance);
        }
    }
}

#[test]
fn whatever_happens_in_a_session_nothing_saved_is_lost_and_nothing_leaks() {
    play(Setting::Plain);
}

/// The same under a clock that leaps by years. Needs libfaketime.
#[cfg(feature = "host")]
#[test]
fn a_clock_that_leaps_loses_nothing_that_was_just_saved() {
    play(Setting::Leaping);
}
