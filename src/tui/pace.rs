//! When the next picture may be sent, so that a held key on a slow line queues none.
//!
//! Over SSH nobody says how much still waits to be sent. So while keys come in a burst, a picture is followed by a
//! request that every terminal answers ("how are you", DSR 5), and the next picture waits until the answer says that the
//! line has drained. Where keys come one at a time nothing is asked and nothing waits. A terminal that does not answer
//! is not asked for long. A stated speed replaces all of that by arithmetic.
//!
//! No clock in here: the time is an argument, and the loop asks [`Pace::due`] when to draw.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// Keys nearer to each other than that, or to the picture before, are a burst; nobody taps a key slower who wants to
/// get somewhere.
const BURST: Duration = Duration::from_millis(250);

/// After such a silence a held key was let go, as it seems: most repeat twice as fast. One more picture is then sent
/// without waiting, so that the last one is not late by an answer; and another when the burst is surely over.
const QUIET: Duration = Duration::from_millis(60);

/// The most pictures whose answers are missing.
const MOST_ON_THE_WAY: usize = 3;

/// How long the first answer is waited for; twice as long the next time.
const PATIENCE: Duration = Duration::from_millis(1500);

/// After so many answers that did not come the terminal is asked no more.
const TRIES: u32 = 2;

/// The speed that a line is taken to have, in a burst, whose terminal does not answer; in bits a second.
const SLOW: u32 = 9600;

/// Bits of a byte on a serial line, with start and stop.
const BITS: u64 = 10;

/// What is known of the line.
#[derive(Debug, Default)]
pub(super) struct Pace {
    /// The speed that was stated, in bits a second.
    link: Option<u32>,
    /// When all that was sent is through, at the speed that was stated or is assumed.
    free: Option<Instant>,
    takes: Duration,
    key: Option<Instant>,
    picture: Option<Instant>,
    /// Whether the last key is one of a burst.
    is_burst: bool,
    /// When each request went out that is not answered yet.
    asked: VecDeque<Instant>,
    /// How many times in a row no answer came.
    silences: u32,
}

impl Pace {
    /// Nothing is known of the line but perhaps its speed, in bits a second.
    pub(super) fn new(link: Option<u32>) -> Self {
        Self { link, ..Self::default() }
    }

    /// Keys came.
    pub(super) fn key(&mut self, now: Instant) {
        let last = self.key.max(self.picture);
        self.is_burst = last.is_some_and(|last| now.saturating_duration_since(last) < BURST);
        self.key = Some(now);
    }

    /// The terminal answered: the oldest picture that was asked about is shown.
    pub(super) fn answered(&mut self) {
        self.asked.pop_front();
        self.silences = 0;
    }

    /// When the next picture may be sent if nothing comes before; none where that is at once.
    pub(super) fn due(&self) -> Option<Instant> {
        if self.link.is_some() || self.is_silent() {
            return self.due_by_speed();
        }
        let given_up = self.given_up()?;
        if self.asked.len() >= MOST_ON_THE_WAY {
            return Some(given_up);
        }
        let quiet = if self.asked.len() == 1 { QUIET } else { BURST };
        Some(given_up.min(self.key.filter(|_| self.is_burst)? + quiet))
    }

    /// While a key is held the line is left idle for a part of the time, so that the last picture finds it free.
    fn due_by_speed(&self) -> Option<Instant> {
        let free = self.free?;
        match self.key.filter(|_| self.is_burst) {
            Some(key) => Some(free.max((key + QUIET).min(free + self.takes.min(BURST)))),
            None => self.link.map(|_| free),
        }
    }

    /// A picture is about to be sent; says whether a request is to follow it.
    pub(super) fn asks(&mut self, now: Instant) -> bool {
        if self.given_up().is_some_and(|given_up| given_up <= now) {
            self.asked.clear();
            self.silences += 1;
        }
        self.link.is_none() && !self.is_silent() && (self.is_burst || !self.asked.is_empty())
    }

    /// A picture was sent: so many bytes, and whether a request was among them. One that changed nothing sent none.
    pub(super) fn sent(&mut self, now: Instant, bytes: u64, asked: bool) {
        if bytes == 0 {
            return;
        }
        self.picture = Some(now);
        if asked {
            self.asked.push_back(now);
        }
        let bits = u64::from(self.link.unwrap_or(SLOW).max(1));
        self.takes = Duration::from_millis(bytes.saturating_mul(BITS * 1000) / bits);
        self.free = now.max(self.free.unwrap_or(now)).checked_add(self.takes);
    }

    /// How many answers are still to come.
    pub(super) fn on_the_way(&self) -> usize {
        self.asked.len()
    }

    /// The terminal was given away for a while: what it was asked is answered to somebody else.
    pub(super) fn forget(&mut self) {
        self.asked.clear();
    }

    /// When the oldest answer that is missing is waited for no longer.
    fn given_up(&self) -> Option<Instant> {
        Some(*self.asked.front()? + PATIENCE * 2_u32.pow(self.silences))
    }

    fn is_silent(&self) -> bool {
        self.silences >= TRIES
    }
}

#[cfg(test)]
mod tests;
