//! What to bring and the place in the process, in lines, and how each is taken back.

use super::keeping::{keeping, records};
use super::{COLOMBIA, in_order, only_text, reply, run_loop, talk_at};
use crate::play::disk::Model;
use crate::whole_check::{played, shown};

#[test]
fn what_to_bring_is_noted_and_checked_and_nothing_typed_is_stored() {
    let disk = Model::default();
    let lines: Vec<&str> = COLOMBIA
        .into_iter()
        .chain(["bring", "check 1 zebra", "check 1 zebra@quagga.example", "check 2 3001234567", "check 2 300123"])
        .chain([
            "check 3 5 may 2001",
            "check 3 2001",
            "check 4 x",
            "ready 4",
            "missing 4",
            "ready 9",
            "add child",
            "ready 7",
            "bring",
        ])
        .chain(["remove 7", "remove 7"])
        .collect();
    let replies = talk_at(keeping(&disk, "en"), &lines);
    let said = &replies[7..];
    in_order(
        &said[0],
        &[
            "The application is free.",
            "asks for money",
            "1 Valid e-mail address: missing",
            "notice is by e-mail",
            "6 ",
            "Add: 1 ",
        ],
    );
    in_order(&said[1], &["(!) An address is a name, @ and a domain"]);
    in_order(&said[2], &["= looks right", "Valid e-mail address: ready", "1 of 6 ready", "answers saved: 6"]);
    in_order(&said[3], &["= looks right", "2 of 6 ready"]);
    in_order(&said[4], &["(!) After +57 come 8 or 10 digits, not 6.", "Valid phone number: missing", "1 of 6 ready"]);
    in_order(&said[5], &["= 18 or older on 23 November 2026: yes", "missing", "1 of 6 ready"]);
    in_order(&said[6], &["(!) Write a whole day"]);
    let said = &said[1..];
    in_order(&said[6], &["The application is free.", "4 A clear photo of the person: missing"]);
    in_order(&said[7], &["A clear photo of the person: ready", "2 of 6 ready"]);
    in_order(&said[8], &["A clear photo of the person: missing", "1 of 6 ready"]);
    in_order(&said[9], &["Write \"ready\" and a number from 1 to 6."]);
    in_order(&said[10], &["child: missing"]);
    in_order(&said[11], &["child: ready"]);
    in_order(&said[12], &["7 child: ready"]);
    assert!(!said[13].contains("child"), "{}", said[13]);
    let record = &records(&disk)[0];
    assert_eq!((record.items.len(), record.family.len()), (1, 0), "neither a wrong number nor a part is ready");
    let stored: Vec<u8> = disk.names().iter().filter_map(|name| disk.bytes(name)).flatten().collect();
    let stored = String::from_utf8_lossy(&stored);
    for typed in ["zebra", "quagga", "300", "2001"] {
        assert!(!stored.contains(typed), "{typed} in {stored}");
    }
    in_order(&reply("en", &["bring"]), &["Nobody is being checked yet."]);
    let guatemala = reply("en", &["gt", "2", "gt", "bring"]);
    in_order(&guatemala, &["(!) ", "1 Valid e-mail address"]);
}

#[test]
fn a_number_that_nothing_has_is_refused_with_those_that_there_are() {
    let start = ["co", "add child"];
    for (lang, typed, said) in [
        ("en", "ready 8", "(!) Write \"ready\" and a number from 1 to 7."),
        ("en", "missing 0", "(!) Write \"missing\" and a number from 1 to 7."),
        ("en", "check 9 x", "(!) Write \"check\" and a number from 1 to 6."),
        ("en", "check 0", "(!) Write \"check\" and a number from 1 to 6."),
        ("en", "check x 1", "(!) Write \"check\" and a number from 1 to 6."),
        ("en", "remove 99", "(!) Write \"remove\" and a number from 7 to 7."),
        ("en", "remove 6", "(!) Write \"remove\" and a number from 7 to 7."),
        ("en", "add 9", "(!) Write \"add\" and a number from 1 to 5."),
        ("en", "add nobody", "(!) Write \"add\" and a number from 1 to 5."),
        ("es", "quitar 1", "(!) Escriba «quitar» y un número de 7 a 7."),
        ("ht", "wete 1", "(!) Ekri «wete» ak yon nimewo de 7 a 7."),
    ] {
        let said_all = reply(lang, &[&start[..], &[typed]].concat());
        in_order(&said_all, &[said]);
        assert!(!said_all.contains("1  "), "the list is not said instead: {said_all}");
    }
    in_order(&reply("en", &["co", "remove 7"]), &["(!) Nothing here has that number."]);
    for typed in ["add", "check", "remove", "check 4 x"] {
        in_order(&reply("en", &["co", typed]), &["1 Valid e-mail address: missing", "\"check 1\""]);
    }
}

#[test]
fn what_undo_takes_back_and_redo_gives_again_is_said() {
    let lines = ["co", "2", "change 1", "ec", "undo", "redo", "ready 1", "add child", "add child", "undo", "redo"];
    let replies = run_loop("en", &[&lines[..], &["undo", "undo", "undo", "undo", "undo", "undo"]].concat());
    let said = |n: usize| {
        replies[n].lines().filter(|line| line.starts_with("- ") && !line.starts_with("-  ")).collect::<Vec<_>>()
    };
    assert_eq!(said(5), ["- Country: Ecuador"]);
    in_order(&replies[5], &["Undone. \"redo\" does it again.", "- Country: Ecuador", "The answer so far"]);
    in_order(&replies[6], &["Done again.", "- Country: Ecuador"]);
    assert_eq!(
        (said(10), said(11), said(12)),
        (vec!["- child: missing"; 1], vec!["- child: missing"], vec!["- child: missing"])
    );
    assert_eq!((said(13), said(14)), (vec!["- child: missing"], vec!["- Valid e-mail address: ready"]));
    assert_eq!(
        (said(15), said(16), said(17)),
        (vec!["- Country: Ecuador"], vec!["- Has a case: no"], vec!["- Country: Colombia"])
    );
    let moved = run_loop("en", &[&COLOMBIA[..], &["change 1", "ec", "undo", "redo"]].concat());
    for reply in &moved[9..=10] {
        assert_eq!(reply.matches("\n- ").count(), 1, "what is not used any more was not taken back: {reply}");
    }
    let spanish = run_loop("es", &["co", "deshacer", "deshacer"]);
    in_order(&spanish[2], &["Deshecho.", "- País: Colombia"]);
    assert!(!spanish[3].contains("- "), "{}", spanish[3]);
}

#[test]
fn a_wrong_day_is_taken_back_after_something_else_was_done() {
    let disk = Model::default();
    let lines = [
        "co",
        "here 9 3 may 2026",
        "offices 2",
        "2",
        "undo",
        "undo",
        "here 9 2 may 2026",
        "next",
        "confirm",
        "undo",
        "redo",
    ];
    let replies = talk_at(keeping(&disk, "en"), &lines);
    in_order(&replies[5], &["Undone. \"redo\"", "already have a case"]);
    in_order(&replies[6], &["The last move is undone."]);
    in_order(&replies[7], &["The person is here since 2 May 2026."]);
    in_order(&replies[8], &["A question is still open. \"confirm\" sets this person aside."]);
    in_order(&replies[10], &["The previous person is back."]);
    in_order(&replies[11], &["Done again.", "In which country"]);
    assert_eq!(records(&disk)[0].place.len(), 1);
}

#[test]
fn a_place_in_the_process_is_noted_by_step_and_day() {
    let disk = Model::default();
    let replies =
        talk_at(keeping(&disk, "en"), &["co", "here 9 3 may 2026", "here 11", "here 9 1 may 2020", "here 99"]);
    in_order(
        &replies[2],
        &["answers saved: 1", "9 Screening, can vary by place", "The person is here since 3 May 2026."],
    );
    in_order(&replies[3], &["2 weeks or more after 3 May 2026 (Screening): from 17 May 2026"]);
    in_order(&replies[4], &["(!)", "lies before the last step"]);
    in_order(&replies[5], &["(!)", "a number from 1 to"]);
    let undone = talk_at(keeping(&Model::default(), "en"), &["co", "2", "here 9 3 may 2026", "undo", "undo"]);
    in_order(&undone[4], &["The last move is undone.", "- 9 Screening, can vary by place: 3 May 2026", "Which"]);
    in_order(&undone[5], &["- Has a case: no", "already have a case"]);
    let place: Vec<String> =
        records(&disk)[0].place.iter().map(|moved| format!("{} {}", moved.step, moved.date)).collect();
    assert_eq!(place, ["screening 2026-05-03", "refugee_check 2026-11-23"]);
    for text in &replies {
        only_text(text);
    }
}

#[test]
fn a_day_on_which_nobody_can_have_got_to_a_step_is_refused_in_lines_and_on_the_screen() {
    for (day, wrong) in [
        ("31 dec 1899", "(!) Before 1900: check the year."),
        ("3 may 1890", "(!) Before 1900: check the year."),
        ("1 jan 0019", "(!) Before 1900: check the year."),
        ("3 may 2027", "(!) That is in the future; today is 23 November 2026."),
        ("24 nov 2026", "(!) That is in the future; today is 23 November 2026."),
        ("2024", "(!) Write a whole day"),
        ("31 feb 2024", "(!) There is no day 31 in February 2024."),
    ] {
        let replies = run_loop("en", &["co", &format!("here 9 {day}"), "undo"]);
        in_order(&replies[2], &[wrong]);
        in_order(&replies[3], &["- Country: Colombia"]);
        let screen = played(&format!("p9g{}<enter>", day.replace(' ', "<space>")));
        let said = shown(&screen);
        assert!(said.contains(wrong) && !said.contains("= "), "{day}: {said}");
        assert!(screen.desk.place().moves.is_empty(), "{day}");
    }
    assert_eq!(played("p9g3<space>may<space>2026<enter>").desk.place().moves.len(), 1);
}
