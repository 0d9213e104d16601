//! Pictures of the screen in English, for a reader to judge and a change to show itself. What holds in every language
//! is in `languages.rs`.
//!
//! A picture has `|` at its right edge, and below it the place of the cursor.

use super::scenes::{Scene, of_four_panes, of_one_pane};
use crate::play::script::{play, start_in};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use smo_desk::tui::view;
use std::fmt::Write;

const ENGLISH: usize = 0;

fn album(scenes: Vec<Scene>, (width, height): (u16, u16)) -> String {
    let mut out = String::new();
    for (name, keys) in scenes {
        let mut state = start_in(ENGLISH, false, (width, height));
        play(&mut state, &keys);
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        let cursor = view::render(&state, area, &mut buffer);
        writeln!(out, "--- {name}").unwrap();
        for row in area.rows() {
            let cells: String = row.positions().map(|at| buffer[at].symbol()).collect();
            writeln!(out, "{cells}|").unwrap();
        }
        writeln!(out, "cursor {},{}\n", cursor.x, cursor.y).unwrap();
    }
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
