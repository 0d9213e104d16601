//! Why a table cannot be worked on as a whole. What is wrong in one row alone is said in that row.

use std::io;

use super::csv::{MOST_BYTES, MOST_CELLS};
use super::workbook::MOST_UNPACKED;
use crate::content::Id;
use crate::text::quoted;

/// Why a table is refused, each in one line of English. Rows are counted from the header, which is row 1.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "the messages say it")]
pub enum BatchError {
    #[error("the table is empty; its first row names the columns")]
    Empty,
    #[error("the table has a header and no rows")]
    HeaderAlone,
    #[error("no column of the table is a fact; the facts are {}", .0.join(", "))]
    NoFact(Vec<String>),
    #[error("columns {first} and {second} both give the fact {fact}; leave one of them")]
    FactTwice { fact: Id, first: usize, second: usize },
    #[error("columns {first} and {second} are both called {}; give each its own name", quoted(name))]
    NameTwice { name: String, first: usize, second: usize },
    #[error("column {at} is called {}, as a column that is written here; give it another name", quoted(name))]
    OwnName { name: String, at: usize },
    #[error("row {0} is not UTF-8, as text in Latin-1 or Windows-1252 is not; save the table as CSV in UTF-8")]
    Encoding(u64),
    #[error("the table is in UTF-16; save it as CSV in UTF-8")]
    Utf16,
    #[error("row {0} has a NUL byte, so this is no table of text; save it as CSV in UTF-8")]
    Nul(u64),
    #[error("row {0} has more than {MOST_BYTES} bytes; is a quotation mark not closed?")]
    TooLong(u64),
    #[error("row {0} has more than {MOST_CELLS} cells")]
    TooWide(u64),
    #[error("the workbook cannot be read: {0}")]
    Workbook(String),
    #[error("the workbook unpacks to more than {} MB", MOST_UNPACKED >> 20)]
    Unpacked,
    #[error("cannot read the table: {0}")]
    Read(io::Error),
    #[error("{0}")]
    Write(io::Error),
    #[error("stopped before the end")]
    Stopped,
}
