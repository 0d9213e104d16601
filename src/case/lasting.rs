//! Which verdicts may be stored beside a case.

use super::record::Then;
use crate::content::{Id, Office};
use crate::rules::Assessment;

/// The verdicts of every office whose rules test none of the withheld facts: the others could tell what was withheld.
#[must_use]
pub fn lasting_verdicts(found: &Assessment, withheld: &[Id]) -> Vec<Then> {
    let telling = |office: &Office| {
        let mut tests = office.requirements.iter().flat_map(|requirement| requirement.rule.tests());
        tests.any(|test| withheld.contains(&test.fact.id))
    };
    let lasting = found.offices.iter().filter(|finding| !telling(&finding.office));
    lasting.map(|finding| Then { office: finding.office.id.to_string(), verdict: finding.verdict }).collect()
}
