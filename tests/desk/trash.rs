//! Deleting: asked first, never by what is typed for something else, and never at once for good.

use crate::case_list::{codes_of_all_kinds, with_code};
use crate::cases::{desk_at, noon, records};
use crate::play::disk::Model;
use crate::play::places::{self, Place};
use crate::play::script::{content, play};
use chrono::{Days, NaiveDate, NaiveDateTime};
use smo_desk::case::{Code, Holder, Record, Store};
use smo_desk::content::{Lang, Msg};
use smo_desk::desk::{Action, Saving};
use smo_desk::tui::app::{App, Flow};
use smo_desk::tui::key::Key;
use smo_desk::tui::theme::Theme;
use std::collections::BTreeSet;
use std::thread;

const MET: &str = "n CO<enter> 2<enter> VE<enter> 1<enter> 1<enter> 1<enter>";

fn screen_at(disk: &Model) -> App {
    let mut state = App::new(desk_at(disk, noon), Theme { ascii: false, color: true }, (80, 24));
    state.offer_cases();
    state
}

fn code_here(state: &App) -> Code {
    match state.desk.saving() {
        Saving::Saved { code, .. } => code.clone(),
        other => panic!("{other:?}"),
    }
}

/// A disk with one kept case on it.
fn with_kept_case() -> (Model, Code) {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, &format!("{MET} e"));
    let code = code_here(&state);
    assert_eq!(state.desk.close(), None);
    (disk, code)
}

fn trashed(disk: &Model) -> Vec<String> {
    disk.names().into_iter().filter(|name| name.starts_with("trash/")).collect()
}

#[test]
fn a_case_is_deleted_by_a_choice_or_by_its_code_and_by_nothing_else() {
    for (answer, goes) in [
        ("<enter>", false),
        ("<esc>", false),
        ("y", false),
        ("y<enter>", false),
        ("d<enter>", false),
        ("<down><enter>", true),
        ("<down><up><enter>", false),
        ("<down>x<enter>", false),
        ("ddd<enter>", false),
        ("ddd<down><enter>", true),
        ("ddd<down><up><enter>", false),
        ("CODE<up><enter>", false),
        ("CODE", false),
        ("CODE<enter>", true),
        ("code<enter>", true),
        ("CODE<back><enter>", false),
    ] {
        let (disk, code) = with_kept_case();
        let mut state = screen_at(&disk);
        let answer = answer.replace("CODE", code.as_str()).replace("code", &code.as_str().to_lowercase());
        play(&mut state, &format!("a d {answer}"));
        assert_eq!(records(&disk).is_empty(), goes, "{answer}");
        assert_eq!(
            trashed(&disk),
            if goes { vec![format!("trash/{code}.2026-11-30.deleted")] } else { Vec::new() },
            "{answer}"
        );
    }
}

#[test]
fn a_code_that_begins_like_the_key_that_asks_for_it_deletes_its_case() {
    for code in codes_of_all_kinds() {
        for typed in [code.to_string(), code.as_str().to_lowercase()] {
            let disk = with_code(&code);
            let mut state = App::new(desk_at(&disk, noon), Theme { ascii: false, color: true }, (80, 24));
            play(&mut state, &format!("a d {typed}<enter>"));
            assert!(records(&disk).is_empty(), "{typed}");
        }
    }
}

#[test]
fn what_was_deleted_can_be_brought_back_until_the_day_that_was_said() {
    for lang in 0..3 {
        let (disk, code) = with_kept_case();
        let before = records(&disk);
        let mut state = screen_at(&disk);
        state.desk.apply(Action::Speak(Lang(lang)));
        play(&mut state, "a d <down><enter>");
        let day: NaiveDate = "2026-11-30".parse().unwrap();
        let said = state.desk.phrases().fill(Msg::SaidTrashed, &[("date", &state.desk.phrases().day(day))]);
        assert_eq!(state.message, smo_desk::tui::component::Message::Text(said));
        let bytes = disk.bytes(&format!("trash/{code}.2026-11-30.deleted")).unwrap();
        disk.put(&format!("{code}.json"), &bytes);
        assert_eq!(records(&disk), before);
    }
}

#[test]
fn the_trash_is_emptied_once_the_days_are_over_and_not_while_the_clock_jumps() {
    let day = |n: u64| noon().date() + Days::new(n);
    let (disk, code) = with_kept_case();
    let store = Store::open(Box::new(disk.clone())).unwrap();
    store.throw_away(&code, day(7)).unwrap();
    for (n, there) in [(1, true), (6, true), (7, true), (8, false), (20, false)] {
        let purged = store.purge(day(n), 7).unwrap();
        assert!(purged.deleted.is_empty() && purged.errors.is_empty(), "{purged:?}");
        assert_eq!(!trashed(&disk).is_empty(), there, "day {n}");
    }
    let (disk, code) = with_kept_case();
    let store = Store::open(Box::new(disk.clone())).unwrap();
    store.throw_away(&code, day(7)).unwrap();
    store.purge(day(1), 7).unwrap();
    store.purge(day(300), 7).unwrap();
    assert_eq!(trashed(&disk).len(), 1, "the clock may be wrong");
    store.purge(day(301), 7).unwrap();
    assert!(trashed(&disk).is_empty());
    let (disk, code) = with_kept_case();
    let store = Store::open(Box::new(disk.clone())).unwrap();
    store.throw_away(&code, day(4000)).unwrap();
    store.purge(day(1), 7).unwrap();
    assert_eq!(trashed(&disk), [format!("trash/{code}.{}.deleted", day(8))], "thrown away under a wrong clock");
}

#[test]
fn damaged_files_go_to_the_trash_with_their_case_and_no_new_case_takes_its_code() {
    let (disk, code) = with_kept_case();
    disk.put(&format!("{code}.damaged-1"), b"{");
    let store = Store::open(Box::new(disk.clone())).unwrap();
    store.throw_away(&code, noon().date()).unwrap();
    let names = [format!("trash/{code}.2026-11-23.damaged-1"), format!("trash/{code}.2026-11-23.deleted")];
    assert_eq!(trashed(&disk), names);
    for _ in 0..200 {
        assert_ne!(*store.begin(&Holder::here(noon())).unwrap().code(), code);
    }
    assert!(store.throw_away(&code, noon().date()).is_err(), "there is none any more");
}

#[test]
fn a_letter_of_a_word_neither_lets_a_kept_case_go_nor_takes_its_answers_back() {
    let (disk, code) = with_kept_case();
    let before = records(&disk);
    let mut state = screen_at(&disk);
    play(&mut state, "a<enter>");
    assert_eq!(code_here(&state), code);
    for key in ["e", "ee", "u", "uuu"] {
        play(&mut state, key);
        assert!(state.desk.is_kept(), "{key}");
        assert_eq!(records(&disk)[0].answers, before[0].answers, "{key}");
    }
    play(&mut state, "<c-e>");
    assert!(!state.desk.is_kept());
    play(&mut state, "e");
    assert!(state.desk.is_kept());
}

#[test]
fn an_answer_of_a_kept_case_is_taken_back_by_a_key_that_no_word_has() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, &format!("{MET} e u"));
    assert_eq!(records(&disk)[0].answers.len(), 6);
    play(&mut state, "<c-u>");
    assert_eq!(records(&disk)[0].answers.len(), 5);
}

#[test]
fn a_finished_case_that_nobody_keeps_says_that_it_goes_and_quitting_says_that_it_went() {
    for lang in 0..3 {
        let disk = Model::default();
        let mut state = screen_at(&disk);
        state.desk.apply(Action::Speak(Lang(lang)));
        play(&mut state, "n CO<enter> 2<enter>");
        assert!(!state.desk.goes_at_quit());
        play(&mut state, "VE<enter> 1<enter> 1<enter> 1<enter>");
        assert!(state.desk.goes_at_quit());
        let code = code_here(&state);
        play(&mut state, "e");
        assert!(!state.desk.goes_at_quit());
        play(&mut state, "<c-e>");
        assert!(state.desk.goes_at_quit());
        let said = state.desk.phrases().fill(Msg::SaidGone, &[("codes", code.as_str())]);
        assert_eq!(state.desk.close(), Some(said));
        assert!(records(&disk).is_empty());
    }
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n CO<enter>");
    assert_eq!(state.desk.close(), None, "it stays for some days");
}

/// Words that people could type, from all that the program says in its languages, and some that once deleted a case.
fn words() -> Vec<String> {
    let content = content();
    let langs = (0..content.languages.len()).map(Lang);
    let texts: Vec<&str> = langs
        .flat_map(|lang| Msg::ALL.iter().map(move |msg| (*msg, lang)))
        .map(|(msg, lang)| content.msg(msg, lang))
        .collect();
    let names = content.countries.iter().flat_map(|country| country.name.all().chain(country.demonym.all()));
    let all: BTreeSet<String> = texts
        .into_iter()
        .chain(names)
        .flat_map(|text| text.split(|c: char| !c.is_alphabetic()))
        .filter(|word| word.chars().count() > 1)
        .map(str::to_lowercase)
        .collect();
    let step = (all.len() / 496).max(1);
    let some = all.into_iter().step_by(step).take(496);
    some.chain(["already", "saturday", "ecuador y", "quiet day"].map(str::to_owned)).collect()
}

/// What of a case no typed word may change.
fn kept(disk: &Model) -> Vec<(String, Record)> {
    let mut kept: Vec<(String, Record)> = records(disk)
        .into_iter()
        .filter(|record| record.kept)
        .map(|mut record| {
            // Where somebody was in the form, and what is half typed there.
            (record.at, record.draft, record.changed) = (None, None, NaiveDateTime::MIN);
            (record.pathways, record.finished) = (false, false);
            (record.code().to_string(), record)
        })
        .collect();
    kept.sort_by(|a, b| a.0.cmp(&b.0));
    kept
}

#[test]
fn no_word_typed_anywhere_changes_or_deletes_a_kept_case() {
    let words = words();
    assert_eq!(words.len(), 500);
    // One place of each kind in which keys mean something else, with a person and without one.
    let mut seen = BTreeSet::new();
    let mut is_new = |state: &App| seen.insert((state.scopes(), state.desk.check().is_empty()));
    let places: Vec<_> = places::distinct().iter().filter(|place| is_new(&place.state())).enumerate().collect();
    thread::scope(|scope| {
        for some in places.chunks(places.len().div_ceil(4)) {
            scope.spawn(|| some.iter().for_each(|(n, place)| type_at(place, *n, &words)));
        }
    });
}

/// One word in three at each place; all of them with `EVERY_WORD`.
fn type_at(place: &Place, n: usize, words: &[String]) {
    let step = if std::env::var_os("EVERY_WORD").is_some() { 1 } else { 3 };
    let (disk, _) = with_kept_case();
    let mut state = screen_at(&disk);
    let set_out = |state: &mut App| {
        place.enter(state);
        state.desk.apply(Action::Keep(true));
    };
    set_out(&mut state);
    let mut before = kept(&disk);
    for (m, word) in words.iter().skip(n % step).step_by(step).enumerate() {
        for c in word.chars() {
            if state.key(Key::Char(c)) == Flow::Quit {
                break;
            }
        }
        if (n + m).is_multiple_of(8) {
            state.keep_draft();
            assert_eq!(kept(&disk), before, "{:?} typed after {:?}", word, place.keys);
            state = screen_at(&disk);
            set_out(&mut state);
            before = kept(&disk);
        }
    }
}

/// What becomes of the answers is said whole beside the keys of all panes, or by the code alone; never cut off.
#[test]
fn the_header_says_whole_that_a_case_goes_at_quit() {
    for lang in 0..content().languages.len() {
        for width in [40, 50, 56, 60, 66, 72, 80, 100, 120] {
            let mut state = screen_at(&Model::default());
            state.desk.apply(Action::Speak(Lang(lang)));
            state.resize(width, 24);
            play(&mut state, MET);
            let area = ratatui::layout::Rect::new(0, 0, width, 24);
            let mut buffer = ratatui::buffer::Buffer::empty(area);
            smo_desk::tui::view::render(&state, area, &mut buffer);
            let first: String = (0..width).map(|x| buffer[(x, 0)].symbol()).collect();
            let code = code_here(&state);
            let goes = Msg::GoesAtQuit;
            let values = [("code", code.as_str()), ("n", "6"), ("of", "6")];
            let whole = smo_desk::wording::Phrases::new(&content(), Lang(lang)).fill(goes, &values);
            let alone = first.contains(code.as_str()) && !first.contains("6/");
            assert!(first.contains(&whole) || alone, "{lang} {width}: {first}");
            assert!(width < 100 || first.contains(&whole), "{lang} {width}: {first}");
            let language = &*content().languages[lang].id;
            assert!(first.contains(&format!(" {language}")), "{lang} {width}: {first}");
        }
    }
}
