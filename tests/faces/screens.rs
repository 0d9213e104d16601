//! Pictures of the screen in English, for a reader to judge and a change to show itself. What holds in every language
//! is in `languages.rs`.
//!
//! A picture has `|` at its right edge, and below it the place of the cursor.

use super::scenes::{Scene, of_four_panes, of_one_pane};
use crate::play::script::{content, play, start_in};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use smo_desk::content::{Lang, Msg};
use smo_desk::tui::app::App;
use smo_desk::tui::view;
use std::fmt::Write;

const ENGLISH: usize = 0;

fn album(scenes: Vec<Scene>, (width, height): (u16, u16)) -> String {
    let mut out = String::new();
    for (name, keys) in scenes {
        let mut state = start_in(ENGLISH, false, (width, height));
        play(&mut state, &keys);
        writeln!(out, "--- {name}\n{}", picture(&state, (width, height))).unwrap();
    }
    out
}

fn picture(app: &App, (width, height): (u16, u16)) -> String {
    let mut out = String::new();
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    let cursor = view::render(app, area, &mut buffer);
    for row in area.rows() {
        let cells: String = row.positions().map(|at| buffer[at].symbol()).collect();
        writeln!(out, "{cells}|").unwrap();
    }
    writeln!(out, "cursor {},{}", cursor.x, cursor.y).unwrap();
    out
}

#[test]
fn one_pane_at_three_sizes() {
    for size in [(80, 24), (120, 40), (40, 12)] {
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("en_{}x{}", size.0, size.1), album(of_one_pane(), size));
        });
    }
}

#[test]
fn four_panes_at_once() {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("four_en_120x40", album(of_four_panes(), (120, 40)));
    });
}

/// Whoever reads no further than the first screen of a verdict has read what to say.
#[test]
fn what_to_say_is_on_the_first_screen_of_a_verdict() {
    for n in 0..content().languages.len() {
        for (name, last) in [("met", "VE<enter> 1<enter> 1<enter> 1<enter>"), ("not met", "VE<enter> 2<enter>")] {
            let mut app = start_in(n, false, (80, 24));
            play(&mut app, &format!("n CO<enter> 2<enter> {last}"));
            let shown = picture(&app, (80, 24));
            assert!(shown.contains(content().msg(Msg::SayThis, Lang(n))), "{name}\n{shown}");
        }
    }
}
