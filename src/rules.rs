//! From answers to findings: what a person said, what the rules make of it, why, and what would settle it.
//!
//! Floor 1: imports the content only. It has no clock; the day of asking is an argument. Everything about an
//! unknown rests on three verdicts: an answer that is missing, refused or inexact gives [`Verdict::Unclear`] and
//! never [`Verdict::NotMet`].

pub mod advice;
pub mod answer;
pub mod eval;
pub mod finding;
pub mod intake;
pub mod interval;
pub mod kleene;
pub mod next;
mod outcomes;
pub mod parse;

pub use advice::{advice, before_contact, headline, notices};
pub use answer::{Answer, Answers, OTHER, Value, is_of_stay, place_question};
pub use eval::eval;
pub use finding::{
    Assessment, OfficeFinding, PathwayFinding, RequirementFinding, TestFinding, assess, assessments, contradictions,
};
pub use intake::{IntakeLine, OfficeIntake};
pub use interval::{Interval, StatedDate};
pub use kleene::Verdict;
pub use next::{Ask, next_question};
pub use parse::{FactError, ValueError, parse_facts, parse_value};
