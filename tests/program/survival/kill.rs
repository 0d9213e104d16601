//! Killed at random instants. `SURVIVAL_KILLS` says how often.

use rustix::process::{Pid, Signal, kill_process};
use std::env;
use std::thread;
use std::time::Duration;

use super::folder::Folder;
use super::oracle::{Chance, Oracle, stored, without_code};
use super::{on, saved};
use crate::terminal::{ENTER, Terminal, text_of};

/// The longest after the last keys that the program is killed, in microseconds: all of them are done by then.
const INSTANTS: u64 = 40_000;

#[test]
fn what_was_called_saved_is_there_after_a_kill_at_any_instant() {
    let kills: u64 = env::var("SURVIVAL_KILLS").map_or(20, |text| text.parse().unwrap());
    // Each life waits for the disk and for held keys most of the time.
    let lanes = thread::available_parallelism().map_or(2, |cores| 2 * cores.get() as u64);
    thread::scope(|scope| {
        for lane in 0..lanes {
            scope.spawn(move || (lane..kills).step_by(usize::try_from(lanes).unwrap()).for_each(killed));
        }
    });
}

/// One life: some keys in peace, some more and the end at once, and what the next program finds.
fn killed(seed: u64) {
    let mut chance = Chance(seed);
    let (folder, mut oracle) = (Folder::new(), Oracle::new());
    let mut desk = Terminal::desk_with(&on(&folder));
    for _ in 0..chance.below(9) {
        let keys = oracle.go(&mut chance);
        desk.send(&keys);
        let wanted = oracle.screen();
        desk.wait_screen(&format!("seed {seed}, after {keys:?}:\n{wanted}"), |screen| {
            without_code(&text_of(screen)) == wanted
        });
    }
    let before = oracle.told.len() - 1;
    let burst: String = (0..=chance.below(6)).map(|_| oracle.go(&mut chance)).collect();
    desk.send(&burst);
    // This chooses the instant; nothing waits for it.
    thread::sleep(Duration::from_micros(chance.below(INSTANTS)));
    kill_process(Pid::from_raw(desk.id().try_into().unwrap()).unwrap(), Signal::KILL).unwrap();
    desk.wait_end();

    let last = without_code(&desk.text());
    let shown = before + oracle.told[before..].iter().position(|after| after.screen == last).unwrap_or(0);
    let found = stored(folder.records().into_iter());
    assert!(
        oracle.told[shown..].iter().any(|after| after.stored == found),
        "seed {seed}: called saved were {:#?}\nfound {found:#?}\nthe last picture:\n{last}",
        oracle.told[shown].stored
    );
    goes_on(seed, &folder);
    folder.is_clean();
}

/// The next start offers what was left, and shows it as it is on the disk.
fn goes_on(seed: u64, folder: &Folder) {
    let records = folder.records();
    if records.is_empty() {
        return;
    }
    let mut desk = Terminal::open(&on(folder));
    if records.iter().any(|record| !record.kept) {
        desk.wait_for("These cases were left open");
    } else {
        desk.wait_for("q quit");
        desk.send("a");
        desk.wait_for("go to case");
    }
    desk.send(ENTER);
    let screen = desk.wait_screen(&format!("seed {seed}: a case"), |screen| saved(&text_of(screen)).is_some());
    let (code, n) = saved(&screen).unwrap();
    let record = records.iter().find(|record| record.code().as_str() == code).unwrap();
    assert!(n.is_none_or(|n| n == record.answers.len()), "seed {seed}\n{screen}");
    // Nothing is asked at the end of the line, and nothing is lost by it.
    kill_process(Pid::from_raw(desk.id().try_into().unwrap()).unwrap(), Signal::TERM).unwrap();
    desk.wait_end();
    assert_eq!(stored(folder.records().into_iter()), stored(records.into_iter()), "seed {seed}");
}
