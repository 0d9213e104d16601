//! What comes from outside, fed with bytes at random: the targets of `fuzz/`, with all that was found by them, and changes
//! of it. `FED_ROUNDS` says how many for each target; `cargo fuzz` goes on without end (docs/host.md).

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

#[allow(dead_code, unreachable_pub, reason = "a library of its own in fuzz/, which uses the rest")]
#[path = "../../fuzz/src/lib.rs"]
mod targets;

/// Rounds where nobody says how many.
const USUAL: u64 = 60;

/// Random numbers from a seed (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % most.max(1) as u64).unwrap()
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap()
    }
}

/// Changes bytes a little: some replaced, taken away, put in, doubled, or cut off.
fn changed(dice: &mut Dice, bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len() + 1);
        let to = (at + dice.below(12)).min(bytes.len());
        match dice.below(6) {
            0 if at < bytes.len() => bytes[at] = dice.byte(),
            1 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            2 => drop(bytes.drain(at..to)),
            3 => {
                let part = bytes[at..to].to_vec();
                bytes.splice(at..at, part);
            }
            4 => bytes.insert(at, [b'"', b'\n', b',', 0, 0x1b, 0xff, b'-', b'\''][dice.below(8)]),
            _ if dice.below(8) == 0 => bytes.truncate(at),
            _ => {}
        }
    }
    bytes
}

#[test]
fn nothing_that_comes_from_outside_makes_a_panic() {
    let rounds = env::var("FED_ROUNDS").map_or(USUAL, |text| text.parse().unwrap());
    for (name, target) in targets::TARGETS {
        let kept = targets::kept(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz"), name).unwrap();
        assert!(!kept.is_empty(), "{name} has nothing to begin with");
        let feed = |bytes: &[u8]| {
            let fed = catch_unwind(AssertUnwindSafe(|| target(bytes)));
            assert!(fed.is_ok(), "{name}: {}", bytes.escape_ascii());
        };
        for bytes in &kept {
            feed(bytes);
        }
        let mut dice = Dice(1);
        for _ in 0..rounds {
            let from = &kept[dice.below(kept.len())];
            feed(&changed(&mut dice, from));
        }
    }
}
