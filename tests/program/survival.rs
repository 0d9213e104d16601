//! What was called saved is there, whatever happens to the program: the program itself in a pseudo-terminal, killed, hung
//! up, opened twice, refused by the disk; and what must never be stored is nowhere.

pub(crate) mod folder;
mod hang_up;
mod kill;
mod lines;
pub(crate) mod oracle;
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

/// The code and the number in "K7Q2 answers saved: 3"; of a finished case, "K7Q2 deleted at quit", the code alone.
pub(crate) fn saved(screen: &str) -> Option<(String, Option<usize>)> {
    let line = screen.lines().next()?;
    let (before, n) = match line.split_once(" answers saved: ") {
        Some((before, after)) => (before, Some(after.split_whitespace().next()?.parse().ok()?)),
        None => (line.split_once(" deleted at quit")?.0, None),
    };
    Some((before.split_whitespace().last()?.to_owned(), n))
}
