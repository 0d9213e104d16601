//! One write a picture that changes, none for any other, as the system sees it. Needs strace:
//! `cargo test --features strace --test program strace`.

use super::terminal::{ESC_KEY, Start, Terminal, UP};
use std::fs;

/// Keys, and what is on the screen once their picture is there.
const CHANGES: [(&str, &str); 8] = [
    ("\x1b[B", "> Costa Rica"),
    (UP, "> Colombia"),
    ("r", "There by"),
    ("p", "Process       "),
    ("?", "Keys here"),
    (ESC_KEY, " 8 │   Phone call"),
    ("n", "country is the person"),
    ("3", "= Ecuador"),
];

#[test]
fn a_picture_that_changes_is_one_write() {
    let folder = tempfile::TempDir::new().unwrap();
    let calls = folder.path().join("calls");
    let strace =
        ["strace", "-f", "-y", "-e", "trace=write,writev,pwrite64,sendto,sendmsg", "-o", calls.to_str().unwrap()];
    let mut desk = Terminal::desk_with(&Start { under: &strace, ..Start::default() });
    assert!(desk.bytes_after(UP).is_empty(), "the first office stays");
    for (keys, then) in CHANGES {
        desk.send(keys);
        desk.wait_for(then);
    }
    desk.send("\x03");
    desk.wait_end();
    let calls = fs::read_to_string(calls).unwrap();
    let writes: Vec<&str> = calls.lines().filter(|call| call.contains("</dev/pts/")).collect();
    assert!(!calls.contains("<unfinished"), "one thread writes, to one place: {calls}");
    // The screen is entered, the first picture is drawn, each key draws one more, the screen is left.
    assert_eq!(writes.len(), 1 + 1 + CHANGES.len() + 1, "{writes:#?}");
    for write in writes {
        let (asked, written) = write.rsplit_once(") = ").unwrap();
        assert!(write.contains(" write(") && asked.ends_with(&format!(", {}", written.trim())), "not in one: {write}");
    }
}

/// A core dump would hold what is never stored, and so would what another program reads from memory.
#[test]
fn no_core_is_left_from_the_first_moment() {
    let folder = tempfile::TempDir::new().unwrap();
    let calls = folder.path().join("calls");
    let strace = ["strace", "-f", "-e", "trace=prlimit64,setrlimit,prctl,openat", "-o", calls.to_str().unwrap()];
    let mut desk = Terminal::desk_with(&Start { under: &strace, state: Some(folder.path()), ..Start::default() });
    desk.send("\x03");
    desk.wait_end();
    let calls = fs::read_to_string(calls).unwrap();
    let place =
        |what: &str| calls.lines().position(|call| call.contains(what)).unwrap_or_else(|| panic!("{what}: {calls}"));
    let first_file = place(folder.path().join("smo").to_str().unwrap());
    assert!(place("RLIMIT_CORE, {rlim_cur=0, rlim_max=0}") < first_file, "{calls}");
    assert!(place("PR_SET_DUMPABLE, SUID_DUMP_DISABLE") < first_file, "{calls}");
}

#[test]
fn a_disk_without_locks_is_named_and_no_lock_stays() {
    for error in ["ENOLCK", "EOPNOTSUPP", "ENOSYS"] {
        let folder = tempfile::TempDir::new().unwrap();
        let refuse = format!("inject=flock:error={error}");
        let strace = ["strace", "-f", "-o", "/dev/null", "-e", "trace=flock", "-e", &refuse];
        let mut desk = Terminal::desk_with(&Start { under: &strace, state: Some(folder.path()), ..Start::default() });
        desk.send("nCO\r");
        desk.wait_for("NOT SAVED");
        desk.send("\x03");
        desk.wait_end();
        let names = fs::read_dir(folder.path().join("smo/cases")).unwrap().map(|file| file.unwrap().file_name());
        let locks: Vec<_> = names.filter(|name| name.to_string_lossy().ends_with(".lock")).collect();
        assert!(locks.is_empty(), "{error}: {locks:?}");
    }
}
