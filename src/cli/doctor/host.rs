//! What the administrator of a host has to know: the SSH server, the limits, and the disk of the folder of cases.

use rustix::fs::statfs;
use rustix::process::{Resource, getrlimit};
use std::path::Path;

use super::finding::{Finding, Topic};
use super::{memory, sshd, state};
use crate::case::disk::Real;
use crate::cli::args::Global;

/// Fewer files than that are open soon at a desk with many people.
const FILES: u64 = 256;

/// How a kind of disk keeps cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keeps {
    Well,
    /// Other computers have it too: whether locks hold is up to it.
    Shared,
    /// Until the computer is started anew.
    InMemory,
}

/// Kinds of disks, by the number that the system gives them.
const KINDS: &[(u64, &str, Keeps)] = &[
    (0xef53, "ext4", Keeps::Well),
    (0x5846_5342, "xfs", Keeps::Well),
    (0x9123_683e, "btrfs", Keeps::Well),
    (0x2fc1_2fc1, "zfs", Keeps::Well),
    (0xf2f5_2010, "f2fs", Keeps::Well),
    (0x794c_7630, "overlay", Keeps::Well),
    (0x6969, "NFS", Keeps::Shared),
    (0xff53_4d42, "CIFS", Keeps::Shared),
    (0xfe53_4d42, "SMB", Keeps::Shared),
    (0x517b, "SMB", Keeps::Shared),
    (0x0102_1997, "9p", Keeps::Shared),
    (0x6573_5546, "FUSE", Keeps::Shared),
    (0x00c3_6400, "Ceph", Keeps::Shared),
    (0x0102_1994, "tmpfs", Keeps::InMemory),
    (0x8584_58f6, "ramfs", Keeps::InMemory),
];

pub(super) fn findings(_global: &Global) -> Vec<Finding> {
    let mut all = sshd::findings(false);
    all.push(limits(getrlimit(Resource::Nofile).current));
    all.push(memory::cores());
    if let Ok(disk) = Real::of_account() {
        all.push(state::folder(disk.folder()));
        all.push(kept(disk.folder()));
    }
    all
}

fn limits(files: Option<u64>) -> Finding {
    match files.filter(|files| *files < FILES) {
        Some(files) => Finding::problem(
            Topic::Limits,
            format!("an account may have {files} files open"),
            format!("set the limit of `nofile` to {FILES} or more"),
        ),
        None => Finding::ok(Topic::Limits, "enough files may be open"),
    }
}

/// The disk of a folder, or of what is above it while it is not there.
fn kept(folder: &Path) -> Finding {
    let found = folder.ancestors().find_map(|path| statfs(path).ok());
    let Some(found) = found else {
        return Finding::note(Topic::Disk, "the disk of the folder of cases cannot be told", "look at `df`");
    };
    // The system's number is signed on some machines.
    let number = u64::from(u32::try_from(i128::from(found.f_type) & 0xffff_ffff).unwrap_or_default());
    kind(number)
}

fn kind(number: u64) -> Finding {
    let known = KINDS.iter().find(|(of, ..)| *of == number);
    let Some((_, name, keeps)) = known else {
        return Finding::ok(Topic::Disk, format!("the disk of the folder of cases is of kind {number:x}"));
    };
    let text = format!("the folder of cases is on {name}");
    match keeps {
        Keeps::Well => Finding::ok(Topic::Disk, text),
        Keeps::Shared => Finding::note(
            Topic::Disk,
            text,
            "`state` above says whether files can be locked there; better is a disk of this computer",
        ),
        Keeps::InMemory => Finding::problem(
            Topic::Disk,
            format!("{text}: cases are gone when the computer is started anew"),
            "put the folder of cases on a disk",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::doctor::finding::Gravity;

    #[test]
    fn disks_that_lose_or_share_cases_are_told() {
        for (number, _, keeps) in KINDS {
            let mark = match keeps {
                Keeps::Well => Gravity::Ok,
                Keeps::Shared => Gravity::Note,
                Keeps::InMemory => Gravity::Problem,
            };
            assert_eq!(kind(*number).mark, mark, "{number:x}");
        }
        assert_eq!(kind(1).mark, Gravity::Ok);
        assert_eq!(limits(Some(64)).mark, Gravity::Problem);
        for files in [None, Some(256), Some(1 << 20)] {
            assert_eq!(limits(files).mark, Gravity::Ok, "{files:?}");
        }
    }
}
