//! Tables as workbooks of a spreadsheet: the first sheet is read, and one is written.

mod reading;
mod writing;

pub(super) use reading::{MOST_UNPACKED, WorkbookReader};
pub use writing::WorkbookWriter;
