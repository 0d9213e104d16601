//! The content files: those built into the program, or those of a folder.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

pub(super) const MAX_BYTES: u64 = 1 << 20;

/// Name and bytes of every file of `content/`, sorted by name; written by `build.rs`.
static EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

const SUBFOLDERS: [&str; 2] = ["offices", "texts"];

/// A set of content files, by names relative to their folder and with `/`.
pub(super) enum Files {
    Embedded,
    /// Names and paths, sorted by name.
    Folder(Vec<(String, PathBuf)>),
}

/// Why a file cannot be used.
#[derive(Debug, thiserror::Error)]
pub(super) enum ReadError {
    #[error("is {0} bytes; content files are at most 1 MiB ({MAX_BYTES} bytes)")]
    TooLarge(u64),
    #[error("cannot be read: {0}")]
    Io(#[from] io::Error),
}

impl Files {
    pub(super) fn in_folder(folder: &Path) -> io::Result<Self> {
        let mut files = Vec::new();
        list(folder, "", &mut files)?;
        for name in SUBFOLDERS {
            let inner = folder.join(name);
            if inner.is_dir() {
                list(&inner, &format!("{name}/"), &mut files)?;
            }
        }
        files.sort();
        Ok(Self::Folder(files))
    }

    /// All names, sorted.
    pub(super) fn names(&self) -> Vec<String> {
        match self {
            Self::Embedded => EMBEDDED.iter().map(|(name, _)| (*name).to_owned()).collect(),
            Self::Folder(files) => files.iter().map(|(name, _)| name.clone()).collect(),
        }
    }

    /// The bytes of a file; `None` where there is no such file.
    pub(super) fn read(&self, name: &str) -> Option<Result<Cow<'static, [u8]>, ReadError>> {
        match self {
            Self::Embedded => {
                let place = EMBEDDED.binary_search_by(|(n, _)| (*n).cmp(name)).ok()?;
                EMBEDDED.get(place).map(|(_, bytes)| Ok(Cow::Borrowed(*bytes)))
            }
            Self::Folder(files) => {
                let place = files.binary_search_by(|(n, _)| n.as_str().cmp(name)).ok()?;
                files.get(place).map(|(_, path)| read_limited(path).map(Cow::Owned))
            }
        }
    }
}

/// Adds the `.toml` files of a folder, without hidden ones: editors use such names for locks and copies.
fn list(folder: &Path, prefix: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let wanted = path.extension().is_some_and(|e| e == "toml") && !name.starts_with('.');
        if wanted && !path.is_dir() {
            files.push((format!("{prefix}{name}"), path));
        }
    }
    Ok(())
}

/// Reads a file that is not too large. Devices and growing files have no length, so reading is limited too.
fn read_limited(path: &Path) -> Result<Vec<u8>, ReadError> {
    let file = fs::File::open(path)?;
    let length = file.metadata()?.len();
    if length > MAX_BYTES {
        return Err(ReadError::TooLarge(length));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    match u64::try_from(bytes.len()) {
        Ok(length) if length <= MAX_BYTES => Ok(bytes),
        Ok(length) => Err(ReadError::TooLarge(length)),
        Err(_) => Err(ReadError::TooLarge(u64::MAX)),
    }
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
        match fs::read(&path) {
            Ok(there) if there == *bytes => {}
            Ok(_) => {
                let reason = format!("{} is there already and differs; nothing was written", path.display());
                return Err(io::Error::new(io::ErrorKind::AlreadyExists, reason));
            }
            Err(e) if e.kind() == io::ErrorKind::NotFound => missing.push((path, *bytes)),
            Err(e) => return Err(e),
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

/// FNV-1a with 64 bits: the same in every build.
#[derive(Clone, Copy)]
pub(super) struct Hash(u64);

impl Hash {
    pub(super) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    pub(super) fn add(self, bytes: &[u8]) -> Self {
        Self(bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)))
    }

    pub(super) fn value(self) -> u64 {
        self.0
    }

    /// As eight hexadecimal digits.
    pub(super) fn short(self) -> String {
        format!("{:08x}", (self.0 ^ (self.0 >> 32)) & 0xffff_ffff)
    }
}
