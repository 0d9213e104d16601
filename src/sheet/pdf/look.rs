//! How the parts of a sheet look: sizes, weights, colours and distances, relative to the size of the text.

use crate::document::Role;
use crate::sheet::Print;

/// A page of A4, in points.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);

/// Free at the left and right, and at the top, in points. Printers need a quarter of an inch.
pub(super) const MARGIN: (f32, f32) = (40.0, 18.0);

/// Free at the foot: room for the number of the page.
pub(super) const BELOW: f32 = 28.0;

/// The number of a page above its edge.
pub(super) const FOOT: f32 = 18.0;

/// How wide the text is, in points.
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN.0;

/// How large the letters are and how close the lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// The size of the text, in points.
    pub(super) points: f32,
    /// From one line to the next, in sizes of the text.
    leading: f32,
    /// The part of each gap between blocks that is left.
    pub(super) gaps: f32,
}

/// Lines and gaps, the roomiest first. The last still keeps accents and tails apart.
const SPACING: [(f32, f32); 4] = [(1.3, 1.0), (1.24, 0.75), (1.18, 0.5), (1.12, 0.25)];

impl Setting {
    /// Whether there is room for what only looks better: a source in one piece, a short block on a line of its own.
    pub(super) fn is_roomy(self) -> bool {
        self.gaps > 0.5
    }

    /// Every setting for a size of print, the roomiest first.
    pub(super) fn all(print: Print) -> impl Iterator<Item = Self> {
        let points = match print {
            Print::Normal => 12.0,
            Print::Large => 16.0,
        };
        SPACING.into_iter().map(move |(leading, gaps)| Self { points, leading, gaps })
    }
}

/// On how many pages a sheet belongs.
pub(super) fn pages(print: Print) -> usize {
    match print {
        Print::Normal => 1,
        Print::Large => 2,
    }
}

/// The strokes that make letters bold, in their size.
const BOLD: f32 = 0.032;

/// How a piece of text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Title,
    Heading,
    /// What has to be seen first.
    Strong,
    Body,
    /// Stands back.
    Aside,
    /// Who says so, and the number of the page.
    Small,
}

/// Red, green and blue.
pub(super) type Ink = (u8, u8, u8);

const BLACK: Ink = (0, 0, 0);
const BLUE: Ink = (23, 62, 107);
const DARK: Ink = (64, 64, 64);
const GREY: Ink = (89, 89, 89);

impl Look {
    /// The size relative to that of the text, whether it is bold, and its colour.
    fn parts(self) -> (f32, bool, Ink) {
        match self {
            Self::Title => (1.65, true, BLUE),
            Self::Heading => (1.15, true, BLUE),
            Self::Strong => (1.0, true, BLACK),
            Self::Body => (1.0, false, BLACK),
            Self::Aside => (1.0, false, DARK),
            Self::Small => (0.72, false, GREY),
        }
    }

    /// The size of its letters in points.
    pub(super) fn size(self, setting: Setting) -> f32 {
        self.parts().0 * setting.points
    }

    /// How much the strokes of bold letters are thickened, in their size: the file has one font.
    pub(super) fn weight(self) -> Option<f32> {
        self.parts().1.then_some(BOLD)
    }

    /// How much further bold letters are from each other, in their size.
    pub(super) fn spread(self) -> f32 {
        self.weight().unwrap_or_default() * 0.6
    }

    pub(super) fn ink(self) -> Ink {
        self.parts().2
    }

    /// How high a line of it is, in points.
    pub(super) fn leading(self, setting: Setting) -> f32 {
        self.size(setting) * setting.leading
    }
}

/// How a block's text looks.
pub(super) fn of_role(role: Role) -> Look {
    match role {
        Role::Verdict(_) => Look::Strong,
        Role::Aside | Role::Rule => Look::Aside,
        Role::Normal | Role::Notice | Role::Open | Role::Advice | Role::Reported | Role::Finding(_) => Look::Body,
    }
}
