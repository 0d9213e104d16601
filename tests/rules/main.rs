//! From answers to findings: a small made-up programme for how the logic works, the real content for what it says.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "tests stop at the first surprise"
)]

mod advising;
mod answering;
mod beside;
mod finding;
mod guide;
mod kleene;
mod made_up;
mod oracle;
mod parsing;
mod property;
