//! How soon the screen is still after a held key is let go, on slow lines: `cargo bench --bench held`.
//!
//! Three seconds of a key, and the worst of some moments at which it is let go; on a clock of its own, so that a busy
//! machine prints the same.

#![allow(
    missing_docs,
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a bench; it uses a part of what tests share"
)]

#[path = "../tests/play/held.rs"]
mod held;
#[path = "../tests/play/script.rs"]
mod script;

use held::{LINES, SCENES, worst};

fn main() {
    for (name, line) in LINES {
        println!("\n{name:<22}  settled     stall  pictures  bytes  waiting  requests   last");
        for scene in SCENES {
            let worst = worst(scene, line);
            println!(
                "{:<22} {:>5} ms  {:>5} ms {:>9} {:>6} {:>8} {:>9} {:>6}",
                scene.name,
                worst.settled.as_millis(),
                worst.stall.as_millis(),
                worst.pictures,
                worst.bytes,
                worst.most_waiting,
                worst.requests,
                worst.last,
            );
        }
    }
}
