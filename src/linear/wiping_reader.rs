//! A reader that keeps nothing: a line can be an answer that is not to be stored, or an address that is only checked.

use std::fmt;
use std::io::{self, BufRead, Read};
use zeroize::{Zeroize, Zeroizing};

const BYTES: usize = 4096;

/// Reads in pieces, and wipes what was taken from a piece. The buffer of the standard library keeps it until something as
/// long comes.
pub struct WipingReader<R> {
    from: R,
    bytes: Zeroizing<Vec<u8>>,
    /// What is not taken yet.
    start: usize,
    end: usize,
}

impl<R: Read> WipingReader<R> {
    /// Reads from a reader without a buffer.
    pub fn new(from: R) -> Self {
        Self { from, bytes: Zeroizing::new(vec![0; BYTES]), start: 0, end: 0 }
    }
}

impl<R> fmt::Debug for WipingReader<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WipingReader").finish_non_exhaustive()
    }
}

impl<R: Read> BufRead for WipingReader<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.start >= self.end {
            (self.start, self.end) = (0, self.from.read(&mut self.bytes)?);
        }
        Ok(self.bytes.get(self.start..self.end).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        let start = self.start;
        self.start = start.saturating_add(count).min(self.end);
        if let Some(taken) = self.bytes.get_mut(start..self.start) {
            taken.zeroize();
        }
    }
}

impl<R: Read> Read for WipingReader<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn what_was_read_is_wiped_and_the_rest_is_still_there() {
        let text = format!("one\ntwo\n{}\nlast", "x".repeat(3 * BYTES));
        let mut reader = WipingReader::new(text.as_bytes());
        for wanted in text.split_inclusive('\n') {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            assert_eq!(line, wanted);
            let waiting = reader.start..reader.end;
            let others = reader.bytes.iter().enumerate().filter(|(at, _)| !waiting.contains(at));
            assert!(others.into_iter().all(|(_, byte)| *byte == 0), "after {wanted:?}");
        }
        assert_eq!(reader.read_line(&mut String::new()).unwrap(), 0);
        assert!(reader.bytes.iter().all(|byte| *byte == 0));
    }
}
