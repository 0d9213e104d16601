//! What the settings of the SSH server let people do who only have this program. The server itself is asked what it does
//! for each account, where root asks; else its files are read, and a setting counts wherever it stands.

use rustix::process::geteuid;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::finding::{Examined, Finding};
use crate::cli::host::Account;

/// Where they are.
const MAIN: &str = "/etc/ssh/sshd_config";

/// What a client may bring: the names of the locale and of colours.
const BRINGS: &[&str] = &["LANG", "LC_*", "LANGUAGE", "COLORTERM", "NO_COLOR", "TERM"];

/// How deep files may include others.
const DEPTH: usize = 8;

/// Where the server may be.
const SERVERS: [&str; 2] = ["/usr/sbin/sshd", "/usr/local/sbin/sshd"];

/// What was said of one thing, in the order in which it stands.
#[derive(Debug, Default)]
pub(super) struct ServerSettings(Vec<(String, String)>);

/// What the files of settings say.
pub(super) fn read() -> io::Result<ServerSettings> {
    let mut settings = ServerSettings::default();
    settings.read(Path::new(MAIN), DEPTH).map(|()| settings)
}

/// What of the settings is to be known.
pub(super) fn findings(
    settings: io::Result<ServerSettings>,
    accounts: &[Account],
    needs_auth_info: bool,
) -> Vec<Finding> {
    let settings = match settings {
        Ok(settings) => settings,
        Err(cause) => {
            let text = format!("{MAIN} cannot be read: {cause}");
            let advice = "run it as root, or read the page for administrators (host.md) beside that file";
            return vec![Finding::note(Examined::Sshd, &text, advice)];
        }
    };
    let server = SERVERS.iter().find(|path| Path::new(path).is_file()).filter(|_| geteuid().is_root());
    match server.filter(|_| !accounts.is_empty()) {
        Some(server) => of_accounts(accounts, needs_auth_info, |account| effective(server, account)),
        None => settings.findings(None, needs_auth_info),
    }
}

/// What is to be known of what the server does for each account; what is so for several is told once.
fn of_accounts(
    accounts: &[Account],
    needs_auth_info: bool,
    effective: impl Fn(&Account) -> Result<ServerSettings, String>,
) -> Vec<Finding> {
    let mut found: BTreeMap<String, (Finding, Vec<&str>)> = BTreeMap::new();
    for account in accounts {
        let settings = match effective(account) {
            Ok(settings) => settings,
            Err(cause) => {
                let text = format!("sshd does not take its settings: {cause}");
                return vec![Finding::problem(Examined::Sshd, &text, "`sshd -t` says where they are wrong")];
            }
        };
        for finding in settings.findings(Some(account), needs_auth_info) {
            let (_, names) = found.entry(finding.text.clone()).or_insert_with(|| (finding, Vec::new()));
            names.push(&account.name);
        }
    }
    let named = |(finding, names): (Finding, Vec<&str>)| Finding {
        text: format!("{}: {}", names.join(", "), finding.text),
        ..finding
    };
    found.into_values().map(named).collect()
}

/// What the server does for an account, by its own word.
fn effective(server: &str, account: &Account) -> Result<ServerSettings, String> {
    let of = format!("user={},host=localhost,addr=127.0.0.1,laddr=127.0.0.1,lport=22", account.name);
    let told = Command::new(server).args(["-T", "-C", &of]).output().map_err(|cause| cause.to_string())?;
    if !told.status.success() {
        let said = String::from_utf8_lossy(&told.stderr);
        return Err(said.lines().map(str::trim).collect::<Vec<_>>().join("; "));
    }
    let mut settings = ServerSettings::default();
    settings.add(&String::from_utf8_lossy(&told.stdout), 0);
    Ok(settings)
}

impl ServerSettings {
    fn read(&mut self, file: &Path, depth: usize) -> io::Result<()> {
        self.add(&fs::read_to_string(file)?, depth);
        Ok(())
    }

    fn add(&mut self, text: &str, depth: usize) {
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            let Some((name, value)) = line.split_once(|c: char| c.is_whitespace() || c == '=') else { continue };
            let (name, value) = (name.to_ascii_lowercase(), value.trim_matches([' ', '\t', '=', '"']).to_owned());
            if name == "include" && depth > 0 {
                for file in included(&value) {
                    // What cannot be read is as if it were not there: the server says more of it.
                    let _ = self.read(&file, depth - 1);
                }
            }
            self.0.push((name, value));
        }
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(said, _)| said == name).map(|(_, value)| value.as_str())
    }

    fn says(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|said| said.eq_ignore_ascii_case(value))
    }

    /// The accounts and the groups for which a kiosk is started.
    pub(super) fn kiosks(&self) -> (Vec<String>, Vec<String>) {
        let (mut users, mut groups, mut matched) = (Vec::new(), Vec::new(), Vec::new());
        for (name, value) in &self.0 {
            if name == "match" {
                matched = value.split_whitespace().collect();
            } else if name == "forcecommand" && is_kiosk_command(value) {
                for pair in matched.chunks_exact(2) {
                    let [kind, names] = pair else { continue };
                    let list = match kind.to_ascii_lowercase().as_str() {
                        "user" => &mut users,
                        "group" => &mut groups,
                        _ => continue,
                    };
                    list.extend(names.split(',').map(str::to_owned));
                }
            }
        }
        (users, groups)
    }

    fn forces_kiosk(&self) -> bool {
        self.all("forcecommand").any(is_kiosk_command)
    }

    /// Whether an account's login is no kiosk: neither is one forced, nor is its shell one to which everything is left.
    fn opens(&self, account: &Account) -> bool {
        // The server gives files away by itself, before the account's shell is started.
        let gives_files = self.all("subsystem").any(|line| line.contains("internal-sftp"));
        let forces_other = self.all("forcecommand").any(|command| command != "none");
        !self.forces_kiosk() && (!account.has_program() || gives_files || forces_other)
    }

    /// What is to be known of them: those of a kiosk's account, or else what stands anywhere in the files.
    fn findings(&self, account: Option<&Account>, needs_auth_info: bool) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut tell = |is: bool, make: fn(Examined, &str, &str) -> Finding, text: &str, advice: &str| {
            if is {
                found.push(make(Examined::Sshd, text, advice));
            }
        };
        let is_kiosk = account.is_some() || self.forces_kiosk();
        let brought = self.all("acceptenv").flat_map(str::split_whitespace).find(|name| !BRINGS.contains(name));
        let brought = brought.map(|name| format!("AcceptEnv {name}: clients set variables for programs of this host"));
        let note: fn(Examined, &str, &str) -> Finding = Finding::note;
        let problem: fn(Examined, &str, &str) -> Finding = Finding::problem;
        let lines = "the page for administrators (host.md) shows the lines for a kiosk";
        match account {
            Some(account) => {
                tell(self.opens(account), problem, "no ForceCommand with `smo --kiosk`: the login is no kiosk", lines);
            }
            None => tell(!self.forces_kiosk(), note, "no ForceCommand with `smo --kiosk`", lines),
        }
        tell(brought.is_some(), problem, &brought.unwrap_or_default(), "accept LANG and LC_* alone");
        tell(
            self.says("permituserenvironment", "yes"),
            problem,
            "PermitUserEnvironment yes: accounts set variables before any program starts",
            "set it to no",
        );
        tell(self.says("permittty", "no"), problem, "PermitTTY no: the desk has no terminal", "set PermitTTY yes");
        tell(
            is_kiosk && !self.says("disableforwarding", "yes"),
            problem,
            "DisableForwarding is not set: a kiosk login can reach other computers through this one",
            "set DisableForwarding yes for the kiosk's accounts",
        );
        tell(
            is_kiosk && !self.says("permituserrc", "no"),
            problem,
            "PermitUserRC is not set to no: a file of the account is run by a shell before the kiosk",
            "set PermitUserRC no for the kiosk's accounts",
        );
        tell(
            needs_auth_info && !self.says("exposeauthinfo", "yes"),
            problem,
            "ExposeAuthInfo is not set, and the folder of cases is named by {principal}",
            "set ExposeAuthInfo yes",
        );
        tell(
            !self.all("clientaliveinterval").any(|seconds| seconds.trim_end_matches('m') != "0"),
            note,
            "ClientAliveInterval is not set: a line that drops without a word is not noticed",
            "set ClientAliveInterval 60; cases of frozen desks can be taken over meanwhile",
        );
        if found.is_empty() {
            let as_far = if account.is_none() { ", as far as its files tell; root can ask it" } else { "" };
            let text = format!("the settings of sshd are as a kiosk needs them{as_far}");
            found.push(Finding::ok(Examined::Sshd, &text));
        }
        found
    }
}

/// Whether a forced command is the kiosk.
fn is_kiosk_command(command: &str) -> bool {
    command.split_whitespace().any(|word| word == "--kiosk")
}

/// The files of an `Include`: names, or all of a folder that end in the same way.
fn included(value: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for pattern in value.split_whitespace() {
        let path = Path::new("/etc/ssh").join(pattern);
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Some((before, after)) = name.split_once('*') else {
            files.push(path);
            continue;
        };
        let entries = path.parent().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
        let fits = |name: &str| name.starts_with(before) && name.ends_with(after);
        let mut matched: Vec<PathBuf> =
            entries.filter(|entry| entry.file_name().to_str().is_some_and(fits)).map(|entry| entry.path()).collect();
        matched.sort();
        files.append(&mut matched);
    }
    files
}

#[cfg(test)]
mod tests;
