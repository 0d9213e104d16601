//! An address as a QR code, which a telephone opens: as modules, as a picture in a page, and as lines of a terminal.

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

use crate::text::clean;

/// Light modules around a code, without which no reader finds it.
pub(super) const QUIET: usize = 4;

/// The modules of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Modules {
    side: usize,
    dark: Vec<bool>,
}

impl Modules {
    /// The code for an address; none for one that is longer than any code.
    pub fn of(address: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
        let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
        Some(Self { side: code.width(), dark })
    }

    /// How many modules a side has, with the light ones around the code.
    pub fn side(&self) -> usize {
        self.side + 2 * QUIET
    }

    /// Whether a module is dark; none outside of the code is.
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        let (Some(column), Some(row)) = (column.checked_sub(QUIET), row.checked_sub(QUIET)) else { return false };
        column < self.side && self.dark.get(row * self.side + column).is_some_and(|dark| *dark)
    }

    /// The dark modules as bars one module high: column, row and length of each.
    pub fn bars(&self) -> Vec<(usize, usize, usize)> {
        let mut bars = Vec::new();
        for row in 0..self.side() {
            let mut column = 0;
            while column < self.side() {
                let length = (column..self.side()).take_while(|column| self.is_dark(*column, row)).count();
                if length > 0 {
                    bars.push((column, row, length));
                }
                column += length + 1;
            }
        }
        bars
    }
}

/// A code as a picture inside of a page, with what stands for it where it cannot be seen. Nothing where the address is
/// longer than any code.
pub fn svg(address: &str, instead: &str) -> Markup {
    let Some(modules) = Modules::of(address) else { return html! {} };
    let mut path = String::new();
    for (column, row, length) in modules.bars() {
        let _ = write!(path, "M{column} {row}h{length}v1h-{length}z");
    }
    let side = modules.side();
    html! {
        svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(instead) shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    }
}

/// A code as lines of a terminal, two modules in a cell. They have to be shown in black on white whatever colours the
/// terminal has, since no telephone reads a light code on a dark ground for certain. In ASCII, and where the address is
/// longer than any code, the address alone.
pub fn lines(address: &str, ascii: bool) -> Vec<String> {
    let Some(modules) = Modules::of(address).filter(|_| !ascii) else { return vec![clean(address)] };
    let cell = |column: usize, row: usize| match (modules.is_dark(column, row), modules.is_dark(column, row + 1)) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    let rows = (0..modules.side()).step_by(2);
    rows.map(|row| (0..modules.side()).map(|column| cell(column, row)).collect()).collect()
}
