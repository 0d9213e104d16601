//! The rules in the languages of other engines, so that the work is done where the data lies.
//!
//! Floor 6.

mod sql;

pub use sql::{Dialect, sql};
