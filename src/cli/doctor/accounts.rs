//! The accounts that can do nothing else than the desk: which they are, and whether the host's files and folders let them
//! work.

use std::fs::{self, Metadata};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use super::finding::{Examined, Finding};
use crate::cli::host::{Host, folder_of};

/// The program's name, as that of a login shell.
const PROGRAM: &str = "smo";

/// The right of others to read a file, and to pass a folder.
const READ: u32 = 0o004;
const PASS: u32 = 0o001;

/// Every right of anybody but the owner.
const OF_OTHERS: u32 = 0o077;

/// An account of this host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Account {
    pub(super) name: String,
    id: u32,
    group: u32,
    shell: String,
}

/// Those of `/etc/passwd`.
fn all(text: &str) -> Vec<Account> {
    let account = |line: &str| {
        let fields: Vec<&str> = line.split(':').collect();
        let [name, _, id, group, _, _, shell] = fields.as_slice() else { return None };
        let (id, group) = (id.parse().ok()?, group.parse().ok()?);
        Some(Account { name: (*name).to_owned(), id, group, shell: (*shell).to_owned() })
    };
    text.lines().filter_map(account).collect()
}

/// Those that have the program for their shell, and those whom the SSH server's settings name, by themselves or by their
/// group.
pub(super) fn of_kiosks(users: &[String], groups: &[String]) -> Vec<Account> {
    let read = |file: &str| fs::read_to_string(file).unwrap_or_default();
    among(&all(&read("/etc/passwd")), &read("/etc/group"), users, groups)
}

fn among(accounts: &[Account], group_file: &str, users: &[String], groups: &[String]) -> Vec<Account> {
    let named: Vec<Vec<&str>> = group_file.lines().map(|line| line.split(':').collect()).collect();
    let is_in = |account: &Account, wanted: &String| {
        named.iter().any(|fields| match fields.as_slice() {
            [name, _, id, members] if name == wanted => {
                id.parse() == Ok(account.group) || members.split(',').any(|member| member == account.name)
            }
            _ => false,
        })
    };
    let is_kiosk = |account: &&Account| {
        Path::new(&account.shell).file_name().is_some_and(|name| name == PROGRAM)
            || users.contains(&account.name)
            || groups.iter().any(|group| is_in(account, group))
    };
    accounts.iter().filter(is_kiosk).cloned().collect()
}

/// What keeps any account from a file or a folder of the host: each folder on the way has to let others pass.
pub(super) fn unreadable(path: &Path) -> Option<PathBuf> {
    let lacks = |at: &Path, right: u32| fs::metadata(at).is_ok_and(|found| found.mode() & right != right);
    let own = if path.is_dir() { READ | PASS } else { READ };
    let above = path.ancestors().skip(1).find(|folder| lacks(folder, PASS));
    above.or_else(|| Some(path).filter(|path| lacks(path, own))).map(Path::to_path_buf)
}

/// The folders of each account, as the host's file names them.
pub(super) fn folders(host: &Host, accounts: &[Account]) -> Vec<Finding> {
    let kinds = [("cases", &host.state), ("sheets", &host.sheets)];
    let kept = kinds.iter().filter_map(|(what, path)| Some((*what, path.as_ref()?)));
    let each = kept.flat_map(|(what, path)| {
        accounts.iter().filter_map(move |account| {
            let folder = folder_of(path, &account.name)?;
            let why = unfit(&folder, account)?;
            let text = format!("the folder of {what} of {}, {}, {why}", account.name, folder.display());
            let advice = format!("install -d -m 700 -o {0} -g \"$(id -gn {0})\" {1}", account.name, folder.display());
            Some(Finding::problem(Examined::Accounts, &text, &advice))
        })
    });
    let found: Vec<Finding> = each.collect();
    if !found.is_empty() {
        return found;
    }
    let all: Vec<&str> = accounts.iter().map(|account| account.name.as_str()).collect();
    vec![if all.is_empty() {
        Finding::note(
            Examined::Accounts,
            "no account is a kiosk: none has the program for its shell, or is named beside `smo --kiosk`",
            "the page for administrators (host.md) shows how one is made",
        )
    } else {
        Finding::ok(Examined::Accounts, &format!("kiosks: {}", all.join(", ")))
    }]
}

fn unfit(folder: &Path, account: &Account) -> Option<String> {
    let is_closed = |found: &Metadata| found.uid() == account.id && found.mode() & OF_OTHERS == 0;
    match fs::symlink_metadata(folder) {
        Ok(found) if !found.is_dir() => Some("is no folder".to_owned()),
        Ok(found) if is_closed(&found) => None,
        Ok(_) => Some("belongs to another account, or others can read it".to_owned()),
        Err(_) => {
            let parent = folder.parent().and_then(|parent| fs::metadata(parent).ok())?;
            (parent.uid() != account.id).then(|| "is missing, and the account cannot make it".to_owned())
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    pub(in super::super) fn named(names: &[&str]) -> Vec<Account> {
        let of = |name: &&str| Account { name: (*name).to_owned(), id: 1001, group: 5, shell: "/usr/bin/smo".into() };
        names.iter().map(of).collect()
    }

    #[test]
    fn kiosks_are_told_by_their_shell_their_group_and_their_name() {
        let accounts = all("root:x:0:0::/root:/bin/sh\nana:x:1001:5::/home/ana:/usr/bin/smo\nbroken\n\
                            bob:x:1002:7::/home/bob:/bin/sh\neva:x:1003:5::/home/eva:/bin/sh\nuri:x:1004:5::/:/bin/sh\n");
        let groups = "desk:x:7:eva,zoe\nother:x:8:uri\n";
        let told = |users: &[&str], named: &[&str]| {
            let own = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
            let found = among(&accounts, groups, &own(users), &own(named));
            found.into_iter().map(|account| account.name).collect::<Vec<_>>()
        };
        assert_eq!(told(&[], &[]), ["ana"]);
        assert_eq!(told(&[], &["desk"]), ["ana", "bob", "eva"]);
        assert_eq!(told(&["uri"], &["nosuch"]), ["ana", "uri"]);
    }

    #[test]
    fn what_keeps_an_account_out_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let (inner, file) = (folder.path().join("a"), folder.path().join("a/b"));
        fs::create_dir(&inner).unwrap();
        fs::write(&file, "").unwrap();
        for (of_folder, of_inner, of_file, expected) in [
            (0o755, 0o755, 0o644, None),
            (0o711, 0o711, 0o644, None),
            (0o700, 0o755, 0o644, Some(folder.path())),
            (0o755, 0o750, 0o644, Some(inner.as_path())),
            (0o755, 0o755, 0o640, Some(file.as_path())),
        ] {
            for (path, mode) in [(&file, of_file), (&inner, of_inner), (&folder.path().to_path_buf(), of_folder)] {
                fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
            }
            assert_eq!(unreadable(&file).as_deref(), expected);
        }
    }

    #[test]
    fn a_folder_is_the_accounts_own_and_closed() {
        let above = tempfile::tempdir().unwrap();
        let own = Account {
            name: "ana".into(),
            id: fs::metadata(above.path()).unwrap().uid(),
            group: 0,
            shell: String::new(),
        };
        let other = Account { id: own.id + 1, ..own.clone() };
        let folder = above.path().join("ana");
        assert_eq!(unfit(&folder, &own), None, "it can make it");
        assert!(unfit(&folder, &other).unwrap().contains("missing"));
        fs::create_dir(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        assert!(unfit(&folder, &own).is_some());
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
        assert_eq!(unfit(&folder, &own), None);
        assert!(unfit(&folder, &other).is_some());
        symlink(&folder, above.path().join("link")).unwrap();
        assert_eq!(unfit(&above.path().join("link"), &own).as_deref(), Some("is no folder"));
    }
}
