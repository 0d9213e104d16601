//! The layout table: what stands where in a pane, from which size on.
//!
//! ```text
//! Beside                      Stacked                     OverALine
//! Offices____ | Colombia____  Requirements_____________   [8 Phone call]
//! > Colombia  | (!) No longer Nationality  CU HT VE       [~ a few weeks]
//!   Ecuador   |                                                  |
//!             |               Colombia: Nationality____
//!             |                 Cuban, Haitian or ...     9 Screening
//! ```

use ratatui::layout::Rect;

use super::focus::Focus;

/// What a pane shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::VariantArray)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Shown {
    Offices,
    Matrix,
    Spine,
    Map,
    /// The answers and what they come to.
    Answers,
    /// The question that is being answered.
    Question,
    /// Nobody is being checked.
    Nobody,
}

/// How the list and the detail of a pane share its area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrangement {
    /// The list alone: there is no detail.
    Alone,
    /// The list, or the detail once it is opened.
    OneOfTwo,
    /// Side by side, with so many cells for the list.
    Beside(u16),
    /// Side by side, with so many cells for the detail.
    BesideDetail(u16),
    /// The list, and below it one line about the selected entry; or the detail alone once it is opened.
    OverALine,
    /// The list above the detail. `opens_whole`: an opened detail has the area to itself.
    #[allow(missing_docs, reason = "said above")]
    Stacked { opens_whole: bool },
}

use Arrangement::{Alone, Beside, BesideDetail, OneOfTwo, OverALine, Stacked};

/// What is shown, from how many columns and rows of its area on, and how. The last row that fits holds.
const TABLE: &[(Shown, u16, u16, Arrangement)] = &[
    (Shown::Offices, 0, 0, OneOfTwo),
    (Shown::Offices, 50, 12, Stacked { opens_whole: true }),
    (Shown::Offices, 70, 0, Beside(22)),
    (Shown::Matrix, 0, 0, OneOfTwo),
    (Shown::Matrix, 50, 12, Stacked { opens_whole: true }),
    (Shown::Matrix, 50, 24, Stacked { opens_whole: false }),
    (Shown::Spine, 0, 0, OneOfTwo),
    (Shown::Spine, 70, 0, Beside(43)),
    (Shown::Spine, 130, 0, Beside(62)),
    (Shown::Map, 0, 0, OneOfTwo),
    (Shown::Map, 0, 10, OverALine),
    (Shown::Map, 118, 0, BesideDetail(38)),
    (Shown::Answers, 0, 0, OneOfTwo),
    (Shown::Answers, 50, 12, Stacked { opens_whole: false }),
    (Shown::Answers, 110, 12, Beside(46)),
    (Shown::Question, 0, 0, Alone),
    (Shown::Question, 110, 16, Beside(70)),
    (Shown::Nobody, 0, 0, Alone),
];

/// The widest that text is set, in cells: longer lines the eye does not follow.
pub(super) const WIDEST: u16 = 90;

/// The most cells that the map takes: a wider one is no lower.
const WIDEST_MAP: u16 = 100;

/// Cells between list and detail side by side: a line, and a blank on either side of it.
pub(super) const GAP: u16 = 3;

/// Cells of a column of text below which a page is not parted into columns.
const COLUMN: u16 = 56;

/// Rows of a focused detail below which it has the area to itself.
const LEAST_DETAIL: u16 = 8;

/// The least rows of an unfocused detail in a quarter of the screen.
const LEAST_GLANCE: u16 = 3;

/// Where the list and the detail of a pane are; at least one of them shows.
pub(super) type Split = (Option<Rect>, Option<Rect>);

impl Shown {
    /// How it is arranged in an area.
    pub fn arrangement(self, area: Rect) -> Arrangement {
        let fits = |(shown, columns, rows, _): &&(Self, u16, u16, Arrangement)| {
            *shown == self && area.width >= *columns && area.height >= *rows
        };
        TABLE.iter().rfind(fits).map_or(Alone, |(.., arrangement)| *arrangement)
    }
}

/// How many columns a text of so many lines is set in, where one is too high for an area.
pub(super) fn columns(area: Rect, lines: usize) -> u16 {
    if lines <= usize::from(area.height) { 1 } else { ((area.width + GAP) / (COLUMN + GAP)).clamp(1, 3) }
}

/// The width of each of so many columns.
pub(super) fn column_width(area: Rect, columns: u16) -> u16 {
    (area.width.saturating_sub((columns - 1) * GAP) / columns).min(WIDEST)
}

impl Arrangement {
    /// Whether a list stands above its detail: how high it is has to be known before both can be placed.
    pub(super) fn is_stacked(self) -> bool {
        matches!(self, Alone | Stacked { .. })
    }

    /// Divides an area between a list of so many rows and the detail. `focus` is the focused part of the pane.
    pub(super) fn split(self, area: Rect, rows: usize, focus: Option<Focus>) -> Split {
        let is_opened = focus == Some(Focus::Detail);
        let one = |is_detail: bool| if is_detail { (None, Some(area)) } else { (Some(area), None) };
        match self {
            Alone => (Some(area), None),
            OneOfTwo => one(is_opened),
            OverALine if is_opened => one(true),
            Beside(list) => beside(area, list),
            BesideDetail(detail) => beside(area, area.width.saturating_sub(detail + GAP).min(WIDEST_MAP)),
            OverALine => stacked(area, area.height.saturating_sub(2)),
            Stacked { opens_whole } => {
                let rows = clamped(rows).min(area.height / 2);
                let is_squeezed = area.height.saturating_sub(rows + 1) < LEAST_DETAIL;
                if is_opened && (opens_whole || is_squeezed) { one(true) } else { stacked(area, rows) }
            }
        }
    }

    /// The same in a quarter of the screen, where the list always stands above, and stays there where there is room for
    /// both and `self` is stacked.
    pub(super) fn split_quarter(self, area: Rect, rows: usize, focus: Option<Focus>) -> Split {
        if self == Alone {
            return (Some(area), None);
        }
        let rows = clamped(rows).min(area.height * 3 / 5);
        let left = area.height.saturating_sub(rows + 1);
        let keeps_list = matches!(self, Stacked { opens_whole: false });
        if focus == Some(Focus::Detail) && (!keeps_list || left < LEAST_DETAIL) {
            return (None, Some(area));
        }
        if left < LEAST_GLANCE { (Some(area), None) } else { stacked(area, rows) }
    }
}

fn beside(area: Rect, list: u16) -> Split {
    let at = list + GAP;
    let detail = Rect { x: area.x + at, width: area.width.saturating_sub(at), ..area };
    (Some(Rect { width: list.min(area.width), ..area }), Some(detail))
}

fn stacked(area: Rect, rows: u16) -> Split {
    let below = Rect { y: area.y + rows + 1, height: area.height.saturating_sub(rows + 1), ..area };
    (Some(Rect { height: rows, ..area }), Some(below))
}

fn clamped(rows: usize) -> u16 {
    u16::try_from(rows).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
