//! Where one is: the place of the person, the beginning of a page, what is below, what has the cursor, whose case it is.

use crate::play::disk::Model;
use crate::play::places;
use crate::play::script::{content, day, play, start, start_in};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use smo_desk::case::Store;
use smo_desk::content::{Lang, Msg, PartialDate};
use smo_desk::desk::{Action, Desk};
use smo_desk::tui::app::App;
use smo_desk::tui::key::Key;
use smo_desk::tui::theme::Theme;
use smo_desk::tui::view;

const SIZES: [(u16, u16); 5] = [(160, 50), (120, 40), (80, 24), (60, 20), (40, 12)];
const MET: &str = "n CO<enter> 2<enter> VE<enter> 1<enter> 1<enter> 1<enter> <esc>";

fn rows(state: &App) -> (Vec<String>, Position) {
    let (width, height) = state.geometry.size;
    let mut cells = Buffer::empty(Rect::new(0, 0, width, height));
    let cursor = view::render(state, cells.area, &mut cells);
    let row = |y: u16| (0..width).map(|x| cells[(x, y)].symbol()).collect::<String>();
    ((0..height).map(row).collect(), cursor)
}

fn played_at(size: (u16, u16), lang: usize, script: &str) -> App {
    let mut state = start_in(lang, false, size);
    play(&mut state, script);
    state
}

#[test]
fn the_place_of_the_person_is_on_the_rail_and_on_the_map_at_every_size() {
    for size in SIZES {
        for lang in 0..content().languages.len() {
            for picture in ["", "m"] {
                let state = played_at(size, lang, &format!("{MET} p 9 g <enter> {picture}"));
                let (rows, _) = rows(&state);
                let marked: Vec<&String> = rows.iter().filter(|row| row.contains('@')).collect();
                assert_eq!(marked.len(), 1, "{size:?} {lang} {picture:?}: {rows:#?}");
                assert!(marked[0].contains('9'), "{size:?} {lang}: {}", marked[0]);
            }
        }
    }
}

#[test]
fn whoever_comes_back_to_a_pane_sees_its_beginning() {
    for pane in ["o", "r", "p", "c"] {
        let begin = played_at((80, 24), 0, &format!("{MET} {pane}"));
        let other = if pane == "o" { "r" } else { "o" };
        let away = played_at((80, 24), 0, &format!("{MET} {pane} <enter> <pgdn> <pgdn> {other} {pane}"));
        assert_eq!(rows(&away).0[3..20], rows(&begin).0[3..20], "{pane}");
    }
}

#[test]
fn choices_that_do_not_fit_are_announced_and_can_be_reached() {
    let mut announced = 0;
    for size in SIZES {
        for lang in 0..content().languages.len() {
            let mut state = played_at(size, lang, "n");
            let choices = state.desk.choices(&state.desk.question().unwrap().clone(), "");
            for _ in 0..=choices.len() {
                let (rows, _) = rows(&state);
                let phrases = state.desk.phrases();
                let shown = choices.iter().filter(|choice| {
                    let words = phrases.choice(state.desk.question().unwrap(), choice, None);
                    let start: String = words.chars().take(12).collect();
                    rows.iter().any(|row| row.contains(&format!(" {} {start}", choice.key.unwrap())))
                });
                let hidden = choices.len() - shown.count();
                let key = Key::Down.name(phrases);
                let is_last_shown = state.field().unwrap().selected == Some(choices.len() - 1);
                let said = rows.iter().any(|row| row.trim_end().ends_with(&format!(": {key}")));
                assert_eq!(said, hidden > 0 && !is_last_shown, "{size:?} {lang}, {hidden} hidden: {rows:#?}");
                announced += usize::from(said);
                play(&mut state, "<down>");
            }
        }
    }
    assert!(announced > 0);
}

/// Screen readers and braille follow the cursor: it is never outside of what is read, in whichever place.
#[test]
fn the_cursor_stays_on_what_is_read_however_far_it_is_scrolled() {
    for place in places::distinct() {
        let mut state = place.state();
        for key in [None, Some(Key::PageDown), Some(Key::PageDown), Some(Key::End)] {
            if let Some(key) = key.filter(|_| state.field().is_none()) {
                state.key(key);
            }
            let (rows, cursor) = rows(&state);
            assert!(cursor.y > 0 || state.focus != smo_desk::tui::focus::Focus::List, "{:?}: {rows:#?}", place.keys);
            if !state.overlays.is_empty() {
                assert!(cursor.y >= state.geometry.body.y, "{:?} after {key:?}: {rows:#?}", place.keys);
            }
        }
    }
}

#[test]
fn the_cursor_of_the_matrix_is_on_the_cell() {
    let columns: Vec<u16> = ["", "<right>", "<right> <right>", "<right> <right> <right>"]
        .map(|keys| rows(&played_at((80, 24), 0, &format!("r <down> {keys}"))).1.x)
        .to_vec();
    assert!(columns.is_sorted() && columns[0] > 10, "{columns:?}");
    let (shown, at) = rows(&played_at((80, 24), 0, "r <down> <right>"));
    let row: String = shown[usize::from(at.y)].chars().skip(usize::from(at.x)).collect();
    assert!(row.trim_start().starts_with("NI VE EC"), "{row}");
}

#[test]
fn help_finds_a_key_before_the_words_with_its_letter() {
    for (typed, found) in [("t", "= t what to bring"), ("c", "= c check a person"), ("ctrl-t", "= i  Ctrl-T language")]
    {
        let mut state = start();
        play(&mut state, "?");
        for c in typed.chars() {
            state.key(Key::Char(c));
        }
        let (rows, _) = rows(&state);
        assert!(rows.iter().any(|row| row.contains(found)), "{typed}: {rows:#?}");
    }
}

#[test]
fn help_says_all_of_what_marks_and_keys_mean_at_every_size() {
    for size in SIZES {
        for lang in (0..content().languages.len()).map(Lang) {
            let mut state = start_in(lang.0, false, size);
            play(&mut state, "?");
            let mut seen = String::new();
            for _ in 0..40 {
                rows(&state).0.iter().for_each(|row| seen.extend([row.trim(), " "]));
                state.key(Key::Down);
                state.key(Key::Down);
            }
            let words = seen.split_whitespace().collect::<Vec<_>>().join(" ");
            let meaning = content().msg(Msg::MarkLeftOpen, lang).to_owned();
            let last = meaning.split_whitespace().last().unwrap();
            assert!(words.contains(last), "{size:?} {lang:?}: {meaning:?} in {words}");
        }
    }
}

#[test]
fn cases_tell_people_apart() {
    for size in SIZES {
        let memory = Model::default();
        let open = move || Store::open(Box::new(memory.clone()));
        let clock = || day().and_hms_opt(14, 2, 0).unwrap();
        let desk = Desk::new(content(), Lang(0), day()).keeping(Box::new(open), clock);
        let mut state = App::new(desk, Theme { ascii: false, color: true }, size);
        play(&mut state, MET);
        play(&mut state, "e n EC<enter> 2<enter> HT<enter> <esc>");
        state.desk.apply(Action::NextPerson);
        play(&mut state, "<esc> a");
        let (rows, _) = rows(&state);
        for parts in [["[+]", "Colombia", "Venezuelan"], ["[?]", "Ecuador", "Haitian"]] {
            let parts = if size.0 < 60 { &parts[..2] } else { &parts[..] };
            assert!(
                rows.iter().any(|row| parts.iter().all(|part| row.contains(part))),
                "{size:?} {parts:?}: {rows:#?}"
            );
        }
    }
}

/// The signs of the process in two lines above its keys, whole; the rest of what is seen further down.
#[test]
fn help_explains_what_is_seen() {
    for lang in (0..content().languages.len()).map(Lang) {
        let mut state = start_in(lang.0, false, (80, 24));
        play(&mut state, "p?");
        let content = content();
        let msg = |msg| content.msg(msg, lang);
        let (shown, _) = rows(&state);
        let from = shown.iter().position(|row| row.contains(msg(Msg::HelpTitle))).unwrap() + 1;
        let signs = shown[from..from + 2].join("  ");
        let open = [(" ─→ ", Msg::MarkGo), (" ─? ", Msg::MarkMaybe), (" ─↑ ", Msg::MarkBack), (" ═> ", Msg::MarkCross)];
        for (sign, word) in open.into_iter().chain([(" ─× ", Msg::MarkEnd), (" ─o ", Msg::MarkOpenEnd)]) {
            assert!(signs.contains(&format!("{sign}{}", msg(word))), "{lang:?} {sign}: {shown:#?}");
        }
        assert!(shown[from + 2].trim().is_empty(), "{lang:?}: {shown:#?}");
        let mut seen = String::new();
        for _ in 0..30 {
            seen += &rows(&state).0.join("\n");
            state.key(Key::Down);
        }
        for sign in ["What you see", "K7Q2", "CO+ CR- EC?", "[?]"].into_iter().skip(usize::from(lang.0 > 0)) {
            assert!(seen.contains(sign), "{lang:?}: {sign} in {seen}");
        }
    }
}

/// The day on which a person came to a step stands on its row, whatever gives way to it.
#[test]
fn the_day_stands_on_the_row_of_every_step() {
    let content = content();
    for size in SIZES {
        for lang in (0..content.languages.len()).map(Lang) {
            for step in 1..=content.process.steps.len() {
                let mut state = start_in(lang.0, false, size);
                play(&mut state, &format!("n CO<enter> <esc> p {step} g<enter>"));
                let day = state.desk.phrases().date_short(PartialDate::Day(day()));
                let (rows, _) = rows(&state);
                let row = rows.iter().find(|row| row.contains('@')).unwrap_or_else(|| panic!("{step}: {rows:#?}"));
                assert!(row.contains(&day), "{size:?} {lang:?} {step}: {row}");
            }
        }
    }
}

/// The panes keep their names whatever is said of the answers.
#[test]
fn the_tabs_have_their_names_at_80_columns() {
    for lang in (0..content().languages.len()).map(Lang) {
        let memory = Model::default();
        let open = move || Store::open(Box::new(memory.clone()));
        let clock = || day().and_hms_opt(14, 2, 0).unwrap();
        let desk = Desk::new(content(), lang, day()).keeping(Box::new(open), clock);
        let mut state = App::new(desk, Theme { ascii: false, color: true }, (80, 24));
        for key in
            ["", "n", "CO<enter>", "2<enter>", "VE<enter>", "1<enter>", "1<enter>", "1<enter>", "<esc>", "e", "u", "n"]
        {
            play(&mut state, key);
            let (rows, _) = rows(&state);
            for msg in [Msg::PaneOffices, Msg::PaneRequirements, Msg::PaneProcess, Msg::PaneCheck] {
                assert!(rows[0].contains(content().msg(msg, lang)), "{lang:?} after {key:?}: {}", rows[0]);
            }
        }
    }
}
