//! Inside of programs that are terminals themselves, on the host.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use tempfile::TempDir;

use super::{LOCALE, open, plays_a_whole_check, ssh};
use crate::sshd::host::{Host, program};

/// A folder with a file in it that sets something up.
fn set_up(text: &str) -> (TempDir, String, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
    fs::write(folder.path().join("conf"), text).unwrap();
    let [place, conf] = ["socket", "conf"].map(|name| folder.path().join(name).display().to_string());
    (folder, place, conf)
}

#[test]
fn inside_of_tmux() {
    let host = Host::start();
    let (_folder, socket, conf) =
        set_up("set -g status off\nset -g default-terminal tmux-256color\nset -s escape-time 50\n");
    let command = format!("{LOCALE} {} -u -S {socket} -f {conf} new-session", program("tmux").display());
    plays_a_whole_check(open(&ssh(&host, host.port, false, &command), &[], &[]), "tmux");
}

/// It has no other screen, unless that is asked for.
#[test]
fn inside_of_gnu_screen() {
    let host = Host::start();
    for other_screen in ["off", "on"] {
        let (folder, _, conf) = set_up(&format!("startup_message off\naltscreen {other_screen}\nvbell off\n"));
        let sockets = folder.path().display();
        let command = format!("{LOCALE} SCREENDIR={sockets} {} -U -c {conf}", program("screen").display());
        let desk = open(&ssh(&host, host.port, false, &command), &[], &[]);
        plays_a_whole_check(desk, &format!("screen, other screen {other_screen}"));
    }
}

#[test]
fn inside_of_mosh() {
    let host = Host::start();
    let words = host.client(host.port, false, "");
    let (user, options) = (&words[words.len() - 2], words[1..words.len() - 2].join(" "));
    let under = [
        program("mosh").display().to_string(),
        "--predict=never".to_owned(),
        "--experimental-remote-ip=remote".to_owned(),
        format!("--ssh={} {options}", program("ssh").display()),
        format!("--server=env LC_ALL=C.UTF-8 {}", program("mosh-server").display()),
        user.clone(),
        "--".to_owned(),
    ];
    plays_a_whole_check(open(&under, &[("LC_ALL", "C.UTF-8")], &[]), "mosh");
}
