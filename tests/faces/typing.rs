//! Typing is typing: what somebody types for one thing is never taken for another, and nothing half typed is lost.

use crate::play::digest::digest;
use crate::play::script::{content, play, start, start_in};
use smo_desk::content::Lang;
use smo_desk::rules::Interval;
use smo_desk::tui::app::{App, Flow};
use smo_desk::tui::key::Key;

const MET: &str = "n CO<enter> 2<enter> VE<enter> 1<enter> 1<enter> 1<enter>";
const MET_BY_ITSELF: &str = "f n CO 2 VE<enter> 1<enter> 1<enter> 1";

fn played(script: &str) -> App {
    let mut state = start();
    play(&mut state, script);
    state
}

fn type_in(state: &mut App, text: &str) {
    for c in text.chars() {
        state.key(Key::Char(c));
    }
}

fn typed(state: &App) -> &str {
    state.field().map_or("no field", |field| field.input.value())
}

/// A name in full is that country on one page too, by whichever letters it begins.
#[test]
fn on_one_page_a_name_typed_whole_is_that_country() {
    let content = content();
    for country in &content.countries {
        let names: Vec<&str> = (0..content.languages.len()).map(|n| country.name.get(Lang(n))).collect();
        for name in names.iter().flat_map(|name| [(*name).to_owned(), name.to_lowercase(), name.to_uppercase()]) {
            let mut state = played("f n");
            type_in(&mut state, &name);
            assert_eq!((typed(&state), state.desk.check().is_empty()), (&*name, true), "{}", digest(&state));
            play(&mut state, "<enter>");
            let given = state.desk.check().country(&content);
            assert_eq!(given, Some(&*country.id), "{name}: {}", digest(&state));
        }
    }
}

#[test]
fn on_one_page_a_nationality_typed_whole_is_that_one() {
    for (name, code) in
        [("costarricense", "CR"), ("paraguay", "PY"), ("venezolana", "VE"), ("NI,VE", "NI,VE"), ("Cuban", "CU")]
    {
        let mut state = played("f n CO 2");
        type_in(&mut state, name);
        assert_eq!(typed(&state), name, "{}", digest(&state));
        play(&mut state, "<enter>");
        assert_eq!(state.desk.check().answers().value("nationality").unwrap().to_string(), code, "{name}");
    }
}

#[test]
fn what_is_typed_after_the_form_went_on_to_its_end_is_no_command() {
    let ended = digest(&played(MET_BY_ITSELF));
    assert!(ended.starts_with("check detail") && ended.ends_with("said form_ended"), "{ended}");
    for text in ["regular", "already", "n", "q", "17", "u", "saturday", "!zme+"] {
        let mut state = played(MET_BY_ITSELF);
        let before = state.desk.check().clone();
        type_in(&mut state, text);
        assert_eq!((digest(&state), state.desk.check()), (ended.replace(" | said form_ended", ""), &before), "{text}");
        state.paste(text);
        state.key(Key::Alt('n'));
        assert_eq!(digest(&state), ended.replace(" | said form_ended", ""), "{text}");
    }
    for leave in ["<esc>", "<enter>"] {
        let left = digest(&played(&format!("{MET_BY_ITSELF}{leave} n")));
        assert!(left.starts_with("check asks country"), "{leave}: {left}");
    }
    let back = digest(&played(&format!("{MET_BY_ITSELF}<s-tab>")));
    assert!(back.starts_with("check asks status"), "{back}");
    assert!(digest(&played(&format!("{MET}n"))).starts_with("check asks country"), "Enter has left the form");
}

#[test]
fn digits_pasted_on_one_page_answer_nothing() {
    let state = played("f n <paste:17> ");
    assert!(digest(&state).starts_with("check asks country | \"17\""), "{}", digest(&state));
    let state = played("f n <paste:1>");
    assert!(digest(&state).starts_with("check asks country | \"1\""), "{}", digest(&state));
}

#[test]
fn tabs_and_line_ends_of_a_pasted_text_are_blanks() {
    for (text, field) in [
        ("VE\tCO", "VE CO"),
        ("VE\r\nCO\n", "VE CO"),
        ("\ncosta\nrica\r", "costa rica"),
        ("11\t6\t2023", "11 6 2023"),
        ("a\u{2028}b", "a b"),
        ("a\u{1b}b", "ab"),
    ] {
        let mut state = played("n");
        state.paste(text);
        assert_eq!(typed(&state), field, "{text:?}");
    }
}

#[test]
fn a_letter_held_with_alt_types_where_something_is_typed_and_commands_as_after_an_esc_elsewhere() {
    for lead in ["n", "n CO<enter> 2<enter>", "n CO", "n CO<enter> 2<enter> VE<enter> 2019"] {
        for c in "nqeuacdorptwix".chars() {
            let mut state = played(lead);
            let before = typed(&state).to_owned();
            assert_eq!(state.key(Key::Alt(c)), Flow::GoOn);
            assert_eq!(typed(&state), format!("{before}{c}"), "{lead}");
        }
    }
    let mut state = played("/");
    state.key(Key::Alt('q'));
    assert!(digest(&state).ends_with("over: find"), "{}", digest(&state));
    let mut state = played("o<enter>");
    state.key(Key::Alt('r'));
    assert_eq!(digest(&state), "requirements");
}

#[test]
fn a_letter_pressed_twice_does_not_type_into_what_it_opened() {
    for (lead, letter) in
        [("", 'n'), ("c", 'c'), (MET, 'n'), (MET, 't'), ("r", 'v'), ("p", 'g'), (&format!("{MET} p"), 'g')]
    {
        let mut once = played(lead);
        once.key(Key::Char(letter));
        let expected = digest(&once);
        for more in [1, 2, 20] {
            let mut state = played(lead);
            type_in(&mut state, &letter.to_string().repeat(1 + more));
            let seen = digest(&state);
            assert_eq!(
                seen.split(" | said").next(),
                expected.split(" | said").next(),
                "{lead} {letter} and {more} more"
            );
        }
    }
    // Whoever goes on typing meant the letter.
    assert_eq!(typed(&played("n ni")), "ni");
    assert_eq!(typed(&played("n n/a")), "n/a", "no search is opened behind a letter");
    assert!(digest(&played("n /")).ends_with("over: find"), "{}", digest(&played("n /")));
    assert_eq!(typed(&played("n n <back> ni")), "ni");
    assert_eq!(typed(&played("cc colombia")), "colombia");
    assert!(digest(&played("r v ve")).contains("filter open \"ve\" nationality=VE"), "{}", digest(&played("r v ve")));
}

#[test]
fn on_a_screen_that_shows_nothing_keys_do_nothing_but_quit() {
    let small = "<size:10x3>";
    let before = digest(&played(&format!("{MET} {small}")));
    for key in
        ["e", "u", "n", "a", "<enter>", "<esc>", "<tab>", "1", "i", "<down>", "<paste:CO>", "<c-u>", "<c-r>", "x"]
    {
        let mut state = played(&format!("{MET} {small} {key}"));
        assert_eq!(digest(&state), before, "{key}");
        play(&mut state, "<size:80x24>");
        assert!(digest(&state).starts_with("check detail | country=CO"), "{key}: {}", digest(&state));
    }
    assert_eq!(play(&mut played(small), "q"), Flow::Quit);
    for key in ["<c-c>", "<c-d>"] {
        assert_eq!(play(&mut played(&format!("{MET} {small}")), key), Flow::Quit, "{key}");
    }
    assert_eq!(play(&mut played(&format!("{MET} {small}")), "q"), Flow::GoOn, "answers would be lost unseen");
}

#[test]
fn that_there_is_no_room_for_four_panes_is_not_said_once_there_is() {
    let mut state = played("z");
    assert!(digest(&state).contains("Four panes need"), "{}", digest(&state));
    play(&mut state, "<size:80x25>");
    assert_eq!(digest(&state), "offices | 80x25");
}

#[test]
fn what_is_half_typed_waits_for_its_question_whichever_way_it_was_left() {
    let half = "n CO<enter> 2<enter> VE<enter> 11<space>ju";
    for (away, back) in [
        ("<s-tab>", "<enter>"),
        ("<s-tab><s-tab>", "<enter><enter>"),
        ("<esc>", "<enter>"),
        ("<tab>", "<enter>"),
        ("<esc> o", "c <enter>"),
        ("<c-g> offices <enter>", "c c"),
        ("<esc> 1", "<esc> 4"),
        ("<esc> n PE<enter>", "<esc> u u"),
    ] {
        let state = played(&format!("{half} {away}"));
        assert_ne!(typed(&state), "11 ju", "{away}");
        let state = played(&format!("{half} {away} {back}"));
        let shown =
            if state.field().is_some() { digest(&state) } else { digest(&played(&format!("{half} {away} {back} c"))) };
        assert!(shown.contains("asks arrived | \"11 ju\""), "{away} {back}: {shown}");
    }
    let two = played("n CO<enter> 2<enter> VE<enter> 11<space>ju <s-tab> hait <s-tab> <esc> 3");
    assert_eq!(typed(&two), "hait");
    let drafts: Vec<String> = two.panes.check.drafts().into_iter().map(|draft| draft.text).collect();
    assert_eq!(drafts, ["11 ju", "hait"], "each question keeps its own");
}

#[test]
fn what_is_not_to_be_stored_is_no_draft() {
    let state = played("n CO<enter> 2<enter> * VE <s-tab>");
    assert!(state.panes.check.drafts().is_empty());
    let state = played("n CO<enter> 2<enter> * VE <s-tab> <enter>");
    assert_eq!(typed(&state), "VE", "it waits all the same");
}

#[test]
fn a_changed_answer_opens_with_what_was_answered_and_enter_keeps_it() {
    let answers = |date: &str| format!("n CO<enter> 2<enter> VE<enter> {date}<enter>");
    for (date, stored) in [
        ("2019", "2019"),
        ("2023-05", "2023-05"),
        ("30<space>may<space>2023", "2023-05-30"),
        ("..2020-01-31", "..2020-01-31"),
        ("2", "2023-06-12.."),
        ("1", "..2023-06-11"),
    ] {
        let before = played(&answers(date));
        let mut state = played(&format!("{} <esc> 4", answers(date)));
        let chosen = state.field().unwrap().selected.is_some();
        assert!(chosen || typed(&state) == stored, "{date}: {}", digest(&state));
        play(&mut state, "<enter>");
        assert_eq!(digest(&state).replace("asks adult", ""), digest(&before).replace("asks adult", ""), "{date}");
    }
    let state = played(&format!("{} <esc> 4 2021", answers("2019")));
    assert_eq!(typed(&state), "2021", "what is typed takes its place");
    let state = played(&format!("{} <esc> 4 <back>8", answers("2019")));
    assert_eq!(typed(&state), "2018", "or it is mended");
    let state = played(&format!("{} <esc> 4 <esc>", answers("2019")));
    assert!(state.panes.check.drafts().is_empty(), "it is no draft");
    let state = played(&format!("{} <esc> 4 *", answers("2019")));
    assert!(digest(&state).contains("withheld") && typed(&state) == "2019", "{}", digest(&state));
    let mut state = played("n CO<enter> 2<enter> CU,VE<enter> <esc> 3");
    assert_eq!(typed(&state), "CU,VE");
    play(&mut state, "<enter>");
    assert_eq!(state.desk.check().answers().value("nationality").unwrap().to_string(), "CU,VE");
    assert_eq!(typed(&played("n PE<enter> <esc> 1")), "PE");
}

/// Every date that can be an answer is read in the form as it is put there.
#[test]
fn every_kind_of_date_opens_as_itself() {
    for stored in ["2019", "2019-02", "2019-02-28", "..2019-02-28", "2019-03-01.."] {
        let mut state = start_in(1, false, (80, 24));
        play(&mut state, &format!("n CO<enter> 2<enter> VE<enter> {stored}<enter>"));
        let value = state.desk.check().answers().value("arrived").unwrap().clone();
        assert_eq!(value.to_string(), stored);
        play(&mut state, "<esc> 4 <enter>");
        assert_eq!(state.desk.check().answers().value("arrived"), Some(&value), "{stored}");
    }
    assert_ne!(Interval::always().to_string(), "");
}

/// What is asked about an answer goes with each key that takes back what was typed.
#[test]
fn what_is_asked_about_an_answer_can_be_taken_back() {
    for key in ["<back>", "<c-u>", "<c-w>"] {
        let mut state = played("n CO<enter> 2<enter> VE<enter> 03/04/2023<enter>");
        assert!(state.field().unwrap().which.len() > 1);
        play(&mut state, &format!("<down>{key}"));
        let field = state.field().unwrap();
        assert!(field.which.is_empty() && field.selected.is_none(), "{key}");
        play(&mut state, "<enter>");
        assert!(state.desk.check().answers().get("arrived").is_none(), "{key}");
    }
}
