//! The glyphs of spine and map, in line characters and in ASCII.

use strum::EnumIter;

use super::{end_of, is_firm};
use crate::content::{EndKind, Link, LinkKind, Msg, ProcessModel};

/// The characters that a picture is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Charset {
    /// Line characters and arrows that common terminal fonts have (those of WGL4).
    #[default]
    Unicode,
    Ascii,
}

impl Charset {
    /// The one of two that belongs to it: line characters, or ASCII.
    pub(super) fn pick(self, (unicode, ascii): Pair) -> &'static str {
        match self {
            Self::Unicode => unicode,
            Self::Ascii => ascii,
        }
    }
}

/// A sign in line characters and in ASCII.
type Pair = (&'static str, &'static str);

/// Where a link goes and how sure that is, or how a step ends: two cells right of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter)]
#[allow(missing_docs, reason = "the names say it")]
pub enum LinkMark {
    /// On to a later step.
    Go,
    /// Possibly on to a later step or an end.
    Maybe,
    /// Beside a step on the rail: possibly on to it from the row above.
    MaybeHere,
    /// Back to an earlier step, or the same one again.
    Back,
    /// To another track.
    Cross,
    /// Possibly to another track.
    CrossMaybe,
    End,
    /// The source does not say what comes after.
    OpenEnd,
}

impl LinkMark {
    /// The mark of a link.
    pub fn of_link(model: &ProcessModel, link: &Link) -> Self {
        let firm = is_firm(link.certainty);
        match link.kind {
            LinkKind::Loop => Self::Back,
            LinkKind::Transfer if firm => Self::Cross,
            LinkKind::Transfer => Self::CrossMaybe,
            LinkKind::Forward => match end_of(model.step(link.to)) {
                Some(EndKind::NotStated) => Self::OpenEnd,
                Some(EndKind::Stated) if firm => Self::End,
                None if firm => Self::Go,
                Some(EndKind::Stated) | None => Self::Maybe,
            },
        }
    }

    /// The mark of an end.
    pub fn of_end(end: EndKind) -> Self {
        match end {
            EndKind::Stated => Self::End,
            EndKind::NotStated => Self::OpenEnd,
        }
    }

    /// Its two cells, the head of a line from above, and what it means in a legend.
    fn table(self) -> (Pair, Pair, Msg) {
        match self {
            Self::Go => (("─→", "->"), ("↓", "v"), Msg::MarkGo),
            Self::Maybe => (("─?", "-?"), ("?", "?"), Msg::MarkMaybe),
            Self::MaybeHere => ((" ?", " ?"), ("?", "?"), Msg::MarkMaybe),
            Self::Back => (("─↑", "-^"), ("↑", "^"), Msg::MarkBack),
            Self::Cross => (("═>", "=>"), ("▼", "V"), Msg::MarkCross),
            Self::CrossMaybe => (("═?", "=?"), ("?", "?"), Msg::MarkCrossMaybe),
            Self::End => (("─×", "-x"), ("×", "x"), Msg::MarkEnd),
            Self::OpenEnd => (("─o", "-o"), ("○", "o"), Msg::MarkOpenEnd),
        }
    }

    /// How it is drawn.
    pub fn glyph(self, charset: Charset) -> &'static str {
        charset.pick(self.table().0)
    }

    /// The arrowhead of a line that comes from above.
    pub fn head(self, charset: Charset) -> &'static str {
        charset.pick(self.table().1)
    }

    /// Its meaning in a legend.
    pub fn msg(self) -> Msg {
        self.table().2
    }
}

/// The line that joins the steps: one cell.
///
/// A row's rail is joined to the row above exactly where that row's rail continues downwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter)]
pub enum Rail {
    /// A step that the row above does not lead to.
    Begin,
    /// A step between the rows above and below.
    Through,
    /// Something branches off, and the rail continues.
    Fork,
    /// The last branch: the rail ends.
    Last,
    /// A step joined neither above nor below.
    Alone,
}

impl Rail {
    /// The rail of a step, by whether it is joined to the rows above and below.
    pub fn of_step(above: bool, below: bool) -> Self {
        match (above, below) {
            (true, true) => Self::Through,
            (false, true) => Self::Begin,
            (true, false) => Self::Last,
            (false, false) => Self::Alone,
        }
    }

    /// How it is drawn.
    pub fn glyph(self, charset: Charset) -> &'static str {
        charset.pick(match self {
            Self::Begin => ("┌", "."),
            Self::Through => ("│", "|"),
            Self::Fork => ("├", "|"),
            Self::Last => ("└", "'"),
            Self::Alone => (" ", " "),
        })
    }
}

#[cfg(test)]
mod tests;
