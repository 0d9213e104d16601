//! What people type, heard on the screen as everywhere.

use crate::play::script::{play, start};
use smo_desk::content::{Content, Lang};
use smo_desk::tui::app::App;

/// The keys that put the question for the nationality, and for the arrival, in Colombia.
const NATIONALITY: &str = "n CO<enter> 2<enter>";
const ARRIVED: &str = "n CO<enter> 2<enter> VE<enter>";

fn after(keys: &str, typed: &str) -> App {
    let mut state = start();
    play(&mut state, keys);
    play(&mut state, &format!("{}<enter>", typed.replace(' ', "<space>")));
    state
}

fn stored(state: &App, question: &str) -> String {
    state.desk.check().answers().value(question).map_or_else(String::new, ToString::to_string)
}

#[test]
fn one_meaning_is_taken() {
    for (keys, id, typed, value) in [
        (NATIONALITY, "nationality", "VE y CO", "CO,VE"),
        (NATIONALITY, "nationality", "venezolanas", "VE"),
        (NATIONALITY, "nationality", "CRI", "CR"),
        (NATIONALITY, "nationality", "nicas", "NI"),
        (NATIONALITY, "nationality", "francesa", "FR"),
        (NATIONALITY, "nationality", "British", "GB"),
        (ARRIVED, "arrived", "el 11 de junio de 2023", "2023-06-11"),
        (ARRIVED, "arrived", "avan 2023", "..2022-12-31"),
        (ARRIVED, "arrived", "mar-may 2023", "2023-03..2023-05"),
        (ARRIVED, "arrived", "11//2023", "2023"),
    ] {
        assert_eq!(stored(&after(keys, typed), id), value, "{typed}");
    }
}

#[test]
fn several_meanings_are_asked_and_only_a_choice_is_taken() {
    for typed in ["h", "c", "gu", "sa", "es", "me", "ki", "gw"] {
        let mut state = after(NATIONALITY, typed);
        assert_eq!(stored(&state, "nationality"), "", "{typed}");
        assert!(state.field().unwrap().which.len() > 1, "{typed}");
        play(&mut state, "<down><enter>");
        let first = stored(&state, "nationality");
        assert!(!first.is_empty(), "{typed}: the one under the focus is taken");
    }
    let mut state = after(ARRIVED, "11/12/2026");
    play(&mut state, "1<enter>");
    assert_eq!(stored(&state, "arrived"), "", "what lies ahead is shown and not taken");
    assert!(state.field().unwrap().error.is_some());
    play(&mut state, "<back>2<enter>");
    assert_eq!(stored(&state, "arrived"), "2026-11-12");
}

#[test]
fn what_is_refused_stays_to_be_mended() {
    for (keys, typed) in [
        (NATIONALITY, "VE, atlantis"),
        (NATIONALITY, "NI,stateless"),
        (NATIONALITY, "17"),
        (ARRIVED, "11 june"),
        (ARRIVED, "around 2019"),
        (ARRIVED, "31 feb 2023"),
    ] {
        let state = after(keys, typed);
        let field = state.field().unwrap();
        assert_eq!(field.input.value(), typed);
        assert!(field.error.is_some(), "{typed}");
    }
}

#[test]
fn every_code_is_shown_with_a_name() {
    let content = Content::embedded().unwrap();
    assert!(content.codes.iter().all(|code| content.names().shown(code, Lang(0)).is_some()), "every code has a name");
}
