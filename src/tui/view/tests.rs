#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use super::*;
use crate::content::{Content, Lang};
use crate::desk::{Action, Desk, Outcome};
use crate::process::{Map, MapOptions};
use crate::tui::component::Pane;
use crate::tui::key::Key;
use crate::tui::theme::Theme;

fn state(lang: usize, ascii: bool, size: (u16, u16)) -> App {
    let content = Content::embedded().map_err(|problems| problems.to_string()).unwrap();
    let desk = Desk::new(Arc::new(content), Lang(lang), "2026-11-23".parse().unwrap());
    let mut state = App::new(desk, Theme { ascii, color: true }, size);
    state.key(Key::Char('m'));
    state
}

/// The map alone, as the pane draws it in so many cells.
fn list(state: &App, width: u16) -> Page {
    let geometry = state.geometry_now();
    state.panes.process.list(&state.view(PaneId::Process, &geometry), width)
}

/// The screen line by line, the cell under the cursor, and what stands right of it.
fn drawn(state: &App) -> (Vec<String>, bool, String) {
    let area = ratatui::layout::Rect::new(0, 0, state.geometry.size.0, state.geometry.size.1);
    let mut buf = Buffer::empty(area);
    let at = render(state, area, &mut buf);
    let lines: Vec<String> = area.rows().map(|row| row.positions().map(|cell| buf[cell].symbol()).collect()).collect();
    let bold = buf[at].modifier.contains(Modifier::BOLD);
    let right = (at.x..area.width).map(|x| buf[(x, at.y)].symbol()).collect();
    (lines, bold, right)
}

/// The focus is a sign, bold and the real cursor at once, at every step and size.
#[test]
fn the_focus_is_marked_in_its_box_and_the_cursor_stands_on_it() {
    for (lang, ascii, size) in [
        (0, false, (80, 24)),
        (1, true, (80, 24)),
        (2, false, (60, 20)),
        (0, false, (120, 40)),
        (1, false, (200, 50)),
        (2, true, (40, 12)),
        (0, false, (24, 8)),
    ] {
        let mut state = state(lang, ascii, size);
        for near in [false, true] {
            if near {
                state.key(Key::Char('+'));
            }
            for step in 0..state.desk.content().process.steps.len() {
                state.desk.apply(Action::StandAt(step));
                let (lines, bold, right) = drawn(&state);
                let shown = lines.join("\n");
                assert!(bold && right.starts_with(&format!(">{} ", step + 1)), "{step}: {right}\n{shown}");
                assert!(right.contains('<') || size.0 < 40, "{right}\n{shown}");
            }
        }
    }
}

#[test]
fn where_the_person_is_stands_in_the_box_and_below() {
    let mut state = state(0, false, (80, 24));
    assert_eq!(state.desk.apply(Action::Reach(8, "2024-05-03".parse().unwrap())), Outcome::Reached);
    let (lines, _, right) = drawn(&state);
    assert!(right.starts_with(">9 Screening@"), "{right}");
    assert!(lines[21].contains("you are here"), "{}", lines[21]);
    state.desk.apply(Action::StandAt(11));
    let (lines, _, right) = drawn(&state);
    assert!(right.starts_with(">12 ") && lines.iter().any(|line| line.contains("[9 Screening@")), "{right}");
    assert!(!lines[21].contains("you are here") && lines[21].contains("2024"), "expected, by date: {}", lines[21]);
}

#[test]
fn nothing_but_the_focus_differs_from_the_layout() {
    let mut state = state(0, false, (80, 24));
    state.desk.apply(Action::StandAt(8));
    let options = MapOptions { lang: Lang(0), width: 78, charset: state.theme.charset() };
    let (page, map) = (list(&state, 78), Map::of(&state.desk.content().process, options));
    let mut buf = Buffer::empty(ratatui::layout::Rect::new(0, 0, 78, u16::try_from(page.len()).unwrap()));
    page.draw(buf.area, 0, &mut buf);
    let focused = map.rect(8).unwrap();
    for (row, line) in buf.area.rows().zip(&map.lines) {
        let seen: String = row.positions().map(|cell| buf[cell].symbol()).collect();
        let seen = seen.trim_end();
        if usize::from(row.y) == focused.row {
            assert_eq!(seen.replace('>', "[").replace('<', "]"), *line);
        } else {
            assert_eq!(seen, line);
        }
    }
}

/// What leads to the step and what comes next is on the screen, as far as the map goes.
#[test]
fn the_focus_stands_in_the_middle_as_far_as_the_map_goes() {
    let mut state = state(0, false, (80, 24));
    for step in 0..state.desk.content().process.steps.len() {
        state.desk.apply(Action::StandAt(step));
        let page = list(&state, 78);
        // The title stands above.
        let (line, length) = (page.focus.unwrap().0 + 1, page.len() + 1);
        let pages = PanePages::of(&state.panes.process, &state.view(PaneId::Process, &state.geometry_now()));
        let shown = pages.list.unwrap();
        let above = line - shown.scroll;
        let height = usize::from(shown.area.height);
        assert_eq!(above, line.min(height / 2).max((line + height).saturating_sub(length)), "{step}");
    }
}

#[test]
fn a_focus_that_is_elsewhere_leaves_the_box_its_brackets() {
    let mut state = state(0, false, (80, 24));
    state.key(Key::BackTab);
    let (lines, ..) = drawn(&state);
    assert!(lines.iter().any(|line| line.contains("[1 ")), "{}", lines.join("\n"));
}

#[test]
fn the_line_below_says_what_the_box_does_not() {
    let mut state = state(0, false, (80, 24));
    let steps = state.desk.content().process.steps.len();
    for step in 0..steps {
        state.desk.apply(Action::StandAt(step));
        let (lines, ..) = drawn(&state);
        let known = &state.desk.content().process.steps[step];
        let line = &lines[21];
        assert!(line.contains(&format!("{} {}", step + 1, known.title.get(Lang(0)))), "{line}");
        let actor = known.actor.as_ref().map_or("", |actor| actor.name.get(Lang(0)));
        assert!(line.contains(actor) || line.contains('…'), "{line}");
    }
    state.resize(120, 40);
    let (lines, ..) = drawn(&state);
    let title = state.desk.content().process.steps[steps - 1].title.get(Lang(0));
    assert!(lines[2].contains(title), "the step stands beside\n{}", lines.join("\n"));
}
