//! Files that commands write with `-o`: whole or not at all, for the eyes of their owner, and never through a link.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use tempfile::NamedTempFile;

use super::error::{CommandError, Printed};
use crate::text::clean;

/// What happens to a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Existing {
    /// It stays, and nothing is written.
    Kept,
    /// It is replaced once the new one is whole.
    Replaced,
}

impl Existing {
    /// By `--force`.
    pub(super) fn of(forced: bool) -> Self {
        if forced { Self::Replaced } else { Self::Kept }
    }
}

/// Writes what would have been printed into a file instead.
pub(super) fn save(file: &Path, existing: Existing, printed: Printed) -> Result<Printed, CommandError> {
    let write = |out: &mut dyn Write| out.write_all(&printed.bytes);
    to_file(file, existing, write).map_err(|cause| {
        let shown = clean(&file.display().to_string());
        match cause.kind() {
            io::ErrorKind::AlreadyExists => CommandError::Files(format!("{shown} exists; --force replaces it")),
            _ => CommandError::io(&format!("cannot write {shown}"), &cause),
        }
    })?;
    Ok(Printed { bytes: Vec::new(), ..printed })
}

/// Writes a file beside its place and moves it there once it is whole and on the disk.
pub(super) fn to_file<T>(
    file: &Path,
    existing: Existing,
    write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
) -> io::Result<T> {
    let there = fs::symlink_metadata(file).ok();
    if there.as_ref().is_some_and(|there| !there.is_file()) {
        return Err(io::Error::other("it is no plain file, and stays as it is"));
    }
    if there.is_some() && existing == Existing::Kept {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut new = NamedTempFile::new_in(folder)?;
    let written = write(&mut new)?;
    new.as_file().sync_all()?;
    match existing {
        Existing::Kept => new.persist_noclobber(file)?,
        Existing::Replaced => new.persist(file)?,
    };
    Ok(written)
}
