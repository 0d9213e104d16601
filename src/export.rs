//! The rules in the languages of other engines, so that the work is done where the data lies.
//!
//! Floor 6.

mod sql;
mod xlsform;

pub use sql::{Dialect, sql};
pub use xlsform::xlsform;
