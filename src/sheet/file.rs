//! Files that are written on request: whole or not at all, for the eyes of their owner, and never through a link.

use rustix::process::geteuid;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// What happens to a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Kept,
    /// It is replaced once the new one is whole.
    Replaced,
}

/// Writes a file beside its place and moves it there once it is whole and on the disk.
///
/// # Errors
/// [`ErrorKind::AlreadyExists`] for a file that is kept; that there is something else than a file; what the disk says.
pub fn write<T>(
    file: &Path,
    existing: Existing,
    write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<T>,
) -> io::Result<T> {
    let there = fs::symlink_metadata(file).ok();
    if there.as_ref().is_some_and(|there| !there.is_file()) {
        return Err(io::Error::other("it is no plain file, and stays as it is"));
    }
    if there.is_some() && existing == Existing::Kept {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // The name of the new file beside its place is nobody's business: what goes wrong is said without it.
    let mut new = NamedTempFile::new_in(folder).map_err(|cause| match cause.kind() {
        ErrorKind::NotFound => io::Error::new(ErrorKind::NotFound, "there is no such folder"),
        kind => kind.into(),
    })?;
    let written = write(new.as_file_mut())?;
    new.as_file().sync_all()?;
    match existing {
        Existing::Kept => new.persist_noclobber(file)?,
        Existing::Replaced => new.persist(file)?,
    };
    Ok(written)
}

/// The most files of one name in a folder.
const MOST: u32 = 9999;

/// Writes a new file into a folder under the first free number, `name-1.html`, and says which.
///
/// # Errors
/// As [`write()`]; or that the folder cannot be made.
pub fn write_new(folder: &Path, name: &str, ending: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let is = fs::symlink_metadata(folder)?;
    if !is.is_dir() || is.uid() != geteuid().as_raw() || is.mode() & 0o077 != 0 {
        return Err(io::Error::other("the folder is not of this account alone"));
    }
    for n in 1..=MOST {
        let file = folder.join(format!("{name}-{n}.{ending}"));
        // Whatever has the name keeps it: the next number is taken.
        if fs::symlink_metadata(&file).is_ok() {
            continue;
        }
        match write(&file, Existing::Kept, |out| out.write_all(bytes)) {
            Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {}
            written => return written.map(|()| file),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}
