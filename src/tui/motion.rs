//! How a selection and a scroll position follow the movement keys.

use super::keymap::Cmd;

/// Entries that a page key moves a selection by.
const PAGE: usize = 10;

/// The entry of a list to which a command leads from `at`, within `0..=last`.
pub(super) fn moved(at: usize, last: usize, cmd: Cmd) -> usize {
    let is_page = matches!(cmd, Cmd::PageUp | Cmd::PageDown);
    scrolled(at, if is_page { PAGE } else { 1 }, cmd).min(last)
}

/// The same along a row, where left is up and right is down.
pub(super) fn moved_sideways(at: usize, last: usize, cmd: Cmd) -> usize {
    match cmd {
        Cmd::Left => moved(at, last, Cmd::Up),
        Cmd::Right => moved(at, last, Cmd::Down),
        other => moved(at, last, other),
    }
}

/// The line to which a command scrolls from `at` by so many lines. It can lie past the end: the caller clamps.
pub(super) fn scrolled(at: usize, lines: usize, cmd: Cmd) -> usize {
    match cmd {
        Cmd::Up | Cmd::PageUp => at.saturating_sub(lines),
        Cmd::Down | Cmd::PageDown => at.saturating_add(lines),
        Cmd::Home => 0,
        Cmd::End => usize::MAX / 2,
        _ => at,
    }
}
