//! What the store needs of a disk: one private folder of small files. A test replaces it by a disk that stops after
//! any operation, or fails at any.

#![allow(clippy::missing_errors_doc, missing_docs, reason = "the names say it; errors are those of the system")]

mod real;

use std::fmt;
use std::io;
use std::time::SystemTime;

use super::error::StoreError;

pub use real::Real;

/// What the names of deleted cases begin with, which are in a folder of their own.
pub(super) const IN_TRASH: &str = "trash/";

/// A folder that only its owner can read.
pub trait Disk: fmt::Debug + Send + Sync {
    /// Makes the folder where there is none; an error where others could read it.
    fn prepare(&self) -> Result<(), StoreError>;

    /// Lists the folder without opening a file; what is in the trash has that before its name.
    fn entries(&self) -> io::Result<Vec<FileEntry>>;

    /// The names alone of what is not in the trash, which cost a tenth of that where there are thousands.
    fn names(&self) -> io::Result<Vec<String>> {
        Ok(self.entries()?.into_iter().map(|entry| entry.name).collect())
    }

    /// Reads a file; `None` where it has more than `most` bytes or is no plain file. A link is not followed: `ELOOP`.
    fn read(&self, name: &str, most: usize) -> io::Result<Option<Vec<u8>>>;

    /// Makes a file that only the owner can read; an error where the name is taken.
    fn create(&self, name: &str) -> io::Result<Box<dyn NewFile>>;

    /// Renames a file, replacing any file of that name. The trash is made where there is none.
    fn rename(&self, from: &str, to: &str) -> io::Result<()>;

    fn remove(&self, name: &str) -> io::Result<()>;

    /// Syncs the folder itself: names that were made, changed or removed.
    fn sync_folder(&self) -> io::Result<()>;

    /// Makes and locks a file with a note in it; `None` where another program has it locked. The system releases the
    /// lock when the program ends, however it ends.
    fn lock(&self, name: &str, note: &[u8]) -> io::Result<Option<Box<dyn Lock>>>;

    /// Takes a lock from the program that has it; `None` where yet another one took it just then.
    fn take_lock(&self, name: &str, note: &[u8]) -> io::Result<Option<Box<dyn Lock>>>;

    /// Whether a program has the file locked.
    fn is_locked(&self, name: &str) -> io::Result<bool>;
}

/// A file that is being written.
pub trait NewFile {
    /// Writes all bytes; after an error some may be written.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;

    fn sync(&mut self) -> io::Result<()>;
}

/// A lock. Dropping it removes the file and releases the lock.
pub trait Lock: fmt::Debug + Send + Sync {
    /// Whether no other program has taken it.
    fn is_held(&self) -> bool;
}

/// A file of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEntry {
    pub name: String,
    pub modified: SystemTime,
}
