//! A whole check over real SSH: on lines of any kind, inside of tmux, GNU screen and mosh, on terminals by many names. The
//! last screen is the one that the desk has in memory, and the terminal is left as it was.
//!
//! `cargo test --features host --test program over_ssh`. Needs sshd, ssh, tmux, screen and mosh; all stays on 127.0.0.1.

mod lines;
mod many;
mod terminals;
mod within;

use crate::sshd::host::{Host, program};
use crate::sshd::picture;
use crate::terminal::{Start, Terminal, text_of, unclean_screen};

/// What is typed for a person who meets all, and what is there before the next keys.
const CHECK: [(&str, &str); 6] = [
    ("nCO\r", "already have a case"),
    ("2\r", "Which nationality"),
    ("VE\r", "first come to"),
    ("1\r", "18 or older on"),
    ("1\r", "Which legal status"),
    ("1\r", "meets the stated minimum"),
];

/// The same as a script.
const SCRIPT: &str = "n CO<enter> 2<enter> VE<enter> 1<enter> 1<enter> 1<enter>";

/// What stands before the program on the host: a locale, as `sshd` gives none.
const LOCALE: &str = "exec env LANG=C.UTF-8 LC_ALL=C.UTF-8";

/// The words that start something on a host by way of a port; the program and its arguments follow.
fn ssh(host: &Host, port: u16, compressed: bool, command: &str) -> Vec<String> {
    [vec![program("ssh").display().to_string()], host.client(port, compressed, command)].concat()
}

/// Sits down under some words, with variables for the first of them.
fn open(under: &[String], env: &[(&str, &str)], args: &[&str]) -> Terminal {
    let under: Vec<&str> = under.iter().map(String::as_str).collect();
    let args = [&["--lang", "en"], args].concat();
    Terminal::open(&Start { under: &under, env, args: &args, ..Start::default() })
}

/// Plays the whole check, compares what is shown in the end, quits, and looks at what is left of the terminal.
#[track_caller]
fn plays_a_whole_check(mut desk: Terminal, what: &str) {
    desk.wait_for("q quit");
    for (keys, then) in CHECK {
        desk.send(keys);
        desk.wait_for(then);
    }
    let wanted = picture(SCRIPT);
    desk.wait_screen(&format!("{what}:\n{wanted}"), |screen| text_of(screen) == wanted);
    desk.send("\x03");
    assert_eq!(desk.wait_end().exit_code(), 0, "{what}\n{}", desk.text());
    assert_eq!(desk.look(unclean_screen), None, "{what}\n{}", desk.text());
    assert!(!desk.text().contains("Colombia"), "{what}: nothing of the person stays\n{}", desk.text());
}
