//! What is never stored does not stay in memory either. Needs the right to read the memory of another process:
//! `cargo test --features memory --test program memory`.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;

use crate::process::until;
use crate::terminal::{ENTER, ESC_KEY, Start, Terminal};

/// Whether some bytes stand anywhere in the memory that a process can write to.
fn holds(id: u32, text: &str) -> bool {
    let memory = File::open(format!("/proc/{id}/mem")).unwrap();
    let maps = fs::read_to_string(format!("/proc/{id}/maps")).unwrap();
    let written = maps.lines().filter(|line| line.contains(" rw"));
    written.filter_map(|line| line.split_whitespace().next()?.split_once('-')).any(|(start, end)| {
        let [start, end] = [start, end].map(|number| u64::from_str_radix(number, 16).unwrap());
        let mut bytes = vec![0; usize::try_from(end - start).unwrap()];
        let read = memory.read_at(&mut bytes, start).unwrap_or(0);
        bytes[..read].windows(text.len()).any(|there| there == text.as_bytes())
    })
}

/// Each with the keys that lead to its field, and the text.
const CHECKED: [(&str, &str); 3] =
    [("", "qwzxmarker@example.org"), ("\x1b[B", "+57 301 555 8731"), ("\x1b[B\x1b[B", "27 August 1987")];

#[test]
fn what_is_typed_to_be_checked_is_wiped() {
    for (way, text) in CHECKED {
        for pasted in [false, true] {
            let mut desk = Terminal::desk();
            desk.send("nCO\r");
            desk.wait_for("already have a case");
            desk.send(ESC_KEY);
            desk.wait_for("cannot tell yet");
            desk.send("t");
            desk.wait_for("0 of 6 ready");
            desk.send(way);
            desk.send(&if pasted { format!("\x1b[200~{text}\x1b[201~") } else { text.to_owned() });
            desk.wait_for(text);
            assert!(holds(desk.id(), text), "else there is nothing to wipe: {text}");
            desk.send(ENTER);
            desk.wait_screen("the text gone", |screen| !screen.contents().contains(text));
            until("it wiped", || !holds(desk.id(), text));
        }
    }
}

#[test]
fn the_field_of_an_answer_that_is_not_stored_is_wiped() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Terminal::desk_with(&Start { state: Some(folder.path()), ..Start::default() });
    desk.send("nCO\r2\rVE\r");
    desk.wait_for("saved: 3");
    desk.send("*");
    desk.wait_for("used, not stored");
    desk.send("27 August 2021");
    desk.wait_for("27 August 2021");
    assert!(holds(desk.id(), "27 August 2021"), "else there is nothing to wipe");
    desk.send(ENTER);
    desk.wait_for("4 of");
    desk.send(ESC_KEY);
    desk.wait_for("cannot tell yet");
    desk.send("n");
    desk.wait_for("country is the person");
    until("it wiped", || !holds(desk.id(), "27 August 2021"));
    desk.send("\x03");
    desk.wait_end();
}

#[test]
fn lines_are_wiped() {
    let mut desk = Terminal::open(&Start { args: &["--linear"], ..Start::default() });
    desk.wait_for("code or a name");
    for (line, reply) in [
        ("CO", "already have a case"),
        ("2", "Which nationality"),
        ("check 1 qwzxmarker@example.org", "1 of 6 ready"),
        ("VE", "first come to"),
        ("* 27 August 2021", "5 of at most"),
        ("next", "is still open"),
        ("confirm", "The person before"),
    ] {
        desk.send(&format!("{line}\n"));
        desk.wait_for(reply);
    }
    for text in ["qwzxmarker", "27 August 2021"] {
        until("it wiped", || !holds(desk.id(), text));
    }
}
