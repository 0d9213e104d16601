//! The disk refuses: it is said, work goes on, and what was told is saved once that can be.

use std::fs;
use std::path::Path;

use super::folder::{Folder, facts};
use super::on;
use crate::terminal::{ESC_KEY, Start, Terminal};

#[test]
fn a_folder_that_cannot_be_made_is_told_and_tried_again() {
    let folder = Folder::new();
    let obstacle = folder.path().join("smo");
    fs::write(&obstacle, "in the way").unwrap();
    let mut desk = Terminal::desk_with(&on(&folder));
    desk.send("nCO\r");
    let screen = desk.wait_for("NOT SAVED");
    assert!(screen.contains("Something else stands where the folder of cases should be"), "{screen}");
    desk.send("2\rVE\r");
    desk.wait_for("When did the person first come");
    desk.send(ESC_KEY);
    desk.wait_for("n next person");
    desk.send("q");
    desk.wait_for("quit, lose the answers");
    desk.send(ESC_KEY);
    desk.wait_for("n next person");
    fs::remove_file(&obstacle).unwrap();
    // No key: it tries again by itself.
    desk.wait_for("answers saved: 3");
    assert_eq!(facts(&folder.records()[0]), ["country=CO", "existing_case=no", "nationality=VE"]);
    desk.send("q");
    let status = desk.wait_end();
    assert_eq!(status.exit_code(), 0, "nothing is asked once all is saved");
    folder.is_clean();
}

#[test]
fn a_home_that_takes_nothing_is_told_and_quitting_asks() {
    // Nobody can make a folder there, whoever runs the test.
    let start = Start { state: Some(Path::new("/sys")), ..Start::default() };
    let mut desk = Terminal::desk_with(&start);
    desk.send("nCO\r");
    let screen = desk.wait_for("NOT SAVED");
    let why = ["This account may not write", "The disk is read-only"];
    assert!(why.iter().any(|why| screen.to_lowercase().contains(&why.to_lowercase())), "{screen}");
    desk.send("2\r");
    desk.wait_for("Which nationality");
    // Ctrl-C never asks.
    desk.send("\x03");
    assert_eq!(desk.wait_end().exit_code(), 0);
}
