//! Files that are not what they should be, in the folder of cases and in a content folder.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::cases::State;
use super::run::{bare, smo};

/// Makes something at a path.
type Make<'a> = &'a dyn Fn(&Path);

/// Within this time whatever does not wait for somebody is over.
const SOON: Duration = Duration::from_secs(20);

#[test]
fn an_export_tells_of_each_case_that_cannot_be_read() {
    let state = State::new();
    let whole = state.code("country=CO");
    for (name, bytes) in [("K7Q2", &b"garbage"[..]), ("K7Q3", b""), ("K7Q4", b"[]")] {
        fs::write(state.path(&format!("{name}.json")), bytes).unwrap();
    }
    symlink("/etc/passwd", state.path("K7Q6.json")).unwrap();
    let file = state.place.path().join("out.jsonl");
    for to in [&["export"][..], &["export", "-o", file.to_str().unwrap()]] {
        let output = state.smo(to).assert().code(4).get_output().clone();
        let (out, said) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert_eq!(said.lines().count(), 4, "{said}");
        for code in ["K7Q2", "K7Q3", "K7Q4", "K7Q6"] {
            assert!(said.contains(code), "{said}");
        }
        assert!(said.contains("K7Q6 is a link"), "{said}");
        assert!(out.contains(whole.as_str()) || out.contains(": 1\n"), "{out}");
    }
}

#[test]
fn a_linked_case_is_called_a_link_and_left_alone() {
    let state = State::new();
    let real = state.place.path().join("elsewhere.json");
    fs::write(&real, "{}").unwrap();
    for to in [real.as_path(), "/dev/zero".as_ref(), "/no/such/file".as_ref(), "K7Q2.json".as_ref(), "/".as_ref()] {
        let link = state.path("K7Q2.json");
        symlink(to, &link).unwrap();
        let list = state.text(&["list"]);
        assert!(list.contains("a link") && !list.contains("damaged"), "{to:?}: {list}");
        let show = state.refused(&["show", "K7Q2"], 4);
        assert!(show.contains("a link") && !show.contains("damaged"), "{to:?}: {show}");
        let mut lines = bare(&["--linear"]);
        lines.env("XDG_STATE_HOME", state.place.path()).write_stdin("resume K7Q2\n").timeout(SOON);
        let said = String::from_utf8(lines.assert().success().get_output().stdout.clone()).unwrap();
        assert_eq!(said.matches("K7Q2 is a link").count(), 2, "at the start, and when it is opened: {said}");
        assert!(!said.contains("damaged"), "{said}");
        assert_eq!(fs::read_link(&link).unwrap(), to, "it stays");
        fs::remove_file(&link).unwrap();
    }
}

#[test]
fn a_damaged_case_is_told_at_the_start() {
    let state = State::new();
    fs::write(state.path("K7Q2.json"), "garbage").unwrap();
    for (lang, said) in [("en", "K7Q2 is damaged"), ("es", "K7Q2 está dañado"), ("ht", "K7Q2 gate")] {
        let mut lines = bare(&["--linear", "--lang", lang]);
        lines.env("XDG_STATE_HOME", state.place.path()).write_stdin("");
        let out = String::from_utf8(lines.assert().success().get_output().stdout.clone()).unwrap();
        assert!(out.contains(said), "{out}");
    }
}

#[test]
fn the_folder_around_the_cases_is_checked_too() {
    let place = tempfile::tempdir().unwrap();
    let list = || {
        let mut command = smo(&["cases", "list"]);
        command.env("XDG_STATE_HOME", place.path());
        command
    };
    let own = place.path().join("smo");
    for mode in [0o777, 0o755, 0o770, 0o701] {
        fs::create_dir_all(&own).unwrap();
        fs::set_permissions(&own, fs::Permissions::from_mode(mode)).unwrap();
        list().assert().success();
        for folder in [&own, &own.join("cases")] {
            assert_eq!(fs::metadata(folder).unwrap().permissions().mode() & 0o777, 0o700, "{folder:?} was {mode:o}");
        }
    }
    fs::remove_dir_all(&own).unwrap();
    let other = tempfile::tempdir().unwrap();
    symlink(other.path(), &own).unwrap();
    let said = String::from_utf8(list().assert().code(4).get_output().stderr.clone()).unwrap();
    assert!(said.contains("not private") && said.contains("smo"), "{said}");
    assert_eq!(fs::read_dir(other.path()).unwrap().count(), 0, "nothing is made there");
    fs::remove_file(&own).unwrap();
    fs::write(&own, "").unwrap();
    let said = String::from_utf8(list().assert().code(4).get_output().stderr.clone()).unwrap();
    assert!(said.contains("is not a folder"), "{said}");
}

#[test]
fn what_is_no_file_in_a_content_folder_is_a_problem_and_no_hang() {
    let mkfifo = |path: &Path| {
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    };
    let link = |path: &Path, to: &str| symlink(to, path).unwrap();
    let kinds: [(&str, Make<'_>); 5] = [
        ("pipe", &mkfifo),
        ("endless device", &|path| link(path, "/dev/zero")),
        ("terminal", &|path| link(path, "/dev/tty")),
        ("link to nothing", &|path| link(path, "/no/such")),
        ("link to itself", &|path| link(path, path.to_str().unwrap())),
    ];
    for name in ["extra.toml", "offices/extra.toml", "texts/xx.toml", "interface.toml"] {
        for (kind, make) in &kinds {
            let folder = tempfile::tempdir().unwrap();
            bare(&["content", "export", folder.path().to_str().unwrap()]).assert().success();
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            let _ = fs::remove_file(&path);
            make(&path);
            for args in [&["content", "check"][..], &["offices", "--content"]] {
                let mut command = bare(args);
                let output = command.arg(folder.path()).timeout(SOON).assert().code(3).get_output().clone();
                let said =
                    String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
                assert!(said.contains(name), "{kind} as {name}: {said}");
            }
            let mut again = bare(&["content", "export"]);
            again.arg(folder.path()).timeout(SOON).assert().code(if name == "interface.toml" { 4 } else { 0 });
        }
    }
}
