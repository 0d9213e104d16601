//! What goes by itself, and when; also under a clock that is wrong.

use super::script::{day, holder, noon, open};
use crate::play::disk::Model;
use smo_desk::case::{Code, Record, Store};
use std::time::{Duration, SystemTime};

const HELD: u32 = 7;

fn save(store: &Store, changed: &str, change: impl FnOnce(&mut Record)) -> Code {
    let hold = store.begin(&holder()).unwrap();
    let mut record = Record::new(hold.code().clone(), noon(changed));
    change(&mut record);
    store.save(&hold, &record).unwrap();
    hold.code().clone()
}

fn gone(store: &Store, today: &str) -> Vec<Code> {
    let purged = store.purge(day(today), HELD).unwrap();
    assert_eq!(purged.errors, []);
    purged.deleted
}

#[test]
fn an_unkept_case_goes_after_the_days_and_not_on_the_last_of_them() {
    let store = open(&Model::default());
    let code = save(&store, "2030-06-15", |_| {});
    let kept = save(&store, "2030-06-15", |record| record.kept = true);
    assert_eq!(gone(&store, "2030-06-15"), []);
    assert_eq!(gone(&store, "2030-06-22"), []);
    assert_eq!(gone(&store, "2030-06-23"), [code]);
    assert_eq!(gone(&store, "2090-01-01"), []);
    assert!(store.read(&kept).is_ok());
}

#[test]
fn a_finished_case_goes_when_it_is_closed_unless_it_is_kept() {
    let store = open(&Model::default());
    let end = |change: fn(&mut Record)| {
        let code = save(&store, "2030-06-15", change);
        let (hold, record) = store.take(&code, &holder()).unwrap();
        store.close(hold, &record, record.finished).unwrap();
        store.read(&code).is_ok()
    };
    assert!(!end(|record| record.finished = true));
    assert!(end(|record| (record.finished, record.kept) = (true, true)));
    assert!(end(|_| {}));
}

#[test]
fn a_clock_set_back_deletes_nothing_early() {
    let store = open(&Model::default());
    let code = save(&store, "2030-06-15", |_| {});
    assert_eq!(gone(&store, "2030-06-15"), []);
    // For ten years and a day at once it is 2020, then the clock is right again.
    assert_eq!(gone(&store, "2020-01-01"), []);
    assert_eq!(gone(&store, "2020-01-02"), []);
    assert_eq!(gone(&store, "2030-06-16"), []);
    assert_eq!(gone(&store, "2030-06-22"), []);
    assert_eq!(gone(&store, "2030-06-23"), [code]);
}

#[test]
fn on_the_day_of_a_leap_nothing_goes() {
    let model = Model::default();
    let store = open(&model);
    let old = save(&store, "2030-06-01", |_| {});
    assert_eq!(gone(&store, "2030-06-08"), []);
    // Ten years ahead by mistake, twice on that day; then it is right again.
    assert_eq!(gone(&store, "2040-06-08"), []);
    assert_eq!(gone(&store, "2040-06-08"), []);
    assert_eq!(gone(&store, "2030-06-09"), [], "set back: perhaps this is the wrong day");
    assert_eq!(gone(&store, "2030-06-10"), [old]);
    // Written under a clock that was far behind, and found under the right one.
    let behind = save(&store, "1999-01-01", |_| {});
    assert_eq!(gone(&store, "1999-01-01"), []);
    assert_eq!(gone(&store, "2030-06-10"), []);
    assert_eq!(gone(&store, "2030-06-11"), [behind]);
    model.put("days", b"{\"since\":");
    assert_eq!(gone(&store, "2030-06-12"), [], "as if there was none");
}

#[test]
fn a_date_far_ahead_is_held_as_long_from_when_it_is_noticed() {
    let store = open(&Model::default());
    let code = save(&store, "2093-01-01", |_| {});
    let soon = save(&store, "2030-06-20", |_| {});
    assert_eq!(gone(&store, "2030-06-15"), []);
    assert_eq!(gone(&store, "2030-06-22"), []);
    assert_eq!(gone(&store, "2030-06-23"), [code]);
    assert_eq!(gone(&store, "2030-06-27"), []);
    assert_eq!(gone(&store, "2030-06-28"), [soon]);
}

#[test]
fn a_change_begins_the_days_anew() {
    let store = open(&Model::default());
    let code = save(&store, "2093-01-01", |_| {});
    assert_eq!(gone(&store, "2030-06-15"), []);
    let (hold, mut record) = store.take(&code, &holder()).unwrap();
    record.touch(noon("2030-06-20"));
    store.save(&hold, &record).unwrap();
    drop(hold);
    assert_eq!(gone(&store, "2030-06-23"), []);
    assert_eq!(gone(&store, "2030-06-28"), [code]);
}

#[test]
fn a_desk_that_is_opened_seldom_purges_too() {
    let store = open(&Model::default());
    let code = save(&store, "2030-06-01", |_| {});
    assert_eq!(gone(&store, "2030-06-01"), []);
    assert_eq!(gone(&store, "2030-06-15"), [], "the clock may have leapt");
    assert_eq!(gone(&store, "2030-06-29"), [code], "it leaps every time");
}

#[test]
fn a_file_written_lately_is_not_looked_into() {
    let model = Model::default();
    let store = open(&model);
    // The record is older than its file says: who looked into it would let it go.
    let code = save(&store, "2030-06-01", |_| {});
    let written = SystemTime::UNIX_EPOCH + Duration::from_secs(86_400 * 22_080);
    model.written_at(&format!("{code}.json"), written);
    assert_eq!(gone(&store, "2030-06-15"), []);
    assert_eq!(gone(&store, "2030-06-21"), []);
    assert_eq!(gone(&store, "2030-06-23"), [code]);
}

#[test]
fn what_is_damaged_stays() {
    let model = Model::default();
    model.put("K7Q2.json", b"{");
    let store = open(&model);
    assert_eq!(gone(&store, "2030-06-15"), []);
    assert_eq!(model.names(), ["K7Q2.json", "days"]);
}
