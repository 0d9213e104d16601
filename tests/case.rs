//! Cases: what was called saved is there, whatever the disk does; nothing withheld is in the file; two desks.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests stop at the first surprise"
)]

mod case {
    mod answers;
    mod faults;
    mod files;
    mod listing;
    mod model;
    mod power;
    mod property;
    mod purging;
    mod real;
    mod script;
    mod two_desks;
}
