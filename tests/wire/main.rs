//! The frugal backend: what it sends makes two terminal models show exactly what is wanted, and costs what it may.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "tests stop at the first surprise"
)]

mod backend;
mod budgets;
mod costs;
mod fuzz;
mod held;
mod journeys;
mod large;
mod line;
mod models;
mod replay;
#[cfg(feature = "tmux")]
mod tmux;
mod trace;
#[path = "../play"]
mod play {
    #[allow(dead_code, reason = "other test binaries use the rest")]
    pub(crate) mod held;
    #[allow(dead_code, reason = "other test binaries use the rest")]
    pub(crate) mod script;
}
