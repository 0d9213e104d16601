//! Real journeys at the real desk: both models show each picture. What a key may cost is held by tests/wire/budgets.rs.

use std::slice;

use super::journeys::{JOURNEYS, Journey};
use super::line::Line;
use crate::play::script::{act, acts, start_in};
use smo_desk::tui::app::App;
use smo_desk::tui::view;

const LANGUAGES: usize = 3;
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// Draws; holds what the models show and that what is sent is one write.
fn draw(line: &mut Line, state: &App, key: &str) {
    let writes = line.stats().writes;
    let drawn = line.draw_by(|buf| Some(view::render(state, buf.area, buf)));
    let (bytes, wanted, cursor) = drawn.unwrap();
    line.models.show(&wanted, cursor, &bytes);
    assert_eq!(line.stats().writes - writes, u64::from(!bytes.is_empty()), "{key}");
}

/// Plays journeys one after the other at one desk.
fn play(journeys: &[Journey], lang: usize, size: (u16, u16)) {
    let mut state = start_in(lang, false, size);
    let mut line = Line::new(size.0, size.1);
    draw(&mut line, &state, "the first picture");
    for (name, scripts) in journeys {
        for one in scripts.iter().flat_map(|(_, script)| acts(script)) {
            let _ = act(&mut state, &one);
            draw(&mut line, &state, &format!("{name}:{one:?}"));
        }
    }
}

#[test]
fn journeys_are_shown_as_drawn() {
    for size in SIZES {
        for lang in 0..LANGUAGES {
            for journey in JOURNEYS {
                play(slice::from_ref(journey), lang, size);
            }
            play(JOURNEYS, lang, size);
        }
    }
}
