//! The folder of cases in the state folder of the account.

mod lock;

use etcetera::BaseStrategy;
use rustix::fs::OFlags;
use rustix::io::Errno;
use rustix::process::geteuid;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process;
use std::thread;
use std::time::SystemTime;

use super::{Disk, FileEntry, Lock, NewFile};
use crate::case::disk::IN_TRASH;
use crate::case::error::{Attempt, StoreError};
use lock::{Locked, PAUSE, TRIES, is_at, turn};

/// Only the owner may list and enter.
const FOLDER_MODE: u32 = 0o700;
/// Only the owner may read and write.
const FILE_MODE: u32 = 0o600;

/// The name of the folder of deleted cases.
const TRASH: &str = "trash";

/// A folder on a disk.
#[derive(Debug, Clone)]
pub struct Real {
    folder: PathBuf,
    /// The program's own folder around it, which has to be as private; none where another path was given.
    around: Option<PathBuf>,
}

impl Real {
    /// The account's own: `$XDG_STATE_HOME/smo/cases`, else `~/.local/state/smo/cases`.
    ///
    /// # Errors
    /// The environment names no home.
    pub fn of_account() -> Result<Self, StoreError> {
        let home = etcetera::base_strategy::Xdg::new().map_err(|_| StoreError::NoHome)?;
        let state = home.state_dir().ok_or(StoreError::NoHome)?;
        Ok(Self::within(state.join("smo")))
    }

    /// The program's own folder, which has the folder of cases in it.
    pub fn within(around: PathBuf) -> Self {
        Self { folder: around.join("cases"), around: Some(around) }
    }

    /// A folder by its path.
    pub fn at(folder: PathBuf) -> Self {
        Self { folder, around: None }
    }

    /// The folder of cases.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where deleted cases stay for some days: beside the folder of cases.
    pub fn trash(&self) -> PathBuf {
        self.folder.with_file_name(TRASH)
    }

    /// Where sheets are saved: beside the folder of cases.
    pub fn sheets(&self) -> PathBuf {
        self.folder.with_file_name("sheets")
    }

    fn path(&self, name: &str) -> PathBuf {
        name.strip_prefix(IN_TRASH).map_or_else(|| self.folder.join(name), |name| self.trash().join(name))
    }

    /// Why the folder cannot be opened; where something else stands in its place or above it, what.
    fn refused(&self, cause: &io::Error) -> StoreError {
        let mut above = self.folder.ancestors().skip(1);
        let in_the_way = above.find(|path| fs::metadata(path).is_ok_and(|found| !found.is_dir()));
        let no_folder = in_the_way.filter(|_| cause.kind() == ErrorKind::NotADirectory);
        no_folder.map_or_else(|| Attempt::Opening.failed(cause), |path| StoreError::NoFolder(path.to_owned()))
    }
}

impl Real {
    /// Makes a folder where there is none, and sees to it that only its owner can enter.
    fn prepared(&self, folder: &Path) -> Result<(), StoreError> {
        let failed = |cause: io::Error| self.refused(&cause);
        let found = match fs::symlink_metadata(folder) {
            Err(cause) if cause.kind() == ErrorKind::NotFound => {
                make(folder).map_err(failed)?;
                fs::symlink_metadata(folder).map_err(failed)?
            }
            found => found.map_err(failed)?,
        };
        if found.is_symlink() || found.uid() != geteuid().as_raw() {
            return Err(StoreError::NotPrivate(folder.to_owned()));
        }
        if !found.is_dir() {
            return Err(StoreError::NoFolder(folder.to_owned()));
        }
        if found.mode() & 0o777 != FOLDER_MODE {
            fs::set_permissions(folder, Permissions::from_mode(FOLDER_MODE)).map_err(failed)?;
        }
        Ok(())
    }
}

/// Options that neither follow a link nor wait for whoever opens the other end of a pipe.
fn plainly() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.mode(FILE_MODE).custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    options
}

/// Makes a folder and those above it, each on the disk before the next.
fn make(folder: &Path) -> io::Result<()> {
    let Some(above) = folder.parent() else { return Ok(()) };
    if !above.exists() {
        make(above)?;
    }
    match DirBuilder::new().mode(FOLDER_MODE).create(folder) {
        Ok(()) => File::open(above)?.sync_all(),
        Err(taken) if taken.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(cause) => Err(cause),
    }
}

impl Disk for Real {
    fn prepare(&self) -> Result<(), StoreError> {
        self.around.iter().chain([&self.folder]).try_for_each(|folder| self.prepared(folder))
    }

    fn entries(&self) -> io::Result<Vec<FileEntry>> {
        let mut entries = listed(fs::read_dir(&self.folder)?, "")?;
        match fs::read_dir(self.trash()) {
            Ok(trash) => entries.extend(listed(trash, IN_TRASH)?),
            Err(cause) if cause.kind() == ErrorKind::NotFound => {}
            Err(cause) => return Err(cause),
        }
        Ok(entries)
    }

    fn names(&self) -> io::Result<Vec<String>> {
        let found = fs::read_dir(&self.folder)?.map(|found| Ok(found?.file_name().into_string().ok()));
        found.filter_map(io::Result::transpose).collect()
    }

    fn read(&self, name: &str, most: usize) -> io::Result<Option<Vec<u8>>> {
        let path = self.path(name);
        let found = fs::symlink_metadata(&path)?;
        if found.is_symlink() {
            return Err(Errno::LOOP.into());
        }
        if !found.is_file() {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
        plainly().read(true).open(path)?.take(limit).read_to_end(&mut bytes)?;
        Ok((bytes.len() <= most).then_some(bytes))
    }

    fn create(&self, name: &str) -> io::Result<Box<dyn NewFile>> {
        Ok(Box::new(plainly().write(true).create_new(true).open(self.path(name))?))
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        if !to.starts_with(IN_TRASH) {
            return fs::rename(self.path(from), self.path(to));
        }
        let trash = self.trash();
        make(&trash)?;
        let found = fs::symlink_metadata(&trash)?;
        if !found.is_dir() || found.uid() != geteuid().as_raw() {
            return Err(ErrorKind::PermissionDenied.into());
        }
        fs::set_permissions(&trash, Permissions::from_mode(FOLDER_MODE))?;
        fs::rename(self.path(from), self.path(to))?;
        File::open(trash)?.sync_all()
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        fs::remove_file(self.path(name))
    }

    fn sync_folder(&self) -> io::Result<()> {
        File::open(&self.folder)?.sync_all()
    }

    fn lock(&self, name: &str, note: &[u8]) -> io::Result<Option<Box<dyn Lock>>> {
        let path = self.path(name);
        for _ in 0..TRIES {
            let new = plainly().read(true).write(true).create_new(true).open(&path);
            let is_new = new.is_ok();
            let file = match new {
                Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {
                    plainly().read(true).write(true).create(true).truncate(false).open(&path)?
                }
                new => new?,
            };
            match file.try_lock() {
                // Whoever had it may have removed the file between opening and locking it here.
                Ok(()) if is_at(&file, &path) => {
                    // Without a note the lock is as good: a full disk must not keep a case from being opened.
                    let _ = file.set_len(0).and_then(|()| (&file).write_all(note));
                    return Ok(Some(Box::new(Locked { file, path })));
                }
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
                Err(TryLockError::Error(cause)) => {
                    if is_new {
                        // A file that locks nothing would only be in the way.
                        let _ = fs::remove_file(&path);
                    }
                    return Err(cause);
                }
            }
        }
        Ok(None)
    }

    fn take_lock(&self, name: &str, note: &[u8]) -> io::Result<Option<Box<dyn Lock>>> {
        let path = self.path(name);
        // Whole before it replaces the other: nothing is taken from whoever has it if this fails.
        let new = self.path(&format!("{name}.{}.new", process::id()));
        let _ = fs::remove_file(&new);
        let file = plainly().read(true).write(true).create_new(true).open(&new)?;
        let written = file.try_lock().map_err(io::Error::from).and_then(|()| (&file).write_all(note));
        let turn = written.and_then(|()| turn(&path));
        let Some(_turn) = turn.inspect_err(|_| drop(fs::remove_file(&new)))? else {
            fs::remove_file(&new)?;
            return Ok(None);
        };
        fs::rename(&new, &path).inspect_err(|_| drop(fs::remove_file(&new)))?;
        Ok(Some(Box::new(Locked { file, path })))
    }

    fn is_locked(&self, name: &str) -> io::Result<bool> {
        let file = match plainly().read(true).open(self.path(name)) {
            Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(false),
            file => file?,
        };
        match file.try_lock_shared() {
            Ok(()) => Ok(false),
            Err(TryLockError::WouldBlock) => Ok(true),
            Err(TryLockError::Error(cause)) => Err(cause),
        }
    }
}

fn listed(folder: fs::ReadDir, before: &str) -> io::Result<Vec<FileEntry>> {
    let mut entries = Vec::new();
    for found in folder {
        let found = found?;
        // A name that is no text is no name of this program's; a file may go while the folder is read.
        if let (Ok(name), Ok(metadata)) = (found.file_name().into_string(), found.metadata()) {
            let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            entries.push(FileEntry { name: format!("{before}{name}"), modified });
        }
    }
    Ok(entries)
}

impl NewFile for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}
