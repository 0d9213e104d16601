//! What keys do in the Process pane: right follows a link, left goes back the way one came, a number jumps.

use crate::content::{LinkKind, Word};
use crate::desk::Action;
use crate::process::spine::{RowKind, Spine};
use crate::tui::keymap::Cmd;
use crate::tui::layer::Layer;
use crate::tui::layer::reached::Reached;
use crate::tui::layer::tracks::Tracks;
use crate::tui::state::{Part, Said, State};
use crate::tui::update;

/// Does a command of the pane.
pub fn run(state: &mut State, cmd: Cmd) {
    state.process.digits.clear();
    match (state.part, cmd) {
        (_, Cmd::Tracks) => state.layers.push(Layer::Tracks(Tracks::default())),
        (_, Cmd::Reached) => state.layers.push(Layer::Reached(Reached::new(state.desk.walk().at))),
        (_, Cmd::Left) => go(state, Action::WalkBack),
        (Part::List, Cmd::Choose) => state.part = Part::Detail,
        (Part::List, Cmd::Right) => follow_on(state),
        (Part::List, _) => along(state, cmd),
        (_, Cmd::Choose) => {
            let link = state.process.link;
            go(state, Action::Follow(link));
        }
        (_, Cmd::Down | Cmd::Up) => link_or_scroll(state, cmd),
        _ => state.process.scroll = update::scrolled(state, state.process.scroll, cmd),
    }
}

/// Takes a digit: one after the other they make the number of a step.
pub fn digit(state: &mut State, digit: char) {
    let steps = state.desk.content().process.steps.len();
    let number = |digits: &str| digits.parse::<usize>().ok().filter(|n| (1..=steps).contains(n));
    let longer = format!("{}{digit}", state.process.digits);
    let (digits, goes_on) = if number(&longer).is_some() { (longer, true) } else { (digit.to_string(), false) };
    match number(&digits) {
        // The step at hand is there already: nothing to do, and nothing wrong unless a longer number was meant.
        Some(n) if n - 1 == state.desk.walk().at && goes_on => {}
        Some(n) => go(state, Action::GoTo(n - 1)),
        None => state.said = Said::Word(Word::SaidNoNumber),
    }
    state.process.digits = digits;
}

fn go(state: &mut State, action: Action) {
    let said = state.desk.apply(action);
    state.said = said.map_or(Said::Nothing, Said::Word);
    (state.process.link, state.process.scroll) = (0, 0);
}

/// Follows the first link that goes on; a loop only where there is nothing else.
fn follow_on(state: &mut State) {
    let at = state.desk.walk().at;
    let links = state.desk.content().process.steps.get(at).map_or(&[][..], |step| &step.links);
    let link = links.iter().position(|link| link.kind != LinkKind::Loop).unwrap_or(0);
    go(state, Action::Follow(link));
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
