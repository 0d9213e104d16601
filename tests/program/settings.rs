//! What is chosen once is remembered, and is nothing about a person.

use super::terminal::{Start, Terminal};
use std::fs;
use std::process::Command;

const SETTINGS: &str = "smo/settings.toml";

fn desk(folder: &str, args: &[&str]) -> Terminal {
    Terminal::open(&Start { env: &[("XDG_CONFIG_HOME", folder)], args, ..Start::default() })
}

#[test]
fn the_language_and_the_form_on_one_page_are_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let home = tempfile::tempdir().unwrap();
    let (path, state) = (folder.path().to_str().unwrap(), Some(home.path()));
    let env = [("XDG_CONFIG_HOME", path)];
    let mut first = Terminal::open(&Start { env: &env, state, ..Start::default() });
    first.wait_for("q quit");
    first.send("i");
    first.wait_for("q salir");
    first.send("n\x06CO\r");
    first.wait_for("Tiene caso");
    first.send("\x03");
    first.wait_end();
    let stored = fs::read_to_string(folder.path().join(SETTINGS)).unwrap();
    assert!(stored.contains("lang = \"es\"") && stored.contains("one_page = true"), "{stored}");
    assert!(!stored.contains("CO"), "{stored}");
    let mut next = Terminal::open(&Start { env: &env, state, ..Start::default() });
    next.wait_for("Consulta");
    next.send("\x14");
    next.wait_for("Verifye");
}

#[test]
fn without_a_store_no_choice_is_kept_and_a_folder_that_cannot_be_written_does_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    for path in [folder.path().to_str().unwrap(), "/dev/null"] {
        // `Start` without a state folder gives --no-store.
        let mut desk = desk(path, &[]);
        desk.wait_for("q quit");
        desk.send("i");
        desk.wait_for("q salir");
        desk.send("\x03");
        desk.wait_end();
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn plain_lines_are_remembered_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let home = tempfile::tempdir().unwrap();
    let (path, state) = (folder.path().to_str().unwrap(), Some(home.path()));
    let env = [("XDG_CONFIG_HOME", path)];
    let open = |args| Terminal::open(&Start { env: &env, state, args, ..Start::default() });
    for args in [&["--linear"][..], &[]] {
        let mut lines = open(args);
        lines.wait_for("In which country");
        lines.send("quit\r");
        lines.wait_end();
    }
    let piped = Command::new(env!("CARGO_BIN_EXE_smo")).env("XDG_CONFIG_HOME", path).output().unwrap();
    assert_eq!(piped.status.code(), Some(2), "what a person chose is not what a script gets");
    for args in [&["--linear=no"][..], &[]] {
        let mut screen = open(args);
        screen.wait_for("q quit");
        screen.send("\x03");
        screen.wait_end();
    }
}

#[test]
fn a_key_that_does_nothing_rings_where_that_was_chosen() {
    for (args, rings) in [(&["--bell"][..], true), (&[], false)] {
        let mut desk = Terminal::desk_with(&Start { args, ..Start::default() });
        let bytes = desk.bytes_after("y");
        assert_eq!(bytes, if rings { &b"\x07"[..] } else { b"" });
        assert!(!desk.bytes_after("r").contains(&7));
    }
}

#[test]
fn a_language_that_is_not_there_is_told_once() {
    let mut desk = Terminal::open(&Start { env: &[("LANG", "de_DE.UTF-8")], ..Start::default() });
    desk.wait_for("There are no texts in \"de\" yet.");
    desk.send("r");
    desk.wait_screen("no message", |screen| {
        !screen.contents().contains("no texts") && screen.contents().contains("Nationality")
    });
    let desk = Terminal::open(&Start { env: &[("LANG", "fr_HT.UTF-8")], ..Start::default() });
    desk.wait_for("Verifye");
}
