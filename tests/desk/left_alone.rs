//! A desk that nobody uses: the screen hides, then the person is set aside, and nobody who comes next is led to them.
#![allow(clippy::similar_names, reason = "a desk and its disk")]

use crate::cases::{desk_at, noon, records, screen_at, shown};
use crate::play::disk::Model;
use crate::play::script::{content, day, play, start};
use smo_desk::content::Lang;
use smo_desk::desk::{Action, Case, Desk, Outcome};
use smo_desk::rules::parse_value;
use smo_desk::tui::app::App;
use smo_desk::tui::idle::IdleStep;
use smo_desk::tui::theme::Theme;

/// Keys after which something of a person is in sight, and a part of what is.
const SIGHTS: [(&str, &str); 8] = [
    ("nCO<enter>", "already have a case"),
    ("nCO<enter>2<enter>VE<enter>1<enter>1<enter>1<enter>", "meets the stated minimum"),
    ("nCO<enter>2<enter>VE", "VE"),
    ("nCO<enter><esc>t", "Colombia"),
    ("nCO<enter><esc>s", "Colombia"),
    ("nCO<enter><esc>a", "Colombia"),
    ("nCO<enter><esc>/col", "col"),
    ("nCO<enter><esc>?", "Keys"),
];

#[test]
fn the_screen_hides_whatever_is_on_it_and_a_key_shows_it_again() {
    for (keys, sight) in SIGHTS {
        let mut state = screen_at(&Model::default());
        let _ = play(&mut state, keys);
        let before = shown(&state);
        assert!(before.contains(sight), "{keys}: {before}");
        state.idle(IdleStep::Hide);
        let hidden = shown(&state);
        assert!(hidden.contains("The screen is hidden.") && !hidden.contains(sight), "{keys}: {hidden}");
        // Hidden already, it is not hidden twice; a letter types nothing behind it.
        state.idle(IdleStep::Hide);
        let _ = play(&mut state, "zVE2");
        assert_eq!(shown(&state), hidden, "{keys}");
        let _ = play(&mut state, "x");
        assert_eq!(shown(&state), before, "{keys}");
    }
}

#[test]
fn who_is_set_aside_is_seen_by_nobody_who_comes_next() {
    for (keys, _) in SIGHTS {
        for hide_first in [false, true] {
            let disk = Model::default();
            let mut state = screen_at(&disk);
            let _ = play(&mut state, keys);
            if hide_first {
                state.idle(IdleStep::Hide);
            }
            state.idle(IdleStep::SetAside);
            assert!(shown(&state).contains("The screen is hidden."), "{keys}");
            let _ = play(&mut state, "x");
            let free = shown(&state);
            assert!(free.contains("no person") && free.contains("> Colombia"), "{keys}: {free}");
            for back in ["u", "<c-r>", "u", "u", "<c-u>", "<esc>"] {
                let _ = play(&mut state, back);
                assert!(state.desk.check().is_empty(), "{keys} {back}");
                assert!(shown(&state).contains("no person"), "{keys} {back}");
            }
            let stored = records(&disk);
            assert!(stored.iter().any(|record| !record.answers.is_empty()), "{keys}: what was answered is stored");
            let _ = play(&mut state, "n");
            assert!(!shown(&state).contains("> 1 Colombia"), "the country of who was there is not offered");
        }
    }
}

#[test]
fn what_was_half_typed_is_with_the_case() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    let _ = play(&mut state, "nCO<enter>2<enter>Vene");
    state.idle(IdleStep::SetAside);
    let [stored] = <[_; 1]>::try_from(records(&disk)).unwrap();
    assert_eq!(stored.draft.unwrap().text, "Vene");
}

#[test]
fn nothing_leads_back_but_the_list_of_cases() {
    let disk = Model::default();
    let mut desk = desk_at(&disk, noon);
    let place = content().questions[0].id.clone();
    let answer = |desk: &mut Desk, code: &str| {
        let given = parse_value(desk.content(), desk.content().question(&place).unwrap(), code, day()).unwrap();
        desk.apply(Action::Answer(place.clone(), given));
    };
    answer(&mut desk, "CO");
    desk.apply(Action::NextPerson);
    answer(&mut desk, "EC");
    desk.apply(Action::Undo);
    desk.apply(Action::Redo);
    assert_eq!(desk.apply(Action::Leave), Outcome::Done);
    for action in [Action::Undo, Action::Redo, Action::Undo] {
        let outcome = desk.apply(action);
        assert!(matches!(outcome, Outcome::NothingToUndo | Outcome::NothingToRedo), "{outcome:?}");
    }
    desk.apply(Action::GoOn);
    assert_eq!(desk.offered(), None);
    assert_eq!(desk.office_index(), 0);
    let (cases, trouble) = desk.cases();
    assert!(trouble.is_none() && cases.len() == 2, "{cases:?}");
    assert!(matches!(desk.apply(Action::GoToCase(cases[0].clone())), Outcome::Resumed(_)));
    assert!(!desk.check().is_empty());
    // Another time nobody is there.
    desk.apply(Action::Leave);
    desk.apply(Action::Leave);
    assert!(desk.check().is_empty());
    assert!(matches!(desk.cases().0[..], [Case::AtDesk(_), Case::AtDesk(_)]));
}

#[test]
fn where_nothing_is_stored_it_is_the_same() {
    let mut state = start();
    let _ = play(&mut state, "nCO<enter>2<enter>");
    state.idle(IdleStep::SetAside);
    let _ = play(&mut state, "xu");
    assert!(state.desk.check().is_empty());
    assert_eq!(state.desk.cases().0.len(), 1, "nothing is lost");
    let empty = Desk::new(content(), Lang(0), day());
    let mut state = App::new(empty, Theme { ascii: false, color: true }, (80, 24));
    state.idle(IdleStep::SetAside);
    let _ = play(&mut state, "x");
    assert!(state.desk.cases().0.is_empty());
}
