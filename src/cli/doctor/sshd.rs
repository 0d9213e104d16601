//! What the settings of the SSH server let people do who only have this program, as far as they can be read.

use std::fs;
use std::path::{Path, PathBuf};

use super::finding::{Examined, Finding};

/// Where they are.
const MAIN: &str = "/etc/ssh/sshd_config";

/// What a client may bring: the names of the locale and of colours.
const BRINGS: &[&str] = &["LANG", "LC_*", "LANGUAGE", "COLORTERM", "NO_COLOR", "TERM"];

/// How deep files may include others.
const DEPTH: usize = 8;

/// What was said of one thing, in the order in which it stands.
#[derive(Debug, Default)]
pub(super) struct ServerSettings(Vec<(String, String)>);

/// What of the settings is to be known.
pub(super) fn findings(needs_auth_info: bool) -> Vec<Finding> {
    let mut settings = ServerSettings::default();
    match settings.read(Path::new(MAIN), DEPTH) {
        Ok(()) => settings.findings(needs_auth_info),
        Err(cause) => {
            let text = format!("{MAIN} cannot be read: {cause}");
            vec![Finding::note(Examined::Sshd, &text, "run it as root, or read docs/host.md beside that file")]
        }
    }
}

impl ServerSettings {
    fn read(&mut self, file: &Path, depth: usize) -> std::io::Result<()> {
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

    fn findings(&self, needs_auth_info: bool) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut tell = |is: bool, make: fn(Examined, &str, &str) -> Finding, text: &str, advice: &str| {
            if is {
                found.push(make(Examined::Sshd, text, advice));
            }
        };
        let is_kiosk = self.all("forcecommand").any(|command| command.split_whitespace().any(|word| word == "--kiosk"));
        let brought = self.all("acceptenv").flat_map(str::split_whitespace).find(|name| !BRINGS.contains(name));
        let brought = brought.map(|name| format!("AcceptEnv {name}: clients set variables for programs of this host"));
        let note: fn(Examined, &str, &str) -> Finding = Finding::note;
        let problem: fn(Examined, &str, &str) -> Finding = Finding::problem;
        tell(!is_kiosk, note, "no ForceCommand with `smo --kiosk`", "docs/host.md shows the lines for a kiosk");
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
            found.push(Finding::ok(Examined::Sshd, "the settings of sshd are as a kiosk needs them"));
        }
        found
    }
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
mod tests {
    use super::*;
    use crate::cli::doctor::finding::Gravity;

    const GOOD: &str = "# a comment\nAcceptEnv LANG LC_*\nMatch Group staff\n  ForceCommand /usr/bin/smo --kiosk\n  \
                        DisableForwarding yes\n  ClientAliveInterval 60\n\tPermitTTY yes\nExposeAuthInfo=yes\n";

    fn marks(text: &str) -> Vec<Gravity> {
        let mut settings = ServerSettings::default();
        settings.add(text, 0);
        settings.findings(true).iter().map(|finding| finding.mark).collect()
    }

    #[test]
    fn the_lines_of_the_page_for_administrators_are_good() {
        let page = include_str!("../../../docs/host.md");
        assert_eq!(
            marks(page.split("```sshd_config\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap_or("")),
            [Gravity::Ok]
        );
    }

    #[test]
    fn what_opens_a_kiosk_is_a_problem() {
        assert_eq!(marks(GOOD), [Gravity::Ok]);
        for (more, mark) in [
            ("AcceptEnv *", Gravity::Problem),
            ("acceptenv LANG LD_PRELOAD", Gravity::Problem),
            ("AcceptEnv SSH_*", Gravity::Problem),
            ("PermitUserEnvironment yes", Gravity::Problem),
            ("PERMITTTY no", Gravity::Problem),
        ] {
            assert_eq!(marks(&format!("{GOOD}{more}\n")), [mark], "{more}");
        }
        for (gone, mark) in [
            ("ForceCommand /usr/bin/smo --kiosk", Gravity::Note),
            ("DisableForwarding yes", Gravity::Problem),
            ("ExposeAuthInfo=yes", Gravity::Problem),
            ("ClientAliveInterval 60", Gravity::Note),
        ] {
            assert_eq!(marks(&GOOD.replace(gone, "")), [mark], "{gone}");
        }
    }
}
