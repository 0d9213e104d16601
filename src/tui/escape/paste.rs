//! A pasted text, and where it ends. Its end can be lost on a bad line, so a paste has a measure in bytes and in time;
//! what is over that is passed over until a silence. Terminals leave control characters out of what they paste: a Ctrl-C
//! after which the end does not come was pressed.

use std::mem;
use std::time::{Duration, Instant};

use crate::tui::key::Key;

/// The most bytes that are kept.
const MOST: usize = 1 << 16;

/// The longest that a paste takes, with all the silences in it.
const LONGEST: Duration = Duration::from_secs(10);

/// After so long a silence the end was lost.
const SILENCE: Duration = Duration::from_secs(5);

/// The same once more came than is kept.
const SILENCE_OVER: Duration = Duration::from_secs(1);

/// How long the end is waited for after a Ctrl-C: longer than it takes where each byte comes late by itself.
const HELD: Duration = Duration::from_millis(2500);

/// A Ctrl-C that comes so long after another one was pressed like that.
const AGAIN: Duration = Duration::from_millis(100);

const END: &[u8] = b"\x1b[201~";

#[derive(Debug)]
pub(super) struct Paste {
    text: Vec<u8>,
    /// How many bytes of the end were seen last.
    ending: usize,
    begun: Instant,
    /// The first byte that ends the program where it was pressed, and when it came.
    pressed: Option<(u8, Instant)>,
    /// Whether the text was given, and the rest is passed over.
    is_over: bool,
}

/// What a byte, or a silence, is to a paste.
#[derive(Debug)]
pub(super) enum Taken {
    More,
    End,
    /// It was pressed: the paste is broken off.
    Pressed(Key),
}

impl Paste {
    pub(super) fn begun(now: Instant) -> Self {
        Self { text: Vec::new(), ending: 0, begun: now, pressed: None, is_over: false }
    }

    /// Takes a byte.
    pub(super) fn take(&mut self, byte: u8, now: Instant) -> Taken {
        if let Some(key) = self.held_too_long(now) {
            return Taken::Pressed(key);
        }
        if matches!(byte, 0x03 | 0x04) {
            let again = |(first, at): (u8, Instant)| first == byte && now.saturating_duration_since(at) >= AGAIN;
            if self.is_over || self.pressed.is_some_and(again) {
                return pressed(byte);
            }
            self.pressed.get_or_insert((byte, now));
        }
        self.add(byte)
    }

    fn add(&mut self, byte: u8) -> Taken {
        if END.get(self.ending) == Some(&byte) {
            self.ending += 1;
            return if self.ending == END.len() { Taken::End } else { Taken::More };
        }
        // What looked like the end is text. The end begins with the only Esc in it.
        let looked = END.iter().take(mem::take(&mut self.ending));
        let room = MOST.saturating_sub(self.text.len());
        if Some(&byte) == END.first() {
            self.text.extend(looked.take(room));
            self.ending = 1;
        } else {
            self.text.extend(looked.chain([&byte]).take(room));
        }
        Taken::More
    }

    /// When to look at it again, if nothing comes after the last byte.
    pub(super) fn deadline(&self, last: Instant) -> Instant {
        if self.is_over {
            return last + SILENCE_OVER;
        }
        let held = self.pressed.map(|(_, at)| at + HELD);
        (last + SILENCE).min(self.begun + LONGEST).min(held.unwrap_or(last + SILENCE))
    }

    /// What has become of it at its deadline.
    pub(super) fn expired(&self, last: Instant, now: Instant) -> Taken {
        let silence = if self.is_over { SILENCE_OVER } else { SILENCE };
        match self.held_too_long(now) {
            Some(key) => Taken::Pressed(key),
            None if now.saturating_duration_since(last) >= silence => Taken::End,
            None => Taken::More,
        }
    }

    fn held_too_long(&self, now: Instant) -> Option<Key> {
        let (byte, _) = self.pressed.filter(|(_, at)| now.saturating_duration_since(*at) >= HELD)?;
        Key::of_control(byte)
    }

    /// Gives the text at once where it is all that is taken; what comes after it is passed over.
    pub(super) fn taken_in(&mut self, now: Instant) -> Option<String> {
        let is_full = self.text.len() >= MOST || now.saturating_duration_since(self.begun) >= LONGEST;
        if self.is_over || !is_full {
            return None;
        }
        let text = self.text();
        self.is_over = true;
        text
    }

    /// The text; none where it is empty, or was given.
    pub(super) fn text(&self) -> Option<String> {
        let is_new = !self.text.is_empty() && !self.is_over;
        is_new.then(|| String::from_utf8_lossy(&self.text).into_owned())
    }
}

fn pressed(byte: u8) -> Taken {
    Key::of_control(byte).map_or(Taken::More, Taken::Pressed)
}
