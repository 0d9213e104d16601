//! What the desk costs the computer: CPU a key, time to the first picture, memory and wake-ups while nobody types.
//!
//! `cargo bench --bench desk` prints them beside what DESIGN.md 9 allows.

#![allow(
    missing_docs,
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a bench; it uses a part of what tests share"
)]

use portable_pty::{MasterPty, PtySize, native_pty_system};
use ratatui::Terminal as Screen;
use ratatui::layout::Size;
use std::fs::{self, OpenOptions};
use std::io::{self, Read};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

#[path = "../tests/wire/journeys.rs"]
mod journeys;
#[path = "../tests/play/script.rs"]
mod script;

use journeys::JOURNEYS;
use script::{act, acts, start_in};
use smo_desk::rules::assessments;
use smo_desk::tui::view;
use smo_desk::wire::Wire;

const STARTS: usize = 20;
const LOOKS: usize = 1000;
const IDLE: Duration = Duration::from_secs(5);
/// After this long nothing of the start is left to do.
const SETTLED: Duration = Duration::from_secs(1);

fn print(what: &str, is: &str, allowed: &str) {
    println!("{what:<44} {is:>28}   allowed {allowed}");
}

/// The value in the middle, and the one that so many in a hundred do not exceed.
fn middle_and(mut times: Vec<Duration>, percent: usize) -> (Duration, Duration) {
    times.sort_unstable();
    let at = |place: usize| times.get(place.min(times.len() - 1)).copied().unwrap_or_default();
    (at(times.len() / 2), at(times.len() * percent / 100))
}

/// What a key costs from its command to the bytes that are sent.
fn keys(size: (u16, u16)) {
    let asked = move || Ok(Size::new(size.0, size.1));
    let mut times = Vec::new();
    for (_, scripts) in JOURNEYS {
        let mut state = start_in(0, false, size);
        let mut screen = Screen::new(Wire::new(io::sink(), asked).unwrap()).unwrap();
        screen.draw(|frame| view::draw(&state, frame)).unwrap();
        for one in scripts.iter().flat_map(|(_, script)| acts(script)) {
            let start = Instant::now();
            let _ = act(&mut state, &one);
            screen.draw(|frame| view::draw(&state, frame)).unwrap();
            times.push(start.elapsed());
        }
    }
    let mean = times.iter().sum::<Duration>() / u32::try_from(times.len()).unwrap();
    let (_, most) = middle_and(times, 99);
    let is = format!("mean {mean:.1?}, 99 % {most:.1?}");
    print(&format!("CPU a key and its picture, {}x{}", size.0, size.1), &is, "mean 1 ms, 99 % 10 ms");
}

/// What looking costs once everything is answered: no answer is assessed again for it.
fn down_on_a_finished_page() {
    let asked = || Ok(Size::new(80, 24));
    let mut state = start_in(0, false, (80, 24));
    let mut screen = Screen::new(Wire::new(io::sink(), asked).unwrap()).unwrap();
    script::play(&mut state, "n CO<enter> 2<enter> VE<enter> 2019<enter> 1<enter> 1<enter> <tab>");
    let (before, begun) = (assessments(), Instant::now());
    for one in acts("<down><up>").iter().cycle().take(LOOKS) {
        let _ = act(&mut state, one);
        screen.draw(|frame| view::draw(&state, frame)).unwrap();
    }
    let one = begun.elapsed() / u32::try_from(LOOKS).unwrap();
    let is = format!("{one:.1?}, {} assessments", assessments() - before);
    print("Down on a finished page", &is, "1 ms, 0 assessments");
}

/// The program on a terminal of its own, and how long it took to draw the first picture.
fn start() -> (Duration, Child, Box<dyn MasterPty + Send>) {
    let pair = native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
    let device = pair.master.tty_name().unwrap();
    let side = || OpenOptions::new().read(true).write(true).open(&device).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_smo"));
    command.args(["--no-store", "--lang", "en"]).env("TERM", "xterm-256color").env("LC_ALL", "C.UTF-8");
    command.stdin(side()).stdout(side()).stderr(side());
    let mut from = pair.master.try_clone_reader().unwrap();
    let (begun, mut seen, mut buffer) = (Instant::now(), Vec::new(), [0; 4096]);
    let child = command.spawn().unwrap();
    // The last key of the footer is drawn last.
    while !String::from_utf8_lossy(&seen).contains("open\x1b[") {
        let read = from.read(&mut buffer).unwrap();
        seen.extend_from_slice(buffer.get(..read).unwrap());
    }
    (begun.elapsed(), child, pair.master)
}

fn first_picture() {
    let times = (0..STARTS).map(|_| {
        let (time, mut child, _terminal) = start();
        child.kill().unwrap();
        child.wait().unwrap();
        time
    });
    let (middle, most) = middle_and(times.collect(), 90);
    print("start to the first picture, process and all", &format!("median {middle:.1?}, 90 % {most:.1?}"), "10 ms");
}

/// Kilobytes of a line of `smaps_rollup`.
fn kilobytes(rollup: &str, name: &str) -> usize {
    let line = rollup.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().find_map(|word| word.parse().ok())).unwrap_or(0)
}

/// How often all threads of a process gave up the processor by themselves: each wait is one.
fn waits(id: u32) -> usize {
    let tasks = fs::read_dir(format!("/proc/{id}/task")).unwrap();
    let of = |status: String| {
        let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:")).map(str::to_owned);
        line.and_then(|count| count.trim().parse::<usize>().ok()).unwrap_or(0)
    };
    tasks.filter_map(|task| fs::read_to_string(task.ok()?.path().join("status")).ok()).map(of).sum()
}

fn idle() {
    let (_, mut child, _terminal) = start();
    std::thread::sleep(SETTLED);
    let rollup = fs::read_to_string(format!("/proc/{}/smaps_rollup", child.id())).unwrap();
    print("private memory", &format!("{} kB", kilobytes(&rollup, "Anonymous:")), "2 MB");
    let before = waits(child.id());
    std::thread::sleep(IDLE);
    let woken = waits(child.id()) - before;
    child.kill().unwrap();
    child.wait().unwrap();
    print(&format!("wake-ups in {} s without a key", IDLE.as_secs()), &woken.to_string(), "0");
}

fn main() {
    keys((80, 24));
    keys((120, 40));
    down_on_a_finished_page();
    first_picture();
    idle();
}
