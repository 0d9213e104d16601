//! A state folder, as it is on the disk.

use smo_desk::case::disk::Real;
use smo_desk::case::{Record, Store};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// What `XDG_STATE_HOME` names.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    fn cases(&self) -> PathBuf {
        self.path().join("smo/cases")
    }

    /// The names of all files in the folder of cases.
    pub(crate) fn names(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.cases()) else { return Vec::new() };
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Every case, read as it is: one that cannot be read fails the test.
    pub(crate) fn records(&self) -> Vec<Record> {
        let names = self.names().into_iter().filter(|name| is_case(name));
        names.map(|name| serde_json::from_slice(&fs::read(self.cases().join(name)).unwrap()).unwrap()).collect()
    }

    pub(crate) fn record(&self, code: &str) -> Record {
        self.records().into_iter().find(|record| record.code().as_str() == code).unwrap()
    }

    /// Asserts that nobody holds a case any more, and that the next program finds whole cases and nothing else.
    #[track_caller]
    pub(crate) fn is_clean(&self) {
        let store = Store::open(Box::new(Real::at(self.cases()))).unwrap();
        for record in self.records() {
            assert_eq!(store.held_by(record.code()).unwrap(), None, "{}", record.code());
            assert_eq!(store.read(record.code()).unwrap(), record);
        }
        let stray: Vec<String> = self.names().into_iter().filter(|name| !is_case(name) && name != "days").collect();
        assert!(stray.is_empty(), "{stray:?}");
    }
}

/// Whether a file is a case, by its name.
pub(crate) fn is_case(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "json")
}

/// The answers of a record, as `fact=value`.
pub(crate) fn facts(record: &Record) -> Vec<String> {
    record.answers.iter().map(|said| format!("{}={}", said.fact, said.value)).collect()
}
