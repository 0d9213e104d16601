//! What can happen in a session.

use rustix::process::{Pid, Resource, Rlimit, Signal, kill_process, prlimit};
use std::thread;
use std::time::Duration;

use super::quiet::settle;
use crate::process::is_over;
use crate::survival::oracle::Chance;
use crate::terminal::Terminal;

/// What a question looks like, and answers to it.
const QUESTIONS: &[(&str, &[&str])] = &[
    ("In which country", &["CO", "EC", "GT", "CR", "PE", "colom"]),
    ("already have a case", &["2", "1", "0"]),
    ("Which nationality", &["VE", "CU", "HT", "NI", "9", "ve, co"]),
    ("first come to", &["1", "2", "2019", "may 2022", "0", "11/06/2023"]),
    ("18 or older", &["1", "2", "9"]),
    ("Which legal status", &["1", "2", "3", "0"]),
    ("These cases were left open", &["", "\x1b"]),
];

/// Commands and keys, many of them where they mean nothing.
const KEYS: &[&str] = &[
    "o",
    "r",
    "p",
    "c",
    "m",
    "z",
    "f",
    "t",
    "s",
    "a",
    "w",
    "u",
    "e",
    "!",
    "?",
    "/",
    "+",
    "-",
    "g",
    "d",
    "v",
    "x",
    "j",
    "k",
    "h",
    "l",
    "\r",
    "\x1b",
    "\x1b\x1b",
    "\t",
    "\x1b[Z",
    "\x1b[A",
    "\x1b[B",
    "\x1b[C",
    "\x1b[D",
    "\x1b[H",
    "\x1b[F",
    "\x1b[5~",
    "\x1b[6~",
    "\x1bOP",
    "\x1b[3~",
    "\x1b[M",
    "\x07",
    "\x0c",
    "\x12",
    "\x15",
    "\x17",
    "\x18",
    "\x06",
    "\x05",
    "\x14\x14\x14",
    "\x7f",
];

/// What terminals say of themselves.
const REPLIES: &[&str] = &[
    "\x1b[0n",
    "\x1b[3n",
    "\x1b[24;80R",
    "\x1b[1;1R",
    "\x1b[?62;22c",
    "\x1b[>0;276;0c",
    "\x1b[?2026;2$y",
    "\x1b[8;24;80t",
    "\x1b]11;rgb:0000/0000/0000\x1b\\",
    "\x1b]10;rgb:ffff/ffff/ffff\x07",
    "\x1bP1+r544e=787465726d\x1b\\",
    "\x1bP!|00000000\x1b\\",
    "\x1b[I",
    "\x1b[O",
    "\x1b[<0;10;10M",
    "\x1b[M !!",
    "\x1b_Gi=1;OK\x1b\\",
    "\u{9b}0n",
    "\x1b]52;c;",
];

/// Sizes that are claimed.
const EDGES: &[u16] =
    &[0, 1, 2, 3, 7, 12, 24, 39, 40, 80, 81, 120, 132, 200, 255, 256, 500, 501, 1000, 32767, 32768, 65535];

/// What is typed to be withheld or checked; it must be in no file.
pub(super) const MARKED: &[&str] = &["1987", "zebra", "quagga", "3001234567"];

/// Something that somebody, a line or a host does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    Answer,
    Person,
    Keys,
    Bytes,
    Paste,
    Reply,
    Size,
    Stop,
    FullDisk,
    Withhold,
    Prove,
}

/// How likely each is.
const LIKELY: &[Deed] = &[
    Deed::Answer,
    Deed::Answer,
    Deed::Answer,
    Deed::Answer,
    Deed::Answer,
    Deed::Answer,
    Deed::Person,
    Deed::Keys,
    Deed::Keys,
    Deed::Bytes,
    Deed::Paste,
    Deed::Reply,
    Deed::Reply,
    Deed::Size,
    Deed::Stop,
    Deed::FullDisk,
    Deed::Withhold,
    Deed::Prove,
];

impl Deed {
    /// The next; once something is withheld, nothing that could bring it back into a field and take it for an answer.
    pub(super) fn next(chance: &mut Chance, is_withheld: bool) -> Self {
        let deed = chance.one_of(LIKELY);
        let is_tame =
            matches!(deed, Self::Reply | Self::Size | Self::Stop | Self::FullDisk | Self::Prove | Self::Person);
        if is_withheld && !is_tame { Self::Size } else { deed }
    }

    /// Whether the next may come before the program is done with this one.
    pub(super) fn is_hasty(self) -> bool {
        matches!(self, Self::Keys | Self::Reply | Self::Size)
    }

    /// Does it; says whether something was typed that is not to be stored.
    pub(super) fn act(self, desk: &mut Terminal, chance: &mut Chance) -> bool {
        match self {
            Self::Answer => answer(desk, chance),
            Self::Person => send(desk, chance.one_of(&["\x1b\x1bn", "\x1b\x1be", "\x1b\x1bc\r"])),
            Self::Keys => (0..=chance.below(12)).for_each(|_| send(desk, chance.one_of(KEYS))),
            Self::Bytes => bytes(desk, chance),
            Self::Paste => paste(desk, chance),
            Self::Reply => reply(desk, chance),
            Self::Size => size(desk, chance),
            Self::Stop => stop(desk, chance),
            Self::FullDisk => full_disk(desk, chance),
            Self::Withhold => return withhold(desk),
            Self::Prove => return prove(desk),
        }
        false
    }
}

fn send(desk: &mut Terminal, keys: &str) {
    desk.try_send(keys.as_bytes());
}

/// Sends in pieces that come apart by what this chooses; nothing waits for it.
fn in_pieces(desk: &mut Terminal, chance: &mut Chance, bytes: &[u8]) {
    let mut rest = bytes;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(usize::try_from(chance.below(rest.len() as u64) + 1).unwrap());
        desk.try_send(piece);
        thread::sleep(Duration::from_millis(chance.below(4) * chance.below(9)));
        rest = after;
    }
}

/// Answers what is asked, as a person would; with nobody at the desk somebody comes.
fn answer(desk: &mut Terminal, chance: &mut Chance) {
    settle(desk);
    let text = desk.text();
    let asked = QUESTIONS.iter().find(|(question, _)| text.contains(question));
    match asked {
        Some((_, answers)) => send(desk, &format!("\x15{}\r", chance.one_of(answers))),
        None => send(desk, "\x1b\x1bn"),
    }
}

/// Any bytes but those that end the program or are typed to be withheld.
fn bytes(desk: &mut Terminal, chance: &mut Chance) {
    let any: Vec<u8> = (0..chance.below(40)).map(|_| u8::try_from(chance.below(256)).unwrap()).collect();
    let any: Vec<u8> = any.into_iter().filter(|byte| ![3, 4, b'*', b'q'].contains(byte)).collect();
    desk.try_send(&any);
}

fn paste(desk: &mut Terminal, chance: &mut Chance) {
    let text = chance.one_of(&["VE", "2019\r", "q\r\x03", "\u{202e}abc\u{0}", "移民 e\u{301} 🇨🇴", "\x1b[31m", ""]);
    let text = text.repeat(usize::try_from(chance.below(200)).unwrap());
    let end = chance.one_of(&["\x1b[201~", "\x1b[201~", "\x1b[201~", "\x1b[20", ""]);
    let paste = format!("\x1b[200~{text}{end}");
    if text.contains('\x03') {
        // Ctrl-C counts in a paste too: what came after the end would be pressed at a terminal that is given back.
        desk.try_send(paste.as_bytes());
    } else {
        in_pieces(desk, chance, paste.as_bytes());
    }
}

fn reply(desk: &mut Terminal, chance: &mut Chance) {
    let reply: String = (0..=chance.below(3)).map(|_| chance.one_of(REPLIES)).collect();
    let cut = if chance.below(4) == 0 { usize::try_from(chance.below(reply.len() as u64)).unwrap() } else { 0 };
    in_pieces(desk, chance, &reply.as_bytes()[cut..]);
}

/// Some sizes, and then the one that the terminal has.
fn size(desk: &mut Terminal, chance: &mut Chance) {
    for _ in 0..=chance.below(6) {
        desk.claim(chance.one_of(EDGES), chance.one_of(EDGES));
        if chance.below(3) == 0 {
            settle(desk);
        }
    }
    desk.claim(80, 24);
}

fn signal(desk: &Terminal, signal: Signal) {
    if !is_over(desk.id()) {
        let _ = kill_process(Pid::from_raw(desk.id().try_into().unwrap()).unwrap(), signal);
    }
}

/// Stopped, with keys and a size that come meanwhile, and let go on.
fn stop(desk: &mut Terminal, chance: &mut Chance) {
    signal(desk, chance.one_of(&[Signal::STOP, Signal::TSTP, Signal::TTIN]));
    if chance.below(2) == 0 {
        desk.claim(chance.one_of(EDGES), chance.one_of(EDGES));
        send(desk, chance.one_of(KEYS));
        desk.claim(80, 24);
    }
    for _ in 0..=chance.below(2) {
        signal(desk, Signal::CONT);
        thread::sleep(Duration::from_millis(chance.below(20)));
    }
    signal(desk, Signal::CONT);
}

/// No file may grow for a while.
fn full_disk(desk: &mut Terminal, chance: &mut Chance) {
    let id = Pid::from_raw(desk.id().try_into().unwrap()).unwrap();
    let limit = |bytes: Option<u64>| {
        if !is_over(desk.id()) {
            let _ = prlimit(Some(id), Resource::Fsize, Rlimit { current: bytes, maximum: None });
        }
    };
    limit(Some(chance.one_of(&[0, 0, 1, 64, 500])));
    (0..=chance.below(3)).for_each(|_| answer(desk, chance));
    settle(desk);
    let id = desk.id();
    if !is_over(id) {
        let id = Pid::from_raw(id.try_into().unwrap()).unwrap();
        let _ = prlimit(Some(id), Resource::Fsize, Rlimit { current: None, maximum: None });
    }
    answer(desk, chance);
}

/// A day that is used and not stored, where a day is asked for and the mark is taken.
fn withhold(desk: &mut Terminal) -> bool {
    settle(desk);
    if !desk.text().contains("When did the person first come") {
        return false;
    }
    send(desk, "\x15*");
    settle(desk);
    let text = desk.text();
    if !(text.contains("When did the person first come") && text.contains("used, not stored")) {
        return false;
    }
    send(desk, "4 mar 1987");
    settle(desk);
    // Sometimes the session ends here, half typed.
    true
}

/// What is only checked, and stored by nobody.
fn prove(desk: &mut Terminal) -> bool {
    send(desk, "\x1b\x1b");
    settle(desk);
    send(desk, "t");
    settle(desk);
    if desk.text().contains("What to bring") && desk.text().contains("0 of 6 ready") {
        send(desk, "zebra@quagga.example");
        settle(desk);
        send(desk, "\r");
        settle(desk);
        send(desk, "\x1b[B3001234567\r");
        settle(desk);
    }
    send(desk, "\x1b\x1b");
    false
}
