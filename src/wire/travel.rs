//! Where the cursor is, and the cheapest way to another position.

use super::out::{Out, digits};

/// Where the cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cursor {
    /// Row and column.
    At(usize, usize),
    /// In a row whose last column was just written: terminals differ in where the next character goes.
    Edge(usize),
    Unknown,
}

/// A movement along one axis, or to a position.
#[derive(Clone, Copy)]
enum Leg {
    /// Bytes, repeated.
    Repeat(&'static [u8], usize),
    /// `ESC [ n X`, where a 1 is left out.
    Csi(usize, u8),
    /// To a row and a column.
    Straight(usize, usize),
}

impl Leg {
    const NONE: Self = Self::Repeat(b"", 0);

    fn write(self, out: &mut impl Out) {
        match self {
            Self::Repeat(bytes, times) => (0..times).for_each(|_| out.put(bytes)),
            Self::Csi(n, last) => out.pair((n != 1).then_some(n), None, last),
            Self::Straight(row, column) => {
                out.pair((row > 0).then_some(row + 1), (column > 0).then_some(column + 1), b'H');
            }
        }
    }

    /// How many bytes are written.
    fn bytes(self) -> usize {
        match self {
            Self::Repeat(bytes, times) => bytes.len() * times,
            Self::Csi(1, _) => 3,
            Self::Csi(n, _) => 3 + digits(n),
            Self::Straight(row, column) => {
                let row = if row > 0 { digits(row + 1) } else { 0 };
                3 + row + if column > 0 { 1 + digits(column + 1) } else { 0 }
            }
        }
    }

    fn or(self, other: Self) -> Self {
        if other.bytes() < self.bytes() { other } else { self }
    }
}

fn along_rows(from: usize, to: usize) -> Leg {
    match from.cmp(&to) {
        std::cmp::Ordering::Less => Leg::Repeat(b"\n", to - from).or(Leg::Csi(to - from, b'B')),
        std::cmp::Ordering::Equal => Leg::NONE,
        std::cmp::Ordering::Greater => Leg::Repeat(b"\x1bM", from - to).or(Leg::Csi(from - to, b'A')),
    }
}

fn along_columns(from: usize, to: usize) -> Leg {
    let there = Leg::Csi(to + 1, b'G');
    match from.cmp(&to) {
        std::cmp::Ordering::Less => there.or(Leg::Csi(to - from, b'C')),
        std::cmp::Ordering::Equal => Leg::NONE,
        std::cmp::Ordering::Greater => Leg::Repeat(b"\x08", from - to).or(there).or(Leg::Csi(from - to, b'D')),
    }
}

/// Relative movements one after the other, or an absolute one.
fn cheapest(from: Cursor, row: usize, column: usize) -> [Leg; 3] {
    const RETURN: Leg = Leg::Repeat(b"\r", 1);
    let straight = [Leg::Straight(row, column), Leg::NONE, Leg::NONE];
    let (old, start) = match from {
        Cursor::At(old, start) => (old, [Leg::NONE, along_rows(old, row), along_columns(start, column)]),
        Cursor::Edge(old) => (old, [Leg::Csi(column + 1, b'G'), along_rows(old, row), Leg::NONE]),
        Cursor::Unknown => return straight,
    };
    let by_return = [RETURN, along_rows(old, row), along_columns(0, column)];
    [start, by_return, straight].into_iter().min_by_key(bytes).unwrap_or(straight)
}

fn bytes(way: &[Leg; 3]) -> usize {
    way.iter().map(|leg| leg.bytes()).sum()
}

/// Bytes of moving the cursor.
pub(super) fn cost(from: Cursor, row: usize, column: usize) -> usize {
    match from {
        Cursor::At(old, start) if old == row && start == column => 0,
        // The most frequent way: no other is shorter.
        Cursor::At(old, start) if old == row && start < column => along_columns(start, column).bytes(),
        _ => bytes(&cheapest(from, row, column)),
    }
}

/// Writes the bytes that move the cursor.
pub(super) fn write(from: Cursor, row: usize, column: usize, out: &mut impl Out) {
    if from != Cursor::At(row, column) {
        for leg in cheapest(from, row, column) {
            leg.write(out);
        }
    }
}
