//! The host has newer content: a running desk is told, and changes to it when somebody wants that, never by itself.
#![allow(clippy::similar_names, reason = "a desk and its disk")]

use std::io::Cursor;
use std::sync::{Arc, Mutex};

use crate::cases::{desk_at, noon, records, shown};
use crate::play::disk::Model;
use crate::play::script::play;
use smo_desk::desk::{Action, Desk, Ended};
use smo_desk::linear::{self, Options};
use smo_desk::tui::app::{App, Flow};
use smo_desk::tui::theme::Theme;

/// What the host has: none where that is what the desk has.
type Host = Arc<Mutex<Option<String>>>;

fn finding(desk: Desk, host: &Host) -> Desk {
    let host = Arc::clone(host);
    desk.finding_newer(Some(Box::new(move || host.lock().unwrap().clone())))
}

fn screen(desk: Desk) -> App {
    App::new(desk, Theme { ascii: false, color: true }, (80, 24))
}

/// A key, and what the loop does after it.
fn press(state: &mut App, keys: &str) -> Flow {
    let flow = play(state, keys);
    state.look_for_newer();
    flow
}

const TOLD: &str = "Ctrl-N: newer content on this host, check-code 0a1b2c3d";

#[test]
fn a_screen_is_told_and_changes_only_where_that_is_chosen() {
    let (disk, host) = (Model::default(), Host::default());
    let mut state = screen(finding(desk_at(&disk, noon), &host));
    assert_eq!(press(&mut state, "j"), Flow::GoOn);
    assert!(!shown(&state).contains("newer content"), "{}", shown(&state));
    press(&mut state, "<c-n>");
    assert!(shown(&state).contains("There is no newer content."), "{}", shown(&state));
    press(&mut state, "nCO<enter>");
    *host.lock().unwrap() = Some("0a1b2c3d".to_owned());
    press(&mut state, "2");
    assert!(shown(&state).contains(TOLD), "in the middle of a check: {}", shown(&state));
    press(&mut state, "<enter>VE");
    assert!(!shown(&state).contains("newer content"), "once: {}", shown(&state));
    assert_eq!(press(&mut state, "<c-n>"), Flow::Flush, "what was typed ahead is no answer");
    assert!(shown(&state).contains("Change to the newer content?"), "{}", shown(&state));
    assert_eq!(press(&mut state, "z1"), Flow::GoOn);
    press(&mut state, "<esc>");
    assert_eq!(state.field().unwrap().input.value(), "VE", "not yet: nothing is lost");
    assert_eq!(press(&mut state, "<enter><c-n><enter>"), Flow::Anew);
    assert_eq!(records(&disk)[0].answers.len(), 3, "what was answered is saved");
    // Nobody at the desk is reminded for as long as it is so.
    let mut state = screen(finding(desk_at(&Model::default(), noon), &host));
    for keys in ["j", "k", "r"] {
        press(&mut state, keys);
        assert!(shown(&state).contains(TOLD), "{keys}: {}", shown(&state));
    }
    *host.lock().unwrap() = None;
    press(&mut state, "o");
    assert!(!shown(&state).contains("newer content"), "it is gone: {}", shown(&state));
}

#[test]
fn what_would_be_lost_is_said_before() {
    let host = Host::new(Mutex::new(Some("0a1b2c3d".to_owned())));
    for (keys, said) in [("", "The desk begins anew."), ("nCO<enter><esc>", "There are answers that are not stored.")] {
        let desk = Desk::new(crate::play::script::content(), smo_desk::content::Lang(0), crate::play::script::day());
        let mut state = screen(finding(desk, &host));
        press(&mut state, keys);
        press(&mut state, "<c-n>");
        assert!(shown(&state).contains(said), "{keys}: {}", shown(&state));
    }
}

#[test]
fn each_language_tells_it_with_its_code_and_key() {
    let host = Host::new(Mutex::new(Some("0a1b2c3d".to_owned())));
    let mut said = Vec::new();
    for lang in 0..3 {
        let mut desk = finding(desk_at(&Model::default(), noon), &host);
        desk.apply(Action::Speak(smo_desk::content::Lang(lang)));
        assert!(desk.look_for_newer());
        let words = desk.newer("Ctrl-N").unwrap();
        assert!(words.contains("0a1b2c3d") && words.starts_with("Ctrl-N: ") && words.len() < 78, "{words}");
        assert!(!said.contains(&words), "{words}");
        said.push(words);
    }
}

#[test]
fn plain_lines_are_told_and_change_only_where_that_is_chosen() {
    let host = Host::new(Mutex::new(Some("0a1b2c3d".to_owned())));
    let talk = |lines: &str, desk: Desk| {
        let mut out = Vec::new();
        let ended = linear::run(desk, &mut Cursor::new(lines), &mut out, Options::default()).unwrap();
        (ended, String::from_utf8(out).unwrap())
    };
    let disk = Model::default();
    let (ended, said) = talk("co\n2\nrenew\nnever read\n", finding(desk_at(&disk, noon), &host));
    assert_eq!(ended, Ended::Anew);
    assert_eq!(said.matches("(!) renew: newer content on this host, check-code 0a1b2c3d").count(), 1, "{said}");
    assert!(!said.contains("never read"), "{said}");
    assert_eq!(records(&disk)[0].answers.len(), 2);
    let (ended, said) = talk("co\nrenew\n", desk_at(&Model::default(), noon));
    assert_eq!(ended, Ended::Gone, "there is nothing newer: {said}");
    assert!(said.contains("There is no newer content."), "{said}");
    // Where answers would be lost that is asked; whoever says no and goes away has not chosen it.
    let desk = || Desk::new(crate::play::script::content(), smo_desk::content::Lang(0), crate::play::script::day());
    for (lines, expected) in [
        ("co\nrenew\nconfirm\n", Ended::Anew),
        ("co\nrenew\nno\n", Ended::Gone),
        ("co\nrenew\nno\nquit\nconfirm\n", Ended::Quit),
    ] {
        let (ended, said) = talk(lines, finding(desk(), &host));
        assert_eq!(ended, expected, "{lines}: {said}");
        assert!(said.contains("Some answers are not saved."), "{said}");
    }
}
