//! What is true of rules whoever the person is: found by searching for a made-up person who shows it.
//!
//! A [`Witness`] is the smallest set of full answers on which two sets of rules come to different verdicts, or on which
//! one comes to a given verdict. The search is whole: where it finds nobody, there is nobody, within the values that
//! the rules can tell apart.

mod diff;
mod examples;
mod mutants;
mod search;
mod shape;
mod subject;

pub use diff::{Difference, RuleChange, VerdictChange, differences};
pub use examples::{ExampleError, FailedExample, failed_examples};
pub use mutants::{Mutant, missing_people, survivors};
pub use search::{Witness, search};
pub use shape::{Flaw, FlawKind, flaws};
pub use subject::Subject;
