//! The colours of the pictures: a terminal's sixteen on a dark ground.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::contrast::{Rgb, faded};

/// Behind the text.
pub(crate) const GROUND: Rgb = [0x12, 0x17, 0x1f];
/// The bar of the window and its edge.
pub(crate) const BAR: Rgb = [0x1c, 0x23, 0x2e];
pub(crate) const EDGE: Rgb = [0x3a, 0x44, 0x53];
/// The buttons of the window, which do nothing here.
pub(crate) const BUTTON: Rgb = [0x4b, 0x56, 0x67];
/// Text without a colour, and the same in bold.
pub(crate) const TEXT: Rgb = [0xc6, 0xce, 0xd9];
const BRIGHT: Rgb = [0xff, 0xff, 0xff];
/// How much of the ground dim text lets through.
const DIM: u16 = 36;

/// Black, red, green, yellow, blue, magenta, cyan, white; the same again, bright. Black has little contrast by nature.
pub(crate) const SIXTEEN: [Rgb; 16] = [
    [0x2a, 0x31, 0x3c],
    [0xf0, 0x78, 0x78],
    [0x7b, 0xc9, 0x7b],
    [0xf2, 0xc1, 0x4e],
    [0x6a, 0xa4, 0xf5],
    [0xd3, 0x8c, 0xe6],
    [0x5c, 0xc8, 0xd0],
    [0xc6, 0xce, 0xd9],
    [0x8b, 0x95, 0xa5],
    [0xff, 0x96, 0x96],
    [0x9a, 0xe0, 0x9a],
    [0xff, 0xd8, 0x7a],
    [0x7f, 0xb8, 0xff],
    [0xe2, 0xa8, 0xf2],
    [0x83, 0xdd, 0xe4],
    [0xff, 0xff, 0xff],
];

/// How a cell is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ink {
    pub(crate) color: Rgb,
    pub(crate) ground: Rgb,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) underlined: bool,
}

impl Ink {
    /// What the attributes of a cell come to. The desk uses no colours beyond the sixteen; others show as plain text.
    pub(crate) fn of(cell: &Cell) -> Self {
        let is = |attribute| cell.modifier.contains(attribute);
        let bold = is(Modifier::BOLD);
        let mut color = numbered(cell.fg).unwrap_or(if bold { BRIGHT } else { TEXT });
        let mut ground = numbered(cell.bg).unwrap_or(GROUND);
        if is(Modifier::DIM) {
            color = faded(color, ground, DIM);
        }
        if is(Modifier::REVERSED) {
            (color, ground) = (ground, color);
        }
        Self { color, ground, bold, italic: is(Modifier::ITALIC), underlined: is(Modifier::UNDERLINED) }
    }
}

fn numbered(color: Color) -> Option<Rgb> {
    number(color).and_then(|number| SIXTEEN.get(number)).copied()
}

/// The place of a colour among the sixteen.
pub(crate) fn number(color: Color) -> Option<usize> {
    Some(match color {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(number) => usize::from(number),
        Color::Reset | Color::Rgb(..) => return None,
    })
}

/// As SVG writes it.
pub(crate) fn hex([r, g, b]: Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}
