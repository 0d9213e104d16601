//! What a table came to, in numbers.

use serde::Serialize;
use std::collections::BTreeMap;

use super::judge::OfficeCells;
use crate::content::Content;
use crate::rules::Verdict;

/// What a table came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BatchSummary {
    /// Rows without the header.
    pub rows: u64,
    /// Rows without a verdict, for what was wrong in them.
    pub bad_rows: u64,
    /// Rows of people in a country without an office.
    pub no_office: u64,
    /// Names of columns that are kept and not read, as they stand in the header; but for those that a form adds.
    pub kept_columns: Vec<String>,
    /// In the order of the content.
    pub offices: Vec<OfficeTally>,
    /// Requirements that were not met, those of most rows first.
    pub not_met: Vec<Tally>,
    /// Facts that are missing for a verdict, those of most rows first.
    pub missing: Vec<Tally>,
    /// Columns with values that are none, those of most rows first.
    pub problems: Vec<Tally>,
}

/// How many rows an office has of each verdict. A row without a country counts for every office.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OfficeTally {
    pub office: String,
    pub met: u64,
    pub not_met: u64,
    pub unclear: u64,
}

/// How many rows something has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Tally {
    pub id: String,
    pub rows: u64,
}

/// The numbers as they grow.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub(super) rows: u64,
    pub(super) bad_rows: u64,
    pub(super) problems: BTreeMap<String, u64>,
    no_office: u64,
    offices: BTreeMap<(usize, Verdict), u64>,
    not_met: BTreeMap<String, u64>,
    missing: BTreeMap<String, u64>,
}

impl Counts {
    /// Adds rows that all come to the same.
    pub(super) fn add(&mut self, found: &[OfficeCells], rows: u64) {
        for one in found {
            match one.office {
                Some(office) => *self.offices.entry((office, one.verdict)).or_default() += rows,
                None => self.no_office += rows,
            }
            for id in one.not_met.iter().filter(|_| one.office.is_some()) {
                *self.not_met.entry(id.clone()).or_default() += rows;
            }
            for id in &one.missing {
                *self.missing.entry(id.clone()).or_default() += rows;
            }
        }
    }

    pub(super) fn summary(self, content: &Content) -> BatchSummary {
        let of = |office: usize, verdict| self.offices.get(&(office, verdict)).copied().unwrap_or_default();
        let tally = |(at, office): (usize, &std::sync::Arc<crate::content::Office>)| OfficeTally {
            office: office.id.to_string(),
            met: of(at, Verdict::Met),
            not_met: of(at, Verdict::NotMet),
            unclear: of(at, Verdict::Unclear),
        };
        BatchSummary {
            rows: self.rows,
            bad_rows: self.bad_rows,
            no_office: self.no_office,
            kept_columns: Vec::new(),
            offices: content.offices.iter().enumerate().map(tally).collect(),
            not_met: most_first(self.not_met),
            missing: most_first(self.missing),
            problems: most_first(self.problems),
        }
    }
}

fn most_first(counts: BTreeMap<String, u64>) -> Vec<Tally> {
    let mut all: Vec<Tally> = counts.into_iter().map(|(id, rows)| Tally { id, rows }).collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.rows));
    all
}
