//! The folder of cases: whether it can be written, who has a case open, and what is in it. Nothing of it is changed but
//! a file that is made and removed again.

use rustix::fs::statvfs;
use rustix::process::geteuid;
use std::fs::{self, Metadata};
use std::io::{self, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use super::finding::{Examined, Finding};
use crate::case::disk::Real;
use crate::case::{Cause, Holder, Listing, Store, StoreError};
use crate::cli::args::Global;
use crate::content::Content;

/// Less room than that is told: thousands of cases have it, and a full disk saves none.
const LITTLE: u64 = 16 << 20;

/// The most cases that are told one by one.
const MOST_HELD: usize = 20;

const ASK: &str = "ask who runs this computer";

/// All of it; in short where nothing is stored.
pub(super) fn findings(global: &Global, content: Option<&Content>) -> Vec<Finding> {
    if global.no_store {
        return vec![Finding::note(Examined::State, "nothing is stored (--no-store)", "leave it out to keep cases")];
    }
    let disk = match Real::of_account() {
        Ok(disk) => disk,
        Err(error) => return vec![Finding::problem(Examined::State, &error.to_string(), ASK)],
    };
    let mut found = vec![folder(disk.folder())];
    if disk.folder().is_dir() {
        let store = Store::unopened(Box::new(disk));
        match store.list() {
            Ok(listing) => {
                found.extend(locks(&store, &listing));
                found.push(cases(&store, &listing, content.map(|content| content.hold_days)));
            }
            Err(error) => found.push(Finding::problem(Examined::Cases, &error.to_string(), ASK)),
        }
    }
    found
}

/// The folder itself.
fn folder(folder: &Path) -> Finding {
    let shown = folder.display();
    let problem = |text: String, advice: &str| Finding::problem(Examined::State, &text, advice);
    let found = match fs::symlink_metadata(folder) {
        Ok(found) => found,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
            let advice = "nothing is to be done: the first case makes it";
            return Finding::note(Examined::State, &format!("{shown} is not there yet"), advice);
        }
        Err(cause) => return problem(format!("{shown}: {}", Cause::from(&cause)), ASK),
    };
    if let Some(why) = foreign(&found) {
        return problem(format!("{shown} {why}"), "move it away; the next start makes a folder of its own");
    }
    if let Err(cause) = try_out(folder) {
        return problem(format!("{shown}: no file can be saved there: {}", Cause::from(&cause)), ASK);
    }
    let mode = found.mode() & 0o777;
    let free = statvfs(folder).map_or(u64::MAX, |disk| disk.f_bavail.saturating_mul(disk.f_frsize));
    let text = format!("{shown} can be written and locked; {} MB are free", free >> 20);
    if free < LITTLE {
        return problem(text, "make room on the disk: what cannot be saved is lost when the desk ends");
    }
    if mode != 0o700 {
        let advice = "nothing is to be done: the next start closes it to others";
        return Finding::note(Examined::State, &format!("{text}; its mode is {mode:o}"), advice);
    }
    Finding::ok(Examined::State, &text)
}

/// Why something in the folder's place is not the account's own folder.
fn foreign(found: &Metadata) -> Option<&'static str> {
    if found.is_symlink() {
        return Some("is a link");
    }
    if !found.is_dir() {
        return Some("is not a folder");
    }
    (found.uid() != geteuid().as_raw()).then_some("belongs to somebody else")
}

/// Makes a file, locks it, puts it on the disk, and removes it.
fn try_out(folder: &Path) -> io::Result<()> {
    let mut file = tempfile::Builder::new().prefix("doctor-").tempfile_in(folder)?;
    file.write_all(b"doctor")?;
    file.as_file().try_lock().map_err(io::Error::from)?;
    file.as_file().sync_all()
}

/// Who has cases open.
fn locks(store: &Store, listing: &Listing) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut more = 0_usize;
    for case in &listing.cases {
        match store.held_by(&case.code) {
            Ok(None) => {}
            Ok(Some(_)) if found.len() >= MOST_HELD => more += 1,
            Ok(Some(holder)) => {
                let text = format!("case {} is open {}", case.code, holder.as_ref().map_or_else(String::new, at));
                let advice = "if that desk is frozen, the list of cases (`a`) offers to take the case over";
                found.push(Finding::note(Examined::Locks, text.trim(), advice));
            }
            Err(error) => return vec![Finding::problem(Examined::Locks, &error.to_string(), ASK)],
        }
    }
    if more > 0 {
        found.push(Finding::note(
            Examined::Locks,
            &format!("{more} more cases are open"),
            "`smo cases list` names them",
        ));
    }
    if found.is_empty() {
        found.push(Finding::ok(Examined::Locks, "no desk has a case open"));
    }
    found
}

/// Where a case is open, and whether its program runs, is stopped or is elsewhere.
fn at(holder: &Holder) -> String {
    let host = rustix::system::uname().nodename().to_string_lossy().into_owned();
    let state = if holder.host == host { running(holder.pid) } else { "on another computer" };
    format!("at {holder} ({state})")
}

fn running(pid: u32) -> &'static str {
    let Ok(status) = fs::read_to_string(format!("/proc/{pid}/stat")) else { return "not to be seen from here" };
    match status.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next()) {
        Some('T' | 't') => "stopped",
        Some('Z' | 'X') => "ended",
        _ => "running",
    }
}

/// How many cases there are, and what is to be done with them.
fn cases(store: &Store, listing: &Listing, held_days: Option<u32>) -> Finding {
    let (mut kept, mut waiting, mut unread) = (0_usize, 0_usize, listing.aside.len());
    for case in &listing.cases {
        match store.read(&case.code) {
            Ok(record) => {
                kept += usize::from(record.kept);
                waiting += usize::from(record.kept && !record.place.is_empty());
            }
            Err(StoreError::NoCase(_)) => {}
            Err(_) => unread += 1,
        }
    }
    let days = held_days.map(|days| format!("; others go after {days} days")).unwrap_or_default();
    let text =
        format!("{} cases, {kept} kept, {waiting} of them on their way in the process{days}", listing.cases.len());
    match (unread, waiting) {
        (0, 0) => Finding::ok(Examined::Cases, &text),
        (0, _) => Finding::note(Examined::Cases, &text, "`smo cases due` says what they wait for"),
        (unread, _) => Finding::problem(
            Examined::Cases,
            &format!("{text}; {unread} files are damaged or cannot be read"),
            "`smo cases list` names them; nothing of them was deleted",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whether_who_has_a_case_open_runs_is_told_as_far_as_it_can_be_seen() {
        let here = Holder::here(chrono::NaiveDateTime::default());
        assert!(at(&here).ends_with("(running)"));
        let gone = Holder { pid: u32::MAX, ..here.clone() };
        assert!(at(&gone).ends_with("(not to be seen from here)"));
        let elsewhere = Holder { host: "elsewhere".to_owned(), ..here };
        assert!(at(&elsewhere).ends_with("(on another computer)"));
    }
}
