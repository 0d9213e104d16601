//! Lines from a reader, of bounded length whatever it sends.

use std::io::{self, BufRead, ErrorKind};

use crate::text::is_text;

pub(super) const LONGEST: usize = 400;

/// Bytes of a line that are kept: more than these are more than [`LONGEST`] characters.
const KEPT: usize = LONGEST * 4 + 1;

/// What was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// A line without its end and without control characters.
    Line(String),
    /// More than [`LONGEST`] characters; read to its end and dropped.
    TooLong,
    /// Nothing more comes.
    End,
}

/// Reads a line. Bytes that are no UTF-8 are replaced; the last line needs no end.
pub(super) fn read_line(input: &mut dyn BufRead) -> io::Result<Input> {
    let mut kept = Vec::new();
    let mut any = false;
    loop {
        let (used, ended) = match input.fill_buf() {
            Ok(bytes) => keep(bytes, &mut kept),
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if used == 0 {
            break;
        }
        any = true;
        input.consume(used);
        if ended {
            break;
        }
    }
    Ok(if any { line(&kept) } else { Input::End })
}

/// Keeps what there is room for up to the end of the line; says how many bytes that takes, and whether it ends.
fn keep(bytes: &[u8], kept: &mut Vec<u8>) -> (usize, bool) {
    let end = bytes.iter().position(|byte| *byte == b'\n');
    let upto = end.unwrap_or(bytes.len());
    let room = KEPT.saturating_sub(kept.len());
    kept.extend(bytes.iter().take(upto.min(room)));
    (end.map_or(bytes.len(), |end| end + 1), end.is_some())
}

fn line(kept: &[u8]) -> Input {
    let text = String::from_utf8_lossy(kept);
    let text = text.strip_suffix('\r').unwrap_or(&text);
    if text.chars().count() > LONGEST {
        return Input::TooLong;
    }
    Input::Line(text.chars().filter(|c| is_text(*c)).collect())
}

#[cfg(test)]
mod tests;
