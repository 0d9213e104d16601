//! Whether somebody could continue this program if it stopped.

use std::fs;
use std::iter::successors;
use std::process;

/// The most processes between this one and the shell that waits for it.
const MOST: usize = 64;

/// Whether its process group is orphaned: nobody outside of the group waits for it in the session, as where it was
/// started by the server of the connection in place of a shell. The system ignores a stop there, since nothing would
/// ever continue; so does whoever stops in its place.
pub(super) fn is_orphaned() -> bool {
    let Some(own) = Job::of(process::id()) else { return true };
    !successors(Job::of(own.parent), |job| Job::of(job.parent))
        .take(MOST)
        .take_while(|job| job.session == own.session)
        .any(|job| job.group != own.group)
}

/// Where a process stands among those of its terminal. In a container a group or session that was begun outside of it
/// has the number 0, which the system's calls for them pass on as it is: hence they are read, not called for.
#[derive(Clone, Copy)]
struct Job {
    parent: u32,
    group: u32,
    session: u32,
}

impl Job {
    /// As Linux tells it: the numbers after the name and the state.
    fn of(id: u32) -> Option<Self> {
        Self::parse(&fs::read_to_string(format!("/proc/{id}/stat")).ok()?)
    }

    fn parse(status: &str) -> Option<Self> {
        let (_, after_name) = status.rsplit_once(')')?;
        let mut numbers = after_name.split_whitespace().skip(1).map(str::parse);
        let mut next = || numbers.next()?.ok();
        Some(Self { parent: next()?, group: next()?, session: next()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_from_outside_of_a_container_is_the_number_0() {
        let job = Job::parse("12 (a ) name) S 1 0 0 34816 12 4194304");
        assert!(job.is_some_and(|job| (job.parent, job.group, job.session) == (1, 0, 0)));
        assert!(Job::parse("12 (name) S 1").is_none());
    }
}
