//! The list of cases on the screen: a code that is typed there leads to its case, and to no other.

use crate::cases::{desk_at, noon, shown};
use crate::play::disk::Model;
use crate::play::script::play;
use smo_desk::case::Code;
use smo_desk::content::{Lang, Msg};
use smo_desk::desk::{Action, Saving};
use smo_desk::tui::app::App;
use smo_desk::tui::component::Message;
use smo_desk::tui::theme::Theme;

fn screen_at(disk: &Model) -> App {
    App::new(desk_at(disk, noon), Theme { ascii: false, color: true }, (80, 24))
}

fn current(state: &App) -> Option<Code> {
    match state.desk.saving() {
        Saving::Saved { code, .. } => Some(code.clone()),
        _ => None,
    }
}

/// Kept cases on a disk, with their codes.
fn kept(count: usize) -> (Model, Vec<Code>) {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    let codes = (0..count).map(|_| {
        play(&mut state, "n CO<enter> 2<enter> VE<enter> e");
        current(&state).unwrap()
    });
    let codes = codes.collect();
    assert_eq!(state.desk.close(), None);
    (disk, codes)
}

/// Codes of every first letter, doubled and not, before a digit and before a letter.
pub(crate) fn codes_of_all_kinds() -> Vec<Code> {
    let first = "2346789CDFGHJKMNPQRTVWXY".chars();
    let ends = |first: char| [first, 'X'].into_iter().flat_map(move |second| [(second, '2'), (second, 'C')]);
    let code = |(first, second, third)| format!("{first}{second}{third}7");
    let mixed =
        first.clone().flat_map(|first| ends(first).map(move |(second, third)| (first, second, third))).map(code);
    let same = first.map(|letter| letter.to_string().repeat(4));
    mixed.chain(same).map(|code| code.parse().unwrap()).collect()
}

/// A disk with one kept case of that code.
pub(crate) fn with_code(code: &Code) -> Model {
    let (disk, codes) = kept(1);
    let record = String::from_utf8(disk.bytes(&format!("{}.json", codes[0])).unwrap()).unwrap();
    let with_code = Model::default();
    with_code.put(&format!("{code}.json"), record.replace(codes[0].as_str(), code.as_str()).as_bytes());
    with_code
}

#[test]
fn a_code_is_typed_as_it_is_whatever_its_letters_are() {
    for code in codes_of_all_kinds() {
        let mut state = screen_at(&with_code(&code));
        play(&mut state, &format!("a {code}<enter>"));
        assert_eq!(current(&state), Some(code));
        state.desk.close();
    }
}

#[test]
fn a_typed_code_opens_its_case_in_capitals() {
    let (disk, codes) = kept(6);
    for code in &codes {
        let mut state = screen_at(&disk);
        play(&mut state, &format!("a {code}<enter>"));
        assert_eq!(current(&state).as_ref(), Some(code));
        state.desk.close();
    }
}

#[test]
fn what_begins_no_code_opens_no_case() {
    let (disk, codes) = kept(3);
    let none = |typed: &str| codes.iter().all(|code| !code.as_str().starts_with(typed));
    for typed in ["A", "AE", "5", "0000", "Z9"].into_iter().filter(|typed| none(typed)) {
        let mut state = screen_at(&disk);
        play(&mut state, &format!("a {typed}"));
        assert_eq!(state.message, Message::Msg(Msg::SaidNoCase), "{typed}");
        play(&mut state, "<enter>");
        assert_eq!((current(&state), &state.message), (None, &Message::Msg(Msg::SaidNoCase)), "{typed}");
        // Esc takes the letters away and leaves the list open, and Enter goes on as before.
        play(&mut state, "<esc><enter>");
        assert!(codes.iter().any(|code| current(&state).as_ref() == Some(code)), "{typed}");
        state.desk.close();
    }
}

#[test]
fn a_code_with_a_wrong_end_opens_no_case() {
    let (disk, codes) = kept(2);
    let mut state = screen_at(&disk);
    for code in &codes {
        let begun: String = code.as_str().chars().take(3).collect();
        play(&mut state, &format!("a {begun}A<enter>"));
        assert_eq!(current(&state), None, "{code}");
        play(&mut state, "<esc><esc>");
    }
}

/// Esc takes the letters away, and the footer says so in its own words: nothing is left as it is.
#[test]
fn the_footer_says_that_esc_clears_the_letters() {
    let (disk, codes) = kept(2);
    for (lang, words) in ["clear the letters", "borrar las letras", "efase lèt yo"].into_iter().enumerate() {
        for size in [(80, 24), (60, 20), (40, 12)] {
            let mut state = App::new(desk_at(&disk, noon), Theme { ascii: false, color: true }, size);
            state.desk.apply(Action::Speak(Lang(lang)));
            play(&mut state, "a ");
            assert!(!shown(&state).contains(words), "{words} at {size:?} with no letter");
            play(&mut state, &codes[0].as_str()[..1]);
            assert!(shown(&state).contains(&format!("Esc {words}")), "{size:?}:\n{}", shown(&state));
            assert!(!shown(&state).contains(state.desk.content().msg(Msg::KeyLeaveIt, Lang(lang))));
            play(&mut state, "<esc>");
            assert!(!shown(&state).contains(words), "{words} at {size:?} after Esc");
            state.desk.close();
        }
    }
}
