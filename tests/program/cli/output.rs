//! Where output goes, in which characters, and what happens when nobody takes it.

use std::io::Read;
use std::process::{Command, Stdio};

use super::run::{TODAY, bare, smo, text};

const COMMANDS: [&[&str]; 6] =
    [&["check"], &["offices"], &["requirements"], &["process"], &["find", "a"], &["check", "--json"]];

#[test]
fn a_closed_pipe_is_quiet() {
    for args in [&["process"][..], &["requirements", "--json"], &["--help"], &["completions", "bash"], &["man"]] {
        let mut child = Command::new(assert_cmd::cargo::cargo_bin("smo"))
            .args(args)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut message = String::new();
        child.stderr.take().unwrap().read_to_string(&mut message).unwrap();
        assert_eq!((child.wait().unwrap().code(), message.as_str()), (Some(0), ""), "{args:?}");
    }
}

/// The names of placeholders that are printed as they stand in the content.
fn placeholders(printed: &str) -> Vec<&str> {
    let names = printed.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
    let is_name = |name: &&str| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    names.filter(is_name).collect()
}

#[test]
fn no_command_prints_a_placeholder() {
    assert_eq!(placeholders("In {country} by {date2}: {\"a\": {}} { b }"), ["country", "date2"]);
    let of_all: [&[&str]; 17] = [
        &["check"],
        &["check", "--json"],
        &["offices"],
        &["offices", "--json"],
        &["requirements"],
        &["requirements", "--json"],
        &["process"],
        &["process", "--format", "json"],
        &["process", "--format", "dot"],
        &["process", "--format", "mermaid"],
        &["questions"],
        &["questions", "--json"],
        &["rules"],
        &["rules", "--format", "json"],
        &["rules", "--format", "sql"],
        &["find", "a"],
        &["find", "de"],
    ];
    let second = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/content/colombia-regularization");
    for (content, office) in [(&[][..], "colombia"), (&["--content", second], "ppt")] {
        for lang in ["en", "es", "ht"] {
            let sheet = ["message", "text", "html", "script"].map(|format| ["sheet", office, "--format", format]);
            for args in of_all.into_iter().chain(sheet.iter().map(<[_; 4]>::as_slice)) {
                let printed = text(&[args, &["--lang", lang], content].concat());
                assert_eq!(placeholders(&printed), Vec::<&str>::new(), "{args:?} {lang} {content:?}");
            }
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    for args in [&["offices"][..], &["--linear", "--no-store"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("smo"));
        let output = command.args(args).stdin(Stdio::null()).stdout(full).output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(4), "{message}");
        assert!(message.starts_with("error: cannot write: ") && message.lines().count() == 1, "{message}");
    }
}

#[test]
fn plain_lines_whose_answers_are_not_saved_end_with_an_error() {
    let state = tempfile::tempdir().unwrap();
    std::fs::write(state.path().join("smo"), "").unwrap();
    let ended = |lines: &str| {
        let mut command = smo(&["--linear"]);
        command.env("XDG_STATE_HOME", state.path()).write_stdin(lines.to_owned()).assert().get_output().clone()
    };
    let output = ended("co\n");
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(4), "{message}");
    let named = format!("error: answers are not saved: {} ", state.path().join("smo").display());
    assert!(message.starts_with(&named) && message.lines().count() == 1, "{message}");
    assert_eq!(ended("").status.code(), Some(0), "nothing is lost");
    assert_eq!(ended("co\nquit\nconfirm\n").status.code(), Some(0), "that was asked and confirmed");
}

#[test]
fn ascii_is_asked_for_or_comes_with_the_locale() {
    for args in COMMANDS {
        for lang in ["en", "es", "ht"] {
            let asked = text(&[args, &["--ascii", "--lang", lang]].concat());
            assert!(asked.is_ascii(), "{args:?} {lang}");
            let output = smo(args).args(["--lang", lang]).env("LANG", "C").assert().success().get_output().clone();
            assert_eq!(String::from_utf8(output.stdout).unwrap(), asked, "{args:?} {lang}");
        }
    }
    assert!(!text(&["offices", "--lang", "es"]).is_ascii());
}

#[test]
fn json_in_ascii_is_the_same_data() {
    let plain: serde_json::Value = serde_json::from_str(&text(&["offices", "--json", "--lang", "ht"])).unwrap();
    let ascii: serde_json::Value =
        serde_json::from_str(&text(&["offices", "--json", "--lang", "ht", "--ascii"])).unwrap();
    assert_eq!(ascii, plain);
}

#[test]
fn nothing_but_text_goes_to_a_pipe() {
    for args in COMMANDS {
        let printed = text(args);
        assert!(printed.chars().all(|c| c == '\n' || !c.is_control()), "{args:?}");
    }
}

#[test]
fn the_language_comes_from_the_environment_too() {
    let spoken = |pairs: &[(&str, &str)]| {
        let mut command = bare(&["offices", "--as-of", TODAY]);
        command.env_remove("LANG").envs(pairs.iter().copied());
        String::from_utf8(command.assert().success().get_output().stdout.clone()).unwrap()
    };
    let es = text(&["offices", "--lang", "es"]);
    assert_eq!(spoken(&[("LANG", "es_CO.UTF-8")]), es);
    assert_eq!(spoken(&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "es_ES.UTF-8")]), es);
    assert_eq!(spoken(&[("LANG", "en_US.UTF-8"), ("SMO_LANG", "es")]), es);
    assert_eq!(spoken(&[("LANG", "fr_FR.UTF-8")]), text(&["offices"]));
}

#[test]
fn content_from_outside_cannot_command_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let file = folder.path().join("application.toml");
    smo(&["content", "export", path]).assert().success();
    let good = std::fs::read_to_string(&file).unwrap();
    // Either such content is refused, or what is dangerous in it is taken out.
    for hostile in
        ["\\u001b[2Jmail\\u009b31m", "\u{9b}31mmail\u{202e}", "\u{1b}[2Jmail", "\" = \u{9b}31m\u{1b}]0;x\u{7}"]
    {
        std::fs::write(&file, good.replace("Valid e-mail address", hostile)).unwrap();
        let output = smo(&["find", "mail", "--content", path]).assert().get_output().clone();
        let all = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(all.chars().all(|c| c == '\n' || !(c.is_control() || c == '\u{202e}')), "{all:?}");
        assert!(matches!(output.status.code(), Some(0 | 3)), "{all}");
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let mut command = bare(&["check"]);
    command.arg(std::ffi::OsStr::from_bytes(b"country=\xff"));
    command.assert().code(2).stdout("");
}
