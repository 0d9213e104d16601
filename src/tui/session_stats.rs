//! What a session at the desk cost the line.

use std::fmt;

use crate::wire::Stats;

/// What was sent while the desk was open, and for how many keys. What sets the terminal up and gives it back is not
/// counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SessionStats {
    pub all: Stats,
    /// Bytes of the first picture.
    pub first: u64,
    pub keys: u64,
}

/// One line, in English as all that the command line itself says. Bytes a key are said without the first picture, and
/// where keys came.
impl fmt::Display for SessionStats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Stats { bytes, writes, frames } = self.all;
        let (first, keys) = (self.first, self.keys);
        write!(f, "wire: {bytes} bytes ({first} of them first), {writes} writes, {frames} frames, {keys} keys")?;
        let each = bytes.saturating_sub(first).checked_div(keys);
        each.map_or(Ok(()), |bytes| write!(f, ", {bytes} bytes a key"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_costs_what_came_after_the_first_picture() {
        let mut session_stats = SessionStats { all: Stats { bytes: 1700, writes: 5, frames: 6 }, first: 1500, keys: 4 };
        let line = "wire: 1700 bytes (1500 of them first), 5 writes, 6 frames, 4 keys, 50 bytes a key";
        assert_eq!(session_stats.to_string(), line);
        session_stats.keys = 0;
        assert_eq!(session_stats.to_string(), "wire: 1700 bytes (1500 of them first), 5 writes, 6 frames, 0 keys");
    }
}
