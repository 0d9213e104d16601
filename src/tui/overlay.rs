//! What lies over the panes: a stack, whose topmost overlay gets the keys.

pub mod bring;
pub mod cases;
pub mod confirm;
pub mod find;
pub mod help;
pub mod notices;
pub mod reached;
pub mod tracks;

use super::keymap::Scope;

/// One thing that lies over the panes.
#[derive(Debug)]
pub enum Overlay {
    /// The keys of the place below, narrowed by typing.
    Help(help::Help),
    /// Go to or find anything.
    Find(find::Find),
    /// What was reported, by whom and when.
    Notices(notices::Notices),
    /// What to bring.
    Bring(bring::Bring),
    /// The cases.
    Cases(cases::Cases),
    /// The tracks side by side.
    Tracks(tracks::Tracks),
    /// On which day the person got to a step.
    Reached(reached::Reached),
    /// Whether to quit although answers would be lost.
    ConfirmQuit,
    /// Nothing of the person can be seen.
    Hidden,
}

impl Overlay {
    /// Where keys are looked up while it is topmost.
    #[must_use]
    pub fn scopes(&self) -> &'static [Scope] {
        match self {
            Self::Help(_) => &[Scope::HelpList, Scope::Always],
            Self::Find(_) => &[Scope::Finding, Scope::Always],
            Self::Notices(_) | Self::Tracks(_) => &[Scope::Reading, Scope::Always],
            Self::Bring(overlay) => overlay.scopes(),
            Self::Cases(overlay) if overlay.confirms() => &[Scope::Deleting, Scope::Always],
            Self::Cases(overlay) if overlay.is_empty() => &[Scope::NoCases, Scope::Always],
            Self::Cases(_) => &[Scope::Cases, Scope::Always],
            Self::Reached(_) => &[Scope::Day, Scope::Always],
            Self::ConfirmQuit => &[Scope::Confirm, Scope::Always],
            Self::Hidden => &[Scope::Hidden, Scope::Always],
        }
    }
}
