//! No size, key or pasted text breaks the screen.

use crate::play::places::{self, Place};
use crate::play::script::{Act, act, content, play, start, start_in};
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use smo_desk::content::Lang;
use smo_desk::desk::Action;
use smo_desk::rules;
use smo_desk::tui::app::App;
use smo_desk::tui::key::Key;
use smo_desk::tui::view;

/// Draws a state at its size into a larger buffer and checks all that has to hold of any picture.
#[track_caller]
fn drawn(state: &App, at: &str) -> Buffer {
    let (width, height) = state.geometry.size;
    drawn_in(state, Rect::new(0, 0, width, height), at)
}

#[track_caller]
fn drawn_in(state: &App, area: Rect, at: &str) -> Buffer {
    let whole = Rect::new(0, 0, area.width + 3, area.height + 3);
    let mut buffer = Buffer::empty(whole);
    let cursor = view::render(state, area, &mut buffer);
    assert!(area.contains(cursor), "the cursor is at {cursor:?}, outside of {area:?}: {at}");
    for position in whole.positions() {
        let cell = &buffer[position];
        assert!(area.contains(position) || *cell == Cell::EMPTY, "drawn at {position:?}, outside of {area:?}: {at}");
        assert!(!cell.symbol().chars().any(moves_text), "{:?} at {position:?}: {at}", cell.symbol());
        assert!(!state.theme.ascii || cell.symbol().is_ascii(), "{:?} with --ascii: {at}", cell.symbol());
    }
    buffer
}

/// Whether a character does something else to a terminal than to be shown: controls, and turns of direction.
fn moves_text(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn speak(state: &mut App, lang: usize, ascii: bool) {
    state.desk.apply(Action::Speak(Lang(lang)));
    state.theme.ascii = ascii;
}

#[test]
fn every_place_at_every_usual_size_in_every_language() {
    for Place { keys } in places::distinct() {
        let mut state = start();
        play(&mut state, keys);
        for (width, height) in [(80, 24), (120, 40), (60, 20), (40, 12)] {
            for (lang, ascii) in (0..content().languages.len()).flat_map(|lang| [(lang, false), (lang, true)]) {
                speak(&mut state, lang, ascii);
                state.resize(width, height);
                drawn(&state, &format!("{keys:?} at {width}x{height}, language {lang}, ascii {ascii}"));
            }
        }
    }
}

/// Where one question stands on a screen, the whole of it does, and the focus.
#[test]
fn the_question_at_hand_is_on_the_screen() {
    for Place { keys } in places::distinct() {
        let mut state = start();
        play(&mut state, keys);
        if state.field().is_none() || !state.overlays.is_empty() {
            continue;
        }
        let places =
            [(80, 24), (120, 40), (60, 20), (40, 12)].into_iter().flat_map(|size| [0, 1, 2].map(|lang| (size, lang)));
        // At every choice too, down and up again: whoever steps through them still has to know what was asked.
        for (((width, height), lang), step) in places.zip(["<down>", "<up>"].into_iter().cycle()) {
            speak(&mut state, lang, false);
            state.resize(width, height);
            let mut hand = None;
            while hand != state.field().map(|field| field.selected) {
                hand = state.field().map(|field| field.selected);
                shows_question_and_hand(&state, &format!("{keys:?} at {width}x{height}, language {lang}"));
                play(&mut state, step);
            }
        }
    }
}

#[track_caller]
fn shows_question_and_hand(state: &App, at: &str) {
    let buffer = drawn(state, at);
    let question = state.desk.question().unwrap();
    let asked = state.desk.phrases().ask(question, state.desk.check().country(state.desk.content()));
    let shown = words(&buffer);
    assert!(shown.contains(&asked), "{asked:?} is not shown: {at}\n{buffer:?}");
    assert!(shown.contains(" > "), "the hand is not shown: {at}\n{buffer:?}");
}

/// All that is on the screen, in one line.
fn words(buffer: &Buffer) -> String {
    let area = buffer.area;
    // On a wide screen the answers stand beside the question.
    let width = if area.width >= 112 { 72 } else { area.width };
    let row = |y: u16| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    let rows: Vec<String> = (0..area.height).map(row).collect();
    rows.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_place_at_odd_sizes() {
    let widths = [1, 2, 3, 5, 8, 13, 20, 23, 24, 25, 26, 30, 39, 59, 60, 70, 72];
    let heights = [1, 2, 3, 5, 7, 8, 9, 12, 13, 20, 30];
    let mut sizes: Vec<(u16, u16)> = widths.iter().flat_map(|w| heights.iter().map(|h| (*w, *h))).collect();
    sizes.extend([(160, 50), (500, 200), (500, 1), (1, 200), (300, 8), (24, 200)]);
    for (n, Place { keys }) in places::distinct().iter().enumerate() {
        let mut state = start();
        play(&mut state, keys);
        for (m, (width, height)) in sizes.iter().enumerate().filter(|(m, _)| (m + n) % 5 == 0) {
            speak(&mut state, (n + m / 5) % content().languages.len(), (n + m) % 2 == 0);
            state.resize(*width, *height);
            drawn(&state, &format!("{keys:?} at {width}x{height}"));
        }
    }
}

#[test]
fn every_size_up_to_60x30() {
    for keys in ["nCO<enter>2<enter>VE<enter>11/06/2023<enter>", "nCO<enter>2<enter>PE<enter>"] {
        let mut state = start();
        play(&mut state, keys);
        for (width, height) in (1..=60).flat_map(|width| (1..=30).map(move |height| (width, height))) {
            state.resize(width, height);
            drawn(&state, &format!("{keys:?} at {width}x{height}"));
        }
    }
}

#[test]
fn a_terminal_that_shrank_since_is_not_drawn_outside_of() {
    for Place { keys } in places::distinct() {
        let mut state = start_in(0, false, (120, 40));
        play(&mut state, keys);
        for (width, height) in [(80, 24), (119, 1), (1, 39), (1, 1), (20, 5)] {
            drawn_in(&state, Rect::new(0, 0, width, height), &format!("{keys:?} in {width}x{height}"));
        }
    }
}

#[test]
fn a_new_size_and_back_shows_the_same() {
    for Place { keys } in places::distinct() {
        let mut state = start();
        play(&mut state, keys);
        let scrolled = was_scrolled(&state);
        let before = drawn(&state, keys);
        for (width, height) in [(40, 12), (160, 50), (1, 1), state.geometry.size] {
            state.resize(width, height);
        }
        let after = drawn(&state, keys);
        assert!(before == after || scrolled, "{keys}:\n{before:?}\n{after:?}");
    }
}

/// On a larger screen there is less to scroll, and the way back is not remembered.
fn was_scrolled(state: &App) -> bool {
    state.panes.scrolled.iter().any(|lines| *lines > 0) || !state.overlays.is_empty()
}

/// Text that terminals and widths stumble over.
const ODD: [&str; 12] = [
    "日本語テキスト日本語テキスト日本語テキスト日本語テキスト",
    "e\u{301}e\u{301}\u{301}\u{301}n\u{303}",
    "\u{301}\u{301}",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{1f3fd}\u{fe0f}",
    "\u{1b}[31mred\u{1b}[2J\u{7}\u{8}\u{7f}",
    "\u{9b}31m\u{90}q\u{9c}",
    "a\tb\rc\nd\0e",
    "\u{202e}abc\u{2066}def\u{2069}\u{200f}",
    "\u{200b}\u{feff}\u{ad}",
    "\u{2028}\u{2029}\u{85}",
    "مرحبا שלום",
    "Ñandú ﷽ ꧅ 𒐫",
];

#[test]
fn odd_text_is_shown_safely_wherever_something_is_typed() {
    for lead in ["n", "nCO<enter>2<enter>", "nCO<enter>2<enter>VE<enter>", "?", "/", "o", "x"] {
        for text in ODD {
            for (size, ascii) in [((80, 24), false), ((40, 12), true), ((24, 8), false)] {
                let mut state = start_in(0, ascii, size);
                play(&mut state, lead);
                act(&mut state, &Act::Paste(text.to_owned()));
                drawn(&state, &format!("{text:?} pasted after {lead}"));
                for key in ["<left>", "<back>", "<home>", "<del>", "<end>", "<enter>", "<up>"] {
                    play(&mut state, key);
                    drawn(&state, &format!("{text:?} pasted after {lead}, then {key}"));
                }
            }
        }
    }
}

#[test]
fn typed_odd_characters_are_as_safe_as_pasted_ones() {
    for lead in ["n", "?", "/"] {
        let mut state = start();
        play(&mut state, lead);
        for c in ODD.iter().flat_map(|text| text.chars()) {
            act(&mut state, &Act::Key(Key::Char(c)));
        }
        drawn(&state, lead);
    }
}

#[test]
fn pasted_megabytes_end_at_the_longest_answer() {
    for lead in ["n", "nCO<enter>2<enter>VE<enter>", "?", "/", ""] {
        let mut state = start();
        play(&mut state, lead);
        act(&mut state, &Act::Paste("2019 ".repeat(1_000_000)));
        let typed = state.field().map_or(0, |field| field.input.value().chars().count());
        assert!(typed <= smo_desk::tui::field::LONGEST, "{lead}: {typed}");
        drawn(&state, lead);
        play(&mut state, "<enter><enter>");
        drawn(&state, lead);
    }
}

fn any_key() -> impl Strategy<Value = Key> {
    let named = [
        Key::Enter,
        Key::Esc,
        Key::Tab,
        Key::BackTab,
        Key::Backspace,
        Key::Delete,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
    ];
    prop_oneof![
        4 => prop::sample::select(named.to_vec()),
        2 => Just(Key::Enter),
        4 => prop::sample::select("ornpcbuiexzm!?/+0123456789VECONIGTHR-,. ".chars().collect::<Vec<_>>()).prop_map(Key::Char),
        1 => any::<char>().prop_map(Key::Char),
        1 => prop::char::range('a', 'z').prop_map(Key::Ctrl),
        1 => any::<u8>().prop_map(Key::F),
    ]
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        40 => any_key().prop_map(Act::Key),
        1 => ".{0,20}".prop_map(Act::Paste),
        1 => (1u16..130, 1u16..45).prop_map(|(width, height)| Act::Size(width, height)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_leave_a_picture_and_a_desk_that_agrees_with_its_answers(
        acts in prop::collection::vec(any_act(), 1..200),
        lang in 0usize..3,
        ascii: bool,
    ) {
        let mut state = start_in(lang, ascii, (80, 24));
        for (n, one) in acts.iter().enumerate() {
            act(&mut state, one);
            if n % 8 == 0 {
                drawn(&state, "any keys");
            }
        }
        drawn(&state, "any keys");
        let assessed = rules::assess(state.desk.content(), state.desk.check().answers());
        prop_assert_eq!(state.desk.found(), &assessed);
    }
}
