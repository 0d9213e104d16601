//! What many desks at once cost a host: 200 at terminals, then 50 through a real sshd, all typing and saving in one folder.
//!
//! `cargo bench --bench host` prints memory, CPU, the time to the first picture, and from a key to its picture. Needs sshd
//! and ssh; all stays on 127.0.0.1.

#![allow(
    missing_docs,
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a bench; it uses a part of what tests share"
)]

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Barrier, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

#[path = "../tests/program/sshd/host.rs"]
mod host;

use host::{Host, program};

const AT_TERMINALS: usize = 200;
const THROUGH_SSHD: usize = 50;

/// What each types, a key at a time; each of them changes the picture.
const KEYS: &str = "nCO\r2\rVE\r1\r1\r1\r";

/// People that each sees.
const PEOPLE: usize = 3;

/// From one key to the next: somebody who types without a break.
const PACE: Duration = Duration::from_millis(200);

/// After so long nothing more comes.
const LOST: Duration = Duration::from_secs(20);

#[derive(Default)]
struct Shown {
    count: usize,
    /// What came, until the first picture was whole.
    first: Vec<u8>,
    is_whole: bool,
}

/// What one desk saw.
#[derive(Default)]
struct Times {
    first: Vec<Duration>,
    typed: Vec<Duration>,
    saved: Vec<Duration>,
}

/// One desk, from its start to its end; `measure` is called by one of them while all sit there.
fn works(mut command: CommandBuilder, n: usize, together: &Barrier, measure: &(dyn Fn() + Sync)) -> Times {
    let pair = native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
    command.env("TERM", "xterm-256color");
    let mut times = Times::default();
    let shown: Arc<(Mutex<Shown>, Condvar)> = Arc::default();
    let (mut reader, feed) = (pair.master.try_clone_reader().unwrap(), Arc::clone(&shown));
    let begun = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(got @ 1..) = reader.read(&mut buffer) {
            let mut shown = feed.0.lock().unwrap();
            shown.count += got;
            if !shown.is_whole {
                shown.first.extend_from_slice(&buffer[..got]);
                // The last key of the footer is drawn last.
                shown.is_whole = String::from_utf8_lossy(&shown.first).contains("open\x1b[");
            }
            feed.1.notify_all();
        }
    });
    let wait = |is: &dyn Fn(&Shown) -> bool| {
        let waited = shown.1.wait_timeout_while(shown.0.lock().unwrap(), LOST, |shown| !is(shown)).unwrap();
        assert!(!waited.1.timed_out(), "nothing came");
    };
    wait(&|shown| shown.is_whole);
    times.first.push(begun.elapsed());
    let mut keyboard = pair.master.take_writer().unwrap();
    together.wait();
    // Nobody types in time with the others.
    thread::sleep(PACE * u32::try_from(n % 16).unwrap() / 16);
    for key in KEYS.repeat(PEOPLE).bytes() {
        let before = shown.0.lock().unwrap().count;
        let sent = Instant::now();
        keyboard.write_all(&[key]).unwrap();
        wait(&|shown| shown.count > before);
        let took = sent.elapsed();
        if key == b'\r' {
            times.saved.push(took);
        } else {
            times.typed.push(took);
        }
        thread::sleep(PACE.saturating_sub(took));
    }
    if together.wait().is_leader() {
        measure();
    }
    together.wait();
    keyboard.write_all(b"\x03").unwrap();
    child.wait().unwrap();
    times
}

/// The processes of the program that have a folder in their environment.
fn desks(folder: &Path) -> Vec<String> {
    let all = fs::read_dir("/proc").unwrap().flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let is_desk = |id: &String| {
        let comm = fs::read_to_string(format!("/proc/{id}/comm")).unwrap_or_default();
        let environment = fs::read(format!("/proc/{id}/environ")).unwrap_or_default();
        comm.trim() == "smo" && String::from_utf8_lossy(&environment).contains(&*folder.to_string_lossy())
    };
    all.filter(is_desk).collect()
}

/// Kilobytes of a line of `smaps_rollup`.
fn kilobytes(id: &str, name: &str) -> u64 {
    let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned();
    line.split_whitespace().find_map(|word| word.parse().ok()).unwrap_or(0)
}

/// Hundredths of a second that a process has worked.
fn worked(id: &str) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    let after = stat.rsplit(") ").next().unwrap_or_default().to_owned();
    after.split(' ').skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum()
}

fn print_times(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
    println!("  {what:<38} median {:>8.1?}   99 % {:>8.1?}   of {}", at(50), at(99), times.len());
}

fn at_once(name: &str, count: usize, command: impl Fn(&Path) -> CommandBuilder + Sync) {
    let folder = tempfile::tempdir().unwrap();
    let together = Barrier::new(count);
    println!("{name}");
    let measure = || {
        let ids = desks(folder.path());
        let sum = |of: &dyn Fn(&str) -> u64| ids.iter().map(|id| of(id)).sum::<u64>() / ids.len().max(1) as u64;
        let memory = ["Pss:", "Rss:", "Anonymous:"].map(|name| sum(&|id| kilobytes(id, name)));
        println!("  desks {}; each, in kB: PSS {}, RSS {}, of its own {}", ids.len(), memory[0], memory[1], memory[2]);
        let cpu = ids.iter().map(|id| worked(id)).sum::<u64>() as f64 * 10.0;
        println!("  CPU a key, start included: {:.2} ms", cpu / (ids.len() * KEYS.len() * PEOPLE) as f64);
    };
    let all: Vec<Times> = thread::scope(|scope| {
        let (together, measure, command, folder) = (&together, &measure, &command, folder.path());
        let one = |n: usize| scope.spawn(move || works(command(folder), n, together, measure));
        let all: Vec<_> = (0..count).map(one).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    print_times("start to the first picture, all at once", all.iter().flat_map(|t| t.first.clone()).collect());
    print_times("a key to its picture", all.iter().flat_map(|t| t.typed.clone()).collect());
    print_times("an answer to its picture, saved", all.iter().flat_map(|t| t.saved.clone()).collect());
    let cases = fs::read_dir(folder.path().join("smo/cases")).unwrap().flatten();
    let locked = cases.filter(|case| case.path().extension().is_some_and(|is| is == "lock")).count();
    println!("  locks that are left: {locked}");
}

fn main() {
    let smo = env!("CARGO_BIN_EXE_smo");
    at_once(&format!("{AT_TERMINALS} desks at terminals"), AT_TERMINALS, |folder| {
        let mut command = CommandBuilder::new(smo);
        command.args(["--lang", "en"]);
        command.env("LC_ALL", "C.UTF-8");
        command.env("XDG_STATE_HOME", folder);
        command.env("XDG_CONFIG_HOME", "/dev/null");
        command
    });
    let host = Host::start();
    at_once(&format!("{THROUGH_SSHD} desks through sshd"), THROUGH_SSHD, |folder| {
        let state = folder.display();
        let asked = format!("exec env LC_ALL=C.UTF-8 XDG_STATE_HOME={state} XDG_CONFIG_HOME=/dev/null {smo} --lang en");
        let mut command = CommandBuilder::new(program("ssh"));
        command.args(host.client(host.port, false, &asked));
        command
    });
}
