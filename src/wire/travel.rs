//! Where the cursor is, and the cheapest way to somewhere else.

/// Where the cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a row and a column.
    At(usize, usize),
    /// In a row whose last column was just written: terminals differ in what the next byte does from there.
    Edge(usize),
    /// Unknown.
    Lost,
}

/// Bytes of a sequence `ESC [ n X`, which leaves out a 1.
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

/// A part of a way along one axis.
#[derive(Clone, Copy)]
enum Leg {
    /// Bytes, again and again.
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

/// A way: legs one after the other, or straight to the place.
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

fn cheapest(from: Place, row: usize, column: usize) -> Way {
    const RETURN: Leg = Leg::Repeat(b"\r", 1);
    let straight = Way::Straight(row, column);
    let (old, start) = match from {
        Place::At(old, start) => (old, Way::Legs([Leg::NONE, along_rows(old, row), along_columns(start, column)])),
        Place::Edge(old) => (old, Way::Legs([Leg::Csi(column + 1, b'G'), along_rows(old, row), Leg::NONE])),
        Place::Lost => return straight,
    };
    let by_return = Way::Legs([RETURN, along_rows(old, row), along_columns(0, column)]);
    [by_return, straight].into_iter().fold(start, |best, way| if way.cost() < best.cost() { way } else { best })
}

/// Bytes that bring the cursor somewhere.
pub(super) fn cost(from: Place, row: usize, column: usize) -> usize {
    if from == Place::At(row, column) { 0 } else { cheapest(from, row, column).cost() }
}

/// Writes what brings the cursor somewhere.
pub(super) fn write(from: Place, row: usize, column: usize, out: &mut Vec<u8>) {
    if from == Place::At(row, column) {
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
