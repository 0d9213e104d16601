//! Cases: what was called saved is there, whatever the disk does; nothing withheld is in a file; two desks at once.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "tests stop at the first surprise"
)]

mod case;
mod case_list;
mod cases;
mod due;
mod fed;
mod history;
mod host;
mod left_alone;
mod newer;
mod saved_sheets;
mod take_over;
mod trash;
#[path = "../play"]
mod play {
    pub(crate) mod disk;
    #[allow(dead_code, reason = "other test binaries use the rest")]
    pub(crate) mod places;
    #[allow(dead_code, reason = "other test binaries use the rest")]
    pub(crate) mod script;
}
