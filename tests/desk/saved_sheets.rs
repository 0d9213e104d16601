//! Sheets that were saved go with the cases that nobody keeps, and nothing else in their folder does.

use chrono::{Days, NaiveDate, NaiveDateTime};
use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::play::disk::Model;
use crate::play::script::content;
use smo_desk::case::Store;
use smo_desk::content::Lang;
use smo_desk::desk::Desk;

/// How far before today something was saved, what it is called, and whether it goes.
const FILES: &[(u64, &str, bool)] = &[
    (0, "colombia-en-text-1.txt", false),
    (6, "colombia-en-text-2.txt", false),
    (7, "colombia-en-text-3.txt", false),
    (8, "colombia-en-text-4.txt", true),
    (9, "costa-rica-ht-html-12.html", true),
    (400, "ecuador-es-pdf-referral-9999.pdf", true),
    (400, "my own notes.txt", false),
    (400, "notes-on-my-case.txt", false),
    (400, "colombia-en-text-1.txt.bak", false),
    (400, "colombia-en-text-x.txt", false),
    (400, "colombia-en-text-.txt", false),
    (400, "colombia-1.pdf", false),
];

fn today() -> NaiveDateTime {
    chrono::Local::now().naive_local()
}

fn yesterday() -> NaiveDateTime {
    today() - Days::new(1)
}

/// After a year in which nobody came: the clock may be wrong.
fn next_year() -> NaiveDateTime {
    today() + Days::new(365)
}

fn start(disk: &Model, folder: &Path, clock: fn() -> NaiveDateTime) {
    let disk = disk.clone();
    let saving = Desk::new(content(), Lang(0), NaiveDate::default()).saving_sheets(Some(folder.to_owned()));
    drop(saving.keeping(Box::new(move || Store::open(Box::new(disk.clone()))), clock));
}

fn fill(folder: &Path) {
    for (days, name, _) in FILES {
        let file = File::create(folder.join(name)).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(days * 86_400)).unwrap();
    }
    fs::create_dir(folder.join("colombia-en-text-7.pdf")).unwrap();
}

fn left(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|one| one.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn saved_sheets_go_after_the_days_and_nothing_else_does() {
    assert_eq!(content().hold_days, 7, "the table counts with it");
    let (disk, folder) = (Model::default(), tempfile::tempdir().unwrap());
    fill(folder.path());
    let all = left(folder.path());
    start(&disk, folder.path(), yesterday);
    assert_eq!(left(folder.path()), all, "on the first day nobody knows whether the clock is right");
    start(&disk, folder.path(), today);
    let stays = FILES.iter().filter(|(.., goes)| !goes).map(|(_, name, _)| (*name).to_owned());
    let mut stays: Vec<String> = stays.chain(["colombia-en-text-7.pdf".to_owned()]).collect();
    stays.sort();
    assert_eq!(left(folder.path()), stays);
}

#[test]
fn after_a_jump_of_the_clock_no_sheet_goes() {
    let (disk, folder) = (Model::default(), tempfile::tempdir().unwrap());
    fill(folder.path());
    let all = left(folder.path());
    start(&disk, folder.path(), yesterday);
    start(&disk, folder.path(), next_year);
    assert_eq!(left(folder.path()), all);
}

#[test]
fn without_a_folder_there_is_nothing_to_do() {
    let (disk, folder) = (Model::default(), tempfile::tempdir().unwrap());
    for clock in [yesterday, today] {
        start(&disk, &folder.path().join("none"), clock);
    }
    assert!(left(folder.path()).is_empty());
}
