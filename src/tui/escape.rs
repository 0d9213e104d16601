//! The escape decoder: what the bytes of a keyboard mean, also when a bad line delivers them in pieces.
//!
//! A key beyond the letters comes as several bytes, `ESC [ A`. On a bad line `ESC` can come alone and `[A` later. So a
//! lone Esc is held for a while; what follows in time belongs to it. What follows after the Esc was given is still known
//! for the rest of a key and never types. What a terminal says of itself, asked or not, is swallowed. No clock in here:
//! the time is an argument, and the one who reads asks for the [`Decoder::deadline`].

mod after_esc;
mod paste;
mod phase;
mod reply;
mod sequence;

use std::mem;
use std::time::{Duration, Instant};

use super::key::{Input, Key, is_text};
use paste::{Paste, Taken};
use phase::{Begun, Phase};
use sequence::Meaning;

/// How long a lone Esc is held where the terminal is near.
pub const AT_HOME: Duration = Duration::from_millis(20);

/// How long a lone Esc is held over SSH.
pub const OVER_SSH: Duration = Duration::from_millis(100);

/// How long a lone Esc is held at least while the terminal was asked something: it may begin the answer, and nobody
/// pressed that.
const ANSWER: Duration = Duration::from_millis(350);

/// The longest that can be set.
const LONGEST: Duration = Duration::from_secs(2);

/// How long the rest of a key is waited for, once its beginning is sure; longer than a line stalls in between, shorter
/// than somebody waits who pressed Alt-[.
const REST: Duration = Duration::from_secs(1);

/// How long the rest of what only a terminal sends is waited for: a line stalls for seconds, and somebody may type on
/// after an answer whose end was lost.
const REPLY_SILENCE: Duration = Duration::from_secs(3);

/// How long after an Esc was given what only a terminal sends is known for the rest of it.
const LATE: Duration = Duration::from_secs(10);

/// The most bytes that are kept of a sequence; none that means something is longer.
const SEQUENCE_MOST: usize = 32;

const ESC: u8 = 0x1b;

/// The byte before a C1 control in UTF-8.
const C1: u8 = 0xc2;

/// Whether a byte is a C1 control, which no key sends.
fn is_c1(byte: u8) -> bool {
    matches!(byte, 0x80..=0x9f)
}

/// How long to hold a lone Esc: what was set, in milliseconds, or what suits the line.
pub fn delay(set: Option<&str>, over_ssh: bool) -> Duration {
    let usual = if over_ssh { OVER_SSH } else { AT_HOME };
    set.and_then(|set| set.trim().parse().ok()).map_or(usual, Duration::from_millis).min(LONGEST)
}

/// Turns bytes into what they mean.
#[derive(Debug)]
pub struct Decoder {
    delay: Duration,
    /// Whether the terminal was asked something.
    is_asked: bool,
    state: Phase,
    /// When the last byte came.
    last: Option<Instant>,
    /// Until when the end of an answer, of which the beginning was given up, is known.
    cut_off: Option<Instant>,
    /// Whether the keyboard was recognised as one that speaks SCO.
    sco: bool,
    out: Vec<Input>,
}

impl Decoder {
    /// A decoder that holds a lone Esc for a while.
    pub fn new(delay: Duration) -> Self {
        Self { delay, is_asked: false, state: Phase::Text, last: None, cut_off: None, sco: false, out: Vec::new() }
    }

    /// Says whether an answer of the terminal is expected.
    pub fn expect_answer(&mut self, is_asked: bool) {
        self.is_asked = is_asked;
    }

    /// Takes bytes that came at a time; says what they mean as far as it is sure.
    ///
    /// A deadline that has passed is not looked at: bytes that are there when the reader wakes late did come in time.
    pub fn feed(&mut self, bytes: &[u8], now: Instant) -> Vec<Input> {
        if matches!(self.state, Phase::Given { .. }) {
            let silence = self.last.map_or(LATE, |last| now.saturating_duration_since(last));
            self.state = if silence < LATE { Phase::Given { long_ago: silence > REST } } else { Phase::Text };
        }
        self.last = Some(now);
        let rest = self.without_end_of_reply(bytes, now);
        for byte in rest {
            self.byte(*byte, now);
        }
        mem::take(&mut self.out)
    }

    /// When [`Decoder::expire`] wants to be called, if no bytes come before.
    pub fn deadline(&self) -> Option<Instant> {
        let wait = match self.state {
            Phase::Text | Phase::Character { .. } | Phase::Given { .. } => return None,
            Phase::Esc if self.is_asked => self.delay.max(ANSWER),
            Phase::Esc => self.delay,
            Phase::Csi(ref begun) if begun.is_sure() => REPLY_SILENCE,
            Phase::Csi(_) | Phase::Ss3(_) => REST,
            Phase::Reply(ref reply) if reply.is_in_doubt() && reply.is_late() => REST,
            Phase::Reply(_) => REPLY_SILENCE,
            Phase::Paste(ref paste) => return self.last.map(|last| paste.deadline(last)),
        };
        self.last.map(|last| last + wait)
    }

    /// Gives what was held, if its deadline has come.
    pub fn expire(&mut self, now: Instant) -> Vec<Input> {
        if self.deadline().is_none_or(|deadline| now < deadline) {
            return Vec::new();
        }
        self.state = match mem::replace(&mut self.state, Phase::Text) {
            Phase::Esc => {
                self.key(Key::Esc);
                Phase::Given { long_ago: false }
            }
            Phase::Csi(Begun { in_doubt: true, body, .. }) if body.is_empty() => self.text(b'['),
            // Alt with the bracket or the O: nothing is bound to it, and an arrow that lost its rest must not type.
            Phase::Csi(Begun { late: false, body, .. }) | Phase::Ss3(Begun { late: false, body, .. })
                if body.is_empty() =>
            {
                self.key(Key::Esc);
                Phase::Text
            }
            Phase::Ss3(Begun { late: true, body, .. }) if body.is_empty() => {
                self.key(Key::Char('O'));
                Phase::Text
            }
            Phase::Reply(reply) => {
                if reply.is_in_doubt() {
                    self.typed(&reply)
                } else {
                    self.cut_off = Some(now + LATE);
                    Phase::Text
                }
            }
            Phase::Paste(paste) => self.paste_waited(paste, now),
            _ => Phase::Text,
        };
        mem::take(&mut self.out)
    }

    fn byte(&mut self, byte: u8, now: Instant) {
        self.state = match mem::replace(&mut self.state, Phase::Text) {
            // One byte for an Esc and a letter, as old terminals send it.
            Phase::Text if is_c1(byte) => Phase::after_c1(byte, now),
            Phase::Text => self.text(byte),
            Phase::Character { alt: false, bytes } if bytes == [C1] && is_c1(byte) => Phase::after_c1(byte, now),
            Phase::Character { alt, bytes } => self.character(alt, bytes, byte),
            Phase::Esc => self.after_esc(byte, now),
            Phase::Given { long_ago } => self.after_given(byte, long_ago, now),
            Phase::Reply(reply) => self.reply(reply, byte, now),
            Phase::Csi(begun) => self.csi(begun, byte, now),
            Phase::Ss3(begun) => self.ss3(begun, byte),
            Phase::Paste(paste) => self.paste(paste, byte, now),
        };
    }

    fn text(&mut self, byte: u8) -> Phase {
        match byte {
            ESC => return Phase::Esc,
            0..=0x1f | 0x7f => Key::of_control(byte).into_iter().for_each(|key| self.key(key)),
            0x20..=0x7e => self.key(Key::Char(char::from(byte))),
            0x80.. => return self.character(false, Vec::new(), byte),
        }
        Phase::Text
    }

    fn character(&mut self, alt: bool, mut bytes: Vec<u8>, byte: u8) -> Phase {
        if !bytes.is_empty() && !matches!(byte, 0x80..=0xbf) {
            // A key that follows a broken character is not lost with it.
            return self.text(byte);
        }
        bytes.push(byte);
        let key = if alt { Key::Alt } else { Key::Char };
        match str::from_utf8(&bytes) {
            Ok(text) => text.chars().filter(|c| is_text(*c)).for_each(|c| self.key(key(c))),
            Err(error) if error.error_len().is_none() => return Phase::Character { alt, bytes },
            Err(_) => {}
        }
        Phase::Text
    }

    fn csi(&mut self, mut begun: Begun, byte: u8, now: Instant) -> Phase {
        let is_console = byte == b'[' && begun.body.is_empty();
        // rxvt ends a key held with Shift on a dollar sign, which elsewhere ends nothing.
        let is_rxvt = byte == b'$' && begun.body.iter().all(u8::is_ascii_digit);
        let is_answer = matches!(byte, b'0'..=b'9' | b'<'..=b'?');
        match byte {
            _ if begun.in_doubt && begun.body.is_empty() && !is_answer => {
                self.text(b'[');
                self.text(byte)
            }
            // Broken off. Ctrl-C and Enter mean themselves wherever they stand.
            0..=0x1f | 0x7f.. => self.text(byte),
            0x40..=0x7e if !is_console => self.meant(&begun.body, byte, now),
            _ if is_rxvt => self.meant(&begun.body, byte, now),
            _ => {
                if begun.body.len() < SEQUENCE_MOST {
                    begun.body.push(byte);
                }
                Phase::Csi(begun)
            }
        }
    }

    fn meant(&mut self, body: &[u8], end: u8, now: Instant) -> Phase {
        match sequence::csi(body, end, self.sco) {
            Meaning::Key(key) => self.key(key),
            Meaning::Sco(key) => {
                self.key(key);
                if !mem::replace(&mut self.sco, true) {
                    self.out.push(Input::Sco);
                }
            }
            Meaning::Paste => return Phase::Paste(Paste::begun(now)),
            Meaning::Status => self.out.push(Input::Status),
            Meaning::Nothing => {}
        }
        Phase::Text
    }

    fn ss3(&mut self, mut begun: Begun, byte: u8) -> Phase {
        match byte {
            b'0'..=b'9' | b';' => {
                if begun.body.len() < SEQUENCE_MOST {
                    begun.body.push(byte);
                }
                return Phase::Ss3(begun);
            }
            0x20..=0x7e => match sequence::ss3(byte) {
                Some(key) => self.key(key),
                // A capital O that was typed after an Esc.
                None if begun.late && begun.body.is_empty() => {
                    self.key(Key::Char('O'));
                    return self.text(byte);
                }
                None => {}
            },
            _ => return self.text(byte),
        }
        Phase::Text
    }

    fn paste(&mut self, mut paste: Paste, byte: u8, now: Instant) -> Phase {
        let taken = paste.take(byte, now);
        self.pasted(paste, &taken, now)
    }

    /// The paste at its deadline.
    fn paste_waited(&mut self, paste: Paste, now: Instant) -> Phase {
        let taken = paste.expired(self.last.unwrap_or(now), now);
        self.pasted(paste, &taken, now)
    }

    fn pasted(&mut self, mut paste: Paste, taken: &Taken, now: Instant) -> Phase {
        match taken {
            Taken::More => {
                self.out.extend(paste.taken_in(now).map(Input::Paste));
                return Phase::Paste(paste);
            }
            Taken::End => self.out.extend(paste.text().map(Input::Paste)),
            Taken::Pressed(key) => self.key(*key),
        }
        Phase::Text
    }

    fn key(&mut self, key: Key) {
        if let Some(Input::Keys(keys)) = self.out.last_mut() {
            keys.push(key);
        } else {
            self.out.push(Input::Keys(vec![key]));
        }
    }
}
