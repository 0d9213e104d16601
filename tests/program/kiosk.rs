//! The kiosk: nobody who holds only its login gets to a shell, a file, or another person's case.

mod newer;
mod tries;

use assert_cmd::Command;
use std::collections::BTreeSet;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

use super::cli::run::{TODAY, bare, smo};
use super::terminal::{Start, Terminal, text_of, unclean_screen};
use tries::{ALLOWED, ARGUMENTS, COMMANDS};

/// A host with a file that sets it up, and a folder to work in.
struct Host {
    place: TempDir,
}

impl Host {
    /// `more` follows the folder of cases in the file.
    fn new(more: &str) -> Self {
        let place = tempfile::tempdir().unwrap();
        fs::create_dir(place.path().join("work")).unwrap();
        let host = Self { place };
        let state = host.path("state");
        host.write(&format!("state = \"{}/{{user}}\"\n{more}\n", state.display()));
        host
    }

    fn path(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    fn file(&self) -> String {
        self.path("smo.toml").display().to_string()
    }

    fn write(&self, text: &str) {
        fs::write(self.path("smo.toml"), text).unwrap();
        fs::set_permissions(self.path("smo.toml"), Permissions::from_mode(0o644)).unwrap();
    }

    /// The kiosk without a terminal, as `ForceCommand` starts it.
    fn kiosk(&self, args: &[&str], original: Option<&str>) -> Command {
        let mut command = smo(&["--kiosk", "--host-config", &self.file()]);
        command.args(args).current_dir(self.path("work"));
        if let Some(original) = original {
            command.env("SSH_ORIGINAL_COMMAND", original);
        }
        command
    }

    /// The kiosk at a terminal.
    fn desk(&self, args: &[&str], under: &[&str]) -> Terminal {
        let file = self.file();
        let args = [&["--kiosk", "--host-config", &file], args].concat();
        Terminal::open(&Start { args: &args, under, state: Some(&self.path("elsewhere")), ..Start::default() })
    }

    /// All files and folders.
    fn files(&self) -> BTreeSet<PathBuf> {
        fn add(folder: &Path, all: &mut BTreeSet<PathBuf>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    add(&path, all);
                }
                all.insert(path);
            }
        }
        let mut all = BTreeSet::new();
        add(self.place.path(), &mut all);
        all
    }
}

/// One line that says what may be asked for, the exit code of bad usage, and nothing else.
#[track_caller]
fn is_refused(command: &mut Command, what: &str) {
    let output = command.write_stdin("country=CO\n").output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{what:?}: {said}");
    assert_eq!(said.lines().count(), 1, "{what:?}: {said}");
    assert!(said.starts_with("error: this login takes: check -"), "{what:?}: {said}");
}

#[test]
fn nothing_else_than_a_few_commands_is_let_through() {
    let host = Host::new("");
    let before = host.files();
    assert!(COMMANDS.len() + ARGUMENTS.len() > 60);
    for command in COMMANDS {
        if *command != "check" {
            is_refused(&mut host.kiosk(&[], Some(command)), command);
        }
    }
    for args in ARGUMENTS {
        is_refused(&mut host.kiosk(args, None), &args.join(" "));
    }
    is_refused(&mut host.kiosk(&[], Some(&"x".repeat(5000))), "a long one");
    assert_eq!(host.files(), before, "nothing is written");
}

#[test]
fn what_is_let_through_is_what_it_is_elsewhere() {
    let host = Host::new("");
    for (asked, plain) in ALLOWED {
        let input = "country=CO nationality=VE\n";
        let expected = bare(&[&["--as-of", TODAY], *plain].concat()).write_stdin(input).output().unwrap();
        let said = host.kiosk(&[], Some(asked)).write_stdin(input).output().unwrap();
        let error = String::from_utf8_lossy(&said.stderr);
        assert!(said.status.success() && said.stdout == expected.stdout && !said.stdout.is_empty(), "{asked}: {error}");
    }
}

/// As a login shell: the name begins with a dash, or `-c` and a command follow.
fn shell(name: &str, args: &[&str], env: &[(&str, &str)]) -> Command {
    let mut shell = std::process::Command::new(env!("CARGO_BIN_EXE_smo"));
    shell.arg0(name).args(args).env_clear().env("TERM", "xterm").env("LANG", "en_US.UTF-8");
    shell.envs(env.iter().copied());
    Command::from_std(shell)
}

#[test]
fn a_login_shell_is_a_kiosk_too() {
    for command in COMMANDS.iter().filter(|command| !["check"].contains(command)) {
        is_refused(&mut shell("smo", &["-c", command], &[]), command);
        is_refused(&mut shell("-smo", &["-c", command], &[]), command);
        let forced = [("SSH_ORIGINAL_COMMAND", *command)];
        is_refused(&mut shell("smo", &["-c", "/usr/bin/smo --kiosk"], &forced), command);
    }
    for args in [&["-c"][..], &["-c", "offices", "x"], &["-c", "offices", "-o", "out"], &["-c", "-c", "offices"]] {
        is_refused(&mut shell("smo", args, &[]), &args.join(" "));
    }
    for args in [&["cases", "list"][..], &["--content", "/etc", "offices"]] {
        is_refused(&mut shell("-smo", args, &[]), &args.join(" "));
    }
    let offices = shell("smo", &["-c", "offices"], &[]).output().unwrap();
    assert!(offices.status.success() && !offices.stdout.is_empty());
}

/// What a client could have set, and what it would do elsewhere.
const ENVIRONMENT: &[(&str, &str)] = &[
    ("HOME", "/tmp/smo-kiosk-elsewhere"),
    ("XDG_STATE_HOME", "/tmp/smo-kiosk-elsewhere"),
    ("XDG_CONFIG_HOME", "/tmp/smo-kiosk-elsewhere"),
    ("TMPDIR", "/tmp/smo-kiosk-elsewhere"),
    ("SMO_LANG", "es"),
    ("TZ", "AAA-23"),
    ("TZDIR", "/tmp"),
    ("USER", "root"),
    ("LOGNAME", "../../x"),
    ("PATH", "/tmp/smo-kiosk-elsewhere"),
    ("SHELL", "/bin/sh"),
    ("PAGER", "sh -c id"),
    ("LESSOPEN", "|id"),
    ("EDITOR", "sh -c id"),
    ("VISUAL", "sh -c id"),
    ("BROWSER", "sh"),
    ("TERMINFO", "/tmp/smo-kiosk-elsewhere"),
    ("RUST_BACKTRACE", "full"),
    ("SSH_USER_AUTH", "/etc/passwd"),
    ("SMO_HOST_CONFIG", "/dev/null"),
    ("SMO_ESC_MS", "9999"),
    ("COLUMNS", "1"),
    ("LINES", "1"),
    ("NO_COLOR", "1"),
];

#[test]
fn the_environment_of_a_client_changes_nothing() {
    let host = Host::new("");
    let run = |env: &[(&str, &str)], asked: &str| {
        let mut command = bare(&["--kiosk", "--host-config", &host.file()]);
        command.envs(env.iter().copied()).env("SSH_ORIGINAL_COMMAND", asked);
        command.write_stdin("country=CO\n").output().unwrap()
    };
    for asked in ["check - --json", "offices", "sheet colombia"] {
        let plain = run(&[], asked);
        assert!(plain.status.success());
        for one in ENVIRONMENT {
            assert!(run(&[*one], asked) == plain, "{one:?} {asked}");
        }
        assert!(run(ENVIRONMENT, asked) == plain, "{asked}");
    }
    let day = |zone: &str| {
        let moved = bare(&["check", "-", "--json"]).env("TZ", zone).write_stdin("country=CO\n").output().unwrap();
        moved.stdout != run(&[], "check - --json").stdout
    };
    assert!(day("AAA-23") || day("AAA23"), "else the test shows nothing");
    assert!(!Path::new("/tmp/smo-kiosk-elsewhere").exists());
}

#[test]
fn cases_are_where_the_host_has_them_and_nowhere_else() {
    let host = Host::new("");
    let set: Vec<String> = ENVIRONMENT.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let under: Vec<&str> = ["/usr/bin/env"].into_iter().chain(set.iter().map(String::as_str)).collect();
    let mut desk = host.desk(&[], &under);
    desk.wait_for("q quit");
    desk.send("nCO\r");
    desk.wait_for("already have a case");
    desk.send("i");
    desk.send("\x03");
    assert_eq!(desk.wait_end().exit_code(), 0);
    let cases: Vec<PathBuf> =
        host.files().into_iter().filter(|path| path.extension().is_some_and(|is| is == "json")).collect();
    assert_eq!(cases.len(), 1, "{cases:?}");
    assert!(cases[0].starts_with(host.path("state")), "{cases:?}");
    assert!(!host.path("elsewhere").exists() && !Path::new("/tmp/smo-kiosk-elsewhere").exists());
    let name = host.path("state").read_dir().unwrap().next().unwrap().unwrap().file_name();
    assert!(!name.to_str().unwrap().contains(['{', '.', '/']), "{name:?}");
}

#[test]
fn no_sheet_is_saved_unless_the_host_has_a_folder_for_it() {
    let folder = |host: &Host| format!("sheets = \"{}/{{user}}\"", host.path("sheets").display());
    for allowed in [false, true] {
        let host = Host::new("");
        if allowed {
            let (state, sheets) = (host.path("state"), folder(&host));
            host.write(&format!("state = \"{}/{{user}}\"\n{sheets}\n", state.display()));
        }
        let mut desk = host.desk(&[], &[]);
        desk.wait_for("q quit");
        desk.send("sw");
        desk.wait_for(if allowed { "Saved until" } else { "Not saved: no files are written here." });
        desk.send("\x03");
        desk.wait_end();
        let lines = host.kiosk(&["--linear"], None).write_stdin("sheet colombia html\nquit\n").output().unwrap();
        let said = String::from_utf8(lines.stdout).unwrap();
        assert_eq!(said.contains("no files are written here"), !allowed, "{said}");
        let saved = host.files().into_iter().filter(|path| path.starts_with(host.path("sheets")) && path.is_file());
        assert_eq!(saved.count(), if allowed { 2 } else { 0 });
    }
}

#[test]
fn a_file_that_is_wrong_starts_no_kiosk() {
    let host = Host::new("");
    for wrong in
        ["states = 1", "state = \"/var/lib/smo\"", "languages = [\"xx\"]", "hold_days = 0", "[", "hide_minutes = \"1\""]
    {
        host.write(&format!("# a line\n{wrong}\n"));
        for (args, original) in [(&["--linear"][..], None), (&[], Some("offices")), (&[], Some("check -"))] {
            let output = host.kiosk(args, original).write_stdin("quit\n").output().unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!((output.status.code(), output.stdout.len()), (Some(3), 0), "{wrong}: {said}");
            assert!(said.contains("smo.toml:2:"), "{wrong}: {said}");
        }
    }
    let missing = bare(&["--kiosk", "--host-config", "/no/such/file", "offices"]).output().unwrap();
    assert_eq!(missing.status.code(), Some(3));
}

#[test]
fn where_nobody_can_be_told_from_another_no_kiosk_starts() {
    let host = Host::new("");
    let state = host.path("state");
    host.write(&format!("state = \"{}/{{principal}}\"\n", state.display()));
    let own = host.path("sshauth.x");
    fs::write(&own, "publickey ssh-ed25519-cert-v01@openssh.com AAAA").unwrap();
    for auth in [None, Some("/etc/passwd"), Some("/tmp/../etc/passwd"), Some(""), own.to_str()] {
        let mut command = host.kiosk(&["--linear"], None);
        auth.map(|auth| command.env("SSH_USER_AUTH", auth));
        let output = command.write_stdin("quit\n").output().unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(3), 0), "{auth:?}");
    }
    assert!(!state.exists());
}

#[test]
fn a_kiosk_offers_the_languages_of_its_host_alone_and_remembers_none() {
    let host = Host::new("languages = [\"es\", \"ht\"]");
    let mut desk = host.desk(&[], &[]);
    desk.wait_for("q salir");
    for then in ["q soti", "q salir", "q soti"] {
        desk.send("i");
        desk.wait_for(then);
    }
    desk.send("\x03");
    desk.wait_end();
    let next = host.desk(&[], &[]);
    next.wait_for("q salir");
    let lines = host.kiosk(&["--linear"], None).write_stdin("idioma en\nsalir\n").output().unwrap();
    let said = String::from_utf8(lines.stdout).unwrap();
    assert!(said.contains("es (") && said.contains("ht (") && !said.contains("en ("), "{said}");
    let refused = host.kiosk(&[], Some("offices --lang en")).output().unwrap();
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(2), 0));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("does not offer") && said.contains("it offers es, ht"), "{said}");
    let spanish = smo(&["offices", "--lang", "es"]).output().unwrap();
    assert_eq!(host.kiosk(&[], Some("offices")).output().unwrap().stdout, spanish.stdout);
}

#[test]
fn content_of_the_host_is_live_where_nothing_is_wrong_with_it() {
    let host = Host::new("");
    let (state, content) = (host.path("state"), host.path("content"));
    bare(&["content", "export", content.to_str().unwrap()]).assert().success();
    let text = format!("state = \"{}/{{user}}\"\ncontent = \"{}\"\n", state.display(), content.display());
    host.write(&text);
    let opening = || {
        let lines = host.kiosk(&["--linear"], None).write_stdin("quit\n").output().unwrap();
        let said = String::from_utf8(lines.stdout).unwrap();
        said.lines().find(|line| line.contains("ontent")).unwrap_or_default().to_owned()
    };
    assert!(opening().starts_with("(!) Content of this host, check-code "), "{}", opening());
    let mut desk = host.desk(&[], &[]);
    desk.wait_for("Content of this host, check-code ");
    desk.send("\x03");
    let spoil: [(&str, &str, &str); 3] = [
        ("offices/colombia.toml", "[[requirement]]", "[[requirements]]"),
        ("examples.toml", "= \"met\"", "= \"not_met\""),
        ("programme.toml", "hold_days", "hold_dayz"),
    ];
    for (file, old, new) in spoil {
        let path = content.join(file);
        let before = fs::read_to_string(&path).unwrap();
        assert!(before.contains(old), "{file}");
        fs::write(&path, before.replacen(old, new, 1)).unwrap();
        assert!(opening().starts_with("(!) This host's content has problems. Built-in: "), "{file}: {}", opening());
        fs::write(&path, before).unwrap();
    }
    fs::remove_dir_all(&content).unwrap();
    assert!(opening().contains("Built-in"), "{}", opening());
    host.write(&format!("state = \"{}/{{user}}\"\n", state.display()));
    assert_eq!(opening(), "", "where the host has none, nothing is said of it");
}

/// Whatever is pressed, the program starts no other: with strace the system says so.
#[cfg(feature = "strace")]
mod strace {
    use super::*;

    #[test]
    fn a_kiosk_starts_itself_once_and_nothing_else() {
        let host = Host::new("");
        let (calls, file) = (host.path("calls"), host.file());
        let strace = ["strace", "-f", "-e", "trace=execve,execveat,fork,vfork", "-o", calls.to_str().unwrap()];
        let args = ["--kiosk", "--host-config", &file];
        let state = host.path("elsewhere");
        let start = Start { args: &args, under: &strace, state: Some(&state), ..Start::default() };
        let mut desk = Terminal::open(&start);
        desk.wait_for("q quit");
        for keys in [
            "o", "r", "p", "m", "m", "c", "?", "\x1b", "/", "\x1b", "s", "w", "p", "f", "r", "\x1b", "!", "\x1b", "x",
            "x", "a", "\x1b", "\x1a", "\x1c",
        ] {
            desk.send(keys);
            desk.bytes_after("");
        }
        let device = desk.device();
        let claim = ["-F", device.to_str().unwrap(), "cols", "0", "rows", "0"];
        assert!(std::process::Command::new("stty").args(claim).status().unwrap().success());
        desk.bytes_after("o");
        desk.resize(80, 24);
        desk.send("\x03");
        desk.wait_end();
        let calls = fs::read_to_string(calls).unwrap();
        let started: Vec<&str> = calls.lines().filter(|call| call.contains("exec") || call.contains("fork")).collect();
        assert_eq!(started.len(), 2, "{started:#?}");
        assert!(started.iter().all(|call| call.contains(env!("CARGO_BIN_EXE_smo"))), "{started:#?}");
    }
}
