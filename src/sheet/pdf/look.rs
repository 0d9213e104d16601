//! How the parts of a sheet look: sizes, weights, colours and distances, relative to the size of the text.

use crate::document::Role;
use crate::sheet::Print;

/// A page of A4, in points.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);

/// Free at the left and right, and at the top, in points: twelve millimetres.
pub(super) const MARGIN: (f32, f32) = (34.1, 34.1);

/// Free at the foot: room for the number of the page.
pub(super) const BELOW: f32 = 34.1;

/// The number of a page above its edge.
pub(super) const FOOT: f32 = 18.0;

/// How wide the text is, in points.
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN.0;

/// How large the letters are and how close the lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// The size of the text, in points.
    pub(super) points: f32,
    pub(super) room: Room,
    /// From one line to the next, in sizes of the text.
    leading: f32,
    /// The part of each gap between blocks that is left.
    pub(super) gaps: f32,
    /// The part of the size of titles and headings that is left.
    head: f32,
}

/// How much goes into a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Room {
    /// Each entry begins a line, a source is in one piece.
    Roomy,
    /// Short entries stand side by side, others follow each other, and what belongs to one stands behind it.
    Close,
    /// So do those of a checklist.
    Tight,
}

/// Room, lines, gaps and headings, the roomiest first: a sheet has as much air as its page leaves.
const SPACING: [(Room, f32, f32, f32); 8] = [
    (Room::Roomy, 1.35, 1.0, 1.0),
    (Room::Roomy, 1.3, 0.75, 1.0),
    (Room::Close, 1.35, 0.9, 1.0),
    (Room::Close, 1.3, 0.65, 0.95),
    (Room::Close, 1.25, 0.5, 0.93),
    (Room::Tight, 1.25, 0.5, 0.93),
    (Room::Tight, 1.2, 0.35, 0.9),
    (Room::Tight, 1.2, 0.1, 0.87),
];

impl Setting {
    /// Every setting for a size of print, the roomiest first.
    pub(super) fn all(print: Print) -> impl Iterator<Item = Self> {
        let points = match print {
            Print::Normal => 12.0,
            Print::Large => 16.0,
        };
        SPACING.into_iter().map(move |(room, leading, gaps, head)| Self { points, room, leading, gaps, head })
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
    /// The mark or bullet of an entry, which is not left alone at the end of a line.
    Sign,
    /// Stands back.
    Aside,
    /// Who says so, of when it is, and the number of the page: nine points.
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
            Self::Strong | Self::Sign => (1.0, true, BLACK),
            Self::Body => (1.0, false, BLACK),
            Self::Aside => (1.0, false, DARK),
            Self::Small => (0.75, false, GREY),
        }
    }

    /// The size of its letters in points.
    pub(super) fn size(self, setting: Setting) -> f32 {
        let head = if matches!(self, Self::Title | Self::Heading) { setting.head } else { 1.0 };
        self.parts().0 * setting.points * head
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
