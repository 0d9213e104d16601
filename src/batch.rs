//! Many people at once: a table with a row for each person, read and written as it comes, in constant memory.
//!
//! A cell is read once for each different text, and people are assessed once for each different way in which the rules
//! can see them: two days on the same side of every bound are the same to every rule. So a row costs a few look-ups, and
//! no verdict is reached by other rules than those of the desk.
//!
//! Floor 6.

mod columns;
mod csv;
mod error;
mod fact;
mod judge;
mod options;
mod run;
mod summary;
mod table;
mod workbook;

pub use error::BatchError;
pub use options::BatchOptions;
pub use run::{Progress, TableInput, TableOutput, Watch, run};
pub use summary::{BatchSummary, OfficeTally, Tally};
pub use workbook::WorkbookWriter;
