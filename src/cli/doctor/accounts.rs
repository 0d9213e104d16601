//! The accounts that can do nothing else than the desk: which they are, and whether the host's files and folders let them
//! work.

use std::fs::{self, DirEntry, Metadata};
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use super::finding::{Examined, Finding};
use crate::cli::host::{Account, Host, folder_of};

/// The program's name, as that of a login shell.
const PROGRAM: &str = "smo";

/// The rights to read a file, to make one in a folder, and to pass a folder.
const READ: u32 = 4;
const MAKE: u32 = 2;
const PASS: u32 = 1;

/// Every right of anybody but the owner.
const OF_OTHERS: u32 = 0o077;

impl Account {
    /// One that owns nothing and is in no group: for what everybody has to reach.
    fn anybody() -> Self {
        Self { name: "other accounts".to_owned(), id: u32::MAX, group: u32::MAX, shell: String::new() }
    }

    /// Whether the program itself is its shell.
    pub(super) fn has_program(&self) -> bool {
        Path::new(&self.shell).file_name().is_some_and(|name| name == PROGRAM)
    }

    /// Whether it has a right, by itself or by its group. What further groups it is in is not looked at.
    fn may(&self, found: &Metadata, right: u32) -> bool {
        let shift = if found.uid() == self.id {
            6
        } else if found.gid() == self.group {
            3
        } else {
            0
        };
        (found.mode() >> shift) & right == right
    }

    /// The folder above a path that it cannot pass.
    fn stopped_above(&self, path: &Path) -> Option<PathBuf> {
        let stops = |folder: &&Path| fs::metadata(folder).is_ok_and(|found| !self.may(&found, PASS));
        path.ancestors().skip(1).find(stops).map(Path::to_path_buf)
    }
}

/// Those that have the program for their shell, and those whom the SSH server's settings name, by themselves or by their
/// group.
pub(super) fn of_kiosks(users: &[String], groups: &[String]) -> Vec<Account> {
    let group_file = fs::read_to_string("/etc/group").unwrap_or_default();
    among(&Account::all(), &group_file, users, groups)
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
        account.has_program() || users.contains(&account.name) || groups.iter().any(|group| is_in(account, group))
    };
    accounts.iter().filter(is_kiosk).cloned().collect()
}

/// What keeps an account from a file or a whole folder of the host, in words, and what repairs it.
pub(super) fn unreadable(path: &Path, accounts: &[Account]) -> Option<(String, String)> {
    let real = fs::canonicalize(path).ok()?;
    let anybody = [Account::anybody()];
    let accounts = if accounts.is_empty() { &anybody } else { accounts };
    accounts.iter().find_map(|account| {
        let (closed, repair) = match account.stopped_above(&real) {
            Some(folder) => (folder.clone(), format!("`chmod o+x {}`", folder.display())),
            None => (closed_within(&real, account)?, format!("`chmod -R o+rX {}`", real.display())),
        };
        let text = format!("{} cannot be read by {}: {} is closed", path.display(), account.name, closed.display());
        Some((text, repair))
    })
}

/// The first of a file, or of a folder and all in it, that an account cannot read.
fn closed_within(path: &Path, account: &Account) -> Option<PathBuf> {
    let found = fs::metadata(path).ok()?;
    let right = if found.is_dir() { READ | PASS } else { READ };
    if !account.may(&found, right) {
        return Some(path.to_path_buf());
    }
    // A link is not followed: it may lead back.
    let is_no_link = |entry: &DirEntry| entry.file_type().is_ok_and(|kind| !kind.is_symlink());
    let inner = fs::read_dir(path).into_iter().flatten().flatten().filter(is_no_link);
    inner.map(|entry| entry.path()).find_map(|path| closed_within(&path, account))
}

/// The folders of each account, as the host's file names them.
pub(super) fn folders(host: &Host, accounts: &[Account]) -> Vec<Finding> {
    let kinds = [("cases", &host.state), ("sheets", &host.sheets)];
    let kept = kinds.iter().filter_map(|(what, path)| Some((*what, path.as_ref()?)));
    let each = kept.flat_map(|(what, path)| {
        accounts.iter().filter_map(move |account| {
            let Account { name, .. } = account;
            let Some(folder) = folder_of(path, name) else {
                let text = format!("{name} cannot be the name of a folder: its kiosk does not start");
                let advice = "give the account a name of letters, digits and few signs";
                return (!host.needs_auth_info).then(|| Finding::problem(Examined::Accounts, &text, advice));
            };
            let why = folder_problem(&folder, account)?;
            let text = format!("the folder of {what} of {name}, {}, {why}", folder.display());
            Some(Finding::problem(Examined::Accounts, &text, &repair(&folder, account)))
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
            "no account of /etc/passwd is a kiosk: none has the program for its shell, or is named beside `smo --kiosk`",
            "the page for administrators (host.md) shows how one is made",
        )
    } else {
        Finding::ok(Examined::Accounts, &format!("kiosks: {}", all.join(", ")))
    }]
}

/// Why an account cannot keep anything in a folder.
fn folder_problem(folder: &Path, account: &Account) -> Option<String> {
    if let Some(above) = account.stopped_above(folder) {
        return Some(format!("cannot be reached: {} is closed to the account", above.display()));
    }
    let is_closed = |found: &Metadata| found.uid() == account.id && found.mode() & OF_OTHERS == 0;
    match fs::symlink_metadata(folder) {
        Ok(found) if !found.is_dir() => Some("is no folder".to_owned()),
        Ok(found) if is_closed(&found) => None,
        Ok(_) => Some("belongs to another account, or others can read it".to_owned()),
        Err(cause) if cause.kind() == ErrorKind::NotFound => {
            let above = folder.parent().and_then(|parent| fs::metadata(parent).ok());
            let can_be_made = above.is_some_and(|above| account.may(&above, MAKE | PASS));
            (!can_be_made).then(|| "is missing, and the account cannot make it".to_owned())
        }
        Err(cause) => Some(format!("cannot be looked at: {cause}")),
    }
}

/// The command that makes a folder one that an account can use.
fn repair(folder: &Path, account: &Account) -> String {
    let name = &account.name;
    account.stopped_above(folder).map_or_else(
        || format!("`install -d -m 700 -o {name} -g \"$(id -gn {name})\" {}`", folder.display()),
        |above| format!("`chmod o+x {}`", above.display()),
    )
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
        let accounts = Account::listed(
            "root:x:0:0::/root:/bin/sh\nana:x:1001:5::/home/ana:/usr/bin/smo\nbroken\n\
                            bob:x:1002:7::/home/bob:/bin/sh\neva:x:1003:5::/home/eva:/bin/sh\nuri:x:1004:5::/:/bin/sh\n",
        );
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

    /// Within a folder: what is above the place for temporary files is as it is.
    #[test]
    fn what_an_account_cannot_read_in_a_folder_is_named() {
        let place = tempfile::tempdir().unwrap();
        let (content, inner, file) = (place.path().join("a"), place.path().join("a/b"), place.path().join("a/b/c"));
        fs::create_dir_all(&inner).unwrap();
        fs::write(&file, "").unwrap();
        for (of_content, of_inner, of_file, expected) in [
            (0o755, 0o755, 0o644, None),
            (0o755, 0o711, 0o644, Some(&inner)),
            (0o750, 0o755, 0o644, Some(&content)),
            (0o755, 0o755, 0o640, Some(&file)),
        ] {
            for (path, mode) in [(&file, of_file), (&inner, of_inner), (&content, of_content)] {
                fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
            }
            assert_eq!(closed_within(&content, &Account::anybody()).as_ref(), expected);
            let found = fs::metadata(place.path()).unwrap();
            let owner = Account { id: found.uid(), ..Account::anybody() };
            assert_eq!(closed_within(&content, &owner), None, "the owner reads all");
            let of_group = Account { group: found.gid(), ..Account::anybody() };
            let closed = closed_within(&content, &of_group);
            assert_eq!(
                closed.as_ref(),
                expected.filter(|_| of_inner == 0o711),
                "so does the group, but for what is closed to it"
            );
        }
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        for n in 0..40 {
            symlink(&content, inner.join(format!("back{n}"))).unwrap();
        }
        assert_eq!(closed_within(&content, &Account::anybody()), None, "links that lead back are not followed");
        fs::set_permissions(&content, fs::Permissions::from_mode(0o700)).unwrap();
        assert_eq!(Account::anybody().stopped_above(&inner).as_ref(), Some(&content));
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
        assert_eq!(folder_problem(&folder, &own), None, "it can make it");
        assert!(folder_problem(&folder, &other).is_some());
        assert!(folder_problem(&above.path().join("no/ana"), &own).unwrap().contains("missing"), "not two at once");
        fs::create_dir(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        assert!(folder_problem(&folder, &own).is_some());
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
        assert_eq!(folder_problem(&folder, &own), None);
        assert!(folder_problem(&folder, &other).is_some());
        symlink(&folder, above.path().join("link")).unwrap();
        assert_eq!(folder_problem(&above.path().join("link"), &own).as_deref(), Some("is no folder"));
        assert_eq!(folder_problem(&folder.join("x/y"), &other).map(|why| why.contains("reached")), Some(true));
    }
}
