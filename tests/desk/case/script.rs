//! A day at a desk: what is done with the store, and what may be found on the disk after each part of it.

use crate::play::disk::Model;
use chrono::{NaiveDate, NaiveDateTime};
use smo_desk::case::{Code, Hold, Holder, Record, Store, StoreError};
use std::collections::BTreeMap;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn noon(text: &str) -> NaiveDateTime {
    day(text).and_hms_opt(12, 0, 0).unwrap()
}

pub(crate) fn now() -> NaiveDateTime {
    noon("2030-06-15")
}

pub(crate) fn holder() -> Holder {
    Holder { pid: 4711, terminal: "pts/3".to_owned(), host: "desk".to_owned(), since: now() }
}

pub(crate) fn open(model: &Model) -> Store {
    Store::open(Box::new(model.clone())).unwrap()
}

/// What may be found of a case: no file, or one of these versions.
type May = Vec<Option<u32>>;

/// What was done, and what may be found.
#[derive(Debug, Default)]
pub(crate) struct Day {
    pub(crate) may: BTreeMap<Code, May>,
    /// What the disk refused.
    pub(crate) troubles: Vec<StoreError>,
    /// Whether what was refused is tried again, once.
    pub(crate) stubborn: bool,
}

impl Day {
    fn try_to<T>(&mut self, mut act: impl FnMut() -> Result<T, StoreError>) -> Option<T> {
        for _ in 0..=u32::from(self.stubborn) {
            match act() {
                Ok(done) => return Some(done),
                Err(trouble) => self.troubles.push(trouble),
            }
        }
        None
    }

    fn save(&mut self, store: &Store, hold: &Hold, version: u32) {
        let mut record = Record::new(hold.code().clone(), now());
        record.at = Some(format!("version {version} {}", "x".repeat(500)));
        record.finished = version == 9;
        let may = self.may.entry(hold.code().clone()).or_insert_with(|| vec![None]);
        may.push(Some(version));
        if self.try_to(|| store.save(hold, &record)).is_some() {
            self.may.insert(hold.code().clone(), vec![Some(version)]);
        }
    }

    fn going(&mut self, code: &Code) {
        self.may.entry(code.clone()).or_insert_with(|| vec![None]).push(None);
    }

    fn gone(&mut self, code: &Code) {
        self.may.insert(code.clone(), vec![None]);
    }

    /// Two cases saved, one deleted, one opened again and ended.
    pub(crate) fn play(&mut self, model: &Model) -> Option<()> {
        let store = self.try_to(|| Store::open(Box::new(model.clone())))?;
        let first = self.try_to(|| store.begin(&holder()))?;
        self.save(&store, &first, 1);
        self.save(&store, &first, 2);
        let second = self.try_to(|| store.begin(&holder()))?;
        self.save(&store, &second, 3);
        self.save(&store, &first, 4);
        let codes = [first.code().clone(), second.code().clone()];
        drop((first, second));
        let [first, second] = codes;
        self.going(&second);
        if self.try_to(|| store.delete(&second).or_else(|trouble| none_left(&trouble))).is_some() {
            self.gone(&second);
        }
        drop(store);
        let store = self.try_to(|| Store::open(Box::new(model.clone())))?;
        let (hold, _) = self.try_to(|| store.take(&first, &holder()))?;
        self.save(&store, &hold, 9);
        self.going(&first);
        let mut finished = Record::new(first.clone(), now());
        finished.finished = true;
        let closed = store.close(hold, &finished, true).or_else(|trouble| {
            self.troubles.push(trouble);
            self.try_to(|| store.delete(&first).or_else(|trouble| none_left(&trouble))).ok_or(())
        });
        if closed.is_ok() {
            self.gone(&first);
        }
        Some(())
    }

    /// Asserts that a disk holds what it may, and nothing damaged.
    pub(crate) fn holds_on(&self, model: &Model, when: &str) {
        let store = open(model);
        for (code, may) in &self.may {
            let found = match store.read(code) {
                Ok(record) => Some(version(&record)),
                Err(StoreError::NoCase(_)) => None,
                Err(trouble) => panic!("{when}: {trouble}"),
            };
            assert!(may.contains(&found), "{when}: case {code} has version {found:?}; it may have {may:?}");
        }
        let listing = store.list().unwrap();
        assert!(listing.cases.iter().all(|listed| store.read(&listed.code).is_ok()), "{when}");
        assert_eq!(listing.aside, Vec::<String>::new(), "{when}");
        let left = model.names();
        assert!(left.iter().all(|name| name.split_once('.').unwrap().1 == "json"), "{when}: the sweep left {left:?}");
    }
}

/// A delete that was refused half way has done part of it.
fn none_left(trouble: &StoreError) -> Result<(), StoreError> {
    if matches!(trouble, StoreError::NoCase(_)) { Ok(()) } else { Err(trouble.clone()) }
}

fn version(record: &Record) -> u32 {
    record.at.as_deref().unwrap().split(' ').nth(1).unwrap().parse().unwrap()
}
