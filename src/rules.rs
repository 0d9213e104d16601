//! From answers to findings: verdicts, their reasons, what is missing, and what would decide.
//!
//! There is no clock; the day of asking is an argument. An answer that is missing, declined or inexact gives
//! [`Verdict::Unclear`], never [`Verdict::NotMet`].

pub mod advice;
pub mod answer;
mod by_country;
pub mod eval;
pub mod finding;
pub mod intake;
pub mod interval;
pub mod kleene;
pub mod next;
mod obstacle;
mod outcomes;
pub mod parse;
mod status;
mod worlds;

pub use advice::{advice, before_contact, headline, notices};
pub use answer::{Answer, Answers, OTHER, Value, is_of_stay, place_question};
pub use by_country::own_parts;
pub use eval::{Known, eval, passes};
pub use finding::{
    Assessment, OfficeFinding, PathwayFinding, RequirementFinding, TestFinding, assess, assessments, contradictions,
};
pub use intake::{IntakeLine, OfficeIntake};
pub use interval::{FIRST_YEAR, Implausible, Interval, StatedDate};
pub use kleene::Verdict;
pub use next::{Ask, next_question};
pub use obstacle::{Fixed, Obstacle, UnmetPart, UnmetTest, asked_besides, obstacles, unmet_parts};
pub use outcomes::{eval_all, verdict};
pub use parse::{FactError, ValueError, parse_facts, parse_value, values};
pub use status::{LatestStatus, latest};
pub use worlds::cells;
