//! Sheets on paper: what is in the file is what the document says, in its order and its language.

mod made;
mod reader;
mod syntax;
#[cfg(feature = "paper")]
mod tools;

use made::{KINDS, each};
