//! The glyphs of the spine: one table, in line characters and in ASCII.

use super::{end_of, is_firm};
use crate::content::{EndKind, Link, LinkKind, Msg, ProcessModel};

/// What a picture may be drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Charset {
    /// Line characters and arrows that common terminal fonts have (those of WGL4).
    #[default]
    Unicode,
    Ascii,
}

/// Makes a table of glyphs: variant, line characters, ASCII.
macro_rules! glyphs {
    ($name:ident { $($variant:ident $unicode:literal $ascii:literal,)* }) => {
        impl $name {
            /// Every one, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// How it is drawn.
            #[must_use]
            pub fn glyph(self, charset: Charset) -> &'static str {
                match (self, charset) {
                    $((Self::$variant, Charset::Unicode) => $unicode,
                    (Self::$variant, Charset::Ascii) => $ascii,)*
                }
            }
        }
    };
}

/// Where a link goes and how sure that is, or how a step ends: the two cells right of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Mark {
    /// On to a later step.
    Go,
    /// Perhaps on to a later step, or to an end that is only possible.
    Maybe,
    /// Beside a step on the rail: perhaps on to it from the row above.
    MaybeHere,
    /// Back to an earlier step, or the same one again.
    Back,
    /// Over to another track, one way.
    Cross,
    /// Perhaps over to another track, one way.
    CrossMaybe,
    End,
    /// The source does not say what comes after.
    OpenEnd,
}

glyphs!(Mark {
    Go "─→" "->",
    Maybe "─?" "-?",
    MaybeHere " ?" " ?",
    Back "─↑" "-^",
    Cross "═>" "=>",
    CrossMaybe "═?" "=?",
    End "─×" "-x",
    OpenEnd "─o" "-o",
});

impl Mark {
    /// The mark of a link.
    #[must_use]
    pub fn of_link(model: &ProcessModel, link: &Link) -> Self {
        let firm = is_firm(link.certainty);
        match link.kind {
            LinkKind::Loop => Self::Back,
            LinkKind::Transfer if firm => Self::Cross,
            LinkKind::Transfer => Self::CrossMaybe,
            LinkKind::Forward => match model.steps.get(link.to).and_then(end_of) {
                Some(EndKind::NotStated) => Self::OpenEnd,
                Some(EndKind::Stated) if firm => Self::End,
                None if firm => Self::Go,
                Some(EndKind::Stated) | None => Self::Maybe,
            },
        }
    }

    /// The mark of an end.
    #[must_use]
    pub fn of_end(end: EndKind) -> Self {
        match end {
            EndKind::Stated => Self::End,
            EndKind::NotStated => Self::OpenEnd,
        }
    }

    /// Its last cell turned down, for the head of a line that comes from above.
    #[must_use]
    pub fn head(self, charset: Charset) -> &'static str {
        match (self, charset) {
            (Self::Go, Charset::Unicode) => "↓",
            (Self::Go, Charset::Ascii) => "v",
            (Self::Maybe | Self::MaybeHere | Self::CrossMaybe, _) => "?",
            (Self::Back, Charset::Unicode) => "↑",
            (Self::Back, Charset::Ascii) => "^",
            (Self::Cross, Charset::Unicode) => "▼",
            (Self::Cross, Charset::Ascii) => "V",
            (Self::End, Charset::Unicode) => "×",
            (Self::End, Charset::Ascii) => "x",
            (Self::OpenEnd, Charset::Unicode) => "○",
            (Self::OpenEnd, Charset::Ascii) => "o",
        }
    }

    /// What it means, for a legend.
    #[must_use]
    pub fn msg(self) -> Msg {
        match self {
            Self::Go => Msg::MarkGo,
            Self::Maybe | Self::MaybeHere => Msg::MarkMaybe,
            Self::Back => Msg::MarkBack,
            Self::Cross => Msg::MarkCross,
            Self::CrossMaybe => Msg::MarkCrossMaybe,
            Self::End => Msg::MarkEnd,
            Self::OpenEnd => Msg::MarkOpenEnd,
        }
    }
}

/// The line on which the steps are strung: one cell.
///
/// A row's rail joins the row above exactly where that row's goes on downwards, so a broken line is a broken way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rail {
    /// A step to which the row above does not lead.
    Begin,
    /// A step between the rows above and below.
    Through,
    /// Something branches off, and the way goes on below.
    Fork,
    /// The last that branches off: nothing goes on below.
    Last,
    /// A step joined neither above nor below.
    Alone,
}

glyphs!(Rail {
    Begin "┌" ".",
    Through "│" "|",
    Fork "├" "|",
    Last "└" "'",
    Alone " " " ",
});

impl Rail {
    /// The rail of a step that is joined to the row above or not, and to the row below or not.
    #[must_use]
    pub fn of_step(above: bool, below: bool) -> Self {
        match (above, below) {
            (true, true) => Self::Through,
            (false, true) => Self::Begin,
            (true, false) => Self::Last,
            (false, false) => Self::Alone,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use super::Mark::{Back, Cross, CrossMaybe, End, Go, Maybe, OpenEnd};
    use super::*;
    use crate::content::Certainty;
    use crate::process::testing::{Sketch, ends};
    use std::collections::BTreeSet;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn each_mark_differs_from_the_others_and_is_two_cells() {
        for charset in [Charset::Unicode, Charset::Ascii] {
            let seen: BTreeSet<_> = Mark::ALL.iter().map(|m| m.glyph(charset)).collect();
            assert_eq!(seen.len(), Mark::ALL.len());
            assert!(seen.iter().all(|g| g.width() == 2));
            assert!(Rail::ALL.iter().all(|r| r.glyph(charset).width() == 1));
        }
        assert!(Mark::ALL.iter().all(|m| m.glyph(Charset::Ascii).is_ascii()));
        assert!(Rail::ALL.iter().all(|r| r.glyph(Charset::Ascii).is_ascii()));
    }

    #[test]
    fn a_mark_says_where_and_how_sure() {
        let model = Sketch::new(4)
            .end(2, EndKind::Stated)
            .end(3, EndKind::NotStated)
            .link(0, 1, LinkKind::Forward, Certainty::Usual)
            .link(0, 1, LinkKind::Forward, Certainty::Likely)
            .link(0, 0, LinkKind::Loop, Certainty::May)
            .link(0, 1, LinkKind::Transfer, Certainty::Stated)
            .link(0, 1, LinkKind::Transfer, Certainty::NotStated)
            .link(0, 2, LinkKind::Forward, Certainty::Stated)
            .link(0, 2, LinkKind::Forward, Certainty::Some)
            .link(0, 3, LinkKind::Forward, Certainty::Stated)
            .link(0, 3, LinkKind::Forward, Certainty::NotStated)
            .model();
        let marks: Vec<_> = model.steps[0].links.iter().map(|l| Mark::of_link(&model, l)).collect();
        assert_eq!(marks, [Go, Maybe, Back, Cross, CrossMaybe, End, Maybe, OpenEnd, OpenEnd]);
        assert_eq!(ends(&model), [2, 3]);
    }
}
