//! Many desks at once on one folder of cases: each ends with its own verdict, all are saved, and nothing stays locked.

use smo_desk::rules::Verdict;
use std::sync::Barrier;
use std::thread;

use super::{LOCALE, ssh};
use crate::sshd::host::Host;
use crate::survival::folder::{Folder, facts};
use crate::survival::saved;
use crate::terminal::{Start, Terminal};

/// Desks at terminals of this computer, and through sshd.
const AT_TERMINALS: usize = 200;
const THROUGH_SSHD: usize = 50;

/// People: their nationality, and what is said in the end.
const PEOPLE: [(&str, &str); 2] = [("VE", "meets the stated minimum"), ("BR", "does not meet")];

/// Sits down with all others, and leaves with all others; the code of the case.
fn works(desk: impl FnOnce() -> Terminal, (nationality, verdict): (&str, &str), together: &Barrier) -> String {
    let mut desk = desk();
    desk.wait_for("q quit");
    together.wait();
    let keys = format!("{nationality}\r");
    for (keys, then) in [
        ("nCO\r", "already have a case"),
        ("2\r", "Which nationality"),
        (&keys, if nationality == "VE" { "first come to" } else { verdict }),
    ] {
        desk.send(keys);
        desk.wait_for(then);
    }
    if nationality == "VE" {
        for (keys, then) in [("1\r", "18 or older on"), ("1\r", "Which legal status"), ("1\r", verdict)] {
            desk.send(keys);
            desk.wait_for(then);
        }
    }
    desk.send("\x1b\x1be");
    desk.wait_for("is kept until somebody deletes it");
    let (code, _) = saved(&desk.wait_for("answers saved: ")).unwrap();
    together.wait();
    desk.send("\x03");
    assert_eq!(desk.wait_end().exit_code(), 0);
    code
}

#[track_caller]
fn all_are_saved(folder: &Folder, codes: &[String]) {
    let records = folder.records();
    assert_eq!(records.len(), codes.len());
    for (n, code) in codes.iter().enumerate() {
        let record = folder.record(code);
        let (nationality, verdict) = PEOPLE[n % PEOPLE.len()];
        assert!(record.kept, "{record:?}");
        assert!(facts(&record).contains(&format!("nationality={nationality}")), "{record:?}");
        let then = record.verdicts.iter().find(|then| then.office == "colombia").map(|then| then.verdict);
        let wanted = if verdict.starts_with("meets") { Verdict::Met } else { Verdict::NotMet };
        assert_eq!(then, Some(wanted), "{record:?}");
    }
    folder.is_clean();
}

/// Starts so many desks, each by its number.
fn at_once(count: usize, desk: impl Fn(&Folder) -> Terminal + Sync) {
    let (folder, together) = (Folder::new(), Barrier::new(count));
    let codes: Vec<String> = thread::scope(|scope| {
        let (folder, together, desk) = (&folder, &together, &desk);
        let works = |n: usize| scope.spawn(move || works(|| desk(folder), PEOPLE[n % PEOPLE.len()], together));
        let all: Vec<_> = (0..count).map(works).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    all_are_saved(&folder, &codes);
}

#[test]
fn two_hundred_desks_at_terminals_save_all_they_say() {
    at_once(AT_TERMINALS, |folder| Terminal::open(&Start { state: Some(folder.path()), ..Start::default() }));
}

#[test]
fn fifty_desks_through_sshd_save_all_they_say() {
    let host = Host::start();
    at_once(THROUGH_SSHD, |folder| {
        let state = format!("{LOCALE} XDG_STATE_HOME={} XDG_CONFIG_HOME=/dev/null", folder.path().display());
        let words = ssh(&host, host.port, false, &state);
        let under: Vec<&str> = words.iter().map(String::as_str).collect();
        Terminal::open(&Start {
            under: &under,
            args: &["--lang", "en"],
            state: Some(folder.path()),
            ..Start::default()
        })
    });
}
