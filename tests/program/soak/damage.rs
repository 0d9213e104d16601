//! What becomes of files between sessions: cut off, overwritten, replaced by what is no file.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::survival::folder::{Folder, is_case};
use crate::survival::oracle::Chance;

/// What was done so far.
#[derive(Default)]
pub(super) struct Damage {
    /// What damaged files hold: it is set aside, never deleted.
    pub(super) kept: Vec<Vec<u8>>,
}

impl Damage {
    pub(super) fn add(&mut self, folder: &Folder, chance: &mut Chance) {
        let cases = folder.path().join("smo/cases");
        if !cases.is_dir() {
            return;
        }
        let names: Vec<String> = folder.names().into_iter().filter(|name| is_case(name)).collect();
        let code = chance.one_of(&["K7Q2", "ABCD", "ZZZZ", "H4M7"]);
        let path = match names.first() {
            Some(_) if chance.below(3) > 0 => {
                cases.join(&names[usize::try_from(chance.below(names.len() as u64)).unwrap()])
            }
            _ => cases.join(format!("{code}.json")),
        };
        match chance.below(9) {
            0 => self.no_file(&path, |path| symlink("/etc/passwd", path).unwrap()),
            1 => self.no_file(&path, |path| fs::create_dir(path).unwrap()),
            2 => self.no_file(&path, |path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success())),
            3 => fs::write(cases.join("days"), chance.one_of(&["", "9999-12-31\n", "garbage\u{0}", "2000-01-01 x"]))
                .unwrap(),
            4 => fs::write(cases.join(chance.one_of(&["K7Q2.lock", "ABCD.lock"])), "\u{202e}\x1b[31m{").unwrap(),
            5 => fs::write(cases.join("ABCD.00aa.new"), "half").unwrap(),
            how => self.damage(&path, how, chance),
        }
    }

    /// Damages a case in a way that leaves none.
    fn damage(&mut self, path: &Path, how: u64, chance: &mut Chance) {
        if path.symlink_metadata().is_ok_and(|there| !there.is_file()) {
            return;
        }
        let mut bytes = fs::read(path).unwrap_or_default();
        self.kept.retain(|kept| *kept != bytes);
        match how {
            6 => bytes.truncate(bytes.len() / 2),
            7 => bytes = (0..chance.below(4000)).map(|_| u8::try_from(chance.below(256)).unwrap()).collect(),
            _ => bytes.extend_from_slice("\u{202e}\x1b]0;x\x07}".as_bytes()),
        }
        // So that it is known again.
        bytes.extend_from_slice(format!("#{}", chance.below(u64::MAX)).as_bytes());
        fs::write(path, &bytes).unwrap();
        self.kept.push(bytes);
    }

    /// Replaces a file that has no damaged content by something that is none.
    fn no_file(&self, path: &Path, make: impl Fn(&PathBuf)) {
        if let Ok(there) = path.symlink_metadata() {
            if !there.is_file() || fs::read(path).is_ok_and(|bytes| self.kept.contains(&bytes)) {
                return;
            }
            fs::remove_file(path).unwrap();
        }
        make(&path.to_path_buf());
    }
}
