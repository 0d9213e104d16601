//! Which verdicts may be stored beside a case.

use super::record::StoredVerdict;
use crate::content::{Id, Office};
use crate::rules::Assessment;

/// The verdicts of every office whose rules test none of the withheld facts: the others could tell what was withheld.
#[must_use]
pub fn lasting_verdicts(found: &Assessment, withheld: &[Id]) -> Vec<StoredVerdict> {
    let section = |office: &Office| {
        let mut tests = office.requirements.iter().flat_map(|requirement| requirement.rule.tests());
        tests.any(|test| withheld.contains(&test.fact.id))
    };
    let lasting = found.offices.iter().filter(|finding| !section(&finding.office));
    lasting.map(|finding| StoredVerdict { office: finding.office.id.to_string(), verdict: finding.verdict }).collect()
}
