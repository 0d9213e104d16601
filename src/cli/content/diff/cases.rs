//! The stored cases of the account under two contents: whose verdicts change, and never what was answered.

use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::case::disk::Real;
use crate::case::{Code, Record, Store, StoreError, StoredVerdict, storable_verdicts};
use crate::cli::error::CommandError;
use crate::content::{Content, Id};
use crate::rules::{Verdict, assess};

#[derive(Serialize)]
pub(super) struct Replayed {
    /// How many were tried.
    tried: usize,
    changed: Vec<CaseChange>,
    withheld: Vec<CaseWithheld>,
    unread: Vec<CaseProblem>,
}

/// A case for which an office comes to another verdict.
#[derive(Serialize)]
struct CaseChange {
    code: Code,
    office: String,
    /// `null` where the content has no such office.
    before: Option<Verdict>,
    after: Option<Verdict>,
}

/// A case for which it is not known what offices come to: their rules ask for an answer that is not stored.
#[derive(Serialize)]
struct CaseWithheld {
    code: Code,
    offices: Vec<String>,
}

/// A case that cannot be read, or that has answers which one of the contents cannot read.
#[derive(Serialize)]
struct CaseProblem {
    code: Code,
    problem: String,
}

/// Tries every stored case of the account.
pub(super) fn replayed(contents: [&Content; 2]) -> Result<Replayed, CommandError> {
    let failed = |error: StoreError| CommandError::Files(error.to_string());
    let store = Real::of_account().and_then(|disk| Store::open(Box::new(disk))).map_err(failed)?;
    let mut all = Replayed { tried: 0, changed: Vec::new(), withheld: Vec::new(), unread: Vec::new() };
    let mut codes: Vec<Code> = store.list().map_err(failed)?.cases.into_iter().map(|listed| listed.code).collect();
    codes.sort();
    for code in codes {
        match store.read(&code) {
            Ok(record) => all.replay(contents, &code, &record),
            Err(error) => all.unread.push(CaseProblem { code, problem: error.to_string() }),
        }
    }
    Ok(all)
}

impl Replayed {
    fn replay(&mut self, contents: [&Content; 2], code: &Code, record: &Record) {
        self.tried += 1;
        let withheld: Vec<Id> = record.withheld.iter().map(|fact| fact.as_str().into()).collect();
        let found = contents.map(|content| {
            let (answers, unread) = record.answers(content);
            let verdicts = storable_verdicts(&assess(content, &answers), &withheld);
            let facts: BTreeSet<String> = unread.into_iter().map(|answer| answer.fact).collect();
            (verdicts, facts)
        });
        let [(before, unread_before), (after, unread_after)] = found;
        for (when, facts) in [("before", unread_before), ("after", unread_after)] {
            if !facts.is_empty() {
                let facts = facts.into_iter().collect::<Vec<_>>().join(", ");
                let problem = format!("the content {when} cannot read what was answered to {facts}");
                self.unread.push(CaseProblem { code: code.clone(), problem });
            }
        }
        let is_in = |content: &Content, id: &str| content.office(id).is_some();
        let [a, b] = contents;
        let ids: BTreeSet<&str> = a.offices.iter().chain(&b.offices).map(|office| &*office.id).collect();
        let mut hidden = Vec::new();
        for id in ids {
            let of = |all: &[StoredVerdict]| all.iter().find(|one| one.office == id).map(|one| one.verdict);
            let [before, after] = [of(&before), of(&after)];
            if before.is_none() && is_in(a, id) || after.is_none() && is_in(b, id) {
                hidden.push(id.to_owned());
            } else if before != after {
                self.changed.push(CaseChange { code: code.clone(), office: id.to_owned(), before, after });
            }
        }
        if !hidden.is_empty() {
            self.withheld.push(CaseWithheld { code: code.clone(), offices: hidden });
        }
    }

    pub(super) fn write(&self, text: &mut String) {
        let word = |verdict: Option<Verdict>| verdict.map_or("no such office", <&str>::from);
        for CaseChange { code, office, before, after } in &self.changed {
            let _ = writeln!(text, "case {code}: office {office}: {} to {}", word(*before), word(*after));
        }
        for CaseWithheld { code, offices } in &self.withheld {
            let offices = offices.join(", ");
            let _ = writeln!(
                text,
                "case {code}: not known for {offices}: an answer that their rules ask for is not stored"
            );
        }
        for CaseProblem { code, problem } in &self.unread {
            let _ = writeln!(text, "case {code}: {problem}");
        }
        let changed: BTreeSet<&Code> = self.changed.iter().map(|one| &one.code).collect();
        let _ = writeln!(text, "{} cases tried: {} with another verdict", self.tried, changed.len());
    }
}
