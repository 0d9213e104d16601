//! The command line, as a script or a person meets it: output, messages, exit codes.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "tests"
)]

mod cli {
    mod bad_input;
    mod cases;
    mod check_json;
    mod check_text;
    mod help;
    mod lists;
    mod output;
    mod process;
    mod run;
}
