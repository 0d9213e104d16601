//! What holds after every key: no place lies outside of what there is to show.

use super::overlay::Overlay;
use super::pane::check;
use super::state::{Pane, Part, State};
use super::view;

/// Keeps every place within what there is to show: after a change of size, of language or of the person.
pub(super) fn clamp(state: &mut State) {
    let rows = check::rows::rows(state).len().saturating_sub(1);
    state.check.row = state.check.row.min(rows);
    let rows = state.desk.content().aspects.len().saturating_sub(1);
    state.requirements.row = state.requirements.row.min(rows);
    // Four panes have no tabs: the focus is in one of them.
    if state.shows_four() && matches!(state.part, Part::Tabs(_)) {
        state.part = Part::List;
    }
    // Pages are built only where one is scrolled: a key costs no more than its picture.
    if *pane_scroll(state) == 0 && overlay_scroll(state).is_none_or(|scroll| *scroll == 0) {
        return;
    }
    let limits = view::scroll_limits(state);
    let scroll = pane_scroll(state);
    *scroll = (*scroll).min(limits.pane);
    if let Some(scroll) = overlay_scroll(state) {
        *scroll = (*scroll).min(limits.overlay);
    }
}

fn pane_scroll(state: &mut State) -> &mut usize {
    match state.pane {
        Pane::Offices => &mut state.offices.scroll,
        Pane::Requirements => &mut state.requirements.scroll,
        Pane::Process => &mut state.process.scroll,
        Pane::Check => &mut state.check.scroll,
    }
}

fn overlay_scroll(state: &mut State) -> Option<&mut usize> {
    match state.overlays.last_mut()? {
        Overlay::Help(overlay) => Some(&mut overlay.scroll),
        Overlay::Notices(overlay) => Some(&mut overlay.scroll),
        Overlay::Tracks(overlay) => Some(&mut overlay.scroll),
        _ => None,
    }
}
