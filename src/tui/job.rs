//! Whether somebody could continue this program if it stopped.

use rustix::process::{Pid, getpgid, getpgrp, getppid, getsid};
use std::fs;

/// The most processes between this one and the shell that waits for it.
const MOST: usize = 64;

/// Whether its process group is orphaned: nobody outside of the group waits for it in the session, as where it was
/// started by the server of the connection in place of a shell. The system ignores a stop there, since nothing would
/// ever continue; so does whoever stops in its place.
pub(super) fn is_orphaned() -> bool {
    let (group, session) = (getpgrp(), getsid(None).ok());
    let ancestors = std::iter::successors(getppid(), |pid| parent(*pid)).take(MOST);
    !ancestors
        .take_while(|pid| session.is_some() && getsid(Some(*pid)).ok() == session)
        .any(|pid| getpgid(Some(pid)).is_ok_and(|of| of != group))
}

/// The parent of a process, as Linux tells it: the number after the name and the state.
fn parent(pid: Pid) -> Option<Pid> {
    let status = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, after_name) = status.rsplit_once(')')?;
    Pid::from_raw(after_name.split_whitespace().nth(1)?.parse().ok()?)
}
