//! What the store needs of a disk: one private folder of small files. Small enough that a test can stand in for it,
//! cut it off after any operation and refuse any of them.

mod real;

use std::fmt;
use std::io;
use std::time::SystemTime;

use super::error::StoreError;

pub use real::Real;

/// A folder that only its owner can read.
pub trait Disk: fmt::Debug + Send + Sync {
    /// Makes the folder where there is none.
    ///
    /// # Errors
    /// It cannot be made, or others could read it.
    fn prepare(&self) -> Result<(), StoreError>;

    /// What is in the folder, without looking into any file.
    ///
    /// # Errors
    /// As the system says.
    fn entries(&self) -> io::Result<Vec<Entry>>;

    /// The content of a file; none where it has more than `most` bytes or is no plain file.
    ///
    /// # Errors
    /// As the system says.
    fn read(&self, name: &str, most: usize) -> io::Result<Option<Vec<u8>>>;

    /// Makes a new file that only the owner can read.
    ///
    /// # Errors
    /// As the system says; also where the name is taken.
    fn create(&self, name: &str) -> io::Result<Box<dyn NewFile>>;

    /// Gives a file another name, in place of any file that has it.
    ///
    /// # Errors
    /// As the system says.
    fn rename(&self, from: &str, to: &str) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// As the system says.
    fn remove(&self, name: &str) -> io::Result<()>;

    /// Waits until names that were made, changed and removed are on the disk.
    ///
    /// # Errors
    /// As the system says.
    fn sync_folder(&self) -> io::Result<()>;

    /// Locks a file, which is made for it, and writes a note into it; none where another program has it locked. The
    /// system lets go of it when the program ends, however it ends.
    ///
    /// # Errors
    /// As the system says.
    fn lock(&self, name: &str, note: &[u8]) -> io::Result<Option<Box<dyn Lock>>>;

    /// Whether a program has the file locked.
    ///
    /// # Errors
    /// As the system says.
    fn is_locked(&self, name: &str) -> io::Result<bool>;
}

/// A file that is being written.
pub trait NewFile {
    /// Writes all bytes.
    ///
    /// # Errors
    /// As the system says; some bytes may have been written.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Waits until what was written is on the disk.
    ///
    /// # Errors
    /// As the system says.
    fn sync(&mut self) -> io::Result<()>;
}

/// A lock. Dropping it removes the file and lets go of it.
pub trait Lock: fmt::Debug + Send + Sync {}

/// A file of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Entry {
    pub name: String,
    pub modified: SystemTime,
}
