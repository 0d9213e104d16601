//! The check whole: the form on one page, answers with care, pathways, what to bring.

use crate::play::digest::digest;
use crate::play::script::{acts, play, start, start_in};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use smo_desk::content::{Lang, Msg, Topic};
use smo_desk::desk::{Action, Change, Outcome};
use smo_desk::rules::Verdict;
use smo_desk::tui::app::App;
use smo_desk::tui::view;
use std::collections::BTreeSet;

/// Every office, all met, on one page: each key counts from `n` on.
const ON_ONE_PAGE: [(&str, &str, usize); 4] = [
    ("colombia", "n 1 2 2<enter> 1<enter> 1<enter> 1", 10),
    ("costa-rica", "n 2 2 2<enter> 1<enter>", 7),
    ("ecuador", "n 3 2 2<enter> 1<enter> 1", 8),
    ("guatemala", "n 4 2 7<enter> 1<enter>", 7),
];

/// The same by codes, which take an Enter or the digit of the next question.
const BY_CODES: [(&str, &str); 4] = [
    ("colombia", "n CO 2 VE<enter> 1<enter> 1<enter> 1"),
    ("costa-rica", "n CR 2 VE<enter> 1<enter>"),
    ("ecuador", "n EC<enter> 2 VE<enter> 1<enter> 1"),
    ("guatemala", "n guatemala 2 GT<enter> 1<enter>"),
];

pub(crate) fn played(script: &str) -> App {
    let mut state = start();
    play(&mut state, script);
    state
}

/// The screen as text, its blanks made one.
pub(crate) fn shown(state: &App) -> String {
    let area = Rect::new(0, 0, state.geometry.size.0, state.geometry.size.1);
    let mut buffer = Buffer::empty(area);
    view::render(state, area, &mut buffer);
    let cells: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
    cells.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All of a page that scrolls.
fn read_through(state: &mut App) -> String {
    let mut text = shown(state);
    for _ in 0..12 {
        play(state, "<pgdn>");
        text.push_str(&shown(state));
    }
    text
}

#[test]
fn on_one_page_every_office_is_met_in_ten_keys() {
    for (office, keys, count) in ON_ONE_PAGE {
        assert_eq!(acts(keys).len(), count, "{office}");
        assert!(count <= 10);
        let state = played(&format!("f{keys}"));
        let finding = state.desk.finding_here().unwrap();
        assert_eq!((&*finding.office.id, finding.verdict), (office, Verdict::Met), "{}", digest(&state));
    }
    for (office, keys) in BY_CODES {
        let state = played(&format!("f{keys}"));
        let finding = state.desk.finding_here().unwrap();
        assert_eq!((&*finding.office.id, finding.verdict), (office, Verdict::Met), "{}", digest(&state));
    }
}

#[test]
fn on_one_page_only_what_is_complete_goes_on_by_itself() {
    for (keys, asks) in [
        ("fn C", "country | \"C\""),
        ("fn XX", "country | \"XX\""),
        ("fn CO 2 ZZ", "nationality | \"ZZ\""),
        ("fn 1", "existing_case"),
        ("fn CO", "country | \"CO\""),
        ("fn GT", "country | \"GT\""),
        ("fn COL 2", "nationality"),
        ("fn COLO 2", "country | \"COLO2\""),
        ("fn CO 2 0", "nationality | \"0\""),
        ("fn CO 2 VE", "nationality | \"VE\""),
        ("fn CO 2 NI,VE", "nationality | \"NI,VE\""),
        ("fn CO 2 NI,VE<enter>", "arrived | country=CO existing_case=no nationality=NI,VE"),
        ("fn CO 2 VE<enter> 1", "arrived | \"1\""),
        ("fn CO 2 VE<enter> 11", "arrived | \"11\""),
        ("fn CO 2 VE<enter> 1<enter> 1", "adult | \"1\""),
        ("fn CO 2 VE<enter> 1<enter> 17", "adult | \"17\""),
        ("fn CO 2 VE<enter> 1<enter> 17<enter>", "adult | \"17\" | wrong: Invalid(Age(18))"),
        ("fn CO 2 VE<enter> 1<enter> 25<enter>", "adult | \"25\" | wrong: Invalid(Age(18))"),
        ("fn CO 5", "existing_case | \"5\""),
        ("fn CO y", "country | \"COy\""),
        ("fn CO<enter> y", "existing_case | \"y\""),
    ] {
        let seen = digest(&played(keys));
        assert!(seen.starts_with(&format!("check asks {asks}")), "{keys}: {seen}");
    }
    assert!(digest(&played("n CO")).starts_with("check asks country | \"CO\""), "guided, it waits for Enter");
    let turned = played("n <c-f> CO 2");
    let turned_by_enter = played("n <c-f> CO<enter>");
    assert!(digest(&turned_by_enter).starts_with("check asks existing_case"), "{}", digest(&turned_by_enter));
    assert!(digest(&turned).starts_with("check asks nationality"), "{}", digest(&turned));
    assert!(played("f n CO <esc> n").desk.settings().one_page, "it stays so for the next person");
}

#[test]
fn the_page_shows_every_question_and_fits_or_gives_way() {
    for (size, on_page) in [((80, 24), true), ((60, 20), true), ((120, 40), true), ((40, 12), false)] {
        for lang in 0..3 {
            let mut state = start_in(lang, false, size);
            play(&mut state, "f n CO 2");
            let text = shown(&state);
            let content = state.desk.content();
            let names = ["country", "existing_case", "nationality", "arrived", "adult", "status"];
            let names = names.map(|id| content.question(id).unwrap().name.get(Lang(lang)));
            assert_eq!(names.iter().all(|name| text.contains(name)), on_page, "{size:?} {lang}: {text}");
            let ask = state.desk.question().unwrap().ask.get(Lang(lang)).split(' ').next().unwrap();
            assert!(on_page || text.contains(ask), "{text}");
        }
    }
}

#[test]
fn what_does_not_fit_is_said_on_the_narrowest_screens_too() {
    let mut state = start_in(0, false, (60, 20));
    play(&mut state, "r");
    assert!(shown(&state).contains("1-3/4"), "{}", shown(&state));
    play(&mut state, "<right><right><right>");
    assert!(shown(&state).contains("2-4/4"), "{}", shown(&state));
    let mut state = start_in(0, false, (40, 12));
    play(&mut state, MET);
    let ends_with_more = |state: &App| shown(state).ends_with('…');
    assert!(ends_with_more(&state), "{}", shown(&state));
    play(&mut state, "<end>");
    assert!(!ends_with_more(&state), "{}", shown(&state));
}

#[test]
fn lists_with_nothing_in_them_offer_nothing_to_do_with_it() {
    let empty = shown(&played("a"));
    assert!(empty.contains("Esc close n next person") && !empty.contains("Del delete"), "{empty}");
    let typing = shown(&played(&format!("{MET} t<down>3")));
    assert!(typing.contains("Enter check it"), "{typing}");
}

#[test]
fn the_number_of_a_step_is_one_jump_however_many_digits_it_has() {
    for (keys, to, back) in
        [("p 9 21", 20, 8), ("p 12", 11, 0), ("p 9 <home> 12", 11, 0), ("p 9 <tab><esc> 21 <esc> 21", 20, 8)]
    {
        let mut state = played(keys);
        assert_eq!(state.desk.walk().at, to, "{keys}");
        play(&mut state, "<left>");
        assert_eq!(state.desk.walk().at, back, "{keys}: not the step of a first digit");
    }
}

#[test]
fn an_answer_that_is_not_stored_is_used_and_marked() {
    let mut state = played("n CO<enter> 2<enter> * VE<enter> <esc>");
    assert!(shown(&state).contains("not stored: Venezuelan"), "{}", shown(&state));
    assert_eq!(state.desk.check().withheld(state.desk.content()).len(), 1);
    play(&mut state, "3");
    assert!(digest(&state).contains("withheld"), "mended, it stays so: {}", digest(&state));
    play(&mut state, "*");
    assert!(!digest(&state).contains("| withheld"), "{}", digest(&state));
    let typed = played("n V*");
    assert_eq!(typed.field().unwrap().input.value(), "V*", "in a field with text it is text");
}

#[test]
fn who_declines_is_not_asked_again_and_what_is_not_known_is_listed() {
    let mut state = played("n CO<enter> 2<enter> 9<enter> 0<enter> 1<enter> 1<enter>");
    assert!(digest(&state).starts_with("check detail"), "{}", digest(&state));
    assert_eq!(state.desk.finding_here().unwrap().verdict, Verdict::Unclear);
    let text = read_through(&mut state);
    assert!(text.contains("To find out: Came"), "{text}");
    assert!(!text.contains("To find out: Nationality"), "who prefers not to say is left alone");
    play(&mut state, "c");
    assert!(digest(&state).starts_with("check detail"), "nothing is asked anew: {}", digest(&state));
}

const MET: &str = "n CO<enter> 2<enter> VE<enter> 1<enter> 1<enter> 1<enter>";

/// Every line that shows while a key is pressed again and again.
fn lines_seen(key: &str, times: usize) -> BTreeSet<String> {
    let mut state = played(&format!("{MET} w 1<enter> 0<enter> 2<enter>"));
    let area = Rect::new(0, 0, state.geometry.size.0, state.geometry.size.1);
    let mut seen = BTreeSet::new();
    for _ in 0..times {
        let mut buffer = Buffer::empty(area);
        view::render(&state, area, &mut buffer);
        let row = |y| (0..area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
        // The sign of the focus is on whichever line is at the top.
        let unmarked =
            |row: String| row.strip_prefix('>').map_or(row.clone(), |rest| format!(" {rest}").trim_end().to_owned());
        seen.extend((0..area.height).map(row).map(unmarked));
        play(&mut state, key);
    }
    seen
}

#[test]
fn what_is_said_of_intake_stands_once_the_newest_first() {
    let mut state = played(MET);
    let newest = "The programme is no longer active";
    assert!(shown(&state).contains(newest));
    assert!(!shown(&state).contains("Existing cases continue."));
    read_through(&mut state);
    let end = shown(&state);
    assert!(end.contains("Existing cases continue.") && !end.contains(newest), "{end}");
}

#[test]
fn paging_through_a_result_leaves_no_line_out() {
    assert_eq!(lines_seen("<pgdn>", 24), lines_seen("<down>", 240));
}

#[test]
fn pathways_are_asked_if_wanted_and_stand_with_their_later_status_first() {
    let mut state = played(&format!("{MET} w"));
    assert!(digest(&state).starts_with("check asks family_protected"), "{}", digest(&state));
    play(&mut state, "1<enter> 2<enter> 1<enter>");
    assert!(digest(&state).starts_with("check detail"), "work is asked for nowhere but in one country");
    let text = read_through(&mut state);
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
    assert!(place("can no longer process cases.") < place("[+] fits these answers"), "{text}");
    assert!(text.contains("Usually needs a petitioner or sponsor"), "{text}");
    assert!(place("Pathways by these answers") < place("Parole for certain nationalities"));
    assert!(place("This parole has been ended.") < place("For people of one of these nationalities"));
    assert!(text.contains("The minimum promises nothing"));
    assert!(!text.contains("eligible"));
}

#[test]
fn pathways_and_what_to_bring_can_be_reached_by_arrows_and_enter() {
    let mut state = played(&format!("{MET} <enter><up>"));
    play(&mut state, "<end><enter>");
    assert!(digest(&state).contains("over: bring"), "{}", digest(&state));
    play(&mut state, "<esc><up><enter>");
    assert!(digest(&state).starts_with("check asks family_protected"), "{}", digest(&state));
}

#[test]
fn without_a_person_there_is_nothing_to_bring() {
    for key in ["t", "w"] {
        assert!(digest(&played(key)).ends_with("said nobody"), "{key}");
    }
}

#[test]
fn what_to_bring_says_first_that_it_is_free_in_every_language() {
    for lang in 0..3 {
        let mut state = start_in(lang, false, (80, 24));
        play(&mut state, &format!("{MET} t"));
        let text = shown(&state);
        let content = state.desk.content();
        for said in content.on(Topic::Money) {
            let said = said.text.get(Lang(lang));
            assert!(text.find(said).unwrap() < text.find(content.items[0].text.get(Lang(lang))).unwrap(), "{text}");
        }
        assert!(text.contains(content.msg(Msg::BringTitle, Lang(lang))));
    }
}

#[test]
fn data_that_is_shared_is_said_before_contact_data_to_those_whom_it_is_about() {
    let said = "Say this before any contact data";
    let guatemalan = played("n GT<enter> 2<enter> GT<enter> 1<enter> t");
    assert!(shown(&guatemalan).contains(said), "{}", shown(&guatemalan));
    let unknown = played("n GT<enter> 2<enter> 9<enter> 1<enter> t");
    assert!(shown(&unknown).contains(said), "it may be about them: {}", shown(&unknown));
    let other = played(&format!("{MET} t"));
    assert!(!shown(&other).contains(said), "{}", shown(&other));
}

#[test]
fn what_is_typed_is_checked_and_forgotten() {
    for (keys, says, ready) in [
        ("t maria<enter>", "An address is a name, @ and a domain", false),
        ("t maria@example.org", "= looks right", false),
        ("t maria@example.org<enter>", "1 of 6 ready", true),
        ("t<down> 300<enter>", "After +57 come 8 or 10 digits, not 3.", false),
        ("t<down> 3001234567<enter>", "1 of 6 ready", true),
        ("t<down> abc<enter>", "That is not a phone number", false),
        ("t<down><down> 5<space>may<space>2001", "= 18 or older on 23 November 2026: yes", false),
        ("t<down><down> 5<space>may<space>2012<enter>", "no. The answer given says otherwise", false),
        ("t<down><down> 2001<enter>", "Write a whole day", false),
        ("t<down><down> 5<space>may<space>2001<enter>", "0 of 6 ready", false),
        ("t<down><down> 5<space>may<space>2001<enter><enter>", "1 of 6 ready", true),
        ("t<down><down> 31<space>feb<space>2001<enter>", "There is no day 31 in February 2001.", false),
    ] {
        let mut state = played(&format!("{MET}{keys}"));
        let text = shown(&state);
        assert!(text.contains(says), "{keys}: {says} in {text}");
        assert_eq!(state.desk.checklist().ready().count() > 0, ready, "{keys}");
        play(&mut state, "<up><up><up><down><down>");
        let text = shown(&state);
        assert!(!["maria", "3001234567", "2001", "2012"].iter().any(|typed| text.contains(typed)), "{keys}: {text}");
    }
}

#[test]
fn of_the_family_only_relation_and_readiness_are_noted() {
    let mut state = played(&format!("{MET} t<down><down><down><down><down> 1 2 2<down><enter>"));
    let family: Vec<_> = state.desk.checklist().family().iter().map(|r| (r.relation.to_string(), r.ready)).collect();
    let noted = |id: &str, ready| (id.to_owned(), ready);
    assert_eq!(family, [noted("partner", true), noted("child", false), noted("child", false)]);
    play(&mut state, "<down><del>");
    assert_eq!(state.desk.checklist().family().len(), 2);
    play(&mut state, "<up><up> 9");
    assert!(digest(&state).ends_with("said no_number"), "{}", digest(&state));
    for _ in 0..30 {
        play(&mut state, "3");
    }
    assert_eq!(state.desk.checklist().family().len(), 20, "a key that is held stops somewhere");
}

#[test]
fn bringing_something_is_no_answer() {
    let mut state = played(&format!("{MET} t<down><down><down><enter>"));
    let before = state.desk.check().clone();
    play(&mut state, "<enter><esc>");
    assert_eq!(*state.desk.check(), before);
    for ready in [1, 0] {
        assert_eq!(state.desk.apply(Action::Undo), Outcome::Undone(Change::Checklist), "what was done last");
        assert_eq!((state.desk.checklist().ready().count(), state.desk.check()), (ready, &before));
    }
    assert_eq!(state.desk.apply(Action::Undo), Outcome::Undone(Change::Answer));
}
