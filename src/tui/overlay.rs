//! What can lie over the panes.
//!
//! A new overlay is a file in this folder, its words (`content/interface.toml`, `content/catalog.rs`), its command, keys
//! and scope (`keymap.rs`), and a line in [`open`] and [`opens_anywhere`].

mod bring;
mod cases;
mod find;
mod help;
mod prompt;
mod reached;
mod reading;
mod sheet;

use super::component::Layer;
use super::keymap::{Cmd, Scope};
use crate::desk::Desk;

/// The overlay that a command opens; none where it opens none. `scopes` are those of the place below.
pub(super) fn open(cmd: Cmd, desk: &Desk, scopes: &'static [Scope]) -> Option<Layer> {
    Some(match cmd {
        Cmd::Help => help::Help::of(scopes).into(),
        Cmd::Find => find::Find::new(desk, scopes).into(),
        Cmd::Notices => reading::ReadOnly::Notices.into(),
        Cmd::Bring => bring::Bring::default().into(),
        Cmd::Sheet => sheet::SheetOverlay::new(desk).into(),
        Cmd::Cases => cases::Cases::new(desk, false).into(),
        Cmd::Tracks => reading::ReadOnly::Tracks.into(),
        Cmd::Reached => reached::Reached::new(desk.walk().at).into(),
        Cmd::Quit => prompt::Prompt::Quit.into(),
        Cmd::Renew => prompt::Prompt::Newer.into(),
        Cmd::Hide => prompt::Prompt::Hidden.into(),
        _ => return None,
    })
}

/// Whether a command opens its overlay over any pane, without more.
pub(super) fn opens_anywhere(cmd: Cmd) -> bool {
    matches!(cmd, Cmd::Help | Cmd::Find | Cmd::Notices | Cmd::Hide | Cmd::Bring | Cmd::Sheet)
}

/// The list of cases, where some were left over: they are offered before anything else, never resumed silently.
pub(super) fn left_over(desk: &Desk) -> Option<Layer> {
    desk.has_left_over().then(|| cases::Cases::new(desk, true).into())
}
