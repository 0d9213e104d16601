//! The command line, as a script or a person meets it: output, messages, exit codes.

mod bad_input;
mod cases;
mod check_json;
mod check_schema;
mod check_text;
mod help;
mod lists;
mod output;
mod parity;
mod process;
mod run;
mod sheet;
