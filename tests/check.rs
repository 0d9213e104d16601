//! The guided form's engine, the sentences made from it, and the desk that all faces share.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    missing_docs,
    reason = "tests stop at the first surprise"
)]

#[allow(dead_code, reason = "the tests of the rules use the rest of it")]
#[path = "rules/made_up.rs"]
mod made_up;
#[allow(dead_code, reason = "the tests of the rules use the rest of it")]
#[path = "rules/oracle.rs"]
mod oracle;

mod check {
    mod choices;
    mod contact;
    mod countries;
    mod dates;
    mod desk;
    mod engine;
    mod model;
    mod person;
    mod property;
    mod reading;
    mod reasons;
    mod sentences;
    mod sequences;
    mod words;
}
