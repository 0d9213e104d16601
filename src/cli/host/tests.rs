//! Files that are right, and one of each kind that is wrong.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use super::*;
use std::os::unix::fs::PermissionsExt as _;

fn read(text: &str) -> Result<Host, String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("smo.toml");
    fs::write(&file, text).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    Host::read(Some(&file)).map_err(|error| match error {
        CommandError::Content(problems) => problems,
        other => panic!("{other:?}"),
    })
}

#[test]
fn every_key_is_read_and_each_can_be_left_out() {
    let minutes = |minutes: u64| Some(Duration::from_secs(minutes * 60));
    let host = read(
        "content = \"/srv/content\"\nstate = \"/var/lib/smo/{user}\"\nsheets = \"/srv/sheets/{principal}\"\n\
         hold_days = 3\nhide_minutes = 5\nset_aside_minutes = 0\nlanguages = [\"es\"]\n",
    )
    .unwrap();
    assert_eq!(host.content, Some("/srv/content".into()));
    assert_eq!(host.state, Some("/var/lib/smo/{user}".into()));
    assert_eq!((host.hold_days, host.hide, host.set_aside), (Some(3), minutes(5), None));
    assert!(host.needs_auth_info);
    assert_eq!(host.offered(&Content::embedded().unwrap()).unwrap(), [Lang(1)]);
    let nothing = read("").unwrap();
    assert_eq!((nothing.hide, nothing.set_aside), (minutes(10), minutes(60)));
    assert_eq!((&nothing.state, &nothing.sheets, nothing.needs_auth_info), (&None, &None, false));
    assert_eq!(nothing.offered(&Content::embedded().unwrap()).unwrap(), []);
}

#[test]
fn the_page_for_administrators_has_every_key_and_an_example_that_is_right() {
    let page = include_str!("../../../docs/host.md");
    let example = page.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    read(example).unwrap().offered(&Content::embedded().unwrap()).unwrap();
    // The parser names all keys when it meets another one.
    let known = toml::from_str::<Raw>("x = 1").unwrap_err().to_string();
    let keys: Vec<&str> = known.split('`').skip(3).step_by(2).collect();
    assert_eq!(keys.len(), 7, "{known}");
    for key in keys {
        assert!(page.contains(&format!("| `{key}` |")), "{key} has no row");
        assert!(example.contains(&format!("{key} = ")), "{key} has no example");
    }
    assert_eq!(page.matches("\n| `").count(), 7, "and there is no other");
}

#[test]
fn whatever_is_wrong_is_told_with_its_line() {
    for wrong in [
        "state = 7",
        "state = \"\"",
        "state = \"{user}\"",
        "state = \"smo/{user}\"",
        "state = \"/var/lib/smo\"",
        "state = \"/var/../lib/{user}\"",
        "state = \"/var/./lib/{user}\"",
        "state = \"/var/lib/{user}/{user}\"",
        "state = \"/var/lib/{name}\"",
        "state = \"/var/lib/x{user}\"",
        "state = \"~/{user}\"",
        "sheets = true",
        "sheets = \"/srv/sheets\"",
        "content = \"content\"",
        "content = \"/srv/{user}\"",
        "content = \"/srv/../x\"",
        "content = [\"/srv\"]",
        "hold_days = 0",
        "hold_days = -1",
        "hold_days = 367",
        "hold_days = \"7\"",
        "hold_days = 1.5",
        "hide_minutes = -1",
        "hide_minutes = 1441",
        "hide_minutes = 99999999999999999999",
        "set_aside_minutes = 1441",
        "set_aside_minutes = true",
        "languages = []",
        "languages = \"es\"",
        "languages = [1]",
        "kiosk = true",
        "States = \"/x/{user}\"",
        "hold_days = 1\nhold_days = 2",
        "[state]",
        "state",
        "\u{0}",
        "= 7",
    ] {
        let said = read(&format!("# one\n# two\n{wrong}\n")).expect_err(wrong);
        assert!(said.contains("smo.toml:3:") || said.contains("smo.toml:4:"), "{wrong}: {said}");
        assert!(said.contains(" in 1 file"), "{wrong}: {said}");
    }
    let unknown = read("languages = [\"es\", \"xx\"]").unwrap().offered(&Content::embedded().unwrap());
    assert!(
        matches!(unknown, Err(CommandError::Content(said)) if said.contains("smo.toml:1:20") && said.contains("xx"))
    );
}

#[test]
fn a_file_that_is_none_or_that_others_can_write_is_not_believed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("smo.toml");
    let is_refused = |path: &Path| matches!(Host::read(Some(path)), Err(CommandError::Content(_)));
    assert!(is_refused(&file), "it is not there");
    assert!(is_refused(folder.path()) && is_refused(Path::new("/dev/zero")));
    for (mode, refused) in [(0o644, false), (0o600, false), (0o664, true), (0o646, true), (0o666, true)] {
        fs::write(&file, "hold_days = 3").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        assert_eq!(is_refused(&file), refused, "{mode:o}");
    }
    fs::write(&file, " ".repeat(1 << 17)).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(is_refused(&file), "too large");
    fs::write(&file, b"\xff\xfe").unwrap();
    assert!(is_refused(&file), "no text");
}

#[test]
fn the_file_of_the_host_is_believed_only_where_it_is_roots() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("smo.toml");
    fs::write(&file, "").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    let found = fs::metadata(&file).unwrap();
    assert_eq!(unfit(&found, false), None);
    assert_eq!(unfit(&found, true).is_some(), found.uid() != 0);
    // As root, one that was given away is none of root's.
    if std::os::unix::fs::chown(&file, Some(12345), None).is_ok() {
        assert!(unfit(&fs::metadata(&file).unwrap(), true).is_some());
    }
}
