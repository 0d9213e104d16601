//! The examples beside a content: whether they come to what they say.

use crate::content::{Content, Example, ExampleVerdict, Id};
use std::sync::Arc;

use crate::rules::{FactError, Verdict, assess, eval, parse_facts};

/// An example that does not come to what it says.
#[derive(Debug, PartialEq)]
pub struct FailedExample<'a> {
    /// Which one.
    pub example: &'a Example,
    /// Why.
    pub error: ExampleError,
}

/// Why an example fails.
#[derive(Debug, PartialEq)]
pub enum ExampleError {
    /// Its facts cannot be read.
    Facts(FactError),
    /// An office, a pathway or the rule of advice comes to another verdict.
    Verdict {
        /// The office, pathway or advice.
        id: Id,
        /// What the example says.
        expected: Verdict,
        /// What it comes to.
        found: Verdict,
    },
}

/// Every example that does not come to what it says, in the order of the file, once for each difference.
pub fn failed_examples(content: &Arc<Content>) -> Vec<FailedExample<'_>> {
    content.examples.iter().flat_map(|example| failures(content, example)).collect()
}

fn failures<'a>(content: &Arc<Content>, example: &'a Example) -> Vec<FailedExample<'a>> {
    let content = &example.as_of.map_or_else(|| Arc::clone(content), |day| Arc::clone(content).in_force(day));
    let answers = match parse_facts(content, &example.facts, example.day()) {
        Ok(answers) => answers,
        Err(error) => return vec![FailedExample { example, error: ExampleError::Facts(error) }],
    };
    let found = assess(content, &answers);
    let offices = example.offices.iter().map(|(id, expected)| (id, *expected, found.office(id).map(|f| f.verdict)));
    let pathway = |id: &Id| found.pathways.iter().find(|finding| finding.pathway == *id).map(|f| f.verdict);
    let pathways = example.pathways.iter().map(|(id, expected)| (id, *expected, pathway(id)));
    let advice = |id: &Id| content.advice.iter().find(|advice| advice.id == *id)?.rule.as_ref();
    let advice =
        example.advice.iter().map(|(id, expected)| (id, *expected, advice(id).map(|rule| eval(rule, &answers))));
    let differs = |(id, expected, found): (&Id, ExampleVerdict, Option<Verdict>)| {
        let (expected, found) = (Verdict::from(expected), found?);
        let error = ExampleError::Verdict { id: id.clone(), expected, found };
        (expected != found).then_some(FailedExample { example, error })
    };
    offices.chain(pathways).chain(advice).filter_map(differs).collect()
}

impl From<ExampleVerdict> for Verdict {
    fn from(expected: ExampleVerdict) -> Self {
        match expected {
            ExampleVerdict::Met => Self::Met,
            ExampleVerdict::NotMet => Self::NotMet,
            ExampleVerdict::Unclear => Self::Unclear,
        }
    }
}
