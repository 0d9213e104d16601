//! Lines from a reader, of bounded length whatever it sends.

use std::io::{self, BufRead, Read};

use crate::text::is_text;

pub(super) const LONGEST: usize = 400;

/// Bytes of a line that are kept: more than these are more than [`LONGEST`] characters.
const KEPT: u64 = LONGEST as u64 * 4 + 1;

/// What was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum ReadLine {
    /// A line without its end and without control characters.
    Line(String),
    /// More than [`LONGEST`] characters; read to its end and dropped.
    TooLong,
    /// Nothing more comes.
    End,
}

/// Reads a line. Bytes that are no UTF-8 are replaced; the last line needs no end.
pub(super) fn read_line(input: &mut dyn BufRead) -> io::Result<ReadLine> {
    let mut kept = Vec::new();
    let used = (&mut *input).take(KEPT).read_until(b'\n', &mut kept)?;
    if used == 0 {
        return Ok(ReadLine::End);
    }
    if kept.pop_if(|last| *last == b'\n').is_none() {
        input.skip_until(b'\n')?;
    }
    let text = String::from_utf8_lossy(&kept);
    let text = text.strip_suffix('\r').unwrap_or(&text);
    if text.chars().count() > LONGEST {
        return Ok(ReadLine::TooLong);
    }
    Ok(ReadLine::Line(text.chars().filter(|c| is_text(*c)).collect()))
}

#[cfg(test)]
mod tests;
