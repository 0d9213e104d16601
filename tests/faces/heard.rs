//! The table of what people type, in lines and on the screen: what is read is stored and said, what can be several is
//! asked, and what is refused stays as it was.

use crate::play::script::{content, day, play, start, start_in};
use smo_desk::content::Lang;
use smo_desk::desk::Desk;
use smo_desk::linear::{Options, Repl};
use smo_desk::plain::TextPage;
use smo_desk::rules::parse_value;
use smo_desk::tui::app::App;
use smo_desk::tui::key::Key;
use smo_desk::wording::Phrases;

/// What is typed before each question, in lines and on the screen.
const BEFORE: [(&str, &[&str], &str); 6] = [
    ("country", &[], "n"),
    ("nationality", &["co", "2"], "n CO<enter> 2<enter>"),
    ("arrived", &["co", "2", "ve"], "n CO<enter> 2<enter> VE<enter>"),
    ("adult", &["co", "2", "ve", "2019"], "n CO<enter> 2<enter> VE<enter> 2019<enter>"),
    ("asylum_registered", &["ec", "2", "ve", "2019", "2"], "n EC<enter> 2<enter> VE<enter> 2019<enter> 2<enter>"),
    ("status", &["co", "2", "ve", "2019", "1"], "n CO<enter> 2<enter> VE<enter> 2019<enter> 1<enter>"),
];

/// The rows of one question: what is typed, and what it comes to.
fn rows(id: &str) -> Vec<(&'static str, &'static str)> {
    let table = include_str!("../fixtures/heard.txt");
    let part = table.split('@').find(|part| part.lines().next() == Some(id)).unwrap();
    part.lines().filter_map(|line| line.split_once(" = ")).collect()
}

fn is_asked(outcome: &str) -> bool {
    outcome.starts_with("1:")
}

#[test]
fn in_lines() {
    let content = content();
    for (id, before, _) in BEFORE {
        let question = content.question(id).unwrap();
        for (typed, outcome) in rows(id) {
            let mut session = Repl::new(Desk::new(content.clone(), Lang(0), day()));
            let mut page = TextPage::new(Options::default());
            let go_on = ["next"].iter().chain(before);
            go_on.for_each(|line| assert!(session.reply(line, &mut page), "{line}"));
            let mut page = TextPage::new(Options::default());
            assert!(session.reply(typed, &mut page), "{typed}");
            let reply = page.text().split_whitespace().collect::<Vec<_>>().join(" ");
            let expected = if is_asked(outcome) {
                "Which one is meant?".to_owned()
            } else if outcome.starts_with('(') {
                "(!) ".to_owned()
            } else {
                let answer = parse_value(&content, question, outcome, day()).unwrap();
                let said = Phrases::new(&content, Lang(0)).answer(question, &answer);
                format!("{}: {said}", question.name.get(Lang(0)))
            };
            assert!(reply.starts_with(&expected), "{id} {typed:?}: {reply}");
        }
    }
}

/// Signs that are keys of the screen while something is typed.
const KEYS: [char; 2] = ['?', '*'];

#[test]
fn on_the_screen() {
    for (id, _, before) in BEFORE {
        for (typed, outcome) in rows(id).into_iter().filter(|(typed, _)| !typed.contains(KEYS)) {
            let mut state = start();
            play(&mut state, before);
            // A letter that opened the field is held back until another follows.
            type_in(&mut state, typed);
            play(&mut state, "<enter>");
            let stored = stored(&state, id);
            if is_asked(outcome) {
                assert_eq!(stored, "", "{id} {typed:?}");
                assert!(state.field().is_some_and(|field| !field.which.is_empty()), "{id} {typed:?}");
            } else if outcome.starts_with('(') {
                assert_eq!(stored, "", "{id} {typed:?}");
                assert!(state.field().is_some_and(|field| field.error.is_some()), "{id} {typed:?}");
            } else {
                assert_eq!(stored, outcome, "{id} {typed:?}");
            }
        }
    }
}

fn type_in(state: &mut App, text: &str) {
    for c in text.chars() {
        state.key(Key::Char(c));
    }
}

fn stored(state: &App, id: &str) -> String {
    use smo_desk::rules::Answer;
    match state.desk.check().answers().get(id) {
        Some(Answer::Known(value) | Answer::Withheld(value)) => value.to_string(),
        Some(Answer::DontKnow) => "unknown".to_owned(),
        Some(Answer::Declined) => "declined".to_owned(),
        None => String::new(),
    }
}

/// Where several are asked, the first letters of one choose it, as its number does.
#[test]
fn first_letters_choose_where_several_are_asked() {
    for (typed, letters, value) in [
        ("h", "hond", "HN"),
        ("h", "hai", "HT"),
        ("VE o CO", "col", "CO"),
        ("none", "don", "unknown"),
        ("gu", "2", "GF"),
    ] {
        let mut state = start();
        play(&mut state, "n CO<enter> 2<enter>");
        for text in [typed, letters] {
            type_in(&mut state, text);
            play(&mut state, "<enter>");
        }
        assert_eq!(stored(&state, "nationality"), value, "{typed}, {letters}");
        let mut session = Repl::new(Desk::new(content(), Lang(0), day()));
        let mut page = TextPage::new(Options::default());
        for line in ["next", "co", "2", typed] {
            assert!(session.reply(line, &mut page));
        }
        let mut page = TextPage::new(Options::default());
        assert!(session.reply(letters, &mut page));
        assert!(page.text().starts_with("Nationality: "), "{typed}, {letters}: {}", page.text());
    }
    let mut state = start();
    play(&mut state, "n CO<enter> 2<enter> VE<enter>");
    for text in ["11/06/2023", "6 nov"] {
        type_in(&mut state, text);
        play(&mut state, "<enter>");
    }
    assert_eq!(stored(&state, "arrived"), "2023-11-06");
}

/// What is in full another answer is never taken for a choice that only begins so, in any language.
#[test]
fn a_code_is_not_taken_for_a_choice_that_begins_so() {
    for (lang, expected) in [(0, "CO"), (1, "")] {
        let mut state = start_in(lang, false, (80, 24));
        play(&mut state, "n n<enter>");
        type_in(&mut state, "co");
        play(&mut state, "<enter>");
        assert_eq!(stored(&state, "country"), expected, "\"Corea del Norte\" is listed where that is its name");
    }
    for (lang, typed, code) in [(0, "CU", "CU"), (0, "CA", "CA"), (1, "co", "CO")] {
        let mut state = start_in(lang, false, (80, 24));
        play(&mut state, "n CO<enter> 2<enter> c<enter>");
        type_in(&mut state, typed);
        play(&mut state, "<enter>");
        assert_eq!(stored(&state, "nationality"), code, "a code is that country");
    }
    let mut state = start();
    play(&mut state, "n CO<enter> 2<enter> h<enter> 2,3<enter>");
    assert_eq!(stored(&state, "nationality"), "", "the numbers are those of the list that is shown");
}

/// The letter that opened a field and is pressed again is read on Enter: the country under the focus was not meant.
#[test]
fn a_letter_and_enter_store_no_country_that_was_only_highlighted() {
    for keys in ["n n<enter>", "n nn<enter>", "cc<enter>", "n CO<enter> 2<enter> VE<enter> <esc> n n<enter>"] {
        let mut state = start();
        play(&mut state, keys);
        assert!(state.desk.check().is_empty(), "{keys}");
    }
}

/// "Don't know" is an answer at once at every question, in both faces.
#[test]
fn dont_know_is_an_answer_everywhere() {
    for (id, _, before) in BEFORE {
        for (typed, value) in
            [("idk", "unknown"), ("no s\u{e9}", "unknown"), ("pa konn", "unknown"), ("refize", "declined")]
        {
            let mut state = start();
            play(&mut state, before);
            type_in(&mut state, typed);
            play(&mut state, "<enter>");
            assert_eq!(stored(&state, id), value, "{id} {typed}");
        }
    }
}

/// A field of the page goes on by itself after a digit of a single choice only; no name and no number is cut off.
#[test]
fn page_mode_cuts_nothing_off() {
    let typed = |before: &str, text: &str| {
        let mut state = start();
        play(&mut state, before);
        type_in(&mut state, text);
        state.field().map_or_else(String::new, |field| field.input.value().to_owned())
    };
    let names = ["nicaragua", "guatemalteco", "ecuatoriana", "peru", "haiti", "venezuela y colombia", "curacao"];
    for name in names {
        assert_eq!(typed("f n", name), name);
        assert_eq!(typed("f n CO 2", name), name);
    }
    for number in ["1", "12", "17", "2019"] {
        assert_eq!(typed("f n CO 2", number), number, "a set never goes on by itself");
        assert_eq!(typed("f n CO 2 VE<enter>", number), number, "nor does a date");
        assert_eq!(typed("f n CO 2 VE<enter> 1<enter>", number), number, "nor an age");
    }
}
