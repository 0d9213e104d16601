//! Answers are assessed when they change, and never to be looked at.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use smo_desk::process::Map;
use smo_desk::rules::assessments;
use smo_desk::tui::app::App;
use smo_desk::tui::view;

use crate::play::script::{act, acts, play, start_in};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (40, 12)];

/// How many assessments each key of a script costs, its picture included.
fn costs(state: &mut App, script: &str) -> Vec<u64> {
    let mut cost = |one| {
        let before = assessments();
        let _ = act(state, one);
        let area = Rect::new(0, 0, state.geometry.size.0, state.geometry.size.1);
        view::render(state, area, &mut Buffer::empty(area));
        assessments() - before
    };
    acts(script).iter().map(&mut cost).collect()
}

const ANSWERS: [&str; 6] = ["CO<enter>", "2<enter>", "VE<enter>", "2019<enter>", "1<enter>", "1<enter>"];

#[test]
fn an_answer_is_assessed_once() {
    for size in SIZES {
        let mut state = start_in(0, false, size);
        assert_eq!(costs(&mut state, "n"), [1], "somebody new");
        for script in ANSWERS {
            let costs = costs(&mut state, script);
            let (enter, typing) = costs.split_last().unwrap();
            assert_eq!((*enter, typing.iter().sum::<u64>()), (1, 0), "{script} at {size:?}");
        }
        assert_eq!(costs(&mut state, "<up><enter><s-tab>2<enter>").iter().sum::<u64>(), 1, "a changed answer");
    }
}

#[test]
fn undoing_looking_and_moving_are_not_assessed() {
    let looking = [
        "<c-u><c-u><c-r><c-r>",
        "<esc><down><down><up><pgdn><pgup><home><end><tab><down><down><pgdn><pgup><s-tab>",
        "o<down><down><up><enter><pgdn><end><esc>3 1",
        "r<down><down><right><left><enter><pgdn><esc>",
        "p<down><right><right><left>9 12 <enter><down><pgdn><esc>m<down><right><left><esc>",
        "?<down><esc>!<pgdn><esc>/scree<down><tab><esc>l l l x<enter>",
        "c<esc>4o<down>r<down>p<down>c<down><tab><pgdn>4",
        "p 9 g<enter>u<c-r>",
        "a<down><up><esc>",
        "t<down><down><down><enter><enter><esc>",
        "<size:100x30><size:80x24>",
    ];
    for size in SIZES {
        let mut state = start_in(0, false, size);
        play(&mut state, "n CO<enter> 2<enter> VE<enter> 2019<enter> 1<enter> 1<enter> <esc>n GT<enter> 2<enter>");
        for script in looking {
            let costs = costs(&mut state, script);
            assert!(costs.iter().all(|cost| *cost == 0), "{script} at {size:?}: {costs:?}");
        }
    }
}

#[test]
fn a_map_is_laid_out_once_for_all_moves_on_it() {
    for size in SIZES {
        let mut state = start_in(0, false, size);
        costs(&mut state, "p m");
        let before = Map::layouts();
        costs(&mut state, "<down><down><right><pgdn><end><home>9 17 <up>g<enter>u");
        let near = size.0 < 60;
        assert_eq!(near, Map::layouts() > before, "at {size:?} it is {} layouts", Map::layouts() - before);
        costs(&mut state, "l");
        let after = Map::layouts();
        costs(&mut state, "<down>");
        assert!(near || Map::layouts() == after, "at {size:?} another language is laid out once");
    }
}
