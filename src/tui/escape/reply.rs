//! What a terminal says of itself: its colours, its name, its title, a picture it has taken. `ESC ] … ST`, and the same
//! after `P`, `_`, `^` and `X`; `ST` is `ESC \\` or a bell. Nothing at the desk needs it, and none of it may type.
//!
//! These introducers are typed too, with Alt or after an Esc. So what follows has to look like an answer, and is waited
//! for within a measure of time and length: whoever types on after an answer that was cut off is heard again.

use std::time::{Duration, Instant};

/// The most bytes of an answer; what comes after them is typed.
const MOST: usize = 1 << 16;

/// The longest that an answer takes, with all the silences in it.
const LONGEST: Duration = Duration::from_secs(20);

/// How many bytes are kept, to be given as keys where they turn out to be typed.
const KEPT: usize = 8;

const ESC: u8 = 0x1b;
const BELL: u8 = 0x07;
const STRING_TERMINATOR: u8 = 0x9c;

/// An answer of which bytes are missing.
#[derive(Debug)]
pub(super) struct Reply {
    introducer: u8,
    /// Whether the Esc before it was given already.
    late: bool,
    /// Whether it began with a C1 control, and can end in one.
    is_c1: bool,
    begun: Instant,
    body: Vec<u8>,
    length: usize,
    /// Whether its last byte is an Esc.
    ends_in_esc: bool,
}

/// What a byte is to an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    More,
    End,
    /// It is no answer: all of it was typed.
    Typed,
    /// It never ended, and the byte is a key of its own.
    BrokenOff,
}

impl Reply {
    /// The answer that begins with a byte after an Esc, if one does.
    pub(super) fn begun_by(introducer: u8, late: bool, now: Instant) -> Option<Self> {
        let begins = matches!(introducer, b']' | b'P' | b'_' | b'^' | b'X');
        let begun =
            Self { introducer, late, is_c1: false, begun: now, body: Vec::new(), length: 0, ends_in_esc: false };
        begins.then_some(begun)
    }

    /// The same after a C1 control, by the letter that it stands for. Nobody typed it.
    pub(super) fn begun_by_c1(introducer: u8, now: Instant) -> Option<Self> {
        Self::begun_by(introducer, false, now).map(|reply| Self { is_c1: true, ..reply })
    }

    pub(super) fn introducer(&self) -> u8 {
        self.introducer
    }

    pub(super) fn is_late(&self) -> bool {
        self.late
    }

    /// Whether nothing has shown yet that it is one.
    pub(super) fn is_in_doubt(&self) -> bool {
        self.length == 0 && !self.is_c1
    }

    pub(super) fn ends_in_esc(&self) -> bool {
        self.ends_in_esc
    }

    /// What followed the introducer, as long as that can have been typed.
    pub(super) fn body(&self) -> &[u8] {
        &self.body
    }

    /// Takes the next byte.
    pub(super) fn take(&mut self, byte: u8, now: Instant) -> Taken {
        if self.length >= MOST || now.saturating_duration_since(self.begun) > LONGEST {
            return Taken::BrokenOff;
        }
        match byte {
            b'\\' if self.ends_in_esc => return Taken::End,
            _ if self.ends_in_esc => return Taken::BrokenOff,
            BELL if !self.is_in_doubt() => return Taken::End,
            STRING_TERMINATOR if self.is_c1 => return Taken::End,
            ESC => {
                self.ends_in_esc = true;
                return Taken::More;
            }
            0..=0x1f | 0x7f => return Taken::BrokenOff,
            _ if !self.is_c1 && !self.fits(byte) => return Taken::Typed,
            _ => {}
        }
        self.length += 1;
        if self.body.len() < KEPT {
            self.body.push(byte);
        }
        Taken::More
    }

    /// Whether an answer can go on with a byte.
    fn fits(&self, byte: u8) -> bool {
        let is_numbered = self.body.iter().all(u8::is_ascii_digit);
        match (self.introducer, self.body.first()) {
            // A number and a semicolon; the title and the icon's name have a letter.
            (b']', None) => byte.is_ascii_digit() || matches!(byte, b'l' | b'L'),
            (b']', Some(first)) if first.is_ascii_digit() && is_numbered && self.length < KEPT => {
                byte.is_ascii_digit() || byte == b';'
            }
            (b'P', None) => matches!(byte, b'!'..=b'?'),
            (b'_', None) => byte.is_ascii_alphanumeric(),
            _ => true,
        }
    }
}

/// Where an answer ends in bytes that came together, after text alone.
pub(super) fn end(bytes: &[u8]) -> Option<usize> {
    let at = bytes.iter().position(|byte| matches!(byte, 0..=0x1f | 0x7f))?;
    match (bytes.get(at)?, bytes.get(at + 1)) {
        (&ESC, Some(b'\\')) => Some(at + 2),
        (&BELL, _) if at > 0 => Some(at + 1),
        _ => None,
    }
}
