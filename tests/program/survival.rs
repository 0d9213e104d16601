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
    // "K7Q2 saved 3/6", and of a finished one "K7Q2 6/6, goes at quit".
    let count = |word: &str| {
        let (n, of) = word.trim_end_matches(',').split_once('/')?;
        Some((n.parse().ok()?, of.parse().ok()?))
    };
    let (at, (n, of)) = words.iter().enumerate().find_map(|(at, word)| Some((at, count(word)?)))?;
    let code = words.get(..at)?.iter().rev().find(|word| **word != "saved")?;
    Some(((*code).to_owned(), n, of))
}
