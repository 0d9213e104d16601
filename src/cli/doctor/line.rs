//! The line to the terminal: how long there and back, and how fast. The terminal is asked for the place of its cursor,
//! which every terminal answers; nothing is typed by that, and nothing is shown.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{read, write};
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr};
use std::fs::{File, OpenOptions};
use std::io;
use std::time::{Duration, Instant};

use super::finding::{Examined, Finding};

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often it is asked; the middle counts.
const TIMES: usize = 5;
/// Where is the cursor?
const ASK: &[u8] = b"\x1b[6n";
/// What shows nothing: plain letters from now on, which they are already.
const NOTHING: &[u8] = b"\x1b[m";
/// So many bytes of that.
const BYTES: usize = 3000;
/// A line that takes longer for an answer is felt with every key.
const SLOW: Duration = Duration::from_millis(300);

/// Measures the line.
pub(super) fn measured() -> Finding {
    let advice = "measure at a terminal that answers; the desk works without answers too";
    match measure() {
        Ok((trip, speed)) => said(trip, speed),
        Err(cause) => Finding::note(Examined::Line, &format!("the line could not be measured: {cause}"), advice),
    }
}

/// `speed` is in bits a second; none where the bytes took no time that could be told.
fn said(trip: Duration, speed: Option<u64>) -> Finding {
    let speed =
        speed.map_or_else(|| "faster than could be told".to_owned(), |speed| format!("about {speed} bits a second"));
    let text = format!("there and back takes {} ms; {speed}", trip.as_millis());
    if trip > SLOW {
        return Finding::note(Examined::Line, &text, "`ssh -C` helps, and plain lines (`smo --linear`) need least");
    }
    Finding::ok(Examined::Line, &text)
}

fn measure() -> io::Result<(Duration, Option<u64>)> {
    let line = Raw::open()?;
    let mut trips = (0..TIMES).map(|_| line.trip(&[])).collect::<io::Result<Vec<Duration>>>()?;
    trips.sort_unstable();
    let trip = trips.get(TIMES / 2).copied().unwrap_or_default();
    let filler = NOTHING.repeat(BYTES / NOTHING.len());
    Ok((trip, rate(line.trip(&filler)?.saturating_sub(trip))))
}

/// Bits a second of a line on which the bytes took so long more.
fn rate(took: Duration) -> Option<u64> {
    let millis = u64::try_from(took.as_millis()).ok().filter(|millis| *millis >= 5)?;
    (BYTES as u64 * 8 * 1000).checked_div(millis)
}

/// The terminal, with keys that come one by one, given back as it was.
struct Raw {
    line: File,
    before: Termios,
}

impl Raw {
    fn open() -> io::Result<Self> {
        let line = OpenOptions::new().read(true).write(true).open("/dev/tty")?;
        let before = tcgetattr(&line)?;
        let mut raw = before.clone();
        raw.make_raw();
        tcsetattr(&line, OptionalActions::Flush, &raw)?;
        Ok(Self { line, before })
    }

    /// How long it takes from sending some bytes and a question until the answer is there.
    fn trip(&self, bytes: &[u8]) -> io::Result<Duration> {
        let began = Instant::now();
        let mut rest: &[u8] = &[bytes, ASK].concat();
        while !rest.is_empty() {
            let written = write(&self.line, rest)?;
            rest = rest.get(written..).unwrap_or_default();
        }
        while self.next(began)? != Some(b'R') {}
        Ok(began.elapsed())
    }

    /// The next byte; an error where it takes too long. Ctrl-C ends it.
    fn next(&self, began: Instant) -> io::Result<Option<u8>> {
        let left = PATIENCE.saturating_sub(began.elapsed());
        let limit =
            Timespec { tv_sec: i64::try_from(left.as_secs()).unwrap_or(0), tv_nsec: left.subsec_nanos().into() };
        let mut asked = [PollFd::new(&self.line, PollFlags::IN)];
        if poll(&mut asked, Some(&limit))? == 0 {
            return Err(io::Error::other("the terminal does not answer"));
        }
        let mut byte = [0_u8];
        match (read(&self.line, &mut byte)?, byte) {
            (0, _) => Err(io::ErrorKind::UnexpectedEof.into()),
            (_, [3]) => Err(io::Error::other("it was interrupted")),
            (_, [byte]) => Ok(Some(byte)),
        }
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        // An answer that comes late would be typed to whoever is next.
        let _ = tcflush(&self.line, QueueSelector::IFlush);
        let _ = tcsetattr(&self.line, OptionalActions::Flush, &self.before);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::doctor::finding::Gravity;

    #[test]
    fn a_rate_is_told_where_the_bytes_took_time() {
        for (millis, bits) in [(0, None), (4, None), (5, Some(4_800_000)), (1000, Some(24_000)), (2500, Some(9600))] {
            assert_eq!(rate(Duration::from_millis(millis)), bits, "{millis}");
        }
        assert_eq!(said(Duration::from_millis(40), None).mark, Gravity::Ok);
        assert_eq!(said(Duration::from_millis(600), Some(9600)).mark, Gravity::Note);
    }
}
