//! The line drops while something is half typed.

use super::folder::{Folder, facts};
use super::{on, saved};
use crate::process::{AT_ONCE, SIGHUP_IGNORED, TRIES, WITHOUT_SIGHUP, is_over, program, until};
use crate::terminal::{ENTER, Start, Terminal};

/// Types on a folder until the line drops with `last`, and says by how much the program outlived that.
fn dropped(folder: &Folder, under: &[&str], typed: &str) -> std::time::Duration {
    let mut desk = Terminal::desk_with(&Start { under, ..on(folder) });
    desk.send("nCO\r2\rVE\r");
    desk.wait_screen("three answers", |screen| {
        saved(&crate::terminal::text_of(screen)).is_some_and(|s| s.1 == Some(3))
    });
    let (rest, last) = typed.split_at(typed.len() - 1);
    desk.send(rest);
    desk.wait_for(rest.trim_start_matches('*'));
    let id = program(desk.id());
    desk.hang_up(last);
    let took = until("the program to end", || is_over(id));
    desk.wait_end();
    took
}

#[test]
fn the_half_typed_answer_is_there_again() {
    for under in [&[][..], SIGHUP_IGNORED, WITHOUT_SIGHUP] {
        let mut took = Vec::new();
        while took.last().is_none_or(|took| *took > AT_ONCE) {
            assert!(took.len() < TRIES, "{under:?}: it outlived its line by {took:?}");
            let folder = Folder::new();
            took.push(dropped(&folder, under, "may 20"));
            let record = folder.records().remove(0);
            assert_eq!(facts(&record), ["country=CO", "existing_case=no", "nationality=VE"]);
            let draft = record.draft.unwrap();
            assert_eq!((&*draft.question, &*draft.text), ("arrived", "may 20"), "{under:?}");
            let mut desk = Terminal::open(&on(&folder));
            desk.wait_for("These cases were left open");
            desk.send(ENTER);
            desk.wait_for("> may 20");
            desk.send("19\r");
            desk.wait_for("answers saved: 4");
            let record = folder.records().remove(0);
            assert_eq!(record.draft, None);
            assert!(facts(&record).contains(&"arrived=2019-05".to_owned()), "{:?}", facts(&record));
        }
    }
}

#[test]
fn what_is_not_to_be_stored_is_not_half_stored() {
    let folder = Folder::new();
    dropped(&folder, WITHOUT_SIGHUP, "*may 20");
    let record = folder.records().remove(0);
    assert_eq!((record.answers.len(), &record.draft), (3, &None));
    assert!(!serde_json::to_string(&record).unwrap().contains("may"));
    let mut desk = Terminal::open(&on(&folder));
    desk.wait_for("These cases were left open");
    desk.send(ENTER);
    let screen = desk.wait_for("When did the person first come");
    assert!(!screen.contains("may 20"), "{screen}");
}
