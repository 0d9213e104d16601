//! When a program has done all that it was asked for.

use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::thread;
use std::time::Duration;

use rustix::fs::OFlags;
use rustix::process::{Pid, Signal, kill_process};

use crate::process::{PATIENCE, is_over, status, threads};
use crate::terminal::Terminal;

/// So often in a row it has to look quiet, and so long between two looks.
const LOOKS: u32 = 10;

/// So often where it may be about to leave.
pub(super) const LEAVING: u32 = 30;

const BETWEEN: Duration = Duration::from_millis(2);

/// The terminal as the program has it; does not become anybody's.
pub(super) fn device(desk: &Terminal) -> Option<File> {
    let flags = i32::try_from(OFlags::NOCTTY.bits()).unwrap();
    OpenOptions::new().read(true).write(true).custom_flags(flags).open(desk.device()).ok()
}

/// Whether all threads sleep, for want of something to do.
fn sleeps(id: u32) -> bool {
    let Ok(threads) = fs::read_dir(format!("/proc/{id}/task")) else { return true };
    threads.flatten().all(|thread| {
        let thread = thread.file_name().into_string().unwrap();
        status(&format!("{id}/task/{thread}"), "State").is_none_or(|state| state.starts_with('S'))
    })
}

/// Waits until the program has read all keys, drawn what it draws, and sleeps; or is over, also where it is only leaving
/// yet. A program that never gets there hangs, and fails the test.
#[track_caller]
pub(super) fn settle(desk: &Terminal) {
    settle_for(desk, LOOKS);
}

/// The same, looking as often as that.
#[track_caller]
pub(super) fn settle_for(desk: &Terminal, most: u32) {
    let (id, line) = (desk.id(), device(desk));
    let unread = || line.as_ref().is_some_and(|line| rustix::io::ioctl_fionread(line).unwrap_or(0) > 0);
    let (mut waited, mut looks, mut before) = (Duration::ZERO, 0, desk.count());
    while looks < most && !is_over(id) {
        assert!(waited < PATIENCE, "it hangs:\n{}\n{}", threads(id), desk.text());
        thread::sleep(BETWEEN);
        waited += BETWEEN;
        // Who tells a job to go on sees first that it is stopped. What comes a moment before that lets nothing go on.
        if status(&id.to_string(), "State").is_some_and(|state| state.starts_with('T')) {
            let _ = kill_process(Pid::from_raw(id.cast_signed()).unwrap(), Signal::CONT);
        }
        let now = desk.count();
        looks = if sleeps(id) && !unread() && now == before && desk.look(vt100::Screen::alternate_screen) {
            looks + 1
        } else {
            0
        };
        before = now;
    }
}
