//! Journeys: where one is, the keys, and where one is then.

use std::collections::BTreeSet;

use crate::play::digest::digest;
use crate::play::script::{acts, content, play, start, start_in};
use smo_desk::check::Choice;
use smo_desk::content::Question;
use smo_desk::desk::Action;
use smo_desk::rules::Verdict;
use smo_desk::tui::app::App;
use smo_desk::tui::app::Flow;

/// The person of every office who meets all that is stated, from `n` to the verdict.
const MET: [(&str, &str, usize); 4] = [
    ("colombia", "n CO<enter> 2<enter> VE<enter> 1<enter> 1<enter> 1<enter>", 15),
    ("costa-rica", "n CR<enter> 2<enter> VE<enter> 1<enter>", 11),
    ("ecuador", "n EC<enter> 2<enter> VE<enter> 1<enter> 1<enter>", 13),
    ("guatemala", "n GT<enter> 2<enter> GT<enter> 1<enter>", 11),
];

/// What `{met}` stands for where a journey leads.
fn met(digest: &str) -> String {
    let person = "country=CO existing_case=no nationality=VE arrived=..2023-06-11 adult=yes status=regular";
    digest.replace("{met}", &format!("{person} | CO+ CR- EC- GT-"))
}

/// After `from`, `keys` lead to `to`.
#[track_caller]
fn journey(from: &str, keys: &str, to: &str) -> App {
    let mut state = start();
    play(&mut state, from);
    play(&mut state, keys);
    assert_eq!(digest(&state), met(to), "\nfrom {from}\nkeys {keys}");
    state
}

#[test]
fn every_office_is_met_in_few_keys() {
    for (office, keys, count) in MET {
        assert_eq!(acts(keys).len(), count, "{office}");
        assert!(count <= 15);
        let mut state = start();
        play(&mut state, keys);
        let finding = state.desk.finding_here().unwrap();
        assert_eq!((&*finding.office.id, finding.verdict), (office, Verdict::Met), "{}", digest(&state));
        assert!(digest(&state).starts_with("check detail"), "the result is shown: {}", digest(&state));
    }
}

#[test]
fn quitting_asks_only_when_answers_would_be_lost() {
    for (keys, flow) in [
        ("q", Flow::Quit),
        ("n <esc>q", Flow::Quit),
        ("n<c-c>", Flow::Quit),
        ("nCO<enter><c-d>", Flow::Quit),
        ("nCO<enter>?<c-c>", Flow::Quit),
        ("nCO<enter><esc>xq", Flow::GoOn),
        ("nCO<enter><esc>x<c-c>", Flow::Quit),
        ("nCO<enter><esc>q", Flow::Flush),
        ("nCO<enter><esc>qq", Flow::GoOn),
        ("nCO<enter><esc>q<enter>", Flow::Quit),
        ("nCO<enter><esc>qy", Flow::GoOn),
        ("nCO<enter><esc>q<esc>", Flow::GoOn),
        ("nCO<enter><esc>n<esc>q", Flow::Flush),
        ("nq", Flow::GoOn),
        ("<c-l>", Flow::Redraw),
        ("<f5>", Flow::Redraw),
    ] {
        assert_eq!(play(&mut start(), keys), flow, "{keys}");
    }
    journey("n CO<enter><esc>", "q", "check | row 2 | country=CO, more to ask | CO? CR- EC- GT- | over: quit?");
    journey("n CO<enter><esc>", "qq", "check | row 2 | country=CO, more to ask | CO? CR- EC- GT- | over: quit?");
    journey("n CO<enter><esc>", "q<esc>", "check | row 2 | country=CO, more to ask | CO? CR- EC- GT-");
}

#[test]
fn arrows_enter_tab_and_esc_are_enough() {
    let mut state = journey("", "<s-tab><right><right><right><enter>", "check");
    play(&mut state, "<enter>");
    let wanted = ["CO", "no", "VE", "..2023-06-11", "yes", "regular"];
    for value in wanted {
        step_to(&mut state, value);
        play(&mut state, "<enter>");
    }
    assert_eq!(digest(&state), met("check detail | {met}"));
    // And by Tab and Esc back to the tabs and to another pane.
    play(&mut state, "<tab><left><left><left><enter><enter><esc>");
    assert_eq!(digest(&state), met("offices | {met}"));
}

fn chosen(state: &App, question: &Question) -> Choice {
    let field = state.field().unwrap();
    field.choices(&state.desk, question).into_iter().nth(field.selected.unwrap()).unwrap()
}

/// Presses Down until the focus is on the choice of a value.
fn step_to(state: &mut App, value: &str) {
    for _ in 0..20 {
        play(state, "<down>");
        let question = state.desk.question().cloned().unwrap();
        let choice = chosen(state, &question);
        if choice.answer.value().is_some_and(|answer| answer.to_string() == value) {
            return;
        }
    }
    panic!("no choice {value}: {}", digest(state));
}

#[test]
fn the_first_screen_is_the_offices() {
    journey("", "", "offices");
}

#[test]
fn back_goes_through_the_questions_and_keeps_the_answers() {
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "<s-tab>",
        "check asks nationality | on choice 2 | country=CO existing_case=no nationality=VE, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "<s-tab><s-tab><s-tab>",
        "check asks country | on choice 1 | country=CO existing_case=no nationality=VE, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "<s-tab><s-tab><s-tab><s-tab>",
        "check asks country | on choice 1 | country=CO existing_case=no nationality=VE, more to ask | CO? CR- EC- GT- | said first_question",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "<s-tab><s-tab><enter>",
        "check asks arrived | country=CO existing_case=no nationality=VE, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter>",
        "<esc>",
        "check | row 3 | country=CO existing_case=no, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> V",
        "<esc><enter>",
        "check asks nationality | \"V\" | country=CO existing_case=no, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter>",
        "<tab>",
        "check | row 3 | country=CO existing_case=no, more to ask | CO? CR- EC- GT-",
    );
}

#[test]
fn an_answer_is_changed_from_the_result() {
    journey(MET[0].1, "<enter>", "check | {met}");
    journey(MET[0].1, "<enter><down><down><down><enter>", "check asks arrived | on choice 1 | {met}");
    journey(
        MET[0].1,
        "<enter><down><down><down><enter> 2<enter>",
        "check detail | country=CO existing_case=no nationality=VE arrived=2023-06-12.. adult=yes status=regular | CO-(was Met) CR- EC- GT-",
    );
    journey(
        MET[0].1,
        "c<esc> 4 2022<enter>",
        "check detail | country=CO existing_case=no nationality=VE arrived=2022 adult=yes status=regular | CO+ CR- EC- GT-",
    );
    journey(
        MET[0].1,
        "<esc> 1 EC<enter>",
        "check asks arrived | at ecuador | country=EC existing_case=no nationality=VE arrived=..2023-06-11 parked adult=yes status=regular parked, more to ask | CO-(was Met) CR- EC?(was NotMet) GT-",
    );
    journey(
        MET[0].1,
        "<esc> 1 EC<enter><esc> 1 CO<enter>",
        "check detail | country=CO existing_case=no nationality=VE arrived=..2023-06-11 adult=yes status=regular | CO+(was NotMet) CR- EC-(was Unclear) GT-",
    );
    journey(
        MET[0].1,
        "<esc> 3 <down><down><enter>",
        "check detail | country=CO existing_case=no nationality=HT arrived=..2023-06-11 adult=yes status=regular | CO+ CR- EC- GT-",
    );
}

#[test]
fn undo_and_redo_go_answer_by_answer() {
    journey(
        "n CO<enter> 2<enter>",
        "<c-u>",
        "check asks existing_case | country=CO, more to ask | CO? CR- EC- GT- | said \"Undone: Has a case, no. Ctrl-R does it again.\"",
    );
    journey("n CO<enter>", "<c-u>", "check asks country | said \"Undone: Country, Colombia. Ctrl-R does it again.\"");
    journey("n CO<enter> 2<enter>", "<c-u><c-u><c-u>", "check asks country | said nothing_to_undo");
    journey(
        "n CO<enter> 2<enter>",
        "<c-u><c-u><c-r>",
        "check asks existing_case | country=CO, more to ask | CO? CR- EC- GT- | said redone",
    );
    journey(
        "n CO<enter> 2<enter>",
        "<c-r>",
        "check asks nationality | country=CO existing_case=no, more to ask | CO? CR- EC- GT- | said nothing_to_redo",
    );
    journey(
        MET[0].1,
        "u",
        "check detail | country=CO existing_case=no nationality=VE arrived=..2023-06-11 adult=yes, more to ask | CO? CR- EC- GT- | said \"Undone: Legal status, regular status. Ctrl-R does it again.\"",
    );
    journey(MET[0].1, "uu<c-r><c-r>", "check detail | {met} | said redone");
    journey(
        "n CO<enter> 2<enter> V",
        "<c-u>",
        "check asks nationality | country=CO existing_case=no, more to ask | CO? CR- EC- GT-",
    );
}

#[test]
fn undo_and_redo_leave_what_is_typed_and_marked() {
    let asks = "check asks nationality";
    let person = "country=CO existing_case=no, more to ask | CO? CR- EC- GT-";
    for typed in ["", "V"] {
        let value = if typed.is_empty() { String::new() } else { format!("{typed:?} | ") };
        journey(
            &format!("n CO<enter> 2<enter> *{typed}"),
            "<c-r>",
            &format!("{asks} | {value}withheld | {person} | said nothing_to_redo"),
        );
    }
    journey("n *", "<c-u>", "check asks country | withheld | said nothing_to_undo");
    // The item is undone; the question is the same one.
    journey(
        "n CO<enter> 2<enter> *<esc>t<enter><esc>c",
        "<c-u>",
        &format!("{asks} | withheld | {person} | said undone"),
    );
}

#[test]
fn the_last_person_comes_back_after_n() {
    journey(MET[0].1, "n", "check asks country | on choice 1 | said next_person");
    journey(MET[0].1, "n <esc>u", "check | row 6 | {met} | said person_back");
    journey(MET[0].1, "n <c-u>", "check detail | {met} | said person_back");
    journey(
        MET[0].1,
        "n GT<enter>",
        "check asks existing_case | at guatemala | country=GT, more to ask | CO- CR- EC- GT?",
    );
    journey(MET[0].1, "n GT<enter> <c-u><c-u>", "check detail | {met} | said person_back");
}

#[test]
fn what_is_wrong_keeps_what_was_typed() {
    journey("n", "<enter>", "check asks country | wrong: Nothing");
    journey("n", "zz<enter>", "check asks country | \"zz\" | wrong: Invalid(NoCountry)");
    journey(
        "n",
        "zz<enter><back><back>CO<enter>",
        "check asks existing_case | country=CO, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter>",
        "5<enter>",
        "check asks existing_case | \"5\" | wrong: Invalid(NoChoice) | country=CO, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "31/02/2023<enter>",
        "check asks arrived | \"31/02/2023\" | wrong: Invalid(NoDate(Calendar(Day(2023, 2, 31)))) | country=CO existing_case=no nationality=VE, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "2023-13<enter>",
        "check asks arrived | \"2023-13\" | wrong: Invalid(NoDate(Calendar(Month(13)))) | country=CO existing_case=no nationality=VE, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "2031<enter>",
        "check asks arrived | \"2031\" | wrong: Invalid(Future(2026-11-23)) | country=CO existing_case=no nationality=VE, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "1803<enter>",
        "check asks arrived | \"1803\" | wrong: Invalid(TooEarly) | country=CO existing_case=no nationality=VE, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "0000<enter>",
        "check asks arrived | \"0000\" | wrong: Invalid(NoDate(Calendar(YearZero))) | country=CO existing_case=no nationality=VE, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "june<space>23<enter>",
        "check asks arrived | \"june 23\" | wrong: Invalid(NoDate(ShortYear)) | country=CO existing_case=no nationality=VE, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "11.6.23<enter>",
        "check asks arrived | \"11.6.23\" | wrong: Invalid(NoDate(ShortYear)) | country=CO existing_case=no nationality=VE, more to ask | CO? CR- EC- GT-",
    );
}

#[test]
fn a_date_that_can_be_read_two_ways_is_asked_about() {
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "11/06/2023<enter>",
        "check asks arrived | which of 2 | country=CO existing_case=no nationality=VE, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "11/06/2023<enter> 1<enter>",
        "check asks adult | country=CO existing_case=no nationality=VE arrived=2023-06-11, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "11/06/2023<enter> 2<enter>",
        "check detail | country=CO existing_case=no nationality=VE arrived=2023-11-06 | CO- CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "11/06/2023<enter> <down><down><enter>",
        "check detail | country=CO existing_case=no nationality=VE arrived=2023-11-06 | CO- CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "11/06/2023<enter> <back>",
        "check asks arrived | country=CO existing_case=no nationality=VE, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "11/06/2023<enter> 2019<enter>",
        "check asks adult | country=CO existing_case=no nationality=VE arrived=2019, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "30/06/2023<enter>",
        "check detail | country=CO existing_case=no nationality=VE arrived=2023-06-30 | CO- CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "11<space>jun<space>2023<enter>",
        "check asks adult | country=CO existing_case=no nationality=VE arrived=2023-06-11, more to ask | CO? CR- EC- GT-",
    );
}

#[test]
fn dates_of_every_exactness() {
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "2019<enter>",
        "check asks adult | country=CO existing_case=no nationality=VE arrived=2019, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "2023<enter>",
        "check asks adult | country=CO existing_case=no nationality=VE arrived=2023, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "03<space>2023<enter>",
        "check asks adult | country=CO existing_case=no nationality=VE arrived=2023-03, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "2023-06-11<enter>",
        "check asks adult | country=CO existing_case=no nationality=VE arrived=2023-06-11, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "2023-06-12<enter>",
        "check detail | country=CO existing_case=no nationality=VE arrived=2023-06-12 | CO- CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> VE<enter>",
        "3<enter>",
        "check asks adult | country=CO existing_case=no nationality=VE arrived=always, more to ask | CO? CR- EC- GT-",
    );
}

#[test]
fn dont_know_and_prefers_not_to_say() {
    journey(
        "n CO<enter> 0<enter> VE<enter> 1<enter>",
        "0<enter>",
        "check asks status | country=CO existing_case=DontKnow nationality=VE arrived=..2023-06-11 adult=DontKnow, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 0<enter> VE<enter> 1<enter>",
        "9<enter>",
        "check asks status | country=CO existing_case=DontKnow nationality=VE arrived=..2023-06-11 adult=Declined, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 0<enter> VE<enter> 1<enter>",
        "9<enter> 1<enter>",
        "check detail | country=CO existing_case=DontKnow nationality=VE arrived=..2023-06-11 adult=Declined status=regular | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 0<enter> VE<enter>",
        "0<enter> 1<enter> 1<enter>",
        "check detail | country=CO existing_case=DontKnow nationality=VE arrived=DontKnow adult=yes status=regular | CO? CR- EC- GT-",
    );
    journey(
        "",
        "n 9<enter> 2<enter> VE<enter>",
        "check asks arrived | country=Declined existing_case=no nationality=VE, more to ask | CO? CR? EC? GT-",
    );
}

#[test]
fn the_language_changes_live() {
    journey("", "i", "offices | in es");
    journey("", "iii", "offices");
    journey(
        "n CO<enter> 2<enter>",
        "<esc>i<enter> ven<enter>",
        "check asks arrived | country=CO existing_case=no nationality=VE, more to ask | CO? CR- EC- GT- | in es",
    );
    journey(
        "n CO<enter> 2<enter>",
        "V<esc>i<enter>",
        "check asks nationality | \"V\" | country=CO existing_case=no, more to ask | CO? CR- EC- GT- | in es",
    );
    journey("", "!i", "offices | in es | over: notices");
    journey("", "ii n ayisyen", "check asks country | \"ayisyen\" | in ht");
}

#[test]
fn help_lists_and_narrows() {
    journey("", "?", "offices | over: help");
    journey("", "? und <down><pgdn>", "offices | over: help");
    journey("", "?<esc>", "offices");
    journey("n", "?<esc>", "check asks country");
    journey("n C", "?", "check asks country | \"C\" | over: help");
    journey("n C", "?<esc>", "check asks country | \"C\"");
    journey("n C", "<f1>", "check asks country | \"C\" | over: help");
    journey("", "?q<enter>", "offices");
}

#[test]
fn notices_are_read_and_closed() {
    journey("", "!<down><pgdn><esc>", "offices");
    journey("p", "!b", "process");
    journey("", "!?", "offices | over: notices");
}

#[test]
fn the_hidden_screen_takes_nothing() {
    journey(MET[0].1, "x", "check detail | {met} | over: hidden");
    journey(MET[0].1, "x n q c <up>", "check detail | {met} | over: hidden");
    journey(MET[0].1, "x x", "check detail | {met}");
    journey("n CO", "<c-x> x", "check asks country | \"CO\"");
    journey("n CO", "<c-x> zz<enter>", "check asks country | \"CO\"");
    journey("", "?<c-x><esc>", "offices | over: help");
}

#[test]
fn panes_keep_their_places() {
    journey("r<down><down><right>", "p<down><down> o", "offices | at costa-rica | step 3");
    journey("r<down><down><right>", "p<down><down> o r", "requirements | row 3 | at costa-rica | step 3");
    journey("r<down><down><right>", "p<down><down> o p", "process | at costa-rica | step 3");
    journey(
        "n CO<enter> 2<enter> V",
        "<esc>p c",
        "check | row 3 | country=CO existing_case=no, more to ask | CO? CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> V",
        "<esc>p c<enter>",
        "check asks nationality | \"V\" | country=CO existing_case=no, more to ask | CO? CR- EC- GT-",
    );
    journey("o<down><enter>", "<enter>", "check asks country | on choice 2 | at costa-rica");
    journey("o<down><enter>", "<esc>", "offices | at costa-rica");
}

#[test]
fn tab_goes_round_and_the_tabs_open_panes() {
    journey("", "<tab>", "offices detail");
    journey("", "<tab><tab>", "offices tabs offices");
    journey("", "<tab><tab><tab>", "offices");
    journey("", "<s-tab>", "offices tabs offices");
    journey("", "<s-tab><right><right><right><right>", "offices tabs check");
    journey("", "<s-tab><right><enter>", "requirements");
    journey("", "<s-tab><right><esc>", "offices");
}

#[test]
fn the_process_is_walked_by_links_and_numbers() {
    journey("", "p <right>", "process | step 2");
    journey("", "p <right><right><left>", "process | step 2");
    journey("", "p <left>", "process | said no_way_back");
    journey("", "p 5", "process | step 5");
    journey("", "p 12", "process | step 12");
    journey("", "p 1 2 <down> 3", "process | step 3");
    journey("", "p 99", "process | step 9 | said no_number");
    journey("", "p <enter>", "process detail");
    journey("", "p <enter><down><enter>", "process detail | step 3");
    journey("", "p <enter><down><enter><left>", "process detail");
    journey("", "p 5<enter><esc>", "process | step 5");
    journey("", "p <end>", "process | step 27");
    journey("", "p 0", "process | said no_number");
    journey("", "p 1", "process");
    journey("", "p 0 5", "process | step 5");
}

#[test]
fn digits_choose_in_the_lists() {
    journey("", "3", "offices | at ecuador");
    journey("", "9", "offices | said no_number");
    journey(MET[0].1, "<esc>9", "check | row 6 | {met} | said no_number");
}

#[test]
fn what_is_pasted_never_commands() {
    journey("", "<paste:q\nn\n\x1b[A\x03>", "offices");
    journey("n", "<paste:CO\n>", "check asks country | \"CO\"");
    journey("n", "<paste:q\x1b>", "check asks country | \"q\"");
    journey("p", "<paste:5>", "process");
    journey(MET[0].1, "q<paste:y\n>", "check detail | {met} | over: quit?");
    journey("", "?<paste:und\no>", "offices | over: help");
    journey(MET[0].1, "x<paste:x>", "check detail | {met} | over: hidden");
}

#[test]
fn a_new_size_keeps_the_place() {
    journey(
        "n CO<enter> 2<enter> V",
        "<size:40x12><size:1x1><size:160x50>",
        "check asks nationality | \"V\" | country=CO existing_case=no, more to ask | CO? CR- EC- GT- | 160x50",
    );
    journey("p 5<enter><down>", "<size:40x12><size:80x24>", "process detail | link 2 | step 5");
    journey(MET[0].1, "<down><down><size:200x80>", "check detail | {met} | 200x80");
}

#[test]
fn the_map_opens_from_anywhere_and_closes_again() {
    journey("", "m", "map");
    journey("", "p m", "map");
    journey("", "m m", "process");
    journey("", "m <esc>", "process");
    journey("", "m r p", "map");
    journey("", "m i", "map | in es");
    journey("", "p 1 2 <enter> m", "map | step 12");
    journey("", "/ map <enter>", "map");
    journey("n CO<enter><esc>", "m", "map | country=CO, more to ask | CO? CR- EC- GT-");
    journey("", "p 5 m m", "process | step 5");
    journey("", "m +", "near");
    journey("", "m + -", "map");
    journey("", "m + <esc>", "map");
    journey("", "m + <esc><esc>", "process");
    journey("", "m + m", "process");
    journey("", "m + <enter><esc>", "near");
    journey("", "m <s-tab><esc>", "map");
    journey("m", "<size:40x12> <size:80x24>", "map");
    journey("<size:120x40> z p", "m", "map | 120x40");
    journey("<size:120x40> m", "z z", "map | 120x40");
    journey("m", "<size:40x12> +", "map | 40x12 | said map_too_narrow");
    journey("m", "<size:40x12> <esc><size:80x24>", "process");
}

#[test]
fn the_map_is_walked_by_links_numbers_and_to_the_box_beside() {
    journey("", "m <right>", "map | step 2");
    journey("", "m 3 <right>", "map | step 4");
    journey("", "m 3 <right><left>", "map | link 2 | step 3");
    journey("", "m 3 <right><left><right>", "map | step 5");
    journey("", "m 3 <right><right>", "map | step 5");
    journey("", "m <down>", "map | step 3");
    journey("", "m <down><left>", "map | step 2");
    journey("", "m <down><left><left>", "map | step 2 | said no_way_back");
    journey("", "m <down><down>", "map | step 5");
    journey("", "m <down><down><up>", "map | step 3");
    journey("", "m <up>", "map");
    journey("", "m <end>", "map | step 26");
    journey("", "m <end><home>", "map");
    journey("", "m <pgdn>", "map | step 9");
    journey("", "m <pgdn><pgup>", "map");
    journey("", "m 1 9", "map | step 19");
    journey("", "m 9 9", "map | step 9 | said no_number");
    journey("", "m 9 <enter>", "map detail | step 9");
    journey("", "m 9 <enter><enter>", "map detail | step 10");
    journey("", "m 9 <enter><enter><esc>", "map | step 10");
    journey("", "m 9 + <right>", "near | step 10");
    journey("", "m 9 + <up>", "near | step 8");
    journey("", "m 9 <size:40x12> <up>", "map | step 8 | 40x12");
}

/// Every box can be stood at by the arrows alone, whatever the size and the language.
#[test]
fn arrows_lead_to_every_box_of_the_map() {
    // Right takes the first way on; Left and Right again take the next one.
    let ways = (0..5).map(|n| format!("<right>{}", "<left><right>".repeat(n)));
    let arrows: Vec<String> = ["<up>", "<down>", "<left>"].map(str::to_owned).into_iter().chain(ways).collect();
    for (lang, size) in [(0, (60, 20)), (0, (200, 60)), (1, (80, 24)), (2, (80, 24))] {
        let steps = content().process.steps.len();
        let mut reached = BTreeSet::from([0]);
        let mut open = vec![0];
        while let Some(from) = open.pop() {
            for keys in &arrows {
                let mut state = start_in(lang, false, size);
                play(&mut state, "m");
                state.desk.apply(Action::StandAt(from));
                play(&mut state, keys);
                let to = state.desk.walk().at;
                open.extend(reached.insert(to).then_some(to));
            }
        }
        assert_eq!(reached, (0..steps).collect(), "{size:?} in language {lang}");
    }
}

#[test]
fn more_is_asked_for_the_record() {
    journey(
        "n CO<enter> 2<enter> PE<enter>",
        "",
        "check detail | country=CO existing_case=no nationality=PE | CO- CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> PE<enter>",
        "+",
        "check asks arrived | country=CO existing_case=no nationality=PE, more to ask | CO- CR- EC- GT-",
    );
    journey(
        "n CO<enter> 2<enter> PE<enter>",
        "+ 1<enter> 1<enter> 1<enter>",
        "check detail | country=CO existing_case=no nationality=PE arrived=..2023-06-11 adult=yes status=regular | CO- CR- EC- GT-",
    );
    journey(
        "n PE<enter> 2<enter>",
        "+",
        "check detail | country=PE existing_case=no | CO- CR- EC- GT- | said nothing_more",
    );
}
#[test]
fn find_opens_and_closes_and_takes_words() {
    journey("", "/", "offices | over: find");
    journey("", "/<esc>", "offices");
    journey("p", "/ guat <enter>", "offices detail | at guatemala");
    journey("n C", "<c-g>", "check asks country | \"C\" | over: find");
    journey("n C", "<c-g><esc>", "check asks country | \"C\"");
    journey("n", "/", "check asks country | over: find");
    journey("", "/ zzzzz <enter>", "offices | over: find");
}

#[test]
fn esc_never_leaves_the_desk() {
    journey("", "<esc><esc><esc>", "offices");
    journey(MET[0].1, "<esc><esc><esc>", "check | row 6 | {met}");
    journey("n", "<esc><esc>", "check");
}

#[test]
fn the_matrix_is_looked_at_by_an_answer() {
    journey("r", "v", "requirements | filter open \"\" means nothing");
    journey("r", "v<enter>", "requirements");
    journey("r", "vve", "requirements | filter open \"ve\" nationality=VE");
    journey("r", "vcu<down>", "requirements | filter open \"cu\" nationality=CW");
    journey("r", "vcu<down><up>", "requirements | filter open \"cu\" nationality=CU");
    journey("r", "vve<down><back>", "requirements | filter open \"v\" means nothing");
    journey("r", "vh<enter>", "requirements | filter open \"h\" means nothing");
    journey("r", "vh<down>", "requirements | filter open \"h\" nationality=HT");
    journey("r", "vmenor", "requirements | filter open \"menor\" adult=no");
    journey("r", "vno", "requirements | filter open \"no\" means nothing");
    journey("r", "v came<space>11/06/2023", "requirements | filter open \"came 11/06/2023\" means nothing");
    journey("r", "vve<enter>", "requirements | row 2 | filter \"ve\" nationality=VE");
    journey(
        "r",
        "v nationality<space>gt,ve<enter>",
        "requirements | row 2 | filter \"nationality gt,ve\" nationality=GT,VE",
    );
    journey("r", "v arrived<space>2019<enter>", "requirements | row 3 | filter \"arrived 2019\" arrived=2019");
    journey("r", "v llegada<space>2019<enter>", "requirements | row 3 | filter \"llegada 2019\" arrived=2019");
    journey("r", "v 2019<enter>", "requirements | row 3 | filter \"2019\" arrived=2019");
    journey("r", "v adult<space>n<enter>", "requirements | row 4 | filter \"adult n\" adult=no");
    journey("r", "v adult<down><enter>", "requirements | row 4 | filter \"adult\" adult=no");
    journey("r", "v status<down><enter>", "requirements | row 5 | filter \"status\" status=regular");
    journey("r", "v country<space>ec<enter>", "requirements | filter \"country ec\" country=EC");
    // What is no answer stays to be mended, and Esc gives it up.
    journey("r", "v qqq<enter>", "requirements | filter open \"qqq\" means nothing");
    journey("r", "v qqq<enter><esc>", "requirements");
    journey("r", "v<paste:ve>", "requirements | filter open \"ve\" nationality=VE");
}

#[test]
fn a_filter_stays_until_esc() {
    journey("r vve<enter>", "<down><right>", "requirements | row 3 | filter \"ve\" nationality=VE | at costa-rica");
    journey("r vve<enter>", "<enter>", "requirements detail | row 2 | filter \"ve\" nationality=VE");
    journey("r vve<enter>", "<enter><esc>", "requirements | row 2 | filter \"ve\" nationality=VE");
    journey("r vve<enter>", "<esc>", "requirements | row 2");
    journey("r vve<enter>", "v<esc>", "requirements | row 2");
    journey("r vve<enter>", "o r", "requirements | row 2 | filter \"ve\" nationality=VE");
    journey("r vve<enter>", "n<esc>r", "requirements | row 2");
    journey("r vve<enter>", "vn", "requirements | row 2 | filter open \"ven\" nationality=VE");
    journey("r vve", "<c-g><esc>", "requirements | filter open \"ve\" nationality=VE");
}

/// Which offices take the answer that the matrix is filtered by: `+`, `-`, `?`, or `.` where no rule is about it.
fn takers(keys: &str) -> String {
    let mut state = start();
    play(&mut state, keys);
    let filter = state.panes.requirements.filter.meaning(&state.desk).unwrap();
    let offices = &state.desk.content().offices;
    let sign = |verdict| match verdict {
        Some(Verdict::Met) => '+',
        Some(Verdict::NotMet) => '-',
        Some(Verdict::Unclear) => '?',
        None => '.',
    };
    offices.iter().map(|office| sign(filter.verdict(state.desk.content(), office))).collect()
}

#[test]
fn the_filter_says_which_offices_take_the_answer() {
    for (typed, wanted) in [
        ("ve", "+++-"),
        ("cu", "+-+-"),
        ("gt", "---+"),
        ("gt,ve", "++++"),
        ("pe", "----"),
        ("stateless", "????"),
        ("arrived<space>2019", "++++"),
        ("arrived<space>2023-06-11", "++++"),
        ("arrived<space>2023-06-12", "-+++"),
        ("arrived<space>2023-06-13", "--++"),
        ("arrived<space>2023", "???+"),
        ("arrived<space>2024-07-15", "---+"),
        ("arrived<space>2024-07-16", "----"),
        ("adult<space>no", "-..."),
        ("adult<space>yes", "+..."),
        ("status<space>irregular", "-..."),
        ("regularization<space>yes", "..+."),
        ("regularization<space>no", "..?."),
        ("country<space>ec", "--+-"),
    ] {
        assert_eq!(takers(&format!("r v {typed}")), wanted, "{typed}");
    }
}

#[test]
fn two_offices_stand_beside_each_other() {
    journey("r", "d", "requirements detail | beside costa-rica");
    journey("r", "d<right>", "requirements detail | beside ecuador");
    journey("r", "d<right><right><right>", "requirements detail | beside guatemala");
    journey("r", "d<left>", "requirements detail | beside costa-rica");
    journey("r<right>", "d<left>", "requirements detail | beside colombia | at costa-rica");
    journey("r<right>", "d<left><right>", "requirements detail | beside ecuador | at costa-rica");
    journey("r<right><right><right>", "d", "requirements detail | beside ecuador | at guatemala");
    journey("r<down><enter>", "d", "requirements detail | row 2 | beside costa-rica");
    journey("r", "d<esc>", "requirements");
    journey("r", "d<enter>", "requirements");
    journey("r", "d o r", "requirements");
    journey("r d", "<tab>", "requirements tabs requirements | beside costa-rica");
    journey("r d", "<tab><tab><tab>", "requirements detail | beside costa-rica");
}

/// All that is on the screen.
fn shown(state: &App) -> String {
    let area = ratatui::layout::Rect::new(0, 0, state.geometry.size.0, state.geometry.size.1);
    let mut buffer = ratatui::buffer::Buffer::empty(area);
    smo_desk::tui::view::render(state, area, &mut buffer);
    let rows = area.rows().map(|row| row.positions().map(|at| buffer[at].symbol()).collect::<String>());
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn of_two_offices_only_what_differs_is_shown_and_every_rule_of_it() {
    let offices = start().desk.content().offices.len();
    for (a, b) in (0..offices).flat_map(|a| (0..offices).map(move |b| (a, b))).filter(|(a, b)| a != b) {
        let mut state = start();
        play(&mut state, &format!("<size:300x60>r{}d", "<right>".repeat(a)));
        play(&mut state, &"<left>".repeat(offices));
        play(&mut state, &"<right>".repeat(if b > a { b - 1 } else { b }));
        let (picture, content, phrases) = (shown(&state), state.desk.content(), state.desk.phrases());
        let pair = [a, b].map(|n| &content.offices[n]);
        let [x, y] = pair.map(|office| office.name.get(state.desk.lang()));
        assert!(picture.contains(&format!("{x} and {y}: what differs")), "{picture}");
        for aspect in &content.aspects {
            let rules = pair.map(|office| office.requirements.iter().find(|rule| rule.aspect.id == aspect.id));
            let words = rules.map(|rule| rule.map_or("Not stated".to_owned(), |rule| phrases.requirement(rule)));
            let row = format!("\n {} ", aspect.name.get(state.desk.lang()));
            assert_eq!(picture.contains(&row), words[0] != words[1], "{row}: {picture}");
            // Long words are wrapped in their column.
            let begun = |words: &String| picture.contains(&words.chars().take(30).collect::<String>());
            assert!(words[0] == words[1] || words.iter().all(begun), "{words:?}: {picture}");
        }
        for office in pair {
            let said =
                office.intake.iter().map(|said| &said.statement).filter(|said| said.published_by(state.desk.as_of()));
            let closed = said.map(|said| said.text.get(state.desk.lang()));
            for said in closed.map(|said| said.split('.').next().unwrap()) {
                assert!(picture.contains(said), "{said}: {picture}");
            }
        }
        assert!(picture.contains("no longer active"), "{picture}");
    }
}

#[test]
fn four_panes_need_room() {
    journey("", "z", "offices | said \"Four panes need a screen of 120x36 or more.\"");
    journey("<size:119x36>", "z", "offices | 119x36 | said \"Four panes need a screen of 120x36 or more.\"");
    journey("<size:120x35>", "z", "offices | 120x35 | said \"Four panes need a screen of 120x36 or more.\"");
    journey("<size:120x36>", "z", "offices | four | 120x36");
    journey("<size:120x36>", "zz", "offices | 120x36");
    // A smaller screen shows the pane with the focus; the place is kept, and so is the wish.
    journey("<size:120x36> z p 9", "<size:80x24>", "process | step 9");
    journey("<size:120x36> z p 9 <enter>", "<size:80x24>", "process detail | step 9");
    journey("<size:120x36> z p 9", "<size:80x24><size:140x45>", "process | four | step 9 | 140x45");
    journey("<size:120x36> z", "<size:80x24><tab><tab>", "offices tabs offices");
    journey("<size:120x36> z", "<size:80x24><tab><tab><size:120x36>", "offices | four | 120x36");
}

#[test]
fn the_hand_goes_from_pane_to_pane_of_four() {
    let four = "<size:120x40>z";
    journey(four, "<tab>", "requirements | four | 120x40");
    journey(four, "<tab><tab>", "process | four | 120x40");
    journey(four, "<tab><tab><tab>", "check | four | 120x40");
    journey(four, "<tab><tab><tab><tab>", "offices | four | 120x40");
    journey(four, "<s-tab>", "check | four | 120x40");
    journey(four, "<s-tab><s-tab>", "process | four | 120x40");
    journey(four, "r", "requirements | four | 120x40");
    journey(four, "p<down>", "process | four | step 2 | 120x40");
    journey(four, "<down>r", "requirements | four | at costa-rica | 120x40");
    journey(four, "<enter>", "offices detail | four | 120x40");
    journey(four, "<enter><tab>", "requirements | four | 120x40");
    journey(four, "<enter><esc>", "offices | four | 120x40");
    journey(four, "r<enter>d", "requirements detail | beside costa-rica | four | 120x40");
    journey(four, "rvve<enter>", "requirements | row 2 | filter \"ve\" nationality=VE | four | 120x40");
    journey(four, "n", "check asks country | four | 120x40");
    // The map takes a screen of its own, and gives it back to four.
    journey(four, "p9m", "map | step 9 | 120x40");
    journey(four, "mz", "map | four | 120x40");
    journey(four, "nz", "check asks country | \"z\" | four | 120x40");
    journey(four, "n<esc><tab>", "offices | four | 120x40");
    journey(four, MET[0].1, "check detail | four | {met} | 120x40");
    journey(four, &format!("{}<tab>", MET[0].1), "offices | four | {met} | 120x40");
    journey(four, &format!("{}o<down>c", MET[0].1), "check detail | four | at costa-rica | {met} | 120x40");
    journey(four, "?", "offices | four | 120x40 | over: help");
}
