//! The rules in the languages of other engines, so that the work is done where the data lies.
//!
//! Floor 6.

mod change;
mod clause;
mod sql;
mod tree;
mod xlsform;

pub use sql::{Dialect, sql};
pub use xlsform::xlsform;
