//! The frugal backend: what it sends makes two terminal models show exactly what is wanted, and costs what it may.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "tests"
)]

#[allow(dead_code, reason = "other tests use the rest of it")]
#[path = "play/script.rs"]
mod script;

mod wire {
    mod backend;
    mod costs;
    mod fuzz;
    #[allow(dead_code, reason = "the budgets use the rest")]
    mod journeys;
    mod line;
    mod models;
    mod replay;
    #[cfg(feature = "tmux")]
    mod tmux;
}
