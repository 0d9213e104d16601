//! The pen: colours and attributes, and the shortest sequence from one pen to another.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::out::{Out, length};

/// Colours and attributes, packed: 26 bits of foreground, 26 of background, 9 of attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct Pen(u64);

const COLOR_BITS: u32 = 26;
const COLOR: u64 = (1 << COLOR_BITS) - 1;
const INDEXED: u64 = 1 << 24;
const RGB: u64 = 2 << 24;

/// Attributes that can be seen where nothing is written.
const ON_BLANKS: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// Every attribute but bold and dim, with the codes that turn it on and off.
const SWITCHES: [(Modifier, u8, u8); 7] = [
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl Pen {
    /// The terminal's own colours and no attribute.
    pub(super) const PLAIN: Self = Self(0);

    pub(super) fn of(cell: &Cell) -> Self {
        Self::new(pack(cell.fg), pack(cell.bg), cell.modifier)
    }

    fn new(fg: u64, bg: u64, attributes: Modifier) -> Self {
        Self(fg | bg << COLOR_BITS | u64::from(attributes.bits()) << (2 * COLOR_BITS))
    }

    fn fg(self) -> u64 {
        self.0 & COLOR
    }

    fn bg(self) -> u64 {
        self.0 >> COLOR_BITS & COLOR
    }

    fn attributes(self) -> Modifier {
        Modifier::from_bits_truncate(u16::try_from(self.0 >> (2 * COLOR_BITS)).unwrap_or(0))
    }

    /// Whether a blank under this pen shows only its background.
    pub(super) fn leaves_blanks(self) -> bool {
        !self.attributes().intersects(ON_BLANKS)
    }

    /// The normal form of this pen for blanks.
    pub(super) fn for_blank(self) -> Self {
        if self.leaves_blanks() { Self::new(0, self.bg(), Modifier::empty()) } else { self }
    }

    /// Whether a blank under this pen looks like one under `blank`, the pen of a blank cell.
    pub(super) fn can_blank(self, blank: Self) -> bool {
        self == blank || (self.leaves_blanks() && blank.leaves_blanks() && self.bg() == blank.bg())
    }

    /// This pen with as few changes as a blank of another pen needs.
    pub(super) fn toward_blank(self, blank: Self) -> Self {
        if blank.leaves_blanks() { Self::new(self.fg(), blank.bg(), self.attributes() - ON_BLANKS) } else { blank }
    }

    /// Bytes that change this pen into another.
    pub(super) fn cost(self, to: Self) -> usize {
        if self == to { 0 } else { self.shortest(to).0 }
    }

    /// Writes what changes this pen into another.
    pub(super) fn write(self, to: Self, out: &mut impl Out) {
        if self != to {
            let (_, start, from) = self.shortest(to);
            with_codes(start, from, to, out);
        }
    }

    /// How many bytes a change takes at least, what they start with, and which pen the codes after that begin at.
    fn shortest(self, to: Self) -> (usize, &'static [u8], Self) {
        let by = |start: &'static [u8], from| (length(|out| with_codes(start, from, to, out)), start, from);
        let reset: &[u8] = if to == Self::PLAIN { b"\x1b[" } else { b"\x1b[;" };
        let (change, reset) = (by(b"\x1b[", self), by(reset, Self::PLAIN));
        if change.0 <= reset.0 { change } else { reset }
    }
}

fn with_codes(start: &[u8], from: Pen, to: Pen, out: &mut impl Out) {
    out.put(start);
    let mut separator: &[u8] = b"";
    codes(from, to, &mut |code| {
        out.put(separator);
        out.number(code.into());
        separator = b";";
    });
    out.put(b"m");
}

/// Sixteen colours have short codes; an index below 16 is one of them.
fn pack(color: Color) -> u64 {
    let indexed = |index: u8| INDEXED | u64::from(index);
    match color {
        Color::Reset => 0,
        Color::Black => indexed(0),
        Color::Red => indexed(1),
        Color::Green => indexed(2),
        Color::Yellow => indexed(3),
        Color::Blue => indexed(4),
        Color::Magenta => indexed(5),
        Color::Cyan => indexed(6),
        Color::Gray => indexed(7),
        Color::DarkGray => indexed(8),
        Color::LightRed => indexed(9),
        Color::LightGreen => indexed(10),
        Color::LightYellow => indexed(11),
        Color::LightBlue => indexed(12),
        Color::LightMagenta => indexed(13),
        Color::LightCyan => indexed(14),
        Color::White => indexed(15),
        Color::Indexed(index) => indexed(index),
        Color::Rgb(r, g, b) => RGB | u64::from(r) << 16 | u64::from(g) << 8 | u64::from(b),
    }
}

/// The codes that change a pen, in an order in which none undoes another.
fn codes(from: Pen, to: Pen, each: &mut impl FnMut(u8)) {
    let (had, has) = (from.attributes(), to.attributes());
    let intensity = Modifier::BOLD | Modifier::DIM;
    let (mut lit, lights) = (had & intensity, has & intensity);
    // 22 ends both; some terminals support only one at a time.
    if !lights.contains(lit) {
        each(22);
        lit = Modifier::empty();
    }
    let mut blinks = had;
    for (attribute, _, off) in SWITCHES {
        if blinks.contains(attribute) && !has.contains(attribute) {
            each(off);
            blinks -= if off == 25 { Modifier::SLOW_BLINK | Modifier::RAPID_BLINK } else { attribute };
        }
    }
    for (attribute, on) in [(Modifier::BOLD, 1), (Modifier::DIM, 2)] {
        if (lights - lit).contains(attribute) {
            each(on);
        }
    }
    for (attribute, on, _) in SWITCHES {
        if has.contains(attribute) && !blinks.contains(attribute) {
            each(on);
        }
    }
    if from.fg() != to.fg() {
        color(to.fg(), 30, each);
    }
    if from.bg() != to.bg() {
        color(to.bg(), 40, each);
    }
}

/// The codes of a colour; the first of the plain ones is 30 for the foreground and 40 for the background.
fn color(color: u64, first: u8, each: &mut impl FnMut(u8)) {
    let byte = |shift: u32| u8::try_from(color >> shift & 0xff).unwrap_or(0);
    match (color & (INDEXED | RGB), byte(0)) {
        (INDEXED, index @ 0..8) => each(first + index),
        (INDEXED, index @ 8..16) => each(first + 60 + index - 8),
        (INDEXED, index) => [first + 8, 5, index].into_iter().for_each(each),
        (RGB, blue) => [first + 8, 2, byte(16), byte(8), blue].into_iter().for_each(each),
        _ => each(first + 9),
    }
}

#[cfg(test)]
mod tests;
