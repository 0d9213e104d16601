//! What was called saved is there, whatever happens to the program: the program itself in a pseudo-terminal, killed, hung
//! up, opened twice, refused by the disk; and what must never be stored is nowhere.

mod folder;
mod hang_up;
mod kill;
mod lines;
mod oracle;
mod refused;
mod scan;
mod twice;

use super::terminal::Start;

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
    // A finished one goes on with a comma: it goes at quit.
    let (n, of) = words.get(at + 1)?.trim_end_matches(',').split_once('/')?;
    Some((words.get(at.checked_sub(1)?)?.to_string(), n.parse().ok()?, of.parse().ok()?))
}
