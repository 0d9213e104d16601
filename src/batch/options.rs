//! How a table is read.

use chrono::NaiveDate;

/// How a table is read.
#[derive(Debug, Clone, Copy)]
pub struct BatchOptions {
    /// The day of asking.
    pub as_of: NaiveDate,
    /// The index of the only office that is asked about.
    pub office: Option<usize>,
    /// Whether answers are heard as at the desk, and what was understood is written beside them.
    pub lenient: bool,
}
