//! A seat at the other end of the line: a terminal that shows what comes, and answers when it is asked how it is.

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take before the test fails.
const DEADLINE: Duration = Duration::from_secs(60);

const REQUEST: &[u8] = b"\x1b[5n";
const ANSWER: &[u8] = b"\x1b[0n";

pub(crate) struct Seat {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Arc<Mutex<Box<dyn Write + Send>>>,
    seen: Arc<Mutex<Seen>>,
}

struct Seen {
    screen: vt100::Parser,
    /// When the last bytes came.
    last: Instant,
    /// Bytes that came, and requests among them.
    bytes: usize,
    requests: usize,
}

impl Seat {
    pub(crate) fn open(program: &std::path::Path, args: &[String]) -> Self {
        let pair =
            native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = vt100::Parser::new(24, 80, 0);
        let seen = Arc::new(Mutex::new(Seen { screen, last: Instant::now(), bytes: 0, requests: 0 }));
        let keyboard = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let (from, shared, answers) =
            (pair.master.try_clone_reader().unwrap(), Arc::clone(&seen), Arc::clone(&keyboard));
        let master = pair.master;
        thread::spawn(move || {
            show(from, &shared, &answers);
            drop(master);
        });
        Self { child, keyboard, seen }
    }

    pub(crate) fn send(&self, keys: &str) {
        let mut keyboard = self.keyboard.lock().unwrap();
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
    }

    /// How many bytes came, and how many requests among them.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let seen = self.seen();
        (seen.bytes, seen.requests)
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap()
    }

    pub(crate) fn text(&self) -> String {
        let seen = self.seen();
        let rows: Vec<String> = seen.screen.screen().rows(0, 80).map(|row| row.trim_end().to_owned()).collect();
        rows.join("\n")
    }

    #[track_caller]
    pub(crate) fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |shown| shown.contains(text));
    }

    #[track_caller]
    pub(crate) fn wait_until(&mut self, wanted: &str, is: impl Fn(&str) -> bool) {
        let until = Instant::now() + DEADLINE;
        while !is(&self.text()) {
            let ended = self.child.try_wait().unwrap();
            assert!(ended.is_none() && Instant::now() < until, "{wanted} ({ended:?}):\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until nothing has come for a while, and says when the last came.
    pub(crate) fn settle(&self, silence: Duration) -> Instant {
        loop {
            let last = self.seen().last;
            let quiet = last.elapsed();
            if quiet >= silence {
                return last;
            }
            thread::sleep(silence.saturating_sub(quiet));
        }
    }

    /// Waits for the end of the program.
    #[track_caller]
    pub(crate) fn end(&mut self) {
        let until = Instant::now() + DEADLINE;
        while self.child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < until, "it does not end:\n{}", self.text());
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn show(mut from: Box<dyn Read + Send>, seen: &Mutex<Seen>, keyboard: &Mutex<Box<dyn Write + Send>>) {
    let mut buffer = [0; 4096];
    let mut matched = 0;
    while let Ok(got @ 1..) = from.read(&mut buffer) {
        let mut answers = 0;
        for byte in &buffer[..got] {
            matched = if *byte == REQUEST[matched] { matched + 1 } else { usize::from(*byte == REQUEST[0]) };
            if matched == REQUEST.len() {
                (matched, answers) = (0, answers + 1);
            }
        }
        let mut shown = seen.lock().unwrap();
        shown.screen.process(&buffer[..got]);
        shown.last = Instant::now();
        shown.bytes += got;
        shown.requests += answers;
        drop(shown);
        for _ in 0..answers {
            let _ = keyboard.lock().unwrap().write_all(ANSWER);
        }
    }
}
