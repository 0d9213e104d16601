//! What can go wrong with a stored case. No error contains anything of a case but its code.

#![allow(missing_docs, reason = "the names and messages say it")]

use rustix::io::Errno;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

use super::code::Code;
use super::holder::Holder;

/// Why a case is not saved, read or deleted, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    #[error("there is no folder to keep cases in; set HOME or XDG_STATE_HOME")]
    NoHome,
    #[error("{} is not private: it belongs to somebody else or is a link; move it away", .0.display())]
    NotPrivate(PathBuf),
    #[error("{} is not a folder; move it away", .0.display())]
    NoFolder(PathBuf),
    #[error("there is no case {0}")]
    NoCase(Code),
    /// The holder is not known while the other program is just beginning or ending.
    #[error("case {code} is open at another desk{}; close it there first", in_brackets(holder.as_ref()))]
    HeldBy { code: Code, holder: Option<Holder> },
    #[error("case {code} was taken over by another desk{}; nothing more of it is saved here", in_brackets(holder.as_ref()))]
    TakenOver { code: Code, holder: Option<Holder> },
    #[error("case {code} has format {format}, of a newer smo; open it with that one")]
    Newer { code: Code, format: u64 },
    /// With the file's new name in the folder, where it was set aside.
    #[error("the file of case {code} is damaged{}", set_aside(aside.as_deref()))]
    Damaged { code: Code, aside: Option<String> },
    /// What stands in the place of its file could be anybody's.
    #[error("case {0} is a link, not a file of its own; put the file itself there")]
    Link(Code),
    #[error("case {0} is too large to be saved; shorten what was typed last")]
    TooLarge(Code),
    /// A record was to be saved under the hold on another case.
    #[error("case {0} is not open here; open it first")]
    NotHeld(Code),
    #[error("no free code was found; delete cases that are no longer needed")]
    NoCode,
    #[error("{attempt}: {cause}")]
    Disk { attempt: Attempt, cause: Cause },
}

/// What was attempted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Attempt {
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
    #[error("the damaged file cannot be set aside")]
    SettingAside,
}

/// Why the disk or the system refused, and what to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    #[error("the disk is full; make room and it is tried again")]
    Full,
    #[error("the disk is read-only; ask who runs this computer")]
    ReadOnly,
    #[error("this account is not permitted to; ask who runs this computer")]
    NotPermitted,
    #[error("the file or its folder is gone; start smo again")]
    Gone,
    #[error("the disk of this folder cannot lock files, as some on the network; ask who runs this computer")]
    NoLocks,
    #[error("too many files are open on this computer; close what is not needed and it is tried again")]
    TooManyOpen,
    /// Anything else, with the system's error number.
    #[error("the disk or the system failed{}; ask who runs this computer",
        in_brackets(.0.map(|number| format!("error {number}"))))]
    Failed(Option<i32>),
}

impl From<&io::Error> for Cause {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::PermissionDenied => Self::NotPermitted,
            ErrorKind::NotFound => Self::Gone,
            _ if is_any(error, &[Errno::NOLCK, Errno::OPNOTSUPP, Errno::NOSYS]) => Self::NoLocks,
            _ if is_any(error, &[Errno::MFILE, Errno::NFILE]) => Self::TooManyOpen,
            _ => Self::Failed(error.raw_os_error()),
        }
    }
}

/// Whether an error of the system is one of some.
pub(super) fn is_any(error: &io::Error, some: &[Errno]) -> bool {
    error.raw_os_error().is_some_and(|number| some.iter().any(|one| one.raw_os_error() == number))
}

impl Attempt {
    pub(super) fn failed(self, error: &io::Error) -> StoreError {
        StoreError::Disk { attempt: self, cause: error.into() }
    }
}

fn in_brackets(detail: Option<impl fmt::Display>) -> String {
    detail.map_or_else(String::new, |detail| format!(" ({detail})"))
}

fn set_aside(name: Option<&str>) -> String {
    match name {
        Some(name) => format!("; it was set aside as {name}, nothing of it was deleted"),
        None => "; opening it at the desk sets it aside".to_owned(),
    }
}
