//! How fast the line is, from how long answers take.
//!
//! An answer takes the way there and back, and the time of the bytes before it. The least of a burst stands for the way;
//! what a longer one takes more is the time of the bytes that were more. A first answer that takes longer than any way
//! waited for its bytes.

use super::TRIP;
use std::time::Duration;

/// Fewer bytes of a difference say nothing: a key on its way takes as long.
const ENOUGH: u64 = 100;

/// The slowest line that is believed in, in bytes a second.
const SLOWEST: u64 = 30;

/// What is known of the speed.
#[derive(Debug, Default)]
pub(super) struct Rate {
    /// Bytes a second.
    known: Option<u64>,
    /// The bytes of the quickest answer of the burst, and what it took.
    quickest: Option<(u64, Duration)>,
}

impl Rate {
    /// Bytes a second, once two answers differed enough.
    pub(super) fn known(&self) -> Option<u64> {
        self.known
    }

    /// The way there and back, as far as it is known.
    pub(super) fn trip(&self) -> Option<Duration> {
        self.quickest.map(|(_, took)| took)
    }

    /// A new burst: the line may be another by now, though it is taken for what it was.
    pub(super) fn begin(&mut self) {
        self.quickest = None;
    }

    /// An answer came, so long after so many bytes began to go out on a line that was idle.
    pub(super) fn answered(&mut self, bytes: u64, took: Duration) {
        self.known = self.known.map(|known| known.max(per_second(bytes, took)));
        let Some((least, quickest)) = self.quickest else {
            if took > 2 * TRIP && self.known.is_none() {
                self.known = Some(per_second(bytes, took.saturating_sub(TRIP)));
            }
            self.quickest = Some((bytes, took));
            return;
        };
        if let Some(more) = bytes.checked_sub(least).filter(|more| *more >= ENOUGH) {
            self.known = Some(per_second(more, took.saturating_sub(quickest)));
        } else if let Some(fewer) = least.checked_sub(bytes).filter(|fewer| *fewer >= ENOUGH && took < quickest) {
            self.known = Some(per_second(fewer, quickest.saturating_sub(took)));
        }
        if took < quickest {
            self.quickest = Some((bytes, took));
        }
    }
}

fn per_second(bytes: u64, took: Duration) -> u64 {
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX).max(1);
    (bytes.saturating_mul(1_000_000) / micros).max(SLOWEST)
}
