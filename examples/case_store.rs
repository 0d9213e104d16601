//! What the store of cases costs on this disk.
//!
//! `cargo run --release --example case_store [FOLDER]` saves one case many times, each save synced to the disk, and opens
//! and lists a folder of 10,000 cases, in a new folder inside FOLDER (the system's folder for temporary files where none
//! is given; where that is in memory its figures are of no use). It prints one table.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "prints a table")]

use chrono::{NaiveDate, NaiveDateTime};
use smo_desk::case::disk::Real;
use smo_desk::case::{Code, Holder, Record, Store, Summary};
use smo_desk::content::Content;
use smo_desk::rules::parse_facts;
use std::fs;
use std::path::Path;
use std::time::Instant;

const SAVES: usize = 500;
const CASES: usize = 10_000;
const LISTS: usize = 20;
const ROWS: usize = 20;

fn main() {
    let place = std::env::args_os().nth(1).map_or_else(tempfile::tempdir, tempfile::tempdir_in).unwrap();
    let content = Content::embedded().unwrap();
    let store = open(place.path());
    let saves = saves(&store, &content);
    fill(place.path(), &store, &content);
    let opens = times(LISTS, || drop(open(place.path())));
    let lists = times(LISTS, || assert_eq!(store.list().unwrap().cases.len(), CASES));
    let codes: Vec<Code> = store.list().unwrap().cases.into_iter().take(ROWS).map(|listed| listed.code).collect();
    let rows = times(LISTS, || codes.iter().for_each(|code| drop(Summary::of(store.read(code).unwrap(), &content))));
    let day = today().date();
    let purges = times(LISTS, || assert!(store.purge(day, content.hold_days).unwrap().deleted.is_empty()));
    println!("{:<44} {:>10} {:>10} {:>10}", "microseconds", "median", "90 %", "most");
    row(&format!("save a case, synced ({SAVES} times)"), &saves);
    row(&format!("open a folder of {CASES}, swept"), &opens);
    row(&format!("list a folder of {CASES}"), &lists);
    row(&format!("read {ROWS} rows of the list"), &rows);
    row(&format!("purge a folder of {CASES}, none due"), &purges);
}

fn open(folder: &Path) -> Store {
    Store::open(Box::new(Real::at(folder.to_path_buf()))).unwrap()
}

fn today() -> NaiveDateTime {
    chrono::Local::now().naive_local()
}

fn holder() -> Holder {
    Holder::here(today())
}

/// A case with all answers of a check.
fn record(content: &Content, code: Code) -> Record {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let facts = "country=other nationality=stateless arrived=2019 adult=yes status=regular existing_case=no";
    let facts: Vec<String> = facts.split(' ').map(str::to_owned).collect();
    let answers = parse_facts(content, &facts, day("2030-01-01")).unwrap();
    let mut record = Record::new(code, today());
    record.set_answers(content, &answers, &[]);
    record
}

fn saves(store: &Store, content: &Content) -> Vec<u128> {
    let hold = store.begin(&holder()).unwrap();
    let record = record(content, hold.code().clone());
    let times = times(SAVES, || store.save(&hold, &record).unwrap());
    store.discard(hold).unwrap();
    times
}

/// Fills the folder without waiting for the disk.
fn fill(folder: &Path, store: &Store, content: &Content) {
    let hold = store.begin(&holder()).unwrap();
    let record = record(content, hold.code().clone());
    store.save(&hold, &record).unwrap();
    let written = fs::read_to_string(folder.join(format!("{}.json", hold.code()))).unwrap();
    let letters: Vec<char> = "2346789CDFGHJKMNPQRTVWXY".chars().collect();
    let mut made = 1;
    for n in 0.. {
        if made == CASES {
            break;
        }
        let code: String = (0..4).map(|place| letters[n / 24_usize.pow(place) % 24]).collect();
        if code != hold.code().as_str() {
            fs::write(folder.join(format!("{code}.json")), written.replace(hold.code().as_str(), &code)).unwrap();
            made += 1;
        }
    }
}

fn times(often: usize, mut act: impl FnMut()) -> Vec<u128> {
    let mut times: Vec<u128> = (0..often)
        .map(|_| {
            let start = Instant::now();
            act();
            start.elapsed().as_micros()
        })
        .collect();
    times.sort_unstable();
    times
}

fn row(what: &str, times: &[u128]) {
    let at = |part: usize| times[(times.len() - 1) * part / 100];
    println!("{what:<44} {:>10} {:>10} {:>10}", at(50), at(90), at(100));
}
