//! The table of keys, tested as a table, and in every place that the focus can be in.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::OnceLock;
use strum::VariantArray;

use crate::play::places::{self, Place};
use smo_desk::content::{Lang, Msg};
use smo_desk::desk::Action;
use smo_desk::tui::app::App;
use smo_desk::tui::key::Key;
use smo_desk::tui::keymap::{self, Binding, Cmd, KEYMAP, Scope, lookup};
use smo_desk::tui::view::footer;
use unicode_width::UnicodeWidthStr;

/// Every command. The match names them all: a new one has to be listed too.
const CMDS: [Cmd; 60] = [
    Cmd::Up,
    Cmd::Down,
    Cmd::Left,
    Cmd::Right,
    Cmd::Home,
    Cmd::End,
    Cmd::PageUp,
    Cmd::PageDown,
    Cmd::Choose,
    Cmd::Back,
    Cmd::NextPart,
    Cmd::PartBefore,
    Cmd::PaneOffices,
    Cmd::PaneRequirements,
    Cmd::PaneProcess,
    Cmd::PaneCheck,
    Cmd::Help,
    Cmd::Find,
    Cmd::Undo,
    Cmd::Redo,
    Cmd::NextPerson,
    Cmd::ForRecord,
    Cmd::Pathways,
    Cmd::Bring,
    Cmd::Sheet,
    Cmd::SheetLanguage,
    Cmd::SheetPersonal,
    Cmd::SheetFormat,
    Cmd::SheetCode,
    Cmd::SheetSave,
    Cmd::SheetReferral,
    Cmd::SheetPrint,
    Cmd::SheetCopy,
    Cmd::Cases,
    Cmd::Due,
    Cmd::CaseList,
    Cmd::Keep,
    Cmd::Delete,
    Cmd::Surely,
    Cmd::LetGo,
    Cmd::Stay,
    Cmd::TakeOut,
    Cmd::OnePage,
    Cmd::Map,
    Cmd::Spine,
    Cmd::Zoom,
    Cmd::FourPanes,
    Cmd::Filter,
    Cmd::Differ,
    Cmd::Withhold,
    Cmd::Reached,
    Cmd::Tracks,
    Cmd::Language,
    Cmd::Notices,
    Cmd::Hide,
    Cmd::Show,
    Cmd::Redraw,
    Cmd::Renew,
    Cmd::Quit,
    Cmd::QuitNow,
];

fn is_listed(cmd: Cmd) -> bool {
    match cmd {
        Cmd::Up
        | Cmd::Down
        | Cmd::Left
        | Cmd::Right
        | Cmd::Home
        | Cmd::End
        | Cmd::PageUp
        | Cmd::PageDown
        | Cmd::Choose
        | Cmd::Back
        | Cmd::NextPart
        | Cmd::PartBefore
        | Cmd::PaneOffices
        | Cmd::PaneRequirements
        | Cmd::PaneProcess
        | Cmd::PaneCheck
        | Cmd::Help
        | Cmd::Find
        | Cmd::Undo
        | Cmd::Redo
        | Cmd::NextPerson
        | Cmd::ForRecord
        | Cmd::Pathways
        | Cmd::Bring
        | Cmd::Sheet
        | Cmd::SheetLanguage
        | Cmd::SheetPersonal
        | Cmd::SheetFormat
        | Cmd::SheetCode
        | Cmd::SheetSave
        | Cmd::SheetReferral
        | Cmd::SheetPrint
        | Cmd::SheetCopy
        | Cmd::Cases
        | Cmd::Due
        | Cmd::CaseList
        | Cmd::Keep
        | Cmd::Delete
        | Cmd::Surely
        | Cmd::LetGo
        | Cmd::Stay
        | Cmd::TakeOut
        | Cmd::OnePage
        | Cmd::Map
        | Cmd::Spine
        | Cmd::Zoom
        | Cmd::FourPanes
        | Cmd::Filter
        | Cmd::Differ
        | Cmd::Withhold
        | Cmd::Reached
        | Cmd::Tracks
        | Cmd::Language
        | Cmd::Notices
        | Cmd::Hide
        | Cmd::Show
        | Cmd::Redraw
        | Cmd::Renew
        | Cmd::Quit
        | Cmd::QuitNow => CMDS.contains(&cmd),
    }
}

/// A state of every kind of place.
fn states() -> &'static [(Place, App)] {
    static STATES: OnceLock<Vec<(Place, App)>> = OnceLock::new();
    STATES.get_or_init(|| places::distinct().iter().map(|place| (place.clone(), place.state())).collect())
}

fn scope_lists() -> HashSet<&'static [Scope]> {
    states().iter().map(|(_, state)| state.scopes()).collect()
}

#[test]
fn the_places_are_all_there_are() {
    let seen: BTreeSet<&str> = states().iter().flat_map(|(_, state)| places::features(state)).collect();
    assert_eq!(seen, places::FEATURES.into_iter().collect::<BTreeSet<_>>());
    let used: HashSet<Scope> = scope_lists().into_iter().flatten().copied().collect();
    assert_eq!(used, Scope::VARIANTS.iter().copied().collect::<HashSet<_>>(), "each scope holds somewhere");
}

#[test]
fn no_key_stands_twice_in_a_scope() {
    let mut seen: HashMap<(Scope, Key), Cmd> = HashMap::new();
    for row in KEYMAP {
        assert!(Scope::VARIANTS.contains(&row.scope), "{:?} is missing in Scope::VARIANTS", row.scope);
        assert!(!row.keys.is_empty(), "{row:?} has no key");
        for key in row.keys {
            let before = seen.insert((row.scope, *key), row.cmd);
            assert_eq!(before, None, "{key:?} twice in {:?}", row.scope);
        }
    }
}

#[test]
fn every_command_can_be_given_somewhere() {
    let lists = scope_lists();
    for cmd in CMDS {
        let given = lists.iter().any(|scopes| KEYMAP.iter().any(|row| row.cmd == cmd && is_live(row, scopes)));
        assert!(given && is_listed(cmd), "no place has a key for {cmd:?}");
    }
}

#[test]
fn every_row_holds_somewhere() {
    let lists = scope_lists();
    for row in KEYMAP {
        assert!(lists.iter().any(|scopes| is_live(row, scopes)), "other rows always come before {row:?}");
    }
}

/// Whether one of the row's keys does in these scopes what the row says.
fn is_live(row: &Binding, scopes: &[Scope]) -> bool {
    scopes.contains(&row.scope) && row.keys.iter().any(|key| lookup(scopes, *key) == Some(row.cmd))
}

#[test]
fn no_command_needs_a_key_that_a_line_or_terminal_takes_away() {
    for row in KEYMAP {
        for key in row.keys {
            let taken = match key {
                // Fragments of escape sequences that a bad line has split.
                Key::Char(c) => matches!(c, '[' | '~' | 'O' | 'A'..='D' | 'F' | 'H' | 'P'..='S'),
                // Flow control and job control; the others are Enter, Tab, Backspace, Esc by another name.
                Key::Ctrl(c) => matches!(c, 's' | 'q' | 'z' | 'm' | 'j' | 'i' | 'h' | '[') || !c.is_ascii_lowercase(),
                _ => false,
            };
            assert!(!taken, "{key:?} in {row:?}");
        }
    }
    let has_plain_key = |cmd| KEYMAP.iter().any(|r| r.cmd == cmd && r.keys.iter().any(|k| !matches!(k, Key::F(_))));
    for row in KEYMAP.iter().filter(|row| row.keys.iter().any(|key| matches!(key, Key::F(_)))) {
        assert!(has_plain_key(row.cmd), "a function key alone gives {:?}", row.cmd);
    }
}

#[test]
fn letters_type_where_something_is_typed() {
    for (place, state) in states() {
        let first = state.scopes().first();
        let types = matches!(
            first,
            Some(Scope::Answering | Scope::Filter | Scope::Finding | Scope::HelpList | Scope::Bring | Scope::Day)
        );
        // No answer has a `?` in it.
        let is_help = |row: &&Binding| Some(&row.scope) == first && row.keys == [Key::Char('?')].as_slice();
        for row in keymap::rows(state.scopes()).into_iter().filter(|row| types && !is_help(row)) {
            let letter = row.keys.iter().find(|key| matches!(key, Key::Char(_)));
            assert_eq!(letter, None, "{}: {row:?}", place.keys);
        }
    }
}

#[test]
fn esc_and_enter_do_something_everywhere() {
    for (place, state) in states() {
        let scopes = state.scopes();
        let out = [Key::Esc, Key::Enter].map(|key| lookup(scopes, key));
        assert!(out.iter().all(Option::is_some), "{}: Esc and Enter do {out:?}", place.keys);
    }
}

#[test]
fn help_comes_first_in_every_footer_of_the_panes() {
    for (place, state) in states().iter().filter(|(_, state)| state.overlays.is_empty()) {
        let first = keymap::footer(state.scopes()).first().map(|row| row.cmd);
        assert_eq!(first, Some(Cmd::Help), "{}", place.keys);
    }
}

#[test]
fn footers_fit_and_say_the_way_out_and_what_enter_does() {
    for place in places::distinct() {
        let mut state = place.state();
        for lang in (0..state.desk.content().languages.len()).map(Lang) {
            state.desk.apply(Action::Speak(lang));
            for width in [78, 58, 40, 38] {
                let text: String = footer::keys(&state, width).into_iter().map(|span| span.content).collect();
                let at = format!("{:?} at {width}, language {}: {text:?}", place.keys, lang.0);
                assert!(text.width() <= width, "too wide: {at}");
                let rows = keymap::footer(state.scopes());
                let shown = |row: &Binding| text.contains(&entry(&state, row));
                let first = rows.first().unwrap();
                assert!(text.starts_with(&entry(&state, first)), "the first key is cut: {at}");
                let enter = rows.iter().find(|row| row.keys.contains(&Key::Enter));
                assert!(enter.is_some_and(|row| shown(row)), "what Enter does is not said: {at}");
                assert!(rows.iter().filter(|row| shown(row)).count() <= 6, "too many keys: {at}");
            }
        }
    }
}

fn entry(state: &App, row: &Binding) -> String {
    let key = row.keys.first().unwrap().name(state.desk.phrases());
    format!("{key} {}", state.desk.phrases().get(row.word))
}

#[test]
fn no_footer_says_two_things_with_one_word() {
    for (place, state) in states() {
        for lang in (0..state.desk.content().languages.len()).map(Lang) {
            let mut said: BTreeMap<&str, Cmd> = BTreeMap::new();
            for row in keymap::footer(state.scopes()) {
                let word = state.desk.content().msg(row.word, lang);
                let before = said.insert(word, row.cmd).filter(|before| *before != row.cmd);
                assert_eq!(before, None, "{:?}: {word:?} is also {:?}, language {}", place.keys, row.cmd, lang.0);
            }
        }
    }
}

#[test]
fn one_word_means_one_command() {
    let mut said: HashMap<Msg, Cmd> = HashMap::new();
    for row in KEYMAP {
        let before = *said.entry(row.word).or_insert(row.cmd);
        let turned = [before, row.cmd];
        assert!(before == row.cmd || turned.contains(&Cmd::Choose), "{:?} says {before:?} and {:?}", row.word, row.cmd);
    }
}
