//! Where the cursor is, and the cheapest way to another position.

/// Where the cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cursor {
    /// Row and column.
    At(usize, usize),
    /// In a row whose last column was just written: terminals differ in where the next character goes.
    Edge(usize),
    Unknown,
}

/// Bytes of `ESC [ n X`, where a 1 is left out.
fn csi(n: usize) -> usize {
    if n == 1 { 3 } else { 3 + digits(n) }
}

fn digits(n: usize) -> usize {
    1 + usize::from(n > 9) + usize::from(n > 99) + usize::from(n > 999) + usize::from(n > 9999)
}

/// Writes `ESC [ n X`, leaving out a 1.
pub(super) fn write_csi(n: usize, last: u8, out: &mut Vec<u8>) {
    out.extend_from_slice(b"\x1b[");
    if n != 1 {
        out.extend_from_slice(n.to_string().as_bytes());
    }
    out.push(last);
}

/// A movement along one axis.
#[derive(Clone, Copy)]
enum Leg {
    /// Bytes, repeated.
    Repeat(&'static [u8], usize),
    /// `ESC [ n X`
    Csi(usize, u8),
}

impl Leg {
    const NONE: Self = Self::Repeat(b"", 0);

    fn cost(self) -> usize {
        match self {
            Self::Repeat(bytes, times) => bytes.len() * times,
            Self::Csi(n, _) => csi(n),
        }
    }

    fn write(self, out: &mut Vec<u8>) {
        match self {
            Self::Repeat(bytes, times) => (0..times).for_each(|_| out.extend_from_slice(bytes)),
            Self::Csi(n, last) => write_csi(n, last, out),
        }
    }

    fn or(self, other: Self) -> Self {
        if other.cost() < self.cost() { other } else { self }
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
enum Way {
    Legs([Leg; 3]),
    Straight(usize, usize),
}

impl Way {
    fn cost(&self) -> usize {
        match *self {
            Self::Legs(legs) => legs.into_iter().map(Leg::cost).sum(),
            Self::Straight(0, 0) => 3,
            Self::Straight(row, 0) => 3 + digits(row + 1),
            Self::Straight(0, column) => 4 + digits(column + 1),
            Self::Straight(row, column) => 4 + digits(row + 1) + digits(column + 1),
        }
    }
}

fn cheapest(from: Cursor, row: usize, column: usize) -> Way {
    const RETURN: Leg = Leg::Repeat(b"\r", 1);
    let straight = Way::Straight(row, column);
    let (old, start) = match from {
        Cursor::At(old, start) => (old, Way::Legs([Leg::NONE, along_rows(old, row), along_columns(start, column)])),
        Cursor::Edge(old) => (old, Way::Legs([Leg::Csi(column + 1, b'G'), along_rows(old, row), Leg::NONE])),
        Cursor::Unknown => return straight,
    };
    let by_return = Way::Legs([RETURN, along_rows(old, row), along_columns(0, column)]);
    [by_return, straight].into_iter().fold(start, |best, way| if way.cost() < best.cost() { way } else { best })
}

/// Bytes of moving the cursor.
pub(super) fn cost(from: Cursor, row: usize, column: usize) -> usize {
    if from == Cursor::At(row, column) { 0 } else { cheapest(from, row, column).cost() }
}

/// Writes the bytes that move the cursor.
pub(super) fn write(from: Cursor, row: usize, column: usize, out: &mut Vec<u8>) {
    if from == Cursor::At(row, column) {
        return;
    }
    match cheapest(from, row, column) {
        Way::Legs(legs) => legs.into_iter().for_each(|leg| leg.write(out)),
        Way::Straight(row, column) => {
            out.extend_from_slice(b"\x1b[");
            if row > 0 {
                out.extend_from_slice((row + 1).to_string().as_bytes());
            }
            if column > 0 {
                out.push(b';');
                out.extend_from_slice((column + 1).to_string().as_bytes());
            }
            out.push(b'H');
        }
    }
}
