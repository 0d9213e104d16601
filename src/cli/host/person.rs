//! Who is logged in, for the names of folders: the account, or the principal of an SSH certificate where many people have
//! one account.

use rustix::fs::OFlags;
use rustix::process::getuid;
use std::env;
use std::ffi::OsStr;
use std::fs::OpenOptions;
use std::io::Read as _;
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Component, Path, PathBuf};

use super::account::Account;
use super::certificate;

/// The variable by which an SSH server names the file that says how somebody was let in.
pub(in crate::cli) const AUTH_INFO: &str = "SSH_USER_AUTH";

/// Where the server puts such files.
const AUTH_FILES: &str = "/tmp/sshauth.";

/// The most bytes of one.
const MOST: u64 = 1 << 18;

/// The most characters of a name.
const LONGEST: usize = 64;

const USER: &str = "{user}";
const PRINCIPAL: &str = "{principal}";

/// Whether a folder is one of its own for everybody: a part of it is the name of a person, and whole.
pub(super) fn check(path: &Path) -> Result<(), &'static str> {
    let text = path.to_string_lossy();
    let is_name = |part: &str| part == USER || part == PRINCIPAL;
    if text.split('/').any(|part| part.contains(['{', '}']) && !is_name(part)) {
        return Err("a name in braces is `{user}` or `{principal}`, and a whole part of the path");
    }
    if text.split('/').filter(|part| is_name(part)).count() != 1 {
        return Err("this folder would be that of everybody who logs in: it names no person, or two");
    }
    Ok(())
}

/// Whether a folder is named by a certificate's principal.
pub(super) fn is_of_principal(path: &Path) -> bool {
    path.to_string_lossy().split('/').any(|part| part == PRINCIPAL)
}

/// The folder of whoever is logged in.
pub(super) fn named(path: &Path) -> Result<PathBuf, String> {
    let name = if is_of_principal(path) { principal()? } else { account(&Account::all(), getuid().as_raw()) };
    let name = fit(&name).ok_or("the name of who is logged in cannot be that of a folder")?;
    Ok(with_name(path, name))
}

/// The folder of an account; none where folders are not those of accounts.
pub(in crate::cli) fn folder_of(path: &Path, account: &str) -> Option<PathBuf> {
    let name = fit(account).filter(|_| !is_of_principal(path))?;
    Some(with_name(path, name))
}

fn with_name(path: &Path, name: &str) -> PathBuf {
    let is_name = |part: &OsStr| [USER, PRINCIPAL].iter().any(|one| part == *one);
    let parts = path.components().map(Component::as_os_str);
    parts.map(|part| if is_name(part) { name.as_ref() } else { part }).collect()
}

/// A name that leads nowhere else: letters, digits and few signs, none of them first.
fn fit(name: &str) -> Option<&str> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '@' | '+');
    let begins = name.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    (begins && name.len() <= LONGEST && name.chars().all(is_plain)).then_some(name)
}

/// The name of an account by its number: what the environment says of it could be anybody's word. One that is not in the
/// file, but in a directory of the network, has its number for a name.
fn account(accounts: &[Account], number: u32) -> String {
    let found = accounts.iter().find(|account| account.id == number);
    found.map_or_else(|| format!("uid-{number}"), |account| account.name.clone())
}

/// The principal of the certificate that the SSH server let in.
fn principal() -> Result<String, String> {
    let none = "who is logged in cannot be told: set ExposeAuthInfo in sshd_config, and let people in by certificate";
    let path = env::var_os(AUTH_INFO).map(PathBuf::from).ok_or(none)?;
    let text = told(&path).ok_or(none)?;
    certificate::principal(&text).map_err(|error| error.to_string())
}

/// What the server says: in a file of its own that nobody else could have written.
fn told(path: &Path) -> Option<String> {
    let name = path.to_str()?.strip_prefix(AUTH_FILES)?;
    let mut options = OpenOptions::new();
    options.read(true).custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    let file = options.open(path).ok().filter(|_| name.chars().all(|c| c.is_ascii_alphanumeric()))?;
    let found = file.metadata().ok()?;
    let is_own = found.uid() == getuid().as_raw() || found.uid() == 0;
    let is_private = found.is_file() && found.mode() & 0o022 == 0;
    let mut text = String::new();
    file.take(MOST).read_to_string(&mut text).ok().filter(|_| is_own && is_private)?;
    Some(text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use std::fs;

    use super::*;

    #[test]
    fn a_folder_names_one_person_in_a_part_of_its_own() {
        for path in ["/var/lib/smo/{user}", "/var/lib/{principal}/smo", "/{user}"] {
            assert!(check(Path::new(path)).is_ok(), "{path}");
        }
        for path in [
            "/var/lib/smo",
            "/{user}/{principal}",
            "/{user}{user}",
            "/x{user}",
            "/{users}",
            "/{",
            "/}",
            "/{}",
            "/{user}/{x}",
            "/{USER}",
        ] {
            assert!(check(Path::new(path)).is_err(), "{path}");
        }
    }

    #[test]
    fn no_name_leads_elsewhere() {
        for name in ["ana", "Ana-2", "ana@example.org", "a.b", "_x", "9"] {
            assert_eq!(fit(name), Some(name));
        }
        for name in ["", ".", "..", "../x", "a/b", "/", "-x", "a b", "a\n", "a\0", "ñ", "{user}", "~", &"a".repeat(65)]
        {
            assert_eq!(fit(name), None, "{name:?}");
        }
    }

    #[test]
    fn an_account_is_told_by_its_number() {
        let file = "root:x:0:0:root:/root:/bin/sh\nbroken\nana:x:1001:1001::/home/ana:/usr/bin/smo\n:x:7:7::/:\n";
        let all = Account::listed(file);
        assert_eq!(account(&all, 1001), "ana");
        assert_eq!(account(&all, 0), "root");
        assert_eq!(account(&all, 1002), "uid-1002");
        assert_eq!(account(&all, 7), "", "which is no fit name");
        assert_eq!(account(&[], 5), "uid-5");
    }

    #[test]
    fn only_a_file_of_the_server_is_believed() {
        let folder = tempfile::tempdir().unwrap();
        let other = folder.path().join("sshauth.x");
        fs::write(&other, "publickey ssh-ed25519 AAAA").unwrap();
        assert_eq!(told(&other), None, "elsewhere");
        for path in
            ["/etc/passwd", "/tmp/sshauth.", "/tmp/sshauth.x/../../etc/passwd", "/tmp/sshauth.does-not-exist", ""]
        {
            assert_eq!(told(Path::new(path)), None, "{path}");
        }
        let name = |n: u32| PathBuf::from(format!("{AUTH_FILES}smotest{}x{n}", std::process::id()));
        let (file, link) = (name(1), name(2));
        fs::write(&file, "password\n").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert_eq!((told(&file), told(&link)), (Some("password\n".to_owned()), None));
        fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o666)).unwrap();
        assert_eq!(told(&file), None, "anybody's");
        fs::remove_file(file).unwrap();
        fs::remove_file(link).unwrap();
    }
}
