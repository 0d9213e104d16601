//! What came by edits of files, on the command line.

use assert_cmd::Command;
use serde_json::Value;
use smo_desk::content::Content;

use super::made::{LONG, folder, long};

/// Runs the program on the made content.
fn smo(root: &std::path::Path, args: &[&str]) -> String {
    let mut command = Command::cargo_bin("smo").unwrap();
    command.env_remove("LC_ALL").env_remove("SMO_LANG").env("LANG", "en_US.UTF-8");
    command.args(args).arg("--content").arg(root).args(["--as-of", "2027-06-01"]);
    let output = command.assert().get_output().clone();
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{args:?}\n{message}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_fifth_office_is_listed_checked_and_found() {
    let folder = folder();
    let smo = |args: &[&str]| smo(folder.path(), args);
    assert!(smo(&["content", "check"]).starts_with("5 offices, "));
    assert!(smo(&["offices"]).contains("Panama (panama)"));
    assert!(smo(&["offices", "panama"]).contains("In Panama after 29 February 2020"));
    assert!(smo(&["find", "panama"]).contains("Panama (office)"));
    let facts = ["country=PA", "arrived=2020-03-01", "has_lodging=yes", "existing_case=no"];
    let found: Value = serde_json::from_str(&smo(&[&["check", "--json"], &facts[..]].concat())).unwrap();
    let panama = found["offices"].as_array().unwrap().iter().find(|office| office["id"] == "panama").unwrap();
    assert_eq!(panama["verdict"], "met");
    assert_eq!(panama["intake"]["state"], "open");
    assert_eq!(found["next_question"], Value::Null);
    let boundary = smo(&["check", "country=PA", "arrived=2020-02-29", "has_lodging=yes"]);
    assert!(boundary.contains("[-] Panama: does not meet"), "{boundary}");
}

#[test]
fn its_question_is_asked_and_its_step_is_in_the_process() {
    let folder = folder();
    let smo = |args: &[&str]| smo(folder.path(), args);
    let asked = smo(&["check", "country=PA", "arrived=2021", "existing_case=no"]);
    assert!(asked.contains("Ask next: Does the person have a place to stay?"), "{asked}");
    assert!(smo(&["process"]).contains("The made-up desk"));
    assert!(smo(&["process", "--format", "json"]).contains("\"made_up_desk\""));
}

#[test]
fn a_fourth_language_of_long_words_is_spoken_everywhere_in_80_columns() {
    let folder = folder();
    let content = Content::from_folder(folder.path()).unwrap();
    let en = content.offices[0].requirements[0].text.all().next().unwrap().to_owned();
    for args in [&["offices"][..], &["requirements"], &["process"], &["check", "country=PA"], &["find", "panama"]] {
        let printed = smo(folder.path(), &[args, &["--lang", LONG]].concat());
        for line in printed.lines() {
            assert!(line.chars().count() <= 80, "{args:?}: {line}");
        }
        assert!(!printed.contains("Guide: "), "{args:?}: {printed}");
    }
    let offices = smo(folder.path(), &["offices", "--lang", LONG]);
    assert!(offices.contains(&long(&en)), "{offices}");
    assert!(offices.contains("Loongwoords: "), "an unread translation says so");
}
