//! What keys do in the Process pane: right follows a link, left goes back the way one came, a number jumps.

use crate::content::{LinkKind, Msg};
use crate::desk::Action;
use crate::process::Toward;
use crate::process::spine::{RowKind, Spine};
use crate::tui::keymap::Cmd;
use crate::tui::overlay::Overlay;
use crate::tui::overlay::reached::Reached;
use crate::tui::overlay::tracks::Tracks;
use crate::tui::pane::process::{Shown, map};
use crate::tui::state::{Message, Pane, Part, State};
use crate::tui::{update, view};

/// Does a command of the pane.
pub fn run(state: &mut State, cmd: Cmd) {
    state.process.digits.clear();
    match (state.part, cmd) {
        (_, Cmd::Tracks) => state.overlays.push(Overlay::Tracks(Tracks::default())),
        (_, Cmd::Reached) => state.overlays.push(Overlay::Reached(Reached::new(state.desk.walk().at))),
        (Part::List, Cmd::Choose) => state.part = Part::Detail,
        (Part::List, _) if map::is_shown(state) => on_map(state, cmd),
        (_, Cmd::Left) => go(state, Action::WalkBack),
        (Part::List, Cmd::Right) => follow_on(state, 0),
        (Part::List, _) => along(state, cmd),
        (_, Cmd::Choose) => {
            let link = state.process.link;
            go(state, Action::Follow(link));
        }
        (_, Cmd::Down | Cmd::Up) => link_or_scroll(state, cmd),
        _ => state.process.scroll = update::scrolled(state, state.process.scroll, cmd),
    }
}

/// Shows the map, over the whole body: a quarter of it has no room for one.
pub fn open_map(state: &mut State) {
    update::open(state, Pane::Process);
    state.four = false;
    state.process.shown = Shown::Map;
}

/// Out of the neighbourhood to the whole map, and from there to the spine.
pub fn back(state: &mut State) {
    let near = state.process.shown == Shown::Near && map::fits(state);
    state.process.shown = if near { Shown::Map } else { Shown::Spine };
}

fn on_map(state: &mut State, cmd: Cmd) {
    match cmd {
        Cmd::Spine => state.process.shown = Shown::Spine,
        Cmd::Zoom => zoom(state),
        _ => to_a_box(state, cmd),
    }
}

/// Along links, as on the spine; up and down to the box above or below. Where there is no link on or no way back, to the
/// box beside.
fn to_a_box(state: &mut State, cmd: Cmd) {
    let area = view::list_area(state);
    let map = map::of(state, area.width);
    let at = state.desk.walk().at;
    let page = usize::from(area.height.saturating_sub(2));
    let ends = state.desk.content().process.steps.get(at).is_some_and(|step| step.links.is_empty());
    let to = match cmd {
        Cmd::Up => map.beside(at, Toward::Up),
        Cmd::Down => map.beside(at, Toward::Down),
        Cmd::PageUp => Some(map.away(at, Toward::Up, page)),
        Cmd::PageDown => Some(map.away(at, Toward::Down, page)),
        Cmd::Home => Some(map.away(at, Toward::Up, usize::MAX)),
        Cmd::End => Some(map.away(at, Toward::Down, usize::MAX)),
        Cmd::Right if ends => map.beside(at, Toward::Right),
        Cmd::Left if state.desk.walk().back.is_empty() => map.beside(at, Toward::Left),
        _ => None,
    };
    match (to, cmd) {
        (Some(to), _) if to != at => go(state, Action::StandAt(to)),
        (None, Cmd::Right) => follow_on(state, state.process.link),
        (None, Cmd::Left) => go_back(state),
        _ => {}
    }
}

fn zoom(state: &mut State) {
    state.process.shown = match state.process.shown {
        _ if !map::fits(state) => return state.said = Message::Msg(Msg::SaidMapTooNarrow),
        Shown::Near => Shown::Map,
        Shown::Map | Shown::Spine => Shown::Near,
    };
}

/// Takes a digit: one after the other they make the number of a step.
pub fn digit(state: &mut State, digit: char) {
    let steps = state.desk.content().process.steps.len();
    let number = |digits: &str| digits.parse::<usize>().ok().filter(|n| (1..=steps).contains(n));
    let longer = format!("{}{digit}", state.process.digits);
    let (digits, goes_on) = if number(&longer).is_some() { (longer, true) } else { (digit.to_string(), false) };
    if digits.len() == 1 {
        state.process.began = state.desk.walk().at;
    } else if state.desk.walk().at != state.process.began {
        // The number grew: what its beginning meant is no place that one goes back to.
        state.desk.apply(Action::WalkBack);
    }
    match number(&digits) {
        // The current step is there already: nothing to do, and nothing wrong unless a longer number was meant.
        Some(n) if n - 1 == state.desk.walk().at && goes_on => {}
        Some(n) => go(state, Action::GoTo(n - 1)),
        None => state.said = Message::Msg(Msg::SaidNoNumber),
    }
    state.process.digits = digits;
}

fn go(state: &mut State, action: Action) {
    let said = state.desk.apply(action);
    state.said = said.map_or(Message::Nothing, Message::Msg);
    (state.process.link, state.process.scroll) = (0, 0);
}

/// Follows the first link that goes on, from one link of the step; a loop only where there is nothing else.
fn follow_on(state: &mut State, from: usize) {
    let onward = onward(state);
    let link = onward.iter().find(|(link, _)| *link >= from).or(onward.first());
    let link = link.map_or(0, |(link, _)| *link);
    go(state, Action::Follow(link));
}

/// Goes back, and puts the focus on the link after the one that was taken: so the arrows lead along every link.
fn go_back(state: &mut State) {
    let from = state.desk.walk().at;
    go(state, Action::WalkBack);
    let onward = onward(state);
    let others = onward.iter().skip_while(|(_, to)| *to != from).skip(1);
    state.process.link = others.chain(&onward).next().map_or(0, |(link, _)| *link);
}

/// The links of the current step that go on, by their number, and the steps that they lead to.
fn onward(state: &State) -> Vec<(usize, usize)> {
    let step = state.desk.content().process.steps.get(state.desk.walk().at);
    let links = step.into_iter().flat_map(|step| step.links.iter().enumerate());
    links.filter(|(_, link)| link.kind != LinkKind::Loop).map(|(n, link)| (n, link.to)).collect()
}

fn along(state: &mut State, cmd: Cmd) {
    let spine = Spine::of(&state.desk.content().process);
    let steps: Vec<usize> = spine
        .rows
        .iter()
        .filter_map(|row| match row.kind {
            RowKind::Step { step } => Some(step),
            RowKind::Link { .. } => None,
        })
        .collect();
    let here = steps.iter().position(|step| *step == state.desk.walk().at).unwrap_or(0);
    let to = update::moved(here, steps.len().saturating_sub(1), cmd);
    if let Some(step) = steps.get(to).filter(|_| to != here) {
        go(state, Action::StandAt(*step));
    }
}

/// Down goes through the links and then on through the text, up the same way back.
fn link_or_scroll(state: &mut State, cmd: Cmd) {
    let at = state.desk.walk().at;
    let links = state.desk.content().process.steps.get(at).map_or(0, |step| step.links.len());
    let process = &mut state.process;
    match cmd {
        Cmd::Down if process.link + 1 < links => process.link += 1,
        Cmd::Down => process.scroll += 1,
        _ if process.scroll > 0 => process.scroll -= 1,
        _ => process.link = process.link.saturating_sub(1),
    }
}
