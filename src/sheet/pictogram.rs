//! Pictograms of our own beside the headings of a sheet, for those who read little.
//!
//! Each is drawn once, as strokes in a box of 24 by 24 units, for paper and for a page.

use maud::{Markup, html};
use std::fmt::Write as _;

use crate::content::Msg;

/// The side of the box that a pictogram is drawn in.
pub const BOX: f32 = 24.0;

/// How thick its strokes are. Ends and corners are round.
pub const STROKE: f32 = 2.0;

/// A picture for what a part of a sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Pictogram {
    Bring,
    Wait,
    Call,
    Beware,
}

/// A stroke of the pen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Draw {
    /// Begins elsewhere.
    Move(f32, f32),
    /// A straight line to a point.
    Line(f32, f32),
    /// A curve over two points to a third.
    Curve((f32, f32), (f32, f32), (f32, f32)),
    /// A line to where it began.
    Close,
}

use Draw::{Close, Curve, Line, Move};

/// Papers in a bag.
const BRING: &[Draw] = &[
    Move(4.5, 10.0),
    Line(19.5, 10.0),
    Line(20.5, 21.0),
    Line(3.5, 21.0),
    Close,
    Move(7.5, 10.0),
    Line(7.5, 3.0),
    Line(13.5, 3.0),
    Line(16.5, 6.0),
    Line(16.5, 10.0),
    Move(10.5, 6.8),
    Line(12.5, 6.8),
    Move(9.0, 14.0),
    Curve((9.0, 17.5), (15.0, 17.5), (15.0, 14.0)),
];

/// A clock.
const WAIT: &[Draw] = &[
    Move(21.0, 12.0),
    Curve((21.0, 16.97), (16.97, 21.0), (12.0, 21.0)),
    Curve((7.03, 21.0), (3.0, 16.97), (3.0, 12.0)),
    Curve((3.0, 7.03), (7.03, 3.0), (12.0, 3.0)),
    Curve((16.97, 3.0), (21.0, 7.03), (21.0, 12.0)),
    Close,
    Move(12.0, 7.0),
    Line(12.0, 12.0),
    Line(15.5, 14.2),
];

/// A receiver.
const CALL: &[Draw] = &[
    Move(5.0, 3.0),
    Line(8.6, 3.0),
    Line(10.4, 7.8),
    Line(8.0, 9.8),
    Curve((9.2, 12.6), (11.4, 14.8), (14.2, 16.0)),
    Line(16.2, 13.6),
    Line(21.0, 15.4),
    Line(21.0, 19.0),
    Curve((21.0, 20.2), (20.2, 21.0), (19.0, 21.0)),
    Curve((10.2, 21.0), (3.0, 13.8), (3.0, 5.0)),
    Curve((3.0, 3.8), (3.8, 3.0), (5.0, 3.0)),
    Close,
];

/// A warning.
const BEWARE: &[Draw] = &[
    Move(12.0, 3.0),
    Line(22.0, 20.5),
    Line(2.0, 20.5),
    Close,
    Move(12.0, 9.5),
    Line(12.0, 14.0),
    Move(12.0, 17.4),
    Line(12.0, 17.5),
];

impl Pictogram {
    /// Every pictogram with the last part of the anchor of a heading that it stands beside.
    pub const ALL: [(Self, &str); 4] =
        [(Self::Bring, "bring"), (Self::Wait, "next"), (Self::Call, "ask"), (Self::Beware, "beware")];

    /// The one beside a heading; most headings have none.
    pub fn beside(anchor: &str) -> Option<Self> {
        let last = anchor.rsplit('.').next()?;
        Self::ALL.into_iter().find(|(_, part)| *part == last).map(|(pictogram, _)| pictogram)
    }

    /// Its strokes.
    pub fn strokes(self) -> &'static [Draw] {
        match self {
            Self::Bring => BRING,
            Self::Wait => WAIT,
            Self::Call => CALL,
            Self::Beware => BEWARE,
        }
    }

    /// What is said in its place where it cannot be seen.
    pub fn instead(self) -> Msg {
        match self {
            Self::Bring => Msg::PictogramBring,
            Self::Wait => Msg::PictogramWait,
            Self::Call => Msg::PictogramCall,
            Self::Beware => Msg::PictogramBeware,
        }
    }

    /// The pictogram inside of a page, in the colour of the text, with what stands for it where it cannot be seen.
    pub fn svg(self, instead: &str) -> Markup {
        html! {
            svg class="pictogram" xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (BOX) " " (BOX) } role="img" aria-label=(instead) fill="none" stroke="currentColor" stroke-width=(STROKE) stroke-linecap="round" stroke-linejoin="round" {
                path d=(self.path()) {}
            }
        }
    }

    fn path(self) -> String {
        let mut path = String::new();
        for stroke in self.strokes() {
            let _ = match *stroke {
                Move(x, y) => write!(path, "M{x} {y}"),
                Line(x, y) => write!(path, "L{x} {y}"),
                Curve(one, two, to) => write!(path, "C{} {} {} {} {} {}", one.0, one.1, two.0, two.1, to.0, to.1),
                Close => write!(path, "z"),
            };
        }
        path
    }
}
