//! What the embedded content holds, what is wrong with other content, and that a content folder alone adds an office.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "tests stop at the first surprise"
)]

mod every_value;
mod facts;
mod fifth_office;
mod find;
mod lookup;
mod po;
mod problems;
mod second;
mod topics;
#[path = "../play"]
mod play {
    #[allow(dead_code, reason = "other test binaries use the rest")]
    pub(crate) mod script;
}
