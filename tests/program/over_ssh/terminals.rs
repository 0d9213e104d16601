//! Terminals by their names.

use super::{LOCALE, open, plays_a_whole_check, ssh};
use crate::sshd::host::Host;

const NAMES: [&str; 8] =
    ["xterm-256color", "xterm", "screen", "screen-256color", "tmux-256color", "linux", "vt100", "rxvt"];

#[test]
fn a_whole_check_ends_on_the_same_screen_on_a_terminal_of_any_name() {
    let host = Host::start();
    for name in NAMES {
        let desk = open(&ssh(&host, host.port, false, LOCALE), &[("TERM", name)], &[]);
        plays_a_whole_check(desk, name);
    }
}

#[test]
fn a_terminal_that_cannot_place_its_cursor_gets_a_whole_check_in_plain_lines() {
    let host = Host::start();
    for name in ["vt52", "dumb"] {
        let mut desk = open(&ssh(&host, host.port, false, LOCALE), &[("TERM", name)], &[]);
        for (keys, then) in [
            ("", "In which country"),
            ("CO\r", "already have a case"),
            ("2\r", "Which nationality"),
            ("VE\r", "first come to"),
            ("1\r", "18 or older on"),
            ("1\r", "Which legal status"),
            ("1\r", "meets the stated minimum"),
        ] {
            desk.send(keys);
            // Lines go up and away.
            desk.wait_bytes(then, |bytes| String::from_utf8_lossy(bytes).contains(then));
        }
        desk.send("\x04");
        assert_eq!(desk.wait_end().exit_code(), 0, "{name}");
        assert!(!desk.bytes().contains(&0x1b), "{name}: no escape sequence is sent");
    }
}
