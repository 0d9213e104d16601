//! Pictures of the screen at three sizes and in every language, for a reader to judge and a change to show itself.
//!
//! A picture has `|` at its right edge, and below it the place of the cursor.

use crate::play::script::{content, play, start_in};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use smo_desk::tui::app::App;
use smo_desk::tui::view;
use std::fmt::Write;

const MET: &str = "n CO<enter> 2<enter> VE<enter> 1<enter> 1<enter> 1<enter>";

/// What is pictured, and the keys that lead there from the first screen.
fn scenes() -> Vec<(&'static str, String)> {
    let after = |more: &str| format!("{MET} {more}");
    vec![
        ("offices", String::new()),
        ("an office in full", "<down><enter>".to_owned()),
        ("requirements", "r<down><down>".to_owned()),
        ("a rule in full", "r<down><down><enter>".to_owned()),
        ("requirements, filter typed", "r v ve".to_owned()),
        ("requirements, filtered", after("r v adult<space>no<enter>")),
        ("two offices", "r d".to_owned()),
        ("two offices, a person", after("r d<right>")),
        ("process", "p<down><down><down>".to_owned()),
        ("a step in full", "p 1 2 <enter>".to_owned()),
        ("the map", "m 1 2".to_owned()),
        ("the map, near", "m 9 +".to_owned()),
        ("nobody is checked yet", "c".to_owned()),
        ("country", "n".to_owned()),
        ("country, typed", "n co".to_owned()),
        ("nationality", "n CO<enter> 2<enter>".to_owned()),
        ("arrival, typed", "n CO<enter> 2<enter> VE<enter> 2019".to_owned()),
        ("arrival, no date", "n CO<enter> 2<enter> VE<enter> 31<space>feb<space>2023<enter>".to_owned()),
        ("arrival, which of two", "n CO<enter> 2<enter> VE<enter> 11/06/2023<enter>".to_owned()),
        ("met", MET.to_owned()),
        ("met, offices", after("o")),
        ("met, requirements", after("r<down>")),
        ("changed", after("5 2<enter>")),
        ("another country", after("1 EC<enter><esc>")),
        ("cannot tell", "n CO<enter> 2<enter> VE<enter> 2023<enter> 9<enter> 0<enter>".to_owned()),
        ("no office in the country", "n PE<enter> 1<enter>".to_owned()),
        ("next person", after("n")),
        ("help", "?".to_owned()),
        ("notices", "!".to_owned()),
        ("find", "/paro".to_owned()),
        ("quit?", after("q")),
        ("hidden", after("x")),
    ]
}

fn picture(state: &App) -> String {
    let area = Rect::new(0, 0, state.size().0, state.size().1);
    let mut buffer = Buffer::empty(area);
    let cursor = view::render(state, area, &mut buffer);
    let mut out = String::new();
    for row in area.rows() {
        let cells: String = row.positions().map(|at| buffer[at].symbol()).collect();
        writeln!(out, "{cells}|").unwrap();
    }
    writeln!(out, "cursor {},{}", cursor.x, cursor.y).unwrap();
    out
}

/// All four panes at once, with the focus in each.
fn scenes_of_four() -> Vec<(&'static str, String)> {
    let after = |more: &str| format!("{MET} z {more}");
    vec![
        ("nobody", "z".to_owned()),
        ("a question", "z n CO<enter> 2<enter>".to_owned()),
        ("met", after("")),
        ("met, offices", after("o<down>")),
        ("met, an office in full", after("o<enter>")),
        ("met, requirements", after("r<down>")),
        ("met, a rule in full", after("r<down><enter>")),
        ("met, filtered", after("r v gt<enter>")),
        ("met, two offices", after("r d")),
        ("met, process", after("p 1 2")),
        ("met, a step in full", after("p 1 2<enter>")),
        ("met, answers", after("c<enter>")),
        ("help", after("p ?")),
        ("hidden", after("x")),
    ]
}

fn album(scenes: Vec<(&'static str, String)>, lang: usize, size: (u16, u16), ascii: bool) -> String {
    let mut out = String::new();
    for (name, keys) in scenes {
        let mut state = start_in(lang, ascii, size);
        play(&mut state, &keys);
        writeln!(out, "--- {name}\n{}", picture(&state)).unwrap();
    }
    out
}

#[test]
fn every_scene_at_every_size_in_every_language() {
    for (n, language) in content().languages.iter().enumerate() {
        for size in [(80, 24), (120, 40), (40, 12)] {
            let name = format!("{}_{}x{}", language.id, size.0, size.1);
            insta::with_settings!({ omit_expression => true }, {
                insta::assert_snapshot!(name, album(scenes(), n, size, false));
            });
        }
    }
}

#[test]
fn four_panes_at_once() {
    for (n, language) in content().languages.iter().enumerate() {
        for size in [(120, 40), (140, 45)] {
            let name = format!("four_{}_{}x{}", language.id, size.0, size.1);
            insta::with_settings!({ omit_expression => true }, {
                insta::assert_snapshot!(name, album(scenes_of_four(), n, size, false));
            });
        }
    }
}

#[test]
fn in_ascii() {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("es_80x24_ascii", album(scenes(), 1, (80, 24), true));
    });
}

/// What may never be left out: how old the guide is and what was reported since stand on every picture.
#[test]
fn every_screen_says_how_old_the_guide_is_and_what_was_reported() {
    for (n, _) in content().languages.iter().enumerate() {
        for size in [(80, 24), (120, 40), (120, 36), (60, 20), (40, 12)] {
            for (name, keys) in scenes().into_iter().chain(scenes_of_four()) {
                let mut state = start_in(n, false, size);
                play(&mut state, &keys);
                let picture = picture(&state);
                assert!(picture.contains("(!) "), "{name}: {picture}");
                assert!(picture.contains("2025"), "{name}: {picture}");
                assert!(picture.contains("2024"), "{name}: {picture}");
            }
        }
    }
}
