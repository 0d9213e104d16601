//! What can go wrong with a stored case. No error holds anything of a case but its code.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

use super::code::Code;
use super::holder::Holder;

/// Why a case is not saved, read or deleted; says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The environment names no place for state.
    #[error("there is no folder to keep cases in; set HOME or XDG_STATE_HOME")]
    NoHome,
    /// The folder can be changed by others.
    #[error("{} is not private: it belongs to somebody else or is a link; move it away", .0.display())]
    NotPrivate(PathBuf),
    /// Something that is no folder stands in its place.
    #[error("{} is not a folder; move it away", .0.display())]
    NoFolder(PathBuf),
    /// There is no such case.
    #[error("there is no case {0}")]
    NoCase(Code),
    /// Another program has it open. It tells who, unless it is just beginning or ending.
    #[error("case {code} is open at another desk{}; close it there first", Told(holder.as_ref()))]
    HeldBy {
        /// The case.
        code: Code,
        /// Who has it.
        holder: Option<Holder>,
    },
    /// The case was written by a later version.
    #[error("case {code} has format {format}, of a newer smo; open it with that one")]
    Newer {
        /// The case.
        code: Code,
        /// Its format.
        format: u64,
    },
    /// The file is no case.
    #[error("the file of case {code} is damaged{}", Aside(aside.as_deref()))]
    Damaged {
        /// The case.
        code: Code,
        /// The file's new name in the folder, where it was set aside.
        aside: Option<String>,
    },
    /// More than a case can hold.
    #[error("case {0} is too large to be saved; shorten what was typed last")]
    TooLarge(Code),
    /// The record is of another case than the one that is held.
    #[error("case {0} is not open here; open it first")]
    NotHeld(Code),
    /// No free code was found.
    #[error("no free code was found; delete cases that are no longer needed")]
    NoCode,
    /// The disk or the system refused.
    #[error("{doing}: {cause}")]
    Disk {
        /// What was tried.
        doing: Doing,
        /// What was in the way.
        cause: Cause,
    },
}

/// What was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Doing {
    /// Making or looking at the folder.
    #[error("the folder of cases cannot be opened")]
    Opening,
    #[error("the folder of cases cannot be listed")]
    Listing,
    #[error("the case cannot be read")]
    Reading,
    #[error("the case cannot be locked")]
    Locking,
    #[error("the case is not saved")]
    Saving,
    #[error("the case cannot be deleted")]
    Deleting,
    /// Setting a damaged file aside.
    #[error("the damaged file cannot be set aside")]
    SettingAside,
}

/// What was in the way, and what to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Cause {
    /// No room, or no more for this account.
    #[error("the disk is full; make room and it is tried again")]
    Full,
    /// The file system takes no changes.
    #[error("the disk is read-only; ask who runs this computer")]
    ReadOnly,
    #[error("this account is not permitted to; ask who runs this computer")]
    NotPermitted,
    /// The file or folder is gone.
    #[error("the file or its folder is gone; start smo again")]
    Gone,
    /// Something else; the system's number for it, where it gave one.
    #[error("the disk or the system failed{}; ask who runs this computer", Numbered(*.0))]
    Failed(Option<i32>),
}

impl From<&io::Error> for Cause {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::PermissionDenied => Self::NotPermitted,
            ErrorKind::NotFound => Self::Gone,
            _ => Self::Failed(error.raw_os_error()),
        }
    }
}

impl Doing {
    /// What failed while it was done.
    pub(super) fn failed(self, error: &io::Error) -> StoreError {
        StoreError::Disk { doing: self, cause: error.into() }
    }
}

struct Told<'a>(Option<&'a Holder>);

impl fmt::Display for Told<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |holder| write!(f, " ({holder})"))
    }
}

struct Aside<'a>(Option<&'a str>);

impl fmt::Display for Aside<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(name) => write!(f, "; it was set aside as {name}, nothing of it was deleted"),
            None => f.write_str("; opening it at the desk sets it aside"),
        }
    }
}

struct Numbered(Option<i32>);

impl fmt::Display for Numbered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |number| write!(f, " (error {number})"))
    }
}
