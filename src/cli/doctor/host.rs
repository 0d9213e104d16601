//! What the administrator of a host has to know: the SSH server, the limits, and the disk of the folder of cases.

use rustix::fs::statfs;
use rustix::process::{Resource, getrlimit};
use std::path::Path;

use super::finding::{Examined, Finding};
use super::{accounts, memory, sshd};
use crate::case::disk::Real;
use crate::cli::args::Global;
use crate::cli::clock;
use crate::cli::error::CommandError;
use crate::cli::host::{self, Account, FILE, Host};
use crate::content::Content;

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

pub(super) fn findings(global: &Global) -> Vec<Finding> {
    let file = global.host_config.as_deref();
    let (host, of_file) = configuration(file);
    let settings = sshd::read();
    let (users, groups) = settings.as_ref().map(sshd::ServerSettings::kiosks).unwrap_or_default();
    let accounts = accounts::of_kiosks(&users, &groups);
    let live = host.content.as_deref().map(|folder| (folder, host::tried(folder, clock::now().date())));
    let mut all = vec![of_file];
    all.extend(languages(&host, live.as_ref().and_then(|(_, tried)| tried.as_ref().ok())));
    all.extend(closed(file, &host, &accounts));
    all.extend(live.map(|(folder, tried)| content(folder, tried)));
    all.extend(sshd::findings(settings, &accounts, host.needs_auth_info));
    all.extend(accounts::folders(&host, &accounts));
    all.push(limits(getrlimit(Resource::Nofile).current));
    all.push(memory::cores());
    match &host.state {
        Some(state) => all.push(kept(state)),
        None => all.extend(Real::of_account().ok().map(|disk| kept(disk.folder()))),
    }
    all
}

/// The file that sets kiosks up; as if there were none where it is wrong.
fn configuration(file: Option<&Path>) -> (Host, Finding) {
    let shown = shown(file);
    match Host::read(file) {
        Ok(host) if host.is_of_file() => {
            (host, Finding::ok(Examined::Configuration, &format!("{shown} sets the kiosks of this host up")))
        }
        Ok(host) => {
            let advice = "kiosks have what the page for administrators (host.md) says of each key; \
                          write the file where that is not meant";
            (host, Finding::note(Examined::Configuration, &format!("there is no {shown}"), advice))
        }
        Err(error) => (Host::default(), wrong(error)),
    }
}

fn shown(file: Option<&Path>) -> String {
    file.unwrap_or(Path::new(FILE)).display().to_string()
}

/// Languages that kiosks are to offer and that their content does not have.
fn languages(host: &Host, live: Option<&Content>) -> Option<Finding> {
    let built_in = if live.is_none() { Content::embedded().ok() } else { None };
    host.offered(live.or(built_in.as_ref())?).err().map(wrong)
}

fn wrong(error: CommandError) -> Finding {
    let said = if let CommandError::Content(problems) = error { problems } else { String::new() };
    let first: Vec<&str> = said.lines().take(2).map(str::trim).collect();
    let text = format!("no kiosk starts: {}", first.join(" "));
    Finding::problem(Examined::Configuration, &text, "`smo --kiosk offices` shows all that is wrong")
}

/// What accounts cannot read: whoever set it up may have left no rights to others.
fn closed(file: Option<&Path>, host: &Host, accounts: &[Account]) -> Vec<Finding> {
    let file = Some(file.unwrap_or(Path::new(FILE))).filter(|_| host.is_of_file());
    let all = [(Examined::Configuration, file), (Examined::Content, host.content.as_deref())];
    let closed = all.into_iter().filter_map(|(check, path)| {
        let (text, advice) = accounts::unreadable(path?, accounts)?;
        Some(Finding::problem(check, &text, &advice))
    });
    closed.collect()
}

/// The content of the host, as it was tried.
fn content(folder: &Path, tried: Result<Content, String>) -> Finding {
    let shown = folder.display();
    match tried {
        Ok(content) => {
            Finding::ok(Examined::Content, &format!("{shown} is what kiosks use, check-code {}", content.check_code))
        }
        Err(why) => Finding::problem(
            Examined::Content,
            &format!("{shown} is not used, but what is built in: {why}"),
            "`smo content check DIR` and `smo content test DIR` show what is wrong",
        ),
    }
}

fn limits(files: Option<u64>) -> Finding {
    match files.filter(|files| *files < FILES) {
        Some(files) => Finding::problem(
            Examined::Limits,
            &format!("an account may have {files} files open"),
            &format!("set the limit of `nofile` to {FILES} or more"),
        ),
        None => Finding::ok(Examined::Limits, "enough files may be open"),
    }
}

/// The disk of a folder, or of what is above it while it is not there.
fn kept(folder: &Path) -> Finding {
    let found = folder.ancestors().find_map(|path| statfs(path).ok());
    let Some(found) = found else {
        return Finding::note(Examined::Disk, "the disk of the folder of cases cannot be told", "look at `df`");
    };
    // The system's number is signed on some machines.
    let number = u64::from(u32::try_from(i128::from(found.f_type) & 0xffff_ffff).unwrap_or_default());
    kind(number)
}

fn kind(number: u64) -> Finding {
    let known = KINDS.iter().find(|(of, ..)| *of == number);
    let Some((_, name, keeps)) = known else {
        return Finding::ok(Examined::Disk, &format!("the disk of the folder of cases is of kind {number:x}"));
    };
    let text = format!("the folder of cases is on {name}");
    match keeps {
        Keeps::Well => Finding::ok(Examined::Disk, &text),
        Keeps::Shared => Finding::note(
            Examined::Disk,
            &text,
            "`smo doctor` says whether files can be locked there; better is a disk of this computer",
        ),
        Keeps::InMemory => Finding::problem(
            Examined::Disk,
            &format!("{text}: cases are gone when the computer is started anew"),
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
