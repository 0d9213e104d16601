//! When the next picture may be sent, so that a held key on a slow line queues none.
//!
//! Over SSH nobody says how much still waits to be sent. So while keys come in a burst, a picture is followed by a
//! request that every terminal answers ("how are you", DSR 5), and the next picture waits until the answer says that the
//! line has drained. Where keys come one at a time nothing is asked and nothing waits. A terminal that does not answer
//! is not asked for long. What the answers take also says how fast the line is: then a picture waits until the one
//! before is through, and while a key is held one that takes long is sent seldom, so that the last one finds the line
//! free. A stated speed replaces the questions by arithmetic.
//!
//! No clock in here: the time is an argument, and the loop asks [`Pace::due`] when to draw.

mod rate;

use rate::Rate;
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

/// How long the first answer is waited for at least; twice as long the next time. What takes long on the line is waited
/// for as long as that takes, and this for the way.
const PATIENCE: Duration = Duration::from_millis(1500);

/// The way there and back while nothing is known of it.
const TRIP: Duration = Duration::from_millis(700);

/// A picture that takes longer is not sent while a key is held, since a last one would wait for it: or only so seldom.
const COSTLY: Duration = Duration::from_millis(450);
const SELDOM: Duration = Duration::from_secs(4);

/// After so many answers that did not come the terminal is asked no more.
const TRIES: u32 = 2;

/// The speed that a line is taken to have, in a burst, whose terminal does not answer; in bytes a second.
const SLOW: u64 = 960;

/// The longest that a picture is taken to take where nobody stated the speed: a line that stood still for a minute looks
/// like one that is slow, and what was typed since has to be seen.
const LONGEST: Duration = Duration::from_secs(5);

/// The slowest line that is believed, in bytes a second: the first modems were as slow.
const SLOWEST: u64 = 30;

/// A line that takes as many bytes a second is fast: two kilobytes take it a tenth of a second.
const FAST: u64 = 20_000;

/// Bits of a byte on a serial line, with start and stop.
const BITS: u64 = 10;

/// How much time there is for a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Haste {
    /// The line is slow, or nobody knows it yet: all that there is to say would come too late.
    #[default]
    Slow,
    /// A key is held: what is said beside a list follows when it is let go.
    Held,
    /// As much as it takes.
    None,
}

/// A picture on its way whose terminal was asked.
#[derive(Debug, Clone, Copy)]
struct Asked {
    at: Instant,
    /// When the line was idle last, and all bytes since then; none behind a picture whose answer is missing, since nobody
    /// knows whether the line was idle in between.
    sample: Option<(Instant, u64)>,
    /// What the bytes take that were not through yet, as far as can be known.
    takes: Duration,
}

/// What is known of the line.
#[derive(Debug, Default)]
pub struct Pace {
    /// The speed that was stated, in bytes a second.
    link: Option<u64>,
    rate: Rate,
    /// When all that was sent is through, at the speed that was stated, learned or assumed.
    free: Option<Instant>,
    /// Bytes that the next picture may have: those of the last one, or nearly those of a dearer one before.
    next: u64,
    /// When the line was idle last, and the bytes since then.
    busy: Option<(Instant, u64)>,
    key: Option<Instant>,
    /// When anything came last: an answer takes its time on the way up, too, and holds keys back.
    heard: Option<Instant>,
    picture: Option<Instant>,
    /// Whether the last key is one of a burst.
    is_burst: bool,
    /// The pictures whose answers are missing.
    asked: VecDeque<Asked>,
    /// How many times in a row no answer came.
    silences: u32,
}

impl Pace {
    /// Nothing is known of the line but perhaps its speed, in bits a second. A speed at which no picture would ever come
    /// is not believed.
    pub fn new(link: Option<u32>) -> Self {
        Self { link: link.map(|bits| (u64::from(bits) / BITS).max(SLOWEST)), ..Self::default() }
    }

    /// Keys came.
    pub fn key(&mut self, now: Instant) {
        let last = self.key.max(self.picture);
        self.is_burst = last.is_some_and(|last| now.saturating_duration_since(last) < BURST);
        if !self.is_burst && self.asked.is_empty() {
            self.rate.begin();
            self.next = 0;
        }
        (self.key, self.heard) = (Some(now), Some(now));
    }

    /// The terminal answered: the oldest picture that was asked about is shown.
    pub fn answered(&mut self, now: Instant) {
        let was_silent = std::mem::take(&mut self.silences) > 0;
        self.heard = Some(now);
        let Some(Asked { sample, .. }) = self.asked.pop_front() else { return };
        // After a silence nobody knows which request is answered: what it took says nothing.
        if let Some((begun, bytes)) = sample.filter(|_| !was_silent) {
            self.rate.answered(bytes, now.saturating_duration_since(begun));
        }
        if self.asked.is_empty() {
            self.free = self.free.map(|free| free.min(now));
        }
    }

    /// When the next picture may be sent if nothing comes before; none where that is at once.
    pub fn due(&self) -> Option<Instant> {
        let key = self.key.filter(|_| self.is_burst);
        if self.link.is_some() || self.is_silent() {
            return self.due_by_speed(key);
        }
        let free = self.free.filter(|_| self.rate.known().is_some());
        let Some(given_up) = self.given_up() else {
            return self.seldom(key?).or(free);
        };
        if self.asked.len() >= MOST_ON_THE_WAY {
            return Some(given_up);
        }
        let quiet = if self.asked.len() == 1 { QUIET } else { BURST };
        let due = self.seldom(key?).unwrap_or(key? + quiet);
        Some(given_up.min(free.map_or(due, |free| free.max(due))))
    }

    /// While a key is held the line is left idle for a part of the time, so that the last picture finds it free.
    fn due_by_speed(&self, key: Option<Instant>) -> Option<Instant> {
        let free = self.free?;
        match key {
            Some(key) => {
                let soon = || (key + QUIET).min(free + self.time(self.next).min(BURST));
                Some(free.max(self.seldom(key).unwrap_or_else(soon)))
            }
            None => self.link.map(|_| free),
        }
    }

    /// When the next picture may be sent if it seems to take long: once the key rests.
    fn seldom(&self, key: Instant) -> Option<Instant> {
        let is_costly =
            self.time(self.next) > COSTLY && (self.link.or(self.rate.known()).is_some() || self.is_silent());
        is_costly.then(|| (self.heard.unwrap_or(key) + QUIET).min(self.picture.unwrap_or(key) + SELDOM))
    }

    /// A picture is about to be sent; says whether a request is to follow it.
    pub fn asks(&mut self, now: Instant) -> bool {
        if self.given_up().is_some_and(|given_up| given_up <= now) {
            self.asked.clear();
            self.silences += 1;
        }
        self.link.is_none() && !self.is_silent() && (self.is_burst || !self.asked.is_empty())
    }

    /// A picture was sent: so many bytes, and whether a request was among them. One that changed nothing sent none.
    pub fn sent(&mut self, now: Instant, bytes: u64, asked: bool) {
        if bytes == 0 {
            return;
        }
        self.picture = Some(now);
        self.next = bytes.max(self.next - self.next / 8);
        let takes = self.time(bytes);
        let busy = self.busy.filter(|_| self.free.is_some_and(|free| now < free));
        let (begun, before) = busy.unwrap_or((now, 0));
        self.busy = Some((begun, before.saturating_add(bytes)));
        self.free = now.max(self.free.unwrap_or(now)).checked_add(takes);
        if asked {
            let takes = self.free.map_or(takes, |free| free.saturating_duration_since(now));
            let sample = self.busy.filter(|_| self.asked.is_empty());
            self.asked.push_back(Asked { at: now, sample, takes });
        }
    }

    /// How much time there is for a picture now.
    pub fn haste(&self, now: Instant) -> Haste {
        let is_fast = self.link.or(self.rate.known()).is_some_and(|rate| rate >= FAST);
        match self.rests(now) {
            _ if !is_fast => Haste::Slow,
            Some(_) => Haste::Held,
            None => Haste::None,
        }
    }

    /// When a key that is held now was let go, as far as can be told; none where none is held.
    pub fn rests(&self, now: Instant) -> Option<Instant> {
        self.key.filter(|_| self.is_burst).map(|key| key + BURST).filter(|rests| now < *rests)
    }

    /// How many answers are still to come.
    pub fn on_the_way(&self) -> usize {
        self.asked.len()
    }

    /// The terminal was given away for a while: what it was asked is answered to somebody else.
    pub fn forget(&mut self) {
        self.asked.clear();
    }

    /// What so many bytes take on the line.
    fn time(&self, bytes: u64) -> Duration {
        let at = |rate: u64| Duration::from_millis(bytes.saturating_mul(1000) / rate.max(1));
        self.link.map_or_else(|| at(self.rate.known().unwrap_or(SLOW)).min(LONGEST), at)
    }

    /// When the oldest answer that is missing is waited for no longer.
    fn given_up(&self) -> Option<Instant> {
        let Asked { at, takes, .. } = *self.asked.front()?;
        let patience = PATIENCE.max(takes + self.rate.trip().unwrap_or(TRIP));
        at.checked_add(patience * 2_u32.pow(self.silences))
    }

    fn is_silent(&self) -> bool {
        self.silences >= TRIES
    }
}

#[cfg(test)]
mod tests;
