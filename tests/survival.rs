//! What was called saved is there, whatever happens to the program: the program itself in a pseudo-terminal, killed, hung
//! up, opened twice, refused by the disk; and what must never be stored is nowhere.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "tests stop at the first surprise"
)]

#[path = "survival/folder.rs"]
mod folder;
#[path = "survival/hang_up.rs"]
mod hang_up;
#[path = "survival/kill.rs"]
mod kill;
#[path = "survival/lines.rs"]
mod lines;
#[allow(dead_code, reason = "the tests of the store use the rest")]
#[path = "case/model.rs"]
mod model;
#[path = "survival/oracle.rs"]
mod oracle;
#[allow(dead_code, reason = "tests/line.rs uses the rest")]
#[path = "pty/process.rs"]
mod process;
#[path = "survival/refused.rs"]
mod refused;
#[path = "survival/scan.rs"]
mod scan;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "play/script.rs"]
mod script;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "pty/terminal.rs"]
mod terminal;
#[path = "survival/twice.rs"]
mod twice;

use terminal::Start;

/// A line that is said to be fast: nothing is asked of it, and no picture waits for another.
const FAST: &[&str] = &["--link", "100000000"];

/// How the program is started on a folder.
fn on(folder: &folder::Folder) -> Start<'_> {
    Start { args: FAST, state: Some(folder.path()), ..Start::default() }
}

/// The code in `K7Q2 saved 3/3`, and both numbers.
fn saved(screen: &str) -> Option<(String, usize, usize)> {
    let words: Vec<&str> = screen.lines().next()?.split_whitespace().collect();
    let at = words.iter().position(|word| *word == "saved")?;
    let (n, of) = words.get(at + 1)?.split_once('/')?;
    Some((words.get(at.checked_sub(1)?)?.to_string(), n.parse().ok()?, of.parse().ok()?))
}
