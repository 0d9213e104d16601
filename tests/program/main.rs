//! The built program: on a command line, in a pseudo-terminal, over a slow line; killed, hung up, opened twice.
//!
//! What needs a tool that not every machine has is behind a feature: `tmux`, `strace`, `graphviz`, `gettext`, `slow-line`, `host`, `memory`.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "tests stop at the first surprise"
)]

mod cli;
#[cfg(unix)]
mod doctor;
#[cfg(feature = "engines")]
mod engines;
#[cfg(feature = "gettext")]
mod gettext;
#[cfg(feature = "graphviz")]
mod graphviz;
#[cfg(target_os = "linux")]
mod host;
#[cfg(target_os = "linux")]
mod kiosk;
#[cfg(target_os = "linux")]
mod line;
#[cfg(unix)]
mod media;
#[cfg(all(feature = "memory", target_os = "linux"))]
mod memory;
#[cfg(all(feature = "host", target_os = "linux"))]
mod over_ssh;
#[cfg(all(feature = "paper", unix))]
mod paper;
#[cfg(target_os = "linux")]
mod process;
#[cfg(unix)]
mod pty;
#[cfg(unix)]
mod settings;
#[cfg(all(feature = "slow-line", target_os = "linux"))]
mod slow_line;
#[cfg(target_os = "linux")]
mod soak;
#[cfg(all(any(feature = "host", feature = "slow-line"), target_os = "linux"))]
mod sshd;
#[cfg(all(feature = "strace", target_os = "linux"))]
mod strace;
#[cfg(target_os = "linux")]
mod survival;
#[cfg(unix)]
mod terminal;
#[cfg(feature = "tmux")]
mod tmux;
#[path = "../play"]
mod play {
    #[allow(dead_code, reason = "other test binaries use the rest")]
    pub(crate) mod disk;
    #[cfg(feature = "engines")]
    pub(crate) mod people;
    #[allow(dead_code, reason = "other test binaries use the rest")]
    pub(crate) mod script;
}
