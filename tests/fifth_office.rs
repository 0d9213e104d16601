//! The content model is in command: an office, a question, a step and a language come by edits of files alone.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "tests"
)]

#[path = "play/script.rs"]
#[allow(dead_code, reason = "each test uses a part of it")]
mod script;

mod fifth_office {
    mod command_line;
    mod made;
    mod screen;

    use super::script;
}
