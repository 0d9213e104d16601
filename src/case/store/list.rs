//! What there is, without looking into any case.

use std::cmp::Reverse;
use std::time::SystemTime;

use super::{Store, split};
use crate::case::code::Code;
use crate::case::error::{Doing, StoreError};
use crate::case::summary::Summary;
use crate::content::Content;

/// A case as the folder knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Listed {
    pub code: Code,
    pub modified: SystemTime,
}

/// What is in the folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Listing {
    /// The cases, newest first.
    pub cases: Vec<Listed>,
    pub aside: Vec<String>,
}

impl Store {
    /// Lists the folder; no file is opened.
    ///
    /// # Errors
    /// The folder cannot be listed.
    pub fn list(&self) -> Result<Listing, StoreError> {
        let mut listing = Listing::default();
        for entry in self.disk.entries().map_err(|cause| Doing::Listing.failed(&cause))? {
            match split(&entry.name) {
                Some((code, "json")) => listing.cases.push(Listed { code, modified: entry.modified }),
                Some((_, rest)) if rest.starts_with("damaged-") => listing.aside.push(entry.name),
                _ => {}
            }
        }
        listing.cases.sort_by(|a, b| (Reverse(a.modified), &a.code).cmp(&(Reverse(b.modified), &b.code)));
        listing.aside.sort_unstable();
        Ok(listing)
    }

    /// What a list shows of a case: reads that one.
    ///
    /// # Errors
    /// There is none, it is damaged or of a newer version, or it cannot be read.
    pub fn summary(&self, code: &Code, content: &Content) -> Result<Summary, StoreError> {
        Ok(self.read(code)?.summary(content))
    }
}
