//! What a host that many share does to the program: sizes that are not so, stops that nobody ends, files that may not
//! grow, and a terminal that keeps what was on it.

use super::process::{program, status, until};
use super::terminal::{ENTER, Start, Terminal, text_of};
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

/// Sizes that a client can claim.
const SIZES: [(u16, u16); 9] =
    [(2000, 2000), (65535, 65535), (65535, 1), (1, 65535), (500, 200), (501, 201), (0, 0), (0, 65535), (65535, 0)];

/// The most memory that a large screen may take, in kB; and the most that may stay of it.
const MOST: u64 = 40_000;
const STAYS: u64 = 8_000;

fn claim(device: &Path, (columns, rows): (u16, u16)) {
    let (columns, rows) = (columns.to_string(), rows.to_string());
    let set = Command::new("stty").arg("-F").arg(device).args(["cols", &columns, "rows", &rows]).status();
    assert!(set.unwrap().success());
}

/// Memory of a process, in kB.
fn memory(id: u32) -> u64 {
    let said = status(&id.to_string(), "VmRSS").unwrap();
    said.split_whitespace().next().unwrap().parse().unwrap()
}

#[test]
fn no_core_dump_is_possible() {
    let desk = Terminal::desk();
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", desk.id())).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"]);
}

#[test]
fn a_size_that_is_claimed_costs_little_and_is_given_back() {
    let mut desk = Terminal::desk();
    let device = desk.device();
    let before = memory(desk.id());
    for size in SIZES {
        claim(&device, size);
        desk.bytes_after("r");
        desk.bytes_after("o");
        let taken = memory(desk.id()).saturating_sub(before);
        assert!(taken < MOST, "{size:?} takes {taken} kB");
        claim(&device, (80, 24));
        desk.send("r");
        until("the memory given back", || memory(desk.id()).saturating_sub(before) < STAYS);
    }
    desk.send("q");
    assert_eq!(desk.wait_end().exit_code(), 0);
}

#[test]
fn it_starts_on_a_size_that_is_claimed() {
    for (columns, rows) in SIZES {
        let shell = format!("stty cols {columns} rows {rows}; exec \"$@\"");
        let mut desk = Terminal::open(&Start { under: &["sh", "-c", &shell, "sh"], ..Start::default() });
        until("something on the screen", || desk.bytes().len() > 20);
        desk.bytes_after("");
        assert!(memory(program(desk.id())) < MOST + 20_000, "{columns}x{rows}");
        desk.send("\x03");
        assert_eq!(desk.wait_end().exit_code(), 0, "{columns}x{rows}");
    }
}

/// What a terminal that has no other screen shows after some bytes.
pub(crate) fn left_on_the_screen(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes).replace("\x1b[?1049h", "").replace("\x1b[?1049l", "");
    let mut screen = vt100::Parser::new(24, 80, 0);
    screen.process(text.as_bytes());
    text_of(screen.screen()).trim().to_owned()
}

#[test]
fn nothing_of_the_person_stays_on_a_terminal_without_another_screen() {
    let ends: [(&str, &str); 9] = [
        ("q", ""),
        ("\x03", ""),
        ("\x04", ""),
        ("?\x03", ""),
        ("", "TERM"),
        ("", "INT"),
        ("", "HUP"),
        ("", "QUIT"),
        ("p", "TSTP"),
    ];
    for (keys, signal) in ends {
        let mut desk = Terminal::desk();
        desk.send("nCO\r");
        desk.wait_for("already have a case");
        assert!(left_on_the_screen(&desk.bytes()).contains("already have a case"), "else there is nothing to erase");
        if keys == "q" {
            desk.send("\x1b");
            desk.wait_for("cannot tell yet");
        }
        desk.send(keys);
        if keys == "q" {
            desk.wait_for("Quit?");
            desk.send(ENTER);
        }
        if !signal.is_empty() {
            desk.signal(signal);
        }
        if signal == "TSTP" {
            desk.wait_screen("the screen of before", |screen| !screen.alternate_screen());
        } else {
            assert_eq!(desk.wait_end().exit_code(), 0, "{keys:?} {signal}");
        }
        let left = left_on_the_screen(&desk.bytes());
        assert_eq!(left, "", "after {keys:?} {signal}");
    }
}

#[test]
fn a_stop_that_nobody_could_end_is_ignored_at_the_start() {
    let mut desk = Terminal::desk();
    for _ in 0..3 {
        desk.signal("TSTP");
        thread::sleep(Duration::from_millis(100));
    }
    desk.send("p");
    desk.wait_for("Process       ");
}

#[test]
fn with_a_shell_that_waits_a_stop_at_the_start_is_one() {
    let start = Start { under: &["bash", "-c", "set -m; \"$@\"; fg; true", "bash"], ..Start::default() };
    let mut desk = Terminal::desk_with(&start);
    let id = program(desk.id());
    let kill = |signal: &str| assert!(Command::new("kill").args([signal, &id.to_string()]).status().unwrap().success());
    kill("-TSTP");
    // The shell brings it back at once.
    desk.wait_screen("the screen of before", |_| true);
    desk.send("p");
    desk.wait_for("Process       ");
}

#[test]
fn what_tells_it_to_go_on_is_never_missed() {
    // In between it gives the terminal back.
    for pause in [0, 1, 5, 12, 20, 200] {
        let mut desk = Terminal::desk();
        for key in ["p", "r", "o", "p"] {
            desk.send(key);
            desk.bytes_after("");
        }
        desk.signal("TSTP");
        thread::sleep(Duration::from_millis(pause));
        desk.signal("CONT");
        thread::sleep(Duration::from_millis(1200));
        desk.send("r");
        desk.wait_for("There by");
        let state = status(&desk.id().to_string(), "State").unwrap();
        assert!(!state.starts_with('T'), "after {pause} ms: {state}");
    }
}

#[test]
fn ctrl_c_right_after_quitting_leaves_a_clean_terminal() {
    for n in 0..24 {
        let mut desk = Terminal::desk();
        desk.send("q");
        thread::sleep(Duration::from_micros(n * 1500));
        desk.send("\x03");
        let _ = desk.wait_end();
        let bytes = desk.bytes();
        let last = |wanted: &[u8]| bytes.windows(wanted.len()).rposition(|window| window == wanted);
        assert!(last(b"\x1b[?1049l") > last(b"\x1b[?1049h"), "after {n}");
        assert!(last(b"\x1b[?2004l") > last(b"\x1b[?2004h"), "after {n}");
    }
}

/// A question throws away what was typed ahead, but not what quits wherever it is pressed.
#[test]
fn ctrl_c_that_was_typed_ahead_of_a_question_counts() {
    for ahead in ["\x03", "\x04", "x\x03", "\x1b[B\x04\r"] {
        let mut desk = Terminal::desk();
        desk.send("nCO\r");
        desk.wait_for("already have a case");
        desk.send("\x1b");
        desk.wait_for("cannot tell yet");
        desk.send(&format!("q{ahead}"));
        assert_eq!(desk.wait_end().exit_code(), 0, "{ahead:?}");
    }
}

#[test]
fn a_file_that_may_not_grow_is_an_error_that_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let under = ["sh", "-c", "ulimit -f 0; exec \"$@\"", "sh"];
    let mut desk = Terminal::desk_with(&Start { under: &under, state: Some(folder.path()), ..Start::default() });
    desk.send("nCO\r");
    desk.wait_for("NOT SAVED");
    desk.send("\x03");
    assert_eq!(desk.wait_end().exit_code(), 0);
    assert_eq!(left_on_the_screen(&desk.bytes()), "");
}
