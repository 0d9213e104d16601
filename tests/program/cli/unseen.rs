//! Characters that a terminal obeys, or that nobody sees: in files, arguments and variables; never in what is printed.

use serde_json::{Value, json};
use std::process::Output;
use std::{fs, iter};

use super::cases::State;
use super::run::{bare, smo};

const UNSEEN: [char; 22] = [
    '\u{7}',
    '\u{1b}',
    '\u{7f}',
    '\u{85}',
    '\u{9b}',
    '\u{ad}',
    '\u{61c}',
    '\u{180e}',
    '\u{200b}',
    '\u{200e}',
    '\u{200f}',
    '\u{2028}',
    '\u{2029}',
    '\u{202a}',
    '\u{202e}',
    '\u{2060}',
    '\u{2066}',
    '\u{2069}',
    '\u{feff}',
    '\u{fff9}',
    '\u{e0001}',
    '\u{e0041}',
];

/// All of them at once, for every place; and each alone, for one place after the other.
fn samples() -> impl Iterator<Item = (String, Option<usize>)> {
    let each = UNSEEN.iter().enumerate().map(|(n, c)| (c.to_string(), Some(n)));
    iter::once((UNSEEN.iter().collect(), None)).chain(each)
}

/// The places that a sample is put in.
fn places<T: Copy>(all: &[T], turn: Option<usize>) -> Vec<T> {
    turn.map_or_else(|| all.to_vec(), |turn| vec![all[turn % all.len()]])
}

/// Nothing that was printed has any of them.
fn is_clean(output: &Output, what: &str) {
    for bytes in [&output.stdout, &output.stderr] {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let found = text.chars().find(|c| UNSEEN.contains(c) || (c.is_control() && !matches!(c, '\n' | '\r')));
        assert_eq!(found, None, "{what}: {text:?}");
    }
}

#[test]
fn no_case_and_no_lock_file_brings_one_to_whoever_reads() {
    for (c, turn) in samples() {
        let state = State::new();
        let code = state.code("country=CO");
        let (path, bad) = (state.path(&format!("{code}.json")), format!("a{c}b"));
        let mut case: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        case["unread"] = json!([{ "fact": &bad, "value": &bad }]);
        case["items"] = json!([&bad]);
        case["check_code"] = json!(&bad);
        case["draft"] = json!({ "question": "nationality", "text": format!("V{c}E") });
        fs::write(&path, case.to_string()).unwrap();
        let note = json!({ "pid": 1, "terminal": &bad, "host": &bad, "since": "2026-11-20T10:00:00" }).to_string();
        let lock = state.path(&format!("{code}.lock"));
        fs::write(&lock, note).unwrap();
        let held = fs::File::open(&lock).unwrap();
        held.lock().unwrap();
        let code = code.as_str();
        let all = [
            &["list"][..],
            &["list", "--json"],
            &["show", code],
            &["export"],
            &["delete", code],
            &["due"],
            &["due", "--format", "json"],
            &["due", "--format", "ics"],
        ];
        for args in places(&all, turn) {
            let output = state.smo(args).output().unwrap();
            is_clean(&output, &format!("{c:?} {args:?}"));
        }
        drop(held);
        let mut lines = bare(&["--linear"]);
        let said =
            lines.env("XDG_STATE_HOME", state.place.path()).write_stdin(format!("resume {code}\n")).output().unwrap();
        is_clean(&said, &format!("{c:?} in plain lines"));
        let field = format!("V{}E", " ".repeat(c.chars().count()));
        assert!(String::from_utf8_lossy(&said.stdout).contains(&field), "{said:?}");
    }
}

#[test]
fn no_argument_and_no_variable_brings_one_back() {
    let place = tempfile::tempdir().unwrap();
    for (c, turn) in samples() {
        let bad = format!("a{c}b");
        let path = place.path().join(&bad).join("x");
        let path = path.to_str().unwrap();
        let [value, fact, option] = [format!("arrived={bad}"), format!("{bad}=1"), format!("--{bad}")];
        let all = [
            &["check", &value][..],
            &["check", &fact],
            &["check", &bad],
            &["find", &bad],
            &["sheet", &bad],
            &["offices", &bad],
            &["requirements", &bad],
            &["cases", "show", &bad],
            &["process", "--from", &bad],
            &["process", "--format", "json", "-o", path],
            &["sheet", "colombia", "--format", "pdf", "-o", path],
            &["--lang", &bad, "offices"],
            &["--office", &bad, "offices"],
            &["--content", path, "offices"],
            &["content", "check", path],
            &[&bad],
            &[&option],
        ];
        for args in places(&all, turn) {
            is_clean(&smo(args).output().unwrap(), &format!("{args:?}"));
        }
        let piped = smo(&["check", "-"]).write_stdin(format!("country=C{c}O\n{bad}\n")).output().unwrap();
        is_clean(&piped, &format!("{c:?} on standard input"));
        let spoken = smo(&["offices"]).env("LANG", &bad).env("SMO_LANG", &bad).output().unwrap();
        is_clean(&spoken, &format!("{c:?} as a language"));
        let folder = bare(&["cases", "list"]).env("XDG_STATE_HOME", format!("/dev/null/{bad}")).output().unwrap();
        is_clean(&folder, &format!("{c:?} as a folder"));
        let lines = smo(&["--linear"]).write_stdin(format!("{bad}\nC{c}O\n/ {bad}\n")).output().unwrap();
        is_clean(&lines, &format!("{c:?} in plain lines"));
    }
}

/// Wherever one stands in a content file, it is a problem, and the picture of the place does not show it as it is.
#[test]
fn content_is_told_where_it_has_one() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("content");
    smo(&["content", "export", folder.to_str().unwrap()]).assert().success();
    let file = folder.join("advice.toml");
    let whole = fs::read_to_string(&file).unwrap();
    for (n, c) in UNSEEN.into_iter().filter(|c| !c.is_ascii()).enumerate() {
        let (raw, written) = (c.to_string(), format!("\\U{:08X}", u32::from(c)));
        let all = [
            ("id = \"", format!("id = \"{raw}")),
            ("id = \"", format!("id = \"{written}")),
            ("en = \"", format!("en = \"{raw}")),
            ("en = \"", format!("en = \"a {written} b")),
            ("section = \"", format!("section = \"{written}")),
            ("[[advice]]", format!("# a comment {raw} of an editor\n[[advice]]")),
            ("source = ", format!("\"sou{written}rce\" = ")),
        ];
        let all: Vec<&(&str, String)> = all.iter().collect();
        // One of them everywhere, the others in one place after the other.
        for (from, to) in places(&all, (n > 0).then_some(n)) {
            fs::write(&file, whole.replacen(from, to, 1)).unwrap();
            let output = smo(&["content", "check", folder.to_str().unwrap()]).output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
            is_clean(&output, to);
            assert_eq!(output.status.code(), Some(3), "{to:?}: {said}");
            let named = format!("{}", c.escape_unicode());
            assert!(said.contains(&named) && said.contains("advice.toml:"), "{to:?}: {said}");
        }
    }
}
