//! A process as the system sees it, and lines that drop.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

/// The longest that a program outlives its line.
pub(crate) const AT_ONCE: Duration = Duration::from_millis(100);

/// How long anything may take before the test fails, in turns of waiting. No clock is looked at: a virtual machine can
/// stand still for a minute, and that was one turn.
pub(crate) const TURNS: u32 = 300;
pub(crate) const TURN: Duration = Duration::from_millis(100);

/// The same where it is waited in other turns.
pub(crate) const PATIENCE: Duration = TURN.saturating_mul(TURNS);

/// A machine that is busy with other tests can be late for a process that was not: so often may it be.
pub(crate) const TRIES: usize = 6;

/// In a session of its own no signal tells it that the line dropped.
pub(crate) const WITHOUT_SIGHUP: &[&str] = &["sh", "-c", "trap '' HUP; exec setsid -w \"$@\"", "sh"];

/// As `nohup` does, but on the terminal.
pub(crate) const SIGHUP_IGNORED: &[&str] = &["sh", "-c", "trap '' HUP; exec \"$@\"", "sh"];

/// Waits for a condition.
#[track_caller]
pub(crate) fn until(wanted: &str, is: impl FnMut() -> bool) -> Duration {
    let start = Instant::now();
    assert!(waited_for(is), "time is up; waited for {wanted}");
    start.elapsed()
}

/// Waits for a condition; whether it came.
pub(crate) fn waited_for(mut is: impl FnMut() -> bool) -> bool {
    const EACH: Duration = Duration::from_millis(1);
    let mut waited = Duration::ZERO;
    while !is() {
        if waited >= PATIENCE {
            return false;
        }
        thread::sleep(EACH);
        waited += EACH;
    }
    true
}

/// A field of a process or thread in `/proc`; none when it is gone.
pub(crate) fn status(path: &str, field: &str) -> Option<String> {
    let status = fs::read_to_string(format!("/proc/{path}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(field))?;
    Some(line.trim_start_matches(':').trim().to_owned())
}

/// What each thread of a process does, to be told where it does not end.
pub(crate) fn threads(id: u32) -> String {
    let of = |task: &fs::DirEntry| {
        let read = |name: &str| fs::read_to_string(task.path().join(name)).unwrap_or_default().trim().to_owned();
        let state = status(&format!("{id}/task/{}", task.file_name().display()), "State").unwrap_or_default();
        format!("{}: {state} in {} {}", read("comm"), read("wchan"), read("syscall"))
    };
    let tasks = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    tasks.map(|task| of(&task)).collect::<Vec<_>>().join("\n")
}

pub(crate) fn is_over(id: u32) -> bool {
    status(&id.to_string(), "State").is_none_or(|state| state.starts_with(['Z', 'X']))
}

/// The process of the program, which may be a child of the one that was started.
pub(crate) fn program(id: u32) -> u32 {
    let children = fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
    children.split_whitespace().next().map_or(id, |child| child.parse().unwrap())
}
