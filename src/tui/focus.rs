//! Which pane is shown, and which part of it takes the keys.

use super::keymap::Cmd;
use super::motion::moved_sideways;
use crate::content::Msg;

/// One of the four panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum PaneId {
    Offices,
    Requirements,
    Process,
    Check,
}

impl PaneId {
    /// The panes in the order of their tabs.
    pub const ALL: [Self; 4] = [Self::Offices, Self::Requirements, Self::Process, Self::Check];

    /// Its name.
    pub fn msg(self) -> Msg {
        match self {
            Self::Offices => Msg::PaneOffices,
            Self::Requirements => Msg::PaneRequirements,
            Self::Process => Msg::PaneProcess,
            Self::Check => Msg::PaneCheck,
        }
    }

    /// The key that opens it.
    pub fn key(self) -> char {
        match self {
            Self::Offices => 'o',
            Self::Requirements => 'r',
            Self::Process => 'p',
            Self::Check => 'c',
        }
    }

    /// The pane whose tab is left or right of this one's; itself at the ends.
    pub fn neighbour(self, cmd: Cmd) -> Self {
        Self::ALL.get(moved_sideways(self as usize, Self::ALL.len() - 1, cmd)).copied().unwrap_or(self)
    }

    /// The pane after this one, or before it; the first comes after the last.
    pub fn cycled(self, is_back: bool) -> Self {
        let step = if is_back { Self::ALL.len() - 1 } else { 1 };
        Self::ALL.into_iter().cycle().nth(self as usize + step).unwrap_or(self)
    }
}

/// The part of the screen that takes the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The pane tabs; which one is highlighted.
    Tabs(PaneId),
    /// The list of the pane.
    List,
    /// The page about the selected entry of the list.
    Detail,
}

impl Focus {
    /// The part after this one: list, detail, tabs.
    pub fn next(self, pane: PaneId) -> Self {
        match self {
            Self::List => Self::Detail,
            Self::Detail => Self::Tabs(pane),
            Self::Tabs(_) => Self::List,
        }
    }
}
