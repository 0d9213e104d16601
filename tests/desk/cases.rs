//! Cases at the desk: on a disk that a test stands in for, and on the screen that shows them.
#![allow(
    clippy::similar_names,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a disk and a desk; the store writes its names in lower case"
)]

use crate::play::disk::Model;
use crate::play::script::{content, day, play};
use chrono::{NaiveDateTime, NaiveTime};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use smo_desk::case::{Record, Store};
use smo_desk::content::{Content, Lang};
use smo_desk::desk::{Action, Case, ChecklistEdit, Desk, Outcome, Saving};
use smo_desk::rules::{Answer, Answers, Verdict, parse_value};
use smo_desk::tui::app::App;
use smo_desk::tui::theme::Theme;
use smo_desk::tui::view;
use std::sync::Arc;

/// No space left on the device.
const ENOSPC: i32 = 28;

pub(crate) fn noon() -> NaiveDateTime {
    day().and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap())
}

fn later() -> NaiveDateTime {
    "2026-12-24T09:00:00".parse().unwrap()
}

fn the_day_after() -> NaiveDateTime {
    later() + chrono::Days::new(1)
}

pub(crate) fn desk_at(disk: &Model, clock: fn() -> NaiveDateTime) -> Desk {
    desk_on(disk, content(), clock)
}

fn desk_on(disk: &Model, content: Arc<Content>, clock: fn() -> NaiveDateTime) -> Desk {
    let disk = disk.clone();
    let open = move || Store::open(Box::new(disk.clone()));
    Desk::new(content, Lang(0), day()).keeping(Box::new(open), clock)
}

pub(crate) fn screen_at(disk: &Model) -> App {
    let mut state = App::new(desk_at(disk, noon), Theme { ascii: false, color: true }, (80, 24));
    state.offer_cases();
    state
}

pub(crate) fn shown(state: &App) -> String {
    let area = Rect::new(0, 0, state.geometry.size.0, state.geometry.size.1);
    let mut buffer = Buffer::empty(area);
    view::render(state, area, &mut buffer);
    let row = |y| (0..area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..area.height).map(row).collect::<Vec<_>>().join("\n")
}

/// An office's verdict under the content that the case was last worked on with, where it is another now.
pub(crate) fn stored_verdict(desk: &Desk, office: &str) -> Option<Verdict> {
    desk.context().person?.stored_verdict(office)
}

/// Every case on the disk.
pub(crate) fn records(disk: &Model) -> Vec<Record> {
    let store = Store::open(Box::new(disk.clone())).unwrap();
    let codes = store.list().unwrap().cases.into_iter().map(|listed| listed.code);
    codes.map(|code| store.read(&code).unwrap()).collect()
}

fn facts(record: &Record) -> Vec<String> {
    record.answers.iter().map(|said| format!("{}={}", said.fact, said.value)).collect()
}

fn saved_and_given(desk: &Desk) -> Option<(usize, usize)> {
    match desk.saving() {
        Saving::Saved { saved, of, .. } => Some((saved, of)),
        _ => None,
    }
}

const MET: &str = "n CO<enter> 2<enter> VE<enter> 1<enter> 1<enter> 1<enter>";

#[test]
fn every_answer_is_on_the_disk_before_it_is_called_saved() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    assert!(records(&disk).is_empty());
    for (n, keys) in ["n CO<enter>", "2<enter>", "VE<enter>", "1<enter>", "1<enter>", "1<enter>"].iter().enumerate() {
        play(&mut state, keys);
        assert_eq!(saved_and_given(&state.desk), Some((n + 1, n + 1)), "{keys}");
        let record = &records(&disk)[0];
        assert_eq!(record.answers.len(), n + 1);
        let code = record.code();
        let saved = format!("{code} answers saved: {}", n + 1);
        let header = if n < 5 { saved } else { format!("{code} deleted at quit") };
        assert!(shown(&state).contains(&header), "{header}\n{}", shown(&state));
    }
    assert!(records(&disk)[0].finished);
}

#[test]
fn keys_that_change_nothing_write_nothing() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n CO<enter>");
    disk.forget_ops();
    play(&mut state, "<down><up><esc>orpc<down>?<esc>i");
    assert_eq!(disk.ops().iter().filter(|op| format!("{op:?}").contains("Write")).count(), 0, "{:?}", disk.ops());
}

#[test]
fn what_cannot_be_saved_is_said_kept_and_saved_later() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n CO<enter>");
    disk.refuse(0, usize::MAX, ENOSPC);
    play(&mut state, "2<enter>");
    assert!(matches!(state.desk.saving(), Saving::Failed(_)));
    let text = shown(&state);
    assert!(text.contains("NOT SAVED") && text.contains("The disk is full"), "{text}");
    play(&mut state, "VE<enter> <esc> n EC<enter>");
    assert!(state.desk.has_unsaved());
    assert_eq!(facts(&records_of(&disk)[0]), ["country=CO"]);
    disk.refuse(0, 0, ENOSPC);
    state.desk.save();
    assert_eq!(saved_and_given(&state.desk), Some((1, 1)));
    let mut all: Vec<Vec<String>> = records(&disk).iter().map(facts).collect();
    all.sort();
    assert_eq!(all, [vec!["country=CO", "existing_case=no", "nationality=VE"], vec!["country=EC"]]);
    assert!(!state.desk.has_unsaved());
}

/// As [`records`], read by a disk that refuses nothing.
fn records_of(disk: &Model) -> Vec<Record> {
    let names = disk.names().into_iter().filter(|name| name.ends_with(".json"));
    names.map(|name| serde_json::from_slice(&disk.bytes(&name).unwrap()).unwrap()).collect()
}

#[test]
fn a_case_left_over_is_offered_and_goes_on_where_it_was() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n CO<enter> 2<enter> VE<enter> 20");
    state.keep_draft();
    drop(state);
    let mut state = screen_at(&disk);
    assert!(shown(&state).contains("These cases were left open"), "{}", shown(&state));
    assert!(state.desk.check().is_empty(), "nothing is resumed silently");
    play(&mut state, "<enter>");
    assert_eq!(state.desk.question().map(|question| &*question.id), Some("arrived"));
    assert_eq!(state.field().unwrap().input.value(), "20");
    play(&mut state, "19<enter>");
    assert_eq!(
        records(&disk).iter().map(facts).collect::<Vec<_>>(),
        [["arrived=2019", "country=CO", "existing_case=no", "nationality=VE"]]
    );
    assert!(records(&disk)[0].draft.is_none());
}

#[test]
fn an_address_or_a_number_typed_into_another_field_is_not_stored() {
    for typed in ["ana@example.org", "3001234567", "+57 300", "colombia 300 123 4567"] {
        let disk = Model::default();
        let mut state = screen_at(&disk);
        play(&mut state, "n CO<enter> 2<enter>");
        state.paste(typed);
        state.keep_draft();
        assert_eq!(state.desk.draft().map(|draft| &*draft.text), Some(typed), "here it is still in the field");
        let record = &records(&disk)[0];
        assert_eq!((&record.draft, record.at.as_deref()), (&None, Some("nationality")), "{typed}");
    }
}

#[test]
fn of_an_answer_that_is_not_to_be_stored_only_that_is_stored() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n CO<enter> 2<enter> * VE<enter> 1<enter> * 19");
    state.keep_draft();
    let record = &records(&disk)[0];
    assert_eq!(record.withheld, ["nationality"]);
    assert_eq!(facts(record), ["arrived=..2023-06-11", "country=CO", "existing_case=no"]);
    assert!(record.draft.is_none(), "half an answer is one too");
    assert!(record.verdicts.is_empty(), "each verdict rests on the nationality: {:?}", record.verdicts);
    let text = disk.names().iter().filter_map(|name| disk.bytes(name)).flatten().collect::<Vec<u8>>();
    assert!(!String::from_utf8_lossy(&text).contains("VE"));
    assert_eq!(saved_and_given(&state.desk), Some((3, 3)));
    drop(state);
    // Nobody else can know it: it is asked again.
    let mut state = screen_at(&disk);
    play(&mut state, "<enter><esc>");
    assert!(shown(&state).contains("was not stored: ask again"), "{}", shown(&state));
    assert_eq!(records(&disk)[0].withheld, ["nationality"]);
}

/// The records without what differs from case to case.
fn alike(disk: &Model) -> Vec<String> {
    let text = |record: Record| serde_json::to_string(&record).unwrap().replace(record.code().as_str(), "CODE");
    records(disk).into_iter().map(text).collect()
}

#[test]
fn what_an_answer_that_is_not_stored_ends_does_not_tell_it() {
    let after = |answer: &str| {
        let disk = Model::default();
        let mut state = screen_at(&disk);
        play(&mut state, &format!("n CO<enter> 2<enter> VE<enter> 1<enter> * {answer}<enter>"));
        let (asks, written) = (state.desk.question().is_some(), alike(&disk));
        state.desk.close();
        (asks, written, records(&disk).len())
    };
    let (yes, no) = (after("1"), after("2"));
    assert!(yes.0 && !no.0, "one is asked on, the other is done");
    assert_eq!(yes.1, no.1, "the file is the same");
    assert_eq!((yes.2, no.2), (1, 0), "who quits is done with what is finished");
}

#[test]
fn an_answer_that_is_not_stored_elsewhere_is_stored_here_where_it_is_told_openly() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n CO<enter> 2<enter> VE<enter> * 2022<enter> <esc>");
    assert_eq!(records(&disk)[0].withheld, ["arrived"]);
    play(&mut state, "1 EC<enter>");
    assert_eq!(records(&disk)[0].withheld, Vec::<String>::new());
    play(&mut state, "2019<enter>");
    let record = &records(&disk)[0];
    assert_eq!(facts(record), ["arrived=2019", "country=EC", "existing_case=no", "nationality=VE"]);
    assert!(record.parked.is_empty(), "{:?}", record.parked);
    assert!(!alike(&disk)[0].contains("2022"));
    assert_eq!(saved_and_given(&state.desk), Some((4, 4)));
}

#[test]
fn what_could_not_be_saved_is_said_and_tried_again_after_the_person_was_set_aside() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n CO<enter> 2<enter>");
    disk.refuse(0, usize::MAX, ENOSPC);
    play(&mut state, "<s-tab> 1<enter> <esc> n");
    assert!(shown(&state).contains("NOT SAVED"), "{}", shown(&state));
    assert!(state.desk.has_unsaved() && state.desk.apply(Action::Keep(true)) == Outcome::NothingToKeep);
    disk.refuse(0, 0, ENOSPC);
    state.desk.save();
    assert_eq!(facts(&records(&disk)[0]), ["country=CO", "existing_case=yes"]);
    assert!(!state.desk.has_unsaved() && !shown(&state).contains("NOT SAVED"));
}

#[test]
fn what_this_content_cannot_read_is_told_once_and_stays() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n CO<enter> 2<enter>");
    drop(state);
    let name = disk.names().into_iter().find(|name| name.ends_with(".json")).unwrap();
    let mut json: serde_json::Value = serde_json::from_slice(&disk.bytes(&name).unwrap()).unwrap();
    json["answers"].as_array_mut().unwrap().push(serde_json::json!({ "fact": "shoe_size", "value": "43" }));
    disk.put(&name, json.to_string().as_bytes());
    let mut state = screen_at(&disk);
    play(&mut state, "<enter>");
    assert!(shown(&state).contains("Not understood by this content, kept: shoe_size: 43"), "{}", shown(&state));
    play(&mut state, "VE<enter>");
    assert!(!shown(&state).contains("shoe_size"), "{}", shown(&state));
    assert_eq!(records(&disk)[0].unread.len(), 1);
}

#[test]
fn a_case_of_which_nothing_can_be_read_stays() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n CO<enter>");
    drop(state);
    let name = disk.names().into_iter().find(|name| name.ends_with(".json")).unwrap();
    let text = String::from_utf8(disk.bytes(&name).unwrap()).unwrap().replace("\"country\"", "\"shoe_size\"");
    disk.put(&name, text.as_bytes());
    for leave in ["<esc>n EC<enter>", "<esc>a<end><enter>"] {
        let mut state = screen_at(&disk);
        play(&mut state, "<enter>");
        play(&mut state, leave);
        state.desk.close();
        assert!(disk.names().contains(&name), "{leave}: {:?}", disk.names());
    }
}

#[test]
fn a_case_that_was_to_be_kept_stays_although_that_could_not_be_written() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, MET);
    disk.refuse(0, usize::MAX, ENOSPC);
    play(&mut state, "e");
    assert!(matches!(state.desk.saving(), Saving::Failed(_)));
    disk.refuse(0, 0, ENOSPC);
    state.desk.close();
    assert_eq!(records(&disk).len(), 1);
    assert!(records(&disk)[0].kept, "it is tried once more");
}

#[test]
fn who_is_somewhere_in_the_process_is_not_finished() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, &format!("{MET} p 9 g<enter>"));
    state.desk.close();
    assert_eq!(records(&disk).len(), 1);
    assert!(!records(&disk)[0].finished);
}

/// The questions for pathways are extra: who has a verdict stays finished while they are open.
#[test]
fn asking_for_pathways_opens_no_finished_case() {
    for (keys, kept) in
        [(format!("{MET} w"), false), (format!("{MET} w 1<enter>"), false), (format!("{MET} e w"), true)]
    {
        let disk = Model::default();
        let mut state = screen_at(&disk);
        play(&mut state, &keys);
        assert!(state.desk.question().is_some(), "{keys}: a question for a pathway is open");
        let record = &records(&disk)[0];
        assert_eq!((record.finished, record.kept), (true, kept), "{keys}");
        assert_eq!(state.desk.goes_at_quit(), !kept, "{keys}");
        assert_eq!(shown(&state).contains(&format!("{} deleted at quit", record.code())), !kept, "{keys}");
    }
}

#[test]
fn looking_at_a_case_does_not_make_its_verdict_one_of_today() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n CO<enter> 2<enter> VE<enter>");
    drop(state);
    let name = disk.names().into_iter().find(|name| name.ends_with(".json")).unwrap();
    let code = content().check_code.clone();
    let text = String::from_utf8(disk.bytes(&name).unwrap()).unwrap().replace(&code, "00000000");
    disk.put(&name, text.as_bytes());
    let mut state = screen_at(&disk);
    play(&mut state, "<enter><esc>iorpc");
    assert_eq!(records(&disk)[0].check_code, "00000000");
    play(&mut state, "<enter>1<enter>1<enter>1<enter>");
    assert_eq!(records(&disk)[0].check_code, code);
    assert_eq!(stored_verdict(&state.desk, "colombia"), None, "a verdict of then is not one of these answers");
}

#[test]
fn the_filter_of_one_person_is_not_shown_with_another() {
    let mut state = screen_at(&Model::default());
    for leave in ["n", "a<enter>", "c<esc>uuuu"] {
        play(&mut state, "<esc><esc>n CO<enter><esc>n EC<enter><esc>rvve<enter>");
        play(&mut state, leave);
        play(&mut state, "<esc>r");
        assert!(!shown(&state).contains("Takes it"), "{leave}: {}", shown(&state));
    }
}

#[test]
fn a_country_that_is_not_to_be_stored_is_not_offered_to_the_next() {
    let mut desk = desk_at(&Model::default(), noon);
    desk.apply(Action::NextPerson);
    let country = content().questions[0].id.clone();
    let answer = parse_value(&content(), &content().questions[0], "CO", day()).unwrap();
    let Answer::Known(value) = answer else { panic!("CO is known") };
    desk.apply(Action::Answer(country.clone(), Answer::Withheld(value.clone())));
    desk.apply(Action::NextPerson);
    assert_eq!(desk.offered(), None);
    desk.apply(Action::Answer(country, Answer::Known(value.clone())));
    desk.apply(Action::NextPerson);
    assert_eq!(desk.offered(), Some(&Answer::Known(value)));
}

fn long_ago() -> NaiveDateTime {
    "1999-01-01T00:00:00".parse().unwrap()
}

fn far_ahead() -> NaiveDateTime {
    "2099-12-31T23:59:59".parse().unwrap()
}

#[test]
fn a_clock_that_is_set_back_loses_nothing() {
    let disk = Model::default();
    for (clock, keys) in
        [(noon as fn() -> NaiveDateTime, "n CO<enter>"), (long_ago, "<enter>2<enter>"), (noon, "<enter>VE<enter>")]
    {
        let mut state = App::new(desk_at(&disk, clock), Theme { ascii: false, color: true }, (80, 24));
        state.offer_cases();
        play(&mut state, keys);
    }
    assert_eq!(
        records(&disk).iter().map(facts).collect::<Vec<_>>(),
        [["country=CO", "existing_case=no", "nationality=VE"]]
    );
    let desk = desk_at(&disk, long_ago);
    let case = &desk.cases().0[0];
    let line = desk.case_line(case).unwrap();
    assert_eq!(desk.case_phrases(case, &line).place, format!("{} d ahead", -line.days), "never \"today\"");
    assert!(line.days < -10_000);
}

#[test]
fn a_clock_that_was_ahead_or_goes_ahead_takes_nothing_that_is_kept_or_open() {
    let disk = Model::default();
    let mut ahead = App::new(desk_at(&disk, far_ahead), Theme { ascii: false, color: true }, (80, 24));
    play(&mut ahead, "n CO<enter>");
    drop(ahead);
    // Set right again: the case seems to come from the future, and is not taken for old.
    let mut state = screen_at(&disk);
    assert_eq!(records(&disk).len(), 1);
    play(&mut state, "<enter>2<enter> <esc>e");
    // A second desk starts while the clock has jumped: what is open here is nobody's to delete.
    play(&mut state, "n EC<enter>");
    drop(desk_at(&disk, far_ahead));
    assert_eq!(records(&disk).len(), 2);
    play(&mut state, "2<enter>");
    drop(state);
    let mut left: Vec<_> = records(&disk).iter().map(facts).collect();
    left.sort();
    assert_eq!(left, [["country=CO", "existing_case=no"], ["country=EC", "existing_case=no"]]);
}

#[test]
fn a_country_that_is_not_to_be_stored_is_not_told_by_what_is() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n * EC<enter> 2<enter> VE<enter> 1<enter> 2<enter> <esc>");
    let record = &records(&disk)[0];
    assert_eq!(facts(record), ["existing_case=no", "nationality=VE"]);
    assert_eq!(record.at, None, "only one office asks it");
    let with_one_office = ["adult", "arrived", "asylum_registered", "country", "regularization", "status"];
    assert_eq!(record.withheld, with_one_office, "the same for every country");
}

#[test]
fn who_stars_an_answer_away_later_takes_it_from_the_disk() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n CO<enter> 2<enter> VE<enter> <s-tab> * <enter>");
    assert_eq!(facts(&records(&disk)[0]), ["country=CO", "existing_case=no"]);
    play(&mut state, "<s-tab> * <enter>");
    assert_eq!(facts(&records(&disk)[0]), ["country=CO", "existing_case=no", "nationality=VE"]);
    assert!(records(&disk)[0].withheld.is_empty());
}

#[test]
fn next_person_sets_aside_and_two_keys_lead_back() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n CO<enter> 2<enter> <esc> n EC<enter>");
    assert_eq!(state.desk.check().country(state.desk.content()), Some("EC"));
    play(&mut state, "<esc>");
    for country in ["CO", "EC", "CO"] {
        play(&mut state, "a<enter>");
        assert_eq!(state.desk.check().country(state.desk.content()), Some(country));
        play(&mut state, "<esc>");
    }
    assert_eq!(records(&disk).len(), 2);
}

#[test]
fn the_next_of_a_family_is_offered_the_country() {
    let mut state = screen_at(&Model::default());
    play(&mut state, "n PE<enter>");
    play(&mut state, "<esc>n");
    play(&mut state, "<esc>n GT<enter> <esc>n <enter>");
    assert_eq!(state.desk.check().country(state.desk.content()), Some("GT"));
}

#[test]
fn quitting_drops_what_is_finished_and_keeps_what_is_kept_or_open() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, MET);
    play(&mut state, &format!("{MET} e"));
    let kept = match state.desk.saving() {
        Saving::Saved { code, .. } => code.clone(),
        other => panic!("{other:?}"),
    };
    play(&mut state, "n EC<enter>");
    assert_eq!(records(&disk).len(), 3);
    state.desk.close();
    let left = records(&disk);
    assert_eq!(left.len(), 2);
    assert!(left.iter().any(|record| record.kept && *record.code() == kept));
    assert!(left.iter().any(|record| facts(record) == ["country=EC"]));
}

#[test]
fn a_line_that_drops_loses_nothing_that_is_finished() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, MET);
    drop(state);
    assert_eq!(records(&disk).len(), 1);
}

#[test]
fn unkept_cases_go_after_the_days_that_the_content_sets() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n CO<enter> <esc> n EC<enter> <esc>e");
    drop(state);
    drop(desk_at(&disk, later));
    assert_eq!(records(&disk).len(), 2, "after a pause as long as that, a day later");
    drop(desk_at(&disk, the_day_after));
    assert_eq!(records(&disk).iter().map(facts).collect::<Vec<_>>(), [["country=EC"]]);
}

#[test]
fn deleting_asks_first_and_by_another_key() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n CO<enter> <esc> n EC<enter> <esc>a d");
    assert!(shown(&state).contains("Delete this case?"), "{}", shown(&state));
    play(&mut state, "d<enter>");
    assert_eq!(records(&disk).len(), 2);
    play(&mut state, "dy<enter>");
    assert_eq!(records(&disk).len(), 2, "a letter deletes nothing");
    play(&mut state, "d<down><enter>");
    assert_eq!(records(&disk).iter().map(facts).collect::<Vec<_>>(), [["country=EC"]]);
    play(&mut state, "d<down><enter><esc>");
    assert!(records(&disk).is_empty());
    assert!(state.desk.check().is_empty());
}

#[test]
fn a_case_that_another_desk_has_stays_there() {
    let disk = Model::default();
    let mut first = screen_at(&disk);
    play(&mut first, "n CO<enter>");
    let mut second = screen_at(&disk);
    assert!(second.overlays.is_empty(), "what somebody works on is not left over");
    play(&mut second, "a");
    assert!(shown(&second).contains("open elsewhere"), "{}", shown(&second));
    play(&mut second, "<enter>");
    assert!(shown(&second).contains("is open at another desk"), "{}", shown(&second));
    assert!(second.desk.check().is_empty());
    play(&mut first, "2<enter>");
    assert_eq!(records(&disk)[0].answers.len(), 2);
}

#[test]
fn what_is_ready_is_stored_without_what_was_typed() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(
        &mut state,
        &format!("{MET} t maria@example.org<enter><down>3001234567<enter><down>5<space>may<space>2001<enter>"),
    );
    play(&mut state, "<down><down><down>2<down><enter>");
    let record = &records(&disk)[0];
    assert_eq!(record.items.len(), 2, "a birth date is a part of what is asked for, not all of it");
    assert_eq!(record.family.len(), 1);
    assert!(record.family[0].ready);
    let text = String::from_utf8(disk.names().iter().filter_map(|name| disk.bytes(name)).flatten().collect()).unwrap();
    for typed in ["maria", "example.org", "1234567", "2001"] {
        assert!(!text.contains(typed), "{typed} in {text}");
    }
    drop(state);
    let mut state = screen_at(&disk);
    play(&mut state, "<enter>");
    assert_eq!(state.desk.checklist().ready().count(), 2);
}

#[test]
fn a_place_in_the_process_is_stored_with_its_days_and_taken_back_step_by_step() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "n CO<enter> <esc> p 9 g 3<space>may<space>2026<enter> 11 g<enter>");
    let place = |disk: &Model| {
        let record = records(disk).remove(0);
        record.place.into_iter().map(|moved| format!("{} {}", moved.step, moved.date)).collect::<Vec<_>>()
    };
    assert_eq!(place(&disk), ["screening 2026-05-03", "refugee_check 2026-11-23"]);
    for row in ["9 │   Screening               3 May 2026", "11 @   UNHCR check       here 23 Nov 2026"] {
        assert!(shown(&state).contains(row), "{row:?}:\n{}", shown(&state));
    }
    play(&mut state, "9 g 4<space>nov<space>2026<enter>");
    assert!(shown(&state).contains("(!)"), "a day before the last one is refused:\n{}", shown(&state));
    play(&mut state, "<esc>");
    assert_eq!(place(&disk).len(), 2);
    drop(state);
    let mut state = screen_at(&disk);
    play(&mut state, "<enter><esc>p");
    assert_eq!(state.desk.place().moves.len(), 2);
    assert_eq!(state.desk.walk().at, 10, "the step where the person stands is looked at");
    play(&mut state, "u");
    assert_eq!(place(&disk), ["screening 2026-05-03"]);
    play(&mut state, "uu");
    assert!(place(&disk).is_empty());
}

#[test]
fn after_the_screening_one_sees_what_comes_and_when_in_three_keys() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, "p 9 g 3<space>may<space>2026<enter> <esc>o");
    play(&mut state, "p 12");
    let text = shown(&state);
    for part in ["Wait: 2 weeks or more after", "3 May 2026 (Screening): from", "17 May 2026"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn changed_rules_show_the_verdict_of_then_too() {
    let disk = Model::default();
    let mut state = screen_at(&disk);
    play(&mut state, MET);
    drop(state);
    let folder = tempfile::tempdir().unwrap();
    smo_desk::content::export(folder.path()).unwrap();
    let office = folder.path().join("offices/colombia.toml");
    let text = std::fs::read_to_string(&office).unwrap();
    assert!(text.contains(r#""CU", "HT", "VE""#), "{text}");
    std::fs::write(&office, text.replace(r#""CU", "HT", "VE""#, r#""CU", "HT""#)).unwrap();
    let other = Content::from_folder(folder.path()).map_err(|problems| problems.to_string()).unwrap();
    let mut desk = desk_on(&disk, Arc::new(other), noon);
    let case = desk.cases().0.into_iter().find(|case| matches!(case, Case::Stored(_))).unwrap();
    assert_eq!(desk.apply(Action::GoToCase(case)), Outcome::Resumed(Vec::new()));
    assert_eq!(desk.found().office("colombia").map(|finding| finding.verdict), Some(Verdict::NotMet));
    assert_eq!(stored_verdict(&desk, "colombia"), Some(Verdict::Met));
    assert_eq!(stored_verdict(&desk, "ecuador"), None, "the same as then");
    let mut state = App::new(desk, Theme { ascii: false, color: true }, (80, 24));
    play(&mut state, "c");
    let text = shown(&state).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("(under the rules of then: meets the stated minimum)"), "{text}");
}

/// What can happen to a case.
#[derive(Debug, Clone)]
enum Step {
    Answer(usize, usize, bool),
    Undo,
    Redo,
    Bring(usize, bool),
    Next,
    Switch,
    Resume,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let one = prop_oneof![
        8 => (0..12_usize, 0..6_usize, any::<bool>()).prop_map(|(q, a, star)| Step::Answer(q, a, star)),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        1 => (0..6_usize, any::<bool>()).prop_map(|(item, ready)| Step::Bring(item, ready)),
        1 => Just(Step::Next),
        1 => Just(Step::Switch),
        2 => Just(Step::Resume),
    ];
    prop::collection::vec(one, 1..40)
}

pub(crate) fn values(id: &str) -> &'static [&'static str] {
    match id {
        "country" => &["CO", "EC", "CR", "GT", "PE", "unknown"],
        "nationality" => &["VE", "CU,VE", "stateless", "AQ", "declined", "other"],
        "arrived" => &["2019", "..2023-06-11", "2024-01-02", "always", "unknown", "2023-06"],
        "status" => &["regular", "irregular", "in_process", "unknown", "declined", "regular"],
        "asylum_registered" => &["no", "2022", "2024-05", "unknown", "declined", "2023-10-18"],
        _ => &["yes", "no", "unknown", "declined", "yes", "no"],
    }
}

/// The answers that may be on the disk: those of which nothing was withheld.
fn storable(answers: &Answers, withheld: &[String]) -> Vec<String> {
    let open = answers.iter().filter(|(id, _)| !withheld.contains(&id.to_string()));
    open.map(|(id, answer)| {
        let value = match answer {
            Answer::Known(value) => value.to_string(),
            Answer::DontKnow => "unknown".to_owned(),
            Answer::Declined => "declined".to_owned(),
            Answer::Withheld(_) => panic!("{id} is withheld"),
        };
        format!("{id}={value}")
    })
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// After every step the disk holds what the desk holds, but for what is withheld; and a desk that opens the case
    /// again holds the same.
    #[test]
    fn the_disk_is_the_desk_without_what_is_withheld(steps in steps()) {
        let disk = Model::default();
        let mut desk = desk_at(&disk, noon);
        for step in steps {
            match step {
                Step::Answer(q, a, star) => {
                    let content = content();
                    let question = &content.questions[q % content.questions.len()];
                    let answer = parse_value(&content, question, values(&question.id)[a], day()).unwrap();
                    let answer = match answer {
                        Answer::Known(value) if star => Answer::Withheld(value),
                        other => other,
                    };
                    desk.apply(Action::Answer(question.id.clone(), answer));
                }
                Step::Undo => drop(desk.apply(Action::Undo)),
                Step::Redo => drop(desk.apply(Action::Redo)),
                Step::Bring(item, ready) => {
                    let item = content().items[item].id.clone();
                    desk.apply(Action::Checklist(ChecklistEdit::Item(item, ready)));
                }
                Step::Next => drop(desk.apply(Action::NextPerson)),
                Step::Switch => {
                    if let Some(case) = desk.cases().0.into_iter().find(|case| *case != Case::Current) {
                        assert_eq!(desk.apply(Action::GoToCase(case)), Outcome::Resumed(Vec::new()));
                    }
                }
                Step::Resume => desk = resumed(&disk, desk),
            }
            if let Saving::Saved { code, .. } = desk.saving() {
                let record = records(&disk).into_iter().find(|record| record.code() == code).unwrap();
                prop_assert_eq!(facts(&record), storable(desk.check().answers(), &record.withheld));
                for (id, answer) in desk.check().answers().iter() {
                    let starred = matches!(answer, Answer::Withheld(_));
                    prop_assert!(!starred || record.withheld.contains(&id.to_string()), "{} is not to be stored", id);
                }
                let ready: Vec<String> = desk.checklist().ready().map(ToString::to_string).collect();
                prop_assert_eq!(&record.items, &ready);
            }
        }
    }
}

/// The desk after the line dropped and the case was gone on with: all that was not withheld is there again.
fn resumed(disk: &Model, desk: Desk) -> Desk {
    let code = match desk.saving() {
        Saving::Saved { code, .. } => code.clone(),
        _ => return desk,
    };
    let parked = |desk: &Desk| {
        let answers = desk.check().answers();
        let shown = |country: &str| !answers.is_hidden(country);
        let open = answers.parked().filter(|(c, _, answer)| shown(c) && !matches!(answer, Answer::Withheld(_)));
        open.map(|(country, id, answer)| format!("{country} {id} {answer:?}")).collect::<Vec<_>>()
    };
    let withheld: Vec<String> = desk.check().withheld(desk.content()).iter().map(ToString::to_string).collect();
    let (before, aside) = (storable(desk.check().answers(), &withheld), parked(&desk));
    drop(desk);
    let mut desk = desk_at(disk, noon);
    assert_eq!(desk.apply(Action::GoToCase(Case::Stored(code))), Outcome::Resumed(Vec::new()));
    assert_eq!(storable(desk.check().answers(), &[]), before);
    let found = parked(&desk);
    assert!(aside.iter().all(|one| found.contains(one)), "{aside:?} of {found:?}");
    desk
}
