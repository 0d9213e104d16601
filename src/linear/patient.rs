//! A reader that ends when nobody writes anything for too long.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, Read};
use std::time::{Duration, Instant};

/// Reads from a file, for as long as somebody writes.
#[derive(Debug)]
pub struct PatientReader {
    from: File,
    /// How long is waited; for ever where there is none.
    patience: Option<Duration>,
}

impl PatientReader {
    /// Waits so long for each reading.
    pub fn new(from: File, patience: Option<Duration>) -> Self {
        Self { from, patience }
    }

    /// Whether there is something to read, or its end, before patience is over.
    fn is_ready(&self) -> io::Result<bool> {
        let Some(until) = self.patience.and_then(|patience| Instant::now().checked_add(patience)) else {
            return Ok(true);
        };
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let seconds = i64::try_from(left.as_secs()).unwrap_or(i64::MAX);
            let limit = Timespec { tv_sec: seconds, tv_nsec: left.subsec_nanos().into() };
            match poll(&mut [PollFd::new(&self.from, PollFlags::IN)], Some(&limit)) {
                // The program was stopped and goes on.
                Err(Errno::INTR) => {}
                ready => return Ok(ready? > 0),
            }
        }
    }
}

impl Read for PatientReader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.is_ready()? { self.from.read(into) } else { Ok(0) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use std::io::Write as _;

    #[test]
    fn it_ends_when_nobody_writes() {
        let (reader, mut writer) = io::pipe().unwrap();
        let reader = File::from(std::os::fd::OwnedFd::from(reader));
        let mut patient = PatientReader::new(reader.try_clone().unwrap(), Some(Duration::ZERO));
        let mut bytes = [0; 4];
        assert_eq!(patient.read(&mut bytes).unwrap(), 0);
        writer.write_all(b"ab").unwrap();
        assert_eq!(patient.read(&mut bytes).unwrap(), 2);
        let mut endless = PatientReader::new(reader, None);
        writer.write_all(b"c").unwrap();
        assert_eq!(endless.read(&mut bytes).unwrap(), 1);
        drop(writer);
        assert_eq!(endless.read(&mut bytes).unwrap(), 0);
    }
}
