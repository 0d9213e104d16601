//! Lines: near, compressed, slow, far, uneven, cut.

use std::time::Duration;

use super::{CHECK, LOCALE, open, plays_a_whole_check, ssh};
use crate::process::until;
use crate::sshd::host::Host;
use crate::sshd::proxy::{self, Line};
use crate::survival::folder::Folder;
use crate::survival::saved;
use crate::terminal::{ENTER, Start, Terminal};

#[test]
fn a_whole_check_ends_on_the_same_screen_over_any_line() {
    // What the others are compared with is what a terminal of this computer shows.
    plays_a_whole_check(open(&[], &[], &[]), "no line");
    let host = Host::start();
    let usual = Line::default();
    let lines = [
        ("near", usual),
        ("slow", Line { bits: 28_800, ..usual }),
        ("far", Line { delay: Duration::from_millis(150), ..usual }),
        ("uneven", Line { jitter: Duration::from_millis(200), ..usual }),
        ("all of it", Line { bits: 57_600, delay: Duration::from_millis(100), jitter: Duration::from_millis(100) }),
    ];
    for (name, line) in lines {
        for compressed in [false, true] {
            let (port, _) = proxy::start(host.port, line);
            let desk = open(&ssh(&host, port, compressed, LOCALE), &[], &[]);
            plays_a_whole_check(desk, &format!("{name}, compressed: {compressed}"));
        }
    }
}

/// Starts the program on a host with a folder of cases.
fn keeping(host: &Host, port: u16, folder: &Folder) -> Terminal {
    let state = format!("{LOCALE} XDG_STATE_HOME={} XDG_CONFIG_HOME=/dev/null", folder.path().display());
    let words = ssh(host, port, false, &state);
    let under: Vec<&str> = words.iter().map(String::as_str).collect();
    Terminal::open(&Start { under: &under, args: &["--lang", "en"], state: Some(folder.path()), ..Start::default() })
}

#[test]
fn a_line_that_is_cut_after_any_answer_loses_none_and_locks_nothing() {
    let host = Host::start();
    for n in 1..CHECK.len() {
        let folder = Folder::new();
        let (port, passed) = proxy::start(host.port, Line::default());
        let mut desk = keeping(&host, port, &folder);
        desk.wait_for("q quit");
        for (keys, then) in &CHECK[..n] {
            desk.send(keys);
            desk.wait_for(then);
        }
        let (code, answers) = saved(&desk.wait_for(&format!("answers saved: {n}"))).unwrap();
        assert_eq!(answers, Some(n));
        desk.try_send(b"half");
        passed.cut();
        assert_ne!(desk.wait_end().exit_code(), 0, "ssh says that the line was cut");
        until("the desk on the host to end", || {
            !folder.names().iter().any(|name| std::path::Path::new(name).extension().is_some_and(|end| end == "lock"))
        });
        assert_eq!(folder.record(&code).answers.len(), n);

        let mut desk = keeping(&host, host.port, &folder);
        desk.wait_for("These cases were left open");
        desk.send(ENTER);
        desk.wait_for(&format!("answers saved: {n}"));
        for (keys, then) in &CHECK[n..] {
            desk.send("\x17");
            desk.send(keys);
            desk.wait_for(then);
        }
        desk.send("\x03");
        assert_eq!(desk.wait_end().exit_code(), 0);
        folder.is_clean();
    }
}
