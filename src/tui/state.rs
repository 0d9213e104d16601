//! The whole state of the screen on one page.

use super::keymap::Scope;
use super::overlay::Overlay;
use super::pane::{check, offices, process, requirements};
use super::theme::Theme;
use crate::content::Msg;
use crate::desk::Desk;

/// Columns and rows from which all four panes can show at once.
pub const FOUR: (u16, u16) = (120, 36);

/// One of the four panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// Where the offices are and what they say.
    Offices,
    /// What each requires.
    Requirements,
    /// What happens, step by step.
    Process,
    /// One person's check.
    Check,
}

impl Pane {
    /// The panes in the order of their tabs.
    pub const ALL: [Self; 4] = [Self::Offices, Self::Requirements, Self::Process, Self::Check];
}

/// The part of a pane that has the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The pane tabs; which one is highlighted.
    Tabs(Pane),
    /// The list of the pane.
    List,
    /// What the pane says of the thing selected in its list.
    Detail,
}

/// Something to tell about what was just done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Nothing.
    Nothing,
    /// A word of the program's own.
    Msg(Msg),
    /// A sentence.
    Text(String),
}

/// Everything that the screen shows.
#[derive(Debug)]
pub struct State {
    /// What all faces share.
    pub desk: Desk,
    /// The pane shown.
    pub pane: Pane,
    /// The part that has the focus.
    pub part: Part,
    /// The Offices pane's own.
    pub offices: offices::State,
    /// The Requirements pane's own.
    pub requirements: requirements::State,
    /// The Process pane's own.
    pub process: process::State,
    /// The Check pane's own.
    pub check: check::State,
    /// What lies over the panes, topmost last.
    pub overlays: Vec<Overlay>,
    /// What there is to tell.
    pub said: Message,
    /// Whether all four panes are wanted at once; they show where there is room.
    pub four: bool,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// What the terminal can show.
    pub theme: Theme,
}

impl State {
    /// The first screen: the offices.
    #[must_use]
    pub fn new(desk: Desk, theme: Theme, size: (u16, u16)) -> Self {
        Self {
            desk,
            pane: Pane::Offices,
            part: Part::List,
            offices: offices::State::default(),
            requirements: requirements::State::default(),
            process: process::State::default(),
            check: check::State::default(),
            overlays: Vec::new(),
            said: Message::Nothing,
            four: false,
            size,
            theme,
        }
    }

    /// Where keys are looked up now, most particular first.
    #[must_use]
    pub fn scopes(&self) -> &'static [Scope] {
        if let Some(overlay) = self.overlays.last() {
            return overlay.scopes();
        }
        match (self.pane, self.part) {
            (Pane::Check, Part::List) if self.check.answering => {
                if self.check.field.is_empty() {
                    &[Scope::EmptyField, Scope::Answering, Scope::Always]
                } else {
                    &[Scope::Answering, Scope::Always]
                }
            }
            (Pane::Requirements, Part::List) if self.requirements.filter.is_open => &[Scope::Filter, Scope::Always],
            (Pane::Requirements, Part::Detail) if self.requirements.beside.is_some() => {
                &[Scope::Differ, Scope::Browse, Scope::Always]
            }
            (_, Part::Tabs(_)) => &[Scope::Tabs, Scope::Browse, Scope::Always],
            (Pane::Offices, Part::List) => &[Scope::Offices, Scope::Browse, Scope::Always],
            (Pane::Offices, Part::Detail) => &[Scope::Office, Scope::Browse, Scope::Always],
            (Pane::Requirements, Part::List) => &[Scope::Requirements, Scope::Browse, Scope::Always],
            (Pane::Requirements, Part::Detail) => &[Scope::Rule, Scope::Browse, Scope::Always],
            (Pane::Process, Part::List) if process::map::is_shown(self) => &[Scope::Map, Scope::Browse, Scope::Always],
            (Pane::Process, Part::List) => &[Scope::Process, Scope::Browse, Scope::Always],
            (Pane::Process, Part::Detail) => &[Scope::Step, Scope::Browse, Scope::Always],
            (Pane::Check, Part::List) => &[Scope::Answers, Scope::Browse, Scope::Always],
            (Pane::Check, Part::Detail) => &[Scope::Result, Scope::Browse, Scope::Always],
        }
    }

    /// Whether a pane has nothing but its list: a check in which nothing is answered yet.
    #[must_use]
    pub fn is_one_page(&self, pane: Pane) -> bool {
        pane == Pane::Check && (self.is_answering() || self.desk.check().is_empty())
    }

    /// Whether a part of a pane has the focus.
    #[must_use]
    pub fn is_on(&self, pane: Pane, part: Part) -> bool {
        self.pane == pane && self.part == part
    }

    /// Whether a question is being answered and has the focus.
    #[must_use]
    pub fn is_answering(&self) -> bool {
        self.is_on(Pane::Check, Part::List) && self.check.answering
    }

    /// Whether what the matrix is filtered by is being typed.
    #[must_use]
    pub fn is_filtering(&self) -> bool {
        self.is_on(Pane::Requirements, Part::List) && self.requirements.filter.is_open
    }

    /// Whether all four panes show.
    #[must_use]
    pub fn shows_four(&self) -> bool {
        self.four && self.has_room_for_four()
    }

    /// Whether there is room for all four panes.
    #[must_use]
    pub fn has_room_for_four(&self) -> bool {
        self.size.0 >= FOUR.0 && self.size.1 >= FOUR.1
    }
}
