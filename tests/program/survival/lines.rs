//! The plain lines, by a pipe: whatever ends them but `quit`, nothing is deleted.

use rustix::process::{Pid, Signal, kill_process};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use super::folder::{Folder, facts};

/// A whole check, all met.
const CHECK: &str = "co\n2\nve\n2019\n1\n1\n";

/// Starts plain lines, answers everything, and waits until all of it was called saved.
fn checked(folder: &Folder) -> Child {
    let mut lines = Command::new(env!("CARGO_BIN_EXE_smo"))
        .args(["--linear", "--lang", "en", "--as-of", "2026-11-23"])
        .env("XDG_STATE_HOME", folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    lines.stdin.as_mut().unwrap().write_all(CHECK.as_bytes()).unwrap();
    let said = BufReader::new(lines.stdout.as_mut().unwrap()).lines();
    assert!(said.map_while(Result::ok).any(|line| line.ends_with("answers saved: 6")));
    lines
}

#[test]
fn what_was_called_saved_is_there_however_the_lines_end() {
    let ends: [fn(&mut Child); 4] = [
        |lines| drop(lines.stdin.take()),
        |lines| send(lines, Signal::HUP),
        |lines| send(lines, Signal::TERM),
        |lines| send(lines, Signal::KILL),
    ];
    for end in ends {
        let folder = Folder::new();
        let mut lines = checked(&folder);
        end(&mut lines);
        lines.wait().unwrap();
        let record = folder.records().remove(0);
        assert!(record.finished, "{record:?}");
        assert_eq!(facts(&record).len(), 6);
        folder.is_clean();
    }
    let folder = Folder::new();
    let mut lines = checked(&folder);
    lines.stdin.take().unwrap().write_all(b"quit\n").unwrap();
    lines.wait().unwrap();
    assert_eq!(folder.records(), [], "who quits is done with what is finished");
    folder.is_clean();
}

fn send(lines: &Child, signal: Signal) {
    kill_process(Pid::from_raw(lines.id().try_into().unwrap()).unwrap(), signal).unwrap();
}
