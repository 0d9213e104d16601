//! `smo content test` and `smo content po`, on copies of the content that were changed.

use std::fs;
use std::path::Path;
use tempfile::TempDir;

use super::run::{json, smo, text};

/// A copy of the built-in content, changed in one file.
pub(super) fn copy(file: &str, from: &str, to: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    text(&["content", "export", &folder.path().display().to_string()]);
    let path = folder.path().join(file);
    let before = fs::read_to_string(&path).unwrap();
    assert!(before.contains(from), "{from}");
    fs::write(path, before.replacen(from, to, 1)).unwrap();
    folder
}

pub(super) fn shown(folder: &Path) -> String {
    folder.display().to_string()
}

/// What is printed, and the exit code.
fn tried(args: &[&str]) -> (String, Option<i32>) {
    let output = smo(args).output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

pub(super) const PRESENCE: (&str, &str, &str) = (
    "offices/colombia.toml",
    "{ on_or_before = { fact = \"arrived\", date = 2023-06-11 } }",
    "{ on_or_before = { fact = \"arrived\", date = 2023-06-12 } }",
);

#[test]
fn the_built_in_content_leaves_no_change_unnoticed() {
    let said = text(&["content", "test"]);
    assert!(said.ends_with(" 0 wrong, 0 rules that cannot be meant, 0 changes unnoticed\n"), "{said}");
    assert_eq!(text(&["content", "test", "--missing"]), "");
}

#[test]
fn a_day_that_was_moved_is_noticed_by_the_examples() {
    let folder = copy(PRESENCE.0, PRESENCE.1, PRESENCE.2);
    let (said, code) = tried(&["content", "test", &shown(folder.path())]);
    assert_eq!(code, Some(3));
    assert!(said.contains(": colombia is met, not not_met\n"), "{said}");
    let (said, code) = tried(&["content", "test", "--json", &shown(folder.path())]);
    let data: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, data["failed"].as_array().unwrap().len()), (Some(3), 1), "{said}");
    let validator = jsonschema::validator_for(&json(&["content", "schema", "content-test.json"])).unwrap();
    assert!(validator.is_valid(&data), "{said}");
}

#[test]
fn examples_that_are_missing_are_printed_as_they_are_written() {
    let folder = copy(PRESENCE.0, PRESENCE.1, PRESENCE.2);
    let path = folder.path().join("examples.toml");
    fs::remove_file(&path).unwrap();
    let (said, code) = tried(&["content", "test", &shown(folder.path())]);
    assert_eq!(code, Some(3));
    assert!(said.contains("colombia.presence: no example notices the change"), "{said}");
    fs::write(&path, text(&["content", "test", "--missing", &shown(folder.path())])).unwrap();
    let (said, code) = tried(&["content", "test", &shown(folder.path())]);
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn a_translator_gets_a_file_and_it_is_read_back() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| shown(&folder.path().join(name));
    let (content, po, own) = (at("c"), at("es.po"), at("c/texts/es.toml"));
    text(&["content", "export", &content]);
    let written = smo(&["content", "po", &content, "--lang", "es", "-o", &po]).output().unwrap();
    let said = String::from_utf8(written.stderr).unwrap();
    assert!(
        said.starts_with("es: ")
            && said.ends_with("; not translated: 0 texts (0 words); stale or fuzzy: 0 texts (0 words)\n")
    );
    assert_eq!((written.status.code(), written.stdout.len()), (Some(0), 0));
    assert_eq!(fs::read(&po).unwrap(), smo(&["content", "po", "--lang", "es_CO"]).output().unwrap().stdout);
    let read = |args: &[&str]| {
        let output =
            smo(&[&["content", "po", &content, "--lang", "es", "--read", &po], args].concat()).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(read(&["-o", &own]).0, Some(0));
    let (code, said) = read(&["-o", &own]);
    assert!(code == Some(4) && said.contains("exists; --force replaces it"), "{said}");
    let questions = folder.path().join("c/questions.toml");
    let before = fs::read_to_string(&questions).unwrap();
    fs::write(&questions, before.replacen("In which country is", "In what country is", 1)).unwrap();
    let (code, said) = read(&["-o", &own, "--force"]);
    assert!(code == Some(0) && said.contains(": the source of `questions.question.country.ask` has changed"), "{said}");
    assert!(said.ends_with("stale or fuzzy: 1 text (7 words)\n"), "{said}");
    let checked = text(&["content", "check", &content]);
    assert!(checked.ends_with("es: 1 stale or fuzzy text, shown in the default language; `smo content po` has them\n"));
    fs::write(&po, fs::read_to_string(&po).unwrap().replace("terminó, {date}", "terminó, {day}")).unwrap();
    let kept = fs::read(&own).unwrap();
    let (code, said) = read(&["-o", &own, "--force"]);
    assert!(code == Some(3) && said.contains("{day}") && said.contains("es.po:"), "{said}");
    assert_eq!(fs::read(&own).unwrap(), kept);
}

#[test]
fn a_file_for_a_translator_needs_a_language_and_a_file_that_can_be_read() {
    let folder = TempDir::new().unwrap();
    let file = shown(&folder.path().join("x.po"));
    fs::write(&file, b"msgid \"\xff\"\n").unwrap();
    for (args, code, said) in [
        (&["content", "po"][..], 2, "which language? give one with --lang"),
        (&["content", "po", "--lang", "xx"], 2, "there is no language \"xx\""),
        (&["content", "po", "--lang", "es", "--read", "nowhere.po"], 4, "cannot read nowhere.po"),
        (&["content", "po", "--lang", "es", "--read", "/"], 4, "cannot read /"),
        (&["content", "po", "--lang", "es", "--read", &file], 3, "is not UTF-8: byte 7"),
    ] {
        let output = smo(args).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(code) && stderr.contains(said), "{args:?}: {stderr}");
    }
}
