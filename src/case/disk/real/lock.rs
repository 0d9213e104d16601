//! Locked files, and the turns in which they are removed or taken.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::case::disk::Lock;

/// How often a lock is tried: one that is only being looked at is free again in a moment.
pub(super) const TRIES: u32 = 20;
/// How long is waited between.
pub(super) const PAUSE: Duration = Duration::from_millis(1);

/// The turn to take a lock from somebody, or to remove one: whoever closes a case looks whose lock it is and then removes
/// it, and nobody may take it in between. None where somebody else has the turn for long.
pub(super) fn turn(path: &Path) -> io::Result<Option<File>> {
    let folder = File::open(path.parent().unwrap_or(path))?;
    for _ in 0..TRIES {
        match folder.try_lock() {
            Ok(()) => return Ok(Some(folder)),
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
            Err(TryLockError::Error(cause)) => return Err(cause),
        }
    }
    Ok(None)
}

/// Whether a file is still the one of that name.
pub(super) fn is_at(file: &File, path: &Path) -> bool {
    let (Ok(open), Ok(there)) = (file.metadata(), fs::symlink_metadata(path)) else { return false };
    (open.dev(), open.ino()) == (there.dev(), there.ino())
}

/// A locked file; closing it lets go.
#[derive(Debug)]
pub(super) struct Locked {
    pub(super) file: File,
    pub(super) path: PathBuf,
}

impl Lock for Locked {
    fn is_held(&self) -> bool {
        match fs::symlink_metadata(&self.path) {
            Ok(_) => is_at(&self.file, &self.path),
            // What cannot be looked at was taken by nobody.
            Err(cause) => cause.kind() != ErrorKind::NotFound,
        }
    }
}

impl Drop for Locked {
    fn drop(&mut self) {
        // While it is still locked, so that nobody else's is removed. One that stays is free all the same.
        if let Ok(Some(_turn)) = turn(&self.path)
            && self.is_held()
        {
            let _ = fs::remove_file(&self.path);
        }
    }
}
