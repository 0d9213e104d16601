//! One session: how it starts, what happens in it, how it ends.

use rustix::process::{Pid, Signal, kill_process};
use std::fs;
use std::path::PathBuf;

use super::deeds::Deed;
use super::quiet::{LEAVING, settle, settle_for};
use crate::process::{is_over, threads, until, waited_for};
use crate::survival::folder::Folder;
use crate::survival::oracle::Chance;
use crate::survival::saved;
use crate::terminal::{Start, Terminal, unclean_screen};

/// What is special about the host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    Plain,
    /// The clock leaps.
    #[cfg(feature = "host")]
    Leaping,
}

/// How a session ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Key(&'static str),
    Signal(Signal),
    HangUp,
}

const ENDS: &[End] = &[
    End::Key("\x03"),
    End::Key("\x04"),
    End::Key("\x1b\x1bq"),
    End::Signal(Signal::KILL),
    End::Signal(Signal::KILL),
    End::Signal(Signal::TERM),
    End::Signal(Signal::HUP),
    End::Signal(Signal::INT),
    End::Signal(Signal::QUIT),
    End::HangUp,
    End::HangUp,
];

/// The end of a paste and of an answer of a terminal, and a key that has all drawn anew.
const ENDED: &[u8] = b"\x1b[201~\x1b\\\x0c";

/// Ends what began to be sent, and waits for a picture that is drawn after all that came before.
#[track_caller]
fn ended(desk: &mut Terminal) {
    let before = desk.count();
    desk.try_send(ENDED);
    let is_read = || desk.count() > before || is_over(desk.id());
    assert!(waited_for(is_read), "no key is read\n{}\n{}", threads(desk.id()), desk.text());
    settle(desk);
}

impl End {
    /// Whether the program can do something about it.
    pub(super) fn is_noticed(self) -> bool {
        self != Self::Signal(Signal::KILL)
    }
}

/// A session, and then what was seen of it.
pub(super) struct Played {
    desk: Terminal,
    clock: Clock,
    /// What happened, to be told where it fails.
    pub(super) deeds: Vec<String>,
    pub(super) end: Option<End>,
    /// All bytes that came.
    pub(super) bytes: Vec<u8>,
    /// Whether the terminal kept its size all the time.
    pub(super) is_of_one_size: bool,
    /// The last screen before the end.
    pub(super) last: String,
    /// The exit code, and the signal that ended it.
    pub(super) status: (u32, Option<String>),
    /// The case that the last screen called saved, with the number of its answers; and whether no key was on its way then.
    pub(super) saved: Option<(String, Option<usize>)>,
    pub(super) is_calm: bool,
    /// Whether a terminal was there until the end, and what it showed then was clean.
    pub(super) unclean: Option<String>,
}

impl Drop for Played {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("after {}", self.deeds.join(", "));
        }
    }
}

impl Played {
    pub(super) fn new(folder: &Folder, chance: &mut Chance, setting: Setting) -> Self {
        let root = folder.path().to_str().unwrap();
        let clock = Clock::of(folder, setting);
        clock.leap(chance);
        let names = ["HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"];
        let env: Vec<(&str, &str)> =
            names.iter().map(|name| (*name, root)).chain(clock.env.iter().map(|(n, v)| (*n, &**v))).collect();
        // A line that is said to be fast has nothing asked of it, and no picture waits for another.
        let args = chance.one_of(&[&["--link", "100000000"][..], &["--link", "100000000"], &[], &["--ascii"]]);
        let program = std::env::var("SOAK_PROGRAM").ok();
        let under: Vec<&str> =
            program.iter().flat_map(|program| ["sh", "-c", "shift; exec \"$0\" \"$@\"", program]).collect();
        let desk =
            Terminal::open(&Start { args, env: &env, state: Some(folder.path()), under: &under, ..Start::default() });
        until("something on the screen", || desk.count() > 20 || is_over(desk.id()));
        Self {
            desk,
            clock,
            deeds: Vec::new(),
            end: None,
            bytes: Vec::new(),
            is_of_one_size: true,
            last: String::new(),
            status: (0, None),
            saved: None,
            is_calm: args.contains(&"--link"),
            unclean: None,
        }
    }

    /// Plays it to its end.
    pub(super) fn session(mut self, chance: &mut Chance) -> Self {
        settle(&self.desk);
        let mut is_withheld = false;
        for _ in 0..2 + chance.below(14) {
            if is_over(self.desk.id()) {
                break;
            }
            let deed = Deed::next(chance, is_withheld);
            self.deeds.push(format!("{deed:?}"));
            self.is_of_one_size &= !matches!(deed, Deed::Size | Deed::Stop);
            is_withheld |= deed.act(&mut self.desk, chance);
            if chance.below(8) == 0 {
                self.clock.leap(chance);
            }
            if deed == Deed::Withhold && is_withheld && chance.below(2) == 0 {
                self.desk.try_send(b"\r");
                settle(&self.desk);
                self.desk.try_send(b"\x15");
            }
            if !deed.is_hasty() {
                settle(&self.desk);
            }
        }
        self.ends(chance, is_withheld);
        self
    }

    /// The last screen, the end, and what is left of the terminal.
    fn ends(&mut self, chance: &mut Chance, is_withheld: bool) {
        if chance.below(2) == 0 {
            // What began and never ended is waited for, and then taken for what it may be: here it ends.
            ended(&mut self.desk);
        } else {
            self.is_calm = false;
            settle_for(&self.desk, LEAVING);
        }
        self.last = self.desk.text();
        self.saved = saved(&self.last);
        if is_over(self.desk.id()) {
            // A key has ended it.
            (self.saved, self.is_calm) = (None, false);
        } else {
            if !is_withheld && chance.below(3) == 0 {
                self.is_calm = false;
                self.deeds.push("Burst".to_owned());
                Deed::Keys.act(&mut self.desk, chance);
            }
            let end = chance.one_of(ENDS);
            self.deeds.push(format!("{end:?}"));
            self.end = Some(end);
            match end {
                End::Key(keys) => {
                    self.desk.try_send(keys.as_bytes());
                    // Where `q` asks or was typed, Ctrl-C never asks.
                    if keys.ends_with('q') {
                        settle_for(&self.desk, LEAVING);
                        if !is_over(self.desk.id()) {
                            self.desk.try_send(b"\x03");
                        }
                    }
                }
                End::Signal(signal) => {
                    let _ = kill_process(Pid::from_raw(self.desk.id().try_into().unwrap()).unwrap(), signal);
                }
                End::HangUp => self.desk.drop_line(),
            }
        }
        let modes = (self.end != Some(End::HangUp)).then(|| modes(&self.desk));
        let status = self.desk.wait_end();
        self.status = (status.exit_code(), status.signal().map(str::to_owned));
        self.bytes = self.desk.bytes();
        if let Some(modes) = modes.filter(|_| self.end.is_none_or(End::is_noticed)) {
            self.unclean = unclean(&self.desk, &modes());
        }
    }
}

/// Reads how the line of a terminal is set, later.
fn modes(desk: &Terminal) -> impl Fn() -> String + use<> {
    let device = desk.device();
    move || {
        let output = std::process::Command::new("stty").arg("-F").arg(&device).arg("-a").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }
}

/// What is not as it was before the program; none where all is.
fn unclean(desk: &Terminal, modes: &str) -> Option<String> {
    let words: Vec<&str> = modes.split([' ', ';', '\n']).collect();
    if let Some(word) = ["icanon", "echo", "isig", "opost", "icrnl"].iter().find(|word| !words.contains(*word)) {
        return Some(format!("the line is without {word}: {modes}"));
    }
    desk.look(unclean_screen).map(str::to_owned)
}

/// The clock of a session.
struct Clock {
    /// What the library that gives the time reads.
    file: Option<PathBuf>,
    env: Vec<(&'static str, String)>,
}

impl Clock {
    #[cfg(not(feature = "host"))]
    fn of(_: &Folder, _: Setting) -> Self {
        Self { file: None, env: Vec::new() }
    }

    #[cfg(feature = "host")]
    fn of(folder: &Folder, setting: Setting) -> Self {
        if setting == Setting::Plain {
            return Self { file: None, env: Vec::new() };
        }
        let file = folder.path().join("clock");
        let env = vec![
            ("LD_PRELOAD", library()),
            ("FAKETIME_TIMESTAMP_FILE", file.display().to_string()),
            ("FAKETIME_NO_CACHE", "1".to_owned()),
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1".to_owned()),
        ];
        Self { file: Some(file), env }
    }

    /// Another time from now on.
    fn leap(&self, chance: &mut Chance) {
        let Some(file) = &self.file else { return };
        let by = chance.one_of(&["+0d", "+1d", "-1d", "+9d", "-9d", "+400d", "-400d", "+20000d", "-18000d", "-25000d"]);
        let new = file.with_extension("next");
        fs::write(&new, format!("{by}\n")).unwrap();
        fs::rename(new, file).unwrap();
    }
}

#[cfg(feature = "host")]
fn library() -> String {
    let folders =
        fs::read_dir("/usr/lib").unwrap().flatten().map(|entry| entry.path().join("faketime/libfaketime.so.1"));
    let found = folders.into_iter().find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("libfaketime is missing: install it")).display().to_string()
}
