//! From answers to findings, the engine of the guided form, and the process: all that needs no face.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "tests stop at the first surprise"
)]

mod advising;
mod answering;
mod batch;
mod beside;
mod by_country;
mod check;
mod different;
mod finding;
mod guide;
mod in_force;
mod kleene;
mod kobo;
mod made_up;
mod oracle;
mod parsing;
mod place;
mod process;
mod proof;
mod property;
mod workbook;
#[path = "../play"]
mod play {
    pub(crate) mod people;
}
