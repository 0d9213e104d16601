//! What asks for a kiosk, and what a kiosk takes.

#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;

fn args(words: &[&str]) -> Vec<OsString> {
    words.iter().map(OsString::from).collect()
}

fn taken(words: &[&str], original: Option<&str>) -> Option<Vec<OsString>> {
    CommandLine::of(&args(words)).unwrap().arguments(original.map(OsStr::new)).ok()
}

#[test]
fn a_kiosk_is_asked_for_by_its_option_and_by_being_a_login_shell() {
    for words in [
        &["smo", "--kiosk"][..],
        &["smo", "--lang", "es", "--kiosk"],
        &["smo", "offices", "--kiosk"],
        &["-smo"],
        &["-smo", "--lang", "es"],
        &["-"],
        &["smo", "-c", "offices"],
        &["-smo", "-c", "offices"],
        &["smo", "-c"],
        &["/usr/bin/smo", "-c", "x", "y"],
    ] {
        assert!(CommandLine::of(&args(words)).is_some(), "{words:?}");
    }
    for words in [
        &["smo"][..],
        &["smo", "offices"],
        &["smo", "find", "--", "--kiosk"],
        &["smo", "find", "-c"],
        &["--kiosk"],
        &[],
    ] {
        let is = CommandLine::of(&args(words)).is_some();
        assert_eq!(is, words.first() == Some(&"--kiosk"), "a name that begins with a dash is a login: {words:?}");
    }
}

#[test]
fn the_original_command_stands_where_the_shell_has_none() {
    let kiosk = |rest: &[&str]| Some(args(&[&["smo", "--kiosk"], rest].concat()));
    for (words, original, expected) in [
        (&["smo", "--kiosk"][..], None, kiosk(&[])),
        (&["smo", "--kiosk"], Some("offices --json"), kiosk(&["offices", "--json"])),
        (&["smo", "--kiosk"], Some("smo offices"), kiosk(&["offices"])),
        (&["smo", "--kiosk"], Some("/usr/bin/smo --kiosk offices"), kiosk(&["offices"])),
        (&["smo", "--kiosk", "--lang", "es"], Some("offices"), kiosk(&["--lang", "es", "offices"])),
        (&["-smo"], None, kiosk(&[])),
        (&["smo", "-c", "offices"], None, kiosk(&["offices"])),
        (&["smo", "-c", "offices"], Some("find x"), kiosk(&["offices"])),
        (&["smo", "-c", "/usr/bin/smo --kiosk"], Some("find x"), kiosk(&["find", "x"])),
        (&["smo", "-c", ""], None, kiosk(&[])),
        (&["smo", "-c", "/usr/bin/smo --kiosk --lang es"], Some("offices"), kiosk(&["--lang", "es", "offices"])),
        (&["smo", "-c", "/usr/bin/smo --kiosk --lang es"], None, kiosk(&["--lang", "es"])),
        (&["smo", "-c", "/usr/bin/smo --kiosk --lang es"], Some("smo --linear"), kiosk(&["--lang", "es", "--linear"])),
        (&["smo", "-c", "/usr/bin/smo --kiosk --lang es"], Some("--lang en"), None),
        (&["smo", "-c", "/usr/bin/smo --kiosk --lang es"], Some("--host-config /tmp/x"), None),
        (&["smo", "-c", "/usr/bin/smo --kiosk --lang es"], Some("cases list"), None),
        (&["smo", "-c", "--linear"], Some("--content /etc"), None),
        (&["smo", "--kiosk"], Some("--help"), kiosk(&["--help"])),
        (&["smo", "-c"], None, None),
        (&["smo", "-c", "offices", "more"], None, None),
        (&["smo", "--kiosk"], Some("--host-config /tmp/x"), None),
        (&["smo", "-c", "smo --kiosk --host-config /tmp/x"], None, None),
    ] {
        assert_eq!(taken(words, original), expected, "{words:?} {original:?}");
    }
}
