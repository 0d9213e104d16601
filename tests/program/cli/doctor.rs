//! What `smo doctor` finds: of each kind of trouble one that is planted, and nothing where there is none.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use super::cases::State;
use super::run::bare;

/// The findings of one check, as `mark: text`.
fn found(report: &Value, check: &str) -> Vec<String> {
    let all = report["findings"].as_array().unwrap().iter().filter(|one| one["check"] == check);
    all.map(|one| format!("{}: {}", one["mark"].as_str().unwrap(), one["text"].as_str().unwrap())).collect()
}

fn report(state: &Path, args: &[&str], env: &[(&str, &str)]) -> Value {
    let mut command = bare(&["doctor", "--json"]);
    command.args(args).env("XDG_STATE_HOME", state);
    command.envs(env.iter().copied());
    let output = command.assert().success().stderr("").get_output().clone();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["format"], 1);
    for one in report["findings"].as_array().unwrap() {
        assert_eq!(one["mark"] == "ok", one["advice"].is_null(), "what is no finding needs no advice: {one}");
    }
    report
}

/// Names, bytes and modes of all below a folder.
fn picture(folder: &Path) -> BTreeMap<String, (Vec<u8>, u32)> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let mode = path.symlink_metadata().unwrap().permissions().mode();
        all.insert(path.display().to_string(), (fs::read(&path).unwrap_or_default(), mode));
        if path.is_dir() && !path.is_symlink() {
            all.extend(picture(&path));
        }
    }
    all
}

#[test]
fn where_all_is_well_nothing_is_found_and_nothing_is_changed() {
    let state = State::new();
    state.code("country=CO");
    let before = picture(state.place.path());
    let report = report(state.place.path(), &[], &[]);
    // Content grows old, whoever runs this test.
    assert!(!found(&report, "content")[0].starts_with("problem: "));
    for check in ["locale", "state", "locks", "cases", "clock", "cores"] {
        let found = found(&report, check);
        assert!(found.len() == 1 && found[0].starts_with("ok: "), "{check}: {found:?}");
    }
    assert_eq!(report["problems"], 0);
    assert_eq!(picture(state.place.path()), before);
}

#[test]
fn text_says_what_to_do() {
    let place = tempfile::tempdir().unwrap();
    let mut command = bare(&["doctor"]);
    let output = command.env("XDG_STATE_HOME", place.path()).assert().success().stderr("").get_output().clone();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("note     state") && text.contains("- nothing is to be done"), "{text}");
    assert!(text.contains("\nproblems: 0, notes: "), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(fs::read_dir(place.path()).unwrap().next().is_none(), "no folder is made");
}

#[test]
fn a_folder_that_is_not_the_accounts_own_is_told() {
    type Plant = fn(&Path);
    let kinds: [(Plant, &str); 5] = [
        (|cases| fs::write(cases, "x").unwrap(), "problem: "),
        (|cases| symlink("/tmp", cases).unwrap(), "problem: "),
        (|cases| symlink("/no/such/folder", cases).unwrap(), "problem: "),
        (
            |cases| {
                fs::create_dir(cases).unwrap();
                fs::set_permissions(cases, Permissions::from_mode(0o755)).unwrap();
            },
            "note: ",
        ),
        (|_| {}, "note: "),
    ];
    for (plant, mark) in kinds {
        let place = tempfile::tempdir().unwrap();
        fs::create_dir(place.path().join("smo")).unwrap();
        plant(&place.path().join("smo/cases"));
        let before = picture(place.path());
        let found = found(&report(place.path(), &[], &[]), "state");
        assert!(found.len() == 1 && found[0].starts_with(mark), "{mark}{found:?}");
        assert_eq!(picture(place.path()), before);
    }
    let without = bare(&["doctor", "--json", "--no-store"]).assert().success().get_output().clone();
    assert!(String::from_utf8(without.stdout).unwrap().contains("nothing is stored"));
}

#[test]
fn who_has_a_case_open_is_told_with_its_code_and_no_other_code_is() {
    let state = State::new();
    let closed = state.code("country=CO");
    let hold = state.save("country=EC", &[], |record| record.kept = true);
    let report = report(state.place.path(), &[], &[]);
    let locks = found(&report, "locks");
    assert!(locks.len() == 1 && locks[0].starts_with(&format!("note: case {} is open", hold.code())), "{locks:?}");
    assert!(locks[0].contains("process") && locks[0].contains("(on another computer)"), "{locks:?}");
    assert!(!report.to_string().contains(closed.as_str()));
    let cases = found(&report, "cases");
    assert!(cases[0].starts_with("ok: 2 cases, 1 kept"), "{cases:?}");
}

#[test]
fn files_that_cannot_be_read_are_counted() {
    let state = State::new();
    state.code("country=CO");
    fs::write(state.path("K7Q2.json"), "garbage").unwrap();
    fs::write(state.path("K7Q3.damaged-1"), "garbage").unwrap();
    symlink("/etc/passwd", state.path("K7Q4.json")).unwrap();
    let report = report(state.place.path(), &[], &[]);
    let cases = found(&report, "cases");
    assert!(cases[0].starts_with("problem: 3 cases") && cases[0].contains("3 files"), "{cases:?}");
    assert!(!report.to_string().contains("K7Q2"), "no code");
}

#[test]
fn the_environment_is_judged() {
    let place = tempfile::tempdir().unwrap();
    for (name, value, check, mark) in [
        ("LANG", "en_US.ISO-8859-1", "locale", "note: "),
        ("LANG", "fi_FI.UTF-8", "locale", "note: "),
        ("LANG", "es_CO.UTF-8", "locale", "ok: "),
        ("SMO_LANG", "xx", "locale", "problem: "),
        ("SMO_LANG", "\u{1b}[2J", "locale", "problem: "),
        ("ASCIINEMA_REC", "1", "recording", "note: "),
        ("SCRIPT", "typescript", "recording", "note: "),
        ("TERM", "dumb", "terminal", "note: "),
    ] {
        let report = report(place.path(), &[], &[(name, value)]);
        let found = found(&report, check);
        assert!(found.len() == 1 && found[0].starts_with(mark), "{name}={value}: {found:?}");
        assert!(!report.to_string().contains("\\u001b"), "{report}");
    }
}

#[test]
fn content_with_problems_is_told_and_the_rest_is_there() {
    let place = tempfile::tempdir().unwrap();
    for folder in [place.path().to_str().unwrap(), "/no/such/folder", "/etc/passwd"] {
        let report = report(place.path(), &["--content", folder], &[]);
        let content = found(&report, "content");
        assert!(content[0].starts_with("problem: ") && content[0].contains(folder), "{content:?}");
        assert!(found(&report, "state").len() == 1 && found(&report, "clock").len() == 1);
    }
}

#[test]
fn the_host_is_judged_too() {
    let state = State::new();
    let report = report(state.place.path(), &["--host"], &[]);
    for check in ["configuration", "sshd", "accounts", "limits", "cores", "disk"] {
        assert!(!found(&report, check).is_empty(), "{check}: {report}");
    }
}

#[test]
fn the_file_of_the_host_and_its_content_are_judged() {
    let state = State::new();
    let (file, content) = (state.place.path().join("smo.toml"), state.place.path().join("content"));
    bare(&["content", "export", content.to_str().unwrap()]).assert().success();
    let judged = |text: &str| {
        fs::write(&file, text).unwrap();
        fs::set_permissions(&file, Permissions::from_mode(0o644)).unwrap();
        let report = report(state.place.path(), &["--host", "--host-config", file.to_str().unwrap()], &[]);
        [found(&report, "configuration"), found(&report, "content"), found(&report, "sshd")].map(|all| all.join(" "))
    };
    let [good, live, _] = judged(&format!("content = \"{}\"", content.display()));
    assert!(good.contains("sets the kiosks of this host up") && live.contains("is what kiosks use"), "{good} {live}");
    let [wrong, none, _] = judged("hold_days = 0");
    assert!(wrong.starts_with("problem: ") && wrong.contains("smo.toml:1:13") && none.is_empty(), "{wrong} {none}");
    let [_, _, sshd] = judged("state = \"/var/lib/smo/{principal}\"");
    assert!(!sshd.is_empty());
    fs::write(content.join("examples.toml"), "[[example]]\n").unwrap();
    let of_content = format!("content = \"{}\"", content.display());
    let [_, spoiled, _] = judged(&of_content);
    assert!(spoiled.contains("problem: ") && spoiled.contains("is not used"), "{spoiled}");
    fs::set_permissions(state.place.path(), Permissions::from_mode(0o700)).unwrap();
    let [closed, too, _] = judged(&of_content);
    assert!([closed, too].iter().all(|said| said.contains("problem: ") && said.contains(" is closed")));
}
