//! What a shared host does to the folder of cases: thousands of files, files that say too much, a disk without locks.

use crate::cases::{desk_at, noon};
use crate::play::disk::{Model, Op};
use crate::play::script::{content, day};
use smo_desk::case::disk::Real;
use smo_desk::case::{Cause, Record, Store, StoreError};
use smo_desk::content::Lang;
use smo_desk::desk::{Action, Case, Desk, Saving};
use std::fs;
use std::time::{Duration, Instant, SystemTime};

/// The name of case number `n`.
fn code(n: usize) -> String {
    const LETTERS: &[u8; 24] = b"2346789CDFGHJKMNPQRTVWXY";
    (0..4_u32).map(|place| char::from(LETTERS[n / 24_usize.pow(place) % 24])).collect()
}

#[test]
fn twenty_thousand_due_cases_hold_nothing_up_and_go() {
    const CASES: usize = 20_000;
    let folder = tempfile::tempdir().unwrap();
    let cases = folder.path().join("cases");
    drop(Store::open(Box::new(Real::at(cases.clone()))).unwrap());
    let old = SystemTime::now() - Duration::from_secs(400 * 86_400);
    for n in 0..CASES {
        let mut record = Record::new(code(n).parse().unwrap(), "2024-01-01T12:00:00".parse().unwrap());
        record.kept = n == 0;
        let path = cases.join(format!("{}.json", code(n)));
        fs::write(&path, serde_json::to_vec(&record).unwrap()).unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(old).unwrap();
    }
    fs::write(cases.join("days"), r#"{"since":"2026-11-01","last":"2026-11-22"}"#).unwrap();
    let begun = Instant::now();
    let open = move || Store::open(Box::new(Real::at(cases.clone())));
    let desk = Desk::new(content(), Lang(0), day()).keeping(Box::new(open.clone()), noon);
    let held_up = begun.elapsed();
    assert!(held_up < Duration::from_secs(2), "it took {held_up:?}");
    let left = || open().unwrap().list().unwrap().cases.len();
    while left() > 1 {
        assert!(begun.elapsed() < Duration::from_secs(120), "{} are left", left());
        std::thread::sleep(Duration::from_millis(50));
    }
    drop(desk);
    let stray = fs::read_dir(folder.path().join("cases")).unwrap().count();
    assert!(stray <= 3, "the case that is kept and the days: {stray}");
}

/// What is read before the first picture does not grow with the folder.
#[test]
fn thousands_of_kept_cases_are_not_read_at_the_start() {
    let reads = |cases: usize| {
        let model = Model::default();
        for n in 0..cases {
            let mut record = Record::new(code(n).parse().unwrap(), noon());
            record.kept = true;
            model.put(&format!("{}.json", code(n)), &serde_json::to_vec(&record).unwrap());
        }
        model.forget_ops();
        // On the day on which they were written, so that none is looked into for its age.
        let desk = desk_at(&model, || "1970-01-02T12:00:00".parse().unwrap());
        assert!(!desk.has_left_over() && desk.unreadable().is_empty());
        model.ops().into_iter().filter(|op| *op == Op::Read).count()
    };
    // Each of 200 twice, and the note of days.
    for cases in [400, 3000] {
        assert!(reads(cases) <= 401, "{cases}");
    }
    assert!(reads(20) >= 40, "and there they are read");
}

#[test]
fn no_more_is_called_saved_than_can_be() {
    for (facts, values) in [(9000, 1), (9000, 2), (1, 9000), (3, 1)] {
        let model = Model::default();
        let mut record = Record::new("K7Q2".parse().unwrap(), noon());
        let said = |n: usize| {
            let value = if n.is_multiple_of(values) { "yes" } else { "no" };
            serde_json::from_str(&format!(r#"{{"fact":"fact{}","value":"{value}"}}"#, n % facts)).unwrap()
        };
        record.answers = (0..9000).map(said).collect();
        record.kept = true;
        model.put("K7Q2.json", &serde_json::to_vec(&record).unwrap());
        let mut desk = desk_at(&model, noon);
        desk.apply(Action::GoToCase(Case::Stored("K7Q2".parse().unwrap())));
        if let Saving::Saved { saved, of, .. } = desk.saving() {
            assert!(saved <= of, "saved {saved}/{of}");
        }
    }
}

#[test]
fn a_disk_without_locks_says_so_in_every_language() {
    for (error, cause, said) in [
        (37, Cause::NoLocks, "cannot lock files"),
        (95, Cause::NoLocks, "cannot lock files"),
        (38, Cause::NoLocks, "cannot lock files"),
        (24, Cause::TooManyOpen, "Too many files are open"),
        (23, Cause::TooManyOpen, "Too many files are open"),
    ] {
        let model = Model::default();
        let mut desk = desk_at(&model, noon);
        model.forget_ops();
        model.refuse(0, usize::MAX, error);
        desk.apply(Action::Reach(0, day()));
        let Saving::Failed(StoreError::Disk { cause: found, .. }) = desk.saving() else {
            panic!("{:?}", desk.saving())
        };
        assert_eq!(*found, cause, "{error}");
        assert!(model.ops().iter().any(|op| matches!(op, Op::Lock | Op::Entries)));
        let Saving::Failed(trouble) = desk.saving() else { panic!() };
        let words: Vec<String> = (0..content().languages.len())
            .map(|lang| smo_desk::wording::Phrases::new(&content(), Lang(lang)).case_error(trouble))
            .collect();
        assert!(words[0].contains(said), "{words:?}");
        assert!(words[0] != words[1] && words[1] != words[2] && words[0] != words[2], "{words:?}");
    }
}

#[test]
fn a_file_written_at_no_time_of_the_calendar_is_purged_like_any() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(Box::new(Real::at(folder.path().join("cases")))).unwrap();
    let times = [-1_i64, -86_400 * 365 * 60, 8_000_000_000, 9_000_000_000_000, i64::MAX / 2];
    for seconds in times {
        let record = Record::new("K7Q2".parse().unwrap(), noon());
        let path = folder.path().join("cases/K7Q2.json");
        fs::write(&path, serde_json::to_vec(&record).unwrap()).unwrap();
        let by = Duration::from_secs(seconds.unsigned_abs());
        let epoch = SystemTime::UNIX_EPOCH;
        let time = if seconds < 0 { epoch.checked_sub(by) } else { epoch.checked_add(by) };
        let Some(time) = time else { continue };
        // Not every disk takes every time.
        let _ = fs::File::options().write(true).open(&path).unwrap().set_modified(time);
        let purged = store.purge(day(), 7).unwrap();
        assert_eq!((purged.deleted, purged.errors), (Vec::new(), Vec::new()), "{seconds}");
    }
}
