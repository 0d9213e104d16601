//! What must not be stored is looked for wherever the program could have left it.

use std::fs;
use std::path::{Path, PathBuf};

use super::folder::Folder;
use crate::terminal::{ENTER, ESC_KEY, Start, Terminal};

/// Typed with `*`, or only to be checked.
const MARKED: &[&str] = &["1987", "zebra", "quagga", "3001234567", "300123", "2001"];

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[track_caller]
fn tells_nothing(what: &str, text: &[u8]) {
    let text = String::from_utf8_lossy(text);
    for marked in MARKED {
        assert!(!text.contains(marked), "{marked} in {what}: {text}");
    }
}

/// Everything of an account below one folder, so that nothing can be written elsewhere unseen.
struct Account {
    root: Folder,
    stats: String,
}

impl Account {
    fn new() -> Self {
        let root = Folder::new();
        let stats = format!("--wire-stats={}", root.path().join("stats").display());
        Self { root, stats }
    }

    fn open(&self, stored: bool, args: &[&str]) -> Terminal {
        let root = self.root.path().to_str().unwrap();
        let names = ["HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"];
        let env: Vec<(&str, &str)> = names.iter().map(|name| (*name, root)).collect();
        let state = stored.then(|| self.root.path());
        Terminal::desk_with(&Start { args, env: &env, state, ..Start::default() })
    }

    #[track_caller]
    fn is_silent(&self, desk: &Terminal) {
        for file in files(self.root.path()) {
            tells_nothing(&file.display().to_string(), &fs::read(&file).unwrap());
        }
        tells_nothing("the arguments", desk.command_line().as_bytes());
        let environment = fs::read(format!("/proc/{}/environ", desk.id())).unwrap_or_default();
        tells_nothing("the environment", &environment);
    }
}

/// A whole check with marked answers; after each part everything is looked at.
fn journey(account: &Account, desk: &mut Terminal) {
    for (keys, wanted) in [
        ("nCO\r", "already have a case"),
        ("2\r", "Which nationality"),
        ("VE\r", "When did the person first come"),
        ("*", "not stored"),
        ("4 mar 1987\r", "18 or older"),
        ("1\r", "status"),
        ("1\r", "meets the stated minimum"),
        ("t", "What to bring"),
        ("zebra@quagga.example", "looks right"),
        (ENTER, "1 of"),
        ("\x1b[B3001234567", "looks right"),
        (ENTER, "2 of"),
        ("\x1b[B5 may 2001", "18 or older on"),
        // A birth date is a part of what is asked for: Enter once more says that the rest is there.
        (ENTER, "2 of"),
        (ENTER, "3 of"),
    ] {
        desk.send(keys);
        desk.wait_for(wanted);
        account.is_silent(desk);
    }
    desk.send(ESC_KEY);
    desk.wait_for("n next person");
    let bytes = desk.bytes();
    for begin in ["\x1b]", "\x1bP", "\x1b_", "\x1b^", "\u{9d}", "\x1bk"] {
        assert!(!bytes.windows(begin.len()).any(|part| part == begin.as_bytes()), "a title or a message: {begin:?}");
    }
}

#[test]
fn what_is_not_to_be_stored_is_nowhere() {
    let account = Account::new();
    let mut desk = account.open(true, &[&account.stats]);
    journey(&account, &mut desk);
    let record = account.root.records().remove(0);
    assert_eq!((record.withheld.len(), record.items.len(), record.answers.len()), (1, 3, 5), "{record:?}");
    assert!(!record.finished && record.at.is_none() && record.draft.is_none());
    assert!(record.verdicts.iter().all(|then| then.office != "colombia"));
    desk.send("e");
    desk.wait_for("is kept until somebody deletes it");
    desk.send("q");
    desk.wait_end();
    let names: Vec<PathBuf> = files(account.root.path());
    assert!(names.iter().any(|path| path.ends_with("stats")), "{names:?}");
    assert_eq!(account.root.records().len(), 1);
    for file in names {
        tells_nothing(&file.display().to_string(), &fs::read(&file).unwrap());
    }
}

#[test]
fn where_nothing_is_stored_nothing_is_written() {
    let account = Account::new();
    let mut desk = account.open(false, &[]);
    journey(&account, &mut desk);
    desk.send("i");
    desk.wait_for("persona");
    desk.send("q");
    desk.wait_for("salir y perderlas");
    desk.send(ENTER);
    desk.wait_end();
    assert_eq!(files(account.root.path()), Vec::<PathBuf>::new());
}
