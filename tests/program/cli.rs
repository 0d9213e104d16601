//! The command line, as a script or a person meets it: output, messages, exit codes.

mod bad_input;
mod batch;
pub(super) mod cases;
mod certainty;
mod check_json;
mod check_schema;
mod check_text;
mod content;
mod content_diff;
mod content_schema;
mod doctor;
mod due;
mod files;
mod help;
mod lists;
mod output;
mod parity;
mod printed_schemas;
mod process;
mod questions;
mod rules;
pub(super) mod run;
mod sheet;
mod unseen;
