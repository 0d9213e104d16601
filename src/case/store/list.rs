//! Lists of cases.

use std::cmp::Reverse;
use std::time::SystemTime;

use super::Store;
use super::files::split;
use crate::case::code::Code;
use crate::case::error::{Attempt, StoreError};

/// The file of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CaseFile {
    pub code: Code,
    pub modified: SystemTime,
}

/// What is in the folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Listing {
    /// The cases, newest first.
    pub cases: Vec<CaseFile>,
    /// Names of damaged files.
    pub aside: Vec<String>,
}

impl Store {
    /// Lists the folder; no file is opened.
    ///
    /// # Errors
    /// The folder cannot be listed.
    pub fn list(&self) -> Result<Listing, StoreError> {
        let mut listing = Listing::default();
        for entry in self.disk.entries().map_err(|cause| Attempt::Listing.failed(&cause))? {
            match split(&entry.name) {
                Some((code, "json")) => listing.cases.push(CaseFile { code, modified: entry.modified }),
                Some((_, rest)) if rest.starts_with("damaged-") => listing.aside.push(entry.name),
                _ => {}
            }
        }
        listing.cases.sort_by(|a, b| (Reverse(a.modified), &a.code).cmp(&(Reverse(b.modified), &b.code)));
        listing.aside.sort_unstable();
        Ok(listing)
    }
}
