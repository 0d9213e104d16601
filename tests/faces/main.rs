//! The screen and the plain lines, in the process of the test itself.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "tests stop at the first surprise"
)]

mod arrows;
mod assessments;
mod bearings;
mod code_on_screen;
mod contrast;
mod edges;
mod escape;
mod finding;
mod heard;
mod hearing;
mod journeys;
mod keys;
mod languages;
mod lengths;
mod linear;
mod marked;
mod paper;
mod parity;
mod pictures;
mod plainly;
mod robust;
mod room;
mod scenes;
mod screens;
mod sheet;
mod typing;
mod whole_check;
#[path = "../play"]
mod play {
    pub(crate) mod digest;
    #[allow(dead_code, reason = "other test binaries use the rest")]
    pub(crate) mod disk;
    pub(crate) mod places;
    pub(crate) mod script;
}
/// What makes the pictures of the README.
#[path = "../../examples/pictures"]
mod painted {
    pub(crate) mod contrast;
    pub(crate) mod glyph;
    pub(crate) mod palette;
    pub(crate) mod scenes;
    pub(crate) mod svg;
}
