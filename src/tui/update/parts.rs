//! From one pane or part to another, and from one pane to all four.

use super::moved;
use crate::content::Msg;
use crate::tui::keymap::Cmd;
use crate::tui::state::{FOUR, Message, Pane, Part, State};

/// The part after another: list, detail, tabs.
pub(super) fn next_part(pane: Pane, part: Part) -> Part {
    match part {
        Part::List => Part::Detail,
        Part::Detail => Part::Tabs(pane),
        Part::Tabs(_) => Part::List,
    }
}

/// The part before another.
pub(super) fn part_before(pane: Pane, part: Part) -> Part {
    match part {
        Part::List => Part::Tabs(pane),
        Part::Detail => Part::List,
        Part::Tabs(_) => Part::Detail,
    }
}

/// The tab beside another.
pub(super) fn neighbour(pane: Pane, cmd: Cmd) -> Pane {
    let at = Pane::ALL.iter().position(|p| *p == pane).unwrap_or(0);
    let step = match cmd {
        Cmd::Left => Cmd::Up,
        Cmd::Right => Cmd::Down,
        other => other,
    };
    Pane::ALL.get(moved(at, Pane::ALL.len() - 1, step)).copied().unwrap_or(pane)
}

/// The pane after or before another; after the last comes the first.
pub(super) fn beside(pane: Pane, cmd: Cmd) -> Pane {
    let step = if cmd == Cmd::PartBefore { Pane::ALL.len() - 1 } else { 1 };
    Pane::ALL.into_iter().cycle().skip_while(|other| *other != pane).nth(step).unwrap_or(pane)
}

/// All four panes at once, or one again; where there is no room for four, says how much they need.
pub(super) fn turn_four(state: &mut State) {
    if state.has_room_for_four() {
        state.four = !state.four;
    } else {
        let needs = [("columns", &*FOUR.0.to_string()), ("rows", &*FOUR.1.to_string())];
        state.said = Message::Text(state.desk.phrases().fill(Msg::SaidFourNeeds, &needs));
    }
}
