//! What people do at the desk, key by key, and what kind of action each key is. Tests and the bench play the same ones.

/// A kind of action, as DESIGN.md's budgets name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    FirstPaint,
    /// A character into a field that nothing follows.
    Type,
    /// A character that a reading or a list follows.
    TypeAndFollow,
    /// A key that changes nothing.
    Nothing,
    /// A move in a list beside which nothing changes.
    Move,
    /// A move in a list beside which the detail changes.
    MoveAndChange,
    ScrollLine,
    ScrollPage,
    ChangePane,
    PopUpOpens,
    PopUpCloses,
    /// The hidden screen is shown again. Nothing of a person may be left under it, so all of it is painted anew.
    ShowAgain,
    /// From one question to the next.
    Commit,
    /// From one part of a pane to another.
    ChangePart,
}

impl Class {
    pub(crate) const ALL: [Self; 14] = [
        Self::FirstPaint,
        Self::Type,
        Self::TypeAndFollow,
        Self::Nothing,
        Self::Move,
        Self::MoveAndChange,
        Self::ScrollLine,
        Self::ScrollPage,
        Self::ChangePane,
        Self::PopUpOpens,
        Self::PopUpCloses,
        Self::ShowAgain,
        Self::Commit,
        Self::ChangePart,
    ];

    /// The most bytes at 80x24 in English, where DESIGN.md sets a budget.
    pub(crate) fn budget(self) -> Option<usize> {
        Some(match self {
            Self::FirstPaint | Self::ShowAgain => 1500,
            Self::Type => 2,
            Self::TypeAndFollow | Self::Move => 60,
            Self::Nothing => 0,
            Self::MoveAndChange => 500,
            Self::ScrollLine => 100,
            Self::ScrollPage | Self::ChangePane => 900,
            Self::PopUpOpens => 800,
            Self::PopUpCloses => 700,
            Self::Commit | Self::ChangePart => return None,
        })
    }
}

/// The journey that is the whole check of a person in Colombia, and its budget.
pub(crate) const WHOLE_CHECK: (&str, usize) = ("check", 6000);

use Class::{
    ChangePane, ChangePart, Commit, Move, MoveAndChange, Nothing, PopUpCloses, PopUpOpens, ScrollLine, ScrollPage,
    ShowAgain, Type, TypeAndFollow,
};

/// A journey: its name, and scripts with what each of their keys is. Each can start at the first screen; the trace plays
/// one after the other.
pub(crate) type Journey = (&'static str, &'static [(Class, &'static str)]);

pub(crate) const JOURNEYS: &[Journey] = &[
    (
        "check",
        &[
            (ChangePane, "n"),
            (TypeAndFollow, "CO"),
            (Commit, "<enter>"),
            (TypeAndFollow, "2"),
            (Commit, "<enter>"),
            (TypeAndFollow, "VE"),
            (Commit, "<enter>"),
            (TypeAndFollow, "1"),
            (Commit, "<enter>"),
            (TypeAndFollow, "1"),
            (Commit, "<enter>"),
            (TypeAndFollow, "1"),
            (Commit, "<enter>"),
        ],
    ),
    ("panes", &[(ChangePane, "rpcorocpo")]),
    ("offices", &[(MoveAndChange, "<down><down><down><up><up><up>"), (Nothing, "<up>k"), (ChangePart, "<tab><esc>")]),
    (
        "requirements",
        &[
            (ChangePane, "r"),
            (MoveAndChange, "<down><down><down><up><right><right><right><left>"),
            (ChangePart, "<enter><esc>"),
        ],
    ),
    (
        "process",
        &[
            (ChangePane, "p"),
            (MoveAndChange, "<down><down><down><down><down><up><pgdn><pgup><right><right><left>"),
            (MoveAndChange, "<home>"),
            (Nothing, "<home>y"),
            (ChangePart, "<enter><esc>"),
        ],
    ),
    (
        "map",
        &[
            (ChangePane, "m"),
            (MoveAndChange, "<down><down><down><down><down><up><right><right><left>"),
            (ScrollPage, "<pgdn><pgdn><pgup><end><home>"),
            (Nothing, "<home>"),
            (ChangePane, "mmrmomcm"),
            (MoveAndChange, "9"),
            (ChangePart, "+"),
            (MoveAndChange, "<right><right><left><down><up>"),
            (ChangePart, "+<enter><esc>"),
        ],
    ),
    (
        "matrix",
        &[
            (ChangePane, "r"),
            (ChangePart, "v"),
            (ChangePart, "ve<down><back>"),
            (ChangePart, "<enter><esc>"),
            (ChangePart, "d<right><left>"),
            (ScrollLine, "<down><down><up>"),
            (ChangePart, "<esc>"),
        ],
    ),
    // On a screen with room for them; on any other it is only said how much they need.
    ("four", &[(ChangePart, "z<tab><down><right><tab><down>9<tab><enter><esc>oz")]),
    (
        "help",
        &[
            (PopUpOpens, "?"),
            (ScrollLine, "<down><down><down><up>"),
            (ScrollPage, "<pgdn><pgup>"),
            (TypeAndFollow, "pa"),
            (PopUpCloses, "<esc>"),
            (ChangePane, "p"),
            (PopUpOpens, "?"),
            (ScrollLine, "<down><down>"),
            (PopUpCloses, "<esc>"),
        ],
    ),
    (
        "find",
        &[
            (PopUpOpens, "/"),
            (TypeAndFollow, "ecua"),
            (Move, "<down><down><down><up><up>"),
            (TypeAndFollow, "<back><back>"),
            (PopUpOpens, "<tab>"),
            (Move, "<down><down><up>"),
            (PopUpCloses, "<tab>"),
            (PopUpOpens, "<tab>"),
            (PopUpCloses, "a"),
            (PopUpCloses, "<esc>"),
        ],
    ),
    (
        "notices",
        &[
            (PopUpOpens, "!"),
            (ScrollLine, "<down><down><down><up>"),
            (ScrollPage, "<pgdn><pgup>"),
            (PopUpCloses, "<esc>"),
        ],
    ),
    (
        "answers",
        &[
            (ChangePane, "n"),
            (TypeAndFollow, "CO"),
            (Commit, "<enter>"),
            (Move, "<down><down><up>"),
            (TypeAndFollow, "2"),
            (Commit, "<enter>"),
            (TypeAndFollow, "VE"),
            (Commit, "<enter>"),
            (TypeAndFollow, "20"),
            (Type, "1"),
            (TypeAndFollow, "9"),
            (TypeAndFollow, "<back><back>"),
            (TypeAndFollow, "22"),
            (Commit, "<enter>"),
            (Move, "<down><down>"),
            (PopUpOpens, "<f1>"),
            (PopUpCloses, "<esc>"),
            (ChangePart, "<esc>"),
            (MoveAndChange, "<up><up>"),
            (PopUpOpens, "x"),
            (ShowAgain, "x"),
        ],
    ),
];
