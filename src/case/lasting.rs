//! Which verdicts may be stored beside a case.

use super::record::StoredVerdict;
use crate::content::{Id, Office};
use crate::rules::Assessment;

/// The verdicts of the offices whose rules test no withheld fact: other verdicts could reveal what was withheld.
pub fn lasting_verdicts(found: &Assessment, withheld: &[Id]) -> Vec<StoredVerdict> {
    let tests_withheld = |office: &Office| {
        let mut tests = office.requirements.iter().flat_map(|requirement| requirement.rule.tests());
        tests.any(|test| withheld.contains(&test.fact.id))
    };
    let lasting = found.offices.iter().filter(|finding| !tests_withheld(&finding.office));
    lasting.map(|finding| StoredVerdict { office: finding.office.id.to_string(), verdict: finding.verdict }).collect()
}
