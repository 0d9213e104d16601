//! How far a long run has come, as one line of a terminal.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::batch::{Progress, Watch};
use crate::text::{clean, quoted};

/// How often the line changes at most.
const EVERY: Duration = Duration::from_millis(250);

/// The line, on standard error; nothing where that is no terminal.
pub(super) struct ProgressLine {
    size: Option<u64>,
    stopped: Arc<AtomicBool>,
    began: Instant,
    shown: Option<Instant>,
    is_shown: bool,
}

impl ProgressLine {
    pub(super) fn new(size: Option<u64>, stopped: Arc<AtomicBool>) -> Self {
        Self { size, stopped, began: Instant::now(), shown: None, is_shown: io::stderr().is_terminal() }
    }

    /// Takes the line away.
    pub(super) fn clear(&mut self) {
        if self.shown.take().is_some() {
            put("\r\u{1b}[K");
        }
    }

    fn show(&mut self, progress: Progress) {
        let last = self.shown.unwrap_or(self.began);
        if !self.is_shown || last.elapsed() < EVERY {
            return;
        }
        self.shown = Some(Instant::now());
        let millis = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
        let rate = progress.rows.saturating_mul(1000) / millis;
        let left = self.size.map(|size| size.saturating_sub(progress.bytes)).map(|bytes| {
            let seconds = bytes.saturating_mul(millis) / progress.bytes.max(1) / 1000;
            format!(", {}:{:02} left", seconds / 60, seconds % 60)
        });
        put(&format!("\r{} rows, {rate} a second{}\u{1b}[K", progress.rows, left.unwrap_or_default()));
    }
}

impl Watch for ProgressLine {
    fn near(&mut self, column: &str, fact: &str) {
        let column = clean(&quoted(column));
        put(&format!("the column {column} is kept and not read (did you mean {fact}?)\n"));
    }

    fn goes_on(&mut self, progress: Progress) -> bool {
        self.show(progress);
        !self.stopped.load(Ordering::Relaxed)
    }
}

fn put(text: &str) {
    // Nothing is left to report to where standard error fails.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
