//! Cases, what is not to be stored, and pathways, in lines.

use std::io::{Cursor, ErrorKind};

use chrono::NaiveDateTime;
use smo_desk::case::{Record, Store};
use smo_desk::desk::{Desk, Ended};
use smo_desk::linear::{self, Options};

use super::piping::Pipe;
use super::{COLOMBIA, desk, in_order, no_bare_verdict, only_text, reply, talk_at, written_by};
use crate::play::disk::Model;

/// Input/output error.
const EIO: i32 = 5;

fn noon() -> NaiveDateTime {
    "2026-11-23T12:00:00".parse().unwrap()
}

pub(super) fn keeping(disk: &Model, lang: &str) -> Desk {
    let disk = disk.clone();
    desk(lang).keeping(Box::new(move || Store::open(Box::new(disk.clone()))), noon)
}

pub(super) fn records(disk: &Model) -> Vec<Record> {
    let names = disk.names().into_iter().filter(|name| name.contains(".json"));
    names.map(|name| serde_json::from_slice(&disk.bytes(&name).unwrap()).unwrap()).collect()
}

fn facts(record: &Record) -> Vec<String> {
    record.answers.iter().map(|said| format!("{}={}", said.fact, said.value)).collect()
}

fn code(disk: &Model) -> String {
    records(disk)[0].code().to_string()
}

#[test]
fn every_answer_says_that_it_is_saved_and_the_end_of_the_input_deletes_nothing() {
    let disk = Model::default();
    let replies = talk_at(keeping(&disk, "en"), &COLOMBIA);
    let code = code(&disk);
    assert!(!replies[0].contains("not stored") && !replies[0].contains("left open"), "{}", replies[0]);
    for (n, said) in replies[1..=6].iter().enumerate() {
        let saved = format!("{code} answers saved: {}", n + 1);
        in_order(said, &[": ", &saved]);
        assert_eq!(said.matches(" saved: ").count(), 1, "{said}");
    }
    assert_eq!(records(&disk)[0].answers.len(), 6);
    let lines: Vec<&str> = COLOMBIA.into_iter().chain(["quit"]).collect();
    talk_at(keeping(&disk, "en"), &["next", "ec"]);
    let other = Model::default();
    talk_at(keeping(&other, "en"), &lines);
    assert_eq!(records(&other).len(), 0, "who quits is done with what is finished");
    talk_at(keeping(&other, "en"), &["co", "2", "quit"]);
    assert_eq!(records(&other).len(), 1, "and not with what is open");
}

#[test]
fn without_a_store_that_is_said_and_nothing_else() {
    let replies = super::run_loop("en", &["co", "keep", "cases"]);
    in_order(&replies[0], &["Answers are not stored."]);
    assert!(!replies[1].contains("saved"), "{}", replies[1]);
    in_order(&replies[2], &["There is nothing stored to keep."]);
    in_order(&replies[3], &["- -: Colombia, cannot tell yet, answers: 1"]);
}

#[test]
fn what_was_left_is_offered_and_resumed_by_its_code_in_every_language() {
    for (lang, left, resume) in
        [("en", "left open", "resume"), ("es", "quedaron abiertos", "retomar"), ("ht", "rete louvri", "kontinye")]
    {
        let disk = Model::default();
        talk_at(keeping(&disk, "en"), &["co", "2"]);
        let code = code(&disk);
        let go = format!("{resume} {}", code.to_lowercase());
        let replies = talk_at(keeping(&disk, lang), &[&go, "ve"]);
        only_text(&replies.join("\n"));
        in_order(&replies[0], &[left, &code, resume]);
        assert!(!replies[0].contains(": 2\n"), "nothing is resumed silently");
        in_order(&replies[1], &[&code, ": 2"]);
        in_order(&replies[2], &[&code, ": 3"]);
        assert_eq!(facts(&records(&disk)[0]), ["country=CO", "existing_case=no", "nationality=VE"]);
    }
    in_order(&reply("en", &["resume K7Q2"]), &["There is no case of that code here. \"cases\""]);
}

#[test]
fn a_case_is_kept_and_deleted_only_when_that_is_confirmed() {
    let disk = Model::default();
    let lines: Vec<&str> = COLOMBIA.into_iter().chain(["keep", "quit"]).collect();
    let replies = talk_at(keeping(&disk, "en"), &lines);
    in_order(&replies[7], &["kept until somebody deletes it", "\"keep\""]);
    let delete = format!("delete {}", code(&disk));
    let replies = talk_at(keeping(&disk, "en"), &["confirm", &delete, "no", "confirm", &delete, "cases", "confirm"]);
    assert!(!replies[0].contains("left open"), "what is kept is not left over");
    in_order(&replies[1], &["There is nothing to confirm."]);
    in_order(&replies[2], &["Delete case", "Until 30 November 2026", "trash folder", "\"confirm\""]);
    in_order(&replies[3], &["Left as it is.", "In which country"]);
    assert!(!replies[3].contains("Country: NO"), "no to the deletion is no answer: {}", replies[3]);
    in_order(&replies[4], &["There is nothing to confirm."]);
    in_order(&replies[6], &["kept"]);
    in_order(&replies[7], &["There is nothing to confirm."]);
    assert_eq!(records(&disk).len(), 1);
    let replies = talk_at(keeping(&disk, "en"), &[&delete, "confirm", "co", "cases"]);
    in_order(&replies[2], &["Deleted. Until 30 November 2026", "In which country"]);
    assert_eq!(records(&disk).len(), 1);
    assert!(disk.names().iter().any(|name| name.starts_with("trash/") && name.ends_with(".2026-11-30.deleted")));
    let current = format!("delete {}", code(&disk));
    let resume = format!("resume {}", code(&disk));
    let replies = talk_at(keeping(&disk, "en"), &[&resume, &current, "confirm"]);
    in_order(&replies[3], &["Deleted.", "In which country"]);
    assert!(records(&disk).is_empty());
}

#[test]
fn an_answer_is_withheld_by_a_star_or_a_word() {
    for withheld in [&["* ve"][..], &["*", "ve"], &["withhold", "ve"], &["no guardar", "VE"], &["*ve"]] {
        let disk = Model::default();
        let lines: Vec<&str> = ["co", "2"].iter().chain(withheld).copied().chain(["2019", "change 3", "cu"]).collect();
        let replies = talk_at(keeping(&disk, "en"), &lines);
        let n = 2 + withheld.len();
        in_order(&replies[n], &["Nationality: Venezuelan (used, not stored)", "answers saved: 2"]);
        in_order(&replies[n + 1], &["answers saved: 3"]);
        in_order(&replies[n + 2], &["The answer so far: Venezuelan", "used, not stored"]);
        in_order(&replies[n + 3], &["Nationality: Cuban (used, not stored)", "answers saved: 3"]);
        let record = &records(&disk)[0];
        assert_eq!((facts(record).len(), &record.withheld[..]), (3, &["nationality".to_owned()][..]));
        let text = serde_json::to_string(record).unwrap();
        assert!(!text.contains("VE") && !text.contains("CU"), "{text}");
        let resume = format!("resume {}", record.code());
        let again = talk_at(keeping(&disk, "en"), &[&resume, "*", "ve"]);
        in_order(
            &again[1],
            &["answers saved: 3", "Which nationality", "was not stored: ask again", "used, not stored"],
        );
        in_order(&again[2], &["This answer is stored."]);
        in_order(&again[3], &["answers saved: 4"]);
        assert!(records(&disk)[0].withheld.is_empty());
    }
}

#[test]
fn what_cannot_be_saved_is_said_each_time_and_quitting_asks() {
    let disk = Model::default();
    disk.refuse(0, usize::MAX, EIO);
    let all = written_by(keeping(&disk, "en"), b"co\n2\nquit\nve\nquit\nconfirm\nco\n", Options::default());
    let replies: Vec<&str> = all.split("\n> ").collect();
    for n in [1, 2] {
        in_order(replies[n], &["(!) NOT SAVED: The disk failed."]);
    }
    in_order(replies[3], &["NOT SAVED", "Some answers are not saved.", "\"confirm\""]);
    in_order(replies[4], &["Left as it is.", "Which nationality"]);
    in_order(replies[5], &["Some answers are not saved."]);
    assert_eq!(replies.len(), 7, "nothing more is read");
}

#[test]
fn answers_that_are_not_saved_at_the_end_are_an_error_however_it_ends() {
    let ended = |refused: usize, typed: &str, writes: usize| {
        let disk = Model::default();
        disk.refuse(0, refused, EIO);
        let mut pipe = Pipe::new(writes, ErrorKind::BrokenPipe);
        let ended = linear::run(keeping(&disk, "en"), &mut Cursor::new(typed), &mut pipe, Options::default());
        (ended.map_err(|error| error.to_string()), disk)
    };
    for refused in [0, 1, 2, 3, 5, 8, 13, usize::MAX] {
        for writes in [2, usize::MAX] {
            let (ended, disk) = ended(refused, "co\n2\n", writes);
            let is_saved = records(&disk).iter().any(|record| record.answers.len() == writes.min(2));
            assert_eq!(ended.is_ok(), is_saved, "{refused} {writes} {ended:?}");
        }
    }
    let (ended_early, _) = ended(usize::MAX, "co\n", usize::MAX);
    let said = ended_early.unwrap_err();
    assert!(said.starts_with("answers are not saved: ") && said.lines().count() == 1, "{said}");
    assert_eq!(ended(usize::MAX, "", usize::MAX).0, Ok(Ended::Gone), "nothing is lost");
    assert_eq!(ended(usize::MAX, "co\nquit\nconfirm\n", usize::MAX).0, Ok(Ended::Quit), "that was asked and confirmed");
}

#[test]
fn a_case_that_another_desk_has_stays_there() {
    let disk = Model::default();
    talk_at(keeping(&disk, "en"), &["co"]);
    let code = code(&disk);
    let store = Store::open(Box::new(disk.clone())).unwrap();
    let (held, _) = store.take(&code.parse().unwrap(), &smo_desk::case::Holder::here(noon())).unwrap();
    let replies = talk_at(keeping(&disk, "en"), &["cases", &format!("resume {code}"), "no", "ec"]);
    assert!(!replies[0].contains("left open"), "{}", replies[0]);
    in_order(&replies[1], &[&code, "Colombia, cannot tell yet, answers: 1", "open elsewhere"]);
    in_order(&replies[2], &["is open at another desk", "Take case", "Write \"confirm\""]);
    in_order(&replies[3], &["Left as it is"]);
    in_order(&replies[4], &["Country: Ecuador", "answers saved: 1"]);
    assert_eq!(records(&disk).len(), 2);
    let replies = talk_at(keeping(&disk, "en"), &[&format!("resume {code}"), "confirm"]);
    in_order(&replies[2], &[&code, "answers saved: 1"]);
    drop(held);
}

#[test]
fn what_this_content_cannot_read_is_told() {
    let disk = Model::default();
    talk_at(keeping(&disk, "en"), &["co"]);
    let name = disk.names().into_iter().find(|name| name.contains(".json")).unwrap();
    let mut json: serde_json::Value = serde_json::from_slice(&disk.bytes(&name).unwrap()).unwrap();
    json["answers"].as_array_mut().unwrap().push(serde_json::json!({ "fact": "shoe_size", "value": "43" }));
    json["draft"] = serde_json::json!({ "question": "existing_case", "text": "perhaps" });
    disk.put(&name, json.to_string().as_bytes());
    let replies = talk_at(keeping(&disk, "en"), &[&format!("resume {}", code(&disk)), ""]);
    in_order(&replies[1], &["Not understood by this content, kept: shoe_size: 43", "not yet taken: perhaps"]);
    assert!(!replies[2].contains("shoe_size"));
}

#[test]
fn pathways_are_asked_for_and_told_with_what_became_of_them() {
    let lines: Vec<&str> = COLOMBIA.into_iter().chain(["pathways", "2", "2", "2"]).collect();
    let disk = Model::default();
    let replies = talk_at(keeping(&disk, "en"), &lines);
    in_order(&replies[7], &["Does the person have family in the USA"]);
    let last = &replies[10];
    in_order(last, &["answers saved: 9", "[+] Colombia", "Pathways", "romise", "(!) "]);
    no_bare_verdict("en", last);
    only_text(last);
    in_order(&reply("en", &["pathways"]), &["Nobody is being checked yet.", "In which country"]);
}

#[test]
fn the_tracks_are_told_one_after_the_other_in_every_language() {
    for (lang, word) in [("en", "tracks"), ("es", "caminos"), ("ht", "wout")] {
        let said = reply(lang, &[word]);
        // All of a track, up to its last step, stands before the next one.
        in_order(&said, &["- 11 ", "- 17 ", "- 21 "]);
        assert!(!said.contains(" | ") && !said.contains('│'), "no columns: {said}");
        only_text(&said);
        assert_eq!(said, reply(lang, &["tracks"]));
    }
}

#[test]
fn the_wish_that_an_answer_is_not_stored_ends_with_its_person() {
    let disk = Model::default();
    let replies = talk_at(keeping(&disk, "en"), &["*", "next", "co"]);
    assert!(!replies[2].contains("used, not stored"), "{}", replies[2]);
    assert_eq!(facts(&records(&disk)[0]), ["country=CO"]);
    let replies = talk_at(keeping(&Model::default(), "en"), &["* co", "next"]);
    assert!(!replies[2].contains("The person before answered"), "nobody else is told: {}", replies[2]);
}

#[test]
fn quitting_asks_where_answers_would_be_lost_as_the_screen_does() {
    let all = super::written("en", b"co\nquit\n2\nquit\nconfirm\nve\n", Options::default());
    let replies: Vec<&str> = all.split("\n> ").collect();
    assert_eq!(replies.len(), 6, "nothing more is read: {all}");
    in_order(replies[2], &["Some answers are not saved.", "\"confirm\""]);
    in_order(replies[3], &["Left as it is.", "already have a case"]);
    assert_eq!(super::written("en", b"quit\nco\n", Options::default()).matches("\n> ").count(), 1, "nothing is lost");
}

/// What stays is said as well as what goes: until when, or that somebody keeps it.
#[test]
fn quitting_says_what_stays() {
    for (lang, stays, kept, gone) in [
        ("en", "Stays here: ", "Kept until somebody deletes it: ", "Finished and not kept"),
        ("es", "Se queda aquí: ", "Se conserva hasta que alguien lo borre: ", "Terminado y no conservado"),
        ("ht", "Li rete isit la: ", "Li konsève jiskaske yon moun efase l: ", "Fini epi pa konsève"),
    ] {
        let last = |lines: &[&str]| talk_at(keeping(&Model::default(), lang), lines).last().unwrap().clone();
        let unfinished = last(&["co", "2", "quit"]);
        assert!(unfinished.contains(stays) && !unfinished.contains(kept) && !unfinished.contains(gone), "{unfinished}");
        let finished = last(&[&COLOMBIA[..], &["quit"]].concat());
        assert!(finished.contains(gone) && !finished.contains(stays), "{finished}");
        let is_kept = last(&[&COLOMBIA[..], &["keep", "quit"]].concat());
        assert!(is_kept.contains(kept) && !is_kept.contains(gone), "{is_kept}");
        let nobody = last(&["quit"]);
        assert!(!nobody.contains(stays) && !nobody.contains(gone), "{nobody}");
    }
}

#[test]
fn of_a_list_with_one_unknown_name_the_others_are_kept() {
    let disk = Model::default();
    for (typed, kept) in [
        ("Cuba, Wakanda, Haiti", "Cuban and Haitian"),
        ("cubana y Wakanda y haitiana", "Cuban and Haitian"),
        ("Wakanda/VE", "Venezuelan"),
    ] {
        let replies = talk_at(keeping(&disk, "en"), &["co", "2", typed, "1"]);
        in_order(&replies[3], &["No country is called", kept]);
        in_order(&replies[4], &[&format!("Nationality: {kept}")]);
    }
    let replies = talk_at(keeping(&disk, "en"), &["co", "2", "Cuba, Wakanda, Haiti", "haitian"]);
    in_order(&replies[4], &["Nationality: Haitian"]);
}
