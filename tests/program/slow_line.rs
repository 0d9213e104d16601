//! The program over a real sshd, through a line of 9600 bit/s and 600 ms there and back, with and without compression:
//! what is shown in the end is right, and little was sent for it. How soon is held on a simulated line (tests/wire/held.rs),
//! since a busy machine is late with everything; here the times are only printed.
//!
//! `cargo test --features slow-line --test program slow_line -- --nocapture` prints them. Needs sshd and ssh. All of it
//! stays on 127.0.0.1; a byte of the TCP stream takes 8 bits of the rate, what ssh adds to each packet included.

mod seat;

use self::seat::Seat;
use crate::sshd::host::{Host, program};
use crate::sshd::picture;
use crate::sshd::proxy::{self, Line, Passed};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// One way over the line.
const DELAY: Duration = Duration::from_millis(300);

/// A held key repeats so often.
const REPEAT: Duration = Duration::from_micros(33_333);
const REPEATS: usize = 90;

/// After so long nothing more comes: twice the way there and back, and the longest wait for an answer.
const SILENCE: Duration = Duration::from_secs(3);

/// The most bytes of pictures while a key is held: about what the line takes in that time.
const HELD_BYTES: usize = 4500;

/// The most bytes of the whole check: the budget, and the last question's answer on the way to the result.
const CHECK_BYTES: usize = 6500;

/// Bits a second, and whether ssh compresses.
const LINES: [(u64, bool); 2] = [(9600, false), (9600, true)];

/// One at a time: a line is measured.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn sit_down(host: &Host, (bits, compressed): (u64, bool), options: &str) -> (Seat, Arc<Passed>) {
    let (port, passed) = proxy::start(host.port, Line { bits, delay: DELAY, ..Line::default() });
    let smo = env!("CARGO_BIN_EXE_smo");
    let command = format!("LANG=C.UTF-8 LC_ALL=C.UTF-8 exec {smo} --as-of 2026-11-23 --no-store --lang en {options}");
    let mut seat = Seat::open(&program("ssh"), &host.client(port, compressed, &command));
    seat.wait_for("q quit");
    seat.settle(Duration::from_millis(1500));
    (seat, passed)
}

/// A key that is held, by its name and bytes, as often as it repeats. All the way down the last rows stay; to and fro
/// each key changes the picture, and the last of them shows a step that was not there before.
fn held(to_and_fro: bool) -> (String, Vec<&'static str>) {
    let is_up = |n: usize| to_and_fro && n < REPEATS - 15 && n % 20 >= 10;
    let names: String = (0..REPEATS).map(|n| if is_up(n) { "<up>" } else { "<down>" }).collect();
    (names, (0..REPEATS).map(|n| if is_up(n) { "\x1b[A" } else { "\x1b[B" }).collect())
}

/// Holds a key in the process pane; says how many bytes of pictures came, and how many requests.
fn hold(seat: &mut Seat, name: &str, to_and_fro: bool, passed: &Passed) -> (usize, usize) {
    seat.send("op\x1b[H");
    seat.wait_until("the process", |text| text == picture("p<home>"));
    seat.settle(Duration::from_millis(1500));
    let (names, keys) = held(to_and_fro);
    let start = Instant::now();
    let (before, requests) = seat.counts();
    let (up, down) = (passed.up.load(Ordering::Relaxed), passed.down.load(Ordering::Relaxed));
    for (n, key) in keys.iter().enumerate() {
        thread::sleep((start + REPEAT * u32::try_from(n).unwrap()).saturating_duration_since(Instant::now()));
        seat.send(key);
    }
    let released = Instant::now();
    // The line can have been silent for longer than that while the key was held: the last picture is waited for by what it
    // shows.
    let last = picture(&format!("p<home>{names}"));
    seat.wait_until("the picture of the last key", |text| text == last);
    let took = seat.settle(SILENCE).saturating_duration_since(released);
    assert_eq!(seat.text(), last, "the last picture is that of the last key");
    let (bytes, requests) = {
        let (bytes, asked) = seat.counts();
        (bytes - before, asked - requests)
    };
    let (up, down) = (passed.up.load(Ordering::Relaxed) - up, passed.down.load(Ordering::Relaxed) - down);
    println!("{name}: settled after {took:?}; {bytes} bytes, {requests} requests; on the line {up} up, {down} down");
    (bytes, requests)
}

#[test]
fn a_held_key_ends_on_its_last_picture_and_queues_none() {
    let _alone = alone();
    let host = Host::start();
    for (line, options) in LINES.into_iter().map(|line| (line, "")).chain([((9600, false), "--link 9600")]) {
        let (mut seat, passed) = sit_down(&host, line, options);
        for (way, to_and_fro) in [("down", false), ("to and fro", true)] {
            let name = format!("{} bit/s{} {options} {way}", line.0, if line.1 { " -C" } else { "" });
            let (bytes, requests) = hold(&mut seat, &name, to_and_fro, &passed);
            assert!(bytes <= HELD_BYTES, "{name}: {bytes}\n{}", host.log());
            assert!(requests == 0 || options.is_empty(), "{name}: {requests}");
        }
        seat.send("\x03");
        seat.end();
    }
}

/// The whole check of a person in Colombia, each answer once its question is there.
#[test]
fn a_person_is_checked_over_the_slowest_line() {
    let _alone = alone();
    let host = Host::start();
    for line in LINES {
        let (mut seat, passed) = sit_down(&host, line, "");
        let (before, down) = (seat.counts().0, passed.down.load(Ordering::Relaxed));
        let start = Instant::now();
        for (keys, then) in [
            ("n", "country is the person"),
            ("CO\r", "already have a case"),
            ("2\r", "Which nationality"),
            ("VE\r", "first come to"),
            ("1\r", "18 or older on"),
            ("1\r", "Which legal status"),
            ("1\r", "meets the stated minimum"),
        ] {
            seat.send(keys);
            seat.wait_for(then);
        }
        let took = start.elapsed();
        seat.settle(Duration::from_millis(1500));
        let (bytes, down) = (seat.counts().0 - before, passed.down.load(Ordering::Relaxed) - down);
        let name = format!("{} bit/s{}", line.0, if line.1 { " -C" } else { "" });
        println!("{name}: whole check {took:?}; {bytes} bytes, {down} on the line");
        assert!(bytes <= CHECK_BYTES, "{name}: {bytes}");
        seat.send("\x03");
        seat.end();
    }
}
