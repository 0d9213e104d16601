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

use super::component::Overlay;
use super::keymap::{Cmd, Scope};
use crate::desk::Desk;

/// The overlay that a command opens; none where it opens none. `scopes` are those of the place below.
pub(super) fn open(cmd: Cmd, desk: &Desk, scopes: &'static [Scope]) -> Option<Box<dyn Overlay>> {
    Some(match cmd {
        Cmd::Help => Box::new(help::Help::of(scopes)),
        Cmd::Find => Box::new(find::Find::new(desk, scopes)),
        Cmd::Notices => Box::new(reading::Reading::Notices),
        Cmd::Bring => Box::new(bring::Bring::default()),
        Cmd::Cases => Box::new(cases::Cases::new(desk, false)),
        Cmd::Tracks => Box::new(reading::Reading::Tracks),
        Cmd::Reached => Box::new(reached::Reached::new(desk.walk().at)),
        Cmd::Quit => Box::new(prompt::Prompt::Quit),
        Cmd::Hide => Box::new(prompt::Prompt::Hidden),
        _ => return None,
    })
}

/// Whether a command opens its overlay over any pane, without more.
pub(super) fn opens_anywhere(cmd: Cmd) -> bool {
    matches!(cmd, Cmd::Help | Cmd::Find | Cmd::Notices | Cmd::Hide | Cmd::Bring)
}

/// The list of cases, where some were left over: they are offered before anything else, never resumed silently.
pub(super) fn left_over(desk: &Desk) -> Option<Box<dyn Overlay>> {
    desk.has_left_over().then(|| Box::new(cases::Cases::new(desk, true)) as Box<dyn Overlay>)
}
