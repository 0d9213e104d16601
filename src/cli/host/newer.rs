//! Whether the content of the host is another by now than that of a running desk. The folder is looked at while the desk
//! is used, and is tried, beside what is being done, only where a file in it changed: a desk that nobody uses wakes for
//! nothing.

use std::path::PathBuf;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::tried;
use crate::cli::clock;
use crate::content::{FolderStamp, folder_stamp};

/// How long after a look the folder is looked at again.
const AGAIN: Duration = Duration::from_secs(2);

/// Looks after the content of the host.
#[derive(Debug)]
pub struct Newer {
    folder: PathBuf,
    /// The check-code of the content in use.
    live: String,
    /// The folder as it was when it was tried last.
    stamp: Option<FolderStamp>,
    looked: Option<Instant>,
    trial: Option<JoinHandle<Option<String>>>,
    found: Option<String>,
}

impl Newer {
    /// Of a folder as it was before its content was taken into use.
    pub(super) fn new(folder: PathBuf, stamp: Option<FolderStamp>, live: String) -> Self {
        Self { folder, live, stamp, looked: None, trial: None, found: None }
    }

    /// The check-code of the content of the host, where it is another than that in use and nothing is wrong with it.
    pub fn look(&mut self, now: Instant) -> Option<String> {
        if self.trial.as_ref().is_some_and(JoinHandle::is_finished) {
            let code = self.trial.take().and_then(|trial| trial.join().ok().flatten());
            self.found = code.filter(|code| *code != self.live);
        }
        let is_due = self.looked.is_none_or(|looked| now.duration_since(looked) >= AGAIN);
        if is_due && self.trial.is_none() {
            self.looked = Some(now);
            let stamp = folder_stamp(&self.folder);
            if stamp != self.stamp {
                self.stamp = stamp;
                let folder = self.folder.clone();
                let day = clock::now().date();
                let trial = move || tried(&folder, day).ok().map(|content| content.check_code);
                // Without a thread it is as if there were nothing new: the next change is tried again.
                self.trial = thread::Builder::new().name("content".to_owned()).spawn(trial).ok();
            }
        }
        self.found.clone()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use std::fs;

    use super::*;
    use crate::content::{Content, export};

    /// What is found once a look that is due has been answered.
    fn found(newer: &mut Newer, now: &mut Instant) -> Option<String> {
        *now += AGAIN;
        newer.look(*now);
        while newer.trial.as_ref().is_some_and(|trial| !trial.is_finished()) {
            thread::yield_now();
        }
        newer.look(*now)
    }

    #[test]
    fn other_content_is_told_once_nothing_is_wrong_with_it() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("content");
        export(&folder).unwrap();
        let live = Content::embedded().unwrap().check_code;
        let mut newer = Newer::new(folder.clone(), folder_stamp(&folder), live.clone());
        let mut now = Instant::now();
        assert_eq!(found(&mut newer, &mut now), None, "nothing changed");
        let file = folder.join("programme.toml");
        let before = fs::read_to_string(&file).unwrap();
        fs::write(&file, before.replacen("hold_days", "hold_dayz", 1)).unwrap();
        assert_eq!(found(&mut newer, &mut now), None, "it has a problem");
        fs::write(&file, format!("{before}\n# newer\n")).unwrap();
        let code = Content::from_folder(&folder).unwrap().check_code;
        assert_ne!(code, live);
        assert_eq!(newer.look(now), None, "the folder is not looked at with every key");
        assert_eq!(found(&mut newer, &mut now), Some(code.clone()));
        assert_eq!(found(&mut newer, &mut now), Some(code), "for as long as it is so");
        fs::write(&file, &before).unwrap();
        assert_eq!(found(&mut newer, &mut now), None, "what is in use is there again");
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found(&mut newer, &mut now), None, "a folder that is gone");
        export(&folder).unwrap();
        assert_eq!(found(&mut newer, &mut now), None, "and is back as it was");
    }
}
