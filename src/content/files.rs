//! The content files: those built into the program, or those of a folder.

use rustix::fs::OFlags;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

const MAX_BYTES: u64 = 1 << 20;

/// Name and bytes of every file of `content/`, sorted by name; written by `build.rs`.
static EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

const SUBFOLDERS: [&str; 2] = ["offices", "texts"];

/// The words of the program as it was built, beside those that a folder puts in its own way.
pub(super) const BUILT_IN_INTERFACE: &str = "built-in/interface.toml";

/// A set of content files, by names relative to their folder and with `/`.
pub(super) struct Files(BTreeMap<String, Place>);

enum Place {
    Embedded(&'static [u8]),
    /// Built into the program, and taken by a folder that has no such file of its own.
    Lent(&'static [u8]),
    Folder(PathBuf),
}

/// Why a file cannot be used.
#[derive(Debug, thiserror::Error)]
pub(super) enum ReadError {
    #[error("is {0} bytes; content files are at most 1 MiB ({MAX_BYTES} bytes)")]
    TooLarge(u64),
    #[error("is no file but a pipe, a device or the like; content files are plain files")]
    NoFile,
    #[error("cannot be read: {0}")]
    Io(#[from] io::Error),
}

impl Files {
    pub(super) fn embedded() -> Self {
        Self(EMBEDDED.iter().map(|(name, bytes)| ((*name).to_owned(), Place::Embedded(bytes))).collect())
    }

    pub(super) fn in_folder(folder: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        list(folder, "", &mut files)?;
        for name in SUBFOLDERS {
            let inner = folder.join(name);
            if inner.is_dir() {
                list(&inner, &format!("{name}/"), &mut files)?;
            }
        }
        let mut files = Self(files);
        files.lend("interface.toml", BUILT_IN_INTERFACE);
        // Its names of countries are those of the other file.
        if !files.has("countries.toml") {
            files.lend("countries.toml", "countries.toml");
            files.lend("hearing.toml", "hearing.toml");
        }
        Ok(files)
    }

    /// Adds a file of the program under a name that the folder does not use.
    fn lend(&mut self, file: &str, name: &str) {
        if let Some((_, bytes)) = EMBEDDED.iter().find(|(embedded, _)| *embedded == file) {
            self.0.entry(name.to_owned()).or_insert(Place::Lent(bytes));
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Whether a file is one of the program, in languages that the folder may not have.
    pub(super) fn is_lent(&self, name: &str) -> bool {
        matches!(self.0.get(name), Some(Place::Lent(_)))
    }

    /// All names, sorted.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The bytes of a file; `None` where there is no such file.
    pub(super) fn read(&self, name: &str) -> Option<Result<Cow<'static, [u8]>, ReadError>> {
        Some(match self.0.get(name)? {
            Place::Embedded(bytes) | Place::Lent(bytes) => Ok(Cow::Borrowed(bytes)),
            Place::Folder(path) => read_limited(path).map(Cow::Owned),
        })
    }
}

/// What is different once a file of a content folder is: another is there, or it was written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FolderStamp(u64);

/// The stamp of a content folder, without reading a file in it; none where the folder or a file cannot be seen.
pub fn folder_stamp(folder: &Path) -> Option<FolderStamp> {
    let files = Files::in_folder(folder).ok()?;
    let mut stamp = NO_BYTES;
    for (name, place) in &files.0 {
        let Place::Folder(path) = place else { continue };
        let found = fs::metadata(path).ok()?;
        let seen = format!("{name} {} {} {} {};", found.ino(), found.len(), found.mtime(), found.mtime_nsec());
        stamp = hash(stamp, seen.as_bytes());
    }
    Some(FolderStamp(stamp))
}

/// Adds the `.toml` files of a folder, without hidden ones: editors use such names for locks and copies.
fn list(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Place>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let wanted = path.extension().is_some_and(|e| e == "toml") && !name.starts_with('.');
        if wanted && !path.is_dir() {
            files.insert(format!("{prefix}{name}"), Place::Folder(path));
        }
    }
    Ok(())
}

/// Reads a file that is not too large. Devices and growing files have no length, so reading is limited too.
fn read_limited(path: &Path) -> Result<Vec<u8>, ReadError> {
    // A pipe would be waited for until somebody writes into it; to open a device can do anything.
    if !fs::metadata(path)?.is_file() {
        return Err(ReadError::NoFile);
    }
    let mut options = fs::OpenOptions::new();
    options.read(true).custom_flags(OFlags::NONBLOCK.bits().cast_signed());
    let file = options.open(path)?;
    let length = file.metadata()?.len();
    let mut bytes = Vec::new();
    let read = file.take(MAX_BYTES + 1).read_to_end(&mut bytes)? as u64;
    if read > MAX_BYTES { Err(ReadError::TooLarge(length.max(read))) } else { Ok(bytes) }
}

/// Writes the content that the program was built with into a folder, to be edited there.
///
/// A file that already holds the same bytes is left as it is. Returns the files written.
///
/// # Errors
/// A file with other content exists (nothing is written then), or a file cannot be written.
pub fn export(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut missing = Vec::new();
    for (name, bytes) in EMBEDDED {
        let path = folder.join(name);
        match read_limited(&path) {
            Ok(there) if there == *bytes => {}
            Ok(_) | Err(ReadError::TooLarge(_) | ReadError::NoFile) => {
                let reason = format!("{} is there already and differs; nothing was written", path.display());
                return Err(io::Error::new(io::ErrorKind::AlreadyExists, reason));
            }
            Err(ReadError::Io(e)) if e.kind() == io::ErrorKind::NotFound => missing.push((path, *bytes)),
            Err(ReadError::Io(e)) => return Err(e),
        }
    }
    for (path, bytes) in &missing {
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::File::create_new(path)?.write_all(bytes)?;
    }
    Ok(missing.into_iter().map(|(path, _)| path).collect())
}

/// What [`hash`] begins with.
pub(super) const NO_BYTES: u64 = 0xcbf2_9ce4_8422_2325;

/// Continues a hash after FNV-1a with 64 bits: the same in every build.
pub(super) fn hash(before: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(before, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
